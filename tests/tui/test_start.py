"""What is done before the first frame is done once, and leaves the screen as it has to be."""

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from readings import article
from screens import WIDE, reader_app, ready
from tuireader.session.desk import Desk
from tuireader.storage.config import Config
from tuireader.tui.app import ReaderApp
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.theme import DARK, LIGHT, SIXTEEN

OTHER = {DARK: LIGHT, LIGHT: DARK, SIXTEEN: DARK}


def look_of(node: DOMNode) -> dict[str, object]:
    """Return all that the styles say of a part, and of what stands in it."""
    looks = {str(node.css_path_nodes): node.styles.get_rules()}
    return {**looks, "components": {n: s.get_rules() for n, s in node._component_styles.items()}}


@pytest.mark.parametrize("theme", [DARK, LIGHT, SIXTEEN])
async def test_the_first_styles_are_those_that_a_theme_set_later_has(theme: str) -> None:
    desk = Desk(Config())
    app = ReaderApp(ReaderOptions(article=article(), theme=theme), desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        parts = [app, screen, *screen.walk_children()]
        classes, looks = set(app.classes), [look_of(part) for part in parts]
        for later in (OTHER[theme], theme):
            app.theme = later
            app.refresh_css(animate=False)
        assert set(app.classes) == classes
        assert [look_of(part) for part in parts] == looks


async def test_no_style_is_read_twice_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    read_again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", read_again.append)
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
    assert read_again == []


async def test_the_analysis_begins_when_the_first_frame_is_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin, painted = ReaderScreen.begin_analysis, []

    def watched(self: ReaderScreen) -> None:
        painted.append(len(self.view._strips))
        begin(self)

    monkeypatch.setattr(ReaderScreen, "begin_analysis", watched)
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
    assert len(painted) == 1
    assert painted[0] > 0


async def test_a_search_can_be_typed_before_its_line_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def nothing(_: ReaderScreen) -> None:
        pass

    monkeypatch.setattr(ReaderScreen, "_prepare_lines", nothing)
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", "b", "o", "l", "t")
        await pilot.pause()
        assert screen.search_bar.pattern == "bolt"
        assert screen.session.search is not None
        assert screen.session.search.pattern == "bolt"
