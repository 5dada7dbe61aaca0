"""Times of day, which count nothing: "16.20", "half past ten", "twenty-one twenty"."""

import re

from tuireader.analysis.patterns import one_of

_HOUR_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_TEEN_WORDS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_HOURS = one_of(_HOUR_WORDS)
_HOUR = rf"(?:{_HOURS}|1[0-2]|[1-9])"
_STEPS = r"(?=[fathq0-5])(?:five|ten|(?:a[ ])?quarter|twenty(?:[- ]five)?|half|[12]?[05])"
_ON_CLOCK = r"(?:past|to|before|after)"
_CUE = (
    r"\b(?=[abefijnopstuw])(?:at|by|around|until|till|since|before|after|about|from|past|nearly|almost|exactly|just|"
    r"or|and|is|was|be)[ ]"
)
_TEENS = one_of(_TEEN_WORDS)
_PHRASE_ENDS = r"(?=[ ]?(?:[.,;:!?)”\"’—–]|$)|[ ](?:in[ ]the|at[ ]night|that|this|on|p\.?m|a\.?m))"
_OF_DAY = r"(?=[ ](?:in[ ]the[ ](?:morning|afternoon|evening)|at[ ]night|that[ ]night)\b)"
_IN_THE_DAY = re.compile(_OF_DAY)
_SPOKEN = re.compile(
    rf"""
      \b{_STEPS}[ ]past[ ]{_HOUR}\b
    | (?<=\bat[ ]){_STEPS}[ ]past\b
    | {_CUE}(?:a[ ])?{_STEPS}[ ]to[ ](?:{_HOURS})\b{_PHRASE_ENDS}
    | \b(?:a[ ])?quarter[ ](?:to|past)[ ]{_HOUR}\b
    | \b[\w-]{{1,12}}[ ]minutes?[ ]{_ON_CLOCK}[ ](?:{_HOURS})\b{_PHRASE_ENDS}
    | \b(?:{_HOURS})[ ]o[’']clock\b
    | \b(?=[efnst])(?:{_TEENS}|twenty(?:[- ](?:one|two|three))?)[ ]
      (?:{_TEENS}|(?:twenty|thirty|forty|fifty)(?:[- ](?:{_HOURS}))?){_PHRASE_ENDS}
    | \b(?:{_HOURS}){_OF_DAY}
    | (?P<bare>\b(?=[atub])(?:at|until|till|after|before)[ ](?:{_HOURS}){_PHRASE_ENDS})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPOKEN_SIGN = re.compile(
    rf"\b{one_of([*_HOUR_WORDS, *_TEEN_WORDS, 'twenty', 'past', 'quarter'])}\b", re.IGNORECASE
)
"""Words one of which every spoken time has: looking for them first takes a fifth of the time."""

_HAPPENS = re.compile(
    r"\b(?:start|begin|began|open|clos|meet|met\b|meeting|arriv|left\b|leav|depart|c[oa]me|end|"
    r"finish|rise|rose|resume|adjourn|wake|woke|due\b|schedul|morning|evening|night|afternoon|"
    r"tonight|yesterday|tomorrow|minutes|just|\w+day\b)[^.!?]{0,40}$",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"(?<![\w.,$£€])(?P<time>(?P<hour>[01]?\d|2[0-3])[.][0-5]\d)"
    r"(?![\d%]|[.,]\d|[ ]?(?:[a-z]{1,2}\b(?<!\bor)(?<!\bto)(?<!\bon)(?<!\bin)(?<!\bby)(?<!\bhe)"
    r"(?<!\bit)(?<!\bis)(?<!\ba)(?<!\bas)(?<!\bat)(?<!\bwe)(?<!\bi)(?<!\bof)|per[ ]?cent|m\b))"
)
_TELLS_TIME = re.compile(
    r"\b(?:at|by|around|until|till|about|since|from|before|after|between|and|to)[ ]$", re.IGNORECASE
)
_STRONG = re.compile(r"\b(?:at|by|around|until|till|at about|at around)[ ]$", re.IGNORECASE)
_VALUES = re.compile(
    r"\b(?:shares?|stocks?|prices?|priced|trad\w+|rates?|ind(?:ex|ices)|points?|averag\w*|valu\w+|"
    r"magnitude|levels?|odds|scor\w+|ratios?|yields?|dollars?|euros?|pounds?|cents?|percent\w*|"
    r"futures|currency|metres?|meters?|quoted|measur\w+|gpa|times)\b",
    re.IGNORECASE,
)
_REACH = 80
"""How many characters in front of a time are searched for what it might measure."""

_BEHIND = re.compile(r"[ ](?:times|million|billion|thousand|points?|metres?|meters?|cents?)\b")


def find_times(text: str, known: set[str]) -> list[tuple[int, int]]:
    """Find the times of day in a paragraph.

    Args:
        text: The paragraph.
        known: Times with a point ("16.20") that the article has told so far; new ones are added,
            so that a lone "16.20?" further down is known as one.
    """
    spans = _spoken_times(text) if _SPOKEN_SIGN.search(text) else []
    for match in _POINTED.finditer(text):
        if match["time"] in known or _is_pointed_time(text, match):
            known.add(match["time"])
            spans.append(match.span())
    return spans


def _spoken_times(text: str) -> list[tuple[int, int]]:
    return [
        match.span()
        for match in _SPOKEN.finditer(text)
        if not match["bare"] or _is_hour(text, match)
    ]


def _is_hour(text: str, match: re.Match[str]) -> bool:
    """Whether "at nine" tells when something happens and no level."""
    happens = _HAPPENS.search(text, max(0, match.start() - 50), match.start())
    return happens is not None or _IN_THE_DAY.match(text, match.end()) is not None


def _is_pointed_time(text: str, match: re.Match[str]) -> bool:
    """Whether digits with a point tell the time and no price, rate or level."""
    start, written = match.start(), match["time"]
    if _BEHIND.match(text, match.end()):
        return False
    if len(match["hour"]) == 2 and written[0] == "0":
        return True
    reach = max(0, start - _REACH)
    if _VALUES.search(
        text, max(reach, *(text.rfind(f"{end} ", reach, start) for end in ".?!")), start
    ):
        return False
    cue = _TELLS_TIME if len(match["hour"]) == 2 else _STRONG
    return cue.search(text, max(0, start - 12), start) is not None
