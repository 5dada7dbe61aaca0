"""Where quantities stand in the parse of a paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.figures.quantities import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
    place: Place


Owners = Mapping[int, int]
"""Which reading of the paragraph a token belongs to, by the token's index."""


def locate(doc: "Doc", quantity: Quantity) -> Place | None:
    """Find the tokens of a quantity."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    return Place(span.start, span.end, span.root)


def owners(readings: list[Reading]) -> Owners:
    """Tell for each token of a quantity which reading it belongs to."""
    return {
        token: index
        for index, reading in enumerate(readings)
        for token in range(reading.place.first, reading.place.end)
    }
