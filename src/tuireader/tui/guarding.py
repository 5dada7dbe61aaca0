"""The last look at what leaves the app: nothing but printable text, in colours only if wanted."""

import re
from contextlib import suppress
from time import sleep
from typing import cast

from rich.segment import Segment
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter

from tuireader.article.sanitizing import TAGS, WHOLE_FLAG, sanitize

_MOUSE_OFF = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
_ANY_TAG = re.compile(f"[{TAGS}]")
_FLAG = re.compile(f"({WHOLE_FLAG})|[{TAGS}]+")
"""A whole flag, or what is left of one: its beginning alone is a black flag."""

HAND_OVER = 0.0001
"""Seconds in which a thread that waits for its turn wakes up."""


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
    """Leave out what is left of a flag that was cut; it has no width.

    The letters of a flag such as Scotland's are code points of their own, and where one window
    lies over another, or a line ends, Textual cuts between them (8.2.8).

    Args:
        written: What is about to be written to the terminal.
    """
    if written.isascii() or not _ANY_TAG.search(written):
        return written
    return _FLAG.sub(_whole_flag, written)


def _whole_flag(match: re.Match[str]) -> str:
    return match[1] or ""


class GuardedDriver(Driver):
    """What a guarded driver does otherwise than the one of the system."""

    has_terminal = False
    """Whether the terminal is the reader's, and not the shell's or an editor's."""

    def write(self, data: str) -> None:
        """Write no half of a flag."""
        super().write(without_cut_flags(data))  # type: ignore[safe-super]

    def flush(self) -> None:
        """Let the thread that writes send the frame before the app goes on.

        It would get its turn only when the app waits for something, or after the 5 ms for which
        Python lets one thread go on: the first frame came 2 to 5 ms later.
        """
        super().flush()
        sleep(HAND_OVER)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self.has_terminal = True
        super().start_application_mode()  # type: ignore[safe-super]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        super().stop_application_mode()  # type: ignore[safe-super]
        self.has_terminal = False

    def give_terminal_back(self) -> None:
        """Give the terminal back from another thread, if the app's own has not come to it."""
        if self.has_terminal:
            with suppress(Exception):
                self.write(_MOUSE_OFF)  # Textual leaves that out in other threads (8.2.8)
                self.stop_application_mode()
                self.close()


def guarded(driver: type[Driver]) -> type[Driver]:
    """Return a guarded driver.

    Args:
        driver: The driver of the system.
    """
    return cast(type[Driver], type(driver.__name__, (GuardedDriver, driver), {}))
