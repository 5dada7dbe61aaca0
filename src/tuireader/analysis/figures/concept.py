"""What a figure counts or measures: the noun at the number, or what the sentence is about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.phrases import NOMINAL, phrase
from tuireader.analysis.figures.places import Owners, Place, Reading
from tuireader.analysis.model import FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTS = frozenset({FigureKind.COUNT, FigureKind.VAGUE, FigureKind.RATIO})
"""Kinds whose concept is the counted noun itself."""

_MODIFIES = frozenset(
    {"nummod", "amod", "compound", "nmod", "quantmod", "det", "npadvmod", "advmod", "poss"}
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp"})
_PRONOUNS = frozenset(
    [
        "it",
        "this",
        "that",
        "which",
        "who",
        "they",
        "he",
        "she",
        "we",
        "you",
        "i",
        "what",
        "these",
        "those",
        "there",
    ]
)
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_TRANSITIVE = frozenset({"by", "for", "at", "from", "to"})
_SPENDING = frozenset({"pay", "spend", "invest", "charge", "fork", "shell"})
_PREMODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "POS"})
_TIME_WORDS = frozenset(
    [
        "last",
        "next",
        "this",
        "earlier",
        "later",
        "year",
        "month",
        "week",
        "day",
        "today",
        "yesterday",
        "tomorrow",
        "ago",
        "time",
    ]
)
_REACHING = frozenset(
    [
        "reach",
        "hit",
        "top",
        "exceed",
        "pass",
        "surpass",
        "total",
        "number",
        "average",
        "equal",
        "near",
        "approach",
        "near",
        "have",
        "gain",
        "lose",
        "add",
        "rise",
        "fall",
        "score",
        "measure",
        "weigh",
        "cost",
    ]
)
_MAX_CLIMB = 7


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens that name what is counted or measured."""

    first: int
    end: int

    head: int
    """Index of the noun that the phrase is built on."""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Another reading of the paragraph that is about the same thing."""

    index: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No noun of the sentence will do."""

    fused: bool = False
    """Whether the number stands for a set named before ("Some 2,000 are …")."""

    pronoun: bool = False
    """Whether a pronoun names it ("it rose 5%")."""


Concept = Found | Borrowed | Nothing


def find_concept(reading: Reading, owner: Owners) -> Concept:
    """Find what a quantity counts or measures in its own sentence."""
    place, quantity = reading.place, reading.quantity
    if quantity.kind in COUNTS and quantity.bare:
        return _counted(reading, owner)
    return _attributive(place, owner) or _of_phrase(place) or _measured(place, owner)


def _counted(reading: Reading, owner: Owners) -> Concept:
    place, form = reading.place, reading.quantity.form
    found = _of_phrase(place) if form in (Form.FRACTION, Form.PLURAL) else None
    found = found or _modified_noun(place) or _of_phrase(place) or _noun_before_or(place)
    if found is not None:
        return found
    return Nothing(fused=True) if _is_fused(place) else _measured(place, owner)


def _is_fused(place: Place) -> bool:
    """Whether a lone number stands for a set: "[2,000] are …", "[100] that escaped"."""
    root = place.root
    if root.dep_ in _SUBJECTS or any(child.dep_ == "relcl" for child in root.rights):
        return True
    if root.dep_ == "pobj" and root.head.dep_ == "prep":
        outer = root.head.head
        return outer.lemma_ in ("compare", "versus") or root.head.lower_ in ("than", "versus")
    return root.dep_ == "dobj" and root.head.lemma_ not in _REACHING


def _modified_noun(place: Place) -> Found | None:
    """The noun behind the number that the number modifies ("two [new jets]")."""
    root, doc = place.root, place.root.doc
    head = root.head
    if place.end < len(doc) and doc[place.end].text in "-‑":
        return _following_noun(place)
    if root.dep_ not in _MODIFIES or head.i < place.end or head.tag_ not in NOMINAL:
        return _following_noun(place)
    first, end = phrase(head, place.end, head.i + 1, tail=False)
    return Found(first, end, head.i)


def _following_noun(place: Place) -> Found | None:
    """The noun right behind the number where the parse misses it."""
    doc = place.root.doc
    at = place.end
    if at + 1 < len(doc) and doc[at].text in ("-", "‑"):
        return Found(at + 1, at + 2, at + 1) if doc[at + 1].is_alpha else None
    first = at
    while at < len(doc) and doc[at].tag_ in _PREMODIFIERS and doc[at].lower_ not in _TIME_WORDS:
        at += 1
    if at < len(doc) and doc[at].tag_ in ("NNS", "NNPS"):
        at += 1
    if at == first or doc[at - 1].tag_ not in NOMINAL:
        return None
    return Found(first, at, at - 1)


