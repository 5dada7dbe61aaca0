"""The last look at what is written: flags are whole or not there."""

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tuireader.tui.guarding import guarded, without_cut_flags
from tuireader.tui.mended_app import MendedApp

SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("\x1b[1mplain\x1b[0m", "\x1b[1mplain\x1b[0m"),
        (f"déjà {SCOTLAND} vu", f"déjà {SCOTLAND} vu"),
        (f"{SCOTLAND[:3]}\x1b[0m{SCOTLAND[3:]}é", "🏴\x1b[0mé"),
        (f"{SCOTLAND[:4]}\x1b[5;9H│", "🏴\x1b[5;9H│"),
        (f"{SCOTLAND[:-1] * 2}{SCOTLAND}", f"🏴🏴{SCOTLAND}"),
        (f"{SCOTLAND[2:]}{SCOTLAND}", SCOTLAND),
        ("👨‍👩‍👧 🇩🇪 1️⃣ é", "👨‍👩‍👧 🇩🇪 1️⃣ é"),
    ],
    ids=[
        "ascii",
        "whole",
        "cut in two",
        "cut off",
        "cut off before a whole one",
        "end before a whole one",
        "other emoji",
    ],
)
def test_what_is_left_of_a_flag_is_left_out(written: str, left: str) -> None:
    assert without_cut_flags(written) == left


def test_the_driver_writes_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: written.append(data))
    kind = guarded(HeadlessDriver)
    kind.write(kind.__new__(kind), f"{SCOTLAND[1:]}é")
    assert written == ["é"]


def test_nothing_cut_out_leaves_the_clipboard_as_it_is() -> None:
    app = MendedApp()
    app.copy_to_clipboard("words")
    app.copy_to_clipboard("")
    assert app.clipboard == "words"
