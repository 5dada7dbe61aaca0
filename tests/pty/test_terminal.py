"""The program in a real terminal: what leaves it, and how it leaves the terminal."""

import os
import signal
import sys
from pathlib import Path

import pytest

from terminals import Terminal, assert_terminal_is_as_it_was, reader
from tuireader.storage.state import StateFile, article_key

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
        terminal.press("0G")
        terminal.wait_for("100 %")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_terminal_is_as_it_was(terminal)
    place = StateFile().load().places.get(article_key(article))
    assert place and ARTICLE.index("Paragraph 20") < place.offset


def test_a_pipe_leaves_the_keyboard_usable(article: Path) -> None:
    with Terminal(f"cat {article} | {sys.executable} -m tuireader -") as terminal:
        terminal.wait_for("Paragraph 0 says")
        terminal.press("G")
        terminal.wait_for("Paragraph 39 says")
        terminal.press("q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
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


def test_a_fault_is_told_in_a_line_and_written_down(article: Path, own_home: Path) -> None:
    breaking = (
        "import sys; from tuireader.cli import main;"
        "from tuireader.tui.widgets.article_view import ArticleView;"
        "ArticleView.action_page_forward = lambda view: [][view.article.text];"
        f"sys.exit(main([{str(article)!r}]))"
    )
    with Terminal(f'exec {sys.executable} -c "{breaking}"') as terminal:
        terminal.wait_for("Paragraph 0 says")
        terminal.press(" ")
        assert terminal.leave() == 70
        assert_terminal_is_as_it_was(terminal)
        said = bytes(terminal.written).rpartition(b"\x1b[?1049l")[2]
    (crash,) = own_home.rglob("crash-*.txt")
    assert b"A fault of the program ended it (TypeError)" in said
    assert b"Traceback" not in said
    assert b"Paragraph" not in said
    report = crash.read_text(encoding="utf-8")
    assert "builtins.TypeError" in report
    assert "water" not in report


BUSY = """
import os, sys, threading
from tuireader.cli import main
from tuireader.session import desk
from tuireader.tui.widgets.article_view import ArticleView
"""

READS_FOR_EVER = """
def read(path):
    os.write(2, b"BUSY")
    threading.Event().wait()

desk.load_article = read
"""

WORKS_FOR_EVER = """
def work(view):
    os.write(2, b"BUSY")
    while True:
        pass

ArticleView.action_page_forward = work
"""


@pytest.mark.parametrize(
    ("busy", "key", "number"), [(READS_FOR_EVER, "r", None), (WORKS_FOR_EVER, " ", signal.SIGTERM)]
)
def test_what_never_ends_does_not_keep_from_leaving(
    article: Path, own_home: Path, busy: str, key: str, number: signal.Signals | None
) -> None:
    script = article.with_name("busy.py")
    script.write_text(f"{BUSY}{busy}\nsys.exit(main([{str(article)!r}]))\n", encoding="utf-8")
    with Terminal(f"exec {sys.executable} {script}") as terminal:
        terminal.wait_for("analysed")
        terminal.press(key)
        terminal.wait_for_bytes(b"BUSY")
        if number is None:
            terminal.press("q")
        else:
            os.kill(terminal.pid, number)
        assert terminal.leave() == (0 if number is None else 128 + number)
        assert_terminal_is_as_it_was(terminal)
    if number is None:
        assert "tide.txt" in (own_home / "state/tuireader/state.json").read_text()


def children_of(pid: int) -> list[int]:
    """Return the processes that a process started."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for listed in lists for child in listed.read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc to find the child in")
def test_the_analysis_is_started_again_when_it_is_killed(article: Path) -> None:
    article.write_text(ARTICLE * 40, encoding="utf-8")
    with Terminal(reader(article)) as terminal:
        terminal.wait_for("analysing 1")
        (child,) = children_of(terminal.pid)
        os.kill(child, signal.SIGKILL)
        terminal.wait_for("stopped and began again")
        terminal.wait_for("analysed in")
        (child,) = children_of(terminal.pid)
        os.kill(child, signal.SIGKILL)
        terminal.press("G")
        terminal.wait_for("100 %")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_terminal_is_as_it_was(terminal)


def test_the_reader_goes_to_the_shell_and_comes_back(article: Path) -> None:
    shell = (
        f"set -m; {sys.executable} -m tuireader {article}; echo AWAY; read line; fg; echo END $?"
    )
    with Terminal(shell) as terminal:
        terminal.wait_for("Paragraph 0 says")
        terminal.press("\x1a")
        terminal.wait_for("AWAY")
        assert_terminal_is_as_it_was(terminal)
        terminal.press("\r")
        terminal.wait_for("Paragraph 0 says")
        terminal.press("G")
        terminal.wait_for("Paragraph 39 says")
        terminal.press("q")
        terminal.wait_for("END 0")
        terminal.leave()
        assert_terminal_is_as_it_was(terminal)


def test_the_editor_keeps_its_interrupts(article: Path) -> None:
    editor = article.with_name("editor.sh")
    editor.write_text("trap 'echo HEARD' INT; echo EDITING; until read line; do :; done")
    with Terminal(reader(article), {"VISUAL": f"sh {editor}"}) as terminal:
        terminal.wait_for("analysed")
        terminal.press("e")
        terminal.wait_for_bytes(b"EDITING")
        terminal.press("\x03")
        terminal.wait_for_bytes(b"HEARD")
        terminal.press("\r")
        terminal.wait_for_bytes(b"\x1b[?1049h")
        terminal.press("q")
        assert terminal.leave() == 0


def test_a_full_disk_does_not_keep_from_reading(article: Path) -> None:
    with Terminal(f"ulimit -f 0; {reader(article)}") as terminal:
        terminal.wait_for("analysed")
        terminal.press("t1\r")
        terminal.wait_for("passage 1 of")
        terminal.press("q")
        assert terminal.leave() == 0
        assert_terminal_is_as_it_was(terminal)
        said = bytes(terminal.written).rpartition(b"\x1b[?1049l")[2]
    assert said.count(b"state.json can't be written: File too large.") == 1


def test_neither_variables_nor_replies_keep_from_reading(article: Path) -> None:
    article.with_name("another.txt").write_text("Another article", encoding="utf-8")
    variables = "COLUMNS=100000 LINES=100000 TEXTUAL_DRIVER=bogus TEXTUAL_COLOR_SYSTEM=bogus"
    with Terminal(f"{variables} {reader(article)}") as terminal:
        terminal.wait_for("Paragraph 0 says")
        for reply in ("?62;c", "48;99999999;99999999;1;1t", "48;0;0;0;0t", "<0;5;5M", "9999999u"):
            terminal.press(f"\x1b[{reply}")
        terminal.press("G")
        terminal.wait_for("Paragraph 39 says")
        terminal.press("q")
        assert terminal.leave() == 0


def test_a_terminal_that_says_to_be_endless_is_not_believed(article: Path) -> None:
    with Terminal(reader(article), size=(65_535, 65_535), drawn=False) as terminal:
        terminal.wait_for_bytes(b"Paragraph 39 says")
        terminal.press("q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 200), (60, 1), (20, 5)])
def test_a_tiny_terminal_is_survived(article: Path, size: tuple[int, int]) -> None:
    with Terminal(reader(article), size=size) as terminal:
        terminal.wait_for_bytes(b"\x1b[?1049h")
        terminal.press("1\r0Ggnq")
        assert terminal.leave() == 0
