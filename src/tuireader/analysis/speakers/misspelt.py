"""Surnames that an article misspells once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tuireader.analysis.language import ParsedParagraph

_SHORTEST = 5
"""How many letters a surname needs to be known in spite of a wrong one."""
_LONG = 8
"""How many it needs to be known in spite of two."""
_SLIPS = 2
"""How many letters may be wrong in a long surname."""
_LONGEST = 30
_MOST_ALIKE = 64
"""How many long surnames with the same first letter are compared."""


class Misspelt:
    """Finds the surname that a word is meant to be: one letter is wrong, missing or too many.

    In long surnames it may be two letters. The first letter must be right, and "Moors" is no slip
    for "Moor" but the whole family. A word that the article has more than once is another name.

    Args:
        parsed: All analysed paragraphs, in order.
    """

    def __init__(self, parsed: Sequence[ParsedParagraph]) -> None:
        self._parsed = parsed
        self._counts: Counter[str] = Counter()
        self._by_rest: dict[str, set[str]] = {}
        self._long: dict[str, set[str]] = {}

    def learn(self, surname: str) -> None:
        """Remember a surname, in lower case, of somebody named in full."""
        for rest in _rests(surname):
            self._by_rest.setdefault(rest, set()).add(surname)
        if _LONG <= len(surname) <= _LONGEST:
            self._long.setdefault(surname[0], set()).add(surname)

    def meant(self, word: str) -> str | None:
        """Return the one surname, in lower case, that a word as written may stand for."""
        written = word.lower()
        near = {s for rest in _rests(written) for s in self._by_rest.get(rest, ())}
        fitting = [s for s in near if s[0] == written[0] and written not in (s, s + "s")]
        fitting = fitting or self._two_letters_off(written)
        if len(fitting) != 1 or self._uses(word) != 1:
            return None
        return fitting[0]

    def _two_letters_off(self, written: str) -> list[str]:
        """Return the long surnames that are two letters away: "Richardson" is not "Richards"."""
        alike = self._long.get(written[:1], set())
        if not _LONG <= len(written) <= _LONGEST or len(alike) > _MOST_ALIKE:
            return []
        return [
            s
            for s in alike
            if not (s.startswith(written) or written.startswith(s))
            and _distance(s, written) <= _SLIPS
        ]

    def _uses(self, word: str) -> int:
        if not self._counts:
            self._counts.update(word for part in self._parsed for word in part.words)
        return self._counts[word]


def _rests(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one letter: words a letter apart share one."""
    if _SHORTEST <= len(word) <= _LONGEST:
        yield word
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]


def _distance(one: str, other: str) -> int:
    """Count the letters that are wrong, missing or too many."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(above + (letter != wanted), row[j] + 1, row[j - 1] + 1)
    return row[-1]
