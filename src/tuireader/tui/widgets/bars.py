"""The lines above and below the reader: title and place, keys and status."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tuireader.tui.messages import CommandInvoked
from tuireader.tui.widgets.row_text import fit


class TitleBar(Widget):
    """The title at the left; length and place at the right."""

    title: reactive[str] = reactive("")
    place: reactive[str] = reactive("")

    def render(self) -> Content:
        """Cut the title so that the place stays readable."""
        width = self.size.width
        place = fit(self.place, max(0, width - 12))
        title = fit(self.title, max(0, width - cell_len(place) - 3))
        gap = " " * max(1, width - cell_len(title) - cell_len(place) - 2)
        return Content.assemble((f" {title}", "bold"), gap, (f"{place} ", "$quiet"))


class StatusBar(Widget):
    """The keys that can be pressed, each of which can be clicked; what goes on at the right."""

    status: reactive[str] = reactive("")
    keys: reactive[tuple[tuple[str, str, str], ...]] = reactive(())

    def show_keys(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys.

        Args:
            keys: Command id, key and label of each.
        """
        self.keys = tuple(keys)

    def render(self) -> Content:
        """Leave keys out from the right where there is no room."""
        width = self.size.width
        status = fit(self.status, max(0, width * 2 // 3))
        parts: list[tuple[str, str]] = []
        used = 0
        for _, key, label in self._fitting(width - cell_len(status) - 2):
            parts += [(f" {key}", "bold $accent"), (f" {label} ", "$quiet")]
            used += cell_len(key) + cell_len(label) + 3
        gap = " " * max(1, width - used - cell_len(status) - 1)
        return Content.assemble(*parts, gap, (f"{status} ", "$quiet"))

    def _fitting(self, room: int) -> list[tuple[str, str, str]]:
        fitting = []
        for item in self.keys:
            room -= cell_len(item[1]) + cell_len(item[2]) + 3
            if room < 0:
                break
            fitting.append(item)
        return fitting

    def on_click(self, event: events.Click) -> None:
        """Invoke the command whose key is under the mouse."""
        edge = 0
        for command, key, label in self.keys:
            edge += cell_len(key) + cell_len(label) + 3
            if event.x < edge:
                self.post_message(CommandInvoked(command))
                return


class Inspector(Static):
    """All that is known of the selected finding."""

    ALLOW_SELECT = True

    def tell(self, heading: str, lines: Sequence[str]) -> None:
        """Show a heading and lines.

        Args:
            heading: What it is.
            lines: What is known of it.
        """
        parts: list[tuple[str, str] | str] = [(heading, "bold")]
        parts += [(f"\n{line}", "$quiet") for line in lines]
        self.update(Content.assemble(*parts))
