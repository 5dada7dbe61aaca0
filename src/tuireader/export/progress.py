"""How far an export is: a line on the terminal that is redrawn in place."""

import shutil
import sys
import time

from tuireader.article.sanitizing import one_line

_REDRAW_SECONDS = 0.1
_BAR_WIDTH = 24
_START_OF_CLEARED_LINE = "\r\x1b[2K"


class Progress:
    """Tells on standard error how many articles are done, and what went wrong.

    The line is drawn only when standard error is a terminal; messages are written in any case.

    Args:
        total: How many articles there are.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._begin = time.monotonic()
        self._drawn = 0.0
        self._live = total > 1 and sys.stderr.isatty()

    def advance(self) -> None:
        """Count one more article."""
        self._done += 1
        now = time.monotonic()
        if self._live and now - self._drawn >= _REDRAW_SECONDS:
            self._drawn = now
            self._write(_START_OF_CLEARED_LINE + self._line(now - self._begin))

    def say(self, message: str) -> None:
        """Write a message on a line of its own."""
        clear = _START_OF_CLEARED_LINE if self._live else ""
        self._write(f"{clear}tuireader: {one_line(message)}\n")

    def close(self) -> None:
        """Take the line away."""
        if self._live:
            self._write(_START_OF_CLEARED_LINE)

    def _line(self, seconds: float) -> str:
        filled = round(_BAR_WIDTH * self._done / self._total)
        bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
        left = seconds / self._done * (self._total - self._done)
        line = f"{bar} {self._done:,} of {self._total:,} · {_duration(left)} left"
        return line[: shutil.get_terminal_size().columns - 1]

    def _write(self, text: str) -> None:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
