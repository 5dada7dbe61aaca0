"""What a panel shows: its rows, and their passages in the order of the text."""

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tuireader.article.model import Span
from tuireader.session.stretches import Stretches

if TYPE_CHECKING:
    from tuireader.analysis.model import Claim, Figure

Statement: TypeAlias = "Figure | Claim"
"""A finding that stands in one place."""

_START, _END = attrgetter("start"), attrgetter("end")


class Passage(NamedTuple):
    """A place in the text that a finding stands for."""

    finding: str
    """Id of the speaker, figure or claim."""

    number: int
    """Which of the finding's passages it is, from 0."""

    spans: tuple[Span, ...]
    """Its stretches of text; more than one for a quotation that is interrupted."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.spans[-1].end


def passage_of(statement: Statement) -> Passage:
    """Return the one passage of a figure or claim."""
    return Passage(statement.id, 0, (Span(statement.start, statement.end),))


class Shown(ABC):
    """The rows of a panel, and their passages.

    Args:
        rows: Ids of the findings, in the order of the rows.
        where: Where their passages stand, in the order of the text.
    """

    def __init__(self, rows: tuple[str, ...], where: Stretches) -> None:
        self.rows = rows
        self.where = where

    @abstractmethod
    def passage(self, number: int) -> Passage:
        """Return a passage by its number in the order of the text."""

    @abstractmethod
    def row_of(self, finding: str | None) -> int | None:
        """Return the number of a finding's row; None if it has none."""

    def after(self, offset: int) -> Passage | None:
        """Return the first passage that begins after an offset; the first of all at the end."""
        if not self.where:
            return None
        return self.passage(bisect_right(self.where.starts, offset) % len(self.where))

    def before(self, offset: int) -> Passage | None:
        """Return the last passage that begins before an offset; at the beginning the last one."""
        if not self.where:
            return None
        return self.passage((bisect_left(self.where.starts, offset) or len(self.where)) - 1)

    def within(self, start: int, end: int, *, last: bool = False) -> Passage | None:
        """Return the first passage that begins in [start, end), or the last one."""
        starts = self.where.starts
        first, stop = bisect_left(starts, start), bisect_left(starts, end)
        return self.passage(stop - 1 if last else first) if first < stop else None

    def over(self, offset: int) -> list[Passage]:
        """Return the passages over a character."""
        touching = map(self.passage, self.where.touching(Span(offset, offset + 1)))
        return [p for p in touching if any(span.contains(offset) for span in p.spans)]


class ShownSpeakers(Shown):
    """Speakers, who have many passages each.

    Args:
        rows: Ids of the speakers, in the order of the rows.
        passages: Their passages, in the order of the text.
    """

    def __init__(self, rows: tuple[str, ...], passages: Sequence[Passage]) -> None:
        super().__init__(rows, Stretches(map(_START, passages), map(_END, passages)))
        self._passages = passages
        self._rows = {speaker: number for number, speaker in enumerate(rows)}

    def passage(self, number: int) -> Passage:
        """Return a passage by its number in the order of the text."""
        return self._passages[number]

    def row_of(self, finding: str | None) -> int | None:
        """Return the number of a speaker's row; None if there is none."""
        return self._rows.get(finding or "")


class ShownStatements(Shown):
    """Figures or claims: rows and passages are the same, in the order of the text.

    A book has tens of thousands, so passages are made when they are asked for.

    Args:
        statements: Those that have a row.
        known: All that there are, by id.
    """

    def __init__(
        self, statements: Sequence[Statement], known: "Mapping[str, Figure] | Mapping[str, Claim]"
    ) -> None:
        where = Stretches(map(_START, statements), map(_END, statements))
        super().__init__(tuple(statement.id for statement in statements), where)
        self._statements = statements
        self._known = known

    def passage(self, number: int) -> Passage:
        """Return a passage by its number in the order of the text."""
        return passage_of(self._statements[number])

    def row_of(self, finding: str | None) -> int | None:
        """Return the number of a statement's row; None if it has none."""
        statement = self._known.get(finding or "")
        if statement is None:
            return None
        starts, start = self.where.starts, statement.start
        for row in range(bisect_left(starts, start), bisect_right(starts, start)):
            if self.rows[row] == finding:
                return row
        return None
