"""The lines of a plain text to its paragraphs.

Plain texts come in shapes: blank lines between paragraphs whose lines are wrapped, one paragraph a
line, first lines indented, transcripts, lists, tables. A paragraph has no mark of its own, so the
length of the lines, how they end and how the next one begins must tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import dedent

from tuireader.article.blocks import Block
from tuireader.article.bylines import ends_sentence
from tuireader.article.model import ParagraphKind

_WRAPPED_SHARE = 0.3
"""Share of lines beginning in lower case from which lines are taken to be wrapped prose."""

_SHORT = 0.75
"""Share of the width below which a line ends because its paragraph does."""

_ITEM = re.compile(
    r"(?P<sign>[•◦▪‣·●○■□*+-])\s+(?=\S)|(?P<number>\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)"
)
_ITEM_STARTS = frozenset("•◦▪‣·●○■□*+-(0123456789abcdefghij")
_DASH = re.compile(r"([–—])\s+(?=\w)")
_LABEL = re.compile(
    r"(?:[A-Z][A-Z.'’& -]{1,40}(?:\([^()]{1,40}\))?|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|Q|A):\s"
)
_COLUMNS = re.compile(r"\S(?: {3,}| *\t\s*)\S")
_RULE = re.compile(r"([=~_*+#-])\1{2,}\s*$")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "through", "but"})
_QUOTED_LINE = re.compile(r"\s{0,3}>+ ?")


def cut_paragraphs(text: str) -> Iterator[Block]:
    """Cut a plain text into paragraphs, list items, block quotations and tables.

    Args:
        text: The whole text, its lines ended by newline characters.
    """
    for lines in _groups(text):
        if len(lines) == 1:
            yield _block(lines, _fold(lines[0]))
        else:
            yield from _cut_group(lines)


def mark_dashed_items(blocks: list[Block]) -> list[Block]:
    """Take lines that begin with a dash for items where several stand together."""
    dashes = [
        m[1] if block.text[:1] in "–—" and (m := _DASH.match(block.text)) else ""
        for block in blocks
    ]
    if not any(dashes):
        return blocks
    return [
        Block(block.text[1:].lstrip(), ParagraphKind.ITEM, 1, dash)
        if dash and dash in (dashes[index - 1 : index] + dashes[index + 1 : index + 2])
        else block
        for index, (block, dash) in enumerate(zip(blocks, dashes, strict=True))
    ]


def _groups(text: str) -> Iterator[list[str]]:
    """Gather the lines that no blank line parts."""
    lines = text.split("\n")
    spaced = _is_double_spaced(lines)
    group: list[str] = []
    blanks = 0
    for line in lines:
        if not line or line.isspace():
            blanks += 1
            continue
        if blanks > spaced and group:
            yield group
            group = []
        group.append(line)
        blanks = 0
    if group:
        yield group


def _is_double_spaced(lines: Sequence[str]) -> bool:
    """Whether blank lines part the wrapped lines themselves and not only the paragraphs."""
    sample = [line.strip() for line in lines[:400]]
    if len(sample) < 8 or any(one and two for one, two in pairwise(sample)):
        return False
    filled = [line for line in sample if line]
    lower = sum(line[0].islower() for line in filled)
    return len(filled) >= 5 and lower >= _WRAPPED_SHARE * len(filled)


def _cut_group(lines: list[str]) -> Iterator[Block]:
    """Cut the lines between two blank ones."""
    if all(_QUOTED_LINE.match(line) for line in lines):
        bare = [_QUOTED_LINE.sub("", line, count=1) for line in lines]
        yield Block(_join(bare), ParagraphKind.QUOTE, 1)
        return
    if _is_table(lines):
        yield Block(_preformatted(lines), ParagraphKind.CODE)
        return
    if _RULE.match(lines[1]) and not _RULE.match(lines[0]):
        yield Block(" ".join(lines[0].split()), ParagraphKind.HEADING, 2)
        lines = lines[2:]
    for part in _parts(lines):
        yield _block(part, _join(part))


def _is_table(lines: Sequence[str]) -> bool:
    """Whether most lines have the gaps of columns."""
    columns = sum(_COLUMNS.search(line) is not None for line in lines)
    return columns >= 2 and columns >= 0.6 * len(lines)


def _preformatted(lines: Sequence[str]) -> str:
    """Keep the columns of a table."""
    return dedent("\n".join(line.expandtabs(8).rstrip() for line in lines))


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """Part lines that stand together into paragraphs."""
    if not lines:
        return
    wrapped = _is_wrapped(lines)
    width = max(len(line.strip()) for line in lines)
    listed = _ITEM.match(lines[0].strip()) is not None
    part = [lines[0]]
    for line in lines[1:]:
        begins = _begins_wrapped if wrapped else _begins_unwrapped
        if begins(line, part[-1], width, listed):
            yield part
            part = []
        part.append(line)
    yield part


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines are broken by width and not by paragraph."""
    lower = sum(line.lstrip()[:1].islower() for line in lines[1:])
    if lower >= _WRAPPED_SHARE * (len(lines) - 1):
        return True
    width = max(map(len, lines))
    full = sum(
        not ends_sentence(one.rstrip()) and _fills(one, two, width, 0.9) and len(one) > 40
        for one, two in pairwise(lines)
    )
    return full > 0.6 * (len(lines) - 1)


def _fills(line: str, following: str, width: int, share: float) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = following.split(maxsplit=1)[0]
    return len(line.strip()) + 1 + len(word) > share * width


def _begins_wrapped(line: str, before: str, width: int, listed: bool) -> bool:
    """Whether a line begins a paragraph although no blank line stands before it."""
    text, above = line.strip(), before.strip()
    ended = ends_sentence(above) or above.endswith(":")
    if _ITEM.match(text) and (ended or listed):
        return True
    if text[0].islower():
        return False
    if not _fills(above, text, width, _SHORT):
        return True
    if not ended:
        return False
    return _LABEL.match(text) is not None or (not listed and _indent(line) >= _indent(before) + 2)


def _begins_unwrapped(line: str, before: str, width: int, listed: bool) -> bool:
    """Whether a line begins a paragraph among lines that are paragraphs of their own."""
    return not line.strip()[0].islower() or ends_sentence(before.rstrip())


def _indent(line: str) -> int:
    """Return how far a line is indented, in columns."""
    expanded = line.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())


def _block(lines: Sequence[str], text: str) -> Block:
    """Make one paragraph or list item of its lines and the text that they make together."""
    match = _ITEM.match(text) if text[:1] in _ITEM_STARTS else None
    if match and any(char.isalnum() for char in text[match.end() : match.end() + 80]):
        marker = match["number"] or "•"
        level = 1 + min(_indent(lines[0]) // 4, 5)
        return Block(text[match.end() :], ParagraphKind.ITEM, level, marker)
    return Block(text)


def _join(lines: Sequence[str]) -> str:
    """Join wrapped lines; a hyphen at the end of a line stays, without a space after it."""
    joined = [lines[0].strip()]
    for line in lines[1:]:
        text = line.strip()
        glued = (
            _HYPHEN_END.search(joined[-1])
            and text[:1].islower()
            and text.split(maxsplit=1)[0] not in _SUSPENDED
        )
        joined.append(text if glued else f" {text}")
    return _fold("".join(joined))


def _fold(text: str) -> str:
    """Make one space of all white space between two words."""
    if "  " in text or not text.isprintable():
        return " ".join(text.split())
    return text.strip()
