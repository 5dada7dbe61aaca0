"""Stretches of text with a look, and which of them touch a line."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, IntFlag, auto
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tuireader.article.model import Inline, InlineStyle, Span
from tuireader.session.stretches import Stretches


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
    """A stretch of text with a look."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset after the last one."""

    look: Look
    """How it looks."""


class Layer(Enum):
    """One set of marks over the text; each is replaced as a whole."""

    INLINES = auto()
    QUOTES = auto()
    SPEAKERS = auto()
    FIGURES = auto()
    ASIDE = auto()
    LIT = auto()
    HITS = auto()
    CURRENT_HIT = auto()


class MarkIndex:
    """Marks by position; those that touch a line are found in logarithmic time.

    Args:
        where: Where they stand.
        looks: How each of them looks.
    """

    def __init__(self, where: Stretches | None = None, looks: Sequence[Look] = ()) -> None:
        self._where = where or Stretches()
        self._looks = looks

    def __len__(self) -> int:
        """Return the number of marks."""
        return len(self._where)

    def spans(self) -> Iterator[Span]:
        """Yield where the marks stand, in the order of the text."""
        return iter(self._where)

    def touching(self, span: Span) -> Iterator[Mark]:
        """Yield the marks that share a character with a span, in the order of the text."""
        for number in self._where.touching(span):
            yield Mark(*self._where[number], self._looks[number])


def marks_of_inlines(inlines: Iterable[Inline]) -> MarkIndex:
    """Index emphasis and links."""
    ordered = sorted(inlines, key=attrgetter("start"))
    where = Stretches((i.start for i in ordered), (i.end for i in ordered))
    return MarkIndex(where, [_INLINE_LOOKS[i.style] for i in ordered])


def marks_at(where: Stretches, look: Look) -> MarkIndex:
    """Index stretches that share a look."""
    return MarkIndex(where, [look] * len(where))


def marks_of(spans: Iterable[Span], look: Look) -> MarkIndex:
    """Index spans that share a look."""
    return marks_at(Stretches.of(spans), look)


def marks_around(spans: Iterable[Span], length: int, look: Look) -> MarkIndex:
    """Index all text but the spans.

    Args:
        spans: What to leave out.
        length: Length of the text.
        look: The look of the rest.
    """
    starts, ends, at = [], [], 0
    for start, end in sorted([*spans, Span(length, length)]):
        if start > at:
            starts.append(at)
            ends.append(start)
        at = max(at, end)
    return marks_at(Stretches(starts, ends), look)


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
