"""Joining the readings of a paragraph: what they share, and which set a lone number counts."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tuireader.analysis.figures.changes import read_change
from tuireader.analysis.figures.concept import COUNTS, find_concept, trimmed
from tuireader.analysis.figures.phrases import NOMINAL, phrase
from tuireader.analysis.figures.places import Layout, Owners, Reading
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.sets import SET_NOUNS, Memory, asked_sets, span_of
from tuireader.analysis.figures.subjects import Borrowed, Concept, Found, Nothing
from tuireader.analysis.model import Bound, Change, FigureKind
from tuireader.article.model import Span

_OPENS_BRACKET = re.compile(r"\s?[(\[]\s?(?:or |about |around |approximately |roughly |~)?")
_IN_BRACKET = re.compile(r"\s?[/,;]\s?(?:or )?")
_MAX_DEPTH = 12
"""Over how many other quantities of the sentence a noun is borrowed."""

_MAX_REACH = 160
"""How many characters a set that was counted may stand back from a number without a noun."""

_MILLION = 1e6
_OBJECTS = ("dobj", "attr", "pobj", "dative")
_SENTENCE_ENDS = re.compile(r"\.[”\"’)]?\s+[A-Z]")
_MOVED = {
    Change.UP: "the two ends tell a rise from one to the other",
    Change.DOWN: "the two ends tell a fall from one to the other",
}
_SAME_THING = frozenset({FigureKind.MEASURE, FigureKind.MONEY})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A quantity with what it counts or measures."""

    quantity: Quantity
    """The quantity, complete."""

    concept: str | None = None
    """The words for it."""

    span: Span | None = None
    """Where they stand in the article."""


