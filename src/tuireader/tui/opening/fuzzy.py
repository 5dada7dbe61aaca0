"""Finding a file by a few letters of its name or its title."""

from typing import NamedTuple

_SUBSTRING, _SCATTERED = 100.0, 40.0
_WORD_START, _LATE, _GAP = 25.0, 0.2, 2.0


class Match(NamedTuple):
    """That a text answers a query."""

    score: float
    """How well; higher is better."""

    positions: tuple[int, ...]
    """Indices of the letters that were matched, in rising order."""


def match(query: str, name: str, title: str = "") -> Match | None:
    """Look for all words of a query in a name and a title.

    A word is found as it stands in either, or as letters in the right order in the name; letters
    scattered over a whole title would match nearly anything. Capital letters do not count. The
    time is linear in the length of the texts.

    Args:
        query: Words with blanks between them.
        name: The name of the file.
        title: Its headline, as far as it is known.

    Returns:
        The match, with positions in `name + " " + title`; None if a word is missing.
    """
    text = f"{name} {title}"
    folded = _fold(text)
    score = 0.0
    positions: set[int] = set()
    for word in _fold(query).split():
        found = _substring(word, folded) or _scattered(word, folded, len(name))
        if found is None:
            return None
        score += found.score
        positions |= set(found.positions)
    return Match(score - _LATE * len(name), tuple(sorted(positions)))


def _fold(text: str) -> str:
    """Make small letters, one for one, so that positions stay true."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _substring(word: str, text: str) -> Match | None:
    """Find the word as it stands, at the start of a word if there is such a place."""
    first = start = text.find(word)
    if first < 0:
        return None
    while start > 0 and text[start - 1].isalnum():
        start = text.find(word, start + 1)
    bonus = _WORD_START if start >= 0 else 0.0
    start = start if start >= 0 else first
    return Match(_SUBSTRING + bonus - _LATE * start, tuple(range(start, start + len(word))))


def _scattered(word: str, text: str, limit: int) -> Match | None:
    """Find the letters of the word in their order, as close together as their end allows."""
    end = 0
    for letter in word:
        end = text.find(letter, end, limit) + 1
        if not end:
            return None
    backwards = []
    for letter in reversed(word):
        end = text.rfind(letter, 0, end)
        backwards.append(end)
    gaps = backwards[0] - backwards[-1] + 1 - len(word)
    score = _SCATTERED - _GAP * gaps - _LATE * backwards[-1]
    return Match(score, tuple(reversed(backwards)))
