"""Circumstances of an event: who did it, where, when, and in what part of a set."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.comparisons.arguments import actor_of
from tuireader.analysis.comparisons.frames import Evoked, asks_who
from tuireader.analysis.comparisons.sets import is_collective
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, Speaker, SpeakerKind
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Entities that tell where."""

DIRECTIONS = frozenset(
    {
        "center", "centre", "east", "eastern", "north", "northeast", "northeastern", "northern",
        "northwest", "northwestern", "south", "southeast", "southeastern", "southern", "southwest",
        "southwestern", "west", "western",
    }
)  # fmt: skip
"""Words that tell where without a name."""

PERIODS = frozenset({"DATE"})
"""Entities that tell when; an hour of the day is not another time."""

TIMES = frozenset({"DATE", "TIME"})
"""Entities that are no part of a set."""

LIMITS = frozenset({"before", "till", "until"})
"""Prepositions of the time up to which something was not so."""

SPANS = frozenset({"month", "period", "time", "week", "year"})
"""Nouns that tell when and are no part of a set."""

NO_PERIOD = frozenset({"annually", "daily", "each", "every", "monthly", "per", "weekly", "yearly"})
"""First words of what tells how often, not when."""

IT = "it"
"""The body that an article is about, as an actor."""

PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we"})
"""Pronouns of which two different ones are two actors."""

SCOPE = frozenset({"among", "for", "from", "in", "with"})
"""Prepositions that limit an event to a part."""

NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
"""Entities that name a side in a conflict."""

STEM = 4
"""Letters that the name of a country shares with the name of its people."""

OPENING = 2
"""Paragraphs of running text that tell where an article plays."""

ANY_TIME = frozenset({"*"})
"""The periods of what was not so up to some time: all before."""

_RATE = re.compile(r"an? (?:day|hour|month|quarter|week|year)", re.IGNORECASE)

_SEATED = re.compile(r"\b(?:in|from) (?:the )?(\w+)")


class Circumstances:
    """Tells where and when each claim sets what it says, as far as its own voice does."""

    def __init__(
        self,
        paragraphs: Sequence[ParsedParagraph],
        speakers: Iterable[Speaker],
        claims: Sequence[Claim],
    ) -> None:
        """Prepare for one article.

        Args:
            paragraphs: Its analysed paragraphs in order.
            speakers: Its speakers.
            claims: Its claims, ordered by start.
        """
        self._spans: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}
        for claim in claims:
            starts, ends = self._spans.setdefault(claim.asserted_by, ([], []))
            starts.append(claim.start)
            ends.append(claim.end)
        prose = [p for p in paragraphs if p.kind is ParagraphKind.TEXT]
        self._home = frozenset(
            entity.text.lower()
            for paragraph in prose[:OPENING]
            for entity in paragraph.doc.ents
            if entity.label_ in PLACES
        )
        subjects = (token for p in prose[:1] for token in p.doc if token.dep_ == "nsubj")
        self._main = next((t.lemma_.lower() for t in subjects if t.pos_ == "PROPN"), "")
        self._seats = {
            speaker.id: frozenset(_SEATED.findall(speaker.name.lower()))
            for speaker in speakers
            if speaker.kind is not SpeakerKind.PERSON
        }

    def places_of(self, claim: Claim, words: "Words") -> frozenset[str]:
        """Return where a claim sets its event; local officials speak of their own place.

        Args:
            claim: The claim.
            words: Its words.
        """
        named = self._entities(claim, words, PLACES)
        directions = DIRECTIONS.intersection(token.lower_ for token in words)
        seat = self._seats.get(claim.asserted_by[-1]) if claim.asserted_by else None
        return named | directions or seat or frozenset()

    def is_away(self, places: frozenset[str]) -> bool:
        """Tell whether some places are others than where the article begins.

        Args:
            places: What `places_of` gave.
        """
        return bool(places) and not places & self._home

    def periods_of(self, claim: Claim, words: "Words") -> frozenset[str]:
        """Return when a claim sets its event.

        Args:
            claim: The claim.
            words: Its words.
        """
        dates = [entity for entity in words.ents if entity.label_ in PERIODS]
        if claim.negated and any(_is_limit(entity) for entity in dates):
            return ANY_TIME
        return self._entities(claim, words, PERIODS)

    def actor_in(self, event: Evoked) -> str:
        """Return who did it, if that is somebody else than whom it happened to.

        Args:
            event: The event.
        """
        actor = actor_of(event.word)
        if actor is not None and asks_who(event.side):
            return _name_of(actor)
        if actor is None or actor == event.theme:
            return ""
        lemma = actor.lemma_.lower()
        if is_collective(lemma) or lemma == self._main:
            return IT
        return lemma if actor.pos_ in ("NOUN", "PROPN") or actor.lower_ in PRONOUNS else ""

    def _entities(self, claim: Claim, words: "Words", kinds: frozenset[str]) -> frozenset[str]:
        """Return entities of a sentence, as far as the claim's own voice names them."""
        shift = claim.start - words.start_char
        starts, ends = self._spans[claim.asserted_by]

        def is_own(offset: int) -> bool:
            at = bisect_right(starts, offset) - 1
            return at >= 0 and offset < ends[at]

        named = (
            (entity.text.lower(), entity.start_char)
            for entity in words.sent.ents
            if entity.label_ in kinds
        )
        return frozenset(
            name for name, at in named if is_own(shift + at) and not _is_no_period(name)
        )


def _is_no_period(name: str) -> bool:
    """Tell whether what looks like a time tells how often, or only points back."""
    if name.split(maxsplit=1)[0] in NO_PERIOD or name.startswith("the same "):
        return True
    return _RATE.fullmatch(name) is not None


def _is_limit(entity: "Words") -> bool:
    """Tell whether a time is what something was not before ("did not know until 2017")."""
    return any(
        token.lower_ in LIMITS for token in entity.doc[max(0, entity.start - 1) : entity.end]
    )


def _name_of(actor: "Token") -> str:
    """Return a name for an actor that "Karsian troops" and "Karsia's soldiers" share."""
    words = [actor, *(c for c in actor.children if c.dep_ in ("amod", "compound", "poss"))]
    names = [
        word.lower_[:STEM] for word in words if word.pos_ == "PROPN" or word.ent_type_ in NAMES
    ]
    return " ".join(names)


def scope_of(event: Evoked) -> frozenset[str]:
    """Return what limits an event: "leads by 7 points among voters in the south".

    Args:
        event: The event.
    """
    anchors = [event.word] if event.theme is None else [event.word, event.theme]
    return frozenset(
        noun.lemma_.lower()
        for anchor in anchors
        for preposition in anchor.children
        if preposition.dep_ == "prep" and preposition.lower_ in SCOPE
        for noun in preposition.children
        if noun.dep_ == "pobj"
        and noun.ent_type_ not in TIMES | PLACES
        and noun.lemma_.lower() not in SPANS
    )
