"""Finds the claims of an article: clauses, who asserts them, how, and what they are worth."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.claims.asserters import Attribution, Voice
from tuireader.analysis.claims.clauses import Clause, split_sentence
from tuireader.analysis.claims.essays import is_essay, is_view
from tuireader.analysis.claims.kinds import kind_of
from tuireader.analysis.claims.notes import is_note
from tuireader.analysis.claims.spans import is_denied, is_stub, offsets, span_of
from tuireader.analysis.claims.statements import is_statement
from tuireader.analysis.claims.titles import split_title
from tuireader.analysis.hedging import STRENGTH, find_hedge, source_level
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import (
    Claim,
    ClaimKind,
    Figure,
    Hedge,
    Quotation,
    Speaker,
    SpeakerKind,
)
from tuireader.analysis.worth import SentenceModel, Setting, rate
from tuireader.article.model import ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST = 2
"""Characters below which nothing is left of a clause once it was cut to its quotation."""


def find_claims(
    parsed: Iterable[ParsedParagraph],
    speakers: Iterable[Speaker],
    quotations: Iterable[Quotation],
    figures: Iterable[Figure],
) -> list[Claim]:
    """Find the claims of an article.

    Args:
        parsed: The analysed paragraphs in order.
        speakers: The speakers of the article.
        quotations: Its quotations; they tell who asserts a claim.
        figures: Its figures.

    Returns:
        The claims, ordered by start, the longer one first, with ids "c1", "c2", ….
    """
    paragraphs = list(parsed)
    attribution = Attribution(speakers, quotations)
    finder = _ClaimFinder(attribution, figures, essay=is_essay(paragraphs, attribution))
    found = [claim for paragraph in paragraphs for claim in finder.claims_of(paragraph)]
    found.sort(key=lambda claim: (claim.start, -claim.end))
    return [replace(claim, id=f"c{number}") for number, claim in enumerate(found, 1)]


class _ClaimFinder:
    """Looks for claims in one paragraph after the other."""

    def __init__(self, attribution: Attribution, figures: Iterable[Figure], *, essay: bool) -> None:
        self._attribution = attribution
        self._essay = essay
        self._figures = sorted(figures, key=lambda figure: figure.start)
        self._text = ""
        self._figure_starts = [figure.start for figure in self._figures]

    def claims_of(self, paragraph: ParsedParagraph) -> Iterator[Claim]:
        """Yield the claims of a paragraph, their ids still missing."""
        self._text = paragraph.text
        if is_note(self._text):
            return
        cues = self._cue_tokens(paragraph)
        title = paragraph.kind is ParagraphKind.TITLE
        parts = split_title(paragraph) if title else []
        if parts:
            yield from self._claims_among(parts, SentenceModel(paragraph.tokens), paragraph, cues)
            return
        for sentence in paragraph.sentences:
            clauses = split_sentence(paragraph, sentence, cues)
            yield from self._claims_among(clauses, SentenceModel(sentence), paragraph, cues)

    def _claims_among(
        self,
        clauses: Sequence[Clause],
        model: SentenceModel,
        paragraph: ParsedParagraph,
        cues: frozenset[int],
    ) -> Iterator[Claim]:
        frames = {clause.head.i: clause for clause in clauses if clause.is_frame}
        for clause in clauses:
            voice = self._attribution.voice_at(paragraph.start + clause.head.idx)
            if self._is_claim(clause, voice, clauses, cues, paragraph):
                if clause.is_frame and not voice.quotations:
                    clause = _with_complement(clause, clauses)
                claim = self._claim(clause, voice, frames, paragraph, model)
                if claim is not None:
                    yield claim

    def _cue_tokens(self, paragraph: ParsedParagraph) -> frozenset[int]:
        """Return the indices of the words that report a quotation."""
        doc, start = paragraph.doc, paragraph.start
        indices: set[int] = set()
        for cue in self._attribution.cues_between(start, start + len(self._text)):
            span = doc.char_span(cue.start - start, cue.end - start, alignment_mode="expand")
            if span is not None:
                indices.update(token.i for token in span)
        return frozenset(indices)

    def _is_claim(
        self,
        clause: Clause,
        voice: Voice,
        clauses: Sequence[Clause],
        cues: frozenset[int],
        paragraph: ParsedParagraph,
    ) -> bool:
        """Tell whether a clause is a claim; the frame of others is one only as an act of speech."""
        if clause.is_frame or clause.head.i in cues:
            return self._is_told_by_others(clause, voice, cues) or (
                not clause.is_frame
                and not self._holds_another(clause, clauses, paragraph)
                and is_statement(clause)
            )
        if paragraph.kind is ParagraphKind.TITLE and len(clause.tokens) > 2:
            return clause.words[-1] != "?"
        return is_statement(clause)

    def _holds_another(
        self, clause: Clause, clauses: Sequence[Clause], paragraph: ParsedParagraph
    ) -> bool:
        """Tell whether other clauses of the sentence say what this one only reports.

        What "put the figure at “over 100” and left" reports is no clause.
        """
        others = [other for other in clauses if other is not clause and not other.is_frame]
        at = paragraph.start + clause.head.idx
        parts = [
            part
            for quote in self._attribution.reported_by(at, at + len(clause.head))
            for part in quote.spans
        ]
        if not parts:
            return bool(others)
        heads = [paragraph.start + other.head.idx for other in others]
        return any(start <= head < end for head in heads for start, end in parts)

    @staticmethod
    def _is_told_by_others(clause: Clause, voice: Voice, cues: frozenset[int]) -> bool:
        """Tell whether it is itself reported or hedged that somebody said something."""
        if clause.head.i not in cues:
            return False
        if voice.quotations:
            return clause.subject is not None and clause.subject.lower_ not in ("i", "we")
        cue = find_hedge(clause)
        return cue is not None and cue.condition == "adverb" and cue.level is Hedge.REPORTED

    def _claim(
        self,
        clause: Clause,
        voice: Voice,
        frames: dict[int, Clause],
        paragraph: ParsedParagraph,
        model: SentenceModel,
    ) -> Claim | None:
        span = span_of(clause, voice, self._text, paragraph.start)
        words = self._text[span.start - paragraph.start : span.end - paragraph.start]
        if len(words) < SHORTEST or is_stub(clause, words):
            return None
        figures = self._figures_in(span)
        hedge = self._hedge(clause, voice, frames, paragraph.start)
        asserted_by = voice.chain + hedge.sources
        kind = ClaimKind.SPEECH_ACT if clause.is_frame else kind_of(clause, figures)
        if self._essay and not voice.quotations and is_view(clause, kind, figures):
            kind = ClaimKind.OPINION
        setting = Setting(
            clause=clause,
            kind=kind,
            figures=tuple(figures),
            source=self._attribution.speakers.get(asserted_by[-1]) if asserted_by else None,
            quoted=bool(voice.quotations),
            title=paragraph.kind is ParagraphKind.TITLE,
        )
        worth, reasons = rate(setting, model)
        return Claim(
            id="",
            start=span.start,
            end=span.end,
            asserted_by=asserted_by,
            hedge=hedge.level,
            hedge_cue=hedge.cue,
            negated=is_denied(clause),
            kind=kind,
            worth=worth,
            reasons=reasons,
            figures=tuple(figure.id for figure in figures),
        )

    def _figures_in(self, span: Span) -> list[Figure]:
        first = bisect_left(self._figure_starts, span.start)
        last = bisect_left(self._figure_starts, span.end)
        return [figure for figure in self._figures[first:last] if figure.end <= span.end]

    def _hedge(
        self, clause: Clause, voice: Voice, frames: dict[int, Clause], shift: int
    ) -> "_Distance":
        """Return the strongest hedge of a clause, of the frames around it and of its source."""
        cue = find_hedge(clause, _governors(clause, frames))
        level = cue.level if cue is not None else Hedge.NONE
        quote = voice.innermost
        source = self._attribution.speakers.get(voice.chain[-1]) if voice.chain else None
        if quote is not None and source is not None and source.kind is SpeakerKind.ANONYMOUS:
            by_source = source_level(source.name)
            if STRENGTH[by_source] > STRENGTH[level]:
                return _Distance(by_source, quote.speaker_span or quote.cue, ())
        if cue is None:
            return _Distance(Hedge.NONE, None, ())
        span = offsets(cue.first, cue.last, shift)
        unnamed = self._attribution.unnamed_source(span) if cue.condition == "passive" else None
        sources = (unnamed,) if unnamed is not None and unnamed not in voice.chain else ()
        return _Distance(level, span, sources)


class _Distance(NamedTuple):
    """How far a claim is held at a distance."""

    level: Hedge
    """The level."""

    cue: Span | None
    """The words that do so."""

    sources: tuple[str, ...]
    """The unnamed source that they stand for, if any."""


def _governors(clause: Clause, frames: dict[int, Clause]) -> tuple["Token", ...]:
    """Return the predicates that govern a clause, the nearest first."""
    governors = []
    at: Clause | None = clause
    while at is not None and at.framed_by is not None:
        governors.append(at.framed_by)
        at = frames.get(at.framed_by.i)
    return tuple(governors)


def _with_complement(frame: Clause, clauses: Sequence[Clause]) -> Clause:
    """Stretch a frame over the clauses that it governs."""
    governed = [other.last for other in clauses if other.framed_by == frame.head]
    return frame.stretched(max([frame.last, *governed]))
