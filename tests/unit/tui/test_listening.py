"""What is taken for keys of what the terminal says."""

from collections.abc import Iterable

import pytest
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from tuireader.tui.listening import KeysAlone, is_believable

REPLIES = [
    "\x1b[?62;c",
    "\x1b[?62;1;2;6;7;8;9;15;18;21;22;28;29c",
    "\x1b[>41;388;0c",
    "\x1b[?0u",
    "\x1b[0n",
    "\x1b[8;24;80t",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1b]52;c;cSBxIHEK\x07",
    "\x1bP>|XTerm(388)\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[99999999u",
]


def keys_of(events: Iterable[Message]) -> list[str]:
    return [event.key for event in events if isinstance(event, Key)]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_no_key(reply: str) -> None:
    parser = KeysAlone()
    assert keys_of([*parser.feed(reply), *parser.feed(f"a{reply}b")]) == ["a", "b"]


@pytest.mark.parametrize("reply", ["\x1b[?62;c", "\x1b[>41;388;0c", "\x1b[8;24;80t"])
def test_a_reply_that_comes_in_pieces_is_no_key(reply: str) -> None:
    parser = KeysAlone()
    assert keys_of(event for part in f"{reply}a" for event in parser.feed(part)) == ["a"]


def test_keys_are_keys() -> None:
    typed = "a[\x1b[A\x1b[1;5C\x1b[97;5u\x1bOP\x1b[15~"
    heard = ["a", "left_square_bracket", "up", "ctrl+right", "ctrl+a", "f1", "f5"]
    assert keys_of(KeysAlone().feed(typed)) == heard


@pytest.mark.parametrize(
    ("said", "kind"),
    [("\x1b[?2048;2$y", InBandWindowResize), ("\x1b[48;24;80;480;800t", Resize)],
)
def test_what_textual_asks_for_is_heard(said: str, kind: type[Message]) -> None:
    (heard,) = KeysAlone().feed(said)
    assert isinstance(heard, kind)


def test_a_mouse_on_a_terminal_without_a_size_is_nowhere() -> None:
    parser = KeysAlone()
    assert [type(heard) for heard in parser.feed("\x1b[48;0;0;0;0t\x1b[<0;5;5M")] == [Resize]


@pytest.mark.parametrize(
    ("size", "believed"),
    [
        ((80, 24), True),
        ((1, 1), True),
        ((1_900, 540), True),
        ((0, 24), False),
        ((80, 10**8), False),
    ],
)
def test_what_size_is_believed(size: tuple[int, int], believed: bool) -> None:
    assert is_believable(Size(*size)) is believed
