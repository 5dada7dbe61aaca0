"""What a figure counts or measures: the noun at the number, or what the sentence is about."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.analysis.figures.nouns import (
    MODIFIES,
    following_noun,
    modified_noun,
    noun_before_or,
    noun_in_bracket,
    of_phrase,
)
from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.phrases import NOMINAL, phrase
from tuireader.analysis.figures.places import Owners, Place, Reading
from tuireader.analysis.figures.sharing import (
    against_votes,
    hanging,
    noun_inside,
    of_someone,
)
from tuireader.analysis.figures.subjects import (
    SUBJECTS,
    Borrowed,
    Concept,
    Found,
    Nothing,
    name,
    said_of,
    subject_of,
)
from tuireader.analysis.figures.units import is_time
from tuireader.analysis.model import FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTS = frozenset({FigureKind.COUNT, FigureKind.VAGUE, FigureKind.RATIO})
"""Kinds whose concept is the counted noun itself."""

_TRANSPARENT = frozenset(
    {"average", "mean", "median", "total", "maximum", "minimum", "estimate", "record"}
)
_REACHING = frozenset(
    {"reach", "hit", "top", "exceed", "pass", "surpass", "total", "number", "average", "equal"}
    | {"near", "approach", "have", "gain", "lose", "add", "rise", "fall", "score", "measure"}
    | {"weigh", "cost"}
)
_CASUALTIES = frozenset(
    {"kill", "injure", "wound", "hurt", "die", "arrest", "detain", "hospitalize", "displace"}
)
_MAX_CLIMB = 7


def find_concept(reading: Reading, owner: Owners) -> Concept:
    """Find what a quantity counts or measures in its own sentence."""
    place, kind = reading.place, reading.quantity.kind
    if kind is FigureKind.DATE:
        return Nothing()
    if kind is FigureKind.AGE:
        return _of_person(place, owner)
    if kind is FigureKind.ORDINAL:
        return _attributive(place, owner) or Nothing()
    if kind in COUNTS and reading.quantity.bare:
        return _counted(reading, owner)
    found = (
        _attributive(place, owner)
        or of_phrase(place)
        or noun_in_bracket(place)
        or _gapped(reading, owner)
    )
    if kind is FigureKind.VAGUE and is_time(reading.quantity.unit):
        return found or Nothing()
    return found or _measured_or_near(reading, owner)


def _measured_or_near(reading: Reading, owner: Owners) -> Concept:
    concept = _measured(reading.place, owner)
    if isinstance(concept, Nothing) and not concept.pronoun:
        return _noun_before(reading, owner) or following_noun(reading.place) or concept
    return concept


def _counted(reading: Reading, owner: Owners) -> Concept:
    place, form = reading.place, reading.quantity.form
    shared = hanging(place, owner) or against_votes(place, owner)
    if shared is not None:
        return shared
    if (someone := of_someone(place)) is not None:
        return someone
    if reading.quantity.kind is FigureKind.RATIO and (inside := noun_inside(place)):
        return inside
    found = of_phrase(place) if form in (Form.FRACTION, Form.PLURAL) else None
    found = found or modified_noun(place) or of_phrase(place) or noun_before_or(place)
    if found is not None:
        return _or_borrowed(found, place, owner)
    if _is_fused(place):
        return Nothing(fused=True, casualties=place.root.head.lemma_ in _CASUALTIES)
    return _measured(place, owner)


def _or_borrowed(found: Found, place: Place, owner: Owners) -> Concept:
    """Share noun and unit with the whole: "280 million of the [1.5 billion shekels]"."""
    other = owner.of(found.head)
    if other is None or other == owner.of(place.first):
        return found
    doc = place.root.doc
    part = place.end < len(doc) and doc[place.end].lower_ == "of"
    return Borrowed(other, unit=True) if part else following_noun(place) or Nothing()


def _of_person(place: Place, owner: Owners) -> Concept:
    """Whose age it is: the noun behind it, the name in front, or the subject of the clause."""
    if (found := _attributive(place, owner)) is not None:
        return found
    root, doc = place.root, place.root.doc
    at = place.first - 1
    while at >= 0 and doc[at].text in (",", "("):
        at -= 1
    if at >= 0 and doc[at].tag_ in ("NNP", "NNPS") and doc[at].ent_type_ != "GPE":
        first, _ = phrase(doc[at], 0, at + 1, tail=False)
        return Found(first, at + 1, at)
    for _, head in _ancestors(root):
        if head.pos_ in ("VERB", "AUX"):
            return subject_of(head, place, owner)
    return Nothing()


def _is_fused(place: Place) -> bool:
    """Whether a lone number stands for a set: "[2,000] are …", "[100] that escaped"."""
    root = place.root
    if root.dep_ in SUBJECTS or any(child.dep_ == "relcl" for child in root.rights):
        return True
    if root.dep_ == "pobj" and root.head.dep_ == "prep":
        return root.head.head.lemma_ == "compare" or root.head.lower_ in ("than", "versus")
    return root.dep_ == "dobj" and root.head.lemma_ not in _REACHING


def _attributive(place: Place, owner: Owners) -> Found | None:
    """The noun that a measure stands in front of ("a $150,000 [contract]")."""
    root = place.root
    head = root.head
    if root.dep_ not in MODIFIES or head.i < place.end or head.tag_ not in NOMINAL:
        return None
    for _ in range(_MAX_CLIMB):
        outer = head.head
        if head.dep_ not in ("compound", "nmod") or outer.i < head.i or outer.tag_ not in NOMINAL:
            break
        head = outer
    if head.i in owner:
        return None
    first, end = phrase(head, place.end, head.i + 8, tail=True)
    return Found(first, end, head.i)


def _gapped(reading: Reading, owner: Owners) -> Found | None:
    """The subject of "Burlington 2.6%" behind "Ross fell 2.3%", and of "FTSE -0.6%"."""
    found = _noun_before(reading, owner)
    if found is None:
        return None
    doc, place = reading.place.root.doc, reading.place
    if doc[place.first].text[0] in "+-−":
        return found
    earlier = owner.before(place)
    opening = found.first - 1
    if opening > 0 and doc[opening].tag_ == "DT":
        opening -= 1
    if opening < 0 or doc[opening].lower_ not in (",", "and", "while", ";"):
        return None
    if earlier is None or any(t.is_sent_start for t in doc[earlier.end : place.first]):
        return None
    has_verb = any(t.pos_ in ("VERB", "AUX") for t in doc[found.first : place.first])
    return None if has_verb or found.head < earlier.end else found


def _noun_before(reading: Reading, owner: Owners) -> Found | None:
    """The noun right in front of a quantity and its bound words."""
    doc, place = reading.place.root.doc, reading.place
    at = place.first - 1
    while at >= 0 and (
        doc[at].idx >= reading.quantity.full_start or doc[at].lower_ in ("by", "between")
    ):
        at -= 1
    if at < 0 or doc[at].tag_ not in NOMINAL or at in owner:
        return None
    earlier = owner.before(place)
    first, _ = phrase(doc[at], earlier.end if earlier else 0, at + 1, tail=False)
    return Found(first, at + 1, at)


def _ancestors(token: "Token") -> Iterator["tuple[Token, Token]"]:
    for _ in range(_MAX_CLIMB):
        if token.head is token:
            return
        yield token, token.head
        token = token.head


def _measured(place: Place, owner: Owners) -> Concept:
    """Climb from a quantity to the noun that it is said of."""
    mine = owner.of(place.first)
    preposition, top = "", place.root
    for _, head in _ancestors(place.root):
        top = head
        other = owner.of(head.i)
        if other is not None and other != mine:
            return Borrowed(other)
        if head.pos_ == "ADJ" and any(child.dep_ in SUBJECTS for child in head.lefts):
            return subject_of(head, place, owner)
        through = head.lemma_.lower() in _TRANSPARENT and head.dep_ != "ROOT"
        if head.tag_ in NOMINAL and head.i < place.first and not through:
            return name(head, place)
        if head.dep_ == "prep" and not preposition:
            preposition = head.lower_
        if head.pos_ in ("VERB", "AUX"):
            return said_of(head, place, owner, preposition)
    return subject_of(top, place, owner)


def trimmed(found: Found, owner: Owners) -> Found:
    """Leave out another quantity in front of the noun ("a 7- or [8-inch] touchscreen")."""
    inside = [t for t in range(found.first, found.head) if t in owner]
    return replace(found, first=inside[-1] + 1) if inside else found
