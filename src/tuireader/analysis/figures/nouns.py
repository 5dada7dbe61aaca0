"""The nouns around a number: behind it, behind "of", in its brackets, in front of "or two"."""

from typing import TYPE_CHECKING

from tuireader.analysis.figures.phrases import NOMINAL, phrase
from tuireader.analysis.figures.places import Place
from tuireader.analysis.figures.sharing import CLOSING, HYPHENS
from tuireader.analysis.figures.subjects import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODIFIES = frozenset(
    {"nummod", "amod", "compound", "nmod", "quantmod", "det", "npadvmod", "advmod", "poss"}
)
"""How a number or a measure hangs on the noun behind it."""

_PREMODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "POS"})
_PLURAL = frozenset({"NNS", "NNPS"})
_TIME_WORDS = frozenset(
    {"last", "next", "this", "earlier", "later", "year", "month", "week", "day", "today"}
    | {"yesterday", "tomorrow", "ago", "time", "above", "below"}
)
_DEICTIC = frozenset({"last", "next", "this"})
_PERIODS = frozenset(
    {"year", "month", "week", "weekend", "night", "season", "quarter", "spring", "summer"}
    | {"autumn", "fall", "winter", "decade", "time", "morning", "afternoon", "evening"}
)
"""With a word of both a time begins: "7.4 in May and 6.8 [last year]"."""

_BRACKET = 10
"""How many tokens a restatement in brackets may take."""


def modified_noun(place: Place) -> Found | None:
    """The noun behind the number that the number modifies ("two [new jets]")."""
    doc = place.root.doc
    if place.end < len(doc) and doc[place.end].text in HYPHENS:
        return following_noun(place)
    behind = [token.lower_ for token in doc[place.end : place.end + 2]]
    if len(behind) == 2 and behind[0] in _DEICTIC and behind[1] in _PERIODS:
        return None
    for token in (place.root, doc[place.end - 1]):
        head = token.head
        if token.dep_ in MODIFIES and head.i >= place.end and head.tag_ in NOMINAL:
            longer = head.i + 1 < len(doc) and doc[head.i + 1].tag_ in _PLURAL
            if head.tag_ in _PLURAL or not longer:
                first, end = phrase(head, place.end, head.i + 1, tail=False)
                return Found(first, end, head.i)
    return following_noun(place)


def following_noun(place: Place) -> Found | None:
    """The noun right behind the number where the parse misses it."""
    doc = place.root.doc
    at = place.end
    if at + 1 < len(doc) and doc[at].text in HYPHENS:
        return Found(at + 1, at + 2, at + 1) if doc[at + 1].is_alpha else None
    if at + 2 < len(doc) and doc[at].text in CLOSING:
        at += 1
        if doc[at].tag_ == "VBZ" and doc[at + 1].is_punct:
            return Found(at, at + 1, at)
    first = at
    while at < len(doc) and _premodifies(doc, at) and doc[at].lower_ not in _TIME_WORDS:
        at += 1
    if at < len(doc) and doc[at].tag_ in _PLURAL:
        at += 1
    if at == first or doc[at - 1].tag_ not in NOMINAL:
        return None
    return Found(first, at, at - 1)


def _premodifies(doc: "Doc", at: int) -> bool:
    """Whether a token may stand between number and noun: "printed", "printed [and] bound"."""
    if doc[at].tag_ in _PREMODIFIERS:
        return True
    around = doc[at - 1 : at + 2]
    return doc[at].tag_ == "CC" and all(t.tag_ in ("JJ", "CC", "VBN") for t in around)


def of_phrase(place: Place) -> Found | None:
    """What stands behind "of" ("60% of [the workforce]", "two of [the three men]")."""
    doc = place.root.doc
    at = _after_bracket(place)
    if at >= len(doc) or doc[at].lower_ != "of":
        return None
    for noun in doc[at].rights:
        if noun.dep_ == "pobj" and noun.tag_ in NOMINAL:
            first, end = phrase(noun, at + 1, noun.i + 10, tail=False)
            return Found(first, end, noun.i)
    return None


def _after_bracket(place: Place) -> int:
    """Return the index behind a measure and brackets that restate it: "380 Nm (280 lb-ft)"."""
    doc, at = place.root.doc, place.end
    if at < len(doc) and doc[at].text == "(":
        closing = (i for i in range(at, min(at + _BRACKET, len(doc))) if doc[i].text == ")")
        return next(closing, at - 1) + 1
    return at


def noun_in_bracket(place: Place) -> Found | None:
    """The noun that fills the brackets behind a measure: "(9mm inner [width])"."""
    doc = place.root.doc
    if not place.first or doc[place.first - 1].text != "(":
        return None
    found = following_noun(place)
    return found if found and found.end < len(doc) and doc[found.end].text == ")" else None


def noun_before_or(place: Place) -> Found | None:
    """The noun of "another [pick] or two"."""
    doc = place.root.doc
    if place.first < 2 or doc[place.first - 1].lower_ != "or":
        return None
    noun = doc[place.first - 2]
    if noun.tag_ not in NOMINAL:
        return None
    first, _ = phrase(noun, 0, noun.i + 1, tail=False)
    return Found(first, noun.i + 1, noun.i)
