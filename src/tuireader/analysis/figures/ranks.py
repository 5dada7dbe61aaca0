"""Ordinals that rank nothing: parts of names, adverbs, shares ("a third leave"), "a second"."""

import re
from typing import TYPE_CHECKING

from tuireader.analysis.figures.phrases import NOMINAL
from tuireader.analysis.figures.places import Place
from tuireader.analysis.figures.quantities import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PROPER = frozenset({"NNP", "NNPS"})
_PARTS_OF_WHOLE = frozenset({"first", "last", "final", "top", "bottom", "middle", "upper", "lower"})
_SPEED_BEFORE = re.compile(r"[a-z]s[ ](?:a|every|per)[ ]$")
_ENDS = re.compile(r"\s*(?:[.,;:!?)”\"]|$)|[ ](?:and|at|in|on|to|from|through|for|as|when)\b")


def is_rank_in_name(doc: "Doc", place: Place) -> bool:
    """Tell whether an ordinal is part of a name or an adverb: "First World War", "at first"."""
    token = doc[place.end - 1]
    behind = doc[place.end] if place.end < len(doc) else None
    if token.is_title and behind is not None and behind.is_title and behind.tag_ in _PROPER:
        return True
    before = doc[place.first - 1].lower_ if place.first else ""
    if token.lower_ == "first":
        alone = behind is None or behind.tag_ not in (*NOMINAL, "JJ", "CD", "VBN", "JJS")
        adverb = token.tag_ == "RB" or token.dep_ == "advmod" or before == "'re"
        return before == "at" or (alone and adverb)
    return token.lower_ == "third" and before in _PARTS_OF_WHOLE


def is_share(doc: "Doc", place: Place, quantity: Quantity) -> bool:
    """Tell whether "a third" is a part of a whole, since a verb follows ("a third leave")."""
    if place.first == 0 or doc[place.first - 1].lower_ != "a" or place.end >= len(doc):
        return False
    if (quantity.low or 0) < 3 or not doc[place.first].is_alpha:
        return False
    behind = doc[place.end]
    if behind.tag_ in ("VBP", "VBZ", "VBD", "MD", "RB"):
        return True
    return behind.dep_ == "ROOT" and behind.tag_ in ("VB", "VBP", "VBD")


def is_time_unit(text: str, quantity: Quantity) -> bool:
    """Tell whether "second" is a unit ("a few metres a second")."""
    if text[slice(*quantity.core)].lower() != "second":
        return False
    start = quantity.core[0]
    speed = _SPEED_BEFORE.search(text, max(0, start - 10), start)
    return speed is not None and _ENDS.match(text, quantity.end) is not None
