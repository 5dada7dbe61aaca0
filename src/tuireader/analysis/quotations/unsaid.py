"""Verbs of saying that tell of nothing said: "nobody said …", "it is worth noting …"."""

from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import Passage

_NOBODY = frozenset({"nobody", "none", "no-one", "nothing", "neither", "anyone", "anybody"})
_SOMEBODY = frozenset({"somebody", "someone", "one", "you"})


def is_said_by_nobody(passage: Passage, subject: Mention | None, verb: int) -> bool:
    """Tell whether the subject of a verb leaves nobody who said anything."""
    if subject is None:
        return False
    return (
        _is_nobody(passage, subject)
        or _might_be_said(passage, verb, subject)
        or _stands_for_deed(passage, subject, verb)
    )


def is_imagined(passage: Passage, i: int, lexicon: ReportingLexicon) -> bool:
    """Tell whether an order such as "imagine" governs a verb."""
    return any(
        passage.lemma[a] in lexicon.imagined
        and passage.tag[a] in ("VB", "VBP")
        and passage.child(a, "nsubj") is None
        for a in passage.ancestors(i)
    )


def _is_nobody(passage: Passage, subject: Mention) -> bool:
    """Tell whether the subject is "none of them", "no official" or whatever anyone may say."""
    words = {passage.lower[subject.head], passage.lower[subject.first]}
    return bool(words & _NOBODY) or passage.lower[subject.first] == "no"


def _might_be_said(passage: Passage, i: int, subject: Mention) -> bool:
    """Tell whether a modal verb and an indefinite subject leave open that anything was said."""
    if passage.lower[subject.head] not in _SOMEBODY:
        return False
    return any(passage.tag[c] == "MD" for c in passage.children[i])


def _stands_for_deed(passage: Passage, subject: Mention, deed: int) -> bool:
    """Tell whether "it" stands for the deed itself: "it is worth noting that …"."""
    if passage.lower[subject.head] not in ("it", "this", "that"):
        return False
    verb = passage.head[subject.head]
    if verb == deed or passage.tag[deed] not in ("VB", "VBG"):
        return False
    if passage.lemma[verb] == "mean":
        return passage.head[deed] == verb
    judged = passage.child(verb, "acomp")
    if passage.lemma[verb] != "be" or judged is None:
        return False
    # "It was careful to say …" is of somebody who said it: the parser hangs "say" on "careful".
    return passage.head[deed] == (judged if passage.tag[deed] == "VBG" else verb)
