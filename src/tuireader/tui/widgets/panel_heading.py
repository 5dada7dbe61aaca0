"""The heading of a panel: its title, how many rows it has, and a line to type in."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tuireader.tui.widgets.filter_line import FilterLine


class PanelHeading(Horizontal):
    """Says what a panel lists and how much of it.

    The words are painted by the heading itself: a widget for them would be laid out anew whenever
    they change.

    Args:
        key: The key that leads to the panel.
        title: What it lists.
    """

    def __init__(self, key: str, title: str) -> None:
        super().__init__(classes="panel--heading")
        self._key, self._title = key, title
        self._number = ""
        self._is_lit = False
        self._count = Static(classes="panel--count")
        self.line = FilterLine()

    def render(self) -> Content:
        """Write key, title and number."""
        return Content.assemble(
            (f" {self._key} ", "$quiet"),
            (self._title, "bold $accent" if self._is_lit else "bold"),
            (f"  {self._number}", "$quiet"),
        )

    def compose(self) -> ComposeResult:
        """Put the line to type in behind the words, unseen."""
        yield self.line
        yield self._count

    def light(self, lit: bool) -> None:
        """Show whether keys go to the panel."""
        if lit != self._is_lit:
            self._is_lit = lit
            self.refresh()

    def show_number(self, number: str) -> None:
        """Show behind the title how many rows there are."""
        self._number = number
        self.refresh()

    def show_kept(self, kept: int, total: int) -> None:
        """Show that the reader types, and how many of all rows have the words that were typed."""
        self.show_number("/")
        self._count.update(Content(f"{kept:,} of {total:,} "))
        self.line.styles.margin = (0, 0, 0, self.render().cell_length)
