"""Figures told in two pieces: "two hours and 55 minutes", "six foot one", "5 m, give or take 2"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.ranges import join_pairs
from tuireader.analysis.figures.units import unit_table
from tuireader.analysis.model import Bound, FigureKind

_PIECES = re.compile(r"[ ](?:and[ ])?")
_AND = re.compile(r"[ ]and[ ]")
_HALF = re.compile(r"(?:a|three)[ -]\w+(?![ ]of[ ](?:the|them|its|his|her|their|those)\b)")
_FOOT = re.compile(r"[ -](?:foot|ft)")
_NO_NOUN_BEHIND = re.compile(
    r"\s*(?:[.,;:!?)”\"]|$)|[ ](?:and|or|tall|high|deep|long|wide|in|at|when|with|but|to|who|if)\b"
)
_OR_MINUS = r"(?:\b(?:plus or minus|give or take)[ ]|\+/-[ ]?|±[ ]?)"
_MARGIN = re.compile(rf",?[ ]\(?{_OR_MINUS}", re.IGNORECASE)
_MARGIN_OPENS = re.compile(rf"{_OR_MINUS}$", re.IGNORECASE)
_MEASURED = frozenset({FigureKind.MEASURE, FigureKind.DURATION})


def join_compounds(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join the pieces of one measure, and what it is given or taken, from left to right."""
    opened = [_without_sign(text, quantity) for quantity in quantities]
    return join_pairs(text, join_pairs(text, opened, _join), _with_margin)


def _without_sign(text: str, quantity: Quantity) -> Quantity:
    """Read "plus or minus four" as four; the "minus" is no sign there."""
    opens = _MARGIN_OPENS.search(text, max(0, quantity.core[0] - 16), quantity.core[0])
    if opens is None or quantity.low is None or quantity.high is None:
        return quantity
    low, high = sorted((abs(quantity.low), abs(quantity.high)))
    return replace(
        quantity, start=quantity.core[0], low=low, high=high, change=None, span_start=opens.start()
    )


def _join(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if not (_is_plain(first) and _is_plain(second)):
        return None
    gap = text[first.end : second.start]
    if len(gap) > 6 or first.kind not in _MEASURED:
        return None
    added = _part(text, gap, first, second)
    if added is None or first.low is None:
        return None
    total = first.low + added
    return replace(first, end=second.end, low=total, high=total, hyphen=second.hyphen)


def _is_plain(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.low == quantity.high and quantity.low >= 0


def _part(text: str, gap: str, first: Quantity, second: Quantity) -> float | None:
    """Return what the second piece adds, in the unit of the first; None where it is no piece."""
    value = second.low or 0.0
    if second.bare:
        if second.form is Form.FRACTION:
            added = _AND.fullmatch(gap) and _HALF.match(text, second.start)
            return value if added else None
        inches = gap == " " and _FOOT.search(text, first.end - 5, first.end) is not None
        fits = inches and value in range(1, 12) and first.unit == "foot"
        return value / 12 if fits and _NO_NOUN_BEHIND.match(text, second.end) else None
    ratio = _ratio(first.unit, second.unit)
    if ratio is None or ratio >= 1 or not _PIECES.fullmatch(gap) or first.hyphen:
        return None
    return value * ratio if value * ratio < 1 else None


def _ratio(unit: str | None, part: str | None) -> float | None:
    """Return how much of a unit another one is, where people combine the two."""
    if unit is None or part is None:
        return None
    for sizes in unit_table().compounds:
        if unit in sizes and part in sizes:
            return sizes[part] / sizes[unit]
    return None


def _with_margin(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Read "32 minutes, give or take two" as an interval."""
    gap = text[first.end : second.start]
    if len(gap) > 18 or not _MARGIN.fullmatch(gap) or not (_is_plain(first) and _is_plain(second)):
        return None
    if first.bare and first.kind is FigureKind.COUNT:
        first = replace(first, unit=second.unit, kind=second.kind)
    ratio = 1.0 if second.bare or second.unit == first.unit else _ratio(first.unit, second.unit)
    if ratio is None or first.low is None or second.low is None or FigureKind.AGE is first.kind:
        return None
    margin = second.low * ratio
    return replace(
        first,
        end=second.end,
        low=round(first.low - margin, 9),
        high=round(first.low + margin, 9),
        bound=Bound.RANGE,
        approximate=True,
    )