class Resolver:
    """Resolves the readings of one paragraph, in order.

    Args:
        layout: The paragraph's text and tokens.
        offset: Where the paragraph begins in the article.
        readings: Its quantities, in order.
        memory: The counted sets of the article so far; this paragraph's are added.
    """

    def __init__(
        self, layout: Layout, offset: int, readings: Sequence[Reading], memory: Memory
    ) -> None:
        self._layout = layout
        self._offset = offset
        self._readings = readings
        self._memory = memory
        self._owner = Owners(readings)
        self._restated = dict(_restatements(layout.text, readings))
        self._named: dict[int, tuple[str, Span] | None] = {}
        self._topics: dict[bool, tuple[str, Span]] = {}
        self._changes: dict[int, Change | None] = {}
        self._levels: set[int] = set()
        self._units: dict[int, int] = {}

    def resolve(self) -> Iterator[Resolved]:
        """Yield the quantities with concept, bound and change."""
        asked = deque(asked_sets(self._layout) if self._readings else ())
        for index, reading in enumerate(self._readings):
            while asked and asked[0][0] < reading.place.first:
                self._memory.add(self._layout, self._offset, asked.popleft()[1])
            if not self._layout.is_readable(reading.place):
                yield Resolved(reading.quantity)
                continue
            concept, span = self._name(index, 0) or (None, None)
            yield Resolved(self._completed(index), concept, span)
        for _, found in asked:
            self._memory.add(self._layout, self._offset, found)

    def _completed(self, index: int) -> Quantity:
        """Return a quantity with its change and what it shares with others."""
        quantity = self._readings[index].quantity
        quantity = replace(quantity, change=self._change(index, 0))
        if index in self._units:
            whole = self._readings[self._units[index]].quantity
            unit = whole.unit and whole.unit.partition(" per ")[0]
            quantity = replace(quantity, kind=whole.kind, unit=unit)
        if quantity.bound is Bound.RANGE and quantity.change is not None and not quantity.reason:
            quantity = replace(quantity, reason=_MOVED[quantity.change])
        if index in self._levels:
            quantity = replace(quantity, kind=FigureKind.MEASURE)
        if index in self._restated:
            quantity = _restate(quantity, self._readings[self._restated[index]].quantity)
        return quantity

    def _name(self, index: int, depth: int) -> tuple[str, Span] | None:
        if index not in self._named:
            if depth > _MAX_DEPTH:
                return None
            self._named[index] = None
            self._named[index] = self._find_name(index, depth + 1)
        return self._named[index]

    def _find_name(self, index: int, depth: int) -> tuple[str, Span] | None:
        reading = self._readings[index]
        concept = find_concept(reading, self._owner)
        if index in self._restated and not _is_own(concept, reading):
            return self._name(self._restated[index], depth)
        if isinstance(concept, Borrowed):
            if concept.unit:
                self._units[index] = concept.index
            return self._name(concept.index, depth)
        if isinstance(concept, Nothing) and (money := self._money_before(index)) is not None:
            self._units[index] = money
            return None
        if isinstance(concept, Nothing):
            return self._fallback(concept, self._offset + reading.quantity.start)
        return self._named_by(index, trimmed(concept, self._owner))

    def _named_by(self, index: int, concept: Found) -> tuple[str, Span] | None:
        """Name a quantity by a phrase of its sentence, and remember the phrase."""
        quantity, head = self._readings[index].quantity, self._layout.doc[concept.head]
        lone = quantity.bare and quantity.kind in COUNTS and concept.said
        if self._is_elsewhere(quantity, concept) or (lone and head.ent_type_ == "PERSON"):
            return None
        counts = quantity.kind in COUNTS and quantity.bare
        if counts and head.lemma_.lower() in SET_NOUNS:
            return self._set_named(concept)
        if counts and concept.said and head.tag_ != "NNS":
            if quantity.kind is FigureKind.COUNT:
                self._levels.add(index)
        elif counts:
            self._memory.add(self._layout, self._offset, concept)
        named = span_of(self._layout, self._offset, concept)
        if concept.said and head.ent_type_ != "PERSON":
            self._topics[head.tag_ in ("NNS", "NNPS")] = named
        return named

    def _money_before(self, index: int) -> int | None:
        """Find the money that millions without a noun go on with ("promised half a billion")."""
        here, root = self._readings[index].quantity, self._readings[index].place.root
        great = here.bare and here.kind is FigureKind.COUNT and here.scale >= _MILLION
        if not great or root.dep_ not in _OBJECTS:
            return None
        for before in range(index - 1, -1, -1):
            quantity = self._readings[before].quantity
            if here.start - quantity.end > _MAX_REACH:
                return None
            if quantity.kind is FigureKind.MONEY and quantity.scale >= _MILLION:
                return before
        return None

    def _is_elsewhere(self, quantity: Quantity, concept: Found) -> bool:
        """Whether a phrase is in another sentence or labels a speaker ("OSEI: Two minutes")."""
        doc, text = self._layout.doc, self._layout.text
        if doc[concept.first].idx >= quantity.end:
            return _SENTENCE_ENDS.match(text, quantity.end) is not None
        labels = concept.end < len(doc) and doc[concept.end].text == ":"
        return labels and doc[concept.first].is_sent_start is not False

    def _fallback(self, nothing: Nothing, here: int) -> tuple[str, Span] | None:
        if nothing.pronoun:
            topic = self._topics.get(nothing.pronoun == "they")
            return topic if topic is not None and here - topic[1].end <= _MAX_REACH else None
        if not nothing.fused:
            return None
        last = self._memory.last
        if last is None or (nothing.casualties and last.span.start < self._offset):
            return None
        return None if here - last.span.end > _MAX_REACH else (last.text, last.span)

    def _set_named(self, concept: Found) -> tuple[str, Span] | None:
        """Name the set of "the number is now over 100": its "of", else the last set."""
        head = self._layout.doc[concept.head]
        for child in head.rights:
            if child.lower_ != "of":
                continue
            for noun in child.rights:
                if noun.dep_ == "pobj" and noun.tag_ in NOMINAL:
                    first, end = phrase(noun, child.i + 1, noun.i + 1, tail=False)
                    return span_of(self._layout, self._offset, Found(first, end, noun.i))
        if concept.first < concept.head or self._memory.last is None:
            return span_of(self._layout, self._offset, concept)
        return self._memory.last.text, self._memory.last.span

    def _change(self, index: int, depth: int) -> Change | None:
        if index not in self._changes:
            self._changes[index] = None
            change = read_change(self._readings[index], self._owner)
            if isinstance(change, int):
                change = self._change(change, depth + 1) if depth < _MAX_DEPTH else None
            self._changes[index] = change
        return self._changes[index]


def _is_own(concept: Concept, reading: Reading) -> bool:
    """Whether a phrase stands behind its own quantity, so that it belongs to it alone."""
    return isinstance(concept, Found) and concept.first >= reading.place.end


def _restatements(text: str, readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Find quantities in brackets that say the one in front of them again."""
    inside = -1
    for index in range(1, len(readings)):
        before, here = readings[index - 1].quantity, readings[index].quantity
        gap = text[before.full_end : here.full_start]
        if _OPENS_BRACKET.fullmatch(gap):
            inside = index - 1
        elif not (inside >= 0 and _IN_BRACKET.fullmatch(gap)):
            inside = -1
        if inside >= 0:
            yield index, inside


def _restate(quantity: Quantity, first: Quantity) -> Quantity:
    """Give a quantity in brackets the bound and the change of the one it says again."""
    if quantity.kind is not first.kind or quantity.kind not in _SAME_THING:
        return quantity
    quantity = replace(quantity, change=quantity.change or first.change)
    if quantity.bound is not Bound.EXACT or first.bound in (Bound.EXACT, Bound.RANGE):
        return quantity
    return replace(
        quantity,
        bound=first.bound,
        approximate=first.approximate,
        low=None if first.low is None else quantity.low,
        high=None if first.high is None else quantity.high,
    )
