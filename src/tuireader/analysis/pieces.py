"""What of an article is analysed, and in which pieces and parts."""

import re
from collections.abc import Iterator, Sequence

from tuireader.article.model import Article, Paragraph

PART = 400_000
"""Characters that are parsed and kept for the finders at once: some seventy thousand words, a
hundred megabytes. A longer article is analysed in parts, whose findings are joined."""

LONGEST_PARSE = 10_000
"""Characters of the longest piece that is parsed at once; ordinary paragraphs have a tenth."""

MOST_ANALYSED = 8_000_000
"""Characters after which an article is no longer analysed: more than a million words, for which
the parses take a gigabyte."""

_UNBROKEN = re.compile(r"\S{300,}")

Piece = tuple[int, Paragraph]
"""The index of a paragraph, and the stretch of it that is parsed."""


def analysed_paragraphs(article: Article) -> list[Piece]:
    """List the paragraphs in which findings are looked for, with their index.

    A paragraph too long for one parse comes in pieces with the same index, and characters without
    a space for longer than any word or address are left out. So is what comes after
    `MOST_ANALYSED` characters.
    """
    return [
        (index, piece)
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.kind.analysed
        for stretch in _words_of(article.text, paragraph)
        for piece in _pieces(article.text, stretch)
    ]


def parts_of(pieces: Sequence[Piece], most: int = PART) -> Iterator[range]:
    """Yield the parts of an article, as positions in its list of pieces; at least one.

    Args:
        pieces: What is analysed, as `analysed_paragraphs` gives it.
        most: Characters of a part.
    """
    first, size = 0, 0
    for position, (_, piece) in enumerate(pieces):
        size += piece.end - piece.start
        if size > most and position > first:
            yield range(first, position)
            first, size = position, piece.end - piece.start
    yield range(first, len(pieces))


def _words_of(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the stretches of a paragraph between runs without a space, over which spaCy is slow.

    Its tokenizer needs 18 s for 10,000 dashes in a row, and four times that for twice as many.
    """
    start, end = paragraph.start, min(paragraph.end, MOST_ANALYSED)
    for run in _UNBROKEN.finditer(text, start, end):
        if run.start() > start:
            yield paragraph._replace(start=start, end=run.start())
        start = run.end()
    if end > start:
        yield paragraph._replace(start=start, end=end)


def _pieces(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut a paragraph where a sentence ends, else between words, so that each piece can be parsed.

    The pipeline refuses a million characters and needs memory in proportion.
    """
    start = paragraph.start
    while paragraph.end - start > LONGEST_PARSE:
        window = text[start : start + LONGEST_PARSE]
        sentence = max(window.rfind(mark) + len(mark) for mark in (". ", ".” ", "? ", "! "))
        end = start + (sentence if sentence > LONGEST_PARSE // 2 else window.rfind(" ") + 1)
        yield paragraph._replace(start=start, end=end)
        start = end
    yield paragraph._replace(start=start)
