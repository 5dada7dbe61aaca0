"""Which rows of a list contain the words that the reader types."""

from collections.abc import Callable


class RowFilter:
    """Finds rows by their words, as fast as they are typed.

    Args:
        count: How many rows there are.
        words: Gives the text of a row by its number; asked once for each, when something is typed.
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
        self._prepare()
        found: list[int] | range = range(self._count)
        for word in words:
            texts = self._lowered if word == word.lower() else self._texts
            found = [number for number in found if word in texts[number]]
        return list(found)

    def _prepare(self) -> None:
        if not self._texts:
            self._texts = [self._words(number) for number in range(self._count)]
            self._lowered = [text.lower() for text in self._texts]
