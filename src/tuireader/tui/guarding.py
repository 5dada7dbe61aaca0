"""The second wall between a file and the terminal: nothing but printable text leaves the app."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tuireader.article.sanitizing import sanitize


class PrintableOnly(LineFilter):
    """Replaces every control character in what is about to be written.

    Articles are made harmless when they are read; this also catches what comes in any other way,
    such as a file name in a message.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Replace control characters, one by one, so that widths stay as they were laid out."""
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(sanitize(segment.text), segment.style)
            for segment in segments
        ]
