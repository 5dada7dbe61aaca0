"""What is written at a number: sign, currency, unit, "year-old"."""

import re
from dataclasses import replace

from tuireader.analysis.figures.money import (
    Currency,
    currency_after,
    currency_before,
    skip_country,
)
from tuireader.analysis.figures.numbers import Form, Number
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.units import Unit, match_per, match_unit
from tuireader.analysis.model import Bound, Change, FigureKind

_SIGN = re.compile(r"(?P<sign>[-−+])$|(?P<word>\b(?:minus|negative)[ -])$", re.IGNORECASE)
_SUB = re.compile(r"\bsub-$", re.IGNORECASE)
_GLUED_WORD = re.compile(r"([A-Za-z]+)[-‑]$")
_MAY_BE_GLUED = frozenset(
    [
        "minus",
        "negative",
        "sub",
        "to",
        "mid",
        "plus",
        "a",
        "now",
        "then",
        "some",
        "nearly",
        "about",
        "almost",
        "over",
        "under",
        "pre",
        "post",
    ]
)
_SCALE_BEHIND = re.compile(r"[ ](million|billion|trillion|thousand)\b")
_POWERS = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3}
_METRES = re.compile(
    r"\s*(?:$|[.,;:)\]]|\(\s*\d)|[ -](?:tall|long|wide|deep|high|thick|away|above|below|across|"
    r"from|to|of|in|into|at|and|or|x|by|down|up|off|apart|sprint|hurdles|race|final|freestyle|"
    r"relay|dash|butterfly|backstroke|breaststroke|runner|swimmer|champion|before|after|on|is)\b"
)
_AGE = re.compile(r"(?:[ -]old(?:er)?\b(?:s\b)?|[ ]of[ ]age\b)", re.IGNORECASE)
_YEARS_OLD = re.compile(r"[ -]?y(?:/|\.)?o\b\.?(?!-)", re.IGNORECASE)
_YEAR = re.compile(r"19\d\d|20\d\d")
_OF_ONE = re.compile(r"(?:[ ]of)?[ ]an?(?=[ ])")
_DEVICES = re.compile(
    r"\b(?:s[eo]ll|sold|sells|selling|instal|fit(?:s|ted|ting)?\b|replac|b[ou]y|bought|ship|suppl|"
    r"deliver|deploy|manufactur|produc|made|read|hand|roll|connect|order)\w*[ ]"
    r"(?:[\w.,]+[ ]){0,4}$",
    re.IGNORECASE,
)
_NEARBY = 300
"""How many characters round "meters" are searched for what they measure."""

_METERING = re.compile(
    r"\b(?:smart|water|gas|electric\w*|parking|utility)[ -]meter|\bmeter(?:ed|ing)\b", re.IGNORECASE
)
_FOLD = re.compile(r"[-‑ ]?fold\b", re.IGNORECASE)
_FEET_INCHES = re.compile(
    r"(?:[ ]and)?[ ]?(\d{1,2}(?:\.\d)?)[ ]?(?:in\b|inch(?:es)?\b|\"|″)", re.IGNORECASE
)
_PERCENTAGE_OF = re.compile(
    r"(?<!\bwhat )(?<!\bwhich )\b(?:percent(?:age)?s?|per[ ]cent)[ ]of[ ](?:about |just |only )?$",
    re.IGNORECASE,
)
_PERCENTAGE_REACH = 40
_PHRASE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)|[ ](?:in|at|on|is|was|and|or|as|to|for|from|by)\b")
_KINDS = {
    Form.PLURAL: FigureKind.VAGUE,
    Form.FRACTION: FigureKind.RATIO,
    Form.ORDINAL: FigureKind.ORDINAL,
}
_MONEY_POWERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
_POWER_LETTERS = ("k", "K", "m", "M", "MM", "B", "b")


