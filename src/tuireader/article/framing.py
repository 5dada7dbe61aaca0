"""What all formats share: find the title, byline and furniture among the blocks of a draft."""

from collections.abc import Sequence
from time import thread_time

from tuireader.article.blocks import Block, Draft, first_part
from tuireader.article.bylines import (
    BylineReading,
    ends_sentence,
    is_headline,
    is_name,
    is_role,
    read_byline,
)
from tuireader.article.furniture import LONGEST_FURNITURE, is_furniture, opens_link_list
from tuireader.article.model import InlineStyle, ParagraphKind

_HEAD = 12
"""How many blocks can stand above the first paragraph of prose."""

_LINKS = 15
"""How many links to other articles a list of them has at most."""

_FURNITURE_SECONDS = 1.5
"""Processor time from which on no more furniture is looked for; a long book takes a tenth of it."""

_PROSE = 60
"""Characters from which a paragraph that ends a sentence is prose for certain."""

_SURE_HEADING = 16
"""Characters from which a heading that begins like the title of the page is that title."""

_LONGEST_BOLD = 80
"""Characters up to which a bold line is a heading."""

_MARKABLE = frozenset(
    {ParagraphKind.TEXT, ParagraphKind.ITEM, ParagraphKind.QUOTE, ParagraphKind.HEADING}
)


def frame(draft: Draft, *, guess_title: bool = False) -> Draft:
    """Mark furniture, title and byline; paragraphs beyond `MOST_BLOCKS` are left out.

    Args:
        draft: The blocks and what the file itself says of title, byline and date.
        guess_title: Whether a first line that reads like a headline is the title, where the file
            names none and has no heading.
    """
    draft = first_part(draft)
    blocks = _mark_furniture(draft.blocks)
    title = " ".join((draft.title or "").split())
    blocks, title = _mark_title(blocks, title, guess_title)
    head, reading = _read_head(blocks)
    return draft._replace(
        blocks=_mark_bold_headings(_mark_credits(head)),
        title=title or None,
        byline=draft.byline or reading.author,
        published=draft.published or reading.published,
    )


def _mark_furniture(blocks: list[Block]) -> list[Block]:
    """Give furniture its kind, with the lists of links that it heads."""
    deadline = thread_time() + _FURNITURE_SECONDS
    marked = [
        block._replace(kind=ParagraphKind.FURNITURE, level=0)
        if len(block.text) <= LONGEST_FURNITURE
        and block.kind in _MARKABLE
        and thread_time() < deadline
        and is_furniture(block.text)
        else block
        for block in blocks
    ]
    for index, block in enumerate(marked):
        if block.kind is ParagraphKind.FURNITURE and opens_link_list(block.text):
            _mark_links(marked, index + 1)
    return marked


def _mark_links(blocks: list[Block], start: int) -> None:
    """Mark the links to other articles that follow a heading such as "Related stories"."""
    end = start
    while end < len(blocks) and end - start < _LINKS and _can_be_link(blocks[end]):
        end += 1
    items = start
    while items < end and blocks[items].kind is ParagraphKind.ITEM:
        items += 1
    # Short lines before more prose may be a heading; only a list, or the end, is certain.
    stop = end if end == len(blocks) else items
    for index in range(start, stop):
        blocks[index] = blocks[index]._replace(kind=ParagraphKind.FURNITURE, level=0)


def _can_be_link(block: Block) -> bool:
    """Whether a block is as short as the headline of another article."""
    return (
        block.kind in _MARKABLE | {ParagraphKind.FURNITURE}
        and len(block.text) <= 140
        and not ends_sentence(block.text)
    )


def _mark_title(blocks: list[Block], title: str, guess: bool) -> tuple[list[Block], str]:
    """Find the title among the first blocks, or put it in front of them."""
    if not title:
        index = _first_heading(blocks)
        if index is None and guess:
            index = _guessed_title(blocks)
        if index is None:
            return blocks, ""
        return _with_title(_mark_kickers(blocks, index), index), blocks[index].text
    for index, block in enumerate(blocks[:_HEAD]):
        if _is_title(block, title):
            return _with_title(blocks, index), block.text
    return [Block(title, ParagraphKind.TITLE), *blocks], title


def _mark_kickers(blocks: list[Block], title: int) -> list[Block]:
    """Set apart the name of the section that stands above the title."""
    above = [
        block._replace(kind=ParagraphKind.FURNITURE)
        if block.kind in _MARKABLE and _is_kicker(block.text)
        else block
        for block in blocks[:title]
    ]
    return above + blocks[title:]


def _with_title(blocks: list[Block], index: int) -> list[Block]:
    """Make a block the title; the same words once more near it are furniture."""
    title = blocks[index]
    marked = [
        block._replace(kind=ParagraphKind.FURNITURE, level=0)
        if block.kind is not ParagraphKind.CODE and _same_words(block.text, title.text)
        else block
        for block in blocks[:_HEAD]
    ]
    marked += blocks[_HEAD:]
    marked[index] = title._replace(kind=ParagraphKind.TITLE, level=0, marker="")
    return marked


