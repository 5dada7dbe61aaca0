"""Ages that are written as a bare number: "Senard, 65,", "aged 8 to 10", "who was 10"."""

import re
from dataclasses import replace

from tuireader.analysis.figures.places import Reading
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.model import FigureKind

_OLDEST = 115
_YOUNGEST_IN_BRACKETS = 16
_AGED = re.compile(
    r"\b(?:aged?|ages|age of|ages of|turned|turns|turning)"
    r"(?: (?:about|around|just|only|between|under|over|from|at least))*[ ]$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*(?:[,.;)]|$|who\b|and\b|of\b|from\b|was\b|is\b|has\b|said\b)")
_PERSONS = frozenset({"he", "she", "who", "i"})


def as_age(text: str, reading: Reading) -> Quantity | None:
    """Return the quantity as an age, if the sentence shows that it is one."""
    quantity = reading.quantity
    aged = _AGED.search(text, max(0, quantity.start - 30), quantity.start)
    if aged and quantity.unit in ("year", "month"):
        return replace(quantity, kind=FigureKind.AGE)
    if not quantity.bare or quantity.kind is not FigureKind.COUNT or not _may_be_age(quantity):
        return None
    if aged or _in_apposition(text, reading) or _said_of_person(reading):
        return replace(quantity, kind=FigureKind.AGE, unit="year")
    return None


def _may_be_age(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(0 < end <= _OLDEST and end.is_integer() for end in ends)


def _in_apposition(text: str, reading: Reading) -> bool:
    """Whether it stands behind a name: "Senard, 65," or "Senard (65)"."""
    quantity, place = reading.quantity, reading.place
    doc = place.root.doc
    if (
        place.first < 2
        or not text[quantity.start].isdigit()
        or not _CLOSES.match(text, quantity.end)
    ):
        return False
    before, name = doc[place.first - 1], doc[place.first - 2]
    if name.tag_ not in ("NNP", "NNPS") or name.ent_type_ not in ("PERSON", "", "ORG", "GPE"):
        return _is_named_person(reading)
    if before.text == "(":
        return name.ent_type_ == "PERSON" and (quantity.low or 0) >= _YOUNGEST_IN_BRACKETS
    if before.text == ",":
        return name.ent_type_ == "PERSON" or text[quantity.end : quantity.end + 1] == ","
    return _is_named_person(reading)


def _is_named_person(reading: Reading) -> bool:
    """Whether the number follows a person's name without a comma."""
    place = reading.place
    before = place.root.doc[place.first - 1]
    return (
        before.ent_type_ == "PERSON" and before.tag_ == "NNP" and (reading.quantity.low or 0) >= 16
    )


def _said_of_person(reading: Reading) -> bool:
    """Whether it is all that a clause says of a person: "she is 44"."""
    token = reading.place.root
    while token.dep_ in ("pobj", "prep", "quantmod", "advmod") and token.head is not token:
        token = token.head
    verb = token.head
    if verb.lemma_ not in ("be", "turn") or token.dep_ not in ("attr", "acomp", "npadvmod", "dobj"):
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(s.lower_ in _PERSONS or s.ent_type_ == "PERSON" for s in subjects)
