"""Figures as intervals: whether two of them can both be true."""

from math import inf
from typing import NamedTuple

from tuireader.analysis.model import Bound, Figure, FigureKind

ROUNDING = 0.05
"""How far an exact figure may lie from a rounded one that means the same."""

ABOUT = 0.15
"""How far "about" reaches to either side."""

VAGUE = 2.0
"""Factor by which the stated reading of a vague word is widened before it excludes anything."""

COMPARABLE = frozenset(
    {FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE, FigureKind.VAGUE}
)
"""Kinds that are compared."""


class Interval(NamedTuple):
    """The values that a figure allows."""

    low: float
    """The least."""

    high: float
    """The greatest; infinite where open."""


def interval_of(figure: Figure) -> Interval | None:
    """Return the values that a figure allows, generously; None where it states none.

    Args:
        figure: A figure.
    """
    if figure.low is None and figure.high is None:
        return None
    low = figure.low if figure.low is not None else -inf
    high = figure.high if figure.high is not None else inf
    if figure.kind is FigureKind.VAGUE:
        return Interval(low / VAGUE, high * VAGUE)
    slack = ABOUT if figure.approximate or figure.bound is Bound.ABOUT else ROUNDING
    return Interval(low - abs(low) * slack, high + abs(high) * slack)


def comparable(first: Figure, second: Figure) -> bool:
    """Tell whether two figures measure in the same way: a share is no count, dollars no euros."""
    if first.kind not in COMPARABLE or second.kind not in COMPARABLE:
        return False
    if first.unit != second.unit or (first.change is None) != (second.change is None):
        return False
    kinds = {_sort_of(first), _sort_of(second)} - {FigureKind.VAGUE}
    return len(kinds) <= 1


def _sort_of(figure: Figure) -> FigureKind:
    """Return the kind of a figure; a measure without a unit is a count."""
    is_count = figure.kind is FigureKind.MEASURE and figure.unit is None
    return FigureKind.COUNT if is_count else figure.kind


def exclude_each_other(first: Figure, second: Figure) -> bool:
    """Tell whether no value fits both figures.

    Args:
        first: A figure.
        second: Another one about the same thing.
    """
    if not comparable(first, second):
        return False
    one, other = interval_of(first), interval_of(second)
    if one is None or other is None:
        return False
    return one.high < other.low or other.high < one.low


def is_above(first: Figure, second: Figure) -> bool:
    """Tell whether all values that fit a figure are greater than all that fit another one.

    Args:
        first: A figure.
        second: Another one, measured in the same way.
    """
    one, other = interval_of(first), interval_of(second)
    return one is not None and other is not None and one.low > other.high
