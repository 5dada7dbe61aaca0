""" "One" where it counts nothing: "the new one", "one of several options", "one evening"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from tuireader.analysis.figures.exclusions import pronoun_neighbours
from tuireader.analysis.figures.places import Place
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.model import Bound

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE = frozenset({"that", "which", "who", "where", "whose"})
_OPEN_SETS = frozenset({"several", "many", "those", "these", "few", "my", "our", "your"})
_STOPS = frozenset({".", "?", "!", ";"})
_AGAIN = frozenset({"by", "after", "and", "or"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GENERIC = frozenset({"as", "if", "how", "when", "where", "what"})


def is_pronoun(doc: "Doc", place: Place, quantity: Quantity) -> bool:
    """Tell whether "one" stands for someone or for a thing named before."""
    if quantity.low != 1 or place.end - place.first != 1 or doc[place.first].lower_ != "one":
        return False
    token = doc[place.first]
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if quantity.bound in (Bound.MORE, Bound.LESS) or after == "-":
        return False
    if after == "of":
        return _names_member(token, before)
    if before in _AGAIN and token.i > 1 and doc[token.i - 2].lower_ == "one":
        return True
    if after in _AGAIN and token.i + 2 < len(doc) and doc[token.i + 2].lower_ in ("one", "another"):
        return True
    return _stands_for_something(token, before, after)


def _names_member(token: "Token", before: str) -> bool:
    """Whether "one of …" picks from an open set and counts nothing ("one of several options")."""
    doc = token.doc
    at = token.i + 2
    open_set = at < len(doc) and doc[at].lower_ in _OPEN_SETS
    return before in ("not", "any", "every", "each", "which") or open_set


def _stands_for_something(token: "Token", before: str, after: str) -> bool:
    before_words, after_words = pronoun_neighbours()
    if before in before_words or after in after_words or after in _CLAUSE:
        return True
    if after.isdigit() or (token.i and token.nbor(-1).tag_ in ("JJ", "JJR", "JJS")):
        return True
    if _modifies(token):
        return False
    if token.dep_ in _SUBJECTS and token.tag_ == "CD":
        return before in _GENERIC
    return token.tag_ != "CD" or not _is_counted_off(token)


def _modifies(token: "Token") -> bool:
    return (
        token.dep_ in ("nummod", "compound", "quantmod", "det", "amod") and token.head.i > token.i
    )


def _is_counted_off(token: "Token") -> bool:
    """Whether another number stands beside it in the sentence ("three men and one")."""
    doc = token.doc
    before = list(doc[max(0, token.i - 4) : token.i])
    for side in (before[::-1], list(doc[token.i + 1 : token.i + 5])):
        for other in takewhile(lambda word: word.text not in _STOPS, side):
            if other.tag_ == "CD":
                return True
    return False
