"""What sort of statement a clause is."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from tuireader.analysis.claims.clauses import Clause
from tuireader.analysis.claims.spans import is_negated
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import ClaimKind, Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

QUANTITIES = frozenset(
    {
        FigureKind.COUNT,
        FigureKind.MONEY,
        FigureKind.PERCENT,
        FigureKind.MEASURE,
        FigureKind.RATIO,
        FigureKind.VAGUE,
    }
)
"""Kinds of figures that make a clause a statement of quantity."""

OBJECTS = frozenset({"dobj", "attr", "pobj", "oprd", "acomp"})
"""Dependencies of what a predicate says of its subject."""


@cache
def kind_words(name: str) -> frozenset[str]:
    """Return a list of `lexicon/claim_kinds.yaml`."""
    return frozenset(load_lexicon("claim_kinds")[name])


def kind_of(clause: Clause, figures: Sequence[Figure]) -> ClaimKind:
    """Tell what sort of statement a clause is.

    Args:
        clause: The clause.
        figures: The figures that stand in it.
    """
    for kind, holds in _BEFORE_QUANTITY:
        if holds(clause):
            return kind
    if any(figure.kind in QUANTITIES for figure in figures):
        return ClaimKind.QUANTITY
    for kind, holds in _AFTER_QUANTITY:
        if holds(clause):
            return kind
    return ClaimKind.STATE if _is_state(clause) else ClaimKind.EVENT


def _judges(clause: Clause) -> bool:
    """Tell whether a clause values, wants or demands rather than says what is so."""
    head = clause.head
    if clause.auxiliaries & kind_words("obligation"):
        return True
    subject = clause.subject.lower_ if clause.subject is not None else ""
    if head.lemma_ in kind_words("attitude_verbs") and subject in ("i", "we", "that", "this", "it"):
        return True
    if head.lemma_ == "need" and "xcomp" in clause.roles:
        return True
    if head.tag_ == "VBN" and head.lower_ in kind_words("evaluative"):
        return True
    return head.lemma_ in ("be", "seem", "look", "feel", "sound") and any(
        _is_judgement(child) for child in clause.children
    )


def _is_judgement(complement: "Token") -> bool:
    if complement.dep_ not in ("acomp", "attr", "oprd"):
        return False
    words = kind_words("evaluative")
    if complement.lower_ in words or _is_excessive(complement):
        return True
    return complement.dep_ == "attr" and any(
        child.dep_ == "amod" and child.lower_ in words for child in complement.children
    )


def _is_excessive(complement: "Token") -> bool:
    """Tell whether something is called too much of what it is ("too costly")."""
    return complement.pos_ in ("ADJ", "ADV") and any(c.lower_ == "too" for c in complement.lefts)


def _plans(clause: Clause) -> bool:
    """Tell whether someone means to do something ("will be closed", "plans to hire")."""
    head = clause.head
    if head.lemma_ in kind_words("plan_verbs") and "xcomp" in clause.roles:
        return head.lemma_ not in ("expect", "mean", "hope") or head.tag_ != "VBN"
    if head.lower_ in ("set", "due", "going") and "xcomp" in clause.roles:
        return True
    if head.lemma_ == "be" and "xcomp" in clause.roles:
        return any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in clause.children)
    return "auxpass" in clause.roles and bool(clause.auxiliaries & {"will", "'ll", "’ll"})


def _predicts(clause: Clause) -> bool:
    """Tell whether a clause speaks of what is yet to come, or only might be."""
    head = clause.head
    auxiliaries = clause.auxiliaries
    if _withholds(head, auxiliaries):
        return False
    if (
        head.tag_ == "VBN"
        and head.lemma_ in kind_words("outlook_verbs")
        and "xcomp" in clause.roles
    ):
        return True
    if auxiliaries & {"will", "'ll", "’ll", "wo", "would", "'d", "’d"}:
        return True
    if not auxiliaries & {"could", "may", "might"}:
        return False
    return not any(child.lemma_ == "have" and child.dep_ == "aux" for child in clause.children)


def _withholds(head: "Token", auxiliaries: frozenset[str]) -> bool:
    """Tell whether somebody only keeps silent ("would not say", "would not comment")."""
    return (
        "would" in auxiliaries
        and (head.lemma_ == "say" or head.lemma_ in kind_words("speech_verbs"))
        and is_negated(head)
    )


def _accuses(clause: Clause) -> bool:
    """Tell whether someone is said to have done wrong."""
    head = clause.head
    if head.lemma_ in kind_words("accusation_verbs"):
        return True
    misdeeds = kind_words("misdeeds")
    if misdeeds.isdisjoint(clause.lemmas):
        return False
    return any(token.lemma_ in misdeeds and token.dep_ in OBJECTS for token in clause.tokens)


@cache
def _spaced(name: str) -> tuple[str, ...]:
    """Return the phrases of a list with the spaces around them."""
    return tuple(f" {phrase} " for phrase in kind_words(name))


def _phrase_in(clause: Clause, name: str) -> bool:
    line = clause.line
    return any(phrase in line for phrase in _spaced(name))


def _explains(clause: Clause) -> bool:
    """Tell whether a clause names a cause."""
    return clause.head.lemma_ in kind_words("causal_verbs") or _phrase_in(clause, "causal_phrases")


def _compares(clause: Clause) -> bool:
    """Tell whether a clause sets things side by side."""
    tokens, tags = clause.tokens, clause.tags
    comparative = "than" in clause.words and ("JJR" in tags or "RBR" in tags)
    if comparative and any(_compares_to(token) for token in tokens):
        return True
    superlatives = (t for t, tag in zip(tokens, tags, strict=True) if tag in ("JJS", "RBS"))
    if any(token.dep_ in ("amod", "advmod") for token in superlatives):
        return True
    return _phrase_in(clause, "comparison_phrases")


def _compares_to(than: "Token") -> bool:
    """Tell whether a "than" sets things side by side; "more than 100" only bounds a number."""
    if than.lower_ != "than" or than.i + 1 >= len(than.doc):
        return False
    return not than.nbor(1).like_num and than.nbor(1).tag_ not in ("CD", "$")


def _speaks(clause: Clause) -> bool:
    return clause.head.lemma_ in kind_words("speech_verbs")


_BEFORE_QUANTITY = (
    (ClaimKind.OPINION, _judges),
    (ClaimKind.PLAN, _plans),
    (ClaimKind.PREDICTION, _predicts),
    (ClaimKind.ACCUSATION, _accuses),
)
_AFTER_QUANTITY = (
    (ClaimKind.CAUSAL, _explains),
    (ClaimKind.COMPARISON, _compares),
    (ClaimKind.SPEECH_ACT, _speaks),
)
"""Kinds by their test; the first whose test holds is taken."""


def _is_state(clause: Clause) -> bool:
    """Tell whether a clause says how things are rather than what happened."""
    head = clause.head
    if "auxpass" in clause.roles:
        return any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in clause.children)
    if head.lemma_ in ("be", "have", "know", "own", "live", "remain", "contain", "belong", "exist"):
        return True
    return head.tag_ in ("VBZ", "VBP")
