"""A list of rows of equal height that stays quick with 50,000 of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tuireader.tui.commands import Scope, bindings
from tuireader.tui.widgets.row_canvas import NOTHING, RowCanvas, RowRenderer


class RowList(RowCanvas, can_focus=True):
    """Rows drawn lazily through the Line API, with a cursor, a filter and the mouse.

    The owner keeps the data and hands over a count and a function that draws one row. Messages
    and `select` speak of the owner's indices; `cursor` is a position among the rows shown.

    ```python
    rows = RowList(row_height=2)
    rows.set_rows(len(figures), self._draw_figure)
    rows.set_index_array([3, 1, 4])
    rows.select(4)
    ```
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    class RowMessage(Message):
        """What happens to a row of a list."""

        def __init__(self, row_list: "RowList", index: int) -> None:
            super().__init__()
            self.row_list = row_list
            """The list it happened in."""
            self.index = index
            """Index of the item, whatever the filter is."""

        @property
        def control(self) -> "RowList":
            """The list, so that `@on(RowList.Chosen, "#id")` works."""
            return self.row_list

    class Highlighted(RowMessage):
        """The reader moved the cursor to a row."""

        def can_replace(self, message: Message) -> bool:
            """Let only the last of several moves count."""
            return isinstance(message, RowList.Highlighted) and message.control is self.control

    class Chosen(RowMessage):
        """The reader pressed Enter on a row or clicked it."""

    def __init__(
        self,
        *,
        row_height: int = 2,
        choose_on_click: bool = True,
        empty_text: str = "",
        id: str | None = None,  # noqa: A002 Textual calls it so
        classes: str | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            row_height: Lines that each row takes.
            choose_on_click: Whether one click chooses a row; if not, the first click selects it
                and a click on the selected row chooses it.
            empty_text: The sentence that stands in the list while it has no rows.
            id: The id of the widget.
            classes: Its CSS classes.
        """
        super().__init__(row_height=row_height, empty_text=empty_text, id=id, classes=classes)
        self.choose_on_click = choose_on_click
        self._mouse_y: int | None = None

    def set_rows(
        self, count: int, draw: RowRenderer, index_array: Sequence[int] | None = None
    ) -> None:
        """Show other items; the selected index stays selected if it is still shown.

        Args:
            count: How many items the owner has.
            draw: The function that draws one of them.
            index_array: Which items to show and in which order; None for all of them.
        """
        super().set_rows(count, draw, index_array)
        self._update_hover()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Find the row that came to lie under the mouse."""
        super().watch_scroll_y(old_value, new_value)
        self._update_hover()

    def action_list_down(self, rows: int = 1) -> None:
        """Move the cursor down."""
        start = self.cursor if self.cursor != NOTHING else self._first_visible() - 1
        self._move_to(min(start + rows, self.row_count - 1))

    def action_list_up(self, rows: int = 1) -> None:
        """Move the cursor up."""
        start = self.cursor if self.cursor != NOTHING else self._first_visible() + 1
        self._move_to(max(start - rows, 0))

    def action_list_page_down(self) -> None:
        """Move the cursor down by as many rows as are on the screen."""
        self.action_list_down(self._rows_per_page)

    def action_list_page_up(self) -> None:
        """Move the cursor up by as many rows as are on the screen."""
        self.action_list_up(self._rows_per_page)

    def action_list_first(self) -> None:
        """Move the cursor to the first row."""
        self._move_to(0)

    def action_list_last(self) -> None:
        """Move the cursor to the last row."""
        self._move_to(self.row_count - 1)

    def action_filter(self) -> None:
        """Let the reader type what rows must contain; lists of which that is not so do nothing."""

    def action_list_choose(self) -> None:
        """Choose the selected row."""
        if (index := self.selected) is not None:
            self.post_message(self.Chosen(self, index))

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse, and choose it if that is what a click does."""
        if (offset := event.get_content_offset(self)) is None:
            return
        position = self._position_at(offset.y)
        if position == NOTHING:
            return
        choose = self.choose_on_click or position == self.cursor
        self._move_to(position)
        if choose:
            self.action_list_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light the row under the mouse."""
        offset = event.get_content_offset(self)
        self._mouse_y = None if offset is None else offset.y
        self._update_hover()

    def on_leave(self) -> None:
        """Put the light out when the mouse goes away."""
        self._mouse_y = None
        self._update_hover()

    def on_resize(self) -> None:
        """Keep the cursor in view in the new size."""
        self._scroll_to_cursor()

    @property
    def _rows_per_page(self) -> int:
        return max(1, self.scrollable_content_region.height // self.row_height)

    def _first_visible(self) -> int:
        return min(-(-self.scroll_offset.y // self.row_height), self.row_count - 1)

    def _position_at(self, y: int) -> int:
        position = (self.scroll_offset.y + y) // self.row_height
        return position if 0 <= position < self.row_count else NOTHING

    def _move_to(self, position: int) -> None:
        """Move the cursor as the reader asked, and say so."""
        if not self.row_count:
            return
        moved = position != self.cursor
        self.cursor = position
        self._scroll_to_cursor()
        if moved and (index := self.selected) is not None:
            self.post_message(self.Highlighted(self, index))

    def _update_hover(self) -> None:
        self.hovered = NOTHING if self._mouse_y is None else self._position_at(self._mouse_y)
