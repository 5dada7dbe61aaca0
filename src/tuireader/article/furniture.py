"""Page furniture: short paragraphs that belong to the page and not to the article.

The tables hold what news sites print between the paragraphs. Every pattern has to fit a whole
paragraph, so that prose which begins with the same words ("Advertisement spending rose") is safe.
"""

import re
from collections import defaultdict
from functools import cache

from tuireader.article.furniture_table import (
    ADDRESS,
    BY_FIRST_WORD,
    BY_SIGN,
    CAPTION,
    COUNTER,
    HASHTAGS,
    OPENERS,
    PHRASES,
    REPORTING,
)

LONGEST_FURNITURE = 420
"""Characters; a longer paragraph is never furniture. Captions with their credit come close."""

_LONGEST_PHRASE = max(map(len, PHRASES))

_CLOSING = " \t:.…»›>→▶▼▸↓|,;-–—"


def _by_word(table: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """List the patterns under each word that they can begin with."""
    patterns: dict[str, list[str]] = defaultdict(list)
    for words, expressions in table.items():
        for word in words.split():
            patterns[word] += [f"(?i){expression}" for expression in expressions]
    return dict(patterns)


_compiled = cache(re.compile)


_PATTERNS = _by_word(BY_FIRST_WORD)
_FIRST_WORD = re.compile(r"[^\w©]*(©|[\w'’-]+)")


def is_furniture(text: str) -> bool:
    """Tell whether a whole paragraph is page furniture.

    Args:
        text: The paragraph, white space folded.
    """
    if len(text) > LONGEST_FURNITURE:
        return False
    lowered = text.lower()
    if "’" in lowered:
        lowered = lowered.replace("’", "'")
    bare = lowered.strip(_CLOSING)
    if len(bare) <= _LONGEST_PHRASE and (bare in PHRASES or lowered in PHRASES):
        return True
    if not bare[:1].isalnum() and not any(map(str.isalnum, bare)):
        return True
    return _fits_first_word(text, bare) or _fits_sign(text, lowered) or _is_small_print(text, bare)


def opens_link_list(text: str) -> bool:
    """Tell whether a list of links to other articles is likely to follow ("Related stories")."""
    return len(text) < 60 and text.lower().replace("’", "'").strip(_CLOSING) in OPENERS


def _fits_first_word(text: str, bare: str) -> bool:
    """Try the patterns that begin with the paragraph's first word."""
    first = _FIRST_WORD.match(text)
    patterns = _PATTERNS.get(first[1].lower()) if first else None
    if not patterns:
        return False
    if _compiled(CAPTION).fullmatch(text):
        return True
    if _compiled(REPORTING).search(text):
        return False
    forms = (text,) if len(bare) == len(text) else (text, bare)
    return any(_compiled(pattern).fullmatch(form) for pattern in patterns for form in forms)


def _fits_sign(text: str, lowered: str) -> bool:
    """Try the patterns that are known by something in their midst."""
    for sign, reach, pattern in BY_SIGN:
        if sign in lowered[-reach:] and _compiled(pattern).fullmatch(text):
            return True
    return False


def _is_small_print(text: str, bare: str) -> bool:
    """Tell counters ("12 comments", "4 min read"), lone addresses and hashtags."""
    if text[0].isdigit() and _compiled(COUNTER).fullmatch(bare):
        return True
    if text[0] == "#":
        return _compiled(HASHTAGS).fullmatch(text) is not None
    return " " not in text and _compiled(ADDRESS).fullmatch(text) is not None
