"""Cues that stand between commas in the middle of what they report."""

from tuireader.analysis.quotations.clauses import COMMAS
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.passage import FINITE, OUTSIDE, Passage


def interrupts(passage: Passage, cue: Cue) -> bool:
    """Tell whether a cue between commas stands between two clauses that it reports.

    "The choice was made in March, the officer said, and the hearing would be short."
    """
    low, high = passage.sentence(cue.verb)
    comma = cue.clause_first - 1
    after = max(cue.clause_last, cue.last) + 1
    if passage.tag[cue.verb] == "VBG":
        return False
    if comma <= low or after + 1 >= high or passage.words[comma] not in COMMAS:
        return False
    if passage.words[after] not in COMMAS:
        return False
    if not passage.outside(comma) or not passage.outside(after):
        return False
    if passage.tag[after + 1] in FINITE and passage.outside(after + 1):
        return low < comma and not has_cue(passage, low, comma - 1)
    following = passage.run_of[after + 1]
    goes_on = following != OUTSIDE and starts_low(passage, following)
    if passage.tag[after + 1] != "CC" and not goes_on:
        return False
    return _has_finite(passage, low, comma - 1)


def parts_relative(passage: Passage, comma: int) -> bool:
    """Tell whether the comma before a cue stands behind the first word of a relative clause."""
    relative = comma - 1
    if passage.tag[relative] not in ("WDT", "WP") or not passage.outside(relative):
        return False
    clause = passage.head[relative]
    return clause > comma and passage.tag[clause] in FINITE


def _has_finite(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a stretch holds a clause, and starts neither in a quotation nor with a cue."""
    if has_cue(passage, first, last):
        return False
    return any(passage.tag[t] in FINITE and passage.outside(t) for t in range(first, last + 1))


def has_cue(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a stretch tells who said it by itself."""
    return any(is_cue_word(passage, t) and passage.outside(t) for t in range(first, last + 1))


def starts_low(passage: Passage, run: int) -> bool:
    """Tell whether a quotation starts in the middle of a sentence."""
    inner = passage.text[passage.runs[run].start :].lstrip("“\"'`«‘ ")
    return inner[:1].islower()


def is_cue_word(passage: Passage, at: int) -> bool:
    """Tell whether a token is one of the commonest verbs of saying."""
    return passage.lemma[at] in ("say", "tell", "add", "write") and passage.tag[at].startswith("VB")
