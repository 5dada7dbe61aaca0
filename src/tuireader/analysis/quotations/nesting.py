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
    return [
        u
        for u in utterances
        if not any(_inside(u, o) for o in utterances) or _has_own_source(passage, u, lexicon)
    ]


def _inside(inner: Utterance, outer: Utterance) -> bool:
    if inner is outer or not (outer.start <= inner.start and inner.end <= outer.end):
        return False
    if (outer.start, outer.end) == (inner.start, inner.end):
        return inner.mention is None or outer.mention is not None
    return True


def _has_own_source(passage: Passage, inner: Utterance, lexicon: ReportingLexicon) -> bool:
    mention = inner.mention
    if mention is None or inner.cue is None or passage.pos[mention.head] != "PROPN":
        return False
    cue = next((i for i in range(passage.size) if passage.span(i, i).start == inner.cue.start), 0)
    speech = lexicon.core | lexicon.clause | {"according"}
    return passage.lemma[cue] in speech or passage.lower[cue] in speech
