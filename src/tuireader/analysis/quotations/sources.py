"""What a phrase such as "according to" gives a source to."""

from tuireader.analysis.quotations.clauses import (
    COMMAS,
    Stretch,
    has_main_verb,
    skip_connectives,
    trimmed_stretch,
)
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.passage import FINITE, Passage


def around_phrase(passage: Passage, cue: Cue) -> list[Stretch] | None:
    """Return the words that "according to X" gives a source to: before, after or on both sides."""
    low, high = passage.sentence(cue.verb)
    start = skip_connectives(passage, low, cue.verb)
    stop = _phrase_end(passage, cue, high)
    opens = passage.dep[cue.verb - 1] == "mark" or cue.verb - start <= 1
    if opens or not any(
        passage.pos[t] in ("VERB", "AUX", "NOUN", "PROPN") for t in range(start, cue.verb)
    ):
        if stop >= high:
            return None
        first = _main_clause(passage, cue, stop + 1)
        while first < high and (passage.words[first] in COMMAS or passage.words[first].isspace()):
            first += 1
        return [trimmed_stretch(passage, (first, high))]
    before = (start, cue.verb - 1)
    if stop + 1 < high and passage.words[stop + 1] in COMMAS:
        rest = (stop + 2, high)
        if not has_main_verb(passage, *before):
            return [trimmed_stretch(passage, before), trimmed_stretch(passage, rest)]
    return [trimmed_stretch(passage, before)]


def _main_clause(passage: Passage, cue: Cue, first: int) -> int:
    """Return where the main clause starts behind a source with appositions and relative clauses."""
    high = passage.sentence(cue.verb)[1]
    root = next((a for a in passage.ancestors(cue.verb) if passage.dep[a] == "ROOT"), None)
    subject = passage.child(root, "nsubj", "nsubjpass", "expl") if root is not None else None
    if subject is None or not first < passage.left[subject] <= high:
        return first
    start = passage.left[subject]
    between = range(first, start)
    relative = any(passage.tag[t] in ("WP", "WDT", "WP$") for t in between)
    apposition = passage.words[start - 1] in COMMAS and not any(
        passage.tag[t] in FINITE for t in between
    )
    return start if relative or (apposition and _is_apposition(passage, first)) else first


def _is_apposition(passage: Passage, first: int) -> bool:
    """Tell whether a comma is followed by more about the source: ", of the university,"."""
    after = first + (passage.words[first] in COMMAS)
    return passage.lower[after] in ("of", "a", "an", "the") or passage.dep[after] == "appos"


def _phrase_end(passage: Passage, cue: Cue, high: int) -> int:
    """Return the last token of a source phrase: up to a comma, or the noun where none follows."""
    noun = end = max(cue.clause_last, cue.last)
    while end < high and passage.words[end + 1] not in COMMAS and passage.words[end + 1] != ".":
        end += 1
        if passage.tag[end] in FINITE and not _in_relative(passage, end):
            return noun
    return end


def _in_relative(passage: Passage, token: int) -> bool:
    return passage.dep[token] == "relcl" or passage.dep[passage.head[token]] == "relcl"
