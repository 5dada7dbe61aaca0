"""The running count: what was last counted, which bare numbers go on counting."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.comparisons.arguments import of_what
from tuireader.analysis.comparisons.frames import (
    Evoked,
    Side,
    counts_people,
    evoked_events,
    frame_index,
    is_listed,
)
from tuireader.analysis.comparisons.tallies import Tally, names_total, tally_of
from tuireader.analysis.comparisons.themes import Theme, ThemeFinder, people
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, Figure, FigureKind
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from tuireader.analysis.comparisons.reading import Reading

NEAR = 400
"""Characters before a paragraph in which stands what "we say 1,900" answers to."""

MONEY_FRAMES = frozenset({"cost", "damage"})
"""Frames of what something costs."""


class Resumption(NamedTuple):
    """What a number goes on counting."""

    theme: Theme
    """What is counted."""

    event: Evoked
    """The event in which it was counted before."""

    giver: "Token | None"
    """The head of who is said to give the number, if the clause tells."""


class RunningCount:
    """Remembers what an article has counted so far."""

    def __init__(self, themes: ThemeFinder) -> None:
        """Begin with nothing.

        Args:
            themes: The themes of the article.
        """
        self._themes = themes
        self._counted: list[Reading] = []
        self._last_of: dict[Side, int] = {}

    def note(self, readings: Iterable["Reading"]) -> None:
        """Remember the readings that count something."""
        for reading in readings:
            if reading.figure is not None:
                self._last_of[reading.side] = len(self._counted)
                self._counted.append(reading)

    def before(self, sides: Collection[Side]) -> "Reading | None":
        """Return what was last counted in one of some frames.

        Args:
            sides: The sides of the frames.
        """
        last = max((self._last_of.get(side, -1) for side in sides), default=-1)
        return self._counted[last] if last >= 0 else None

    def resumptions(
        self, claim: Claim, paragraph: ParsedParagraph, words: "Words", figure: Figure
    ) -> Iterator[Resumption]:
        """Yield what a figure goes on counting ("put the number at 100", "knew of 100 escapes").

        Args:
            claim: The claim that gives it.
            paragraph: Its paragraph.
            words: Its words.
            figure: The figure.
        """
        tally = tally_of(words, figure, paragraph)
        if tally is not None and tally.side is not None:
            framed = self._of_frame(tally, tally.side, figure)
            if framed is not None:
                yield Resumption(*framed, tally.giver)
        elif tally is not None and tally.whom is not None:
            sides = [event.side for event in evoked_events(list(tally.whom.subtree))]
            before = self.before(sides)
            if before is not None:
                yield Resumption(before.theme, before.event, tally.giver)
        elif tally is not None:
            told = self._told_before(tally, figure, claim, paragraph)
            if told is not None:
                yield Resumption(*told, tally.giver)
        elif figure.kind is FigureKind.COUNT and figure.concept_span is not None:
            before = self.before(self._themes.nominal_sides(figure.concept_span))
            if before is not None:
                yield Resumption(before.theme, before.event, None)

    def _of_frame(self, tally: Tally, side: Side, figure: Figure) -> tuple[Theme, Evoked] | None:
        """Return what the number of a frame is of: "a toll of 40", "the cost of the bridge"."""
        noun = tally.noun
        if noun is None or (side.frame in MONEY_FRAMES) != (figure.kind is FigureKind.MONEY):
            return None
        whose = of_what(noun)
        named = self._themes.of(whose) if whose is not None else None
        if named is not None and side in frame_index().nouns.get(named.lemma, ()):
            named = None  # "death toll" counts no deaths of its own
        before = self._resumed([r for r in self._counted if r.side == side], figure)
        if before is not None and (named is None or before[0].is_like(named)):
            return before
        theme = named or (people() if counts_people(side) else self._themes.of(noun))
        return (theme, Evoked(side, noun, noun.text, noun)) if theme is not None else None

    def _told_before(
        self, tally: Tally, figure: Figure, claim: Claim, paragraph: ParsedParagraph
    ) -> tuple[Theme, Evoked] | None:
        """Return the theme and event that a number goes on counting."""
        place = figure.concept_span
        if place is not None and not tally.is_bare:
            if claim.start <= place.start < claim.end:
                return self._of_total(tally, figure, place)
            theme, event = self._themes.event_at(place)
            if theme is not None and event is not None and is_listed(event):
                return theme, event
        if figure.kind is FigureKind.MONEY:
            return self._resumed(self._paid(), figure)
        if tally.is_bare:
            near = [r for r in self._counted if r.claim.start >= paragraph.start - NEAR]
            return self._resumed(near[-1:], figure)
        listed = [r for r in self._counted if r.in_lexicon and r.side.frame not in MONEY_FRAMES]
        resumed = self._resumed(listed, figure)
        if resumed is not None:
            return resumed
        theme, event = self._themes.event_at(place) if place is not None else (None, None)
        return (theme, event) if theme is not None and event is not None else None

    def _paid(self) -> list["Reading"]:
        return [reading for reading in self._counted if reading.side.frame in MONEY_FRAMES]

    def _of_total(self, tally: Tally, figure: Figure, place: Span) -> tuple[Theme, Evoked] | None:
        """Return what was last counted of a theme ("the number of homes is 461"), or paid."""
        if figure.kind is FigureKind.MONEY:
            return self._resumed(self._paid(), figure)
        theme = self._themes.at(place) if names_total(tally) else None
        if theme is None:
            return None
        same = [r for r in self._counted if r.theme.lemma == theme.lemma]
        return (theme, same[-1].event) if same else None

    def _resumed(
        self, readings: Sequence["Reading"], figure: Figure
    ) -> tuple[Theme, Evoked] | None:
        """Return theme and event of the last of some readings, if its figure is of that kind."""
        for reading in reversed(readings):
            if reading.figure is not None and reading.figure.unit == figure.unit:
                return reading.theme, reading.event
        return None
