"""A saved web page to a draft: main text, title, authors and date."""

import re
from typing import Any

from tuireader.article.blocks import MOST_BLOCKS, Block, Draft
from tuireader.article.dates import iso_date
from tuireader.article.formats.extractor import ExtractionError, Extractor
from tuireader.article.formats.plain_text import parse_plain_text
from tuireader.article.formats.tag_stripper import page_title, strip_tags
from tuireader.article.framing import frame
from tuireader.article.furniture import is_furniture
from tuireader.article.model import Inline, InlineStyle, ParagraphKind
from tuireader.article.sanitizing import count_signs, sanitize_counting

SECONDS = 4.0
"""Time for finding the main text of a page."""

_LARGEST = 12_000_000
"""Characters of a page, without the images in it, from which only its tags are stripped."""

_MOST_TAGS = 500_000
"""Tags of a page that are read."""

_MOST_TAGS_TO_SEARCH = 200_000
"""Tags of a page from which only they are stripped: the search would end without a result."""

_TAG = re.compile(r"<[a-zA-Z!/?]")
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80}(?:;[\w=-]{1,40}){0,4},[A-Za-z0-9+/=%._~-]{200,}")
_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,2})|[xX]0*([0-9a-fA-F]{1,2}))(?![0-9a-fA-F]);?")
_AUTHOR_JUNK = re.compile(
    r"https?:|www\.|@|\d|\b(?:facebook|twitter|share|email|admin|updated|published|posted|follow"
    r"|subscribe|comments?|newsletter|cookies?|unknown|none|null|undefined)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?:written|posted|story|words|text)\s+)?by:?\s+", re.IGNORECASE)
_LEAST = 300
"""Characters of main text below which it is compared with the text of the whole page."""

_EXTRACTOR = Extractor(SECONDS)


def parse_html(page: str) -> Draft:
    """Read a saved web page.

    Args:
        page: Its source, decoded.
    """
    if not _TAG.search(page):
        return parse_plain_text(page)
    # The parser refuses a whole page for one control character, written or referred to.
    page = _CONTROL_REFERENCE.sub(_referred_character, _EMBEDDED.sub("data:,", page))
    page, replaced = sanitize_counting(page)
    if (tags := page.count("<")) > _MOST_TAGS:
        note = f"The page has too many tags: you read it as far as its first {_MOST_TAGS:,}."
        page = "<".join(page.split("<", _MOST_TAGS)[:_MOST_TAGS])
        return _shown(_stripped(page, {}, note), replaced)
    warning = ""
    answer: dict[str, Any] = {}
    if len(page) > _LARGEST or tags > _MOST_TAGS_TO_SEARCH:
        warning = "The page is too large to find its main text, so all of its text is shown."
    else:
        try:
            answer = _EXTRACTOR.extract(page)
        except ExtractionError:
            warning = "Finding the main text took too long, so all text of the page is shown."
    blocks = [_block(item) for item in answer.get("blocks", ())]
    if warning or _misses_most(blocks, page):
        return _shown(_stripped(page, answer, warning), replaced)
    return _shown(_draft(blocks, answer), replaced)


def _referred_character(match: re.Match[str]) -> str:
    """Write a control character in place of a reference to it, for the sanitiser to find."""
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if code < 32 and code not in (9, 10, 13) else match.group()


def _shown(draft: Draft, replaced: int) -> Draft:
    """Frame a draft and count the replaced characters that are in it; others were in the markup."""
    framed = frame(draft, guess_title=True)
    signs = count_signs("".join(block.text for block in framed.blocks))
    return framed._replace(replaced=min(signs, replaced))


def _draft(blocks: list[Block], answer: dict[str, Any]) -> Draft:
    """Put together what was found."""
    title, author, date, site = answer.get("about", (None, None, None, None))
    return Draft(
        blocks,
        _without_site(title, site) if title else None,
        clean_authors(author) if author else None,
        iso_date(date) if date else None,
    )


def _stripped(page: str, answer: dict[str, Any], warning: str) -> Draft:
    """Show all text of a page."""
    note = "The main text could not be told from the rest, so all text of the page is shown."
    blocks = [Block(text) for text in strip_tags(page)[: MOST_BLOCKS + 1]]
    draft = _draft(blocks, answer)
    return draft._replace(title=draft.title or page_title(page), warnings=(warning or note,))


def _misses_most(blocks: list[Block], page: str) -> bool:
    """Whether so little was found that the article may be somewhere else in the page."""
    found = sum(len(block.text) for block in blocks)
    if found >= _LEAST:
        return False
    return found == 0 or found < 0.2 * sum(map(len, strip_tags(page)))


def _block(item: list[Any]) -> Block:
    """Read a block out of the answer."""
    text, kind, level, marker, inlines = item
    marks = tuple(Inline(start, end, InlineStyle(s), t) for start, end, s, t in inlines)
    return Block(text, ParagraphKind(kind), level, marker, marks)


def _without_site(title: str, site: str | None) -> str:
    """Take the name of the site from the end of a title."""
    title = " ".join(title.split())
    if site:
        shorter = re.sub(rf"\s*[|•·»–—-]+\s*(?:The )?{re.escape(site)}\s*$", "", title, flags=re.I)
        return shorter or title
    return title


def clean_authors(written: str) -> str | None:
    """Clean the list of authors that a page declares.

    Args:
        written: Names with semicolons between them.
    """
    names: dict[str, str] = {}
    for part in re.split(r"[;|]", written[:1000]):
        name = _BY.sub("", " ".join(part.split()), count=1).strip(" ,.")
        if name and len(name) <= 80 and not _AUTHOR_JUNK.search(name) and not is_furniture(name):
            names.setdefault(name.casefold(), name)
    return ", ".join(names.values()) or None
