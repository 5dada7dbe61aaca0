"""Of a long file the beginning is shown first, the rest when it was read."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from readings import HandService, article
from screens import WIDE, reader_app, ready
from tuireader.article.model import Article
from tuireader.errors import ArticleError
from tuireader.session.desk import Desk
from tuireader.tui.screens.reader import ReaderScreen

WHOLE = article(repeated=200)


class Delivery:
    """Brings the rest of the article when it is told to."""

    def __init__(self) -> None:
        self.error: ArticleError | None = None
        self.may_come = asyncio.Event()

    async def read(self, path: Path) -> Article:
        await self.may_come.wait()
        if self.error is not None:
            raise self.error
        return WHOLE


@pytest.fixture
def delivery(monkeypatch: pytest.MonkeyPatch) -> Delivery:
    delivery = Delivery()
    monkeypatch.setattr(Desk, "read", delivery.read)
    return delivery


def beginning() -> Article:
    last = WHOLE.paragraphs[60]
    return replace(
        WHOLE,
        text=WHOLE.text[: last.end],
        paragraphs=WHOLE.paragraphs[:61],
        source=WHOLE.source._replace(path="long.txt", sha256=""),
    )


async def begun(pilot: Pilot[None], *keys: str) -> ReaderScreen:
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.session.article.is_beginning
    await pilot.press(*keys)
    return screen


async def test_the_rest_comes_without_a_jump(delivery: Delivery) -> None:
    service = HandService()
    async with reader_app(beginning(), service=service).run_test(size=WIDE) as pilot:
        screen = await begun(pilot, "space", "space", "j")
        top, lines = screen.view.top_offset, [screen.view.render_line(y).text for y in range(30)]
        assert "reading on" in screen.status_bar.status
        delivery.may_come.set()
        await ready(pilot)
        assert screen.session.article is WHOLE
        assert screen.view.top_offset == top > 0
        assert [screen.view.render_line(y).text for y in range(30)] == lines
        assert "words" in screen.title_bar.place
        assert screen.session.findings.analysis.claims


async def test_who_went_to_the_end_is_at_the_end(delivery: Delivery) -> None:
    async with reader_app(beginning()).run_test(size=WIDE) as pilot:
        screen = await begun(pilot, "G")
        delivery.may_come.set()
        await ready(pilot)
        assert screen.view.bottom_offset == len(WHOLE.text)


async def test_who_types_a_search_types_on(delivery: Delivery) -> None:
    async with reader_app(beginning()).run_test(size=WIDE) as pilot:
        screen = await begun(pilot, "slash", "s", "a")
        before = len(screen.session.search.hits) if screen.session.search else 0
        delivery.may_come.set()
        await ready(pilot)
        await pilot.press("i", "d")
        assert screen.search_bar.pattern == "said"
        assert screen.session.search is not None
        assert len(screen.session.search.hits) > before > 0


async def test_whoever_reads_again_meanwhile_is_told_of_no_change(delivery: Delivery) -> None:
    async with reader_app(beginning()).run_test(size=WIDE) as pilot:
        screen = await begun(pilot, "r")
        delivery.may_come.set()
        await ready(pilot)
        assert screen.session.article is WHOLE
        assert "changed" not in screen.status_bar.status


async def test_what_cannot_be_read_on_stays_as_far_as_it_was_read(delivery: Delivery) -> None:
    async with reader_app(beginning()).run_test(size=WIDE) as pilot:
        screen = await begun(pilot)
        delivery.error = ArticleError("“long.txt” does not exist.")
        delivery.may_come.set()
        await ready(pilot)
        assert screen.session.article.is_beginning
        assert "only the beginning" in screen.status_bar.status
        assert [toast.message for toast in pilot.app._notifications] == [str(delivery.error)]
