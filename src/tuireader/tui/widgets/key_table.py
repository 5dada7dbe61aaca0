"""Commands and their keys as a column of text."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tuireader.tui.widgets.hanging import hanging

KEYS_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of help."""

    keys: Content
    """The keys, or whatever it explains."""

    text: str
    """What they do."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of help under a heading."""

    title: str
    """The heading."""

    entries: tuple[Entry, ...]
    """The lines."""


class KeyTable(Widget):
    """Sections of help, wrapped to the width that the column has."""

    def __init__(self) -> None:
        """Make an empty column."""
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._pages: dict[int, Content] = {}

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections.

        Args:
            sections: What to show.
        """
        self._sections = tuple(sections)
        self._pages.clear()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the sections take at a width."""
        return self._page(width).plain.count("\n") + 1

    def render(self) -> Content:
        """Return the sections, wrapped."""
        return self._page(self.content_size.width)

    def _page(self, width: int) -> Content:
        if width not in self._pages:
            parts = [_section_content(section, width) for section in self._sections]
            self._pages[width] = Content("\n\n").join(parts)
        return self._pages[width]


def _section_content(section: Section, width: int) -> Content:
    lines = [Content.styled(section.title, "bold $accent")]
    lines += [
        hanging(entry.keys, Content.styled(entry.text, "$quiet"), KEYS_WIDTH, width)
        for entry in section.entries
    ]
    return Content("\n").join(lines)
