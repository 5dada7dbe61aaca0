"""Plain text to a draft: paragraphs, headings, title and byline."""

import re
from itertools import islice

from tuireader.article.blocks import MOST_BLOCKS, Block, Draft
from tuireader.article.bylines import ends_sentence
from tuireader.article.dates import iso_date
from tuireader.article.formats.lines import cut_paragraphs, mark_dashed_items
from tuireader.article.framing import frame
from tuireader.article.model import ParagraphKind

_MOST_LINES = 500_000
"""Lines that are read: a text of the largest size has half as many if they are 70 wide."""

_LONGEST_HEADING = 80
_HEADER_LINES = 10
"""Blocks among which labelled lines such as "Title: …" are looked for."""

_HEADER = re.compile(
    r"(?P<label>title|headline|author|authors|by|byline|date|published|publication date|source"
    r"|url|link|section|category|publication|newspaper|language)\s*:\s*(?P<value>\S.{0,300})",
    re.IGNORECASE,
)
_TITLE_LABELS = frozenset({"title", "headline"})
_AUTHOR_LABELS = frozenset({"author", "authors", "by", "byline"})
_DATE_LABELS = frozenset({"date", "published", "publication date"})


def parse_plain_text(text: str) -> Draft:
    """Read a plain text.

    Args:
        text: The whole text, its lines ended by newline characters.
    """
    text, is_cut = _first_lines(text)
    blocks = mark_dashed_items(list(islice(cut_paragraphs(text), MOST_BLOCKS + 1)))
    draft = frame(_read_header(blocks), guess_title=True)
    warnings = draft.warnings
    if is_cut and not warnings:
        warnings = (f"It has too many lines: you read its first {_MOST_LINES:,}.",)
    return draft._replace(blocks=_mark_headings(draft.blocks), warnings=warnings)


def _first_lines(text: str) -> tuple[str, bool]:
    """Return as many lines as are read, and whether there are words in those left out."""
    if text.count("\n") < _MOST_LINES:
        return text, False
    *lines, rest = text.split("\n", _MOST_LINES)
    return "\n".join(lines), bool(rest) and not rest.isspace()


def _read_header(blocks: list[Block]) -> Draft:
    """Read labelled lines at the top, as archives of articles write them."""
    labelled = {
        index: (match["label"].lower(), match["value"])
        for index, block in enumerate(blocks[:_HEADER_LINES])
        if (match := _HEADER.fullmatch(block.text))
    }
    titles = [index for index, (label, _) in labelled.items() if label in _TITLE_LABELS]
    if not titles:
        return Draft(blocks)
    author = date = None
    blocks = list(blocks)
    for index, (label, value) in labelled.items():
        kind = ParagraphKind.FURNITURE
        if label in _AUTHOR_LABELS:
            kind, author = ParagraphKind.BYLINE, author or value
        elif label in _DATE_LABELS:
            kind, date = ParagraphKind.BYLINE, date or iso_date(value)
        blocks[index] = blocks[index]._replace(kind=kind)
    title = labelled[titles[0]][1]
    blocks[titles[0]] = Block(title, ParagraphKind.HEADING, 1)
    return Draft(blocks, title, author, date)


def _mark_headings(blocks: list[Block]) -> list[Block]:
    """Mark short lines above prose as headings inside the article."""
    marked = list(blocks)
    for index, block in enumerate(blocks[:-1]):
        if (
            len(block.text) <= _LONGEST_HEADING
            and block.kind is ParagraphKind.TEXT
            and _heads(block.text, blocks[index + 1])
        ):
            before = marked[index - 1] if index else None
            if before is None or before.kind is not ParagraphKind.HEADING:
                marked[index] = block._replace(kind=ParagraphKind.HEADING, level=2)
    return marked


def _heads(text: str, following: Block) -> bool:
    """Whether a line is short and bare enough for a heading of the prose that follows."""
    return (
        len(text.split()) <= 10
        and text[0].isalnum()
        and any(map(str.isalpha, text))
        and not text[0].islower()
        and text[-1] not in ",;:-–—…”\"'’"
        and not ends_sentence(text)
        and following.kind in (ParagraphKind.TEXT, ParagraphKind.ITEM, ParagraphKind.QUOTE)
        and len(following.text) > len(text)
        and (ends_sentence(following.text) or following.text.endswith(":"))
    )
