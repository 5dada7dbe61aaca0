"""Where the words that follow a reporting verb start."""

from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.passage import Passage

CIRCUMSTANCES = frozenset({"prep", "npadvmod", "advmod", "dative"})
"""How time, place and addressee hang on a verb."""


def reports_antecedent(passage: Passage, verb: int) -> bool:
    """Tell whether what is said stands before "that": "the words that she said were kind"."""
    return any(
        passage.tag[c] == "WDT" and passage.dep[c] in ("dobj", "dative", "pobj")
        for c in passage.children[verb]
    )


def _that_behind(passage: Passage, circumstance: int) -> int | None:
    """Return the "that" behind time or place: "said in a letter that …", "said then that she …".

    The parser takes the clause for one about the document or the time.
    """
    noun = passage.child(circumstance, "pobj")
    if noun is None or passage.lower[noun + 1 : noun + 2] != ["that"]:
        return None
    that = noun + 1
    if passage.lemma[noun] in reporting_lexicon().vehicles:
        return that
    clause = passage.head[that]
    while clause != noun and passage.dep[clause] in ("prep", "aux", "auxpass"):
        clause = passage.head[clause]
    subject = passage.child(clause, "nsubj", "nsubjpass", "expl")
    return that if subject is not None and subject > that else None


def past_circumstances(passage: Passage, cue: Cue, high: int) -> int:
    """Return the first token after a verb and its time, place and addressee."""
    at = cue.last + 1
    moved = True
    while moved and at < high:
        moved = False
        for child in passage.children[cue.verb]:
            if passage.left[child] == at and passage.dep[child] in CIRCUMSTANCES:
                written = _that_behind(passage, child)
                if written is not None:
                    return written
                at, moved = passage.right[child] + 1, True
        if moved and at <= high and passage.words[at] == ",":
            at += 1
    return min(at, high)


def from_marker(passage: Passage, cue: Cue, child: int) -> int:
    """Return the first token of a clause, its marker included, punctuation left out."""
    first = passage.left[child]
    while first < child and (passage.words[first] in (",", ":") or passage.words[first].isspace()):
        first += 1
    first = max(first, cue.last + 1)
    if cue.lemma == "say" and not cue.inverted and _has_stray_noun(passage, cue.last + 1, first):
        return cue.last + 1
    return first


def _has_stray_noun(passage: Passage, start: int, stop: int) -> bool:
    """Tell whether a noun that "say" can't govern stands before the clause that was parsed."""
    return any(
        passage.dep[t] in ("dobj", "nsubj", "csubj") and passage.outside(t)
        for t in range(start, stop)
    ) and not any(passage.lower[t] in ("that", ":") for t in range(start, stop))
