"""Whether a clause presents something as true at all, and is more than a scrap of one."""

from typing import TYPE_CHECKING

from tuireader.analysis.claims.clauses import CONDITIONS, Clause
from tuireader.analysis.claims.kinds import kind_words
from tuireader.analysis.claims.predicates import QUESTION_WORDS, is_indirect_question
from tuireader.analysis.claims.spans import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

GREETING = 6
"""Tokens beyond which nothing is just a greeting."""

FIRST_PERSON = frozenset({"i", "we"})
"""Subjects that speak of themselves."""

SUPPOSING = ("had", "were", "should")
"""What opens a condition by inversion ("Had it rained, …")."""

COMPLETING = frozenset({"csubj", "csubjpass", "ccomp", "advcl"})
"""Dependencies of a clause that may ask what is left open."""

HELPERS = frozenset({"aux", "auxpass"})
"""Dependencies of an auxiliary."""

EMPTY = frozenset(
    {"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"}
)
"""Parts of speech that alone tell nothing."""


def is_statement(clause: Clause) -> bool:
    """Tell whether a clause presents something as true or expected.

    Questions, orders, promises, thanks, conditions and scraps do not, nor does what only says
    that something is open ("whether it was is disputed", "nobody knows whether it was").

    Args:
        clause: A clause that is not just the frame of others.
    """
    if _asks(clause) or _greets(clause) or _thanks(clause) or _orders(clause):
        return False
    if _leaves_open(clause) or _allots(clause) or not _tells(clause):
        return False
    if clause.subject is None:
        return _has_content(clause)
    return not _promises(clause)


def _asks(clause: Clause) -> bool:
    """Tell whether a clause asks, or supposes what is not so ("Had it rained, …")."""
    if clause.words[-1] == "?" or _ends_in_question(clause):
        return True
    if not _inverted(clause):
        return False
    opening = clause.words[0]
    return opening in QUESTION_WORDS or opening in SUPPOSING or _sentence_asks(clause.head)


def _ends_in_question(clause: Clause) -> bool:
    """Tell whether a question mark follows a clause, at once or behind a quote mark."""
    after = slice(clause.last + 1, clause.last + 3)
    words = clause.paragraph.words[after]
    if "?" not in words:
        return False
    before = clause.paragraph.tokens[after][: words.index("?") + 1]
    return not any(token.is_sent_start for token in before)


def _sentence_asks(head: "Token") -> bool:
    """Tell whether the sentence of a predicate ends in a question mark."""
    doc, at = head.doc, head.i + 1
    while at < len(doc) and not doc[at].is_sent_start:
        at += 1
    return any(token.text == "?" for token in doc[max(head.i, at - 2) : at])


def _inverted(clause: Clause) -> bool:
    """Tell whether an auxiliary, or "be" itself, stands before the subject."""
    head, subject = clause.head, clause.subject
    if subject is None:
        return False
    if head.lemma_ == "be" and head.i < subject.i:
        return True
    return not clause.roles.isdisjoint(HELPERS) and any(
        child.dep_ in HELPERS and child.i < subject.i for child in clause.children
    )


def _greets(clause: Clause) -> bool:
    if len(clause.words) > GREETING:
        return False
    words = [word for word in clause.words if word.isalpha()]
    return len(words) <= 3 and any(
        " ".join(words[:size]) in kind_words("polite") for size in (1, 2)
    )


def _thanks(clause: Clause) -> bool:
    """Tell whether a clause thanks whom it speaks to ("Commander, thank you for waiting")."""
    return clause.head.lemma_.lower() == "thank" and any(
        child.dep_ in ("dobj", "dative") and child.lower_ == "you" for child in clause.children
    )


def _orders(clause: Clause) -> bool:
    """Tell whether a clause is an order ("Look at this", "Ms Ruiz, explain it, please")."""
    head, subject = clause.head, clause.subject
    if head.lemma_ == "let" and subject is None and head.i == clause.first:
        return True
    addressed = subject is None or subject.lower_ == "you" or _is_called(subject)
    if (
        addressed
        and "intj" in clause.roles
        and any(c.dep_ == "intj" and c.lower_ == "please" for c in clause.children)
    ):
        return True
    if head.tag_ != "VB" or not (subject is None or _is_called(subject)):
        return False
    helpers = [child.lower_ for child in clause.children if child.dep_ in HELPERS]
    return not helpers or helpers == ["do"]


def _is_called(subject: "Token") -> bool:
    """Tell whether a name is called by whoever speaks, not spoken of: a comma stands behind it."""
    doc, last = subject.doc, subject.right_edge.i
    return subject.pos_ == "PROPN" and any(token.text == "," for token in doc[last : last + 2])


def _leaves_open(clause: Clause) -> bool:
    """Tell whether a clause only says that something is not known or not settled."""
    if clause.roles.isdisjoint(COMPLETING):
        return False
    head = clause.head
    asked = [
        child
        for child in clause.children
        if child.dep_ in COMPLETING and is_indirect_question(child)
    ]
    if any(child.left_edge.lower_ == "whether" and child.i < head.i for child in asked):
        return True
    if not asked:
        return False
    if head.lemma_ in kind_words("knowing"):
        return is_negated(head)
    words = [head, *(c for c in clause.children if c.dep_ in ("acomp", "attr", "oprd"))]
    return any(word.lower_ in kind_words("open") for word in words) or (
        is_negated(head) and any(word.lower_ in kind_words("settled") for word in words)
    )


def _allots(clause: Clause) -> bool:
    """Tell whether a clause gives somebody the floor ("You have five minutes")."""
    subject = clause.subject
    if subject is None or subject.lower_ != "you" or clause.head.lemma_ not in ("have", "get"):
        return False
    return any(
        child.dep_ == "dobj" and child.lemma_ in kind_words("allotted") for child in clause.children
    )


def _tells(clause: Clause) -> bool:
    """Tell whether a clause is more than a scrap ("They have", "I think", "If it rained")."""
    if "mark" in clause.roles and any(
        child.dep_ == "mark" and child.lower_ in CONDITIONS for child in clause.children
    ):
        return False
    empty = kind_words("empty_verbs")
    return any(
        kind not in EMPTY and lemma.lower() not in empty
        for kind, lemma in zip(clause.classes, clause.lemmas, strict=True)
    )


def _has_content(clause: Clause) -> bool:
    """Tell whether words without a subject still say something ("Killed in a raid")."""
    tokens = clause.tokens
    if sum(token.is_alpha for token in tokens) < 3:
        return False
    return any(token.pos_ in ("VERB", "AUX", "NUM", "SYM") or token.like_num for token in tokens)


def _promises(clause: Clause) -> bool:
    """Tell whether speakers bind themselves ("We will bring prices down")."""
    if clause.subject is None or clause.subject.lower_ not in FIRST_PERSON:
        return False
    if not clause.auxiliaries.isdisjoint(("will", "'ll", "’ll", "shall")):
        return True
    return "xcomp" in clause.roles and clause.head.lower_ in (
        "going",
        "gon",
        "promise",
        "pledge",
        "vow",
    )
