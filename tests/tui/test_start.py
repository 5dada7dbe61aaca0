"""What is done before the first frame is done once, and leaves the screen as it has to be."""

import asyncio

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot

from readings import article
from screens import NARROW, WIDE, reader_app, ready
from tuireader.session.desk import Desk
from tuireader.session.kinds import Kind
from tuireader.storage.config import Config
from tuireader.storage.state import State
from tuireader.tui.app import ReaderApp
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.theme import DARK, LIGHT, SIXTEEN

OTHER = {DARK: LIGHT, LIGHT: DARK, SIXTEEN: DARK}


def look_of(node: DOMNode) -> dict[str, object]:
    """Return all that the styles say of a part, and of what stands in it."""
    of = f"{type(node).__name__} {node.id} {sorted(node.classes)}"
    return {
        of: node.styles.get_rules(),
        "components": {n: s.get_rules() for n, s in node._component_styles.items()},
    }


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


@pytest.mark.parametrize(
    ("configured", "remembered", "shown"),
    [(True, None, True), (False, None, False), (True, False, False), (False, True, True)],
)
async def test_the_side_bar_is_as_it_was_left(
    configured: bool, remembered: bool | None, shown: bool
) -> None:
    app = reader_app(config=Config(side_bar=configured))
    if remembered is not None:
        app.desk.memory.state = State(side_bar=remembered)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert (screen.view.region.width < WIDE[0]) is shown


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


@pytest.fixture
def furnish(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Leave the screen as the first frame shows it, until this is set."""
    now, usual = asyncio.Event(), ReaderScreen._furnish

    async def when_told(self: ReaderScreen) -> None:
        await now.wait()
        await usual(self)

    def begin(self: ReaderScreen) -> None:
        self.run_worker(when_told(self))

    monkeypatch.setattr(ReaderScreen, "_furnish", begin)
    return now


async def first_frame(pilot: Pilot[None]) -> ReaderScreen:
    """Wait until the text is on the screen."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert not screen.inspector.is_attached
    return screen


async def test_a_search_can_be_typed_before_the_screen_is_furnished(furnish: asyncio.Event) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await first_frame(pilot)
        await pilot.press("slash", "b", "o", "l", "t")
        await pilot.pause()
        assert screen.search_bar.pattern == "bolt"
        furnish.set()
        await ready(pilot)
        assert screen.search_bar.pattern == "bolt"
        assert screen.session.search is not None
        assert screen.session.search.pattern == "bolt"


@pytest.mark.parametrize("keys", [["2"], ["tab", "tab"], ["m", "2"], ["s", "3", "2"]])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_panel_can_be_asked_for_before_it_is_there(
    furnish: asyncio.Event, keys: list[str], size: tuple[int, int]
) -> None:
    async with reader_app().run_test(size=size) as pilot:
        screen = await first_frame(pilot)
        await pilot.press(*keys)
        furnish.set()
        await ready(pilot)
        rows = screen.panels[Kind.FIGURE].rows
        assert screen.focused is rows
        assert rows.has_focus
        assert rows.size.area > 0
        await pilot.press("slash", "m")
        await pilot.pause()
        assert screen.panels[Kind.FIGURE].filter_text == "m"


@pytest.mark.parametrize("keys", [["1", "0"], ["tab", "shift+tab"], ["2", "enter", "0"]])
async def test_a_panel_that_is_left_again_before_it_is_there_does_not_get_the_focus(
    furnish: asyncio.Event, keys: list[str]
) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await first_frame(pilot)
        await pilot.press(*keys)
        furnish.set()
        await ready(pilot)
        assert screen.focused is screen.view


async def test_keys_behind_one_for_a_panel_are_not_lost(furnish: asyncio.Event) -> None:
    async with reader_app(article(repeated=20)).run_test(size=WIDE) as pilot:
        screen = await first_frame(pilot)
        await pilot.press("1", "G")
        assert screen.view.top_offset > 0
        furnish.set()
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_a_screen_that_is_left_at_once_is_not_furnished(furnish: asyncio.Event) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        await first_frame(pilot)
        furnish.set()
        await pilot.press("q")
    assert pilot.app.return_code == 0
