"""The program in a real terminal: what leaves it, and how it leaves the terminal."""

import os
import signal
import sys
from pathlib import Path

import pytest

from terminals import Terminal, assert_terminal_is_as_it_was, reader

ARTICLE = "The tide comes in\n\n" + "\n\n".join(
    f"Paragraph {number} says “the water is {number} feet high,” said Ann Moss."
    for number in range(40)
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tide.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


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
