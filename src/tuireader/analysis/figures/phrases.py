"""Noun phrases as a reader would name them: without articles, without clauses."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Tags of nouns."""

_NO_OPENING = frozenset(
    {
        "DT",
        "PDT",
        "CC",
        "PRP$",
        "RB",
        "RBR",
        "RBS",
        "``",
        "''",
        ",",
        ":",
        "-LRB-",
        "HYPH",
        "$",
        ".",
        "POS",
    }
)
_BREAKS = frozenset({",", ":", "-LRB-", "-RRB-", "``", "''", "."})
_PREPOSITIONS = frozenset(
    {"of", "in", "for", "to", "on", "at", "from", "with", "between", "among", "per", "across"}
)
_MAX_LEAD = 12
"""How many tokens may stand in front of the head of a phrase."""

_MAX_TAIL = 9
"""How many tokens may follow it."""


def left_end(head: "Token", floor: int) -> int:
    """Return the index of the first token of the phrase that `head` closes, not below `floor`."""
    doc = head.doc
    first = max(head.left_edge.i, floor, head.i - _MAX_LEAD)
    for i in range(head.i - 1, first - 1, -1):
        if doc[i].tag_ in _BREAKS or doc[i].dep_ == "relcl":
            first = i + 1
            break
    while first < head.i and doc[first].tag_ in _NO_OPENING:
        first += 1
    return first


def right_end(head: "Token", ceiling: int) -> int:
    """Return the index after the last token of the phrase: prepositional phrases are taken in.

    Args:
        head: The noun.
        ceiling: No token from here on may belong to it (the number itself stands there).
    """
    end = _with_label(head, head.i + 1, ceiling)
    limit = min(ceiling, end + _MAX_TAIL)
    current = head
    while (tail := _tail_noun(current, end, limit)) is not None:
        current, end = tail, _with_label(tail, tail.i + 1, ceiling)
    return end


def _with_label(noun: "Token", end: int, ceiling: int) -> int:
    """Take in the number of a name ("S&P [500]")."""
    doc = noun.doc
    if end < min(ceiling, len(doc)) and doc[end].tag_ == "CD" and doc[end].head.i == noun.i:
        return end + 1
    return end


def _tail_noun(noun: "Token", end: int, limit: int) -> "Token | None":
    """Find the noun of the phrase that goes on at `end`: "of …", "and …"."""
    for child in noun.rights:
        if child.i == end and child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            for inner in child.rights:
                if inner.dep_ == "pobj" and inner.i < limit and inner.tag_ in NOMINAL:
                    return inner
        joined = child.dep_ == "conj" and child.i < limit and child.tag_ in NOMINAL
        if joined and noun.doc[end].dep_ == "cc" and child.left_edge.i == end + 1:
            counted = any(token.tag_ == "CD" for token in noun.doc[end + 1 : child.i])
            return None if counted else child
    return None


def phrase(head: "Token", floor: int, ceiling: int, *, tail: bool) -> tuple[int, int]:
    """Return first token and end of the phrase of `head`.

    Args:
        head: The noun.
        floor: No token below may belong to it.
        ceiling: No token from here on may belong to it.
        tail: Whether its prepositional phrases are taken in.
    """
    end = right_end(head, ceiling) if tail else head.i + 1
    return left_end(head, floor), min(end, max(ceiling, head.i + 1))