def _is_title(block: Block, title: str) -> bool:
    """Whether a block is the title that the file names, which may have the site's name after it."""
    if block.kind is ParagraphKind.CODE:
        return False
    if block.kind is ParagraphKind.HEADING and len(block.text) >= _SURE_HEADING:
        heading, named = _letters(block.text), _letters(title)
        if heading and named and (named.startswith(heading) or heading.startswith(named)):
            return True
    return _same_words(block.text, title)


def _same_words(one: str, other: str) -> bool:
    """Compare two titles by their letters and numbers only."""
    if abs(len(one) - len(other)) > 12:
        return False
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    """Return the letters and digits of a title, in lower case."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _first_heading(blocks: Sequence[Block]) -> int | None:
    """Return the first heading, if it stands above the prose or is of the first level."""
    for index, block in enumerate(blocks[:_HEAD]):
        if block.kind is ParagraphKind.HEADING:
            return index
        if _is_prose(block):
            break
    for index, block in enumerate(blocks):
        if block.kind is ParagraphKind.HEADING and block.level == 1:
            return index
    return None


def _guessed_title(blocks: Sequence[Block]) -> int | None:
    """Return the first line that reads like a headline, if something follows that it can head."""
    candidates = [
        index
        for index, block in enumerate(blocks[:_HEAD])
        if block.kind is not ParagraphKind.FURNITURE and read_byline(block.text) is None
    ]
    if len(candidates) < 2:
        return None
    first, second = candidates[:2]
    if not _is_titular(blocks[first]):
        return None
    if _is_kicker(blocks[first].text) and _is_titular(blocks[second]) and len(candidates) > 2:
        return second
    return first


def _is_titular(block: Block) -> bool:
    """Whether a block can be the headline of a plain text."""
    return block.kind in (ParagraphKind.TEXT, ParagraphKind.HEADING) and is_headline(block.text)


def _is_kicker(text: str) -> bool:
    """Whether a line is the name of a section that stands above the headline."""
    return len(text.split()) <= 2 and (text.isupper() or text.istitle()) and len(text) <= 24


def _is_prose(block: Block) -> bool:
    """Whether a block is certainly the article's own prose."""
    return (
        block.kind in (ParagraphKind.TEXT, ParagraphKind.QUOTE, ParagraphKind.ITEM)
        and len(block.text) >= _PROSE
        and ends_sentence(block.text)
        and read_byline(block.text) is None
    )


def _read_head(blocks: list[Block]) -> tuple[list[Block], BylineReading]:
    """Mark the bylines above the prose, or below its first paragraph, which may be a standfirst."""
    blocks = list(blocks)
    author: str | None = None
    dates: list[BylineReading] = []
    prose = [index for index, block in enumerate(blocks[:_HEAD]) if _is_prose(block)]
    end = prose[1] if len(prose) > 1 else _HEAD
    for index, block in enumerate(blocks[:end]):
        if block.kind not in _MARKABLE:
            continue
        reading = read_byline(block.text)
        if reading is None and _stands_by_byline(blocks, index):
            reading = BylineReading(block.text if is_name(block.text) else None)
        if reading is not None:
            blocks[index] = block._replace(kind=ParagraphKind.BYLINE, level=0)
            author = author or reading.author
            dates += [reading] if reading.published else []
    printed = min(dates, key=lambda reading: reading.update, default=BylineReading())
    return blocks, BylineReading(author, printed.published)


def _stands_by_byline(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is the name above a date, or the role below a name."""
    text = blocks[index].text
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if before is not None and before.kind is ParagraphKind.BYLINE:
        return is_role(text) or (2 <= len(text.split()) <= 4 and is_name(text))
    return (
        before is not None
        and before.kind is ParagraphKind.TITLE
        and after is not None
        and 2 <= len(text.split()) <= 6
        and is_name(text)
        and (read_byline(after.text) is not None or is_role(after.text))
    )


def _mark_credits(blocks: list[Block]) -> list[Block]:
    """Mark the credits below the article ("Reporting by …; editing by …")."""
    blocks = list(blocks)
    for index in range(max(len(blocks) - _HEAD, 0), len(blocks)):
        block = blocks[index]
        if block.kind in _MARKABLE and _is_end_line(block.text):
            blocks[index] = block._replace(kind=ParagraphKind.BYLINE, level=0)
    return blocks


def _mark_bold_headings(blocks: list[Block]) -> list[Block]:
    """Mark short paragraphs that are bold from end to end: headings made by hand."""
    if not any(block.inlines for block in blocks):
        return blocks
    return [
        block._replace(kind=ParagraphKind.HEADING, level=3) if _is_bold_heading(block) else block
        for block in blocks
    ]


def _is_bold_heading(block: Block) -> bool:
    """Whether a paragraph is a bold line that is no sentence."""
    return (
        block.kind is ParagraphKind.TEXT
        and len(block.text) <= _LONGEST_BOLD
        and not ends_sentence(block.text)
        and any(
            inline.style is InlineStyle.STRONG and inline.end - inline.start == len(block.text)
            for inline in block.inlines
        )
    )


def _is_end_line(text: str) -> bool:
    """Whether a line at the end is a byline or a date."""
    return len(text) < 500 and not text[:1].isdigit() and read_byline(text) is not None
