"""A terminal that a program runs in, read without pause and with the time of each read."""

import fcntl
import os
import pty
import random
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from time import perf_counter
from types import TracebackType
from typing import Self

from benchmarks.frames import Frame, FrameCutter
from benchmarks.processor import resident_megabytes, waited_seconds

COLUMNS, LINES = 120, 40

SYNC_QUERY = b"\x1b[?2026$p"
SYNC_ANSWER = b"\x1b[?2026;2$y"
"""Says that synchronised updates are known and off: only then does Textual write them."""

PATIENCE = 60.0
"""Seconds after which a program that shows nothing is given up."""

_READ = 65536


class GaveUpError(Exception):
    """What was waited for did not come."""


class Terminal:
    """A program in a pseudo terminal.

    Args:
        command: The program and its arguments.
        environment: Its whole environment.
        columns: Width of the screen.
        lines: Height of the screen.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = COLUMNS,
        lines: int = LINES,
    ) -> None:
        self._cutter = FrameCutter()
        self._frames: list[Frame] = []
        self._asked = b""
        self._last_output = 0.0
        self.launched = perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            try:
                # The size has to be right before the program asks for it.
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The program leads a session of its own; its children go with it.
        os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    # What goes in

    def type(self, keys: bytes) -> float:
        """Type keys and return when."""
        now = perf_counter()
        os.write(self._master, keys)
        return now

    def resize(self, columns: int, lines: int = LINES) -> float:
        """Change the size of the terminal and return when."""
        now = perf_counter()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        return now

    # What comes out

    def _read(self, seconds: float) -> bool:
        """Read once, waiting at most so long; tell whether anything came."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._master, _READ)
        except OSError as error:
            raise GaveUpError("the program has ended") from error
        if not data:
            raise GaveUpError("the program has ended")
        self._last_output = perf_counter()
        self._frames += self._cutter.feed(data, self._last_output, self.waited)
        self._answer(data)
        return True

    def _answer(self, data: bytes) -> None:
        """Answer the one question that counts: whether updates may be synchronised."""
        self._asked = (self._asked + data)[-len(SYNC_QUERY) - len(data) :]
        if SYNC_QUERY in self._asked:
            os.write(self._master, SYNC_ANSWER)
            self._asked = b""

    def settle(self, quiet: float, patience: float = PATIENCE) -> list[Frame]:
        """Read until nothing more is written for a while, and return the frames.

        Args:
            quiet: How many seconds without output end the wait.
            patience: How many seconds the first output may take.
        """
        begin = perf_counter()
        while not self._frames and not self._cutter.pending:
            if not self._read(begin + patience - perf_counter()):
                return []
        deadline = perf_counter() + PATIENCE
        while self._read(quiet):
            if perf_counter() > deadline:
                break
        frames, self._frames = [*self._frames, *self._cutter.rest()], []
        return frames

    def idle(self, seconds: float) -> list[Frame]:
        """Keep reading for a time, and return the frames."""
        end = perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            self._read(left)
        frames, self._frames = self._frames, []
        return frames

    def next_frame(self, patience: float = PATIENCE) -> Frame | None:
        """Return the next synchronised update; None if none comes in time."""
        end = perf_counter() + patience
        while not self._frames:
            left = end - perf_counter()
            if left <= 0:
                return None
            self._read(left)
        return self._frames.pop(0)

    def loose(self, word: bytes) -> float | None:
        """Return when the last output came, if a word stands in what belongs to no frame."""
        return self._last_output if self._cutter.holds(word) else None

    @property
    def waited(self) -> float:
        """Seconds that the program has waited for a core so far."""
        return waited_seconds(self.pid)

    @property
    def memory(self) -> float:
        """Megabytes of main memory that the program holds now."""
        return resident_megabytes(self.pid)


def jitter(rng: random.Random) -> float:
    """Return a pause of up to a frame, so that keys do not fall in step with a timer."""
    return rng.uniform(0.001, 0.018)
