"""A reader types what the rows of a panel must contain."""

import pytest
from textual.pilot import Pilot

from readings import article
from screens import MIDDLE, NARROW, WIDE, reader_app, ready
from tuireader.session.kinds import Kind
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.widgets.findings_panel import FindingsPanel


async def typed(pilot: Pilot[None], *keys: str) -> tuple[ReaderScreen, FindingsPanel]:
    """Type in the panel of the claims."""
    screen = await ready(pilot)
    await pilot.press("3", *keys)
    await pilot.pause()
    return screen, screen.panels[Kind.CLAIM]


def heading(panel: FindingsPanel) -> str:
    words, count = panel.heading.render(), panel.heading._count
    return f"{words} {count.content}" if count.display else str(words)


def rows(panel: FindingsPanel) -> list[str]:
    found = [panel.rows.finding_at(panel.rows._index_at(n)) for n in range(panel.rows.row_count)]
    return [finding for finding in found if finding]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_typing_keeps_the_rows_that_contain_it(size: tuple[int, int]) -> None:
    async with reader_app().run_test(size=size) as pilot:
        _, panel = await typed(pilot, "slash", *"million")
        assert panel.rows.row_count == 1
        assert "1 of 3" in heading(panel)
        await pilot.press(*["backspace"] * 7)
        assert panel.rows.row_count == 3
        assert "3 of 3" in heading(panel)


async def test_keys_typed_at_once_are_meant_for_the_line() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "slash", *"qjnf")
        assert panel.filter_text == "qjnf"
        assert screen.session.followed is None


async def test_enter_goes_to_the_passage_of_the_row() -> None:
    async with reader_app(article(repeated=9)).run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "slash", *"million", "enter")
        await pilot.pause()
        assert screen.session.selected == rows(panel)[0]
        assert screen.session.passage is not None
        assert screen.view.top_offset <= screen.session.passage.start < screen.view.bottom_offset
        assert panel.rows.has_focus
        assert panel.rows.row_count == 1


async def test_enter_in_the_drawer_closes_it_as_for_any_row() -> None:
    async with reader_app().run_test(size=NARROW) as pilot:
        screen, _ = await typed(pilot, "slash", *"million", "enter")
        await pilot.pause()
        assert not screen.has_class("-drawer")
        assert screen.view.has_focus
        assert screen.session.passage is not None


@pytest.mark.parametrize("first", [(), ("enter",)])
async def test_escape_ends_it_and_keeps_the_row(first: tuple[str, ...]) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "slash", *"million", *first)
        await pilot.pause()
        finding = panel.rows.finding
        await pilot.press("escape")
        await pilot.pause()
        assert not panel.is_filtering
        assert panel.rows.row_count == 3
        assert panel.rows.finding == finding
        assert panel.rows.has_focus
        assert "/" not in heading(panel)
        assert (screen.session.passage is not None) == bool(first)


async def test_arrows_go_through_the_rows_while_one_types() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        _, panel = await typed(pilot, "slash", *"e", "up", "up", "up", "down")
        assert rows(panel)[1] == panel.rows.finding
        assert panel.filter_text == "e"


async def test_nothing_left_is_said() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        _, panel = await typed(pilot, "slash", *"zzz", "enter")
        assert panel.rows.row_count == 0
        assert "no row" in panel.rows.render_line(0).text
        assert "0 of 3" in heading(panel)


async def test_it_goes_on_while_a_speaker_is_followed_and_when_all_is_shown() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "slash", *"repair", "enter")
        before = rows(panel)
        await pilot.press("a")
        assert set(rows(panel)) >= set(before)
        await pilot.press("a", "1", "home", "f")
        await pilot.pause()
        assert screen.session.followed is not None
        assert set(rows(panel)) <= set(before)
        assert panel.filter_text == "repair"


async def test_the_search_of_the_text_is_at_hand_in_a_list_too() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "ctrl+f")
        assert screen.search_bar.has_focus_within
        assert not panel.is_filtering


async def test_the_keys_of_the_line_are_shown() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, _ = await typed(pilot)
        assert ("filter", "/") in [(key.command, key.key) for key in screen.status_bar.keys]
        await pilot.press("slash")
        await pilot.pause()
        assert [key.label for key in screen.status_bar.keys] == ["go", "end"]


async def test_the_row_of_a_passage_is_found_behind_a_filter() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "home", "enter", "slash", *"zzz", "tab")
        assert screen.view.has_focus
        await pilot.press("enter")
        await pilot.pause()
        assert panel.rows.finding == screen.session.selected
        assert panel.rows.has_focus


async def test_another_article_starts_without_a_filter() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen, panel = await typed(pilot, "slash", *"million")
        screen.show_other(article(repeated=2), 0)
        await ready(pilot)
        assert not panel.is_filtering
        assert panel.rows.row_count == panel.rows.total


def lit(screen: ReaderScreen) -> list[Kind]:
    """Return the panels whose headings are lit."""
    titles = {kind: panel.heading.render() for kind, panel in screen.panels.items()}
    return [kind for kind, title in titles.items() if "$accent" in str(title.spans)]


async def test_the_heading_of_the_panel_that_takes_the_keys_is_lit() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert lit(screen) == []
        for key, kinds in (
            ("1", [Kind.SPEAKER]),
            ("2", [Kind.FIGURE]),
            ("slash", [Kind.FIGURE]),
            ("escape", [Kind.FIGURE]),
            ("escape", []),
            ("3", [Kind.CLAIM]),
            ("tab", []),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert lit(screen) == kinds, key
