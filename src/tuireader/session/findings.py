"""The findings of an article, indexed for reading: passages, rows, what stands where."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tuireader.analysis.model import (
    Analysis,
    Claim,
    ClaimKind,
    Comparison,
    FigureKind,
    Quotation,
    Speaker,
)
from tuireader.article.model import Span

WORTH_SHOWING = 0.4
"""Claims of less worth are shown only when the reader asks for all."""

_SET_APART = frozenset({ClaimKind.PREDICTION, ClaimKind.PLAN, ClaimKind.OPINION})

_POSITIONS = frozenset({FigureKind.DATE, FigureKind.ORDINAL})
"""Figures that say when or in which place, not how much."""


class Kind(StrEnum):
    """The kinds of findings that have a panel."""

    SPEAKER = "speaker"
    FIGURE = "figure"
    CLAIM = "claim"


_LETTERS = {"s": Kind.SPEAKER, "f": Kind.FIGURE, "c": Kind.CLAIM}


def kind_of(finding: str) -> Kind:
    """Return the kind of a finding by its id."""
    return _LETTERS[finding[0]]


@dataclass(frozen=True, slots=True)
class Passage:
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


class Shown:
    """The rows of a panel, and their passages.

    Args:
        rows: Ids of the findings, in the order of the rows.
        passages: Their passages, in the order of the text.
    """

    def __init__(self, rows: tuple[str, ...], passages: list[Passage]) -> None:
        self.rows = rows
        self.passages = passages
        self._starts = [passage.start for passage in passages]

    def after(self, offset: int) -> Passage | None:
        """Return the first passage that begins after an offset; the first of all at the end."""
        if not self.passages:
            return None
        return self.passages[bisect_right(self._starts, offset) % len(self.passages)]

    def before(self, offset: int) -> Passage | None:
        """Return the last passage that begins before an offset; at the beginning the last one."""
        return self.passages[bisect_left(self._starts, offset) - 1] if self.passages else None

    def within(self, start: int, end: int, *, last: bool = False) -> Passage | None:
        """Return the first passage that begins in [start, end), or the last one."""
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.passages[stop - 1 if last else first] if first < stop else None


def is_worth_showing(claim: Claim) -> bool:
    """Tell whether a claim has a row before the reader asks for all."""
    return claim.worth >= WORTH_SHOWING and claim.kind not in _SET_APART


class Findings:
    """An analysis by id and by place.

    Args:
        analysis: What was found.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.speakers = {s.id: s for s in analysis.speakers}
        self.quotations = {q.id: q for q in analysis.quotations}
        self.figures = {f.id: f for f in analysis.figures}
        self.claims = {c.id: c for c in analysis.claims}
        self._comparisons: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in analysis.comparisons:
            for claim in comparison.claims:
                self._comparisons[claim].append(comparison)
        self._by_kind = {
            Kind.SPEAKER: sorted(self._speaker_passages(), key=lambda p: p.start),
            Kind.FIGURE: [Passage(f.id, 0, (Span(f.start, f.end),)) for f in analysis.figures],
            Kind.CLAIM: [Passage(c.id, 0, (Span(c.start, c.end),)) for c in analysis.claims],
        }
        self._starts = {k: [p.start for p in passages] for k, passages in self._by_kind.items()}
        self._of_finding: dict[str, list[Passage]] = defaultdict(list)
        for passages in self._by_kind.values():
            for passage in passages:
                self._of_finding[passage.finding].append(passage)

    def _speaker_passages(self) -> Iterator[Passage]:
        for speaker in self.analysis.speakers:
            quotations = [self.quotations[q] for q in speaker.quotes if q in self.quotations]
            for number, quotation in enumerate(sorted(quotations, key=lambda q: q.start)):
                yield Passage(speaker.id, number, quotation.spans)

    def __contains__(self, finding: str) -> bool:
        """Tell whether there is a finding with that id."""
        return finding in self.speakers or finding in self.figures or finding in self.claims

    def passages(self, finding: str) -> list[Passage]:
        """Return the passages of one finding, in the order of the text."""
        return self._of_finding.get(finding, [])

    def passages_of_kind(self, kind: Kind) -> list[Passage]:
        """Return the passages of all findings of a kind, in the order of the text."""
        return self._by_kind[kind]

    def comparisons_of(self, claim: str) -> list[Comparison]:
        """Return the comparisons that a claim is part of."""
        return self._comparisons.get(claim, [])

    def over(self, offset: int) -> list[Passage]:
        """Return the passages over a character, the shortest first, speakers named there last."""
        over = [
            passage
            for kind in Kind
            for passage in self._near(kind, offset)
            if any(span.contains(offset) for span in passage.spans)
        ]
        over.sort(key=lambda p: sum(span.end - span.start for span in p.spans))
        named = self._named_at(offset)
        return over if named is None else [named, *(p for p in over if p != named)]

    def _near(self, kind: Kind, offset: int) -> list[Passage]:
        return self._by_kind[kind][: bisect_right(self._starts[kind], offset)]

    def _named_at(self, offset: int) -> Passage | None:
        """Return the passage of the speaker who is named at an offset."""
        for speaker in self.analysis.speakers:
            passages = self.passages(speaker.id)
            if passages and any(m.contains(offset) for m in self._namings(speaker)):
                return min(passages, key=lambda p: min(abs(p.start - offset), abs(p.end - offset)))
        return None

    def _namings(self, speaker: Speaker) -> list[Span]:
        own = [self.quotations[q].speaker_span for q in speaker.quotes if q in self.quotations]
        return [*speaker.mentions, *(span for span in own if span is not None)]

    def namings(self, speaker: str) -> list[Span]:
        """Return every place where a speaker is named, described or stands as a pronoun."""
        return self._namings(self.speakers[speaker])

    def quotation_of(self, passage: Passage) -> Quotation | None:
        """Return the quotation that a speaker's passage shows."""
        speaker = self.speakers.get(passage.finding)
        if speaker is None:
            return None
        quotations = (self.quotations.get(q) for q in speaker.quotes)
        return next((q for q in quotations if q and q.spans == passage.spans), None)

    def shown(self, kind: Kind, followed: str | None = None, *, show_all: bool = False) -> Shown:
        """Return the findings of a kind that have a row.

        Args:
            kind: Which panel asks.
            followed: Id of the speaker to whose words figures and claims are limited.
            show_all: Show dates, ordinals and claims of little worth, predictions, plans and
                opinions too.
        """
        if kind is Kind.SPEAKER:
            speakers = [s for s in self.analysis.speakers if self.passages(s.id)]
            rows = [s.id for s in sorted(speakers, key=lambda s: -len(self.passages(s.id)))]
        elif kind is Kind.FIGURE:
            rows = [
                figure.id
                for figure in self.analysis.figures
                if (followed is None or figure.speaker == followed)
                and (show_all or figure.kind not in _POSITIONS)
            ]
        else:
            rows = [
                claim.id
                for claim in self.analysis.claims
                if (followed is None or followed in claim.asserted_by)
                and (show_all or is_worth_showing(claim))
            ]
        among = frozenset(rows)
        passages = [p for p in self._by_kind[kind] if p.finding in among]
        return Shown(tuple(rows), passages)

    def said_by(self, speaker: str) -> list[Span]:
        """Return all that a speaker said."""
        return [span for passage in self.passages(speaker) for span in passage.spans]
