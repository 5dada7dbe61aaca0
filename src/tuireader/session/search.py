"""Search the article's text: smart case, plain words or a regular expression."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from math import prod
from operator import itemgetter
from typing import TYPE_CHECKING

from tuireader.article.model import Span
from tuireader.session.stretches import Stretches

if TYPE_CHECKING:
    import regex

MOST_HITS = 50_000
MOST_CHARACTERS = 1_000
"""How long a pattern may be."""

_MOST_REPEATS = 10_000
"""What counts in a pattern may come to together: each repeat is compiled on its own."""

_START, _END = itemgetter(0), itemgetter(1)

_LEAST_TIMES = re.compile(r"\{(\d+)[^}]*\}")

TIME_LIMIT = 0.3
"""Seconds that a pattern with repeats may take; one that backtracks without end is given up.

A single word has none, and finds its thousands of hits in half the time unwatched.
"""


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched and where it was found."""

    pattern: str
    """What the reader typed."""

    regex: bool
    """Whether it is a regular expression."""

    hits: Stretches = field(default_factory=Stretches)
    """Where it stands, in the order of the text."""

    current: int = 0
    """Which hit the reader is at."""

    error: str | None = None
    """Why there is no result, for a pattern that can't be used."""

    @property
    def hit(self) -> Span | None:
        """The hit that the reader is at."""
        return self.hits[self.current] if self.hits else None


def search(text: str, pattern: str, *, is_regex: bool, start: int = 0) -> Search:
    """Find all places of a pattern; the current one is the first at or after `start`.

    A pattern without capital letters finds capital letters too.

    Args:
        text: The article's text.
        pattern: Words, or a regular expression.
        is_regex: Whether it is a regular expression.
        start: Offset from which the reader looks.
    """
    if not pattern:
        return Search(pattern, is_regex)
    if len(pattern) > MOST_CHARACTERS or (is_regex and _repeats(pattern) > _MOST_REPEATS):
        return Search(pattern, is_regex, error="too long, make it shorter")
    import regex  # takes 15 ms, which the first paint needs

    flags = regex.MULTILINE | (0 if any(c.isupper() for c in pattern) else regex.IGNORECASE)
    try:
        # The library would keep five hundred patterns, and a reader's letters make as many.
        wanted = pattern if is_regex else _words(pattern)
        expression = regex.compile(wanted, flags, cache_pattern=False)
        limit = TIME_LIMIT if is_regex or " " in pattern else None
        hits = _stretches(expression.finditer(text, timeout=limit))
    except (regex.error, ValueError) as error:  # ValueError: flags that exclude one another
        return Search(pattern, is_regex, error=f"not a regular expression: {error}")
    except (TimeoutError, RecursionError, MemoryError, OverflowError):
        return Search(pattern, is_regex, error="takes too long, make it simpler")
    current = bisect_left(hits.starts, start)
    return Search(pattern, is_regex, hits, current if current < len(hits) else 0)


def _repeats(pattern: str) -> int:
    """Return how often the innermost part of a regular expression is repeated at least."""
    return prod(int(number[:9]) or 1 for number in _LEAST_TIMES.findall(pattern))


def _words(pattern: str) -> str:
    """Escape plain words; a straight quote mark or apostrophe finds the curly ones too."""
    escaped = re.escape(pattern)
    for plain, all_forms in (("'", "['‘’]"), ('"', '["“”]'), ("\\ ", r"\s+")):
        escaped = escaped.replace(plain, all_forms)
    return escaped


def _stretches(matches: "Iterable[regex.Match[str]]") -> Stretches:
    """Put matches into columns; to make a span of each would take as long as to find them."""
    spans = (match.span() for match in matches)
    found = list(islice((span for span in spans if span[0] < span[1]), MOST_HITS))
    return Stretches(map(_START, found), map(_END, found))
