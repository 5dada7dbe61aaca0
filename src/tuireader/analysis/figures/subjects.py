"""What a verb says a quantity of: its object, what is paid for, its subject."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.figures.phrases import NOMINAL, phrase
from tuireader.analysis.figures.places import Owners, Place

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
"""Dependencies of a subject."""

_CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "acomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUNS = frozenset({"it", "they", "this", "that"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_TRANSITIVE = frozenset(
    {"by", "for", "at", "from", "to", "over", "above", "below", "under", "past"}
)
_BENEFITS = {
    **dict.fromkeys(("pay", "spend", "invest", "charge", "fork"), ("for", "on", "in")),
    **dict.fromkeys(("wipe", "knock", "shave", "cut", "slash", "take", "trim"), ("from", "off")),
    "add": ("to",),
}
"""Verbs whose amount is about what stands behind one of these prepositions."""

_REPORTS = frozenset(
    {"say", "tell", "claim", "argue", "believe", "think", "know", "admit", "insist"}
)
_TAKEN = frozenset({"place", "part", "effect", "shape", "time"})
"""Nouns that are one verb with "take"."""

_MAX_CLIMB = 7


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens that name what is counted or measured."""

    first: int
    """Index of the first token."""

    end: int
    """Index after the last one."""

    head: int
    """Index of the noun that the phrase is built on."""

    said: bool = False
    """Whether the sentence says the quantity of it, so that it is measured and not counted."""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Another reading of the paragraph that is about the same thing."""

    index: int
    """Which one."""

    unit: bool = False
    """Whether the unit is shared as well ("280 million of the 1.5 billion shekels")."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No noun of the sentence will do."""

    fused: bool = False
    """Whether the number stands for a set named before ("Some 2,000 are …")."""

    casualties: bool = False
    """Whether the number is of people hurt, who need not have been named ("12 were killed")."""

    pronoun: str = ""
    """The pronoun that names it ("it rose 5%")."""


Concept = Found | Borrowed | Nothing


def name(noun: "Token", place: Place) -> Found:
    """Return the phrase of a noun that the quantity is said of."""
    ceiling = place.first if noun.i < place.first else noun.i + 10
    first, end = phrase(noun, 0, ceiling, tail=True)
    return Found(first, end, noun.i, said=True)


def said_of(verb: "Token", place: Place, owner: Owners, preposition: str) -> Concept:
    """Find what a verb says a quantity of.

    Args:
        verb: The verb that governs the quantity.
        place: Where the quantity stands.
        owner: Which tokens belong to quantities.
        preposition: The one between verb and quantity, or "".
    """
    if preposition in _TRANSITIVE:
        for child in verb.rights:
            free = child.dep_ == "dobj" and child.tag_ in NOMINAL and child.i not in owner
            free = free and not (verb.lemma_ == "take" and child.lower_ in _TAKEN)
            if free and child.i < place.first:
                return name(child, place)
    elif (found := _benefit(verb, owner)) is not None:
        return found
    return subject_of(verb, place, owner)


def _benefit(verb: "Token", owner: Owners) -> Found | None:
    """What stands behind "paid $5 for …", "wiped $5 from …"."""
    prepositions = _BENEFITS.get(verb.lemma_, ())
    for child in verb.rights:
        if child.dep_ != "prep" or child.lower_ not in prepositions:
            continue
        for noun in child.rights:
            if noun.dep_ == "pobj" and noun.tag_ in NOMINAL and noun.i not in owner:
                first, end = phrase(noun, child.i + 1, noun.i + 8, tail=True)
                return Found(first, end, noun.i)
    return None


def subject_of(verb: "Token", place: Place, owner: Owners) -> Concept:
    """Find the subject of a verb or of the clause that it depends on."""
    for _ in range(_MAX_CLIMB):
        for child in verb.children:
            if child.dep_ == "expl":
                return Nothing()
            if child.dep_ in SUBJECTS and not place.first <= child.i < place.end:
                return _subject_phrase(child, verb, place, owner)
        if verb.dep_ in ("relcl", "acl"):
            return _antecedent(verb, place, owner)
        if (noun := _joined_subject(verb)) is not None and noun.i < place.first:
            return name(noun, place)
        reported = verb.dep_ == "ccomp" and verb.head.lemma_ in _REPORTS
        if reported or verb.dep_ not in _CLAUSES or verb.head is verb:
            return Nothing()
        verb = verb.head.head if _opens_clause(verb.head) else verb.head
        if verb.tag_ in NOMINAL:
            return name(verb, place) if verb.i < place.first else Nothing()
    return Nothing()


def _joined_subject(verb: "Token") -> "Token | None":
    """The noun in front of a verb that the parse joins to the clause before: "and the fee was"."""
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or verb.i == 0:
        return None
    last = verb.nbor(-1)
    noun = next((t for t in (last, *last.ancestors) if t.dep_ == "conj" and t.i < verb.i), None)
    if noun is None or noun.tag_ not in NOMINAL or noun.right_edge.i != verb.i - 1:
        return None
    before = noun.left_edge.i - 1
    return noun if before >= 0 and noun.doc[before].dep_ == "cc" else None


def _opens_clause(word: "Token") -> bool:
    """Whether a preposition has a clause behind it: "fell before [rising] again"."""
    return word.dep_ == "prep" and word.head.pos_ in ("VERB", "AUX")


def _antecedent(verb: "Token", place: Place, owner: Owners) -> Concept:
    noun = verb.head
    index = owner.of(noun.i)
    if index is not None:
        return Borrowed(index)
    return name(noun, place) if noun.tag_ in NOMINAL else Nothing()


def _subject_phrase(subject: "Token", verb: "Token", place: Place, owner: Owners) -> Concept:
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return _antecedent(verb, place, owner)
    index = owner.of(subject.i)
    if index is not None:
        return Nothing() if index == owner.of(place.first) else Borrowed(index)
    if subject.tag_ in NOMINAL or _is_numbered_name(subject):
        return name(subject, place)
    if (noun := _behind_of(subject)) is not None:
        return name(noun, place)
    return Nothing(pronoun=subject.lower_ if subject.lower_ in _PRONOUNS else "")


def _is_numbered_name(subject: "Token") -> bool:
    """Whether a number ends the name of an index or a product: "the SP [500]"."""
    return subject.tag_ == "CD" and any(
        child.dep_ == "compound" and child.tag_ in NOMINAL for child in subject.lefts
    )


def _behind_of(subject: "Token") -> "Token | None":
    """The noun of "each of the buildings"."""
    for child in subject.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((n for n in child.rights if n.dep_ == "pobj" and n.tag_ in NOMINAL), None)
    return None
