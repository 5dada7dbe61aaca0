"""Surnames that an article misspells once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tuireader.analysis.language import ParsedParagraph

_SHORTEST = 5
"""How many letters a surname needs to be known in spite of a wrong one."""
_LONGEST = 30


class Misspelt:
    """Finds the surname that a word is meant to be: one letter is wrong, missing or too many.

    The first letter must be right, and "Moors" is no slip for "Moor" but the whole family. A word
    that the article has more than once is another name.

    Args:
        parsed: All analysed paragraphs, in order.
    """

    def __init__(self, parsed: Sequence[ParsedParagraph]) -> None:
        self._parsed = parsed
        self._counts: Counter[str] = Counter()
        self._by_rest: dict[str, set[str]] = {}

    def learn(self, surname: str) -> None:
        """Remember a surname, in lower case, of somebody named in full."""
        for rest in _rests(surname):
            self._by_rest.setdefault(rest, set()).add(surname)

    def meant(self, word: str) -> str | None:
        """Return the one surname, in lower case, that a word as written may stand for."""
        written = word.lower()
        near = {s for rest in _rests(written) for s in self._by_rest.get(rest, ())}
        fitting = [s for s in near if s[0] == written[0] and written not in (s, s + "s")]
        if len(fitting) != 1 or self._uses(word) != 1:
            return None
        return fitting[0]

    def _uses(self, word: str) -> int:
        if not self._counts:
            self._counts.update(t.text for part in self._parsed for t in part.tokens)
        return self._counts[word]


def _rests(word: str) -> Iterator[str]:
    """Yield a word and what is left of it without one letter: words a letter apart share one."""
    if _SHORTEST <= len(word) <= _LONGEST:
        yield word
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]
