"""Wrap an article into lines, and translate between offsets in the text and cells of a line.

The wrap is greedy and exact, as terminal wraps are: a line holds as many words as fit, and a word
longer than the line is cut. Paragraphs in which every character fills one cell are wrapped with
`str.rfind`; the others by the cell widths of their graphemes, as Rich measures them.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from time import perf_counter
from typing import NamedTuple

from rich.cells import split_graphemes

from tuireader.article.model import Paragraph, ParagraphKind

MAX_INDENT = 12
"""Cells that a deeply nested item is indented at most, so that text has room to its right."""

# Rich's own set of one-cell characters lacks the curly quotes and dashes that news is full of.
_ONE_CELL = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20b9\u2400-\u2421\n]*"
)
_SPACES = re.compile(" +")

_TIGHT = frozenset({ParagraphKind.ITEM, ParagraphKind.BYLINE})
_STEP = 32
"""Paragraphs that are wrapped between two looks at the clock."""

_start_of = attrgetter("start")


def is_one_cell(text: str) -> bool:
    """Tell whether every character of the text surely fills one cell."""
    return _ONE_CELL.fullmatch(text) is not None


def indent_of(paragraph: Paragraph) -> int:
    """Return how many cells a paragraph is indented."""
    if paragraph.kind is ParagraphKind.ITEM:
        return min(MAX_INDENT, 2 * max(0, paragraph.level - 1) + len(paragraph.marker) + 1)
    if paragraph.kind is ParagraphKind.QUOTE:
        return min(MAX_INDENT, 2 * max(1, paragraph.level))
    return 2 if paragraph.kind is ParagraphKind.CODE else 0


class Line(NamedTuple):
    """One line of the wrapped article."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last visible character; equal to start on a blank line."""

    paragraph: int
    """Index of the paragraph that it belongs to."""


class Wrapping:
    """An article wrapped to a width.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs.
        width: Cells that a line may fill, indents included; at least 1.
        at_once: Whether to wrap all of it now; if not, `go_on` does so in steps.
    """

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], width: int, *, at_once: bool = True
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.width = max(1, width)
        self._starts = array("L")
        self._next = 0
        if at_once:
            self._wrap_up_to(len(paragraphs))

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._starts)

    def go_on(self, seconds: float) -> bool:
        """Wrap more paragraphs and tell whether all are wrapped.

        Args:
            seconds: How long it may take, about.
        """
        end = perf_counter() + seconds
        while self._next < len(self.paragraphs) and perf_counter() < end:
            self._wrap_up_to(min(self._next + _STEP, len(self.paragraphs)))
        return self._next == len(self.paragraphs)

    def _wrap_up_to(self, stop: int) -> None:
        paragraphs = self.paragraphs
        for index in range(self._next, stop):
            if index and not self._is_tight(index):
                self._starts.append(paragraphs[index - 1].end)
            self._wrap(paragraphs[index])
        self._next = stop

    def _is_tight(self, index: int) -> bool:
        """Tell whether a paragraph follows the one before without a blank line."""
        kind = self.paragraphs[index].kind
        if kind not in _TIGHT:
            return False
        before = self.paragraphs[index - 1].kind
        if kind is ParagraphKind.BYLINE:
            return before in (ParagraphKind.TITLE, ParagraphKind.BYLINE)
        return before is ParagraphKind.ITEM

    def _wrap(self, paragraph: Paragraph) -> None:
        width = max(1, self.width - indent_of(paragraph))
        start = paragraph.start
        for part in self.text[paragraph.start : paragraph.end].split("\n"):
            end = start + len(part)
            if not is_one_cell(part):
                self._starts.extend([start + cut for cut in wrap_graphemes(part, width)])
            elif len(part) <= width:
                self._starts.append(start)
            else:
                self._wrap_one_cell(start, end, width)
            start = end + 1

    def _wrap_one_cell(self, start: int, end: int, width: int) -> None:
        text, append = self.text, self._starts.append
        append(start)
        last = end - width
        while start < last:
            space = text.rfind(" ", start, start + width + 1)
            if space <= start:
                start += width
            else:
                start = space + 1
                if text.startswith(" ", start):
                    start = _SPACES.match(text, start, end).end()  # type: ignore[union-attr]
            if start < end:
                append(start)

    def line(self, number: int) -> Line:
        """Return a line by its number, counted from 0."""
        return self._line(number)

    def _line(self, number: int) -> Line:
        starts = self._starts
        start = starts[number]
        following = starts[number + 1] if number + 1 < len(starts) else len(self.text)
        paragraph = self.paragraph_at(start)
        end = min(following, self.paragraphs[paragraph].end)
        return Line(start, start + len(self.text[start:end].rstrip()), paragraph)

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds an offset, or ends before it."""
        return max(0, bisect_right(self.paragraphs, offset, key=_start_of) - 1)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def column_of(self, line: Line, offset: int) -> int:
        """Return the cell, from the line's left edge without indent, where an offset stands."""
        return cell_of(self.text[line.start : line.end], offset - line.start)

    def offset_at(self, line: Line, column: int) -> int:
        """Return the offset of the character that fills a cell of a line.

        A cell right of the line's last character gives the offset after it.
        """
        return line.start + character_at(self.text[line.start : line.end], column)


def wrap_graphemes(text: str, width: int) -> list[int]:
    """Wrap text whose characters fill no, one or two cells; never cut through a grapheme.

    Args:
        text: One line of source text.
        width: Cells a line may fill.

    Returns:
        Where each line starts, as indices into the text.
    """
    spans, _ = split_graphemes(text)
    if not spans:
        return [0]
    edges = [0, *accumulate(width for _, _, width in spans)]
    cuts, first = [0], 0
    while edges[-1] - edges[first] > width:
        last = max(first + 1, bisect_right(edges, edges[first] + width) - 1)
        cut = _last_break(text, spans, first, last)
        first = cut
        while first < len(spans) and _is_space(text, spans[first]):
            first += 1
        if first >= len(spans):
            break
        cuts.append(spans[first][0])
    return cuts


def _last_break(text: str, spans: list[tuple[int, int, int]], first: int, last: int) -> int:
    """Find the grapheme to start a new line with, at or before `last`."""
    for index in range(last, first, -1):
        if index < len(spans) and (
            _is_space(text, spans[index]) or _breaks_between(text, spans, index)
        ):
            return index
    return last


def _breaks_between(text: str, spans: list[tuple[int, int, int]], index: int) -> bool:
    """Tell whether a line may break before a grapheme: after a space, or between two wide ones."""
    before, after = spans[index - 1], spans[index]
    return _is_space(text, before) or (before[2] == 2 and after[2] == 2)


def _is_space(text: str, span: tuple[int, int, int]) -> bool:
    """Tell whether a grapheme is a bare space: one that carries an accent is seen."""
    return text[span[0] : span[1]] == " "


def cell_of(text: str, index: int) -> int:
    """Return how many cells stand before the character at an index."""
    if index <= 0 or is_one_cell(text):
        return max(0, min(index, len(text)))
    spans, total = split_graphemes(text)
    edges = [0, *accumulate(width for _, _, width in spans)]
    position = bisect_right([start for start, _, _ in spans], index) - 1
    return total if index >= len(text) else edges[position]


def character_at(text: str, cell: int) -> int:
    """Return the index of the grapheme that fills a cell; the text's length when beyond it."""
    if cell < 0:
        return 0
    if is_one_cell(text):
        return min(cell, len(text))
    spans, total = split_graphemes(text)
    if cell >= total:
        return len(text)
    edges = list(accumulate(width for _, _, width in spans))
    return spans[bisect_left(edges, cell + 1)][0]
