"""Make visible and harmless whatever in a text could act on a terminal; its length never changes.

Control characters become their pictures (ESC is shown as "␛"), characters that reorder or hide
text become the replacement character "�". Clean text costs one search.
"""

import re
import unicodedata
from typing import NamedTuple

REPLACEMENT = "\ufffd"
"""Stands for a character that has no harmless picture."""

MAX_MARKS = 8
"""Combining marks that one letter may carry; the languages of the world need up to six."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES[0x7F] = "\u2421"

_HIDDEN = (
    "\x80-\x9f"  # C1 controls: some terminals take them for escape sequences
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, fillers, selectors
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"  # zero width, separators, bidi controls
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # fillers, BOM, non-characters
    "\U0001d173-\U0001d17a"  # musical controls
    "\ud800-\udfff"  # lone surrogates: can't be written out
)
TAGS = "\U000e0000-\U000e007f"
"""The characters that spell a region behind a black flag, as a range of a pattern."""

WHOLE_FLAG = f"\U0001f3f4[{TAGS}]{{1,6}}\U000e007f"
"""A pattern for the flag of a region such as Scotland; elsewhere tags only hide text."""

_JOINERS = "\u200c\u200d"

_USUAL = bytes([0x0A, *range(0x20, 0x7F)])

_SUSPECT = re.compile(f"[\x00-\x09\x0b-\x1f\x7f{_HIDDEN}{_JOINERS}{TAGS}]")
_EXOTIC = re.compile("[^\x00-\u02ff\u1e00-\u20bf\ufffd]")
# Not compiled before a text needs them, which hardly any does.
_REPLACED = f"[{_HIDDEN}]"
_TAG_RUN = f"(\U0001f3f4?)([{TAGS}]+)"
_EXOTIC_RUN = f"[^\x00-\u02ff\u1e00-\u206f]{{{MAX_MARKS + 1},}}"
_PICTURE_SIGNS = frozenset(_PICTURES.values()) | {REPLACEMENT}

# Letters of these blocks take joiners to choose their form: Arabic to Tibetan, Khmer, Mongolian.
_JOINING = "\u0600-\u0fff\u1780-\u18af\ua840-\uabff\ufb50-\ufefe"

# Pictographs and the skin tones of some; a zero width joiner makes one emoji of two.
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"

_LOOSE_JOINER = (
    f"[{_JOINERS}](?:"
    r"(?![\s\S])"
    f"|(?<![{_JOINING}][{_JOINERS}])"
    f"(?:(?<![{_EMOJI}\ufe0f][{_JOINERS}])|(?![{_EMOJI}])))"
)
"""A joiner that joins nothing: last of all, or not between emoji or after a joining letter."""


class Sanitized(NamedTuple):
    """A text that is safe to show."""

    text: str
    """The text, as long as the one that came in."""

    replaced: int
    """How many characters were replaced; tabs, which become spaces, don't count."""


def sanitize(text: str) -> str:
    """Return the text with everything harmless that could act on a terminal.

    The result is as long as `text`: an offset into the one is an offset into the other. Newlines
    stay, a tab becomes one space.
    """
    return sanitize_counting(text).text


def sanitize_counting(text: str) -> Sanitized:
    """Sanitise like `sanitize` and tell how much there was to do."""
    clean = text
    unusual = unusual_characters(text)
    if not unusual:
        return Sanitized(text, 0)
    if _EXOTIC.search(unusual) and any(map(_is_mark, set(unusual))):
        clean = re.sub(_EXOTIC_RUN, _limit_marks, clean)
    if _SUSPECT.search(unusual):
        clean = re.sub(_TAG_RUN, _keep_flag, clean.translate(_PICTURES))
        clean = re.sub(_REPLACED, REPLACEMENT, clean).replace("\t", " ")
        # Last, as a joiner stays only beside a letter that stays.
        clean = re.sub(_LOOSE_JOINER, REPLACEMENT, clean)
    if clean is text or clean == text:
        return Sanitized(text, 0)
    return Sanitized(clean, count_signs(clean) - count_signs(text))


def unusual_characters(text: str) -> str:
    """Return the characters of a text that are not printable ASCII or newlines, in their order.

    A search for one character among them takes a tenth of the time of a search in the text.
    """
    return (
        text.encode("utf-8", "surrogatepass")
        .translate(None, _USUAL)
        .decode("utf-8", "surrogatepass")
    )


def _is_mark(char: str) -> bool:
    """Whether a character stands above or below the one before."""
    return unicodedata.category(char) in ("Mn", "Me")


def one_line(text: str) -> str:
    """Sanitise a file name or a title that has to stay on one line."""
    return sanitize(text).replace("\n", "\u2424")


def count_signs(text: str) -> int:
    """Count the characters that stand, or could stand, for replaced ones."""
    return sum(text.count(sign) for sign in _PICTURE_SIGNS)


def _keep_flag(match: re.Match[str]) -> str:
    """Keep a whole flag; of any other, nothing but the black flag at its beginning."""
    if re.fullmatch(WHOLE_FLAG, match.group()):
        return match.group()
    flag, tags = match.groups()
    return flag + REPLACEMENT * len(tags)


def _limit_marks(match: re.Match[str]) -> str:
    """Replace the combining marks beyond what one letter can carry."""
    run = 0
    kept = []
    for char in match.group():
        run = run + 1 if _is_mark(char) else 0
        kept.append(char if run <= MAX_MARKS else REPLACEMENT)
    return "".join(kept)
