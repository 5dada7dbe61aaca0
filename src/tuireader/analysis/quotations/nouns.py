"""Nouns that hold what somebody said: "Lee's claim that the dam is safe", "her promise to go"."""

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
    known = lexicon.nouns | lexicon.wishes
    for noun in range(passage.size):
        if passage.lemma[noun] not in known or not passage.outside(noun):
            continue
        if passage.pos[noun] != "NOUN":
            continue
        owner = _owner(passage, noun)
        if owner is None or not passage.outside(owner):
            continue
        told = _told(passage, noun, lexicon)
        if told is None:
            continue
        first, last = told[0], trimmed(passage, *told)
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


def _told(passage: Passage, noun: int, lexicon: ReportingLexicon) -> tuple[int, int] | None:
    """Return first and last token of what a noun holds: a clause or a deed."""
    lemma = passage.lemma[noun]
    if lemma in lexicon.nouns:
        that = _that(passage, noun)
        if that is not None:
            return that, passage.right[passage.head[that]]
    if lemma in lexicon.wishes:
        deed = next((c for c in passage.children[noun] if _is_deed(passage, noun, c)), None)
        if deed is not None:
            return passage.left[deed], passage.right[deed]
    return None


def _is_deed(passage: Passage, noun: int, child: int) -> bool:
    """Tell whether an infinitive follows a noun: "her promise to leave"."""
    infinitive = passage.dep[child] in ("acl", "relcl") and passage.tag[child] in ("VB", "VBN")
    return infinitive and passage.left[child] == noun + 1 and passage.lower[noun + 1] == "to"


def _that(passage: Passage, noun: int) -> int | None:
    """Return the "that" of the clause that tells what is claimed, right behind the noun's words."""
    for at in range(noun + 1, min(noun + _FARTHEST, passage.size)):
        if passage.pos[at] in ("VERB", "AUX", "PUNCT") or not passage.outside(at):
            return None
        if passage.lower[at] == "that" and passage.tag[at] == "IN":
            return at if passage.head[at] > at else None
    return None
