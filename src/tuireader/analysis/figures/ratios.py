"""One number against another: "one in five", "two out of three", "3 to 1"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.ranges import join_pairs
from tuireader.analysis.model import Bound, FigureKind

_IN = re.compile(r"[ -](?:in|in every|out of|out of every|of every)[ -]", re.IGNORECASE)
_OVER = re.compile(r"[ ]over[ ]", re.IGNORECASE)
_TO = re.compile(r"[ -]?(?:to|-|–|:)[ -]?", re.IGNORECASE)
_ODDS_BEFORE = re.compile(
    r"\b(?:ratio(?: of)?|odds(?: of)?|by|outnumber\w*)[ ](?:about |more than )?$", re.I
)
_ODDS_AFTER = re.compile(
    r"[ -](?:odds|ratio|margin|majority|against|on|favou?rite|advantage)\b", re.I
)


def join_ratios(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join neighbours that are the two sides of one ratio."""
    return join_pairs(text, quantities, _ratio)


def _ratio(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if not (_is_whole(first) and _is_whole(second)):
        return None
    share = _share(text, first, second)
    if share is None:
        return None
    return replace(
        first, end=second.end, low=share, high=share, kind=FigureKind.RATIO, bound=Bound.EXACT
    )


def _is_whole(quantity: Quantity) -> bool:
    low = quantity.low
    plain = quantity.bare and quantity.kind is FigureKind.COUNT and low == quantity.high
    return plain and low is not None and low.is_integer() and low != 0


def _share(text: str, first: Quantity, second: Quantity) -> float | None:
    gap = text[first.end : second.start]
    if len(gap) > 14 or not first.low or not second.low:
        return None
    if _IN.fullmatch(gap):
        within = 0 < first.low < second.low <= 1000 and (first.low <= 10 or "out" in gap)
        return first.low / second.low if within else None
    if _OVER.fullmatch(gap):
        return first.low / second.low
    if _TO.fullmatch(gap):
        odds = _ODDS_BEFORE.search(text, max(0, first.start - 20), first.start)
        if odds or _ODDS_AFTER.match(text, second.end):
            return first.low / second.low
    return None
