"""The main text of a web page, found by trafilatura; runs in the process of `extraction`."""

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from tuireader.article.bylines import ends_sentence
from tuireader.article.formats.html_tree import tree_blocks
from tuireader.article.formats.tag_stripper import strip_tags

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY_CLASS = re.compile(
    r"(?:article|story|post|entry|news)[\w-]{0,12}(?:body|text|content|chunk|copy|section)"
    r"|body[\w-]{0,6}(?:text|copy|container|content|paragraph)",
    re.IGNORECASE,
)
_OTHER_CLASS = re.compile(r"comment|teaser|related|promo|sidebar|reply|forum", re.IGNORECASE)
_PROSE = 80
"""Characters from which a paragraph element holds prose."""

_NEAR = 3
"""Levels up to which the parts of an article have an ancestor in common."""

_LEAST = 300
"""Characters of main text below which a less strict search is tried."""

_SHARE = 0.2
"""Share of the prose of the page below which the main text is too little to be trusted."""

_GAIN = 1.5
"""How much longer the text of a less strict search has to be to be worth its impurities."""

_LOSS = 1.03
"""How much longer the text is without links where reading them has cost some of it."""


def find_main_text(page: str) -> dict[str, Any]:
    """Find the main text of a page and what the page says of itself.

    Args:
        page: Its source, decoded.

    Returns:
        Blocks as tuples under "blocks"; title, authors, date and site under "about"; empty if
        there is no main text.
    """
    found = _extract(page, links=True)
    plain = _extract(page, links=False)
    if plain is not None and (found is None or _length(plain) > _LOSS * _length(found)):
        found = plain
    if found is None or _length(found) < max(_LEAST, _SHARE * _prose_length(page)):
        loose = _extract(page, links=True, strict=False)
        if loose is not None and (found is None or _length(loose) > _GAIN * _length(found)):
            found = loose
    if found is None:
        return {}
    about = (found.title, found.author, found.date, found.sitename)
    return {"blocks": tree_blocks(found.body), "about": about}


def _extract(page: str, *, links: bool, strict: bool = True) -> Any:
    """Run trafilatura once; None if it finds nothing."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(page)
    if tree is None:
        return None
    _join_split_bodies(tree)
    found = bare_extraction(
        tree,
        favor_precision=strict,
        include_comments=False,
        include_formatting=True,
        include_links=links,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return found if getattr(found, "body", None) is not None else None


def _length(found: Any) -> int:
    """Return how much text was found."""
    return sum(map(len, found.body.itertext()))


def _prose_length(page: str) -> int:
    """Return how many characters of the page stand in paragraphs that read like prose."""
    return sum(len(p) for p in strip_tags(page) if len(p) >= _PROSE and ends_sentence(p))


def _join_split_bodies(tree: "Element") -> None:
    """Put an article together that is cut into several elements with advertisements between.

    The extractor takes the best element only, and the article would end at the first cut.
    """
    firsts: dict[str, Element] = {}
    for part in list(tree.iter("div", "section")):
        name = part.get("class") or ""
        if not _BODY_CLASS.search(name) or _is_beside(part) or not _holds_prose(part):
            continue
        first = firsts.setdefault(name, part)
        if first is part or not _are_near(first, part):
            continue
        for element in list(part):
            first.append(element)


def _are_near(one: "Element", other: "Element") -> bool:
    """Whether two elements have an ancestor in common near, and neither is in the other."""
    above_one = list(islice(one.iterancestors(), _NEAR))
    above_other = list(islice(other.iterancestors(), _NEAR))
    if one in above_other or other in above_one:
        return False
    return any(ancestor in above_other for ancestor in above_one)


def _is_beside(element: "Element") -> bool:
    """Whether an element belongs to comments, teasers or the like."""
    around = (element, *islice(element.iterancestors(), _NEAR))
    return any(_OTHER_CLASS.search(e.get("class") or "") for e in around)


def _holds_prose(element: "Element") -> bool:
    """Whether an element has paragraphs of prose directly in it, or one level deeper."""
    paragraphs = [*element.iterchildren("p"), *(p for e in element for p in e.iterchildren("p"))]
    return any(sum(map(len, p.itertext())) >= _PROSE for p in paragraphs)
