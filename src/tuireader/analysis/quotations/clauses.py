"""Clauses on the surface of a sentence: what opens them, what sets them off, what they lack."""

from tuireader.analysis.quotations.boundaries import runs_between, trimmed, whole_runs
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.passage import FINITE, Passage

COMMAS = frozenset({",", "—", "–", "-", "--", "―"})
"""What sets words off."""
_CLAUSE_WORDS = 3
"""How many quoted words are taken for a clause."""
_MAIN = frozenset({"ROOT", "ccomp", "parataxis", "conj", "dep"})
CONNECTIVES = frozenset({"and", "but", "or", "so", "yet", "meanwhile", "however", "still"})
"""Words that join a sentence to the one before it."""

Stretch = tuple[int, int]
"""First and last token of some words."""


def skip_connectives(passage: Passage, first: int, last: int) -> int:
    """Return the first token behind "and", "but" and commas."""
    while (
        first < last
        and passage.outside(first)
        and (
            passage.lower[first] in CONNECTIVES
            or passage.words[first] == ","
            or passage.words[first].isspace()
        )
    ):
        first += 1
    return first


def trimmed_stretch(passage: Passage, stretch: Stretch) -> Stretch:
    """Return a stretch without final punctuation that cuts no quotation."""
    return whole_runs(passage, stretch[0], trimmed(passage, *stretch))


def has_main_verb(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a stretch holds a main clause, or quoted words that stand for one."""
    if any(passage.run_words(r) >= _CLAUSE_WORDS for r in runs_between(passage, first, last)):
        return True
    if passage.tag[first] == "VB" and passage.outside(first) and _is_main(passage, first):
        return True  # an order or a piece of advice
    return any(
        passage.tag[t] in FINITE and passage.outside(t) and _is_main(passage, t)
        for t in range(first, last + 1)
    )


def follows_clause(passage: Passage, cue: Cue) -> bool:
    """Tell whether a verb has its words in front, set off by a comma: "…, Field told the board"."""
    comma = cue.clause_first - 1
    if comma < 0 or passage.words[comma] not in COMMAS:
        return False
    return any(
        passage.dep[c] == "ccomp"
        and passage.right[c] <= comma
        and not any(passage.tag[w] == "WRB" for w in passage.children[c])
        for c in passage.children[cue.verb]
    )


def _is_main(passage: Passage, verb: int) -> bool:
    if passage.dep[verb] in ("aux", "auxpass"):
        verb = passage.head[verb]
    return passage.dep[verb] in _MAIN
