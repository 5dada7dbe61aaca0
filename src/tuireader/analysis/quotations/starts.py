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


def _written_in(passage: Passage, circumstance: int) -> int | None:
    """Return the "that" behind a document: "said in a letter that …"."""
    document = passage.child(circumstance, "pobj")
    if document is None or passage.lemma[document] not in reporting_lexicon().vehicles:
        return None
    that = document + 1
    return that if passage.lower[that : that + 1] == ["that"] else None


def past_circumstances(passage: Passage, cue: Cue, high: int) -> int:
    """Return the first token after a verb and its time, place and addressee."""
    at = cue.last + 1
    moved = True
    while moved and at < high:
        moved = False
        for child in passage.children[cue.verb]:
            if passage.left[child] == at and passage.dep[child] in CIRCUMSTANCES:
                written = _written_in(passage, child)
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
