"""Stretches of a text as columns of numbers: a book has as many as words that are marked."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter

from tuireader.article.model import Span

_START, _END = itemgetter(0), itemgetter(1)


class Stretches:
    """Stretches in the order of their starts; those that touch a place are found at once.

    Args:
        starts: Offsets of their first characters, rising.
        ends: Offsets after their last ones; they overlap as they like.
    """

    def __init__(self, starts: Iterable[int] = (), ends: Iterable[int] = ()) -> None:
        self.starts = array("I", starts)
        self.ends = array("I", ends)
        self._reach = array("I", accumulate(self.ends, max))

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Stretches":
        """Put spans in order."""
        ordered = sorted(spans, key=_START)
        return cls(map(_START, ordered), map(_END, ordered))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts)

    def __getitem__(self, number: int) -> Span:
        """Return one by its number."""
        return Span(self.starts[number], self.ends[number])

    def __iter__(self) -> Iterator[Span]:
        """Yield them in the order of the text."""
        return map(Span, self.starts, self.ends)

    def touching(self, span: Span) -> Iterator[int]:
        """Yield the numbers of those that share a character with a span."""
        first = bisect_right(self._reach, span.start)
        for number in range(first, bisect_left(self.starts, span.end)):
            if self.ends[number] > span.start:
                yield number
