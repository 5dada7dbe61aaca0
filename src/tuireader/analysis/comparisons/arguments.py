"""Arguments: who does what to whom, as far as the grammar of a word tells."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
"""Dependencies of a subject that names what a clause is about."""


def is_infinitive(verb: "Token") -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def is_passive(word: "Token") -> bool:
    """Tell whether a participle has the auxiliary of a passive."""
    return any(child.dep_ == "auxpass" for child in word.children)


def object_of(verb: "Token") -> "Token | None":
    """Return what is done to: the object, the subject of a passive, the noun of a participle."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return _antecedent(child)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "xcomp" and is_passive(verb):
        return actor_of(verb.head)
    return None


def actor_of(verb: "Token") -> "Token | None":
    """Return who does it: the subject, also of the verbs that a verb completes or joins."""
    token = verb
    for _ in range(4):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return _antecedent(child)
        if token.dep_ in ("xcomp", "conj", "ccomp", "acomp") and token.head.pos_ in ("VERB", "AUX"):
            token = token.head
        else:
            break
    return verb.head if verb.dep_ in ("acl", "relcl") else None


def _antecedent(subject: "Token") -> "Token":
    """Return what a relative pronoun stands for."""
    if subject.tag_ in ("WDT", "WP") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def of_what(noun: "Token") -> "Token | None":
    """Return what an event noun is of ("the escape of prisoners", "prisoner escapes").

    Args:
        noun: The noun.
    """
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "among"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    for child in noun.children:
        if child.dep_ == "compound" or (child.dep_ == "poss" and child.pos_ != "PRON"):
            return child
    return None


def paid_for(verb: "Token") -> "Token | None":
    """Return what money is paid for or spent on.

    Args:
        verb: A verb of paying.
    """
    anchors = [verb, *(child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))]
    for anchor in anchors:
        for child in anchor.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "on"):
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def described(state: "Token") -> "Token | None":
    """Return what a state is said of; "an open gate" may be any gate, "15 dead" are the dead.

    Args:
        state: An adjective or participle.
    """
    if state.dep_ == "amod":
        noun = state.head
        return None if any(child.lower_ in ("a", "an") for child in noun.children) else noun
    if any(child.dep_ == "nummod" for child in state.children):
        return state
    return actor_of(state)


def phrase_theme(first: "Token", last: int) -> "Token | None":
    """Return the object of a phrase ("laid off aides"), or the subject of its clause.

    Args:
        first: The first word of the phrase.
        last: Index in the document of its last word.
    """
    token = first
    if token.pos_ == "VERB":
        theme = object_of(token)
        if theme is not None and not token.i <= theme.i <= last:
            return theme
    for _ in range(4):
        found = actor_of(token)
        if found is not None or token.head == token:
            return found
        token = token.head
    return None
