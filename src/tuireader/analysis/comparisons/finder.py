"""Finds what several voices of an article say about the same thing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tuireader.analysis.comparisons.differences import (
    Finding,
    compare,
    is_about_the_same,
    is_loose,
    is_other_side,
)
from tuireader.analysis.comparisons.frames import asks_who
from tuireader.analysis.comparisons.intervals import comparable
from tuireader.analysis.comparisons.reading import ARTICLE, Reading
from tuireader.analysis.comparisons.readings import Reader
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, Comparison, Figure, Speaker, SpeakerKind

MOST_GROUPS = 5
"""More comparisons than that are not read."""

MOST_CLAIMS = 2
"""Claims of one voice in one comparison."""


MOST_READINGS = 80
"""Readings of one theme that are compared, pair by pair; a long hearing has thousands."""


class _Group(NamedTuple):
    """Readings of one theme in one frame, and how they compare."""

    topic: str
    readings: list[Reading]
    finding: Finding

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims, in the order of the text."""
        return tuple(dict.fromkeys(reading.claim.id for reading in self.readings))

    @property
    def rank(self) -> tuple[int, int]:
        """How much the group tells: its finding first, then how many voices it has."""
        return self.finding.strength, len({reading.voice for reading in self.readings})


def find_comparisons(
    parsed: Iterable[ParsedParagraph],
    speakers: Iterable[Speaker],
    figures: Iterable[Figure],
    claims: Sequence[Claim],
) -> list[Comparison]:
    """Lay side by side what several voices say about the same thing.

    Claims are grouped by what they are about and the event frame that they share. A group is
    marked as differing only where figures exclude each other in the same frame, the sides of the
    frame do, or one voice denies what another says.

    Args:
        parsed: The analysed paragraphs in order.
        speakers: The speakers of the article.
        figures: Its figures.
        claims: Its claims, ordered by start.

    Returns:
        At most a handful of comparisons, in the order of their first claim.
    """
    if not any(claim.asserted_by for claim in claims):
        return []
    known = list(speakers)
    names = {speaker.id: short_name(speaker) for speaker in known}
    found: dict[tuple[str, str], list[Reading]] = {}
    for reading in Reader(parsed, figures, known).readings(claims):
        theme = "" if reading.in_lexicon else reading.theme.lemma
        found.setdefault((theme, reading.side.frame), []).append(reading)
    groups = [group for readings in found.values() for group in _groups(readings, names)]
    groups.sort(key=lambda group: group.rank, reverse=True)
    chosen = list({group.claims: group for group in reversed(groups)}.values())[::-1]
    chosen = chosen[:MOST_GROUPS]
    chosen.sort(key=lambda group: group.readings[0].claim.start)
    return [
        Comparison(
            id=f"k{number}",
            topic=group.topic,
            claims=group.claims,
            differs=group.finding.differs,
            reason=group.finding.reason,
        )
        for number, group in enumerate(chosen, 1)
    ]


def short_name(speaker: Speaker) -> str:
    """Return how a reason calls a speaker: people by the last part of their name.

    Args:
        speaker: The speaker.
    """
    if speaker.kind is SpeakerKind.PERSON and speaker.name:
        return speaker.name.split()[-1]
    return speaker.name


def _groups(readings: Sequence[Reading], names: dict[str, str]) -> Iterator[_Group]:
    """Yield the groups among the readings of one frame, those that tell most first."""
    left = list(readings[:MOST_READINGS])
    while len({reading.voice for reading in left}) > 1:
        finding = compare(left, lambda voice: names.get(voice, voice) if voice else "the article")
        if finding is None:
            return
        kept = _shown(left, finding)
        yield _Group(_topic(kept), kept, finding)
        left = [reading for reading in left if reading not in kept]


def _topic(readings: Sequence[Reading]) -> str:
    """Name what readings are about, and the event that they share."""
    events = {_event_word(reading) for reading in readings}
    event = events.pop() if len(events) == 1 else readings[0].side.frame
    words = readings[0].theme.words
    if asks_who(readings[0].side):
        return readings[0].side.frame
    return event if words in event.split() else f"{words} · {event}"


def _event_word(reading: Reading) -> str:
    """Return how a topic calls an event: by its word, a phrase by the name of its frame."""
    if " " in reading.told:
        return reading.side.frame
    return reading.told.lower() if reading.word.dep_ == "acomp" else reading.word.lemma_


def _goes_with(reading: Reading, other: Reading) -> bool:
    """Tell whether a reading may be shown beside another: figures beside figures, no new place."""
    if not is_about_the_same(reading, other):
        return False
    if other.figure is None:
        return True
    if reading.figure is None:
        return is_other_side(reading, other)
    return comparable(reading.figure, other.figure) and (
        not reading.places or reading.places == other.places
    )


def _shown(readings: Sequence[Reading], finding: Finding) -> list[Reading]:
    """Keep the pair that tells most, and a few readings beside it that are about the same."""
    kept = list(finding.pair)
    for reading in readings:
        if is_loose(reading) or (reading.voice == ARTICLE and reading.figure is None):
            continue
        if any(reading.claim.id == other.claim.id for other in kept):
            continue
        if not all(_goes_with(reading, other) for other in finding.pair):
            continue
        if sum(other.voice == reading.voice for other in kept) < MOST_CLAIMS:
            kept.append(reading)
    kept.sort(key=lambda reading: reading.claim.start)
    return kept
