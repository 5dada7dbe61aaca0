"""Where no colours are wanted there are none, and the marks are told apart without them."""

import re
from pathlib import Path

import pytest

from terminals import Terminal, reader

TEXT = (
    "The bridge\n\n“We found 40 broken bolts,” said Mira Okafor, the chief engineer. "
    "She said that the repair would take ten weeks.\n"
)
_WEIGHTS = frozenset({"", "0", "1", "2", "3", "4", "7", "9", "39", "49"})
"""Plain, bold, dim, slanted, underlined, reversed, struck, and the terminal's own colours."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_without_colours_there_are_weights_only(article: Path) -> None:
    with Terminal(reader(article), {"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("analysed")
        terminal.press("1\r")
        terminal.wait_for("passage 1 of")
        look = {
            words: terminal.look_of(words) for words in ("“We found", "Mira", "40", "The bridge")
        }
        terminal.press("?")
        terminal.wait_for("Scroll one line down")
        terminal.press("\x1b")
        terminal.wait_for("Scroll one line down", gone=True)
        terminal.press("q")
        assert terminal.leave() == 0
    looks = re.findall(r"\x1b\[([\d;]*)m", terminal.written.decode())
    assert {part for look in looks for part in look.split(";")} <= _WEIGHTS
    assert len(set(look.values())) == len(look), look


def test_curly_quotes_are_drawn_in_a_locale_that_has_none(article: Path) -> None:
    surroundings = {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with Terminal(reader(article), surroundings) as terminal:
        terminal.wait_for("“We found 40 broken bolts,”")
        terminal.press("q")
        assert terminal.leave() == 0
