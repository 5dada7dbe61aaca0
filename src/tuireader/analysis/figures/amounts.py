"""Amounts written in two parts: "3 dollars 50 cents", "15 dollars 50"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.analysis.figures.money import currency_table
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.ranges import join_pairs
from tuireader.analysis.model import FigureKind

_NEXT = re.compile(r"[ ](?:and[ ])?")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")


def join_amounts(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join whole and part of an amount of money."""
    return join_pairs(text, quantities, _join)


def _join(text: str, whole: Quantity, part: Quantity) -> Quantity | None:
    if whole.kind is not FigureKind.MONEY or whole.low is None or part.low is None:
        return None
    fits = whole.low == whole.high and whole.low.is_integer() and 0 <= part.low < 100
    gap = text[whole.end : part.start]
    if not fits or len(gap) > 5 or not _NEXT.fullmatch(gap):
        return None
    if part.unit not in currency_table().hundredths and not _is_bare_part(text, part):
        return None
    amount = whole.low + part.low / 100
    return replace(whole, end=part.end, low=amount, high=amount)


def _is_bare_part(text: str, part: Quantity) -> bool:
    """Whether a lone number of two digits ends the phrase: "15 dollars 50."."""
    two_digits = part.low is not None and part.low.is_integer() and part.low >= 10
    return part.bare and two_digits and _ENDS.match(text, part.end) is not None
