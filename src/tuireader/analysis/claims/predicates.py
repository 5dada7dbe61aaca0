"""Predicates: tense, subject and kind of the clause that a verb heads."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
"""Dependencies of a subject."""

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of the verb forms that carry tense."""

QUESTION_WORDS = frozenset(
    {"what", "whatever", "where", "when", "why", "how", "who", "whom", "whose", "which", "whether"}
)
"""What opens a question; and "if" where it is a complement."""

SUPPOSITIONS = frozenset({"if", "unless", "whether"})
"""Conjunctions behind which nothing is asserted."""


def is_finite(predicate: "Token") -> bool:
    """Tell whether a predicate, or an auxiliary of it, carries tense."""
    return predicate.tag_ in FINITE_TAGS or any(
        child.tag_ in FINITE_TAGS
        for child in predicate.children
        if child.dep_ in ("aux", "auxpass")
    )


def subject_of(predicate: "Token") -> "Token | None":
    """Return the head of the subject that hangs on the predicate itself."""
    return next((child for child in predicate.children if child.dep_ in SUBJECTS), None)


def has_infinitive(predicate: "Token") -> bool:
    """Tell whether a predicate is completed by another verb ("plans to build")."""
    return any(child.dep_ == "xcomp" for child in predicate.children)


def is_indirect_question(clause: "Token") -> bool:
    """Tell whether a complement asks ("where they are", "whether it was").

    Args:
        clause: Its predicate.
    """
    first = clause.left_edge
    if first.lower_ in QUESTION_WORDS:
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in clause.children
    )
