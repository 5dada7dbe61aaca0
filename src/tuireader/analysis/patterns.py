"""Parts of regular expressions that many words share."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Write a pattern for any of some words, of which the first that fits is taken.

    `re` tries all alternatives at each place of a text that it searches, and without regard to
    case it does so slowly. Parted by their first letter, most places are passed at one look.

    Args:
        words: The words as written in a text, in the order in which they are tried.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    firsts = "".join(re.escape(first) for first in rests)
    branches = "|".join(f"{re.escape(f)}(?:{'|'.join(rest)})" for f, rest in rests.items())
    return f"(?=[{firsts}])(?:{branches})"
