"""Clauses inside another's sentence that open a quotation: "…, with Moor adding: “…”"."""

from tuireader.analysis.quotations.clauses import COMMAS, Stretch, has_main_verb
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.passage import OUTSIDE, Passage


def opened_run(passage: Passage, cue: Cue) -> int | None:
    """Return the quotation that "with", a subject and a participle open before a colon."""
    first = cue.last + 2
    own_subject = cue.subject is not None and 0 < cue.clause_first < cue.verb
    if not own_subject or passage.tag[cue.verb] != "VBG":
        return None
    if passage.lower[cue.clause_first - 1] != "with":
        return None
    if first >= passage.size or passage.words[first - 1] != ":":
        return None
    run = passage.run_of[first]
    return run if run != OUTSIDE and passage.outside(first - 1) else None


def without_opened(passage: Passage, content: Stretch, opened: dict[int, Cue]) -> Stretch | None:
    """Cut some words before the clause that opens another's quotation; None if no clause is left.

    Args:
        passage: The paragraph.
        content: The words.
        opened: The quotations that other cues open, with these cues.
    """
    first, last = content
    inside = [cue for run, cue in opened.items() if first < passage.run_first[run] <= last]
    for cue in inside:
        comma = max((t for t in range(first, cue.verb) if passage.words[t] in COMMAS), default=-1)
        if comma <= first or not has_main_verb(passage, first, comma - 1):
            return None
        last = min(last, comma - 1)
    return first, last
