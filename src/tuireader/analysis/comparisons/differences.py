"""Differences: whether what two sources say of the same thing excludes each other, and why."""

import re
from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

from tuireader.analysis.comparisons.circumstances import ANY_TIME, TIMES
from tuireader.analysis.comparisons.frames import asks_who, themes_of
from tuireader.analysis.comparisons.intervals import comparable, exclude_each_other, is_above
from tuireader.analysis.comparisons.reading import ARTICLE, Reading
from tuireader.analysis.model import FigureKind

PLANNED = frozenset({"cost", "jobs lost"})
"""Frames of which forecast and outcome are compared: the figure is what is disputed."""

_PAST = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:ago|before|earlier|later|previous)\b")


class Finding(NamedTuple):
    """How the readings of a group compare."""

    differs: bool
    """Whether two of them exclude each other."""

    reason: str
    """How, in words that a reader understands."""

    strength: int
    """How much the finding tells: figures that differ most, mere agreement least."""

    pair: tuple[Reading, Reading]
    """The readings that it rests on."""


def compare(readings: list[Reading], name_of: Callable[[str], str]) -> Finding | None:
    """Compare what several voices say in one frame.

    Args:
        readings: What they say, in the order of the text.
        name_of: Gives the name of a voice.

    Returns:
        The strongest finding, or None if the readings say nothing to each other.
    """
    last_word = {reading.voice: name_of(reading.voice).split()[-1:] for reading in readings}
    pairs = [
        (first, second)
        for first, second in combinations(readings, 2)
        # Not "the report" and "the new report": those are hardly two voices.
        if last_word[first.voice] != last_word[second.voice] and is_about_the_same(first, second)
    ]
    pairs.sort(key=lambda pair: ARTICLE in (pair[0].voice, pair[1].voice))
    for check in (_figures_differ, _actors_differ, _sides_differ, _denied, _figures_agree):
        for first, second in pairs:
            finding = check(first, second, name_of)
            if finding is not None:
                return finding
    return None


def is_about_the_same(first: Reading, second: Reading) -> bool:
    """Tell whether two readings may be about the same: no other set, place, period or part."""
    owners = {first.theme.owner, second.theme.owner} - {""}
    if len(owners) > 1 or not _same_set(first, second):
        return False
    of_any = themes_of(first.side) is not None
    if asks_who(first.side):
        return True
    if not of_any and first.actor and second.actor and first.actor != second.actor:
        return False
    if first.is_planned != second.is_planned and first.side.frame not in PLANNED:
        return False
    return _fits_in_time(first.periods, second.periods) and not (
        _disjoint(first.scope, second.scope)
        or _disjoint(first.places, second.places)
        or _disjoint(first.theme.qualifiers, second.theme.qualifiers)
    )


def _same_set(first: Reading, second: Reading) -> bool:
    """Tell whether two readings may count the same set, or one a part of the other's."""
    one, other = first.theme, second.theme
    if themes_of(first.side) is not None or one.lemma == other.lemma:
        return True
    if not (first.in_lexicon and second.in_lexicon):
        return False
    return one.is_like(other) or one.is_wider_than(other) or other.is_wider_than(one)


def _may_be_part(part: Reading, whole: Reading) -> bool:
    """Tell whether a reading may count only some of what the other one counts."""
    if part.resumed or whole.resumed:
        return False
    if whole.theme.is_wider_than(part.theme) or part.theme.qualifiers - whole.theme.qualifiers:
        return True
    if part.claim.start < whole.claim.start:  # what comes later leaves out what was just told
        return False
    return (part.is_away and not whole.places) or (bool(part.scope) and not whole.scope)


def _fits_in_time(first: frozenset[str], second: frozenset[str]) -> bool:
    if ANY_TIME in (first, second):
        return True
    if _other_time(first, second) or _other_time(second, first):
        return False
    return not _disjoint(first, second)


