"""Keys that come in one piece do what they would do one by one."""

import asyncio
from collections.abc import Iterable

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from readings import article
from screens import NARROW, WIDE, reader_app, ready
from tuireader.session.kinds import Kind
from tuireader.tui import typing_ahead
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.typing_ahead import OneByOne


async def hit(pilot: Pilot[None], keys: Iterable[str]) -> ReaderScreen:
    """Have the keys come as a terminal hands them on, and wait until nothing is held back."""
    screen = await ready(pilot)
    for key in keys:
        letter = key if len(key) == 1 else "/" if key == "slash" else None
        pilot.app.post_message(Key(key, letter))
    await let_in(pilot)
    return screen


async def let_in(pilot: Pilot[None]) -> None:
    """Wait until all that was typed has had its turn."""
    await pilot.pause()
    held: OneByOne = pilot.app._one_by_one  # type: ignore[attr-defined]
    while held._following or held._let_in:
        await pilot.pause()
    await pilot.pause()


async def test_letters_behind_a_slash_are_searched_and_n_goes_on() -> None:
    async with reader_app(article(repeated=9)).run_test(size=WIDE) as pilot:
        screen = await hit(pilot, ["slash", *"the", "enter", "n"])
        assert screen.session.search is not None
        assert screen.session.search.pattern == "the"
        assert screen.session.search.current == 1
        assert screen.view.has_focus


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_row_is_chosen_by_the_key_of_its_panel_and_enter(size: tuple[int, int]) -> None:
    async with reader_app().run_test(size=size) as pilot:
        screen = await hit(pilot, ["2", "enter"])
        assert screen.session.selected == screen.panels[Kind.FIGURE].rows.finding


@pytest.mark.parametrize(
    ("keys", "name"), [("o", "OpenerScreen"), ("?/", "HelpScreen"), ("\x10", "Palette")]
)
async def test_letters_behind_the_key_of_a_dialog_are_meant_for_its_line(
    keys: str, name: str
) -> None:
    names = {"?": "question_mark", "/": "slash", "\x10": "ctrl+p"}
    async with reader_app().run_test(size=WIDE) as pilot:
        await hit(pilot, [*(names.get(key, key) for key in keys), *"queen"])
        assert type(pilot.app.screen).__name__ == name
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.value == "queen"


async def test_what_is_pasted_behind_a_slash_is_searched() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        pilot.app.post_message(Key("slash", "/"))
        pilot.app.post_message(Paste("million"))
        await let_in(pilot)
        assert screen.session.search is not None
        assert screen.session.search.pattern == "million"


async def test_a_widget_that_does_not_answer_does_not_stop_the_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def wait_for_ever(_widget: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(typing_ahead, "_reach", wait_for_ever)
    monkeypatch.setattr(typing_ahead, "PATIENCE", 0.01)
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await hit(pilot, ["m", "2", "3"])
        assert screen.panels[Kind.CLAIM].has_focus_within
