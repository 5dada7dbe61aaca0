"""A unit with "a" for one, where more is said of it: "a mile and a half", "an hour or two"."""

import re
from collections.abc import Iterator

from tuireader.analysis.figures.numbers import Form, Number

_UNITS = (
    r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|mile|kilomet(?:re|er)|"
    r"met(?:re|er)|yard|foot|inch|acre|hectare|tonne|ton|gallon|litre|liter|pint|point|degree)"
)
_PART = r"(?:a[ ](?:half|quarter|third)|three[ -]quarters)\b"
_SMALL = r"(?:\d{1,2}|[a-z]{3,9}(?:-[a-z]{3,5})?)[ ](?:minutes?|seconds?|inch(?:es)?)\b"
_SINGLE = re.compile(
    rf"\b(?P<article>an?)(?=[ ]{_UNITS}[ ](?:or[ ](?:more|so|two)\b|and[ ](?:{_PART}|{_SMALL})))",
    re.IGNORECASE,
)


def find_singles(text: str) -> Iterator[Number]:
    """Find the articles that stand for one, in order."""
    for match in _SINGLE.finditer(text):
        yield Number(*match.span("article"), 1.0, Form.WORDS)
