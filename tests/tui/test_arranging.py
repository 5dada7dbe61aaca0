"""Another size, or the side bar in another way: every part is placed by the rules, and at once."""

from typing import Any

import pytest
from textual.dom import DOMNode
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from screens import WIDE, reader_app, ready
from tuireader.tui import mended_app

SIZES = [(100, 40), (60, 15), (80, 24), (120, 40), (60, 36), (200, 19), (20, 5), (120, 34)]


def rules(node: DOMNode) -> dict[str, Any]:
    """Return the styles of a node, and those that it has for parts of itself."""
    own = {"": node.styles.base.get_rules()}
    return own | {name: styles.get_rules() for name, styles in node._component_styles.items()}


def rules_on(screen: Screen[Any]) -> dict[Widget, dict[str, Any]]:
    """Return the styles of everything on a screen."""
    return {widget: rules(widget) for widget in screen.walk_children(Widget, with_self=True)}


def assert_all_styles_are_right(screen: Screen[Any]) -> None:
    """Check that nothing changes where everything gets its styles anew."""
    before = rules_on(screen)
    screen.app.stylesheet.update(screen)
    assert rules_on(screen) == before


@pytest.mark.parametrize("first", [WIDE, (60, 15)])
async def test_a_new_size_leaves_no_part_with_old_styles(first: tuple[int, int]) -> None:
    async with reader_app().run_test(size=first) as pilot:
        screen = await ready(pilot)
        assert_all_styles_are_right(screen)
        for size in (*SIZES, *reversed(SIZES)):
            await pilot.resize_terminal(*size)
            assert_all_styles_are_right(screen)


@pytest.mark.parametrize("size", [WIDE, (60, 15)])
async def test_the_side_bar_leaves_no_part_with_old_styles(size: tuple[int, int]) -> None:
    async with reader_app().run_test(size=size) as pilot:
        screen = await ready(pilot)
        side = screen.query_one("#side")
        shown = [side.display]
        for _ in range(3):
            screen.action_side_bar()
            await pilot.pause()
            assert_all_styles_are_right(screen)
            shown.append(side.display)
        assert shown in ([True, False] * 2, [False, True] * 2)


async def resize(pilot: Pilot[None], columns: int) -> bool:
    """Give another width, and tell whether it was taken at once."""
    size = Size(columns, 40)
    await pilot.app.on_event(Resize(size, size))
    return pilot.app._resize_event is None


async def test_a_size_is_taken_at_once_unless_one_has_just_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr(mended_app, "monotonic", lambda: now)
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        now += 2 * mended_app.RESIZING
        assert await resize(pilot, 100)
        now += mended_app.RESIZING / 2
        assert not await resize(pilot, 90)
        await pilot.pause(0.05)
        assert screen.size.width == 90
        now += 2 * mended_app.RESIZING
        assert await resize(pilot, 80)
