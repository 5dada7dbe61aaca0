"""Where quantities stand in the parse of a paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.language import ParsedParagraph

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_SENTENCE = 400
"""Tokens; in a longer one, a table or an attack, no noun is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """The tokens of a quantity, bound words left out."""

    first: int
    """Index of the first one."""

    end: int
    """Index after the last one."""

    root: "Token"
    """The one that hangs on the rest of the sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity and its place."""

    quantity: Quantity
    """The quantity."""

    place: Place
    """Its tokens."""


class Layout:
    """The tokens of a paragraph by where they begin.

    Args:
        paragraph: The paragraph.
    """

    def __init__(self, paragraph: ParsedParagraph) -> None:
        self.doc = paragraph.doc
        self.text = paragraph.text
        self._tokens = paragraph.tokens
        self._starts = [token.idx for token in paragraph.tokens]
        self._sentences = [sentence[0].i for sentence in paragraph.sentences]

    def locate(self, quantity: Quantity) -> Place:
        """Find the tokens that a quantity touches."""
        first = max(bisect_right(self._starts, quantity.start) - 1, 0)
        end = max(bisect_left(self._starts, quantity.end), first + 1)
        return Place(first, end, self._root(first, end))

    def _root(self, first: int, end: int) -> "Token":
        """Return the first token whose head lies outside, or which heads the sentence."""
        for index in range(first, end):
            token = self._tokens[index]
            if not first <= token.head.i < end or token.head is token:
                return token
        return self._tokens[end - 1]

    def sentence_start(self, token: int) -> int:
        """Return the index of the first token of a token's sentence."""
        return self._sentences[bisect_right(self._sentences, token) - 1]

    def is_readable(self, place: Place) -> bool:
        """Tell whether the sentence is short enough to be walked through."""
        at = bisect_right(self._sentences, place.first)
        end = self._sentences[at] if at < len(self._sentences) else len(self.doc)
        return end - self._sentences[at - 1] <= _LONGEST_SENTENCE


class Owners:
    """Which tokens of a paragraph belong to which quantity.

    Args:
        readings: The quantities, in order.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._places = [reading.place for reading in readings]
        self._index = {
            token: index
            for index, place in enumerate(self._places)
            for token in range(place.first, place.end)
        }

    def __contains__(self, token: object) -> bool:
        """Tell whether a token, by its index, belongs to a quantity."""
        return token in self._index

    def of(self, token: int) -> int | None:
        """Return the index of the quantity that a token belongs to."""
        return self._index.get(token)

    def before(self, place: Place) -> Place | None:
        """Return the place of the quantity in front of the one that stands at `place`."""
        index = self._index.get(place.first, 0)
        return self._places[index - 1] if index > 0 else None
