"""Numbers in digits: 3.2, 1,234, 12,34,567, 1 234 567, 1.234,5, .08, 3/4, 2½, 4e14, 1.3x10^6."""

import re
from math import log10
from unicodedata import numeric

MAX_DIGITS = 30
"""A longer run of digits is a serial number or an attack, not a figure."""

GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions that are one character."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_EXPONENT = (
    r"(?:[eE][+-]?\d{1,3}(?![\dA-Za-z])|\^(?P<caret>[-+−]?\d{1,2})(?!\d)"
    r"|\s?[x×]\s?10\^?(?P<power>[-+−–]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\d))?"
)
NUMERAL = rf"""
    (?P<mixed>\d{{1,4}}(?:-|[ ]{{1,2}})\d{{1,2}}\s?/\s?\d{{1,3}}(?![\d/]))
  | (?P<fraction>\d{{1,3}}/\d{{1,4}}(?![\d/]))
  | (?P<glyph>(?:\d{{1,6}}\s?)?[{GLYPHS}])
  | (?P<plain>
        (?:\d{{1,3}}(?:,\d{{3}}){{1,6}}(?!\d|,\d)(?:\.\d+)?
         | \d{{1,2}}(?:,\d{{2}}){{1,5}},\d{{3}}(?!\d|,\d)(?:\.\d+)?
         | \d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}){{1,6}}(?!\d)(?![ \u00a0\u202f]\d)(?:\.\d+)?
         | \d{{1,3}}(?:\.\d{{3}}){{1,6}},\d{{1,2}}(?!\d)
         | \d{{1,3}}(?:\.\d{{3}}){{2,6}}(?![\d.])
         | (?<!\d,)\d+,\d{{1,2}}(?!\d|,\d|[.]\d)
         | \d+(?:\.\d+)?
         | \.\d+){_EXPONENT})
"""
"""A verbose pattern for any number in digits, without sign, for the group `numeral` of another."""

_GROUPED_BY_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_CLOCK_LIKE = re.compile(r"24/7|9/11|7/7")
_USUAL_DENOMINATORS = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 1000}
)


def read_numeral(match: re.Match[str]) -> float | None:
    """Return the value of a match of `NUMERAL`; None where its digits are no number."""
    written = match["numeral"]
    if len(written) > MAX_DIGITS:
        return None
    if match["mixed"]:
        whole, part = re.sub(r"\s?/\s?", "/", written).replace("-", " ").split()
        share = _read_fraction(part)
        return None if share is None else int(whole) + share
    if match["fraction"]:
        return None if _CLOCK_LIKE.fullmatch(written) else _read_fraction(written)
    if match["glyph"]:
        whole = written[:-1].strip()
        return (int(whole) if whole else 0) + numeric(written[-1])
    if match["caret"]:
        return _read_power(written)
    return _read_plain(written, match["power"])


def is_share(match: re.Match[str]) -> bool:
    """Tell whether a match of `NUMERAL` is a part of one, such as 3/4 or ½."""
    return bool(match["fraction"]) or bool(match["glyph"] and len(match["glyph"]) == 1)


def _read_fraction(written: str) -> float | None:
    numerator, denominator = (int(part) for part in written.split("/"))
    usual = denominator in _USUAL_DENOMINATORS
    return numerator / denominator if usual and numerator < denominator else None


def _read_power(written: str) -> float | None:
    mantissa, _, exponent = written.partition("^")
    base, power = _read_plain(mantissa, None), int(exponent.replace("−", "-"))
    if not base or abs(log10(base) * power) > MAX_DIGITS:
        return None
    return float(base**power)


def _read_plain(written: str, power: str | None) -> float | None:
    if power is not None:
        mantissa = _read_plain(re.split(r"\s?[x×]", written)[0], None)
        exponent = int(power.translate(_SUPERSCRIPTS))
        return None if mantissa is None or abs(exponent) > 99 else float(f"{mantissa}e{exponent}")
    digits = re.sub(r"[ \u00a0\u202f]", "", written)
    if _GROUPED_BY_DOTS.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(digits):
        digits = digits.replace(",", ".")
    value = float(digits.replace(",", ""))
    return value if value < 1e100 else None
