"""The search line."""

from functools import cached_property
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tuireader.tui.messages import SearchChanged, SearchClosed, SearchStepped


class SearchBar(Horizontal):
    """A line to type in, the number of hits, and whether it is a regular expression.

    The first frame does without what stands in it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close", "End the search"),
        ("ctrl+r", "toggle_regex", "Regular expression"),
        ("down", "step(1)", "Next hit"),
        ("up", "step(-1)", "Previous hit"),
    ]

    def __init__(self) -> None:
        super().__init__(id="search")
        self.regex = False
        self._sign = Static("/", classes="search--sign")
        self._result = Static(classes="search--result")

    @cached_property
    def _input(self) -> Input:
        return Input(compact=True, select_on_focus=True)

    def prepare(self) -> None:
        """Put sign, line and result into the bar."""
        if not self._sign.is_attached:
            self.mount(self._sign, self._input, self._result)

    def show(self) -> None:
        """Show the bar."""
        self.prepare()
        self.display = True

    def open(self) -> None:
        """Let the reader type."""
        self.show()
        self.screen.set_focus(self._input)

    def tell(self, result: str, *, error: bool = False) -> None:
        """Show how many hits there are, or what is wrong with the pattern."""
        self._result.update(Content(result))
        self._result.set_class(error, "-error")

    @property
    def pattern(self) -> str:
        """What was typed."""
        return self._input.value

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(SearchChanged(self.pattern, self.regex))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchStepped(0))

    def action_step(self, step: int) -> None:
        """Go to another hit while typing."""
        self.post_message(SearchStepped(step))

    def action_close(self) -> None:
        """Give the search up."""
        self.post_message(SearchClosed())

    def action_toggle_regex(self) -> None:
        """Read the pattern as a regular expression, or as words."""
        self.regex = not self.regex
        self._sign.update(Content(".*" if self.regex else "/"))
        self.post_message(SearchChanged(self.pattern, self.regex))