def read_quantity(text: str, number: Number, floor: int = 0) -> Quantity | None:
    """Read sign, currency and unit at a number.

    Args:
        text: The paragraph.
        number: The number.
        floor: Where the quantity before ends: no currency in front may reach below.

    Returns:
        None where the number is part of a name or a code.
    """
    money = _currency_in_front(text, number, floor)
    if money is None and not _stands_free(text, number.start, floor):
        return None
    start = money.start if money else number.start
    sign_start, negative, change = _read_sign(text, start, number.start if money else -1)
    high = number.value if number.high is None else number.high
    quantity = Quantity(
        sign_start,
        number.end,
        (number.start, number.end),
        number.value,
        high,
        _KINDS.get(number.form, FigureKind.COUNT),
        number.form,
        scale=number.scale,
        bound=Bound.RANGE if number.form is Form.PLURAL else Bound.EXACT,
        change=change,
    )
    if number.form is Form.ORDINAL:
        return quantity
    read = _with_unit(text, quantity, number, money)
    if read is not None and _is_percentage(text, read, floor):
        read = replace(read, kind=FigureKind.PERCENT, unit="percent")
    return _negated(read) if read is not None and negative else read


def _currency_in_front(text: str, number: Number, floor: int) -> Currency | None:
    signed = text[number.start - 1 : number.start] in ("-", "−")
    money = currency_before(text, number.start - signed)
    if money is None or money.start < floor or (signed and money.end != number.start - 1):
        return None
    return None if money.weak and not _is_amount(text, number) else money


def _is_amount(text: str, number: Number) -> bool:
    written = text[number.start : number.end]
    return len(written) > 1 and (number.value >= 10 or not written.isdigit())


def _stands_free(text: str, start: int, floor: int) -> bool:
    """Whether a number is no end of a word; `floor` is where the number before ends ("5k-20k")."""
    before = text[start - 1 : start]
    if not before or not (before.isalnum() or before in "-‑−_#/@+"):
        return True
    if before == "−":
        return not text[start - 2 : start - 1].isalpha()
    if floor == start - 1 and floor > 0:
        return before in "-‑"
    if before == "+":
        return not text[start - 2 : start - 1].isalnum()
    if before in "-‑":
        glued = _GLUED_WORD.search(text, max(0, start - 20), start)
        return glued is None or glued[1].lower() in _MAY_BE_GLUED
    return False


def _read_sign(text: str, start: int, digits: int) -> tuple[int, bool, Change | None]:
    """Read the sign in front of a number or its currency, or between the two ("$-5")."""
    if digits > 0 and text[digits - 1] in "-−":
        return start, True, None
    match = _SIGN.search(text, max(0, start - 10), start)
    if match is None:
        return start, False, None
    before = text[match.start() - 1 : match.start()]
    if match["sign"] and before and not (before.isspace() or before in "(<>=~"):
        return start, False, None
    if match["sign"] == "+":
        return match.start(), False, Change.UP
    change = Change.DOWN if match["sign"] else None
    return match.start(), True, change


def _is_percentage(text: str, quantity: Quantity, floor: int) -> bool:
    """Whether a bare number is what "a percentage of" in front of it comes to."""
    if not quantity.bare or quantity.kind is not FigureKind.COUNT:
        return False
    named = _PERCENTAGE_OF.search(
        text, max(floor, quantity.start - _PERCENTAGE_REACH), quantity.start
    )
    return named is not None and _PHRASE_ENDS.match(text, quantity.end) is not None


def _negated(quantity: Quantity) -> Quantity:
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    return replace(quantity, low=low, high=high)


def _scaled(quantity: Quantity, factor: float) -> Quantity:
    low = None if quantity.low is None else quantity.low * factor
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, low=low, high=high, scale=quantity.scale * factor)


def _with_unit(
    text: str, quantity: Quantity, number: Number, money: Currency | None
) -> Quantity | None:
    if money is not None:
        quantity = _scaled(quantity, money.factor * _money_power(number.letter))
        end = skip_country(text, quantity.end)
        return _with_per(text, _as_money(quantity, money.code, end))
    if number.form is Form.PLURAL:
        return _with_unit_of(text, quantity)
    behind = currency_after(text, quantity.end)
    if behind is not None:
        quantity = _scaled(quantity, behind.factor * _money_power(number.letter))
        return _with_per(text, _with_late_power(text, _as_money(quantity, behind.code, behind.end)))
    return _with_letter(text, quantity, number)


