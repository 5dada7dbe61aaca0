"""The pieces that numbers are made of: one pass of one pattern over a paragraph's text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tuireader.analysis.figures.numerals import GLYPHS, NUMERAL, is_share, read_numeral
from tuireader.analysis.patterns import one_of


class AtomKind(StrEnum):
    """What a piece may do in a number."""

    DIGITS = "digits"
    SHARE = "share"
    """3/4, ½"""
    RANK = "rank"
    """22nd"""
    ONE = "one"
    """zero to nineteen"""
    TEN = "ten"
    """twenty to ninety"""
    GROUP = "group"
    """hundred, dozen"""
    SCALE = "scale"
    """thousand and up, lakh, crore, bn"""
    PART = "part"
    """half, third(s), quarter(s); may be an ordinal"""
    ORDINAL = "ordinal"
    """first, second"""
    PLURAL = "plural"
    """dozens, thousands"""
    ARTICLE = "article"
    """"a" in front of a group, scale or part"""
    AND = "and"
    POINT = "point"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece."""

    kind: AtomKind
    """What it may do in a number."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character, the letter included."""

    value: float
    """What it stands for; the denominator of a part."""

    letter: str = ""
    """A letter behind digits that may be a power or a unit."""

    joined: bool = False
    """Whether only a space, a hyphen or a comma parts it from the piece before."""

    mark: str = ""
    """The hyphen or comma that does so, if any."""

    plural: bool = False
    """Whether a part is written in the plural ("thirds")."""


ONES = {
    word: float(i)
    for i, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"nought": 0.0, "naught": 0.0}
TENS = {
    word: 10.0 * (i + 2)
    for i, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
SCALES = {
    "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6, "mil": 1e6,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12,
    "tln": 1e12, "trn": 1e12, "quadrillion": 1e15,
}  # fmt: skip
GROUPS = {"hundred": 100.0, "dozen": 12.0, "doz": 12.0, "dozs": 12.0, "dz": 12.0, "dzs": 12.0}
PLURALS = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3,
    "lakhs": 1e5, "millions": 1e6, "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_RANKS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
    "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
PARTS = {"half": 2.0, "quarter": 4.0} | {word: float(value) for word, value in _RANKS.items()}
PART_PLURALS = {"halves": 2.0, "quarters": 4.0} | {w + "s": float(v) for w, v in _RANKS.items()}
ORDINALS = {"first": 1.0, "second": 2.0}
ABBREVIATED = frozenset(
    {"mln", "mn", "mil", "bn", "bln", "tn", "tln", "trn", "lac", "doz", "dozs", "dz", "dzs"}
)
"""Scales that need digits in front of them."""

_KINDS: dict[str, tuple[AtomKind, float, bool]] = {
    **{w: (AtomKind.ONE, v, False) for w, v in ONES.items()},
    **{w: (AtomKind.TEN, v, False) for w, v in TENS.items()},
    **{w: (AtomKind.SCALE, v, False) for w, v in SCALES.items()},
    **{w: (AtomKind.GROUP, v, False) for w, v in GROUPS.items()},
    **{w: (AtomKind.PLURAL, v, False) for w, v in PLURALS.items()},
    **{w: (AtomKind.PART, v, False) for w, v in PARTS.items()},
    **{w: (AtomKind.PART, v, True) for w, v in PART_PLURALS.items()},
    **{w: (AtomKind.ORDINAL, v, False) for w, v in ORDINALS.items()},
    "a": (AtomKind.ARTICLE, 1.0, False),
    "an": (AtomKind.ARTICLE, 1.0, False),
    "and": (AtomKind.AND, 0.0, False),
    "&": (AtomKind.AND, 0.0, False),
    "point": (AtomKind.POINT, 0.0, False),
    "of": (AtomKind.OF, 0.0, False),
}
_NUMBER_WORDS = sorted(
    (w for w, (kind, _, _) in _KINDS.items() if kind not in ("article", "and", "point", "of")),
    key=len,
    reverse=True,
)
_AFTER_ARTICLE = one_of([*GROUPS, *SCALES, *PARTS, "twenty", "one"])
_JOIN = r"(?:[ \u00a0]{1,3}|[ \u00a0]?[-‑][ \u00a0]?)"
_ANY_WORD = one_of(_NUMBER_WORDS)
_ATOM = re.compile(
    rf"""(?=[a-z&])(?<![A-Za-z_'’])(?:
        (?P<word>{_ANY_WORD})
      | (?P<article>an?)(?={_JOIN}(?:{_AFTER_ARTICLE})\b)
      | (?=[&aop])(?P<link>and|&|point|of)(?={_JOIN}(?:an?\b|\d|{_ANY_WORD}))
    )(?:(?![A-Za-z_])|(?=fold\b))
    | (?=\d)(?P<rank>(?<![\d.,])\d{{1,4}}(?:st|nd|rd|th)(?![A-Za-z]))
    | (?=[\d.{GLYPHS}])(?<!\d)(?<!\d\.)(?P<numeral>{NUMERAL})
      (?P<letter>(?-i:[ ](?:MM|[kMB])(?![\w/^²³])|(?:MM|[kKMBmbtTG])(?![\w/^²³])))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GAP = re.compile(r"(?:[ \u00a0]{1,3}|[ \u00a0]?[-‑][ \u00a0]?|,[ ])?")


def find_atoms(text: str) -> Iterator[Atom]:
    """Find the pieces of numbers in a text, in order."""
    before = -1
    for match in _ATOM.finditer(text):
        start, end = match.span()
        gap = text[before:start] if before >= 0 and start - before <= 4 else None
        joined = gap is not None and _GAP.fullmatch(gap) is not None
        mark = gap.strip() if joined and gap else ""
        atom = _read_atom(match, joined, mark)
        if atom is not None:
            yield atom
        before = end


def _read_atom(match: re.Match[str], joined: bool, mark: str) -> Atom | None:
    start, end = match.span()
    word = match["word"] or match["article"] or match["link"]
    if word:
        kind, value, plural = _KINDS[word.lower()]
        return Atom(kind, start, end, value, joined=joined, mark=mark, plural=plural)
    if match["rank"]:
        return Atom(AtomKind.RANK, start, end, float(match["rank"][:-2]), joined=joined)
    value_read = read_numeral(match)
    if value_read is None:
        return None
    kind = AtomKind.SHARE if is_share(match) else AtomKind.DIGITS
    letter = (match["letter"] or "").strip()
    return Atom(kind, start, end, value_read, letter=letter, joined=joined, mark=mark)


def piece(atoms: Sequence[Atom], at: int, *kinds: AtomKind) -> Atom | None:
    """Return the atom at an index if it goes on with the one before and is of one of the kinds."""
    if at >= len(atoms) or not atoms[at].joined or atoms[at].kind not in kinds:
        return None
    return atoms[at]
