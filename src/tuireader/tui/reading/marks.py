"""Stretches of text with a look, and which of them touch a line."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, IntFlag, auto
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from tuireader.article.model import Inline, InlineStyle, Span


class Look(IntFlag):
    """How a stretch of text looks; several combine."""

    PLAIN = 0
    CODE = 1
    LINK = 2
    EMPHASIS = 4
    STRONG = 8
    STRIKE = 16
    QUOTE = 32
    SPEAKER = 64
    FIGURE = 128
    CLAIM = 256
    """A clause with a bar in the gutter; it looks like other text."""
    ASIDE = 512
    """Text that stands back while a speaker is followed."""
    LIT = 1024
    """The selected passage."""
    HIT = 4096
    CURRENT_HIT = 8192
    CHOSEN = 16384
    """Text selected with the mouse."""


_INLINE_LOOKS = {
    InlineStyle.EMPHASIS: Look.EMPHASIS,
    InlineStyle.STRONG: Look.STRONG,
    InlineStyle.CODE: Look.CODE,
    InlineStyle.LINK: Look.LINK,
    InlineStyle.STRIKE: Look.STRIKE,
}


class Mark(NamedTuple):
    """A stretch of text with a look; a book has as many as words that are marked."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset after the last one."""

    look: Look
    """How it looks."""

    finding: str = ""
    """Id of the finding that it shows, if it shows one."""


class Layer(Enum):
    """One set of marks over the text; each is replaced as a whole."""

    INLINES = auto()
    FINDINGS = auto()
    ASIDE = auto()
    LIT = auto()
    HITS = auto()


_START, _END = itemgetter(0), itemgetter(1)


class MarkIndex:
    """Marks by position; those that touch a line are found in logarithmic time.

    Args:
        marks: The marks, in any order, overlapping as they like.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        # By start, the longest first; two sorts by a number are faster than one by a pair.
        self._marks = sorted(marks, key=_END, reverse=True)
        self._marks.sort(key=_START)
        self._starts = array("L", map(_START, self._marks))
        self._reach = array("L", accumulate(map(_END, self._marks), max))

    def __len__(self) -> int:
        """Return the number of marks."""
        return len(self._marks)

    def spans(self) -> Iterator[Span]:
        """Yield where the marks stand, in the order of the text."""
        for mark in self._marks:
            yield Span(mark.start, mark.end)

    def touching(self, span: Span) -> Iterator[Mark]:
        """Yield the marks that share a character with a span, in the order of the text."""
        first = bisect_right(self._reach, span.start)
        for mark in self._marks[first : bisect_left(self._starts, span.end)]:
            if mark.end > span.start:
                yield mark

    def at(self, offset: int) -> list[Mark]:
        """Return the marks over one character, the shortest first."""
        over = self.touching(Span(offset, offset + 1))
        return sorted(over, key=lambda mark: mark.end - mark.start)


def marks_of_inlines(inlines: Iterable[Inline]) -> MarkIndex:
    """Index emphasis and links."""
    return MarkIndex(Mark(i.start, i.end, _INLINE_LOOKS[i.style]) for i in inlines)


def marks_of(spans: Iterable[Span], look: Look) -> MarkIndex:
    """Index spans that share a look."""
    return MarkIndex(Mark(span.start, span.end, look) for span in spans)


def marks_around(spans: Iterable[Span], length: int, look: Look) -> MarkIndex:
    """Index all text but the spans.

    Args:
        spans: What to leave out.
        length: Length of the text.
        look: The look of the rest.
    """
    marks, at = [], 0
    for span in sorted(spans):
        if span.start > at:
            marks.append(Mark(at, span.start, look))
        at = max(at, span.end)
    return MarkIndex([*marks, Mark(at, length, look)] if at < length else marks)


def runs(line: Span, marks: Iterable[Mark]) -> Iterator[tuple[int, int, Look]]:
    """Cut a line into stretches of one look each; they cover the line and do not overlap.

    Args:
        line: The line's stretch of the text.
        marks: The marks that touch it.
    """
    touching = [mark for mark in marks if mark.start < line.end and mark.end > line.start]
    edges = {line.start, line.end}
    for mark in touching:
        edges |= {max(mark.start, line.start), min(mark.end, line.end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        look = Look.PLAIN
        for mark in touching:
            if mark.start <= start and end <= mark.end:
                look |= mark.look
        yield start, end, look