def _with_unit_of(text: str, quantity: Quantity) -> Quantity:
    """Read the unit of "tens of thousands of dollars", "hundreds of miles"."""
    if not text.startswith(" of ", quantity.end):
        return quantity
    start = quantity.end + len(" of")
    if money := currency_after(text, start):
        return _with_per(text, _as_money(quantity, money.code, money.end))
    unit = match_unit(text, start, digits=False)
    return quantity if unit is None else _as_measure(text, quantity, unit)


def _money_power(letter: str) -> float:
    return _MONEY_POWERS.get(letter.lower(), 1.0)


def _as_money(quantity: Quantity, code: str, end: int) -> Quantity:
    return replace(quantity, kind=FigureKind.MONEY, unit=code, end=end)


def _with_late_power(text: str, quantity: Quantity) -> Quantity:
    match = _SCALE_BEHIND.match(text, quantity.end)
    if match is None or quantity.scale > 1:
        return quantity
    return replace(_scaled(quantity, _POWERS[match[1]]), end=match.end())


def _with_per(text: str, quantity: Quantity) -> Quantity:
    per = match_per(text, quantity.end)
    if per is None:
        return quantity
    return replace(quantity, unit=f"{quantity.unit} per {per[0]}", end=per[1])


def _with_letter(text: str, quantity: Quantity, number: Number) -> Quantity | None:
    """Decide what a letter behind the digits is: a power, a unit, or a part of a name."""
    letter, end = number.letter, number.end
    if letter in ("m", "t") and (letter == "t" or _METRES.match(text, end)):
        name = "metre" if letter == "m" else "tonne"
        return replace(quantity, kind=FigureKind.MEASURE, unit=name)
    if letter in _POWER_LETTERS:
        quantity = _scaled(quantity, _money_power(letter))
    elif letter:
        return None
    if years := _YEARS_OLD.match(text, end):
        return replace(quantity, kind=FigureKind.AGE, unit="year", end=years.end())
    if fold := _FOLD.match(text, end):
        return replace(quantity, kind=FigureKind.RATIO, unit="fold", end=fold.end())
    whole = _OF_ONE.match(text, end) if number.form is Form.FRACTION else None
    digits = whole is None and number.form in (Form.DIGITS, Form.FRACTION)
    unit = match_unit(text, whole.end() if whole else end, digits=digits)
    if unit is not None and _is_device(text, quantity, unit):
        return quantity
    if unit is None:
        follows = text[end : end + 1]
        return None if follows.isalnum() or follows == "_" else quantity
    return _as_measure(text, quantity, unit)


def _is_device(text: str, quantity: Quantity, unit: Unit) -> bool:
    """Whether "meters" are things that measure, and no lengths."""
    if unit.name != "metre" or not text.endswith("meters", 0, unit.end):
        return False
    start = quantity.start
    if _DEVICES.search(text, max(0, start - 40), start):
        return True
    length = text.endswith(" of ", 0, start) or _METRES.match(text, unit.end) is not None
    return not length and bool(_METERING.search(text, max(0, start - _NEARBY), start + _NEARBY))


def _as_measure(text: str, quantity: Quantity, unit: Unit) -> Quantity:
    if _YEAR.fullmatch(text, *quantity.core) and text[unit.end - 1] != "s" and not unit.hyphen:
        return quantity
    if unit.name.startswith("pound-mass") and (quantity.scale > 1 or "£" in text):
        return _as_money(quantity, unit.name.replace("pound-mass", "GBP"), unit.end)
    age = _AGE.match(text, unit.end) if unit.kind is FigureKind.DURATION else None
    if age is not None:
        return replace(
            quantity, kind=FigureKind.AGE, unit=unit.name, end=age.end(), hyphen=unit.hyphen
        )
    quantity = replace(quantity, kind=unit.kind, unit=unit.name, end=unit.end, hyphen=unit.hyphen)
    return _with_inches(text, quantity) if unit.name == "foot" else quantity


def _with_inches(text: str, quantity: Quantity) -> Quantity:
    match = _FEET_INCHES.match(text, quantity.end)
    if match is None or quantity.low is None or quantity.high is None:
        return quantity
    feet = float(match[1]) / 12
    return replace(quantity, low=quantity.low + feet, high=quantity.high + feet, end=match.end())
