"""The article: one text, its paragraphs, and where it came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the article's text, in code points."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset after the last character."""

    def contains(self, offset: int) -> bool:
        """Tell whether the character at `offset` lies in the span."""
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class ParagraphKind(StrEnum):
    """What a paragraph is, as far as the file tells."""

    TITLE = "title"
    """The headline of the article; analysed."""

    BYLINE = "byline"
    """Who wrote it and when; shown dim, not analysed."""

    HEADING = "heading"
    """A heading inside the article; not analysed."""

    TEXT = "text"
    """Running prose; analysed."""

    ITEM = "item"
    """An item of a list; analysed."""

    QUOTE = "quote"
    """A block quotation; analysed."""

    CODE = "code"
    """Preformatted lines; their line breaks count, not analysed."""

    FURNITURE = "furniture"
    """Page furniture such as "Share this"; shown dim, not analysed."""

    @property
    def analysed(self) -> bool:
        """Whether findings are looked for in such a paragraph."""
        return self in _ANALYSED


_ANALYSED = frozenset(
    {ParagraphKind.TITLE, ParagraphKind.TEXT, ParagraphKind.ITEM, ParagraphKind.QUOTE}
)


class Paragraph(NamedTuple):
    """One paragraph of the article."""

    start: int
    """Offset of its first character in the article's text."""

    end: int
    """Offset after its last character."""

    kind: ParagraphKind = ParagraphKind.TEXT
    """What it is."""

    level: int = 0
    """Depth: 1 to 6 for a heading, 1 and up for a list item or a block quotation, else 0."""

    marker: str = ""
    """What stands before a list item ("•", "3."): drawn in the margin, no part of the text."""

    @property
    def span(self) -> Span:
        """The paragraph's stretch of text."""
        return Span(self.start, self.end)


class InlineStyle(StrEnum):
    """How the file marks words inside a paragraph."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"


class Inline(NamedTuple):
    """Words that the file emphasises or links."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset after the last character."""

    style: InlineStyle
    """How they are marked."""

    target: str | None = None
    """Where a link leads; http and https only."""


class Source(NamedTuple):
    """Where an article came from."""

    path: str
    """The path as the user gave it, or "-" for standard input."""

    format: str
    """"text", "markdown" or "html"."""

    sha256: str
    """Hash of the file's bytes, in hexadecimal; empty where they were not read to the end."""

    encoding: str = "utf-8"
    """How the bytes were read, as Python names it ("utf-8", "utf-16-le", "cp1252")."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is shown; its text is never changed after loading."""

    text: str
    """All paragraphs, joined by blank lines; every offset counts code points in it."""

    paragraphs: tuple[Paragraph, ...]
    """The paragraphs in order; they cover the text but for the blank lines between them."""

    source: Source
    """Where it came from."""

    title: str | None = None
    """The headline."""

    byline: str | None = None
    """Who wrote it, as written."""

    published: str | None = None
    """When it was published, ISO 8601 where the file tells enough, else as written."""

    inlines: tuple[Inline, ...] = ()
    """Emphasis and links, ordered by start."""

    warnings: tuple[str, ...] = ()
    """What the reader should know of how it was read, a sentence each."""

    @property
    def is_beginning(self) -> bool:
        """Whether this is only how a long file begins, read to have something to show."""
        return not self.source.sha256 and self.source.path != "-"
