"""Dates, years, quarters and seasons: found first, since their numbers count nothing."""

import re
from dataclasses import dataclass
from functools import cache

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.patterns import one_of

_YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
)  # fmt: skip
_DAYS = one_of(
    [*(f"{ten}-{one}" for ten in ("twenty", "thirty") for one in _ONES), *_ONES, *_TEENS]
)
_QUARTER = one_of(
    ["first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "final", "last"]
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as found in a text."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character."""

    year: int | None
    """Its year, where it names one."""


@cache
def _pattern() -> re.Pattern[str]:
    months = one_of(sorted(load_lexicon("dates")["months"], key=len, reverse=True))
    month = rf"(?:{months})\b(?:(?<=\b\w\w\w)\.|(?<=\b\w\w\w\w)\.)?"
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d%])|(?:the[ ])?(?:{_DAYS})(?=[ ]of))"
    return re.compile(
        rf"""
          (?<![\w.])(?:
            {month}[ ]{day}(?:[ ]?[-–][ ]?(?:{month}[ ])?{day})?
              (?:,?[ ](?P<y1>{_YEAR})\b)?(?![.,]?\d)
          | {day}[ ](?:of[ ])?{month}(?:,?[ ](?P<y2>{_YEAR})\b)?(?![ ]percent)
          | {month},?[ ](?:of[ ])?(?P<y3>{_YEAR})\b
          | (?P<y4>{_YEAR})-\d\d-\d\d(?!\d)
          | \d{{1,2}}/\d{{1,2}}/(?P<y5>\d{{4}}|\d\d)(?!\d)
          | (?P<y6>{_YEAR})(?:[ ]?[-–/][ ]?\d\d(?!\d|,\d)|[ ]?(?:[-–/]|to)[ ]?{_YEAR}\b)
          | (?:the[ ])?(?:(?:early|mid|late)[- ])?(?P<y7>1[5-9]\d0|20\d0)[’']?s\b
          | [’']\d0s\b
          | (?:in|into)[ ](?:his|her|their|my|its|the|one's)[ ](?:(?:early|mid|late)[- ])?\d0s\b
          | {_QUARTER}(?:[- ](?:fiscal|business))?[- ]quarter(?:[ ](?:of[ ])?(?P<y8>{_YEAR})\b)?
          | [Qq][1-4](?:[ ](?:of[ ])?(?P<y9>{_YEAR})\b)?(?!\w)
          | (?<=\bon[ ])the[ ](?:{_DAYS}|\d{{1,2}}(?:st|nd|rd|th))(?=[ ]?(?:[.,;:?!)”"’]|$))
          | (?<=\bby[ ])the[ ]\d{{1,2}}(?:st|nd|rd|th)(?=[ ]?(?:[.,;:?!)”"’]|$))
          | \d{{1,2}}(?:st|nd|rd|th)[- ]century
          | (?:fiscal(?:[- ]year)?|FY)[ ]?(?:(?P<y10>{_YEAR})|\d\d)\b
          )""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_dates(text: str) -> list[DateSpan]:
    """Find the dates that can be told from their form alone, in order."""
    found = []
    for match in _pattern().finditer(text):
        years = [year for name, year in match.groupdict().items() if name[0] == "y" and year]
        year = int(years[0]) if years and len(years[0]) == 4 else None
        found.append(DateSpan(match.start(), match.end(), year))
    return found


def is_year(written: str, value: float) -> bool:
    """Tell whether a bare number has the form of a year of our time."""
    return len(written) == 4 and written.isdigit() and 1500 <= value <= 2100
