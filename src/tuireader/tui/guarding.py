"""The last look at what leaves the app: nothing but printable text, in colours only if wanted."""

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


class NoColours(LineFilter):
    """Takes all colours out, for those who set NO_COLOR; weights and slants stay.

    Textual's own filter leaves greys.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Take the colours out of what is about to be written."""
        return [
            segment
            if segment.control or segment.style is None
            else Segment(segment.text, segment.style.without_color)
            for segment in segments
        ]
