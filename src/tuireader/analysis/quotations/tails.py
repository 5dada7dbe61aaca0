"""What follows reported words in the same sentence, but is reported anew."""

from tuireader.analysis.quotations.boundaries import trimmed
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.passage import FINITE, Passage

_TAILS = frozenset({"relcl", "advcl", "conj", "acl", "parataxis"})
_PARTING = frozenset({",", ";", ":", "—", "–", "-", "--"})
CONTRASTS = frozenset({"although", "though", "whereas", "while"})
"""Words before a clause that says something else."""


def without_tail(passage: Passage, first: int, last: int) -> int:
    """Cut a clause at the end that has a reporting verb of its own.

    "the move was legal, which critics say is wrong", "it was late, though others said it was not",
    "it was late, with a witness adding that it rained".

    Args:
        passage: The paragraph.
        first: The first token of the reported words.
        last: The last one.

    Returns:
        The last token of what is left.
    """
    for at in range(first + 1, last + 1):
        if passage.lower[at] == "with" and _adds_report(passage, first, at):
            return trimmed(passage, first, at - 1)
        if passage.dep[at] not in _TAILS or not passage.outside(at):
            continue
        edge = passage.left[at]
        if passage.head[at] > edge:
            continue  # a clause in front of what it hangs on: "that, though some doubt it, …"
        if first < edge <= at and _is_parted(passage, edge) and _reports(passage, at):
            return trimmed(passage, first, edge - 1)
    return last


def _adds_report(passage: Passage, first: int, preposition: int) -> bool:
    """Tell whether "with" behind a clause has a participle that reports words."""
    is_clause = any(passage.tag[t] in FINITE for t in range(first, preposition))
    if not is_clause or not _is_parted(passage, preposition):
        return False
    verb = passage.child(preposition, "pcomp")
    if verb is None:
        noun = passage.child(preposition, "pobj")
        verb = passage.child(noun, "acl") if noun is not None else None
    return verb is not None and passage.tag[verb] == "VBG" and _reports(passage, verb)


def _is_parted(passage: Passage, edge: int) -> bool:
    if not passage.outside(edge):
        return False
    return passage.words[edge - 1] in _PARTING or passage.lower[edge] in CONTRASTS


def _reports(passage: Passage, verb: int) -> bool:
    """Tell whether a verb reports words of its own."""
    lexicon = reporting_lexicon()
    if passage.lemma[verb] not in lexicon.with_clause or passage.tag[verb] == "VB":
        return False
    if passage.tag[verb] != "VBG" and passage.child(verb, "nsubj", "nsubjpass") is None:
        return False
    return passage.child(verb, "ccomp", "xcomp") is not None or passage.lemma[verb] in lexicon.core
