"""Numbers in words and digits: "two hundred and five", "3.2 million", "a third", "dozens".

The grammar is small and exact. A list of pieces is read from left to right, and a piece joins a
number only where English lets it: "two hundred and five" is one number, "two hundred and three
hundred" are two. No piece is read more than a fixed number of times.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuireader.analysis.figures.atoms import ABBREVIATED, Atom, AtomKind, find_atoms, piece
from tuireader.analysis.figures.cardinals import grow
from tuireader.analysis.figures.numbers import Form, Number
from tuireader.analysis.figures.tails import following_scale, gives_ten, read_rank, read_tail

_SHARE_FOLLOWS = re.compile(
    r"\s+(?:of|to|from|in|is|are|were|was|have|has|had|the|this|that|as|less|more|fewer|smaller|"
    r"larger|higher|lower|bigger|said|say|by|on|at|each|his|her|their|its|an?|every|all|over|during|"
    r"since|when|while|would|will|could|can|may|might|do|does|did|never|still|now|already|between|"
    r"within|through|per|off|too|who|which|last year|or (?:more|so|less)|need|live|leave|want|"
    r"believe|think|die|died|fail|failed|go|went|come|came|remain|remained|know|knew|got|lost)\b"
    r"|\s*(?:[.,;:)!?”\"—–]|$)",
    re.IGNORECASE,
)
_HALF_FOLLOWS = re.compile(
    r"\s+(?:of|the|its|their|his|her|an?|as|this|that|those|these|and|were|are|is|our|my|your)\b"
    r"|\s+\w+s\b",
    re.IGNORECASE,
)
_BOUND_BEFORE = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower|better)[ ]than|nearly|almost|about|over|under|"
    r"roughly|around|by|at least|at most|up to|only|perhaps|maybe|barely|approximately)[ ]$",
    re.IGNORECASE,
)
_HALF_AN = re.compile(r"[ ]an?[ ][a-z]")
_HALF_NAMED = re.compile(r"[- ]?(?:time|term|year|past|way|back|centur|marathon|brother|sister)")
_NOT_HALF = re.compile(
    r"\b(?:in|first|second|other|latter|former|last|this|better|time|one)[ -]$", re.IGNORECASE
)
_HALF_REACH = 18
"""How many characters in front of "half" and "a third" are looked at."""


def find_numbers(text: str) -> Iterator[Number]:
    """Find the numbers of a text, in order and without overlaps."""
    atoms = list(find_atoms(text))
    index = 0
    while index < len(atoms):
        number, index = _read_number(text, atoms, index)
        if number is not None:
            yield number


def _read_number(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read the number that begins at an atom; return it and the index after it."""
    atom = atoms[index]
    if atom.kind in (AtomKind.RANK, AtomKind.ORDINAL):
        return Number(atom.start, atom.end, atom.value, Form.ORDINAL), index + 1
    if atom.kind is AtomKind.SHARE:
        return _read_share(atoms, index)
    if atom.kind is AtomKind.PLURAL:
        return _read_plural(atoms, index)
    if atom.kind is AtomKind.PART:
        return _read_lone_part(text, atoms, index)
    if atom.kind is AtomKind.ARTICLE:
        return _read_after_article(text, atoms, index)
    if atom.kind in (AtomKind.AND, AtomKind.POINT, AtomKind.OF):
        return None, index + 1
    return _read_cardinal(text, atoms, index)


