"""Questions in front of the answer: "Asked whether the wall would hold, Stone shrugged"."""

from tuireader.analysis.quotations.boundaries import trimmed
from tuireader.analysis.quotations.clauses import CONNECTIVES, Stretch
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.passage import Passage

_QUESTION = frozenset({"whether", "if", "how", "what", "why", "who", "when", "where", "which"})
_BEFORE = CONNECTIVES | {"when", "if", "though", "while", "repeatedly", "once"}


def asked_first(passage: Passage, cue: Cue) -> Stretch | None:
    """Return the question that a sentence opens with, up to the subject of its main clause.

    The parser often takes a part of the question for the main clause.

    Args:
        passage: The paragraph.
        cue: The participle "asked".
    """
    low, high = passage.sentence(cue.verb)
    if cue.lemma != "ask" or passage.tag[cue.verb] not in ("VBN", "VBD") or cue.verb + 2 > high:
        return None
    if any(
        passage.lower[t] not in _BEFORE and passage.words[t] != "," for t in range(low, cue.verb)
    ):
        return None
    first = cue.verb + 1
    if passage.lower[first] == "about":
        first += 1
    elif passage.lower[first] not in _QUESTION:
        return None
    subject = _main_subject(passage, first, high)
    return None if subject is None else (first, trimmed(passage, first, subject - 1))


def _main_subject(passage: Passage, first: int, high: int) -> int | None:
    """Return the first token of the subject of the main clause, behind a comma."""
    for root in range(first, high + 1):
        if passage.dep[root] != "ROOT":
            continue
        subject = passage.child(root, "nsubj", "nsubjpass", "expl")
        start = passage.left[subject] if subject is not None else root
        return start if first < start and passage.words[start - 1] == "," else None
    return None
