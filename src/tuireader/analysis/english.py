"""Whether a text is English at all: the pipeline and the lexicons know no other language."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from tuireader.analysis.lexicon import load_lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SAMPLE_WORDS = 2_000
"""Enough words to be sure; more would only cost time."""

_FEWEST_WORDS = 40
"""In a shorter text the share of function words says too little; another language must show."""

_FEWEST_FOREIGN = 2
"""Function words of other languages that a short text has: one may be part of a name."""

_FEWEST_LETTERS = 20
"""A script tells more than words do: that many letters that are not Latin are enough."""

_LAST_LATIN = "\u024f"

_ENGLISH_SHARE = 0.08
"""Share of function words that English prose exceeds.

News articles have 0.17 to 0.4; other European languages stay below 0.06, even those that share
a few short words with English.
"""


@cache
def _function_words(kind: str) -> frozenset[str]:
    return frozenset(load_lexicon("function_words")[kind].split())


def _count(words: Iterable[str], kind: str) -> int:
    known = _function_words(kind)
    return sum(word.casefold() in known for word in words)


def _latin_letters(word: str) -> int:
    return len(word) if word.isascii() else sum(letter <= _LAST_LATIN for letter in word)


def looks_english(texts: Iterable[str]) -> bool:
    """Tell whether paragraphs are English prose, by their function words.

    Args:
        texts: The paragraphs in order; only as many as needed are looked at.
    """
    words = list(islice((m[0] for text in texts for m in _WORD.finditer(text)), _SAMPLE_WORDS))
    letters = sum(map(len, words))
    latin = sum(map(_latin_letters, words))
    if letters >= _FEWEST_LETTERS and latin * 2 < letters:
        return False
    english = _count(words, "words")
    if len(words) >= _FEWEST_WORDS:
        return english >= _ENGLISH_SHARE * len(words)
    foreign = _count(words, "elsewhere")
    return foreign < _FEWEST_FOREIGN or foreign <= english
