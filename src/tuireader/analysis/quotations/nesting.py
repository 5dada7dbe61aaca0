"""Reported words inside reported words: which of them are worth showing on their own."""

from collections.abc import Sequence

from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.quotations.passage import Passage


def without_echoes(
    passage: Passage, utterances: Sequence[Utterance], lexicon: ReportingLexicon
) -> list[Utterance]:
    """Drop utterances inside others, but for those that a second named speaker adds.

    "Trump said Kobani assured him …" has two speakers; in "she said she thinks …" and "he said
    experts say …" the inner words have no source of their own that a reader could turn to.
    """
    kept: list[Utterance] = []
    outer: Utterance | None = None
    for utterance in sorted(utterances, key=_outermost_first):
        inside = outer is not None and _is_inside(utterance, outer)
        if outer is None or utterance.end > outer.end:
            outer = utterance
        learned = outer is not None and _learned_from(passage, outer, utterance, lexicon)
        if not inside or learned or _has_own_source(passage, utterance, lexicon):
            kept.append(utterance)
    return kept


def _is_inside(inner: Utterance, outer: Utterance) -> bool:
    """Tell whether words are part of others, rather than between two stretches of them."""
    return inner.end <= outer.end and any(
        mine.start < theirs.end and theirs.start < mine.end
        for mine in inner.spans
        for theirs in outer.spans
    )


def _learned_from(
    passage: Passage, outer: Utterance, inner: Utterance, lexicon: ReportingLexicon
) -> bool:
    """Tell whether somebody learned it from the inner source: "learned that according to X"."""
    if outer.cue is None or inner.cue is None:
        return False
    start, end = outer.cue.start - passage.start, outer.cue.end - passage.start
    learns = any(passage.lemma[i] in lexicon.belief for i in passage.tokens_within(start, end))
    return (
        learns
        and " " in passage.text[inner.cue.start - passage.start : inner.cue.end - passage.start]
    )


def _outermost_first(utterance: Utterance) -> tuple[int, int, bool]:
    """Order by start, the longer one first; of two alike the one with a speaker."""
    return utterance.start, -utterance.end, utterance.mention is None


def _has_own_source(passage: Passage, inner: Utterance, lexicon: ReportingLexicon) -> bool:
    mention = inner.mention
    if mention is None or inner.cue is None or passage.pos[mention.head] != "PROPN":
        return False
    start = inner.cue.start - passage.start
    speech = lexicon.core | lexicon.clause
    return any(
        passage.lemma[i] in speech or passage.lower[i] == "according"
        for i in passage.tokens_within(start, start + 1)
    )
