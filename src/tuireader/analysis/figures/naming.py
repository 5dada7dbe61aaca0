"""Bare numbers that the parse shows to be no figures: labels and years."""

import re
from functools import cache
from typing import TYPE_CHECKING

from tuireader.analysis.figures.bounds import read_bounds
from tuireader.analysis.figures.exclusions import labels
from tuireader.analysis.figures.phrases import NOMINAL
from tuireader.analysis.figures.places import Layout, Place
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Bound, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d|2100)")
_BEFORE_YEAR = frozenset({"in", "since", "during", "until", "the", "early", "late", "mid"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAMED = frozenset({"PRODUCT", "FAC", "LAW", "WORK_OF_ART", "EVENT"})
_PROPER = frozenset({"NNP", "NNPS"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("dates")[name])


def is_year(layout: Layout, quantity: Quantity) -> bool:
    """Tell whether a bare number names a year and does not count."""
    doc = layout.doc
    written = layout.text[slice(*quantity.core)]
    if not quantity.bare or len(written) != 4 or _YEAR.fullmatch(written) is None:
        return False
    place = layout.locate(quantity)
    if read_bounds(layout.text, quantity).bound in (Bound.MORE, Bound.LESS):
        return False
    if _is_amount(doc, place):
        return False
    behind = doc[place.end] if place.end < len(doc) else None
    if behind is None or behind.tag_ not in ("NNS", "JJ", "NN", "VBN"):
        return True
    if behind.tag_ != "NNS":
        counted = place.root.head if place.root.dep_ == "nummod" else behind
        return counted.tag_ != "NNS" or counted.i < behind.i or _leads_year(doc, place)
    annual = behind.lower_ in _words("annual")
    return annual or (doc[place.first - 1].lower_ in _BEFORE_YEAR and quantity.low != 2000)


def _is_amount(doc: "Doc", place: Place) -> bool:
    """Whether it is what "an average of" or "a crowd of" in front of it comes to."""
    if place.first < 2 or doc[place.first - 1].lower_ != "of":
        return False
    noun = doc[place.first - 2]
    indefinite = any(child.lower_ in ("a", "an") for child in noun.lefts)
    return indefinite and noun.lower_ in _words("amounts")


def _leads_year(doc: "Doc", place: Place) -> bool:
    return place.first > 0 and doc[place.first - 1].lower_ in _words("leads")


def is_label(layout: Layout, place: Place, quantity: Quantity) -> bool:
    """Tell whether a bare number is part of a name ("Section 427", "737 Max")."""
    if not quantity.bare or quantity.kind is not FigureKind.COUNT or place.first == 0:
        return False
    doc, root = layout.doc, place.root
    if (label := _label_before(doc, place)) is not None:
        named = label.is_title and not label.is_sent_start and root.text[0].isdigit()
        return named or not _counts_following(place)
    if root.text.isdigit() and _is_code(doc, place):
        return True
    if not root.text[0].isdigit():
        opens = place.first == layout.sentence_start(place.first)
        return not opens and root.tag_ in _PROPER and root.is_title
    if _is_bracketed(doc, place) or _is_inside_name(doc, place):
        return True
    return not _counts_following(place) and (_is_part_of_name(root) or _numbers_noun(root))


def _is_part_of_name(root: "Token") -> bool:
    """Whether the pipeline takes the number and a word beside it for one name."""
    beside = root.doc[max(0, root.i - 1) : root.i + 2]
    return root.ent_type_ in _NAMED and any(
        t.i != root.i and t.ent_type_ == root.ent_type_ for t in beside
    )


def _label_before(doc: "Doc", place: Place) -> "Token | None":
    """The noun that the number labels: "Section 12", "phases one and [two]"."""
    at = place.first - 1
    while at > 1 and doc[at].lower_ in ("and", "or", "to", ",") and doc[at - 1].tag_ == "CD":
        at -= 2
    word = doc[at].lower_
    plural = at < place.first - 1 or _starts_list(doc, place)
    if word in labels() or (plural and word.removesuffix("s") in labels()):
        return doc[at]
    return None


def _starts_list(doc: "Doc", place: Place) -> bool:
    behind = doc[place.end : place.end + 2]
    return len(behind) == 2 and behind[0].lower_ in ("and", "or", "to") and behind[1].tag_ == "CD"


def _is_code(doc: "Doc", place: Place) -> bool:
    """Whether it has the article of a thing: "it's a 1202", "followed by another 1201"."""
    before = doc[place.first - 1].lower_
    if before not in ("a", "an", "another", "one"):
        return False
    behind = doc[place.end] if place.end < len(doc) else None
    return behind is None or behind.tag_ not in (*NOMINAL, "JJ", "HYPH", "CD", "$", "VBN")


def _numbers_noun(root: "Token") -> bool:
    """Whether the number belongs to the noun in front of it: "posts 542 and 543"."""
    numbered = root.head if root.dep_ == "conj" and root.head.tag_ == "CD" else root
    modifies_left = numbered.dep_ in ("nummod", "appos") and numbered.head.i == numbered.i - 1
    return modifies_left and numbered.head.tag_ in NOMINAL


def _is_bracketed(doc: "Doc", place: Place) -> bool:
    """Whether it is a number of a player or a footnote: "Prescott (4)"."""
    if place.first < 2 or place.end >= len(doc) or doc[place.first - 1].text != "(":
        return False
    return doc[place.end].text == ")" and doc[place.first - 2].tag_ in _PROPER


def _is_inside_name(doc: "Doc", place: Place) -> bool:
    """Whether names stand on both sides, or it is the second number of its noun."""
    behind = doc[place.end] if place.end < len(doc) else None
    if behind is None or behind.tag_ != "NNP":
        return False
    root = place.root
    others = [t for t in root.head.lefts if t.dep_ == "nummod" and t.i < place.first]
    return doc[place.first - 1].tag_ == "NNP" or (root.dep_ == "nummod" and bool(others))


def _counts_following(place: Place) -> bool:
    root = place.root
    return root.dep_ == "nummod" and root.head.i >= place.end and root.head.tag_ in _PLURAL
