"""Whether two names may be the same person's."""

from collections.abc import Sequence

from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.name_words import without_marks


def same_person(own: Sequence[str], asked: Sequence[str], lexicon: SpeakerLexicon) -> bool:
    """Tell whether two names may be the same person's.

    Args:
        own: The words of the one.
        asked: The words of the other.
        lexicon: Particles, and short forms of given names.
    """
    one, other = _compared(own), _compared(asked)
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return short[0] in long
    if len(short) < len(long) and _is_part(short, long, lexicon):
        return True
    if one[-1] != other[-1]:
        return False
    return short[0] in long[:-1] or _same_given(one[0], other[0], lexicon)


def _compared(words: Sequence[str]) -> list[str]:
    return [without_marks(word).lower() for word in words]


def _is_part(short: list[str], long: list[str], lexicon: SpeakerLexicon) -> bool:
    """Tell a surname of several words, or a name that leaves the last surname out."""
    size = len(short)
    if short in (long[:size], long[-size:]):
        return True
    within = any(long[at : at + size] == short for at in range(1, len(long) - size))
    return within and short[0] in lexicon.particles


def _same_given(one: str, other: str, lexicon: SpeakerLexicon) -> bool:
    """Tell whether two given names may be the same person's: equal, initials, or a short form."""
    if one == other or one.rstrip(".") == other.rstrip("."):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1 or (len(short) >= 3 and long.startswith(short)):
        return long.startswith(short)
    full = lexicon.nicknames
    return full.get(one, one) == full.get(other, other)
