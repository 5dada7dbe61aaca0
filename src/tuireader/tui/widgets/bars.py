"""The lines above and below the reader: title and place, keys and status."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tuireader.tui.messages import CommandInvoked
from tuireader.tui.widgets.row_text import fit

MOST_CUT_CREDIT = 12
"""Cells below which a cut credit tells nothing."""


class KeyLabel(NamedTuple):
    """A key that the footer shows."""

    command: str
    """Id of its command."""

    key: str
    """The key, as a keyboard names it."""

    label: str
    """What it does, in a word."""

    is_vital: bool
    """Whether it is shown even where there is little room."""

    @property
    def cells(self) -> int:
        """Cells that it takes, the blanks around it included."""
        return cell_len(self.key) + cell_len(self.label) + 3


class TitleBar(Widget):
    """The title at the left, with who wrote it and when; length and place at the right."""

    title: reactive[str] = reactive("")
    credit: reactive[str] = reactive("")
    place: reactive[str] = reactive("")

    def render(self) -> Content:
        """Cut the credit first, then the title, so that the place stays readable."""
        width = self.size.width
        place = fit(self.place, max(0, width - 12))
        room = max(0, width - cell_len(place) - 3)
        title = fit(self.title, room)
        room -= cell_len(title) + 2
        credit = fit(self.credit, room) if self.credit and room >= MOST_CUT_CREDIT else ""
        left = cell_len(title) + (cell_len(credit) + 2 if credit else 0)
        gap = " " * max(1, width - left - cell_len(place) - 2)
        parts = [(f" {title}", "bold"), (f"  {credit}" if credit else "", "$quiet")]
        return Content.assemble(*parts, gap, (f"{place} ", "$quiet"))


class StatusBar(Widget):
    """The keys that can be pressed, each of which can be clicked; what goes on at the right."""

    status: reactive[str] = reactive("")
    keys: reactive[tuple[KeyLabel, ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__()
        self._fitting: list[KeyLabel] = []

    def render(self) -> Content:
        """Leave out keys where there is no room, those that matter least first."""
        width = self.size.width
        least = sum(key.cells for key in self.keys if key.is_vital)
        status = fit(self.status, max(0, min(width * 2 // 3, width - least - 2)))
        self._fitting = self._choose(width - cell_len(status) - 2)
        parts: list[tuple[str, str]] = []
        for key in self._fitting:
            parts += [(f" {key.key}", "bold $accent"), (f" {key.label} ", "$quiet")]
        used = sum(key.cells for key in self._fitting)
        gap = " " * max(1, width - used - cell_len(status) - 1)
        return Content.assemble(*parts, gap, (f"{status} ", "$quiet"))

    def _choose(self, room: int) -> list[KeyLabel]:
        chosen = []
        for key in sorted(self.keys, key=lambda key: not key.is_vital):
            if key.cells <= room:
                chosen.append(key)
                room -= key.cells
        return [key for key in self.keys if key in chosen]

    def on_click(self, event: events.Click) -> None:
        """Invoke the command whose key is under the mouse."""
        edge = 0
        for key in self._fitting:
            edge += key.cells
            if event.x < edge:
                self.post_message(CommandInvoked(key.command))
                return


class Inspector(Static):
    """All that is known of the selected finding.

    It grows with what it tells and stays as high until it tells nothing: to lay the screen out
    anew takes longer than all else that is done to go to a finding.
    """

    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual calls it so
        super().__init__(id=id)
        self._width = 0
        self._height = 0

    def tell(self, heading: str, lines: Sequence[str]) -> None:
        """Show a heading and lines.

        Args:
            heading: What it is.
            lines: What is known of it.
        """
        is_nothing = not heading and not lines
        if is_nothing:
            self._height = 0
        height = _told(heading, lines).get_height({}, self._width) if self._width else 0
        self.update(_told(heading, lines), layout=is_nothing or height > self._height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the most lines that were needed at this width."""
        if width != self._width:
            self._width, self._height = width, 0
        self.clear_cached_dimensions()
        self._height = max(self._height, super().get_content_height(container, viewport, width))
        return self._height


def _told(heading: str, lines: Sequence[str]) -> Content:
    parts: list[tuple[str, str] | str] = [(heading, "bold")]
    parts += [(f"\n{line}", "$quiet") for line in lines]
    return Content.assemble(*parts)
