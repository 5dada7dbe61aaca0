"""HTML to bare paragraphs, in one pass whose time grows only with the length of the page.

For pages in which no main text can be told from the rest, and for HTML inside Markdown.
"""

import re
from html import unescape

_SKIPPED = re.compile(
    r"(script|style|noscript|template|svg|head|nav|iframe|select|button|textarea|math|object)\b"
)
_BREAKING = re.compile(
    r"/?(?:p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|section|article|header|footer|aside|main"
    r"|blockquote|pre|figure|figcaption|form|title|body|html|nav|address|details|summary)\b"
)
_CELL = re.compile(r"/?t[dh]\b")
_TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
_LONG_REFERENCE = re.compile(r"&#([0-9]{8,})")


def strip_tags(page: str) -> list[str]:
    """Return the paragraphs of text in a page, without scripts, menus and tags."""
    lowered = page.lower()
    # Lower-casing can change the length of a few characters; offsets must fit both.
    if len(lowered) != len(page):
        lowered = page
    parts: list[str] = []
    unclosed: set[str] = set()  # to look for their ends again and again takes the square of time
    position = 0
    while match := _TAG_START.search(page, position):
        parts.append(page[position : match.start()])
        inside, position = _tag_end(page, match.end())
        tag = lowered[match.end() : inside]
        if skipped := _SKIPPED.match(tag):
            if skipped[1] not in unclosed:
                end = _element_end(lowered, position, skipped[1])
                if end == position:
                    unclosed.add(skipped[1])
                position = end
            parts.append("\n")
        elif _BREAKING.match(tag):
            parts.append("\n")
        elif _CELL.match(tag):
            parts.append(" ")
    parts.append(page[position:])
    lines = _unescaped("".join(_flat(part) for part in parts)).split("\n")
    return [folded for line in lines if (folded := " ".join(line.split()))]


def _flat(part: str) -> str:
    """Fold the white space of the source, in which only tags end a paragraph."""
    return part if part == "\n" else part.replace("\n", " ")


def _tag_end(page: str, start: int) -> tuple[int, int]:
    """Return where the inside of a tag or comment ends, and where the text after it begins."""
    mark = "-->" if page.startswith("!--", start) else ">"
    end = page.find(mark, start)
    return (len(page), len(page)) if end < 0 else (end, end + len(mark))


def _element_end(lowered: str, start: int, name: str) -> int:
    """Return where the text after an element begins whose content is skipped."""
    end = lowered.find(f"</{name}", start)
    if end < 0:
        # An unclosed head or menu would swallow the article; an unclosed script runs to the end.
        return len(lowered) if name in ("script", "style", "svg", "template") else start
    close = lowered.find(">", end)
    return len(lowered) if close < 0 else close + 1


def page_title(page: str) -> str | None:
    """Return what stands in the title element of a page."""
    start = page.find("<title")
    inside = page.find(">", start) + 1 if start >= 0 else 0
    end = page.find("<", inside) if inside else -1
    return " ".join(_unescaped(page[inside:end]).split())[:300] or None if end > 0 else None


def _unescaped(text: str) -> str:
    """Write characters in place of the references to them; any number of digits is read."""
    return unescape(_LONG_REFERENCE.sub(_shortened, text))


def _shortened(reference: re.Match[str]) -> str:
    """Shorten a number that Python would refuse to read; no character has one of 8 digits."""
    return f"&#{reference[1].lstrip('0')[:8] or '0'}"
