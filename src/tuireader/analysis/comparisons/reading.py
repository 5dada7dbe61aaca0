"""A reading: one thing that a claim says, with all that tells it from another one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.comparisons.frames import Evoked, Side
from tuireader.analysis.comparisons.themes import Theme
from tuireader.analysis.model import Claim, Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

ARTICLE = ""
"""The voice of the article itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a claim says."""

    claim: Claim
    """The claim."""

    voice: str
    """Who asserts it: id of a speaker, words for who is none; `ARTICLE` for the article itself."""

    theme: Theme
    """What it is about."""

    event: Evoked
    """The event; for a number that goes on counting, the event told of before."""

    negated: bool
    """Whether it says that the event was not."""

    figure: Figure | None
    """The figure that counts or measures the theme."""

    figure_words: str
    """The figure as written."""

    actor: str
    """Who did it, as a lemma; empty where the claim does not name anybody."""

    scope: frozenset[str]
    """Among whom or in what the event took place, as lemmas."""

    in_lexicon: bool
    """Whether the frame is one of the lexicon, and not just a verb."""

    places: frozenset[str]
    """Where, as far as the claim tells."""

    is_away: bool
    """Whether that is somewhere else than where the article begins."""

    periods: frozenset[str]
    """When, as far as the claim tells."""

    is_planned: bool
    """Whether it tells of what is not yet so."""

    resumed: bool = False
    """Whether its number goes on counting what was told before."""

    @property
    def side(self) -> Side:
        """The event frame and its side."""
        return self.event.side

    @property
    def word(self) -> "Token":
        """The word that tells of the event."""
        return self.event.word

    @property
    def told(self) -> str:
        """That word and the rest of its phrase."""
        return self.event.told

    def is_measured_like(self, figure: Figure) -> bool:
        """Tell whether a figure has the unit of this one's."""
        return self.figure is not None and self.figure.unit == figure.unit
