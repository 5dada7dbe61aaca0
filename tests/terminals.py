"""A real terminal for tests: a pty with the program in it, and a screen that a person would see."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from threading import Thread
from types import TracebackType
from typing import Self

import pyte

COLUMNS, LINES = 90, 24
PATIENCE = 60.0
"""Seconds after which a program that shows nothing is taken for dead; a loaded machine is slow."""


class Terminal:
    """A terminal with a shell command in it.

    Args:
        command: What the shell runs.
        environment: What is added to the environment.
        size: Its columns and lines.
        drawn: Whether to keep what a person would see, which takes its time on a large screen.
    """

    def __init__(
        self,
        command: str,
        environment: Mapping[str, str] | None = None,
        *,
        size: tuple[int, int] = (COLUMNS, LINES),
        drawn: bool = True,
    ) -> None:
        self._drawn = drawn
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            surroundings = {**os.environ, **usual, **(environment or {})}
            for name in ("COLUMNS", "LINES"):  # the test runner's own terminal
                surroundings.pop(name, None)
            os.execvpe("/bin/sh", ["/bin/sh", "-c", command], surroundings)
        self.resize(columns, lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._master >= 0:
            os.close(self._master)

    @property
    def text(self) -> str:
        """What a person would see."""
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        """Read the cells; pyte's own way stumbles over half a wide character of half a frame."""
        columns = range(self.screen.columns)
        return [
            "".join(self.screen.buffer[line][at].data for at in columns)
            for line in range(self.screen.lines)
        ]

    def look_of(self, words: str) -> tuple[bool, ...]:
        """Tell whether the first cell of some words is bold, slanted, underlined, reversed."""
        lines = self._lines()
        line = next(n for n, text in enumerate(lines) if words in text)
        cell = self.screen.buffer[line][lines[line].index(words)]
        return cell.bold, cell.italics, cell.underscore, cell.reverse

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Read what the program writes until words are on the screen, or gone from it."""
        deadline = time.monotonic() + PATIENCE
        while (words in self.text) is gone:
            assert time.monotonic() < deadline, f"waiting for “{words}”:\n{self.text}"
            assert self._read(), f"the program ended while waiting for “{words}”:\n{self.text}"

    def wait_for_bytes(self, words: bytes) -> None:
        """Read what the program writes until some bytes come that were not there before."""
        deadline, start = time.monotonic() + PATIENCE, len(self.written)
        while self.written.find(words, max(0, start - len(words))) < 0:
            assert time.monotonic() < deadline, f"waiting for {words!r}"
            assert self._read(), f"the program ended while waiting for {words!r}"

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], 1.0)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.written += data
        if self._drawn:
            self._stream.feed(data)
        return bool(data)

    def drain(self, quiet: float = 0.05) -> bool:
        """Read until nothing has come for a moment; tell whether the program is still there."""
        while select.select([self._master], [], [], quiet)[0]:
            if not self._read():
                return False
        return True

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(lines, columns)
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._master, keys.encode())

    def leave(self) -> int:
        """Wait for the end of the program and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"the program goes on:\n{self.text}"
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def hang_up(self) -> int:
        """Close the terminal as one closes its window, and return the program's exit code."""
        os.close(self._master)
        self._master = -1
        ended: list[int] = []
        waiter = Thread(target=lambda: ended.append(os.waitpid(self.pid, 0)[1]), daemon=True)
        waiter.start()
        waiter.join(PATIENCE)
        assert ended, "the program goes on without a terminal"
        self.pid = 0
        return os.waitstatus_to_exitcode(ended[0])


def reader(arguments: object) -> str:
    """Return the command that runs the program with arguments."""
    return f"exec {sys.executable} -m tuireader {arguments}"


def assert_terminal_is_as_it_was(terminal: Terminal) -> None:
    """Check that the program left no mode on that it set."""
    for mode in ("1049", "1000", "1003", "1006", "2004"):
        on, off = f"\x1b[?{mode}h".encode(), f"\x1b[?{mode}l".encode()
        assert terminal.written.rfind(off) >= terminal.written.rfind(on), f"mode {mode} is left on"
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")
