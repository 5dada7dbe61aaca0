"""The part of the article's view that knows lines: it wraps, scrolls, and tells what is seen."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.timer import Timer

from tuireader.article.model import Article
from tuireader.tui.messages import ReadingMoved
from tuireader.tui.reading.excerpt import Excerpt
from tuireader.tui.reading.painting import GUTTER_WIDTH
from tuireader.tui.reading.wrapping import Wrapping

AT_ONCE = 200_000
"""Characters up to which a text is wrapped before it is painted; it takes a few milliseconds."""

STEP, PAUSE = 0.006, 0.002
"""Seconds that the rest of a longer one is wrapped at a stretch, and between two stretches."""


class WrappedView(ScrollView):
    """Wraps an article to its own width, and keeps the first character on screen where it is.

    Of a long article only the lines around that place are wrapped before they are painted; the
    others follow at once, bit by bit, and before they are needed.

    Args:
        article: The article.
        measure: Cells that a line of text may fill; 0 for as many as there are.
    """

    def __init__(self, article: Article, *, measure: int, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.article = article
        self._measure = measure
        self._wrapping: Wrapping | None = None
        self._whole: Wrapping | None = None
        self._timer: Timer | None = None
        self._wanted = 0
        self._wanted_in_view = False

    @property
    def measure(self) -> int:
        """Cells that a line of text may fill; 0 for as many as there are."""
        return self._measure

    @measure.setter
    def measure(self, measure: int) -> None:
        anchor = self.top_offset
        self._measure = measure
        self._rewrap(anchor=anchor)
        self.refresh()

    @property
    def text_width(self) -> int:
        """Cells that a line of text fills at most."""
        room = max(1, self.scrollable_content_region.width - GUTTER_WIDTH - 1)
        return min(self._measure, room) if self._measure else room

    @property
    def margin(self) -> int:
        """Cells left of the gutter, so that the text stands in the middle."""
        spare = self.scrollable_content_region.width - self.text_width - GUTTER_WIDTH - 1
        return max(0, spare // 2)

    # Where the reader is

    @property
    def top(self) -> int:
        """Number of the first line on screen."""
        return int(self.scroll_offset.y)

    @property
    def top_offset(self) -> int:
        """Offset of the first character on screen."""
        if self._wrapping is None or not len(self._wrapping):
            return self._wanted
        return self._wrapping.line(min(self.top, len(self._wrapping) - 1)).start

    @property
    def bottom_offset(self) -> int:
        """Offset after the last character on screen."""
        if self._wrapping is None or not len(self._wrapping):
            return self._wanted
        last = self.top + max(1, self.size.height) - 1
        return self._wrapping.line(min(last, len(self._wrapping) - 1)).end

    def scroll_to_offset(self, offset: int) -> None:
        """Bring an offset on screen, a third from the top, if it does not stand well inside."""
        if self._wrapping is None or not self.size.height:
            self._wanted, self._wanted_in_view = offset, True
            return
        number, height = self._line_of(offset), self.size.height
        if not self.top + 1 <= number < self.top + height - max(2, height // 6):
            self.go_to_line(number - height // 3)

    def go_to_offset(self, offset: int) -> None:
        """Put the line of an offset on top of the screen."""
        if self._wrapping is None:
            self._wanted, self._wanted_in_view = offset, False
        else:
            self.go_to_line(self._line_of(offset))

    def _line_of(self, offset: int) -> int:
        assert self._wrapping is not None
        if isinstance(self._wrapping, Excerpt) and not self._wrapping.knows_place(offset):
            self.wrap_rest()
        return self._wrapping.line_of(offset)

    def go_to_line(self, number: int) -> None:
        """Put a line on top of the screen."""
        self.scroll_to(y=max(0, number), animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are on screen; wrap all if they are not known yet."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        wrapping, top = self._wrapping, self.top
        if isinstance(wrapping, Excerpt) and not wrapping.knows(top, top + self.size.height):
            before = wrapping.line(round(old_value)).start
            self.wrap_rest()
            self.go_to_line(self._line_of(before) + round(new_value) - round(old_value))
        self._tell_reading()

    def _tell_reading(self) -> None:
        self.post_message(ReadingMoved(self.top_offset, self.bottom_offset))

    # Wrapping

    def on_resize(self) -> None:
        """Tell what is on screen in the new size; it was wrapped when it was painted."""
        self.fit_width()
        self._tell_reading()

    def fit_width(self) -> None:
        """Wrap the article if it is not wrapped to the present width."""
        if self._wrapping is None:
            in_view = self._wanted_in_view
            self._rewrap(anchor=self._wanted)
            if in_view:
                self.go_to_line(0)
                self.scroll_to_offset(self._wanted)
        elif self._wrapping.width != self.text_width:
            self._rewrap(anchor=self.top_offset)

    def _rewrap(self, *, anchor: int) -> None:
        self._stop_wrapping()
        if not self.scrollable_content_region.width:
            self._wrapping, self._wanted, self._wanted_in_view = None, anchor, False
            return
        text, paragraphs, width = self.article.text, self.article.paragraphs, self.text_width
        if len(text) <= AT_ONCE:
            self._show_wrapping(Wrapping(text, paragraphs, width), anchor)
            return
        self._show_wrapping(Excerpt(text, paragraphs, width, anchor), anchor)
        self._whole = Wrapping(text, paragraphs, width, at_once=False)
        self.call_after_refresh(self._wrap_on, self._whole)

    def _show_wrapping(self, wrapping: Wrapping, anchor: int) -> None:
        self._wrapping = wrapping
        # There is always a scroll bar, so the number of lines changes nothing of the layout.
        size = Size(self.scrollable_content_region.width, len(wrapping))
        self.set_reactive(WrappedView.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        self.forget_lines()
        self.go_to_line(wrapping.line_of(anchor) if anchor else 0)
        self._tell_reading()

    def forget_lines(self) -> None:
        """Forget what was made of the lines: they have other numbers or other looks now."""

    def _wrap_on(self, whole: Wrapping) -> None:
        if whole is not self._whole:
            return
        if whole.go_on(STEP):
            self.wrap_rest()
        else:
            self._timer = self.set_timer(PAUSE, lambda: self._wrap_on(whole))

    def wrap_rest(self) -> None:
        """Wrap what is not wrapped yet, so that every line has its number."""
        whole = self._whole
        if whole is not None:
            self._stop_wrapping()
            whole.go_on(float("inf"))
            self._show_wrapping(whole, self.top_offset)

    def _stop_wrapping(self) -> None:
        self._whole = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
