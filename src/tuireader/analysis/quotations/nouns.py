"""Nouns that hold what somebody said: "Lee's claim that the dam is safe"."""

from collections.abc import Iterator

from tuireader.analysis.quotations.boundaries import trimmed, whole_runs
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.mentions import mention_at
from tuireader.analysis.quotations.passage import Passage


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
        owner = passage.child(noun, "poss")
        clause = passage.child(noun, "acl", "ccomp", "relcl")
        if owner is None or clause is None or not passage.outside(owner):
            continue
        first = passage.left[clause]
        if first <= noun or passage.lower[first] != "that" or passage.tag[first] != "IN":
            continue
        last = trimmed(passage, first, passage.right[clause])
        subject = mention_at(passage, owner)
        cue = Cue(noun, noun, passage.lemma[noun], subject, subject.first, noun)
        yield cue, whole_runs(passage, first, last)
