"""Phrases that bound a figure: "more than", "a little bit more than", "or more", "-odd"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Bound, FigureKind

_MAX_WORDS = 7
_LOOK_BACK = 60
_WORDS = re.compile(r"[^\s-]+")
_LINK = re.compile(r"\s*[-‑]?\s*")
_FILLERS = frozenset({"a", "just", "only", "another"})
_SYMBOLS = re.compile(r"(?P<sign>[<>]\s?=?|[~≈∼≥≤])\s*$")
_ESTIMATED = re.compile(r"\bestimate[sd]?[ ](?:to be|at|of)[ ](?:\w+[ ]){0,2}$", re.IGNORECASE)
_ONE_OF = re.compile(r"one of\b", re.IGNORECASE)
_MOVED_UP = re.compile(
    r"\b(?:back|go|goes|going|gone|went|moved?|moving|cr[eo]ep\w*|crept|inch\w*)[ ]$", re.IGNORECASE
)
_LASTING = re.compile(
    r"\b(?:for|in|after|of|within|to|by|took|takes?|taking|last(?:s|ed|ing)?|spent|spends?|"
    r"waited|is|was|just|well)[ ]$",
    re.IGNORECASE,
)
_AGO = re.compile(r"[ ](?:ago|later|old|earlier|before)\b")


@dataclass(frozen=True, slots=True)
class BoundTable:
    """The phrases of the lexicon."""

    before: Mapping[str, Bound]
    """Those in front of a number."""

    after: Mapping[str, Bound]
    """Those behind it."""

    after_pattern: re.Pattern[str]
    """Matches the longest of those behind it."""

    approximate: frozenset[str]
    """Those that call the number inexact."""


@cache
def bound_table() -> BoundTable:
    """Read the lexicon of bounds."""
    lexicon = load_lexicon("bounds")
    before = {p: Bound(bound) for bound, phrases in lexicon["before"].items() for p in phrases}
    after = {p: Bound(bound) for bound, phrases in lexicon["after"].items() for p in phrases}
    longest_first = sorted(after, key=len, reverse=True)
    forms = "|".join(re.escape(p) + (r"\b" if p[-1].isalpha() else "") for p in longest_first)
    gap = r"(?:\s?[-‑]?|(?=\+)|,[ ](?=or[ ](?!about)|more[ ]or|give[ ]or))"
    pattern = re.compile(rf"{gap}({forms})(?!/|\s?\d)", re.IGNORECASE)
    return BoundTable(before, after, pattern, frozenset(lexicon["approximate"]))


def read_bounds(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with the bound that stands before or behind it, if any."""
    if quantity.kind is FigureKind.ORDINAL:
        return quantity
    quantity = _read_before(text, quantity)
    return _read_after(text, quantity)


def _read_before(text: str, quantity: Quantity) -> Quantity:
    table = bound_table()
    window = text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
    offset = quantity.start - len(window)
    if sign := _SYMBOLS.search(window):
        written = sign["sign"].replace(" ", "")
        bound = table.before.get(written, Bound.ABOUT)
        return _bounded(quantity, bound, offset + sign.start(), bound is Bound.ABOUT)
    words = list(_WORDS.finditer(window))[-_MAX_WORDS:]
    while words and words[-1][0].lower() in _FILLERS and len(words) > 1:
        phrase = _longest(table.before, words)
        if phrase is not None:
            break
        words.pop()
    if not words or (
        not _LINK.fullmatch(window, words[-1].end()) and not _only_fillers(window, words)
    ):
        return quantity
    phrase = _longest(table.before, words)
    if phrase is None:
        estimated = _ESTIMATED.search(window) is not None
        return replace(quantity, approximate=True) if estimated else quantity
    start, written = phrase
    if _is_preposition(text, quantity, written, offset + start):
        return quantity
    vague = written in table.approximate
    return _bounded(quantity, table.before[written], offset + start, vague)


def _is_preposition(text: str, quantity: Quantity, written: str, start: int) -> bool:
    """Whether "over" tells a time and "about" a topic: "fell over ten years", "about one of".

    "Up to" may tell what was reached: "went back up to 5".
    """
    if written == "up to":
        return _MOVED_UP.search(text, max(0, start - 12), start) is not None
    if written == "about":
        return _ONE_OF.match(text, quantity.start) is not None
    if written != "over" or quantity.kind is not FigureKind.DURATION:
        return False
    lasting = _LASTING.search(text, max(0, start - 20), start)
    return lasting is None and _AGO.match(text, quantity.end) is None


def _only_fillers(window: str, words: list[re.Match[str]]) -> bool:
    rest = window[words[-1].end() :].lower().split()
    return all(word in _FILLERS for word in rest)


def _longest(table: Mapping[str, Bound], words: list[re.Match[str]]) -> tuple[int, str] | None:
    for count in range(min(len(words), _MAX_WORDS), 0, -1):
        phrase = " ".join(word[0].lower() for word in words[-count:])
        bare = phrase.lstrip("“”\"'‘(")
        if bare in table:
            return words[-count].start() + len(phrase) - len(bare), bare
    return None


def _bounded(quantity: Quantity, bound: Bound, start: int, vague: bool) -> Quantity:
    if quantity.bound is Bound.RANGE:
        return replace(quantity, approximate=quantity.approximate or vague, span_start=start)
    low, high = quantity.low, quantity.high
    if bound is Bound.MORE:
        high = None
    elif bound is Bound.LESS:
        low = None
    approximate = quantity.approximate or vague
    return replace(
        quantity, bound=bound, low=low, high=high, approximate=approximate, span_start=start
    )


def _read_after(text: str, quantity: Quantity) -> Quantity:
    if quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return quantity
    table = bound_table()
    match = table.after_pattern.match(text, quantity.end)
    if match is None:
        return quantity
    bound = table.after[match[1].lower()]
    bounded = _bounded(quantity, bound, quantity.span_start, bound is Bound.ABOUT)
    return replace(bounded, span_end=match.end())
