"""Analysing step by step: what is on screen first, then all from the top, part after part."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.analysis.analyzer import find_all
from tuireader.analysis.joining import join_analyses
from tuireader.analysis.language import ParsedParagraph, parse, pipeline_label
from tuireader.analysis.model import Analysis
from tuireader.analysis.pieces import Piece, analysed_paragraphs, parts_of
from tuireader.article.model import Article

if TYPE_CHECKING:
    from spacy.language import Language

SCREENFUL = 4_000
"""Characters that are analysed first where the reader is: a screenful or two."""

_BEFORE = 2
"""Paragraphs before those on screen that are read along, for who "he" is."""

_STEP_PARAGRAPHS = 12
_STEP_CHARACTERS = 3_500
"""What is parsed at a time while someone waits, or may call it off: about a tenth of a second."""

_GROWTH = 8
"""Factor between the beginnings of a part for which the finders run, where someone looks at it:
all these runs together cost a seventh of the last one."""


def analyse_in_steps(
    article: Article,
    nlp: "Language",
    *,
    focus: Callable[[], int] = lambda: 0,
    on_parsed: Callable[[float], None] | None = None,
    finding: Callable[[], AbstractContextManager[None]] = nullcontext,
    strict: bool = False,
) -> Iterator[tuple[float, Analysis]]:
    """Find everything in an article and tell what is known on the way.

    Args:
        article: The article.
        nlp: The language pipeline.
        focus: Gives the offset that the reader is at; what stands there comes first.
        on_parsed: Told the fraction parsed after each step; what it raises ends the work.
        finding: Is around the work of the finders, which may take seconds.
        strict: Let a finder's exception through instead of noting it.

    Yields:
        The fraction of the text that was looked at, 0 to 1, and all that was found in it. The
        last item is the whole.
    """
    steps = _Steps(article, nlp, focus, on_parsed or (lambda _: None), finding, strict)
    yield from steps.run()


@dataclass(slots=True)
class _Found:
    """The findings of the parsed pieces of a stretch."""

    first: int
    """Position of the first piece."""

    end: int
    """Position after the last one."""

    analysis: Analysis


@dataclass(slots=True)
class _Steps:
    """How far the analysis of one article is."""

    article: Article
    nlp: "Language"
    focus: Callable[[], int]
    on_parsed: Callable[[float], None]
    finding: Callable[[], AbstractContextManager[None]]
    strict: bool
    pieces: list[Piece] = field(init=False)
    starts: list[int] = field(init=False)
    total: int = field(init=False)
    parsed: dict[int, ParsedParagraph] = field(default_factory=dict)
    found: list[_Found] = field(default_factory=list)
    done: int = 0

    def __post_init__(self) -> None:
        self.pieces = analysed_paragraphs(self.article)
        self.starts = [piece.start for _, piece in self.pieces]
        self.total = sum(piece.end - piece.start for _, piece in self.pieces)

    def run(self) -> Iterator[tuple[float, Analysis]]:
        """Yield what is known after each step that brought findings."""
        parts = list(parts_of(self.pieces))
        for number, part in enumerate(parts, start=1):
            yield from self._read(part)
            self._find(part)
            for position in part:
                self.parsed.pop(position, None)
            # All is told at 1, 2, 4 … parts: to hand it over costs time in proportion to it.
            if number == len(parts):
                yield 1.0, self._known()
            elif not number & (number - 1):
                yield self.done / self.total, self._known()

    def _read(self, part: range) -> Iterator[tuple[float, Analysis]]:
        """Parse a part; yield what the reader looks at as soon as it is found."""
        steps = step_sizes(sum(self._size(position) for position in part))
        read = sum(self._size(position) for position in part if position in self.parsed)
        while True:
            screenful = self._screenful(part)
            batch = screenful or self._batch(part)
            if not batch:
                return
            self._parse(batch)
            read += sum(self._size(position) for position in batch if position in part)
            if screenful:
                self._find(screenful)
                if self.done < self.total:
                    yield self.done / self.total, self._known()
            elif steps and read >= steps[0] and self.done < self.total:
                steps = [size for size in steps if size > read]
                if self._is_awaited(part):
                    self._find(range(part.start, batch[-1] + 1))
                    yield self.done / self.total, self._known()

    def _size(self, position: int) -> int:
        piece = self.pieces[position][1]
        return piece.end - piece.start

    def _is_awaited(self, part: range) -> bool:
        """Tell whether a part is the first one, or that which the reader looks at.

        Of the others nobody misses the beginning while the rest of them is parsed.
        """
        return part.start == 0 or self._position() in part

    def _position(self) -> int:
        """Return the position of the piece that the reader looks at."""
        return max(0, bisect_right(self.starts, self.focus()) - 1)

    def _screenful(self, part: range) -> range | None:
        """Return what the reader looks at, if it was not analysed and is not all there is."""
        at = self._position()
        if at < part.start or at in self.parsed or self.total < 2 * SCREENFUL:
            return None
        first = end = max(part.start, at - _BEFORE)
        size = 0
        while end < len(self.pieces) and size < SCREENFUL and (end not in self.parsed):
            size += self._size(end)
            end += 1
        return range(first, end) if first <= at < end else range(at, at + 1)

    def _batch(self, part: range) -> list[int]:
        """Return the next pieces of a part from the top."""
        batch: list[int] = []
        size = 0
        for position in part:
            if position in self.parsed:
                continue
            size += self._size(position)
            if batch and size > _STEP_CHARACTERS:
                break
            batch.append(position)
            if len(batch) == _STEP_PARAGRAPHS:
                break
        return batch

    def _parse(self, positions: Sequence[int]) -> None:
        fresh = [position for position in positions if position not in self.parsed]
        pieces = [self.pieces[position] for position in fresh]
        docs = parse(self.nlp, self.article.text, pieces)
        for position, paragraph in zip(fresh, docs, strict=True):
            self.parsed[position] = paragraph
            self.done += self._size(position)
        self.on_parsed(self.done / self.total)

    def _find(self, stretch: range) -> None:
        """Run the finders over what is parsed of a stretch; it replaces what was found inside."""
        paragraphs = [self.parsed[position] for position in stretch if position in self.parsed]
        model = pipeline_label(self.nlp)
        with self.finding():
            analysis = find_all(self.article, paragraphs, model=model, strict=self.strict)
        outside = [f for f in self.found if f.end <= stretch.start or f.first >= stretch.stop]
        self.found = [*outside, _Found(stretch.start, stretch.stop, analysis)]
        self.found.sort(key=lambda found: found.first)

    def _known(self) -> Analysis:
        with self.finding():
            return join_analyses([found.analysis for found in self.found])


def step_sizes(total: int) -> list[int]:
    """Return after how many characters of a part the finders run before the whole is parsed.

    Args:
        total: Characters of the part.
    """
    sizes: list[int] = []
    size = total // _GROWTH
    while size >= 2 * SCREENFUL:
        sizes.append(size)
        size //= _GROWTH
    return sizes[::-1]
