"""One number against another: "one in five", "two out of three", "3 to 1"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.analysis.figures.phrases import NOMINAL
from tuireader.analysis.figures.places import Layout
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.ranges import join_pairs
from tuireader.analysis.model import Bound, FigureKind

_IN = re.compile(r"[ -](?:in|in every|out of|out of every|of every)[ -]", re.IGNORECASE)
_SHARED_BY = re.compile(r"[ ](?:[a-z-]+[ ]){1,2}(?:in|out of)[ ](?:every[ ])?")
_LONGEST_SHARED = 36
_OVER = re.compile(r"[ ]over[ ]", re.IGNORECASE)
_TO = re.compile(r"[ -]?(?:to|-|–|:)[ -]?", re.IGNORECASE)
_ODDS_BEFORE = re.compile(
    r"\b(?:ratio(?: of)?|odds(?: of)?|by|outnumber\w*)[ ](?:about |more than )?$", re.I
)
_FROM = re.compile(r"\bfrom[ ]$", re.IGNORECASE)
_ODDS_AFTER = re.compile(
    r"[ -](?:odds|ratio|margin|majority|against|on|favou?rite|advantage)\b", re.I
)


def join_ratios(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join neighbours that are the two sides of one ratio."""
    return join_pairs(text, quantities, _ratio)


def join_shares(layout: Layout, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Join the two sides of "nine homes in ten" and "one person in six"."""

    def share(text: str, first: Quantity, second: Quantity) -> Quantity | None:
        gap = text[first.end : second.start]
        if len(gap) > _LONGEST_SHARED or not _SHARED_BY.fullmatch(gap):
            return None
        if not (_is_whole(first) and _is_whole(second)) or not first.low or not second.low:
            return None
        if not first.low < second.low <= 1000 or _counts_more(layout, second):
            return None
        return _as_ratio(first, second, first.low / second.low)

    return join_pairs(layout.text, quantities, share)


def _counts_more(layout: Layout, second: Quantity) -> bool:
    """Whether the second number has a noun of its own ("two goals in three matches")."""
    place = layout.locate(second)
    behind = layout.doc[place.end] if place.end < len(layout.doc) else None
    return behind is not None and (behind.tag_ in NOMINAL or behind.tag_.startswith("JJ"))


def _as_ratio(first: Quantity, second: Quantity, share: float) -> Quantity:
    return replace(
        first, end=second.end, low=share, high=share, kind=FigureKind.RATIO, bound=Bound.EXACT
    )


def _ratio(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if not (_is_whole(first) and _is_whole(second)):
        return None
    share = _share(text, first, second)
    if share is None:
        return None
    return _as_ratio(first, second, share)


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
        to_one = (
            second.low == 1
            and first.low > 1
            and not _FROM.search(text, max(0, first.start - 5), first.start)
        )
        if odds or (to_one and "to" in gap) or _ODDS_AFTER.match(text, second.end):
            return first.low / second.low
    return None
