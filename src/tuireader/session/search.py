"""Search the article's text: smart case, plain words or a regular expression."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tuireader.article.model import Span

if TYPE_CHECKING:
    import regex

MOST_HITS = 50_000
TIME_LIMIT = 0.3
"""Seconds that a regular expression may take; one that backtracks without end is given up."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched and where it was found."""

    pattern: str
    """What the reader typed."""

    regex: bool
    """Whether it is a regular expression."""

    hits: tuple[Span, ...] = ()
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
    import regex  # takes 15 ms, which the first paint needs

    flags = regex.MULTILINE | (0 if any(c.isupper() for c in pattern) else regex.IGNORECASE)
    try:
        expression = regex.compile(pattern if is_regex else _words(pattern), flags)
        hits = _spans(expression.finditer(text, timeout=TIME_LIMIT))
    except regex.error as error:
        return Search(pattern, is_regex, error=f"not a regular expression: {error}")
    except TimeoutError:
        return Search(pattern, is_regex, error="takes too long, make it simpler")
    current = bisect_left(hits, Span(start, start))
    return Search(pattern, is_regex, hits, current if current < len(hits) else 0)


def _words(pattern: str) -> str:
    """Escape plain words; a straight quote mark or apostrophe finds the curly ones too."""
    escaped = re.escape(pattern)
    for plain, all_forms in (("'", "['‘’]"), ('"', '["“”]'), ("\\ ", r"\s+")):
        escaped = escaped.replace(plain, all_forms)
    return escaped


def _spans(matches: "Iterable[regex.Match[str]]") -> tuple[Span, ...]:
    found = (Span(*match.span()) for match in matches if match.end() > match.start())
    return tuple(islice(found, MOST_HITS))
