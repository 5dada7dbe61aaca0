"""Textual's app where it ends for no good reason, says too much or does things twice (8.2.8)."""

from collections.abc import Mapping
from time import monotonic
from typing import Any

from rich.console import RenderableType
from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.events import Event, MouseDown, Resize
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets._toast import ToastHolder, ToastRack
from textual.worker import WorkerFailed

RESIZING = 0.1
"""Seconds after a new size in which another one is likely to follow."""


class MendedApp(App[None]):
    """An app that fast keys do not end, and that keeps to itself what a fault had at hand."""

    _has_theme = False
    _last_resize = 0.0

    def begin_with_theme(self, name: str) -> None:
        """Take the theme that is in force from the first frame on; before the app runs.

        A theme that is set as later ones are has every style read once more.

        Args:
            name: A theme that is registered.
        """
        self.set_reactive(MendedApp.theme, name)
        self._has_theme = True
        is_dark = self.current_theme.dark
        self.update_classes(
            {f"-theme-{name}": True, "-dark-mode": is_dark, "-light-mode": not is_dark},
            update=False,
        )
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; none before there is one, when Textual already asks."""
        return super().get_css_variables() if self._has_theme else {}

    def _handle_exception(self, error: Exception) -> None:
        """Let pass that the palette was closed while it still looked for commands.

        Its worker then misses its list, and Textual would end the app for that.
        """
        missing = isinstance(error, WorkerFailed) and isinstance(error.error, NoMatches)
        if not missing or isinstance(self.screen, CommandPalette):
            super()._handle_exception(error)

    async def run_action(
        self,
        action: Any,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; let pass a key for a screen that is being built or taken down.

        Its parts are not there then. A list that is not filled yet, or has no room for a line,
        does not know its lines when it is to turn a page.
        """
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except NoMatches:
            return False
        except KeyError:
            if isinstance(default_namespace, CommandPalette | OptionList):
                return False
            raise

    async def on_event(self, event: Event) -> None:
        """Pass over a click on what has just been taken away and is still on the screen.

        Textual looks for the parent of what was clicked, and ends the app where there is none.
        """
        if isinstance(event, MouseDown) and self._hits_what_is_gone(event):
            return
        await super().on_event(event)
        if isinstance(event, Resize):
            self._take_size_at_once()

    def _take_size_at_once(self) -> None:
        """Take a new size without the pause in which Textual waits for another one.

        It waits as before where one has just come: while a window is drawn to its size, all sizes
        in between would be laid out otherwise.
        """
        now = monotonic()
        if now - self._last_resize > RESIZING:
            self._check_resize()
        self._last_resize = now

    def _hits_what_is_gone(self, event: MouseDown) -> bool:
        try:
            widget, _ = self.screen.get_widget_at(event.x, event.y)
        except NoWidget:
            return False
        return not widget.is_attached

    def pop_screen(self) -> AwaitComplete:
        """Close the topmost screen; the reader's own stays.

        Two keys typed fast close a screen twice, and Textual ends the app then. It also keeps what
        up to a thousand closed widgets drew, by a cache that has the widgets' own caches as keys.
        What a closed screen drew is two thirds of what the garbage collector would have to free.
        """
        if len(self.screen_stack) <= 1:
            return AwaitComplete()
        closed = self.screen
        popped = super().pop_screen()
        StylesCache.get_inner_outer.cache_clear()
        _forget_lines(closed)
        return popped

    def _refresh_notifications(self) -> None:
        """Show the messages there are; where one has gone, take its frame away as well.

        Textual leaves the frames of those that ended while a dialog was open, each with all that
        was drawn in it, and shows later ones above the empty places.
        """
        super()._refresh_notifications()
        self.call_later(self._remove_empty_frames)

    def _remove_empty_frames(self) -> None:
        shown = {ToastRack._toast_id(message) for message in self._notifications}
        for screen in self.screen_stack:
            for frame in screen.query(ToastHolder):
                if frame.id not in shown:
                    frame.remove()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text through the terminal; none leaves the clipboard as it is.

        Textual copies what is cut out of a line, and nothing where nothing is chosen.
        """
        if text:
            super().copy_to_clipboard(text)

    def panic(self, *_: RenderableType) -> None:
        """End after a fault that Textual would describe on the terminal."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End after a fault.

        Textual's own would ring the bell and print every variable at hand, the article among
        them. There is no public way to say otherwise.
        """
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """What ended the app unexpectedly."""
        wrapped = self._exception
        inner = wrapped.error if isinstance(wrapped, WorkerFailed) else wrapped
        return inner if isinstance(inner, Exception) else wrapped


def _forget_lines(screen: Screen[Any]) -> None:
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()
        widget._render_cache.lines.clear()
