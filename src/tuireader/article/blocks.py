"""What a format parser hands over, and how the article is put together from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from tuireader.article.model import Article, Inline, InlineStyle, Paragraph, ParagraphKind, Source
from tuireader.article.sanitizing import sanitize, sanitize_counting

SEPARATOR = "\n\n"
"""What stands between two paragraphs of an article's text."""


MOST_BLOCKS = 100_000
"""Paragraphs of an article; the longest books have half as many."""


class Block(NamedTuple):
    """A paragraph before it has a place in the article; a book has tens of thousands."""

    text: str
    """Its words; line breaks only in code."""

    kind: ParagraphKind = ParagraphKind.TEXT
    """What it is."""

    level: int = 0
    """Depth, as in `Paragraph`."""

    marker: str = ""
    """What stands before a list item."""

    inlines: tuple[Inline, ...] = ()
    """Emphasis and links; offsets count in `text`."""


class Draft(NamedTuple):
    """An article as its format parser found it."""

    blocks: list[Block]
    """The paragraphs in order."""

    title: str | None = None
    """The headline, where the file names it."""

    byline: str | None = None
    """Who wrote it, where the file names them."""

    published: str | None = None
    """When it was published, where the file tells."""

    warnings: tuple[str, ...] = ()
    """What the reader should know of how it was read."""

    replaced: int = 0
    """How many harmful characters the parser itself has replaced."""


def first_part(draft: Draft) -> Draft:
    """Leave empty paragraphs out, and those beyond `MOST_BLOCKS`, which is said."""
    blocks = [block for block in draft.blocks if block.text]
    if len(blocks) <= MOST_BLOCKS:
        return draft._replace(blocks=blocks)
    note = f"It has too many paragraphs: you read its first {MOST_BLOCKS:,}."
    return draft._replace(blocks=blocks[:MOST_BLOCKS], warnings=(*draft.warnings, note))


def assemble(draft: Draft, source: Source, warnings: Iterable[str] = ()) -> Article:
    """Join the blocks of a draft to the article that is shown.

    Args:
        draft: What the format parser found.
        source: Where it came from.
        warnings: What was noticed before the parser had the text.
    """
    blocks = [block for block in draft.blocks if block.text]
    text, replaced = sanitize_counting(SEPARATOR.join(block.text for block in blocks))
    notes = [*warnings, *draft.warnings]
    if replaced + draft.replaced:
        notes.append(_replaced_note(replaced + draft.replaced))
    if not blocks:
        notes.append("There is no text in it.")
    return Article(
        text=text,
        paragraphs=tuple(_paragraphs(blocks)),
        source=source,
        title=_clean(draft.title),
        byline=_clean(draft.byline),
        published=_clean(draft.published),
        inlines=tuple(sorted(_inlines(blocks), key=lambda i: (i.start, -i.end))),
        warnings=tuple(sanitize(note) for note in notes),
    )


def _clean(value: str | None) -> str | None:
    """Bring a title, byline or date into the shape that it has in the text."""
    return sanitize(value) if value else None


def _replaced_note(replaced: int) -> str:
    """Say how many characters the sanitiser replaced."""
    what = (
        "1 control or hidden character was"
        if replaced == 1
        else (f"{replaced:,} control or hidden characters were")
    )
    return f"{what} replaced by visible signs."


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Give each block its place in the text."""
    start = 0
    for text, kind, level, marker, _ in blocks:
        end = start + len(text)
        yield Paragraph(start, end, kind, level, marker and sanitize(marker))
        start = end + len(SEPARATOR)


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Move the emphasis and links of each block to its place in the text."""
    start = 0
    for block in blocks:
        for inline in block.inlines:
            yield inline._replace(start=inline.start + start, end=inline.end + start)
        start += len(block.text) + len(SEPARATOR)


def web_address(target: str | None) -> str | None:
    """Return a link's target if it leads to the web, without characters that could do harm."""
    if target is None or not target.lower().startswith(("http://", "https://")):
        return None
    try:
        urlsplit(target)
    except ValueError:  # no host is called so, as in "http://[half/"
        return None
    return target if target.isprintable() and " " not in target else None


@dataclass(slots=True)
class InlineText:
    """Collects the words of one block with their emphasis, white space folded as in a browser."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _space: bool = False
    _open: list[tuple[InlineStyle, str | None, int]] = field(default_factory=list)
    _closed: list[Inline] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append running text."""
        words = text.split()
        if not words:
            self._space = self._space or bool(text)
            return
        glue = " " if self._length and (self._space or text[0].isspace()) else ""
        piece = glue + " ".join(words)
        self._parts.append(piece)
        self._length += len(piece)
        self._space = text[-1].isspace()

    def open(self, style: InlineStyle, target: str | None = None) -> None:
        """Begin emphasis or a link."""
        self._open.append((style, target, self._length))

    def close(self, style: InlineStyle) -> None:
        """End the innermost open emphasis of that style."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is style:
                _, target, start = self._open.pop(index)
                self._closed.append(Inline(start, self._length, style, target))
                return

    def block(self, kind: ParagraphKind, level: int = 0, marker: str = "") -> Block:
        """Return what was collected and begin anew; emphasis that is still open goes on."""
        text = "".join(self._parts)
        found = [*self._closed, *(Inline(s, len(text), st, t) for st, t, s in self._open)]
        trimmed = (_without_leading_space(inline, text) for inline in found)
        inlines = tuple(
            i
            for i in trimmed
            if i.start < i.end and (i.style is not InlineStyle.LINK or i.target is not None)
        )
        self._open = [(style, target, 0) for style, target, _ in self._open]
        self._parts, self._closed, self._length, self._space = [], [], 0, False
        return Block(text, kind, level, marker, inlines)


def _without_leading_space(inline: Inline, text: str) -> Inline:
    """Let emphasis begin at its first word."""
    if inline.start < inline.end and text[inline.start] == " ":
        return inline._replace(start=inline.start + 1)
    return inline
