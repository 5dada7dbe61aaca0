"""The lines around one place of a long article, exact before all the others are counted."""

from bisect import bisect_right
from collections.abc import Sequence

from tuireader.article.model import Paragraph
from tuireader.tui.reading.wrapping import Line, Wrapping

BEFORE, AFTER = 40, 120
"""Paragraphs around the place that are wrapped: more than any screen shows."""

_FILLED = 0.93
"""Share of a line that is filled, in prose."""


class Excerpt(Wrapping):
    """A wrapping that knows some lines, and guesses how many stand before and after them.

    The numbers of lines are right among themselves and almost so for the article; the lines and
    their places in the text are exact.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs.
        width: Cells that a line may fill, indents included; at least 1.
        offset: The place.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], width: int, offset: int) -> None:
        super().__init__(text, paragraphs, width, at_once=False)
        place = self.paragraph_at(offset)
        self._first = self._next = max(0, place - BEFORE)
        stop = min(len(paragraphs), place + AFTER)
        self._wrap_up_to(stop)
        self._before = self._guess(0, self._first)
        self._after = self._guess(stop, len(paragraphs))

    def _guess(self, first: int, stop: int) -> int:
        """Guess how many lines paragraphs have, the blank ones above them included."""
        if first >= stop:
            return 0
        characters = self.paragraphs[stop - 1].end - self.paragraphs[first].start
        return int(characters / (self.width * _FILLED)) + (stop - first) * 3 // 2

    def __len__(self) -> int:
        """Return the number of lines, the guessed ones included."""
        return self._before + len(self._starts) + self._after

    def knows(self, first: int, stop: int) -> bool:
        """Tell whether lines are known: those of [first, stop), as far as there are so many."""
        known = self._before + len(self._starts)
        return first >= self._before and (not self._after or stop <= known)

    def knows_place(self, offset: int) -> bool:
        """Tell whether the line of an offset is known."""
        return self._starts[0] <= offset and (not self._after or offset < self._starts[-1])

    def line(self, number: int) -> Line:
        """Return a line by its number; the nearest one that is known."""
        return self._line(max(0, min(number - self._before, len(self._starts) - 1)))

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds an offset, or of the nearest known one."""
        return self._before + max(0, bisect_right(self._starts, offset) - 1)
