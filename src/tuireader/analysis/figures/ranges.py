"""Two numbers that are one figure: "5 to 10", "between 44 mg and 50 mg", "from 240 to 273"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.model import Bound, Change, FigureKind

_TO = re.compile(r"\s?(?:[-‑–—~∼]|[-‑ ]{0,2}(?:to|through|up to|thru)[-‑ ]{0,2})\s?", re.IGNORECASE)
_OR = re.compile(r"[ ]or[ ]", re.IGNORECASE)
_AND = re.compile(r"[ ]and[ ]", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:between|anywhere from)[ ](?:an estimated |about |around )?$", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom[ ](?:an estimated |about |around |roughly |nearly )?$", re.IGNORECASE)
_FAR_TO = re.compile(r"[^,;:()]{0,45}[ ]to[ ](?:about |around |just |nearly )?")
_SHARED = re.compile(r"-?,?[ ](?:and|or|to)?[ ]?|-?[ ](?:and|or|to)[ ]|-?,[ ]?")
_BOTH = re.compile(r",?[ ](?:and|but)[ ]|,[ ]", re.IGNORECASE)
_LOOK_BACK = 30
_LONGEST_GAP = 60

Join = Callable[[str, Quantity, Quantity], Quantity | None]
"""What makes one quantity of two neighbours, if it can."""


def join_ranges(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join neighbours that are the two ends of one figure, and let neighbours share a unit."""
    return _with_levels(text, join_pairs(text, _share_units(text, quantities), _join))


def join_bounded(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join "more than 100" and "fewer than 300" where both bound the same figure."""
    return join_pairs(text, quantities, _between_bounds)


def join_pairs(text: str, quantities: Sequence[Quantity], join: Join) -> list[Quantity]:
    """Replace neighbours by what `join` makes of them, from left to right."""
    joined: list[Quantity] = []
    for quantity in quantities:
        both = join(text, joined[-1], quantity) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(quantity)
    return joined


def _between_bounds(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if {first.bound, second.bound} != {Bound.MORE, Bound.LESS} or first.unit != second.unit:
        return None
    gap = text[first.full_end : second.full_start]
    if len(gap) > 8 or not _BOTH.fullmatch(gap):
        return None
    low = first.low if first.bound is Bound.MORE else second.low
    high = first.high if first.bound is Bound.LESS else second.high
    if low is None or high is None or low >= high:
        return None
    return replace(
        first, end=second.end, span_end=second.span_end, low=low, high=high, bound=Bound.RANGE
    )


def _is_level(text: str, change: Quantity, level: Quantity) -> bool:
    """Whether "points" carry over to the level reached ("lost 30 points to 2,950")."""
    if change.unit != "point" or not level.bare or level.kind is not FigureKind.COUNT:
        return False
    return text[change.end : level.start].strip() == "to"


def _share_units(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Give "7- or 8-inch" and "45 and 50 mg" the unit of the last."""
    result: list[Quantity] = []
    following: Quantity | None = None
    for quantity in reversed(quantities):
        if following is not None and _shares_unit(text, quantity, following):
            quantity = replace(
                quantity, unit=following.unit, kind=following.kind, hyphen=following.hyphen
            )
        result.append(quantity)
        following = quantity
    result.reverse()
    return result


def _with_levels(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give the level that a move of some points led to the same unit."""
    result = quantities[:1]
    for before, quantity in pairwise(quantities):
        if _is_level(text, before, quantity):
            quantity = replace(quantity, unit="point", kind=FigureKind.MEASURE)
        result.append(quantity)
    return result


def _shares_unit(text: str, quantity: Quantity, following: Quantity) -> bool:
    if not quantity.bare or following.bare or quantity.kind is not FigureKind.COUNT:
        return False
    gap = text[quantity.end : following.start]
    if len(gap) > 8 or not _SHARED.fullmatch(gap):
        return False
    hanging = gap.startswith("-")
    return hanging or (following.kind is not FigureKind.MONEY and "," not in gap)


def _join(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if FigureKind.ORDINAL in (first.kind, second.kind) or not _is_single(first, second):
        return None
    gap = text[first.end : second.start]
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    source = _FROM.search(before) is not None
    if len(gap) > _LONGEST_GAP or not _is_range_gap(gap, before, source, first, second):
        return None
    first, second = _level(first, second)
    if first.unit != second.unit or first.low is None or second.high is None:
        return None
    moved = Change.UP if second.high > first.low else Change.DOWN
    between = _BETWEEN.search(before) or (_FROM.search(before) if source else None)
    return replace(
        first,
        end=second.end,
        low=min(first.low, second.high),
        high=max(first.low, second.high),
        kind=second.kind if first.bare else first.kind,
        bound=Bound.RANGE,
        approximate=first.approximate or second.approximate,
        change=moved if source else None,
        hyphen=second.hyphen,
        span_start=first.start - len(before) + between.start() if between else first.span_start,
    )


def _is_single(first: Quantity, second: Quantity) -> bool:
    return (
        first.bound is Bound.EXACT
        and second.bound is Bound.EXACT
        and (first.form is Form.FRACTION) is (second.form is Form.FRACTION)
    )


def _is_range_gap(gap: str, before: str, source: bool, first: Quantity, second: Quantity) -> bool:
    bare_end = not first.bare and second.bare and first.kind is not FigureKind.MONEY
    if _TO.fullmatch(gap):
        return source or not (bare_end or _is_result(gap, first, second))
    if _AND.fullmatch(gap):
        return _BETWEEN.search(before) is not None
    if _OR.fullmatch(gap):
        return _is_next(first, second)
    return source and len(gap) < 50 and _FAR_TO.fullmatch(gap) is not None


def _is_result(gap: str, first: Quantity, second: Quantity) -> bool:
    """Whether "seven to two" falls, as votes and scores do and ranges do not."""
    falls = (first.low or 0.0) > (second.low or 0.0)
    return falls and "to" in gap and first.bare and second.bare and second.scale == 1


def _is_next(first: Quantity, second: Quantity) -> bool:
    """Whether the two are neighbours, as in "three or four years"."""
    if first.low is None or second.low is None or first.hyphen:
        return False
    return 0 < second.low - first.low <= max(2, first.low / 2) and first.low > 0


def _level(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Let the ends share what only one of them has: the unit, the power."""
    unit, other = first.unit, second.unit
    if unit is None or (other is not None and other.startswith(f"{unit} per ")):
        first = replace(first, unit=other, kind=second.kind)
    elif other is None or unit.startswith(f"{other} per "):
        second = replace(second, unit=unit, kind=first.kind)
    if first.scale == 1 and second.scale > 1 and first.low is not None and second.low is not None:
        mantissa = second.low / second.scale
        if 0 < first.low < mantissa:
            scaled = first.low * second.scale
            first = replace(first, low=scaled, high=scaled)
    return first, second
