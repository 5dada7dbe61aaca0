"""Numbers that are not given: "a few", "several", "most of", "dozens"."""

import re
from dataclasses import replace
from functools import cache

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.units import match_unit
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Bound, FigureKind
from tuireader.analysis.patterns import one_of

_NOT_BEFORE = re.compile(r"\b(?:how|as|so|too|not|very|quite|only a)[ ]$", re.IGNORECASE)
_NO_SET = re.compile(r"[ ](?:us|you|it|that|this|what|all|my|your|our time)\b", re.IGNORECASE)
_POUND = "pound-mass"
"""Left alone: nothing tells whether "a few pounds" are weight or money."""

_POWERS = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}


@cache
def _phrases() -> dict[str, dict[str, float | None]]:
    lexicon = load_lexicon("vague")
    return {**lexicon["quantifiers"], **lexicon["shares"]}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_phrases(), key=len, reverse=True)
    powers = "|".join(_POWERS)
    return re.compile(
        rf"\b(?P<phrase>{one_of(forms)})\b(?:[ ](?P<power>{powers})\b)?",
        re.IGNORECASE,
    )


def find_vague(text: str) -> list[Quantity]:
    """Find the vague quantifiers of a paragraph, in order."""
    found = []
    for match in _pattern().finditer(text):
        excluded = _NOT_BEFORE.search(text, max(0, match.start() - 8), match.start())
        whole = match[0].lower().endswith(" of") and _NO_SET.match(text, match.end())
        if not excluded and not whole:
            found.append(_read(match))
    return found


def _read(match: re.Match[str]) -> Quantity:
    reading = _phrases()[match["phrase"].lower()]
    power = _POWERS[match["power"].lower()] if match["power"] else 1.0
    low = None if reading["low"] is None else reading["low"] * power
    high = None if reading["high"] is None else reading["high"] * power
    of = match[0].lower().endswith(" of")
    core_end = match.end() - len(" of") if of else match.end()
    unit = match_unit(match.string, match.end(), digits=False) if low is not None else None
    if unit is not None and unit.name == _POUND:
        unit = None
    return Quantity(
        match.start(),
        core_end if unit is None else unit.end,
        (match.start(), core_end),
        low,
        high,
        FigureKind.VAGUE,
        Form.PLURAL,
        unit=None if unit is None else unit.name,
        bound=Bound.RANGE if low is not None and high is not None else Bound.ABOUT,
        approximate=low is None and high is None,
        reason=_reason(match[0], low, high),
    )


def with_reason(text: str, quantity: Quantity) -> Quantity:
    """Say how a plural power ("dozens") was read."""
    written = text[slice(*quantity.core)]
    return replace(quantity, reason=_reason(written, quantity.low, quantity.high))


def _reason(written: str, low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return f"“{written}” names no number"
    if low == high:
        return f"“{written}” is read as {low:,.12g}"
    if high is None:
        return f"“{written}” is read as {low:,.12g} or more"
    return f"“{written}” is read as {low:,.12g} to {high:,.12g}"
