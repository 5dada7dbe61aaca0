"""A screen that is closed twice, as two fast keys do it, leaves the reader where it was."""

import gc
import weakref

import pytest

from screens import WIDE, reader_app, ready


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "x", "o"])
async def test_a_screen_closed_twice_is_closed(key: str) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        reader = await ready(pilot)
        await pilot.press(key)
        over = pilot.app.screen
        assert over is not reader
        over.dismiss()
        over.dismiss()
        await pilot.pause()
        assert pilot.app.screen is reader


async def test_keys_before_the_palette_is_filled_do_no_harm() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        reader = await ready(pilot)
        await pilot.press("ctrl+p", "pagedown", "a", "pagedown", "backspace", "pagedown", "escape")
        await pilot.press("ctrl+p", "escape", "ctrl+p", "x", "escape")
        await pilot.pause()
        assert pilot.app.screen is reader


async def test_a_click_beside_a_screen_that_has_shrunk_does_no_harm() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+p")
        palette = pilot.app.screen
        assert palette.get_widget_at(500, 500)[0] is palette
        await pilot.press("escape")


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "x", "o"])
async def test_a_key_for_a_screen_without_its_parts_does_no_harm(key: str) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        reader = await ready(pilot)
        await pilot.press(key)
        over = pilot.app.screen
        await over.query("*").remove()
        await pilot.press("down", "pagedown", "enter", "escape")
        await pilot.pause()
        while pilot.app.screen is not reader:
            pilot.app.pop_screen()
        await pilot.press("j")


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "x", "o"])
async def test_keys_for_a_list_that_has_no_room_do_no_harm(key: str) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        reader = await ready(pilot)
        await pilot.press(key, "down")
        await pilot.resize_terminal(1, 1)
        await pilot.press("pageup", "pagedown", "down", "up", "home", "end", "escape")
        await pilot.resize_terminal(*WIDE)
        assert pilot.app.screen is reader


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "x"])
async def test_nothing_holds_what_a_closed_screen_drew(key: str) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(key)
        await pilot.pause()
        drawn = weakref.ref(pilot.app.screen._styles_cache)
        await pilot.press("escape")
        # The screen that was left last is still in hand.
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        gc.collect()
        assert drawn() is None
