"""A long article is on screen before all of it is wrapped, and nobody sees the difference."""

import pytest
from textual.pilot import Pilot

from readings import article
from screens import WIDE, reader_app
from tuireader.tui.reading.excerpt import Excerpt
from tuireader.tui.widgets import wrapped_view
from tuireader.tui.widgets.article_view import ArticleView

LONG = article(repeated=2_000)


@pytest.fixture(autouse=True)
def never_wraps_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapped_view.WrappedView, "_wrap_on", lambda *_: None)


async def opened(pilot: Pilot[None]) -> ArticleView:
    await pilot.pause()
    view: ArticleView = pilot.app.screen.query_one(ArticleView)
    assert isinstance(view._wrapping, Excerpt)
    return view


def painted(view: ArticleView, y: int) -> str:
    return view.render_line(y).text.strip()


async def test_the_end_and_the_beginning_are_a_key_away() -> None:
    async with reader_app(LONG).run_test(size=WIDE) as pilot:
        view = await opened(pilot)
        await pilot.press("G")
        assert view.bottom_offset == len(LONG.text)
        await pilot.press("g")
        assert view.top_offset == 0


async def test_pages_go_on_where_the_known_lines_end() -> None:
    async with reader_app(LONG).run_test(size=WIDE) as pilot:
        view = await opened(pilot)
        while isinstance(view._wrapping, Excerpt):
            last = painted(view, view.size.height - 2)
            await pilot.press("space")
        assert painted(view, 0) == last


async def test_a_new_width_keeps_the_first_line_and_a_jump_finds_its_place() -> None:
    async with reader_app(LONG).run_test(size=WIDE) as pilot:
        view = await opened(pilot)
        middle = LONG.paragraphs[len(LONG.paragraphs) // 2].start
        view.go_to_offset(middle)
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert isinstance(view._wrapping, Excerpt)
        assert view.top_offset == middle
        view.scroll_to_offset(40)
        assert view.top_offset <= 40 < view.bottom_offset
        assert not isinstance(view._wrapping, Excerpt)


async def test_the_first_line_stays_when_all_is_wrapped() -> None:
    async with reader_app(LONG).run_test(size=WIDE) as pilot:
        view = await opened(pilot)
        middle = LONG.paragraphs[len(LONG.paragraphs) // 2].start
        view.go_to_offset(middle)
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        view.wrap_rest()
        assert view.top_offset == middle
        assert view.virtual_size.height == len(view._wrapping or ())
