"""Stories of the help: it tells the keys as they are, and finds a key or a word."""

from collections.abc import Mapping
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from tuireader.tui.commands import COMMANDS, Scope, bindings, key_names
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.theme import LIGHT, THEMES
from tuireader.tui.widgets.hanging import hanging
from tuireader.tui.widgets.key_table import KeyTable
from tuireader.tui.widgets.row_list import RowList


class SmallReader(Screen[None]):
    """Has the commands of the reader and a list."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.MAIN)]

    def compose(self) -> ComposeResult:
        yield RowList()


class SmallApp(App[None]):
    """Opens the help over a small reader."""

    def __init__(self, keys: Mapping[str, str] | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT
        self.keys = keys or {}
        self.set_keymap(dict(self.keys))

    def get_default_screen(self) -> SmallReader:
        return SmallReader()

    def open_help(self) -> None:
        self.push_screen(HelpScreen(self.screen, self.keys))

    @property
    def text(self) -> str:
        """All that both columns say, on one line."""
        pages = [table.render().plain for table in self.screen.query(KeyTable)]
        return " ".join(" ".join(pages).split())


async def test_every_command_is_told_with_its_keys() -> None:
    app = SmallApp()
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        for command in COMMANDS:
            # The focus is in a list, where “/” filters the rows.
            keys = "ctrl+f" if command.id == "search" else command.keys
            assert f" {key_names(keys)} {command.help}" in app.text
            assert command.group in app.text


async def test_changed_keys_are_told_as_they_are() -> None:
    app = SmallApp({"follow": "w,ctrl+w", "list_down": "n", "go_top": "0"})
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        assert f"{key_names('w,ctrl+w')} Keep only" in app.text
        assert "n Go to the next row." in app.text
        assert "0 Go to the beginning of the article." in app.text


async def test_a_command_that_lost_its_key_is_told_without_one() -> None:
    app = SmallApp({"follow": "x"})
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        assert "x Keep only" in app.text
        assert "– Lay side by side" in app.text


async def test_it_closes_as_people_expect() -> None:
    app = SmallApp()
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("escape", "q", "question_mark", "f1"):
            app.open_help()
            await pilot.pause()
            await pilot.press(key)
            assert isinstance(app.screen, SmallReader), key


async def test_a_word_finds_commands_and_escape_brings_all_back() -> None:
    app = SmallApp()
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        everything = app.text
        await pilot.press("slash", *"edito")
        await pilot.pause()
        assert app.text.endswith(" e Open the file in your editor and read it again after.")
        assert len(app.text) < 100
        await pilot.press("escape")
        await pilot.pause()
        assert app.text == everything
        await pilot.press("escape")
        assert isinstance(app.screen, SmallReader)


async def test_a_key_tells_what_it_does() -> None:
    app = SmallApp()
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        await pilot.press("slash", "y")
        await pilot.pause()
        assert app.text == "Findings y Copy the passage with its speaker and source."


async def test_a_word_that_is_nowhere_is_only_text() -> None:
    app = SmallApp()
    async with app.run_test(size=(200, 50)) as pilot:
        app.open_help()
        await pilot.pause()
        await pilot.press("slash")
        app.screen.query_one(Input).value = "[/nowhere]"
        await pilot.pause()
        assert app.text == "Nothing about “[/nowhere]”"


async def test_it_scrolls_with_the_keys_of_the_reader() -> None:
    app = SmallApp()
    async with app.run_test(size=(60, 15)) as pilot:
        app.open_help()
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        page = app.screen.page
        await pilot.press("j")
        assert page.scroll_offset.y == 1
        await pilot.press("space", "G")
        assert page.scroll_offset.y == page.max_scroll_y > 40
        await pilot.press("g", "up")
        assert page.scroll_offset.y == 0


async def test_it_fits_any_terminal() -> None:
    app = SmallApp()
    async with app.run_test(size=(1, 1)) as pilot:
        app.open_help()
        for size in ((30, 5), (80, 24), (140, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert all(command.help in app.text for command in COMMANDS)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, "key   one two three four five\n      six"),
        (20, "key\n  one two three four\n  five six"),
        (1, "key\n  o\n  n\n  e"),
    ],
)
def test_a_text_hangs_beside_its_label(width: int, shown: str) -> None:
    text = hanging(Content("key"), Content("one two three four five six"), 6, width).plain
    assert "\n".join(line.rstrip() for line in text.splitlines()).startswith(shown)
