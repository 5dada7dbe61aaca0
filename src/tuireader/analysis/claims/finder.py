"""Finds the claims of an article: clauses, who asserts them, how, and what they are worth."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.analysis.claims.asserters import Attribution, Voice
from tuireader.analysis.claims.clauses import Clause, split_sentence
from tuireader.analysis.claims.kinds import is_statement, kind_of
from tuireader.analysis.hedging import HedgeCue, find_hedge
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import (
    Claim,
    ClaimKind,
    Figure,
    Hedge,
    Quotation,
    Speaker,
)
from tuireader.analysis.worth import SentenceModel, Setting, rate
from tuireader.article.model import ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FRINGE = " \t\r\n\"'“”‘’«»`,;:–—-[]…"
"""What does not belong to a claim where it stands at its ends."""


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
    finder = _ClaimFinder(Attribution(speakers, quotations), figures)
    found = [claim for paragraph in parsed for claim in finder.claims_of(paragraph)]
    found.sort(key=lambda claim: (claim.start, -claim.end))
    return [replace(claim, id=f"c{number}") for number, claim in enumerate(found, 1)]


class _ClaimFinder:
    """Looks for claims in one paragraph after the other."""

    def __init__(self, attribution: Attribution, figures: Iterable[Figure]) -> None:
        self._attribution = attribution
        self._figures = sorted(figures, key=lambda figure: figure.start)
        self._figure_starts = [figure.start for figure in self._figures]

    def claims_of(self, paragraph: ParsedParagraph) -> Iterator[Claim]:
        """Yield the claims of a paragraph, their ids still missing."""
        cues = self._cue_tokens(paragraph)
        for sentence in paragraph.doc.sents:
            clauses = split_sentence(sentence, cues)
            model = SentenceModel(sentence)
            frames = {clause.head.i: clause for clause in clauses if clause.is_frame}
            for clause in clauses:
                voice = self._attribution.voice_at(paragraph.start + clause.head.idx)
                if self._is_claim(clause, voice, clauses, cues, paragraph):
                    claim = self._claim(clause, voice, frames, paragraph, model)
                    if claim is not None:
                        yield claim

    def _cue_tokens(self, paragraph: ParsedParagraph) -> frozenset[int]:
        """Return the indices of the words that report a quotation."""
        doc, start = paragraph.doc, paragraph.start
        indices: set[int] = set()
        for cue in self._attribution.cues_between(start, start + len(doc.text)):
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
                and not _holds_another(clause, clauses)
                and is_statement(clause)
            )
        if paragraph.kind is ParagraphKind.TITLE and clause.last - clause.first >= 2:
            return clause.head.doc[clause.last].text != "?"
        return is_statement(clause)

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
        span = _span_of(clause, voice, paragraph)
        if span.end - span.start < 2:
            return None
        figures = self._figures_in(span)
        cue = self._hedge(clause, voice, frames, paragraph.start)
        asserted_by = voice.chain
        hedge_span = None
        if cue is not None:
            hedge_span = _offsets(cue.first, cue.last, paragraph.start)
            source = (
                self._attribution.unnamed_source(hedge_span) if cue.condition == "passive" else None
            )
            if source is not None and (not asserted_by or asserted_by[-1] != source):
                asserted_by = (*asserted_by, source)
        kind = ClaimKind.SPEECH_ACT if clause.is_frame else kind_of(clause, figures)
        level = cue.level if cue is not None else Hedge.NONE
        negated = is_negated(clause.head)
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
            hedge=level,
            hedge_cue=hedge_span,
            negated=negated,
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
        self, clause: Clause, voice: Voice, frames: dict[int, Clause], start: int
    ) -> HedgeCue | None:
        """Return the strongest hedge of a clause, of the frames around it and of its source."""
        governing = []
        at: Clause | None = clause
        while at is not None and at.framed_by is not None:
            governing.append(at.framed_by)
            at = frames.get(at.framed_by.i)
        return find_hedge(clause, tuple(governing))


def _holds_another(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Tell whether other clauses of the sentence say what this one only reports."""
    return any(other is not clause and not other.is_frame for other in clauses)


def is_negated(head: "Token") -> bool:
    """Tell whether a predicate or what it says is negated ("did not", "no one", "never")."""
    for child in head.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nobody", "nothing", "none", "neither"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and any(
            c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in child.children
        ):
            return True
    return False


def _offsets(first: "Token", last: "Token", start: int) -> Span:
    return Span(start + first.idx, start + last.idx + len(last))


def _span_of(clause: Clause, voice: Voice, paragraph: ParsedParagraph) -> Span:
    """Return where a clause stands, cut to the quotation that it is part of."""
    doc, shift = clause.head.doc, paragraph.start
    start, end = _offsets(doc[clause.first], doc[clause.last], shift)
    quote = voice.innermost
    if quote is not None:
        start, end = max(start, quote.start), min(end, quote.end)
    text = doc.text
    while start < end and text[start - shift] in FRINGE:
        start += 1
    while end > start and text[end - shift - 1] in FRINGE:
        end -= 1
    return Span(start, end)
