"""The words of a person's name: hyphens, particles and nicknames in quote marks."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}")
_COUNTRIES = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "U.S.A.", "D.C."})
_OPENING = frozenset("\"“‘'(") | {"``"}
_CLOSING = frozenset("\"”’')") | {"''"}
_MARKS = "\"“”‘’'()`"
_NICKNAME = 3
"""How many tokens a nickname and its marks are."""
_NAMING = frozenset({"NNP", "NNPS", "FW"})
"""Tags that a particle of a name may have."""


def glued(doc: "Doc", i: int) -> bool:
    """Tell whether no space parts a token from the ones beside it."""
    return 0 < i < len(doc) - 1 and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def without_marks(word: str) -> str:
    """Return a word of a name without the marks around a nickname: "Red" for “Red”."""
    return word.strip(_MARKS)


def is_name_word(word: str) -> bool:
    """Tell whether a word may be one of a name: it has a capital and no digit."""
    return (
        word[:1].isupper() and any(c.isalpha() for c in word) and not any(c.isdigit() for c in word)
    )


def is_initials(word: str) -> bool:
    """Tell the initials of given names: "J.K."."""
    if word[-1:] != ".":
        return False
    return _INITIALS.fullmatch(word) is not None and word not in _COUNTRIES


def widened(doc: "Doc", first: int, last: int, particles: frozenset[str]) -> tuple[int, int]:
    """Widen a name over what the pipeline cut off: "de la" before it, "-Lowe" behind it.

    Args:
        doc: The paragraph.
        first: First token of the name.
        last: Last token of it.
        particles: Small words of names.
    """
    first, last = _with_hyphens(doc, first, last)
    while first and doc[first - 1].lower_ in particles and doc[first - 1].tag_ in _NAMING:
        first -= 1
    if last + 1 < len(doc) and _opens_nickname(doc, last + 1):
        if doc[last + 4 :] and _continues(doc, last + 4):
            last += 4
    elif first > _NICKNAME and _opens_nickname(doc, first - 3) and _continues(doc, first - 4):
        first -= 4
        while first and (is_initials(doc[first].text) and _continues(doc, first - 1)):
            first -= 1  # "Robert C. “Bobby” Stone"
    return first, last


def narrowed(doc: "Doc", first: int, last: int, particles: frozenset[str]) -> int:
    """Return the last token of the name that starts at `first`: no small word, no foreign mark."""
    while last > first and not (is_name_word(doc[last].text) or _is_hyphen_tail(doc, last)):
        last -= 1
    at = first
    while at <= last:
        if at > first and at + _NICKNAME <= last and _opens_nickname(doc, at):
            at += _NICKNAME
        elif _is_part(doc, at, particles):
            at += 1
        else:
            break
    return at - 1


def words_between(doc: "Doc", first: int, last: int) -> list[str]:
    """Return the words of a name: those with a hyphen in one piece, nicknames with their marks."""
    words: list[str] = []
    opened = ""
    for i in range(first, last + 1):
        text = doc[i].text
        if i + 2 <= last and _opens_nickname(doc, i):
            opened = text
        elif opened and text in _CLOSING:
            words[-1] += text
            opened = ""
        elif opened:
            words.append(opened + text)
        elif words and (text == "-" or (doc[i - 1].text == "-" and glued(doc, i - 1))):
            words[-1] += text.rstrip("’'")
        elif (word := text.rstrip("’'")) and word != "-":
            words.append(word)
    return [_without_possessive(word) for word in words]


def _with_hyphens(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    """Widen a name over the other parts of its hyphenated words: "Jian-Yang", "Brandt-Lowe"."""
    while first >= 2 and doc[first - 1].text == "-" and glued(doc, first - 1):
        if not is_name_word(doc[first - 2].text):
            break
        first -= 2
    while last + 2 < len(doc) and doc[last + 1].text == "-" and glued(doc, last + 1):
        if not is_name_word(doc[last + 2].text):
            break
        last += 2
    return first, last


def _opens_nickname(doc: "Doc", i: int) -> bool:
    """Tell whether a mark, one capitalised word and another mark follow: Tom “Red” Ely."""
    if i + 2 >= len(doc) or doc[i].text not in _OPENING or doc[i + 2].text not in _CLOSING:
        return False
    return is_name_word(doc[i + 1].text) and not doc[i + 1].text.isupper()


def _continues(doc: "Doc", i: int) -> bool:
    """Tell whether a token beside a nickname belongs to the same name."""
    return doc[i].pos_ == "PROPN" and is_name_word(doc[i].text)


def _is_part(doc: "Doc", i: int, particles: frozenset[str]) -> bool:
    word = doc[i].text
    return is_name_word(word) or word.lower() in particles or word == "-" or _is_hyphen_tail(doc, i)


def _is_hyphen_tail(doc: "Doc", i: int) -> bool:
    """Tell the small second half of a given name: "Jong-un"; not "Moor-led"."""
    if i < 2 or doc[i - 1].text != "-" or not glued(doc, i - 1) or not doc[i].text.isalpha():
        return False
    named = doc[i].ent_type_ == "PERSON" and doc[i].tag_ in _NAMING
    return named and is_name_word(doc[i - 2].text)


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word
