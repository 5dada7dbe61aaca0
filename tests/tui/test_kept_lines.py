"""Painted lines are kept from frame to frame, and never differ from what would be painted anew."""

from dataclasses import replace

import pytest
from textual.geometry import Region
from textual.strip import Strip

from readings import article
from screens import NARROW, WIDE, reader_app, ready
from tuireader.session.search import MOST_HITS
from tuireader.tui.reading.marks import Layer, Look, marks_of
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.widgets.article_view import FEW_MARKS, ArticleView


def on_screen(view: ArticleView) -> list[Strip]:
    return view.render_lines(Region(0, 0, view.outer_size.width, view.size.height))


def painted_anew(view: ArticleView) -> list[Strip]:
    view.forget_lines()
    return on_screen(view)


STORIES = {
    "from passage to passage": ["s", "s", "c", "i", "n", "n", "N", "backspace", "escape"],
    "rows": ["1", "down", "enter", "enter", "2", "down", "enter", "3", "enter", "escape"],
    "following": ["1", "f", "n", "escape", "a", "a"],
    "searching": ["slash", "b", "r", "i", "enter", "n", "n", "escape"],
    "choosing marks": ["c", "m", "m", "m", "m", "m", "m"],
    "other lines": ["c", "plus", "plus", "minus", "G", "g", "space", "b", "t"],
}


@pytest.mark.parametrize("keys", STORIES.values(), ids=STORIES)
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_kept_lines_are_those_that_would_be_painted(
    keys: list[str], size: tuple[int, int]
) -> None:
    async with reader_app(article(repeated=9)).run_test(size=size) as pilot:
        view = (await ready(pilot)).view
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            assert on_screen(view) == painted_anew(view), f"after {key}"


@pytest.mark.parametrize("count", [1, FEW_MARKS, FEW_MARKS + 1, MOST_HITS])
async def test_marks_that_go_are_gone_however_many_there_were(count: int) -> None:
    async with reader_app(article(repeated=9)).run_test(size=WIDE) as pilot:
        view = (await ready(pilot)).view
        bare = on_screen(view)
        words = [paragraph.span for paragraph in view.article.paragraphs[:1]] * count
        view.show_marks(Layer.HITS, marks_of(words, Look.HIT))
        assert on_screen(view) != bare
        view.show_marks(Layer.HITS, marks_of([], Look.HIT))
        assert on_screen(view) == bare


async def test_a_part_of_the_lines_is_cut_out_of_whole_ones() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        view = (await ready(pilot)).view
        whole = on_screen(view)
        part = view.render_lines(Region(10, 3, 20, 4))
        assert part == [strip.crop(10, 30) for strip in whole[3:7]]


async def test_what_could_act_on_the_terminal_is_not_in_the_lines_that_leave_the_view() -> None:
    harmless = article("A bridge\n\nThe bridge was shut today.\n")
    acting = replace(harmless, text=harmless.text.replace("shut", "s\x1bc\x9b"))
    async with reader_app(acting).run_test(size=WIDE) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        text = "".join(strip.text for strip in on_screen(screen.view))
        assert "The bridge" in text
        assert text.isprintable()