def _other_time(periods: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether only one of two statements sets itself in another time ("a year earlier")."""
    return not others and any(_PAST.search(period) for period in periods)


def _disjoint(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first) and bool(second) and not first & second


def _figures_differ(
    first: Reading, second: Reading, name_of: Callable[[str], str]
) -> Finding | None:
    """Figures on the same side of the same event whose intervals exclude each other."""
    one, other = first.figure, second.figure
    if one is None or other is None or first.side != second.side or first.negated != second.negated:
        return None
    if not (first.voice and second.voice) and not first.in_lexicon:
        return None
    if is_loose(first) or is_loose(second) or not exclude_each_other(one, other):
        return None
    if _may_be_part(first, second) and not is_above(one, other):
        return None
    if _may_be_part(second, first) and not is_above(other, one):
        return None
    return Finding(
        True, f"{_figure(first, name_of)} against {_figure(second, name_of)}", 4, (first, second)
    )


def is_loose(reading: Reading) -> bool:
    """Tell whether a reading is the article's own vague word; it sums up and excludes nothing.

    Args:
        reading: The reading.
    """
    figure = reading.figure
    return figure is not None and figure.kind is FigureKind.VAGUE and reading.voice == ARTICLE


def _actors_differ(
    first: Reading, second: Reading, name_of: Callable[[str], str]
) -> Finding | None:
    """Two who can't both have been first."""
    if not asks_who(first.side) or first.negated or second.negated:
        return None
    if not (first.voice and second.voice and first.actor and second.actor):
        return None
    if set(first.actor.split()) & set(second.actor.split()):
        return None
    reason = f"{name_of(first.voice)} and {name_of(second.voice)} name different sides"
    return Finding(True, reason, 3, (first, second))


def _sides_differ(first: Reading, second: Reading, name_of: Callable[[str], str]) -> Finding | None:
    """Two sides of one event that can't both be: closed and open."""
    if first.side.number == second.side.number or first.negated or second.negated:
        return None
    if not _same_thing(first, second) or (first.figure is not None and second.figure is not None):
        return None
    if first.actor != second.actor and first.word.pos_ == second.word.pos_ == "VERB":
        return None
    reason = f"{_word(first, name_of)} against {_word(second, name_of)}"
    return Finding(True, reason, 3, (first, second))


def is_other_side(first: Reading, second: Reading) -> bool:
    """Tell whether two readings say of one set that it was on either side of an event.

    Args:
        first: A reading of the frame.
        second: Another one, of another voice or not.
    """
    return (
        first.side.number != second.side.number
        and not (first.negated or second.negated)
        and first.theme.is_like(second.theme)
        and (first.actor == second.actor or not (first.actor and second.actor))
    )


def _denied(first: Reading, second: Reading, name_of: Callable[[str], str]) -> Finding | None:
    """One voice says that it was, the other that it was not."""
    if first.side != second.side or first.negated == second.negated:
        return None
    if not _same_thing(first, second):
        return None
    if first.word.lemma_ != second.word.lemma_ and not first.in_lexicon:
        return None
    denied, denier = (first, second) if second.negated else (second, first)
    if not _is_that_very_claim(denied, denier):
        return None
    reason = f"{_word(denied, name_of)}, denied by {name_of(denier.voice)}"
    return Finding(True, reason, 3, (first, second))


def _is_that_very_claim(denied: Reading, denier: Reading) -> bool:
    """Tell whether a denial answers a claim: it may leave out place and time of what it answers."""
    if denied.theme.qualifiers != denier.theme.qualifiers:
        return False
    said = _nouns_of(denier) - {denier.theme.lemma}
    if said and not said & _nouns_of(denied):
        return False
    if denied.claim.start < denier.claim.start:
        return True
    return denied.places == denier.places and denied.periods == denier.periods


def _nouns_of(reading: Reading) -> frozenset[str]:
    """Return the nouns of the clause of a reading, as lemmas; times and names of days aside."""
    return frozenset(
        token.lemma_.lower()
        for token in reading.word.subtree
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in TIMES
    )


def _figures_agree(
    first: Reading, second: Reading, name_of: Callable[[str], str]
) -> Finding | None:
    """Figures that can both be true, laid side by side."""
    one, other = first.figure, second.figure
    if one is None or other is None or first.side != second.side or not comparable(one, other):
        return None
    if not first.voice or not second.voice or exclude_each_other(one, other):
        return None
    if _may_be_part(first, second) or _may_be_part(second, first):
        return None
    reason = f"{_figure(first, name_of)} and {_figure(second, name_of)}"
    return Finding(False, reason, 2, (first, second))


def _same_thing(first: Reading, second: Reading) -> bool:
    """Tell whether two voices other than the article's mean one thing, not "gate" and "gates"."""
    if not first.voice or not second.voice or first.theme.is_generic:
        return False
    return first.theme.plural == second.theme.plural and first.theme.is_like(second.theme)


def _figure(reading: Reading, name_of: Callable[[str], str]) -> str:
    words = reading.figure_words
    if reading.figure is not None and reading.figure.kind is FigureKind.VAGUE:
        words = f"“{words}”"
    return f"{words} ({name_of(reading.voice)})"


def _word(reading: Reading, name_of: Callable[[str], str]) -> str:
    return f"“{reading.told}” ({name_of(reading.voice)})"