def _of_phrase(place: Place) -> Found | None:
    """What stands behind "of" ("60% of [the workforce]", "two of [the three men]")."""
    doc = place.root.doc
    if place.end >= len(doc) or doc[place.end].lower_ != "of":
        return None
    for noun in doc[place.end].rights:
        if noun.dep_ == "pobj" and noun.tag_ in NOMINAL:
            first, end = phrase(noun, place.end + 1, noun.i + 10, tail=False)
            return Found(first, end, noun.i)
    return None


def _noun_before_or(place: Place) -> Found | None:
    """The noun of "another [pick] or two"."""
    doc = place.root.doc
    if place.first < 2 or doc[place.first - 1].lower_ != "or":
        return None
    noun = doc[place.first - 2]
    if noun.tag_ not in NOMINAL:
        return None
    first, _ = phrase(noun, 0, noun.i + 1, tail=False)
    return Found(first, noun.i + 1, noun.i)


def _attributive(place: Place, owner: Owners) -> Found | None:
    """The noun that a measure stands in front of ("a $150,000 [contract]")."""
    root = place.root
    head = root.head
    if root.dep_ not in _MODIFIES or head.i < place.end or head.tag_ not in NOMINAL:
        return None
    for _ in range(_MAX_CLIMB):
        if head.dep_ not in ("compound", "nmod") or head.head.i < head.i:
            break
        if head.head.tag_ in NOMINAL:
            head = head.head
    if head.i in owner:
        return None
    first, end = phrase(head, place.end, head.i + 8, tail=True)
    return Found(first, end, head.i)


def _measured(place: Place, owner: Owners) -> Concept:
    """Climb from a quantity to the noun that it is said of."""
    token, mine = place.root, owner.get(place.first)
    preposition = ""
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head is token:
            break
        other = owner.get(head.i)
        if other is not None and other != mine:
            return Borrowed(other)
        if head.tag_ in NOMINAL and head.i < place.first:
            return _name(head, place)
        if head.dep_ == "prep" and not preposition:
            preposition = head.lower_
        if head.pos_ in ("VERB", "AUX"):
            return _said_of(head, place, owner, preposition)
        token = head
    return Nothing()


def _said_of(verb: "Token", place: Place, owner: Owners, preposition: str) -> Concept:
    """Find what a verb says the quantity of: its object, what is paid for, its subject."""
    if preposition in _TRANSITIVE:
        for child in verb.rights:
            if child.dep_ == "dobj" and child.tag_ in NOMINAL and child.i not in owner:
                if child.i < place.first:
                    return _name(child, place)
    elif verb.lemma_ in _SPENDING:
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "on", "in"):
                for noun in child.rights:
                    if noun.dep_ == "pobj" and noun.tag_ in NOMINAL and noun.i not in owner:
                        first, end = phrase(noun, child.i + 1, noun.i + 8, tail=True)
                        return Found(first, end, noun.i)
    return _subject(verb, place, owner)


def _subject(verb: "Token", place: Place, owner: Owners) -> Concept:
    for _ in range(_MAX_CLIMB):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and not place.first <= child.i < place.end:
                return _subject_phrase(child, verb, place, owner)
        if verb.dep_ in ("relcl", "acl"):
            return _antecedent(verb, place, owner)
        if verb.dep_ not in _CLAUSES or verb.head is verb:
            return Nothing()
        verb = verb.head
        if verb.tag_ in NOMINAL:
            return _name(verb, place) if verb.i < place.first else Nothing()
    return Nothing()


def _antecedent(verb: "Token", place: Place, owner: Owners) -> Concept:
    noun = verb.head
    if noun.i in owner:
        return Borrowed(owner[noun.i])
    return _name(noun, place) if noun.tag_ in NOMINAL else Nothing()


def _subject_phrase(subject: "Token", verb: "Token", place: Place, owner: Owners) -> Concept:
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return _antecedent(verb, place, owner)
    if subject.i in owner:
        return (
            Borrowed(owner[subject.i]) if owner[subject.i] != owner.get(place.first) else Nothing()
        )
    if subject.lower_ in _PRONOUNS or subject.tag_ not in NOMINAL:
        return Nothing(pronoun=subject.lower_ in ("it", "they", "this", "that"))
    return _name(subject, place)


def _name(noun: "Token", place: Place) -> Found:
    ceiling = place.first if noun.i < place.first else noun.i + 10
    first, end = phrase(noun, 0, ceiling, tail=True)
    return Found(first, end, noun.i)
