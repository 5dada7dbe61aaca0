"""Money: which currency stands in front of a number or behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tuireader.analysis.lexicon import load_lexicon

_LONGEST_PREFIX = 8
_WORD = re.compile(r"[ \u00a0\u202f]?[-‑]?(?P<word>[^\W\d_][\w.]*)")
_SYMBOL = re.compile(
    r"[ \u00a0\u202f]?(?P<symbol>[^\w\s.,;:()'’”“-]|[A-Za-zčłzKNIS]{2,3}|[Rcp元円])(?!\w)"
)
_MILLIONS = re.compile(r"M?([A-Z]{3})")
_COUNTRY = re.compile(r"[ \u00a0](?:US|U\.S\.)(?=[ .,;)]|$)")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as found in a text."""

    code: str
    """ISO 4217, or the name of a part ("cent")."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character."""

    factor: float = 1.0
    """A million for a code such as "MEUR"."""

    weak: bool = False
    """Whether it could be something else before a single digit ("PS5")."""


@dataclass(frozen=True, slots=True)
class CurrencyTable:
    """All currencies by how they are written."""

    before: Mapping[str, str]
    """Signs in front of a number."""

    after: Mapping[str, str]
    """Signs behind it."""

    words: Mapping[str, str]
    """Words behind it, in lower case."""

    codes: frozenset[str]
    """Codes that may be written as such."""

    hundredths: frozenset[str]
    """Parts of which a hundred make one of the whole ("cent")."""

    weak: frozenset[str]
    """Signs that may be letters of a name before a single digit."""

    ordinary: frozenset[str]
    """Codes in lower case that are words of the language."""


@cache
def currency_table() -> CurrencyTable:
    """Read the lexicon of currencies."""
    lexicon = load_lexicon("currencies")
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    words: dict[str, str] = {}
    for code, forms in lexicon["currencies"].items():
        before.update(dict.fromkeys(forms.get("before", ()), code))
        after.update(dict.fromkeys([*forms.get("after", ()), *_signs(forms)], code))
        words.update(dict.fromkeys(forms.get("words", ()), code))
    for part, forms in lexicon["parts"].items():
        words.update(dict.fromkeys((f for f in forms if len(f) > 1), part))
        after.update(dict.fromkeys((f for f in forms if len(f) == 1), part))
    codes = frozenset(lexicon["codes"])
    hundredths, weak = frozenset(lexicon["hundredths"]), frozenset(lexicon["weak"])
    ordinary = frozenset(lexicon["ordinary"])
    return CurrencyTable(before, after, words, codes, hundredths, weak, ordinary)


def _signs(forms: dict[str, list[str]]) -> list[str]:
    return [form for form in forms.get("before", ()) if len(form) == 1 and not form.isalpha()]


def currency_before(text: str, end: int) -> Currency | None:
    """Find the currency that stands right in front of a number that begins at `end`."""
    table = currency_table()
    stop = end
    while stop > 0 and end - stop < 2 and text[stop - 1] in " \u00a0\u202f":
        stop -= 1
    for size in range(_LONGEST_PREFIX, 0, -1):
        start = stop - size
        if start < 0:
            continue
        written = text[start:stop]
        if start > 0 and (written[0].isalnum() and text[start - 1].isalnum()):
            continue
        if written in table.before:
            return Currency(table.before[written], start, stop, weak=written in table.weak)
        if code := _read_code(written, table):
            return Currency(code[0], start, stop, code[1])
    return None


def _read_code(written: str, table: CurrencyTable) -> tuple[str, float] | None:
    match = _MILLIONS.fullmatch(written.upper() if written.islower() else written)
    if match is None or match[1] not in table.codes or len(written) > 4:
        return None
    if written in table.ordinary:
        return None
    return match[1], 1e6 if len(written) == 4 else 1.0


def currency_after(text: str, start: int) -> Currency | None:
    """Find the currency that stands right behind a number that ends at `start`."""
    table = currency_table()
    words: list[tuple[str, int]] = []
    at = start
    while len(words) < 4 and (match := _WORD.match(text, at)):
        words.append((match["word"].lower(), match.end()))
        at = match.end()
    for count in range(len(words), 0, -1):
        key = " ".join(word for word, _ in words[:count])
        for form in (key, key.rstrip(".")):
            if form in table.words:
                end = words[count - 1][1] - (len(key) - len(form))
                return Currency(table.words[form], start, end)
    if words and (code := _read_code(_first_word(text, words), table)):
        return Currency(code[0], start, words[0][1] - words[0][0].endswith("."), code[1])
    symbol = _SYMBOL.match(text, start)
    if symbol and symbol["symbol"] in table.after:
        return Currency(table.after[symbol["symbol"]], start, symbol.end())
    return None


def _first_word(text: str, words: list[tuple[str, int]]) -> str:
    written, end = words[0]
    return text[end - len(written) : end].rstrip(".")


def skip_country(text: str, end: int) -> int:
    """Return the offset after "US" in "$500 US", or `end`."""
    match = _COUNTRY.match(text, end)
    return match.end() if match else end