def _read_share(atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    atom, scale, end, after = atoms[index], 1.0, atoms[index].end, index + 1
    scale, end, after = following_scale(atoms, after, end)
    form = Form.FRACTION if scale == 1 else Form.DIGITS
    return Number(atom.start, end, atom.value * scale, form, scale, letter=atom.letter), after


def _read_plural(atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    first = atoms[index]
    value, end, after = first.value, first.end, index + 1
    while piece(atoms, after, AtomKind.OF) is not None:
        power = piece(atoms, after + 1, AtomKind.PLURAL)
        if power is None:
            break
        value, end, after = value * power.value, power.end, after + 2
    if first.value in (10, 20) and after == index + 1:
        return None, after
    return Number(first.start, end, value, Form.PLURAL, high=value * 10), after


def _read_lone_part(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read "half", "half a million", "quarter million", and "third" as an ordinal."""
    atom = atoms[index]
    if atom.plural:
        return None, index + 1
    if atom.value not in (2, 4):
        return Number(atom.start, atom.end, atom.value, Form.ORDINAL), index + 1
    scale, end, after = following_scale(atoms, index + 1, atom.end)
    if scale > 1:
        return Number(atom.start, end, scale / atom.value, Form.WORDS, scale), after
    if atom.value == 2 and _is_half(text, atom):
        return Number(atom.start, atom.end, 0.5, Form.FRACTION), index + 1
    return None, index + 1


def _is_half(text: str, atom: Atom) -> bool:
    """Whether "half" is a share and no part of a game or a name."""
    window = max(0, atom.start - _HALF_REACH)
    if _HALF_AN.match(text, atom.end):
        return True
    if _NOT_HALF.search(text, window, atom.start):
        return False
    if _HALF_NAMED.match(text, atom.end):
        return False
    bounded = _BOUND_BEFORE.search(text, window, atom.start)
    return bool(bounded or _HALF_FOLLOWS.match(text, atom.end))


def _read_after_article(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read "a hundred", "a third", "a quarter of a million", "a dozen"."""
    article = atoms[index]
    head = piece(atoms, index + 1, AtomKind.PART, AtomKind.GROUP, AtomKind.SCALE)
    if head is None or head.plural:
        return None, index + 1
    if head.kind is not AtomKind.PART:
        number, after = _read_cardinal(text, atoms, index + 1, after_article=True)
        return (None if number is None else replace(number, start=article.start)), after
    scale, end, after = following_scale(atoms, index + 2, head.end)
    if scale > 1:
        return Number(article.start, end, scale / head.value, Form.WORDS, scale), after
    window = max(0, article.start - _HALF_REACH)
    bounded = _BOUND_BEFORE.search(text, window, article.start)
    if head.value == 2 or bounded or _SHARE_FOLLOWS.match(text, head.end):
        return Number(article.start, head.end, 1 / head.value, Form.FRACTION), index + 2
    return None, index + 1


def _read_cardinal(
    text: str, atoms: Sequence[Atom], index: int, *, after_article: bool = False
) -> tuple[Number | None, int]:
    """Read a number that begins with a cardinal, with all that belongs to it."""
    first = atoms[index]
    cardinal, at = grow(atoms, index)
    if gives_ten(atoms, index, at):
        cardinal, at = grow(atoms[index : at - 1], 0)[0], at - 1
    alone = at == index + 1 and not after_article and _is_lone_power(text, first)
    if at == index or alone or text[first.start : first.end].lower() in ABBREVIATED:
        return None, max(at, index + 1)
    last, value, scale = atoms[at - 1], cardinal.value, cardinal.top_scale
    form = Form.DIGITS if first.kind is AtomKind.DIGITS else Form.WORDS
    if last.letter:
        return Number(first.start, last.end, value, form, scale, letter=last.letter), at
    rank = read_rank(atoms, at, value)
    if rank is not None:
        return Number(first.start, atoms[at].end, rank, Form.ORDINAL), at + 1
    tail = read_tail(atoms, at, cardinal, form)
    if tail is not None:
        return Number(first.start, tail.end, tail.value, tail.form, scale * tail.scale), tail.at
    return Number(first.start, last.end, value, form, scale), at


def _is_lone_power(text: str, atom: Atom) -> bool:
    """Whether "hundred" or "million" stands alone; "million-dollar" may."""
    power = atom.kind is AtomKind.SCALE or (atom.kind is AtomKind.GROUP and atom.value == 100)
    return power and text[atom.end : atom.end + 1] not in ("-", "‑")
