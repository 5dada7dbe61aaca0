"""Which rows of a list contain the words that the reader types."""

from collections.abc import Callable
from time import perf_counter

_STEP = 64
"""Rows whose words are read between two looks at the clock."""


class RowFilter:
    """Finds rows by their words, as fast as they are typed.

    Args:
        count: How many rows there are.
        words: Gives the text of a row by its number; asked once for each.
    """

    def __init__(self, count: int, words: Callable[[int], str]) -> None:
        self._count = count
        self._words = words
        self._texts: list[str] = []
        self._lowered: list[str] = []

    def matching(self, pattern: str) -> list[int] | None:
        """Return the numbers of the rows that contain every word; None if no word was typed.

        A word without capital letters is found in capitals too.

        Args:
            pattern: What was typed.
        """
        words = pattern.split()
        if not words:
            return None
        self.go_on(float("inf"))
        found: list[int] | range = range(self._count)
        for word in words:
            texts = self._lowered if word == word.lower() else self._texts
            found = [number for number in found if word in texts[number]]
        return list(found)

    def go_on(self, seconds: float) -> bool:
        """Read the words of more rows and tell whether all are read.

        Args:
            seconds: How long it may take, about.
        """
        end = perf_counter() + seconds
        while len(self._texts) < self._count and perf_counter() < end:
            at = len(self._texts)
            texts = [self._words(n) for n in range(at, min(at + _STEP, self._count))]
            self._texts += texts
            self._lowered += [text.lower() for text in texts]
        return len(self._texts) == self._count
