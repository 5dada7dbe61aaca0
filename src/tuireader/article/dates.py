"""Dates as newspapers print them, and as ISO 8601."""

import re
from datetime import date, time
from functools import cache
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(?P<{0}>" + "|".join(_MONTHS) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<{0}>[12]\d{{3}})\b"
_DATE = (
    r"(?:"
    + rf"{_WEEKDAY}{_DAY.format('d1')}(?:\s+of)?[\s/.-]{{1,2}}{_MONTH.format('m1')}"
    + rf",?[\s/-]{{1,2}}{_YEAR.format('y1')}"
    + rf"|{_WEEKDAY}{_MONTH.format('m2')}\s+{_DAY.format('d2')},?\s+{_YEAR.format('y2')}"
    + rf"|{_YEAR.format('y3')}(?P<s3>[/.-])(?P<m3>\d{{1,2}})(?P=s3)(?P<d3>\d{{1,2}})(?!\d)"
    + rf"|(?P<a4>\d{{1,2}})(?P<s4>[/.-])(?P<b4>\d{{1,2}})(?P=s4){_YEAR.format('y4')}"
    + rf"|{_MONTH.format('m5')}\s+{_YEAR.format('y5')}"
    + r")"
)
_TIME = (
    r"(?P<{0}h>[0-2]?\d)[:.](?P<{0}min>[0-5]\d)(?::[0-5]\d(?:\.\d{{1,9}})?)?"
    r"(?:\s*(?P<{0}half>[ap])\.?m\b\.?)?"
    r"(?:\s*(?P<{0}zone>Z\b|[+-]\d{{2}}:?\d{{2}}\b|\(?\b(?:UTC|GMT|BST|I?ST|CES?T|[ECMP][SD]?T)\b\)?))?"
)
_LABEL = (
    r"(?:(?P<label>(?:first\s+|originally\s+|last\s+)?"
    r"(?:published|updated|posted|modified|created|uploaded|issued|dated?|released|edited)"
    r"(?:\s+(?:on|at|date|time))?)\s*:?\s*)"
)
_DATE_LINE = (
    rf"{_LABEL}?(?:{_TIME.format('x')}(?:,|\s+on|\s*[|–—-])?\s+)?{_DATE}"
    rf"(?:(?:T|,?\s+(?:at\s+)?|\s*[|/•·–—-]\s*){_TIME.format('z')})?"
)
_AGO = (
    rf"{_LABEL}?(?:about\s+)?(?:\d{{1,2}}|an?|one|two|three)\s+"
    r"(?:min(?:ute)?|hour|hr|day|week|month)s?\s+ago"
)
_LATER = re.compile(r"updat|modif|edit", re.IGNORECASE)
_YEAR_SIGN = re.compile(r"[12]\d{3}")
_DAY_SIGN = re.compile(r"\d[/.-]\d|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec", re.IGNORECASE)
"""What every date has, and few lines have both: the forms of a date are slow to look for."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a long pattern, which takes as long as reading an article that has no date."""
    return re.compile(pattern, re.IGNORECASE)


class PrintedDate(NamedTuple):
    """A date that stands in a line."""

    start: int
    """Offset of its first character, a label such as "Published" included."""

    end: int
    """Offset after its last character."""

    iso: str | None
    """ISO 8601, as exact as the print; None where day and month can't be told apart."""

    update: bool
    """Whether it is the date of a change and not of the publication."""


def find_dates(line: str) -> list[PrintedDate]:
    """Find the dates in one line of up to a few hundred characters."""
    found = []
    if _YEAR_SIGN.search(line) and _DAY_SIGN.search(line):
        found = [
            PrintedDate(m.start(), m.end(), _iso(m), bool(_LATER.search(m["label"] or "")))
            for m in _compiled(_DATE_LINE).finditer(line)
            if _is_possible(m)
        ]
    if "ago" not in line.lower():
        return found
    found += [PrintedDate(m.start(), m.end(), None, True) for m in _compiled(_AGO).finditer(line)]
    return sorted(found, key=lambda printed: printed.start)


def iso_date(value: str) -> str | None:
    """Return a written date in ISO 8601, or as written if it can't be read; None if empty."""
    value = " ".join(value.split())
    match = _compiled(_DATE_LINE).search(value[:200])
    return (match and _iso(match)) or value[:200] or None


def _is_possible(match: re.Match[str]) -> bool:
    """Whether the numbers can be a date, even if it is not known which is the month."""
    if match["a4"] and int(match["a4"]) <= 12 and int(match["b4"]) <= 12:
        return int(match["a4"]) > 0 and int(match["b4"]) > 0
    return _iso(match) is not None


def _iso(match: re.Match[str]) -> str | None:
    """Write the parts of a match as ISO 8601."""
    day = _calendar_day(match)
    clock = _clock(match, "z") or _clock(match, "x")
    if day is None or clock is None or len(day) < 10:
        return day
    return f"{day}T{clock}"


def _calendar_day(match: re.Match[str]) -> str | None:
    """Write year, month and day as far as they are printed and exist."""
    if match["y5"]:
        return f"{match['y5']}-{_MONTHS[match['m5'].lower()]:02}"
    if match["y4"]:
        parts = _day_and_month(int(match["a4"]), int(match["b4"]), match["s4"])
        if parts is None:
            return None
        year, (day, month) = int(match["y4"]), parts
    elif match["y3"]:
        year, month, day = int(match["y3"]), int(match["m3"]), int(match["d3"])
    else:
        which = "1" if match["y1"] else "2"
        year, day = int(match["y" + which]), int(match["d" + which])
        month = _MONTHS[match["m" + which].lower()]
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day_and_month(first: int, second: int, separator: str) -> tuple[int, int] | None:
    """Tell day from month in "03/04/2024"; None where both orders are possible."""
    if separator == "." or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _clock(match: re.Match[str], group: str) -> str | None:
    """Write the time of day, with its zone if that is a plain offset."""
    if match[group + "h"] is None:
        return None
    hour, minute, half = int(match[group + "h"]), int(match[group + "min"]), match[group + "half"]
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23:
        return None
    zone = (match[group + "zone"] or "").upper().strip("()")
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone[:1] in ("+", "-"):
        zone = f"{zone[:3]}:{zone[-2:]}"
    else:
        zone = ""
    return time(hour, minute).isoformat("minutes") + zone
