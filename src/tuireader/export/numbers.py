"""Numbers as people and machines want to read them."""

import math

from tuireader.analysis.model import Bound, Figure, FigureKind

_DIGITS = 12
"""Significant digits that are kept: what is beyond them is the noise of binary fractions."""

_EXACT_BELOW = 2.0**53
"""Whole numbers up to here are exact as a float."""


def plain_number(value: float | None) -> int | float | None:
    """Return a number without binary noise: 100 instead of 100.0, 0.3 instead of 0.30000000000004.

    Args:
        value: Any float; what is no finite number becomes None.
    """
    if value is None or not math.isfinite(value):
        return None
    if value == int(value) and abs(value) < _EXACT_BELOW:
        return int(value)
    return float(f"{value:.{_DIGITS}g}")


def value_words(figure: Figure) -> str:
    """Return the value of a figure in short: "> 100", "3 to 5", "≈ 20"; empty when unknown."""
    low, high = plain_number(figure.low), plain_number(figure.high)
    sign = {Bound.MORE: "> ", Bound.LESS: "< ", Bound.ABOUT: "≈ "}.get(figure.bound, "")
    if low is not None and high is not None and low != high:
        return f"{_grouped(low)} to {_grouped(high)}"
    value = high if low is None else low
    if value is None:
        return ""
    # Nobody writes the year 2,024.
    return f"{sign}{value}" if figure.kind is FigureKind.DATE else f"{sign}{_grouped(value)}"


def _grouped(value: int | float) -> str:
    return f"{value:,}"
