"""Words around quote marks that no clause explains: "She called the plan “a sham” of a kind"."""

from tuireader.analysis.quotations.boundaries import complement_end, runs_between, whole_runs
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.passage import Passage
from tuireader.analysis.quotations.starts import CIRCUMSTANCES
from tuireader.analysis.quotations.titles import follows_work, is_title

FARTHEST = 40
"""How many tokens may stand between a cue and the quotation it introduces."""


def around_marks(
    passage: Passage, cue: Cue, lexicon: ReportingLexicon, taken: set[int]
) -> tuple[int, int] | None:
    """Return the words with some in quote marks that are the object of a reporting verb.

    Args:
        passage: The paragraph.
        cue: The reporting verb.
        lexicon: The tiers of verbs.
        taken: Quoted stretches that belong to another cue.

    Returns:
        First and last token, or None.
    """
    if cue.lemma not in lexicon.with_quote - lexicon.openers:
        return None
    if cue.passive and cue.subject is None:
        return None
    start = max(cue.clause_last, cue.last) + 1
    high = passage.sentence(cue.verb)[1]
    runs = [r for r in runs_between(passage, start, high) if r not in taken]
    if not runs or passage.run_first[runs[0]] - start > FARTHEST:
        return None
    if _tells_where(passage, cue, start, runs):
        return None
    if _nearer_cue(passage, start, passage.run_first[runs[0]], lexicon):
        return None
    first, known = start, passage.run_last[runs[-1]]
    while (
        first < known
        and passage.outside(first)
        and (passage.pos[first] in ("ADV", "SPACE", "PUNCT"))
    ):
        first += 1
    return whole_runs(passage, first, complement_end(passage, cue, first, known))


def _tells_where(passage: Passage, cue: Cue, start: int, runs: list[int]) -> bool:
    """Tell whether the words in quote marks are titles that tell where something was said."""
    if not all(is_title(passage, run) for run in runs):
        return False
    if passage.pos[start] == "ADP" and follows_work(passage, runs[0]):
        return True
    first = passage.run_first[runs[0]]
    return any(
        passage.left[child] <= first <= passage.right[child]
        for child in passage.children[cue.verb]
        if passage.dep[child] in CIRCUMSTANCES and child > cue.verb
    )


def _nearer_cue(passage: Passage, start: int, stop: int, lexicon: ReportingLexicon) -> bool:
    """Tell whether another reporting verb stands between a cue and the quote marks."""
    return any(
        passage.tag[t].startswith("VB")
        and passage.lemma[t] in lexicon.with_quote
        and passage.dep[t] not in ("amod", "aux")
        for t in range(start, stop)
    )
