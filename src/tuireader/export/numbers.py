"""Numbers as people and machines want to read them."""

import math

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
