"""Messages come, go, and leave nothing behind."""

import pytest
from textual.events import MouseDown
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastHolder

from readings import article
from screens import WIDE, reader_app, ready


def messages(pilot: Pilot[None]) -> list[str]:
    """Return the messages that all screens show."""
    shown = [screen.query(Toast) for screen in pilot.app.screen_stack]
    return [toast._notification.message for toasts in shown for toast in toasts]


def frames(pilot: Pilot[None]) -> int:
    """Count what messages stand in, on all screens."""
    return sum(len(screen.query(ToastHolder)) for screen in pilot.app.screen_stack)


@pytest.mark.parametrize("dialog", [[], ["question_mark"], ["o"]])
async def test_a_message_that_is_gone_leaves_no_room(dialog: list[str]) -> None:
    async with reader_app().run_test(size=WIDE, notifications=True) as pilot:
        await ready(pilot)
        pilot.app.notify("first")
        await pilot.pause()
        await pilot.press(*dialog)
        await pilot.pause()
        assert messages(pilot) == ["first"] * frames(pilot)
        assert frames(pilot) == 1 + bool(dialog)
        pilot.app.clear_notifications()
        await pilot.pause()
        pilot.app.notify("second")
        await pilot.press("escape")
        await pilot.pause()
        assert messages(pilot) == ["second"]
        assert frames(pilot) == 1


async def test_what_was_said_of_an_article_goes_with_it() -> None:
    async with reader_app().run_test(size=WIDE, notifications=True) as pilot:
        screen = await ready(pilot)
        pilot.app.notify("this article is cut off")
        await pilot.pause()
        screen.show_other(article(repeated=3), 0)
        await ready(pilot)
        assert messages(pilot) == []
        assert frames(pilot) == 0


async def test_a_click_on_a_message_that_is_going_does_no_harm() -> None:
    async with reader_app().run_test(size=WIDE, notifications=True) as pilot:
        screen = await ready(pilot)
        pilot.app.notify("first")
        await pilot.pause()
        message = screen.query_one(Toast)
        x, y = message.region.x + 2, message.region.y + 1
        clicked: list[Widget] = []

        async def remove_and_click() -> None:
            """Do both before the screen is laid out again, as it does so between two messages."""
            await message.remove()
            clicked.append(screen.get_widget_at(x, y)[0])
            await pilot.app.on_event(MouseDown(None, x, y, 0, 0, 1, False, False, False))

        screen.call_later(remove_and_click)
        await pilot.pause()
        assert clicked == [message]
        assert screen.get_widget_at(x, y)[0] is not message
