"""The findings of an article, indexed for reading: passages, rows, what stands where."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

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
from tuireader.session.kinds import Kind, kind_of
from tuireader.session.showing import Passage, Shown, ShownSpeakers, ShownStatements, passage_of
from tuireader.session.stretches import Stretches

WORTH_SHOWING = 0.4
"""Claims of less worth are shown only when the reader asks for all."""

_SET_APART = frozenset({ClaimKind.PREDICTION, ClaimKind.PLAN, ClaimKind.OPINION})

_POSITIONS = frozenset({FigureKind.DATE, FigureKind.ORDINAL})
"""Figures that say when or in which place, not how much."""


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
        self._spoken = sorted(self._speaker_passages(), key=lambda p: p.start)
        self._of_speaker: dict[str, list[Passage]] = defaultdict(list)
        for passage in self._spoken:
            self._of_speaker[passage.finding].append(passage)
        self._shown: dict[tuple[Kind, bool], Shown] = {}

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
        statement = self.figures.get(finding) or self.claims.get(finding)
        return [passage_of(statement)] if statement else self._of_speaker.get(finding, [])

    def same_place(self, passage: Passage) -> Passage | None:
        """Return the passage of the same kind that stands where one of another analysis stood."""
        over = self.shown(kind_of(passage.finding), show_all=True).over(passage.start)
        return next((p for p in over if p.spans == passage.spans), None)

    def comparisons_of(self, claim: str) -> list[Comparison]:
        """Return the comparisons that a claim is part of."""
        return self._comparisons.get(claim, [])

    def over(self, offset: int) -> list[Passage]:
        """Return the passages over a character, the shortest first, speakers named there last."""
        over = [p for kind in Kind for p in self.shown(kind, show_all=True).over(offset)]
        over.sort(key=lambda p: sum(span.end - span.start for span in p.spans))
        named = self._named_at(offset)
        return over if named is None else [named, *(p for p in over if p != named)]

    def _named_at(self, offset: int) -> Passage | None:
        """Return the passage of the speaker who is named at an offset."""
        if not any(True for _ in self.named.touching(Span(offset, offset + 1))):
            return None
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

    @cached_property
    def named(self) -> Stretches:
        """Every place where any speaker is named."""
        return Stretches.of(span for s in self.analysis.speakers for span in self._namings(s))

    @cached_property
    def quoted(self) -> Stretches:
        """All that stands in quotations."""
        return Stretches.of(span for q in self.analysis.quotations for span in q.spans)

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
        if followed is not None and kind is not Kind.SPEAKER:
            return self._show(kind, followed, show_all=show_all)
        shown = self._shown.get((kind, show_all))
        if shown is None:
            shown = self._shown[kind, show_all] = self._show(kind, None, show_all=show_all)
        return shown

    def _show(self, kind: Kind, followed: str | None, *, show_all: bool) -> Shown:
        if kind is Kind.SPEAKER:
            speakers = [s for s in self.analysis.speakers if self.passages(s.id)]
            speakers.sort(key=lambda s: -len(self.passages(s.id)))
            return ShownSpeakers(tuple(s.id for s in speakers), self._spoken)
        if kind is Kind.FIGURE:
            figures = [
                figure
                for figure in self.analysis.figures
                if (followed is None or figure.speaker == followed)
                and (show_all or figure.kind not in _POSITIONS)
            ]
            return ShownStatements(figures, self.figures)
        claims = [
            claim
            for claim in self.analysis.claims
            if (followed is None or followed in claim.asserted_by)
            and (show_all or is_worth_showing(claim))
        ]
        return ShownStatements(claims, self.claims)

    def said_by(self, speaker: str) -> list[Span]:
        """Return all that a speaker said."""
        return [span for passage in self.passages(speaker) for span in passage.spans]
