"""Units of measure: which one stands behind a number, and units per units."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import FigureKind

_KINDS = {"duration": FigureKind.DURATION, "percent": FigureKind.PERCENT}
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_SQUARE = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic"}
_SQUARED = {"squared": "square", "cubed": "cubic"}
_PIECE = re.compile(r"(?P<gap>[ \u00a0\u202f]?[-‑]?)(?P<word>[A-Za-zµμΩ°º℃℉%٪％″′\"]+)")
_POWER = re.compile(r"\^?([23²³])(?!\d)")
_PER = re.compile(
    r"(?P<slash>[ ]?/[ ]?)|[ \u00a0]+(?P<per>per)[ \u00a0]+|[ ]+(?P<article>an?|each|every)[ ]+"
    r"|-(?P<hyphen>an?|per)-",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[ ]?(?:\((?=[^()]{2,12}\))|\[(?=[^][]{2,12}\])|<(?=[^<>]{2,12}>))")
"""A single letter in brackets is a subsection."""
_INCH_FOLLOWS = re.compile(
    r"\.?\s*(?:$|[.,;:)(]|thick|tall|long|wide|deep|high|across|in\b|x\b|by\b)"
)
_HALF_FOLLOWS = re.compile(r"[ -](?:half|quarter|place|round|hand|time|leg|term|home|phase)\b")
_POINT_IN_TIME = re.compile(r"[ ](?:ago|earlier|later|before|previously|from now)\b")
_DECADE = re.compile(r"(?<![\d.])(?:\d0|\d{4})s$")
_CELSIUS = re.compile(r"\d[ ]?°?C\b")
_MAX_WORDS = 4
_NO_UNITS = ("prefixed", "prefixes", "denominators", "compounds")
_QUOTE_REACH = 400
"""How far back an opening quote mark is looked for before a mark is taken for inches."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as found in a text."""

    name: str
    """Its name in the singular, "per" included ("dollar per hour")."""

    kind: FigureKind
    """Measure, duration or percent."""

    end: int
    """Offset after its last character."""

    hyphen: bool = False
    """Whether a hyphen ties it to its number, as in front of a noun."""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units by how they are written."""

    words: Mapping[str, tuple[str, FigureKind]]
    """Lower case, words parted by one space."""

    symbols: Mapping[str, tuple[str, FigureKind]]
    """Exactly as written."""

    any_case: Mapping[str, tuple[str, FigureKind]]
    """Symbols in lower case, where that leaves no doubt ("Ghz")."""

    denominators: frozenset[str]
    """What may stand behind "a" and "per" besides units."""

    compounds: Sequence[Mapping[str, float]]
    """Units that people combine ("six foot one"), by size, a mapping for each sort."""


@cache
def unit_table() -> UnitTable:
    """Read the lexicon of units."""
    lexicon = load_lexicon("units")
    words: dict[str, tuple[str, FigureKind]] = {}
    symbols: dict[str, tuple[str, FigureKind]] = {}
    for name, forms in _prefixed_units(lexicon):
        words.update(dict.fromkeys(forms["words"], (name, FigureKind.MEASURE)))
        symbols.update(dict.fromkeys(forms["symbols"], (name, FigureKind.MEASURE)))
    for group, units in lexicon.items():
        if group in _NO_UNITS:
            continue
        kind = _KINDS.get(group, FigureKind.MEASURE)
        for name, forms in units.items():
            words.update(dict.fromkeys(forms.get("words", ()), (name, kind)))
            symbols.update(dict.fromkeys(forms.get("symbols", ()), (name, kind)))
    any_case: dict[str, tuple[str, FigureKind]] = {}
    folded = Counter(symbol.lower() for symbol in symbols)
    for symbol, unit in symbols.items():
        if len(symbol) > 2 and folded[symbol.lower()] == 1:
            any_case[symbol.lower()] = unit
    compounds = tuple(lexicon["compounds"].values())
    return UnitTable(words, symbols, any_case, frozenset(lexicon["denominators"]), compounds)


def is_time(name: str | None) -> bool:
    """Tell whether a unit measures time."""
    return name is not None and unit_table().words.get(name, ("", None))[1] is FigureKind.DURATION


def _prefixed_units(lexicon: Any) -> Iterator[tuple[str, dict[str, list[str]]]]:
    prefixes: dict[str, list[str]] = lexicon["prefixes"]
    for name, forms in lexicon["prefixed"].items():
        words, symbols = forms.get("words", []), forms.get("symbols", [])
        for prefix in forms.get("prefixes", prefixes):
            yield (
                prefix + name,
                {
                    "words": [prefix + word for word in words]
                    + [f"{prefix}-{word}" for word in words],
                    "symbols": [letter + s for letter in prefixes[prefix] for s in symbols],
                },
            )
        yield name, {"words": words, "symbols": symbols}


def match_unit(text: str, start: int, *, digits: bool) -> Unit | None:
    """Find the unit that stands at `start`, right behind a number.

    Args:
        text: The paragraph.
        start: Offset after the number.
        digits: Whether the number ends in digits; only then a symbol may follow ("5 km").
    """
    if digits and (bracket := _BRACKETED.match(text, start)):
        return _match_bracketed(text, bracket.end())
    unit = _match_simple(text, start, digits=digits)
    if unit is None:
        return None
    return _with_denominators(text, unit)


def _match_bracketed(text: str, start: int) -> Unit | None:
    """Find the unit that stands alone in brackets, as in tables: "20 (kg)"."""
    unit = _match_simple(text, start, digits=True)
    if unit is None:
        return None
    unit = _with_denominators(text, unit)
    return replace(unit, end=unit.end + 1) if text[unit.end] in ")]>" else None


def _match_simple(text: str, start: int, *, digits: bool) -> Unit | None:
    pieces = _pieces(text, start)
    if not pieces:
        return None
    first = pieces[0]
    hyphen = first["gap"].endswith(("-", "‑"))
    dimension = _SQUARE.get(first["word"].lower())
    if dimension is not None:
        inner_start = first.end() + (text[first.end() : first.end() + 1] == ".")
        inner = _match_simple(text, inner_start, digits=digits)
        if inner is None or inner.kind is not FigureKind.MEASURE:
            return None
        return Unit(f"{dimension} {inner.name}", inner.kind, inner.end, hyphen)
    found = _longest(text, pieces, digits=digits)
    if found is None:
        return None
    (name, kind), end = found
    name, end = _with_power(text, name, end)
    if text[end : end + 1].isalnum():
        return None
    return Unit(name, kind, end, hyphen)


def _pieces(text: str, start: int) -> list[re.Match[str]]:
    pieces: list[re.Match[str]] = []
    at = start
    while len(pieces) < _MAX_WORDS and (match := _PIECE.match(text, at)):
        if pieces and not match["gap"]:
            break
        pieces.append(match)
        at = match.end()
    return pieces


def _longest(
    text: str, pieces: list[re.Match[str]], *, digits: bool
) -> tuple[tuple[str, FigureKind], int] | None:
    table = unit_table()
    for count in range(len(pieces), 0, -1):
        end = pieces[count - 1].end()
        key = " ".join(piece["word"] for piece in pieces[:count])
        found = table.symbols.get(key) if digits else None
        found = found or table.words.get(key.lower())
        if found is None and digits and len(key) > 1:
            found = table.any_case.get(key.lower())
        if found is None and count == 1 and digits:
            found = table.symbols.get(key.strip('"') + ("″" if key == '"' else ""))
        if found is not None and _fits(text, found[0], key, end):
            return found, end
    return None


def _fits(text: str, name: str, key: str, end: int) -> bool:
    """Whether a form that is an ordinary word as well is a unit here."""
    if key == '"':
        return text.count('"', max(0, end - _QUOTE_REACH), end - 1) % 2 == 0
    if key == "F":
        return text[end - 2] == " " or _CELSIUS.search(text, max(0, end - 30), end) is not None
    if key == "in":
        return _INCH_FOLLOWS.match(text, end) is not None
    named = len(key) > 3 and key[0].isupper() and key[1:].islower() and not key.endswith("s")
    if named and name.lower() == key.lower():
        return False
    if key == "s":
        return not _DECADE.search(text, max(0, end - 6), end)
    if name in ("second", "minute"):
        return _HALF_FOLLOWS.match(text, end) is None
    return True


def _with_power(text: str, name: str, end: int) -> tuple[str, int]:
    if power := _POWER.match(text, end):
        return f"{_POWERS[power[1]]} {name}", power.end()
    following = _PIECE.match(text, end)
    if following and following["gap"] and following["word"].lower() in _SQUARED:
        return f"{_SQUARED[following['word'].lower()]} {name}", following.end()
    return name, end


def _with_denominators(text: str, unit: Unit) -> Unit:
    for _ in range(2):
        per = match_per(text, unit.end)
        if per is None:
            break
        unit = Unit(f"{unit.name} per {per[0]}", unit.kind, per[1], unit.hyphen)
    return unit


def match_per(text: str, start: int) -> tuple[str, int] | None:
    """Find "per hour", "a share", "/km2" at `start`; return what it is per and the end."""
    per = _PER.match(text, start)
    if per is None:
        return None
    unit = _match_simple(text, per.end(), digits=bool(per["slash"]))
    if unit is not None and per["article"] and _POINT_IN_TIME.match(text, unit.end):
        return None
    if unit is not None and unit.kind is not FigureKind.PERCENT and not per.group().endswith("\n"):
        return unit.name, unit.end
    word = re.compile(r"[A-Za-z]{2,20}").match(text, per.end())
    if word is None:
        return None
    written = word[0].lower()
    if written in unit_table().denominators or per["per"]:
        return written, word.end()
    return None
