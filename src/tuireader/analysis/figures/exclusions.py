"""Numbers that are no figures: times, scores, addresses, names, codes, the pronoun "one".

A number behind an equals sign and in quotes is that of an attribute: texts copied from web pages
have marks in them (`<tweet id="1">`).
"""

import re
from functools import cache

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.patterns import one_of

_WORDED = (
    r"\b(?=[hw])(?:https?://|www\.)\S+",
    r"\b(?=[aAfF])(?i:at|for)[ ]one[ ](?:point|time|stage|thing|moment)\b(?![ ](?:of|or|in)\b)",
    r"(?:^|(?<=[.!?][ ]))(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?=,[ ])",
    r"\b(?=[oO])(?i:one)-(?:on|off|time|way|stop|sided|size)\w*",
    r"\b(?=[cfot])(?:fifty-fifty|one-on-one|one[- ]to[- ]one|face-off|catch-22|twenty[- ]twenty)\b",
)
_WITH_DIGITS = (
    r"\b\d{1,2}(?:[:.]\d\d){1,2}[ ]?(?:[ap]\.?m\b\.?|GMT|BST|EST|EDT|ET|CET|h\b)",
    r"(?<![\d.,$£€])\d{1,2}[ ]?(?:[ap]m\b|[ap]\.m\.|o[’']clock)",
    r"(?<![\d.,])\d{1,2}:\d\d(?::\d\d)?(?!\d)",
    r"\b\d{4}[ ](?:GMT|UTC|BST|EST|EDT|CET)\b",
    r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d%])",
    r"(?<!\w)\+?\d{1,4}(?:[- ()]{1,2}\d{2,4}){2,4}[-/]\d{3,4}(?!\d)",
    r"(?<!\w)\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}(?!\d)",
    r"(?<![\w/])(?:9/11|9-11|24/7|7/7|24-7)(?![\w/])",
    r"(?<!\w)\[\d{1,3}\]",
    r"(?<==[\"'])\d+(?=[\"'])",
    r"^\s*\(?\d{1,2}[.)](?=\s)",
)
_NUMBER = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_OUTCOMES = (
    "vote", "decision", "ruling", "verdict", "win", "victory", "loss", "defeat", "split",
)  # fmt: skip
_VOTING = (*_OUTCOMES, "voting", "ruled", "won", "lost", "beat")
_VOTED = re.compile(
    rf"\b{_NUMBER}[- ]to[- ]{_NUMBER}(?=[- ]{one_of(_OUTCOMES)}\b)"
    r"|\b(?=[bdlrvw])(?:vote[sd]?|voting|ruled|won|lost|beat|decision)[ ]"
    r"(?:(?:was|were|is|went|of|by)[ ])?"
    rf"(?P<result>{_NUMBER}[ ]to[ ]{_NUMBER})\b(?![ ](?:votes|million|billion|per))",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?<![\w.,$£€/+-])(\d{1,3})[ ]?[-–][ ]?(\d{1,3})"
    r"(?![\w.,%$£€°/-]{0,20}\d|[\w%°]|[ ]?per ?cent)"
    r"(?![- ](?:year|mile|month|day|hour|minute|inch|foot|metre|meter|million|billion|point)s?\b)"
)


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,63}){1,4}")
_DIGIT = re.compile(r"\d")
_WORDED_PATTERN = re.compile("|".join(_WORDED))


@cache
def _pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("exclusions")
    streets = "|".join(lexicon["streets"])
    indices = one_of(lexicon["indices"])
    name = r"(?:[A-Z][\w.’']{1,30}[ ]){1,3}"
    address = rf"(?<![\w.,$£€])\d{{1,5}}(?:[-–]\d{{1,5}})?[ ]{name}(?i:{streets})\b"
    index = rf"(?i:\b(?:{indices}))[ -]?\d[\d,]{{0,5}}(?![\d.%]|[ ]?(?:per ?cent|points?|%))"
    with_digits = rf"(?=[\d\s+(\[])(?:{'|'.join((*_WITH_DIGITS, address))})"
    return re.compile("|".join((*_WORDED, with_digits, index)))


def excluded_spans(text: str) -> list[tuple[int, int]]:
    """Find the stretches whose numbers are no figures, in order."""
    # Most of the forms begin at a digit, which half of all paragraphs are without.
    pattern = _pattern() if _DIGIT.search(text) else _WORDED_PATTERN
    spans = [match.span() for match in pattern.finditer(text)]
    if "@" in text:
        spans += [match.span() for match in _MAIL.finditer(text)]
    scores = (match.span() for match in _SCORE.finditer(text) if _is_score(text, match))
    return [*spans, *scores, *_votes(text)]


def _votes(text: str) -> list[tuple[int, int]]:
    """Find the results of votes ("a 6-to-3 ruling", "lost by 12 to 5")."""
    lower = text.lower()
    if not any(word in lower for word in _VOTING):
        return []
    return [match.span("result" if match["result"] else 0) for match in _VOTED.finditer(text)]


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether "6-3" is a score or a vote: it falls or is even, or the words around say so."""
    first, second = int(match[1]), int(match[2])
    if first >= second:
        return True
    words = set(re.findall(r"[a-z]+", text[max(0, match.start() - 25) : match.start()].lower()))
    return not words.isdisjoint(load_lexicon("exclusions")["scores"])


@cache
def labels() -> frozenset[str]:
    """Return the nouns behind which a number is a label ("Section 427")."""
    return frozenset(load_lexicon("exclusions")["labels"])


@cache
def pronoun_neighbours() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words before and behind "one" that make it a pronoun."""
    one = load_lexicon("exclusions")["one"]
    return frozenset(one["before"]), frozenset(one["after"])
