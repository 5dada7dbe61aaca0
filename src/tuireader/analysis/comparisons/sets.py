"""Counted sets: which words may stand for the same people or things in one article."""

from functools import cache

from tuireader.analysis.lexicon import load_lexicon

ANYONE = "people"
"""What a bare number of people counts."""


@cache
def _numbers() -> dict[str, int]:
    """Return the number of the set of each word."""
    lexicon = load_lexicon("counted_sets")
    sets = [lexicon["anyone"], *lexicon["persons"], *lexicon["things"]]
    return {word: number for number, words in enumerate(sets) for word in words}


def same_set(first: str, second: str) -> bool:
    """Tell whether two nouns may stand for the same.

    Args:
        first: A lemma in lower case.
        second: Another one.
    """
    numbers = _numbers()
    return first == second or (first in numbers and numbers[first] == numbers.get(second))


def is_wider(first: str, second: str) -> bool:
    """Tell whether a noun stands for people of any sort, the other for some sort of them.

    Args:
        first: A lemma in lower case.
        second: Another one.
    """
    if _numbers().get(first) != 0:
        return False
    number = _numbers().get(second)
    persons = len(load_lexicon("counted_sets")["persons"])
    return number is not None and 1 <= number <= persons


def is_collective(word: str) -> bool:
    """Tell whether a word may stand for the body that an article is about ("the company").

    Args:
        word: A lemma in lower case.
    """
    return word in load_lexicon("counted_sets")["collectives"]
