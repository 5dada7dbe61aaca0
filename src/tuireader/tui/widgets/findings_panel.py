"""A panel: the findings of one kind, a heading with their number and a list of rows."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.strip import Strip
from textual.widgets import Input

from tuireader.session.describing import Row
from tuireader.session.filtering import RowFilter
from tuireader.session.kinds import Kind
from tuireader.session.showing import Shown, ShownSpeakers
from tuireader.tui.messages import FindingChosen, FindingHighlighted
from tuireader.tui.reading.wrapping import wrap_graphemes
from tuireader.tui.widgets.filter_line import FilterLine
from tuireader.tui.widgets.panel_heading import PanelHeading
from tuireader.tui.widgets.row_list import RowList
from tuireader.tui.widgets.row_text import fit, row_strip

ROW_HEIGHTS = {Kind.SPEAKER: 2, Kind.FIGURE: 1, Kind.CLAIM: 3}
STEP, PAUSE = 0.004, 0.002
"""Seconds that words are read at a stretch, and between two stretches."""

MOST_GIVER_CELLS = 14
BAR_CELLS = 5
INDENT = 2


class FindingRows(RowList):
    """The rows of a panel, painted in its colours."""

    NOTHING_LEFT = " no row has these words"

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--speaker",
        "row--figure",
        "row--claim",
        "row--quiet",
        "row--bar",
    }

    def __init__(self, kind: Kind, open_filter: Callable[[], None]) -> None:
        super().__init__(row_height=ROW_HEIGHTS[kind], id=f"{kind}-rows")
        self.kind = kind
        self._open_filter = open_filter
        self._words = RowFilter(0, str)
        self._shown: Shown = ShownSpeakers((), ())
        self._describe: Callable[[str], Row] | None = None

    def show(self, shown: Shown, describe: Callable[[str], Row]) -> None:
        """Show other findings; the one under the cursor stays there if it is still shown."""
        before = self.finding
        self._shown, self._describe = shown, describe
        self.forget_words()
        self.set_rows(len(shown.rows), self._paint_row)
        row = shown.row_of(before)
        if row is not None:
            self.select(row, scroll=False)

    @property
    def total(self) -> int:
        """How many findings there are, those that a filter hides included."""
        return len(self._shown.rows)

    def forget_words(self) -> None:
        """Let go of the words of the rows: those of a book are some megabytes."""
        self._words = RowFilter(self.total, self._words_of)

    def _words_of(self, row: int) -> str:
        assert self._describe is not None
        return self._describe(self._shown.rows[row]).words

    def read_ahead(self) -> None:
        """Read the words of the rows, bit by bit, before the reader types the first letter."""
        self._read_on(self._words)

    def _read_on(self, words: RowFilter) -> None:
        if words is self._words and not words.go_on(STEP):
            self.set_timer(PAUSE, lambda: self._read_on(words))

    def keep(self, pattern: str) -> None:
        """Keep only the rows that contain the words of a pattern; all if it has none."""
        kept = self._words.matching(pattern)
        if kept is not None or self.is_filtered:
            self.set_index_array(kept)

    def action_filter(self) -> None:
        """Let the reader type what the rows must contain."""
        self._open_filter()

    @property
    def finding(self) -> str | None:
        """Id of the finding under the cursor."""
        return self.finding_at(self.selected)

    def finding_at(self, index: int | None) -> str | None:
        """Return the id of a finding by its row."""
        return None if index is None or index >= self.total else self._shown.rows[index]

    def show_at(self, finding: str | None) -> None:
        """Put the cursor on a finding, without telling anyone."""
        row = self._shown.row_of(finding)
        if row is not None and row != self.selected:
            self.select(row)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _paint_row(self, index: int, width: int, _selected: bool, _hovered: bool) -> list[Strip]:
        assert self._describe is not None
        row = self._describe(self._shown.rows[index])
        paint = {
            Kind.SPEAKER: self._speaker,
            Kind.FIGURE: self._figure,
            Kind.CLAIM: self._claim,
        }[self.kind]
        indent, end = Segment(" " * INDENT), Segment(" ")
        return [Strip([indent, *line, end]) for line in paint(row, max(1, width - INDENT - 1))]

    def _speaker(self, row: Row, width: int) -> list[Strip]:
        """Name, share of the quoted words and number of passages; the role below."""
        share = row.share or 0.0
        filled = round(share * BAR_CELLS) or (1 if share else 0)
        right = [
            Segment("━" * filled, self._style("row--bar")),
            Segment("─" * (BAR_CELLS - filled), self._style("row--quiet")),
            Segment(f"{row.tail:>4}", self._style("row--quiet")),
        ]
        name = Segment(row.head, self._style("row--speaker"))
        return [row_strip([name], right, width), self._foot(row, width)]

    def _figure(self, row: Row, width: int) -> list[Strip]:
        """The figure as written and what it counts; who gives it at the right."""
        left = [Segment(row.head, self._style("row--figure")), Segment(f"  {row.detail}")]
        giver = Segment(fit(row.foot, MOST_GIVER_CELLS), self._style("row--quiet"))
        return [row_strip(left if row.detail else left[:1], [giver] if row.foot else [], width)]

    def _claim(self, row: Row, width: int) -> list[Strip]:
        """The words of a claim on two lines, cut only after that; who asserts it below."""
        cuts = wrap_graphemes(row.head, width)
        parts = [row.head] if len(cuts) == 1 else [row.head[: cuts[1]], row.head[cuts[1] :]]
        style = self._style("row--claim")
        words = [row_strip([Segment(part.rstrip(), style)], [], width) for part in parts]
        return [*words, self._foot(row, width)]

    def _foot(self, row: Row, width: int) -> Strip:
        is_compared = self.kind is Kind.CLAIM and row.tail
        right = [Segment(row.tail, self._style("row--bar"))] if is_compared else []
        return row_strip([Segment(row.foot, self._style("row--quiet"))], right, width)


class FindingsPanel(Vertical):
    """A heading, in which the reader can type what rows to keep, and the rows of one kind.

    Args:
        kind: Which kind.
        title: The heading.
        key: The key that leads here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end_filter", "End the filter", show=False)
    ]

    def __init__(self, kind: Kind, title: str, key: str) -> None:
        super().__init__(id=f"{kind}-panel", classes="panel")
        self.kind = kind
        self._note = ""
        self.heading = PanelHeading(key, title)
        self.rows = FindingRows(kind, self.open_filter)

    def compose(self) -> ComposeResult:
        """Put the heading above the rows."""
        yield self.heading
        yield self.rows

    def show(self, shown: Shown, describe: Callable[[str], Row], note: str = "") -> None:
        """Show other findings; what was typed goes on to choose among them.

        Args:
            shown: The findings.
            describe: Gives the row of a finding.
            note: What the number in the heading leaves out, such as "of 40".
        """
        self._note = note
        self.rows.show(shown, describe)
        # What a panel does not need is room for the others.
        self.styles.max_height = 1 + max(2, self.rows.total * self.rows.row_height)
        self._filter(self.filter_text)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _show_focus(self) -> None:
        """Light the heading; `:focus-within` reaches no rule for what is inside (Textual 8.2.8)."""
        self.heading.light(self.has_focus_within)

    def _show_heading(self) -> None:
        if self.is_filtering:
            self.heading.show_kept(self.rows.row_count, self.rows.total)
        else:
            note = f" {self._note}" if self._note else ""
            self.heading.show_number(f"{self.rows.total:,}{note}")

    # Filtering

    @property
    def is_filtering(self) -> bool:
        """Whether the reader types, or has typed, what the rows must contain."""
        return self.has_class("-filtering")

    @property
    def filter_text(self) -> str:
        """What the rows must contain."""
        return self.heading.line.value if self.is_filtering else ""

    def open_filter(self) -> None:
        """Let the reader type; what was typed before is there to be changed."""
        self.add_class("-filtering")
        self.rows.read_ahead()
        self._show_heading()
        self.screen.set_focus(self.heading.line)

    def action_end_filter(self) -> None:
        """Show all rows again."""
        self.end_filter()

    def end_filter(self) -> None:
        """Show all rows again; the one under the cursor stays there."""
        if not self.is_filtering:
            return
        had_focus = self.has_focus_within
        self.remove_class("-filtering")
        with self.prevent(Input.Changed):
            self.heading.line.value = ""
        self._filter("")
        self.rows.forget_words()
        if had_focus:
            self.screen.set_focus(self.rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to others while there is no filter."""
        return self.is_filtering if action == "end_filter" else True

    def _filter(self, pattern: str) -> None:
        self.rows.keep(pattern)
        self._show_heading()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._filter(event.value)
        if self.rows.row_count and self.rows.finding is None:
            self.rows.action_list_first()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.set_focus(self.rows)
        if self.rows.row_count:
            self.rows.action_list_choose()

    @on(FilterLine.Stepped)
    def _stepped(self, event: FilterLine.Stepped) -> None:
        event.stop()
        if event.step > 0:
            self.rows.action_list_down()
        else:
            self.rows.action_list_up()

    # Rows

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        finding = self.rows.finding_at(event.index)
        if finding is not None:
            self.post_message(FindingChosen(finding))

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        finding = self.rows.finding_at(event.index)
        if finding is not None:
            self.post_message(FindingHighlighted(finding))
