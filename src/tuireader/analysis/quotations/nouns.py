"""Nouns that hold what somebody said: "Lee's claim that the dam is safe"."""

from collections.abc import Iterator

from tuireader.analysis.quotations.boundaries import trimmed, whole_runs
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.mentions import mention_at
from tuireader.analysis.quotations.passage import Passage

_FARTHEST = 9
"""How many tokens may stand before the clause of a noun."""


def noun_reports(
    passage: Passage, lexicon: ReportingLexicon
) -> Iterator[tuple[Cue, tuple[int, int]]]:
    """Walk over the nouns with an owner and a "that" clause.

    Args:
        passage: The paragraph.
        lexicon: The nouns that report.

    Yields:
        The noun as a cue, its owner as the subject, and first and last token of the clause.
    """
    for noun in range(passage.size):
        if passage.lemma[noun] not in lexicon.nouns or not passage.outside(noun):
            continue
        owner = _owner(passage, noun)
        first = _that(passage, noun)
        if owner is None or first is None or not passage.outside(owner):
            continue
        last = trimmed(passage, first, passage.right[passage.head[first]])
        subject = mention_at(passage, owner)
        cue = Cue(noun, noun, passage.lemma[noun], subject, subject.first, noun)
        yield cue, whole_runs(passage, first, last)


def _owner(passage: Passage, noun: int) -> int | None:
    """Return whose claim it is: "Lee's claim", "a claim by Lee"."""
    owner = passage.child(noun, "poss")
    if owner is not None:
        return owner
    by = next((c for c in passage.children[noun] if passage.lower[c] in ("by", "from")), None)
    return passage.child(by, "pobj") if by is not None else None


def _that(passage: Passage, noun: int) -> int | None:
    """Return the "that" of the clause that tells what is claimed, right behind the noun's words."""
    for at in range(noun + 1, min(noun + _FARTHEST, passage.size)):
        if passage.pos[at] in ("VERB", "AUX", "PUNCT") or not passage.outside(at):
            return None
        if passage.lower[at] == "that" and passage.tag[at] == "IN":
            return at if passage.head[at] > at else None
    return None
