"""Themes: what an event is about, so that two statements about it can be told to be one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.comparisons.arguments import of_what
from tuireader.analysis.comparisons.frames import Evoked, Side, allows, evoked_events, frame_index
from tuireader.analysis.comparisons.sets import ANYONE, is_wider, same_set
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Figure
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

GENERIC = frozenset(
    {
        "case", "country", "day", "group", "hour", "incident", "lot", "man", "month", "number",
        "one", "other", "part", "people", "percent", "person", "place", "rest", "thing", "time",
        "total", "way", "week", "woman", "work", "year",
    }
)  # fmt: skip
"""Nouns that alone do not tell that two statements are about the same."""


MEASURES = frozenset(
    {
        "dozens", "half", "handful", "hundreds", "lot", "millions", "number", "part", "percent",
        "rest", "scores", "third", "thousands", "total",
    }
)  # fmt: skip
"""Nouns that measure something else and are about nothing themselves."""

QUANTIFIERS = frozenset(
    {"few", "fewer", "less", "many", "more", "most", "much", "numerous", "several", "some"}
)
"""Adjectives that count rather than narrow down."""


NEUTRAL = frozenset({"entire", "latest", "new", "other", "own", "planned", "proposed", "whole"})
"""Adjectives that narrow nothing down."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What an event is about."""

    lemma: str
    """Its head, as a lemma in lower case."""

    words: str
    """Its head as the article writes it."""

    plural: bool
    """Whether there are several."""

    qualifiers: frozenset[str]
    """Adjectives and participles that narrow it down; names are not among them."""

    owner: str = ""
    """Surname of the person whose it is, in lower case ("Ruiz's plan"); "" for nobody's."""

    def is_like(self, other: "Theme") -> bool:
        """Tell whether it may be the same as another theme of the article."""
        return same_set(self.lemma, other.lemma)

    def is_wider_than(self, other: "Theme") -> bool:
        """Tell whether it is people of any sort, the other some sort of them."""
        return is_wider(self.lemma, other.lemma)

    @property
    def is_generic(self) -> bool:
        """Whether it says too little to tell two things apart."""
        return self.lemma in GENERIC


def people() -> Theme:
    """Return the theme of a bare number of people ("15 dead")."""
    return Theme(ANYONE, ANYONE, plural=True, qualifiers=frozenset())


class ThemeFinder:
    """Finds themes in the parse of an article."""

    def __init__(self, paragraphs: Sequence[ParsedParagraph]) -> None:
        """Prepare for one article.

        Args:
            paragraphs: Its analysed paragraphs, in order.
        """
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]

    def of(self, token: "Token") -> Theme | None:
        """Return the theme that a noun is the head of; None for pronouns and numbers.

        Args:
            token: The head of what an event is about.
        """
        if token.pos_ not in ("NOUN", "PROPN") or token.lower_ in MEASURES:
            return None
        qualifiers = frozenset(
            child.lower_
            for child in token.children
            if child.dep_ == "amod"
            and not child.ent_type_
            and child.lower_ not in QUANTIFIERS
            and child.lower_ not in NEUTRAL
            and not child.like_num
        )
        plural = token.tag_ in ("NNS", "NNPS")
        owner = next(
            (c.lower_ for c in token.children if c.dep_ == "poss" and c.ent_type_ == "PERSON"), ""
        )
        return Theme(token.lemma_.lower(), token.text, plural, qualifiers, owner)

    def at(self, place: Span) -> Theme | None:
        """Return the theme that stands somewhere in the article.

        Args:
            place: Where it stands.
        """
        token = self._token_at(place)
        return self.of(token) if token is not None else None

    def event_at(self, place: Span) -> tuple[Theme | None, Evoked | None]:
        """Return a theme and the event that its sentence tells of it.

        Args:
            place: Where the theme stands.
        """
        token = self._token_at(place)
        if token is None:
            return None, None
        theme = self.of(token)
        events = [
            event
            for event in evoked_events(list(token.sent))
            if event.theme == token and theme is not None and allows(event.side, theme.lemma)
        ]
        if not events:
            return None, None
        return theme, min(events, key=lambda event: event.side.frame == event.word.lemma_)

    def nominal_sides(self, place: Span) -> Sequence[Side]:
        """Return the sides that a counted word evokes as a noun of nothing in particular.

        Args:
            place: Where the word stands.
        """
        token = self._token_at(place)
        if token is None or of_what(token) is not None:
            return ()
        return frame_index().nouns.get(token.lemma_.lower(), ())

    def figure_of(
        self, theme: "Token", paragraph: ParsedParagraph, figures: Sequence[Figure]
    ) -> Figure | None:
        """Return the figure that counts a theme, or that stands for it ("a few that got out").

        Args:
            theme: The head of the theme.
            paragraph: Its paragraph.
            figures: The figures of the claim.
        """
        offset = paragraph.start + theme.idx
        for figure in figures:
            concept = figure.concept_span
            if figure.start <= offset < figure.end:
                return figure
            if concept is not None and concept.start <= offset < concept.end:
                return figure
            if any(_stands_at(child, paragraph, figure) for child in theme.children):
                return figure
        return None

    def _token_at(self, place: Span) -> "Token | None":
        at = bisect_right(self._starts, place.start) - 1
        if at < 0:
            return None
        paragraph = self._paragraphs[at]
        words = paragraph.doc.char_span(
            place.start - paragraph.start, place.end - paragraph.start, alignment_mode="expand"
        )
        return words.root if words is not None else None


def _stands_at(child: "Token", paragraph: ParsedParagraph, figure: Figure) -> bool:
    """Tell whether a word of a theme is the number, or what the number is taken to count."""
    if child.dep_ not in ("nummod", "poss", "compound", "amod"):
        return False
    offset = paragraph.start + child.idx
    concept = figure.concept_span
    return figure.start <= offset < figure.end or (
        concept is not None and concept.start <= offset < concept.end
    )
