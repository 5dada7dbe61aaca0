"""Links: seen on a key, opened on another, and only then."""

from dataclasses import replace

import pytest

from readings import article, span
from screens import NARROW, WIDE, reader_app, ready
from tuireader.article.model import Article, Inline, InlineStyle
from tuireader.tui import browser


def linked() -> Article:
    links = [("Harbour Bridge", "https://example.org/bridge"), ("Okafor", "http://example.org/o")]
    inlines = [Inline(*span(words), InlineStyle.LINK, target) for words, target in links]
    emphasis = Inline(*span("broken"), InlineStyle.EMPHASIS)
    return replace(article(), inlines=(*inlines, emphasis))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_links_are_gone_through_and_shown(size: tuple[int, int]) -> None:
    async with reader_app(linked()).run_test(size=size) as pilot:
        screen = await ready(pilot)
        for heading, address in (
            ("link 1 of 2", "https://example.org/bridge"),
            ("link 2 of 2", "http://example.org/o"),
            ("link 1 of 2", "https://example.org/bridge"),
        ):
            await pilot.press("w")
            assert heading in str(screen.inspector.content)
            assert address in str(screen.inspector.content)
        said = "https://example.org/bridge" if size == NARROW else "from the beginning again"
        assert said in screen.status_bar.status


async def test_a_link_is_opened_on_its_key_only(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(app: object, address: str) -> str:
        opened.append(address)
        return "opened"

    monkeypatch.setattr(browser, "open_link", note)
    async with reader_app(linked()).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("W")
        assert "go to a link first" in screen.status_bar.status
        await pilot.press("w")
        await pilot.click("#text", offset=(6, 4))
        assert opened == []
        await pilot.press("W")
        assert opened == ["https://example.org/bridge"]


async def test_a_text_without_links_says_so() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("w")
        assert "no links" in screen.status_bar.status
