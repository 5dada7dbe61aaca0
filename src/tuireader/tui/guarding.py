"""The last look at what leaves the app: nothing but printable text, in colours only if wanted."""

import re
from typing import cast

from rich.segment import Segment
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter

from tuireader.article.sanitizing import sanitize

_TAGS = "\U000e0020-\U000e007f"
_CUT_FLAG = re.compile(f"(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+")


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


def without_cut_flags(written: str) -> str:
    """Leave out the end of a flag whose beginning is not there; it has no width.

    The letters of a flag such as Scotland's are code points of their own, and where one window
    lies over another Textual cuts between them (8.2.8).

    Args:
        written: What is about to be written to the terminal.
    """
    return written if written.isascii() else _CUT_FLAG.sub("", written)


def guarded(driver: type[Driver]) -> type[Driver]:
    """Return a driver that writes no half of a flag.

    Args:
        driver: The driver of the system.
    """

    def write(self: Driver, data: str) -> None:
        driver.write(self, without_cut_flags(data))

    return cast(type[Driver], type(driver.__name__, (driver,), {"write": write}))
