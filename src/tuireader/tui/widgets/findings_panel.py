"""A panel: the findings of one kind, a heading with their number and a list of rows."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Static

from tuireader.session.describing import Row
from tuireader.session.findings import Kind
from tuireader.tui.messages import FindingChosen, FindingHighlighted
from tuireader.tui.reading.wrapping import wrap_graphemes
from tuireader.tui.widgets.row_list import RowList
from tuireader.tui.widgets.row_text import row_strip

ROW_HEIGHTS = {Kind.SPEAKER: 2, Kind.FIGURE: 2, Kind.CLAIM: 3}
BAR_CELLS = 5
INDENT = 2


class FindingRows(RowList):
    """The rows of a panel, painted in its colours."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--speaker",
        "row--figure",
        "row--claim",
        "row--quiet",
        "row--bar",
    }

    def __init__(self, kind: Kind) -> None:
        super().__init__(row_height=ROW_HEIGHTS[kind], id=f"{kind}-rows")
        self.kind = kind
        self._findings: Sequence[str] = ()
        self._describe: Callable[[str], Row] | None = None

    def show(self, findings: Sequence[str], describe: Callable[[str], Row]) -> None:
        """Show other findings; the one under the cursor stays there if it is still shown."""
        before = self.finding
        self._findings, self._describe = findings, describe
        self.set_rows(len(findings), self._paint_row)
        if before in findings:
            self.select(findings.index(before), scroll=False)

    @property
    def finding(self) -> str | None:
        """Id of the finding under the cursor."""
        return self.finding_at(self.selected)

    def finding_at(self, index: int | None) -> str | None:
        """Return the id of a finding by its row."""
        return None if index is None or index >= len(self._findings) else self._findings[index]

    def show_at(self, finding: str | None) -> None:
        """Put the cursor on a finding, without telling anyone."""
        if finding is not None and finding != self.finding and finding in self._findings:
            self.select(self._findings.index(finding))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _paint_row(self, index: int, width: int, _selected: bool, _hovered: bool) -> list[Strip]:
        assert self._describe is not None
        row = self._describe(self._findings[index])
        room = max(1, width - INDENT - 1)
        head = self._words(row, room) if self.kind is Kind.CLAIM else [self._first(row, room)]
        indent, end = Segment(" " * INDENT), Segment(" ")
        return [Strip([indent, *line, end]) for line in (*head, self._second(row, room))]

    def _words(self, row: Row, width: int) -> list[Strip]:
        """Give the words of a claim on two lines; it is cut only after that."""
        cuts = wrap_graphemes(row.head, width)
        parts = [row.head] if len(cuts) == 1 else [row.head[: cuts[1]], row.head[cuts[1] :]]
        style = self._style("row--claim")
        return [row_strip([Segment(part.rstrip(), style)], [], width) for part in parts]

    def _first(self, row: Row, width: int) -> Strip:
        left = [Segment(row.head, self._style(f"row--{self.kind}"))]
        if row.detail:
            left.append(Segment(f"  {row.detail}", Style.null()))
        right = []
        if row.share is not None:
            filled = round(row.share * BAR_CELLS) or (1 if row.share else 0)
            right = [
                Segment("━" * filled, self._style("row--bar")),
                Segment("─" * (BAR_CELLS - filled), self._style("row--quiet")),
                Segment(f"{row.tail:>4}", self._style("row--quiet")),
            ]
        return row_strip(left, right, width)

    def _tail(self, row: Row) -> Segment:
        return Segment(row.tail, self._style("row--bar"))

    def _second(self, row: Row, width: int) -> Strip:
        right = [] if row.share is not None or not row.tail else [self._tail(row)]
        return row_strip([Segment(row.foot, self._style("row--quiet"))], right, width)


class FindingsPanel(Vertical):
    """A heading and the rows of one kind of findings.

    Args:
        kind: Which kind.
        title: The heading.
        key: The key that leads here.
    """

    def __init__(self, kind: Kind, title: str, key: str) -> None:
        super().__init__(id=f"{kind}-panel", classes="panel")
        self.kind = kind
        self._title, self._key = title, key
        self._heading = Static(classes="panel--heading")
        self.rows = FindingRows(kind)

    def compose(self) -> ComposeResult:
        """Put the heading above the rows."""
        yield self._heading
        yield self.rows

    def show(self, findings: Sequence[str], describe: Callable[[str], Row], note: str = "") -> None:
        """Show other findings.

        Args:
            findings: Their ids, in order.
            describe: Gives the row of a finding.
            note: What the number in the heading leaves out, such as "of 40".
        """
        number = f"{len(findings):,}{f' {note}' if note else ''}"
        self._heading.update(
            Content.assemble(
                (f" {self._key} ", "$quiet"), (self._title, "bold"), ("  ", ""), (number, "$quiet")
            )
        )
        self.rows.show(findings, describe)

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
