"""Keys that come together act as if they were typed one by one.

A terminal hands them on in one piece where they are pasted, sent by a script, or come over a slow
line. Textual forwards each of them to what has the focus then, and runs its command when it comes
back from there: behind the others, so that "/the" would not search but run three commands (8.2.8).
"""

import asyncio
from collections import deque
from contextlib import suppress
from contextvars import Context
from typing import Any

from textual.app import App, ScreenStackError
from textual.events import Event, InputEvent, Key, Paste
from textual.message_pump import MessagePump

PATIENCE = 0.2
"""Seconds that a key waits for the one before at most."""

ROUNDS = 4
"""How often the way of a message from the focus up to the app is gone.

A key goes it once. It may lead to a message, which leads to another one, which moves the focus.
"""


class OneByOne:
    """Holds keys back until the one before has had its effect.

    Args:
        app: The app that gets the keys.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Event] = deque()
        self._let_in: Event | None = None
        self._following: asyncio.Task[None] | None = None

    def holds_back(self, event: Event) -> bool:
        """Tell whether it is not the turn of an event yet; it comes once more when it is.

        Args:
            event: What the app is about to take; anything but keys, pastes and the mouse passes.
        """
        if not isinstance(event, InputEvent | Paste):
            return False
        is_typed = isinstance(event, Key | Paste)
        has_turn = event is self._let_in
        if has_turn:
            self._let_in = None
        elif self._waiting or self._let_in or (is_typed and self._following):
            self._waiting.append(event)
            return True
        if has_turn or is_typed:
            self._following = asyncio.create_task(self._follow(), context=Context())
        return False

    async def _follow(self) -> None:
        """Follow what an event leads to, and let the next one in."""
        with suppress(TimeoutError, ScreenStackError):  # the latter where it led to the end
            async with asyncio.timeout(PATIENCE):
                await self._let_messages_pass()
        self._following = None
        if self._waiting:
            self._let_in = self._waiting.popleft()
            self._app.post_message(self._let_in)

    async def _let_messages_pass(self) -> None:
        for _ in range(ROUNDS):
            await _reach(self._app)
            for node in (self._app.focused or self._app.screen).ancestors_with_self:
                await _reach(node)


async def _reach(pump: MessagePump) -> None:
    """Wait until everything is done that has been asked of a widget so far."""
    reached = asyncio.Event()
    if pump.call_later(reached.set):
        await reached.wait()
