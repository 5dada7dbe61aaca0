"""The article: every line is made when it is needed, every place is an offset into the text."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip

from tuireader.article.model import Article, Span
from tuireader.tui.commands import Scope, bindings
from tuireader.tui.messages import PassageClicked, RowWanted
from tuireader.tui.reading.marks import Layer, Look, Mark, MarkIndex, marks_of_inlines
from tuireader.tui.reading.painting import COMPONENTS, GUTTER_WIDTH, Painter
from tuireader.tui.reading.words import word_at
from tuireader.tui.reading.wrapping import Line, indent_of
from tuireader.tui.widgets.wrapped_view import WrappedView

CACHED_LINES = 256
"""More strips than that, and the garbage collector pauses for a visible time."""

FEW_MARKS = 64
"""Marks that are replaced line by line; of more, everything on screen is painted anew."""

_NO_MARKS = MarkIndex()


class ArticleView(WrappedView, can_focus=True):
    """Shows an article and layers of marks; does not know what the marks mean.

    Args:
        article: The article.
        measure: Cells that a line of text may fill; 0 for as many as there are.
    """

    BINDINGS: ClassVar[list[Binding]] = bindings(Scope.TEXT)  # type: ignore[assignment]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, article: Article, *, measure: int, widget_id: str | None = None) -> None:
        super().__init__(article, measure=measure, widget_id=widget_id)
        self._layers: dict[Layer, MarkIndex] = {Layer.INLINES: marks_of_inlines(article.inlines)}
        self._bars = MarkIndex()
        self._painter: Painter | None = None
        self._strips: OrderedDict[int, Strip] = OrderedDict()
        self._strips_width = 0

    # What is shown

    def show_article(self, article: Article, *, offset: int = 0) -> None:
        """Show another article, with an offset on the first line on screen."""
        self.article = article
        self._layers = {Layer.INLINES: marks_of_inlines(article.inlines)}
        self._bars = MarkIndex()
        self._rewrap(anchor=offset)
        self.refresh()

    def show_marks(self, layer: Layer, marks: MarkIndex) -> None:
        """Replace one layer of marks."""
        before = self._layers.get(layer, _NO_MARKS)
        self._layers[layer] = marks
        if len(before) + len(marks) <= FEW_MARKS:
            self._repaint_under(before)
            self._repaint_under(marks)
        else:
            self._repaint()

    def show_bars(self, bars: MarkIndex) -> None:
        """Replace the marks that have a bar in the gutter."""
        self._bars = bars
        self._repaint()

    # Painting

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._painter = None
        self._strips.clear()

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _repaint(self) -> None:
        self.forget_lines()
        self.refresh()

    def _repaint_under(self, marks: MarkIndex) -> None:
        """Paint anew the lines that marks touch."""
        if self._wrapping is None:
            return
        for span in marks.spans():
            first, last = self._wrapping.line_of(span.start), self._wrapping.line_of(span.end)
            for number in range(first, last + 1):
                self._strips.pop(number, None)
            self.refresh_lines(first, last + 1 - first)

    def forget_lines(self) -> None:
        """Forget what was painted of the lines."""
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        return self.render_lines(Region(0, y, self.outer_size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines of the screen.

        They are kept as they leave the widget, filters applied: it has no border and no padding,
        so there is nothing for Textual to put around each line of each frame.

        This is where a new width shows first; to wrap only in `on_resize` would be a frame late.
        """
        width = self.outer_size.width
        if width != self._strips_width:
            self._strips_width = width
            self._strips.clear()
            self.fit_width()
        strips = self._painted(crop, width)
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def _painted(self, crop: Region, width: int) -> list[Strip]:
        wrapping, painted = self._wrapping, self._strips
        margin, strips = self.margin, []
        for number in range(self.top + crop.y, self.top + crop.bottom):
            strip = painted.get(number)
            if strip is None:
                if wrapping is None or number >= len(wrapping):
                    strips.append(self._blank(width))
                    continue
                strip = painted[number] = self._paint(wrapping.line(number), margin, width)
                if len(painted) > CACHED_LINES:
                    painted.popitem(last=False)
            strips.append(strip)
        return strips

    def _paint(self, line: Line, margin: int, width: int) -> Strip:
        painter, span = self._painter_now(), Span(line.start, line.end)
        paragraph = self.article.paragraphs[line.paragraph]
        segments = [
            *painter.gutter(margin, bar=any(self._bars.touching(span))),
            *painter.indentation(paragraph, span),
            *painter.text(self.article.text, span, paragraph.kind, self._marks_on(span)),
        ]
        return self._filtered(Segment.adjust_line_length(segments, width, painter.base), width)

    def _painter_now(self) -> Painter:
        if self._painter is None:
            self._painter = Painter(self._component, self.rich_style, self.background_colors[1])
        return self._painter

    def _blank(self, width: int) -> Strip:
        """Paint a line below the end of the text."""
        return self._filtered([Segment(" " * width, self._painter_now().base)], width)

    def _filtered(self, segments: list[Segment], width: int) -> Strip:
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self._painter_now().ground)
        return Strip(segments, width)

    def _marks_on(self, span: Span) -> Iterator[Mark]:
        for layer in self._layers.values():
            yield from layer.touching(span)
        chosen = self.chosen_span
        if chosen is not None:
            yield Mark(*chosen, Look.CHOSEN)

    # Mouse and selection

    def offset_at(self, x: int, y: int) -> int:
        """Return the offset of the character at a cell of the widget; the nearest one if none."""
        if self._wrapping is None or not len(self._wrapping):
            return 0
        line = self._wrapping.line(max(0, min(y + self.top, len(self._wrapping) - 1)))
        indent = indent_of(self.article.paragraphs[line.paragraph])
        return self._wrapping.offset_at(line, x - self.margin - GUTTER_WIDTH - indent)

    def on_click(self, event: events.Click) -> None:
        """Choose the passage under the mouse; two clicks select a word, three its paragraph."""
        event.prevent_default()
        at = event.get_content_offset(self)
        if at is None or self._wrapping is None:
            return
        offset = self.offset_at(at.x, at.y)
        if event.chain == 1:
            self.post_message(PassageClicked(offset))
        elif event.chain == 2:
            self._choose(word_at(self.article.text, offset))
        elif self.article.paragraphs:
            self._choose(self.article.paragraphs[self._wrapping.paragraph_at(offset)].span)

    def _choose(self, span: Span | None) -> None:
        if span is not None:
            chosen = Selection(Offset(span.start, 0), Offset(span.end, 0))
            self.screen.selections = {**self.screen.selections, self: chosen}

    @property
    def chosen_span(self) -> Span | None:
        """The text selected with the mouse."""
        selection = self.text_selection
        if selection is None:
            return None
        start = 0 if selection.start is None else selection.start.x
        end = len(self.article.text) if selection.end is None else selection.end.x
        return Span(start, end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that is selected, for copying."""
        span = self.chosen_span
        return None if span is None else (self.article.text[span.start : span.end], "\n")

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint anew when other text is selected."""
        self._repaint()

    # Keys

    def action_show_row(self) -> None:
        """Ask for the row of the selected passage."""
        self.post_message(RowWanted())

    def action_scroll_line_down(self) -> None:
        """Scroll one line down."""
        self.go_to_line(self.top + 1)

    def action_scroll_line_up(self) -> None:
        """Scroll one line up."""
        self.go_to_line(self.top - 1)

    def action_page_forward(self) -> None:
        """Turn a page; two lines stay."""
        self.go_to_line(self.top + max(1, self.size.height - 2))

    def action_page_back(self) -> None:
        """Turn back a page; two lines stay."""
        self.go_to_line(self.top - max(1, self.size.height - 2))

    def action_half_page_forward(self) -> None:
        """Scroll half a page down."""
        self.go_to_line(self.top + max(1, self.size.height // 2))

    def action_half_page_back(self) -> None:
        """Scroll half a page up."""
        self.go_to_line(self.top - max(1, self.size.height // 2))

    def action_go_top(self) -> None:
        """Go to the beginning."""
        self.wrap_rest()
        self.go_to_line(0)

    def action_go_bottom(self) -> None:
        """Go to the end."""
        self.wrap_rest()
        self.go_to_line(self.virtual_size.height)
