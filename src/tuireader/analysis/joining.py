"""Findings of several stretches of one article, joined to one analysis."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tuireader.analysis.model import (
    Analysis,
    Claim,
    Comparison,
    Figure,
    Quotation,
    Speaker,
    SpeakerKind,
)


def join_analyses(parts: Sequence[Analysis]) -> Analysis:
    """Return the findings of all stretches, numbered anew in the order of the text.

    A speaker of the same name and kind is the same speaker in all of them; unnamed sources stay
    apart, since "a witness" here is hardly the one there.

    Args:
        parts: Their findings, in the order of the stretches, which do not overlap.
    """
    if len(parts) == 1:
        return parts[0]
    joint = _Joint()
    for part in parts:
        joint.add(part)
    return joint.analysis()


class _Joint:
    """Collects the findings of one stretch after the other."""

    def __init__(self) -> None:
        self._model: str | None = None
        self._speakers: dict[str, Speaker] = {}
        self._known: dict[tuple[str, SpeakerKind], str] = {}
        self._quotations: list[Quotation] = []
        self._figures: list[Figure] = []
        self._claims: list[Claim] = []
        self._comparisons: list[Comparison] = []
        self._notes: dict[str, None] = {}

    def add(self, part: Analysis) -> None:
        """Add the findings of the next stretch."""
        self._model = self._model or part.model
        self._notes.update(dict.fromkeys(part.notes))
        quotations = _renamed("q", part.quotations, len(self._quotations))
        figures = _renamed("f", part.figures, len(self._figures))
        claims = _renamed("c", part.claims, len(self._claims))
        speakers = {s.id: self._add_speaker(s, quotations) for s in part.speakers}
        self._quotations += (
            replace(q, id=quotations[q.id], speaker=speakers.get(q.speaker or ""))
            for q in part.quotations
        )
        self._figures += (
            replace(
                f,
                id=figures[f.id],
                speaker=speakers.get(f.speaker or ""),
                claim=claims.get(f.claim or ""),
            )
            for f in part.figures
        )
        self._claims += (
            replace(
                c,
                id=claims[c.id],
                asserted_by=tuple(speakers[s] for s in c.asserted_by),
                figures=tuple(figures[f] for f in c.figures),
            )
            for c in part.claims
        )
        for comparison in part.comparisons:
            ident = f"k{len(self._comparisons) + 1}"
            members = tuple(claims[c] for c in comparison.claims)
            self._comparisons.append(replace(comparison, id=ident, claims=members))

    def _add_speaker(self, speaker: Speaker, quotations: dict[str, str]) -> str:
        """Add a speaker, or what is new of one that is known, and return the id."""
        quotes = tuple(quotations[quote] for quote in speaker.quotes)
        key = (speaker.name, speaker.kind)
        ident = None if speaker.kind is SpeakerKind.ANONYMOUS else self._known.get(key)
        if ident is None:
            ident = f"s{len(self._speakers) + 1}"
            self._known[key] = ident
            self._speakers[ident] = replace(speaker, id=ident, quotes=quotes)
            return ident
        before = self._speakers[ident]
        self._speakers[ident] = replace(
            before,
            role=before.role or speaker.role,
            aliases=tuple(dict.fromkeys(before.aliases + speaker.aliases)),
            mentions=before.mentions + speaker.mentions,
            quotes=before.quotes + quotes,
            words_quoted=before.words_quoted + speaker.words_quoted,
        )
        return ident

    def analysis(self) -> Analysis:
        """Return all of it."""
        return Analysis(
            model=self._model,
            speakers=tuple(self._speakers.values()),
            quotations=tuple(self._quotations),
            figures=tuple(self._figures),
            claims=tuple(self._claims),
            comparisons=tuple(self._comparisons),
            notes=tuple(self._notes),
        )


def _renamed(
    letter: str, findings: Iterable[Quotation | Figure | Claim], before: int
) -> dict[str, str]:
    """Map the ids of a stretch to those that they have in the whole."""
    return {finding.id: f"{letter}{before + n}" for n, finding in enumerate(findings, start=1)}
