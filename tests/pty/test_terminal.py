"""The program in a real terminal: what leaves it, and how it leaves the terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from threading import Thread
from types import TracebackType

import pyte
import pytest

COLUMNS, LINES = 90, 24
PATIENCE = 60.0
"""Seconds after which a program that shows nothing is taken for dead; a loaded machine is slow."""

ARTICLE = "The tide comes in\n\n" + "\n\n".join(
    f"Paragraph {number} says “the water is {number} feet high,” said Ann Moss."
    for number in range(40)
)


class Terminal:
    """A terminal with a shell command in it.

    Args:
        command: What the shell runs.
    """

    def __init__(self, command: str) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe("/bin/sh", ["/bin/sh", "-c", command], environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def __enter__(self) -> "Terminal":
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
        return "\n".join(self.screen.display)

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Read what the program writes until words are on the screen, or gone from it."""
        deadline = time.monotonic() + PATIENCE
        while (words in self.text) is gone:
            assert time.monotonic() < deadline, f"waiting for “{words}”:\n{self.text}"
            assert self._read(), f"the program ended while waiting for “{words}”:\n{self.text}"

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], 1.0)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)

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


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tide.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def reader(arguments: object) -> str:
    return f"exec {sys.executable} -m tuireader {arguments}"


def assert_terminal_is_as_it_was(terminal: Terminal) -> None:
    for mode in ("1049", "1000", "1003", "1006", "2004"):
        on, off = f"\x1b[?{mode}h".encode(), f"\x1b[?{mode}l".encode()
        assert terminal.written.rfind(off) >= terminal.written.rfind(on), f"mode {mode} is left on"
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")


def test_reading_jumping_and_leaving(article: Path) -> None:
    with Terminal(reader(article)) as terminal:
        terminal.wait_for("Paragraph 0 says")
        terminal.wait_for("analysed")
        terminal.press("G")
        terminal.wait_for("100 %")
        terminal.press("1\r")
        terminal.wait_for("passage 1 of")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_terminal_is_as_it_was(terminal)


def test_a_pipe_leaves_the_keyboard_usable(article: Path) -> None:
    with Terminal(f"cat {article} | {sys.executable} -m tuireader -") as terminal:
        terminal.wait_for("Paragraph 0 says")
        terminal.press("G")
        terminal.wait_for("Paragraph 39 says")
        terminal.press("q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(article: Path, number: signal.Signals) -> None:
    with Terminal(reader(article)) as terminal:
        terminal.wait_for("Paragraph 0 says")
        os.kill(terminal.pid, number)
        assert terminal.leave() == 128 + number
        assert_terminal_is_as_it_was(terminal)


@pytest.mark.parametrize("first", [None, signal.SIGTERM])
def test_closing_the_window_ends_the_program(article: Path, first: signal.Signals | None) -> None:
    with Terminal(reader(article)) as terminal:
        terminal.wait_for("Paragraph 0 says")
        if first is not None:
            os.kill(terminal.pid, first)
        assert terminal.hang_up() in (128 + signal.SIGHUP, 128 + signal.SIGTERM)


def test_nothing_in_a_file_reaches_the_terminal(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile\x1b]2;NAME\x07.txt"
    text = "Title\n\nclip \x1b]52;c;UFdORUQ=\x1b\\ title \x1b]2;PWNED\x07 c1 \x9b31m end."
    hostile.write_text(text, encoding="utf-8")
    with Terminal(f"exec {sys.executable} -m tuireader '{hostile}'") as terminal:
        terminal.wait_for("end.")
        terminal.wait_for("analysed")
        terminal.press("o")
        terminal.wait_for("Open an article")
        terminal.press("\x1b")
        terminal.wait_for("Open an article", gone=True)
        terminal.press("y")
        terminal.press("q")
        terminal.leave()
    for payload in (b"\x1b]52;c;UFdO", b"\x1b]2;", "\x9b".encode()):
        assert payload not in terminal.written


def test_a_missing_file_is_one_sentence_and_code_two(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path / "missing.txt")) as terminal:
        assert terminal.leave() == 2
    assert "missing.txt” does not exist" in "".join(terminal.screen.display)
    assert b"\x1b[?1049h" not in terminal.written
