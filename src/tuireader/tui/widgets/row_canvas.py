"""Rows of equal height drawn lazily: the part of a `RowList` that the eye sees."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

RowRenderer = Callable[[int, int, bool, bool], Sequence[Strip]]
"""Draws one row: (item index, width in cells, selected, hovered) → its lines.

Too few lines are filled up and too many dropped; segments without a background get that of the
row. It is called for rows on the screen only.
"""

NOTHING = -1
"""The value of `RowCanvas.cursor` while no row is selected."""

_CACHED_ROWS = 256


class RowCanvas(ScrollView):
    """Draws the rows that are on the screen, and knows which items they are.

    Rows are spoken of in two ways: an *index* names an item of the owner, a *position* is a place
    in the list as it is shown. The two differ while an index array filters or reorders the items.

    Component classes: `row-list--cursor` (the selected row), `row-list--hover` (the row under
    the mouse) and `row-list--empty` (the sentence that stands in an empty list).
    """

    ALLOW_SELECT: ClassVar[bool] = False

    NOTHING_LEFT: ClassVar[str] = ""
    """The sentence that stands in a list of which a filter leaves nothing, if it is another."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor",
        "row-list--hover",
        "row-list--empty",
    }

    DEFAULT_CSS = """
    RowCanvas {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .row-list--cursor { background: $foreground 10%; }
        & > .row-list--hover { background: $foreground 5%; }
        & > .row-list--empty { color: $text-muted; }
        &:focus > .row-list--cursor { background: $primary 30%; }
    }
    """

    cursor: reactive[int] = reactive(NOTHING, repaint=False, init=False)
    """Position of the selected row in the list as it is shown, or `NOTHING`."""

    hovered: reactive[int] = reactive(NOTHING, repaint=False, init=False)
    """Position of the row under the mouse, or `NOTHING`."""

    def __init__(
        self,
        *,
        row_height: int,
        empty_text: str,
        id: str | None,  # noqa: A002 Textual calls it so
        classes: str | None,
    ) -> None:
        """Make an empty canvas.

        Args:
            row_height: Lines that each row takes.
            empty_text: The sentence that stands there while there are no rows.
            id: The id of the widget.
            classes: Its CSS classes.
        """
        super().__init__(id=id, classes=classes)
        self.row_height = row_height
        self._empty_text = empty_text
        self._count = 0
        self._draw: RowRenderer | None = None
        self._index_array: Sequence[int] | None = None
        self._positions: dict[int, int] | None = None
        self._lines: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(_CACHED_ROWS)
        self._lines_width = 0

    @property
    def empty_text(self) -> str:
        """The sentence that stands there while there are no rows."""
        return self._empty_text

    @empty_text.setter
    def empty_text(self, text: str) -> None:
        self._empty_text = text
        if not self.row_count:
            self.refresh()

    @property
    def row_count(self) -> int:
        """How many rows are shown."""
        return self._count if self._index_array is None else len(self._index_array)

    @property
    def is_filtered(self) -> bool:
        """Whether only some rows are shown, or in another order."""
        return self._index_array is not None

    @property
    def selected(self) -> int | None:
        """Index of the selected item."""
        return None if self.cursor == NOTHING else self._index_at(self.cursor)

    def set_rows(
        self, count: int, draw: RowRenderer, index_array: Sequence[int] | None = None
    ) -> None:
        """Show other items; the selected index stays selected if it is still shown.

        Args:
            count: How many items the owner has.
            draw: The function that draws one of them.
            index_array: Which items to show and in which order; None for all of them.
        """
        selected = self.selected
        self._count = count
        self._draw = draw
        self._index_array = index_array
        self._positions = None
        self.set_reactive(RowCanvas.cursor, NOTHING)
        self.set_reactive(RowCanvas.hovered, NOTHING)
        size = Size(0, self.row_count * self.row_height)
        if size != self.virtual_size:
            self.virtual_size = size
        if selected is not None:
            self.set_reactive(RowCanvas.cursor, self._position_of(selected))
        self.refresh_rows()

    def set_index_array(self, index_array: Sequence[int] | None) -> None:
        """Filter or reorder the rows.

        Args:
            index_array: Which items to show and in which order; None for all of them.
        """
        if self._draw is not None:
            self.set_rows(self._count, self._draw, index_array)

    def refresh_rows(self) -> None:
        """Draw all rows anew, after the owner's data or colours changed."""
        self._lines.clear()
        self.refresh()

    def refresh_row(self, index: int) -> None:
        """Draw the row of one item anew.

        Args:
            index: Index of the item.
        """
        for selected in (False, True):
            for hovered in (False, True):
                self._lines.discard((index, selected, hovered))
        self._repaint(self._position_of(index))

    def select(self, index: int | None, *, scroll: bool = True) -> None:
        """Move the cursor to an item and post no message.

        Args:
            index: Index of the item; None, or an item that is not shown, for no cursor.
            scroll: Whether to bring the row into view.
        """
        self.cursor = NOTHING if index is None else self._position_of(index)
        if scroll:
            self._scroll_to_cursor()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row that exists."""
        return max(NOTHING, min(cursor, self.row_count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that change."""
        self._repaint(old)
        self._repaint(new)

    def watch_hovered(self, old: int, new: int) -> None:
        """Repaint the two rows that change."""
        self._repaint(old)
        self._repaint(new)

    def notify_style_update(self) -> None:
        """Forget the drawn rows when the colours change."""
        super().notify_style_update()
        self._lines.clear()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = self.scrollable_content_region.width
        if not self.row_count:
            return self._empty_line(y, width)
        position, line = divmod(self.scroll_offset.y + y, self.row_height)
        if position >= self.row_count:
            return Strip.blank(width, self.rich_style)
        return self._row_lines(position, width)[line]

    def _index_at(self, position: int) -> int:
        return position if self._index_array is None else self._index_array[position]

    def _position_of(self, index: int) -> int:
        if self._index_array is None:
            return index if 0 <= index < self._count else NOTHING
        if self._positions is None:
            self._positions = {item: place for place, item in enumerate(self._index_array)}
        return self._positions.get(index, NOTHING)

    def _scroll_to_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if self.cursor == NOTHING or not height:
            return
        top = self.cursor * self.row_height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self.row_height > self.scroll_offset.y + height:
            below = top + self.row_height - height
            whole = -(-below // self.row_height) * self.row_height
            self.scroll_to(y=min(top, whole), animate=False)

    def _repaint(self, position: int) -> None:
        if position != NOTHING:
            self.refresh_lines(position * self.row_height, self.row_height)

    def _row_lines(self, position: int, width: int) -> list[Strip]:
        if width != self._lines_width:
            self._lines.clear()
            self._lines_width = width
        selected, hovered = position == self.cursor, position == self.hovered
        key = (self._index_at(position), selected, hovered)
        if (lines := self._lines.get(key)) is None:
            lines = self._draw_row(key, width)
            self._lines[key] = lines
        return lines

    def _draw_row(self, key: tuple[int, bool, bool], width: int) -> list[Strip]:
        index, selected, hovered = key
        style = self._row_style(selected, hovered)
        drawn = self._draw(index, width, selected, hovered) if self._draw else ()
        lines = [
            strip.apply_style(style).adjust_cell_length(width, style)
            for strip in drawn[: self.row_height]
        ]
        lines.extend([Strip.blank(width, style)] * (self.row_height - len(lines)))
        return lines

    def _row_style(self, selected: bool, hovered: bool) -> Style:
        if selected:
            return self.get_component_rich_style("row-list--cursor")
        if hovered:
            return self.get_component_rich_style("row-list--hover")
        return self.rich_style

    def _empty_line(self, y: int, width: int) -> Strip:
        text = self.NOTHING_LEFT if self.is_filtered and self.NOTHING_LEFT else self._empty_text
        lines = Content(text).wrap(width) if width else []
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        style = self.get_component_rich_style("row-list--empty")
        return Strip(lines[y].render_segments()).apply_style(style).adjust_cell_length(width, style)
