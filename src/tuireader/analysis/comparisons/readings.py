"""Readings: what each claim says of what, in which event frame, with which figure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.claims.spans import is_negated
from tuireader.analysis.comparisons.frames import (
    Evoked,
    Side,
    actor_of,
    evoked_events,
    frame_names,
    is_asserted,
)
from tuireader.analysis.comparisons.themes import Theme, ThemeFinder
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, ClaimKind, Figure
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ARTICLE = ""
"""The voice of the article itself."""

NOT_COMPARED = frozenset({ClaimKind.OPINION, ClaimKind.PREDICTION, ClaimKind.PLAN})
"""Kinds of claims about what is not yet so, or ought to be."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Entities that tell where."""

PERIODS = frozenset({"DATE", "TIME"})
"""Entities that tell when."""

NO_PERIOD = frozenset({"annually", "daily", "each", "every", "monthly", "weekly", "yearly"})
"""First words of what tells how often, not when."""

THIRD_PERSONS = frozenset({"he", "she", "they"})
"""Pronouns of which two different ones are two people."""

SCOPE = frozenset({"among", "for", "from", "in", "with"})
"""Prepositions that limit an event to a part."""

RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of what opens a relative clause; such asides are no statement to lay beside another."""

COUNTS = frozenset({"count", "figure", "number", "tally", "toll", "total"})
"""Subjects that go on counting what was told of before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a claim says."""

    claim: Claim
    """The claim."""

    voice: str
    """Id of who asserts it; `ARTICLE` for the article itself."""

    theme: Theme
    """What it is about."""

    side: Side
    """The event frame and its side."""

    negated: bool
    """Whether it says that the event was not."""

    word: "Token"
    """The word that tells of the event."""

    figure: Figure | None
    """The figure that counts or measures the theme."""

    figure_words: str
    """The figure as written."""

    told: str
    """That word and the rest of its phrase."""

    actor: str
    """Who did it, as a lemma; empty where the claim does not name anybody."""

    scope: frozenset[str]
    """Among whom or in what the event took place, as lemmas."""

    wording: frozenset[str]
    """The words of the claim, lower case."""

    in_lexicon: bool
    """Whether the frame is one of the lexicon, and not just a verb."""

    places: frozenset[str]
    """Where, as far as the claim tells."""

    periods: frozenset[str]
    """When, as far as the claim tells."""


class Reader:
    """Reads the claims of an article, with what it needs of the parse."""

    def __init__(self, parsed: Iterable[ParsedParagraph], figures: Iterable[Figure]) -> None:
        """Prepare for one article.

        Args:
            parsed: Its analysed paragraphs.
            figures: Its figures.
        """
        self._paragraphs = sorted(parsed, key=lambda paragraph: paragraph.start)
        self._figures = {figure.id: figure for figure in figures}
        self._themes = ThemeFinder(self._paragraphs)
        self._spans: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}

    def readings(self, claims: Sequence[Claim]) -> Iterator[Reading]:
        """Yield what the claims say, in the order of the text; headlines only repeat the body.

        Args:
            claims: The claims, ordered by start.
        """
        self._spans = {}
        for claim in claims:
            starts, ends = self._spans.setdefault(claim.asserted_by, ([], []))
            starts.append(claim.start)
            ends.append(claim.end)
        at = 0
        last: Reading | None = None
        for claim in claims:
            while at + 1 < len(self._paragraphs) and self._paragraphs[at + 1].start <= claim.start:
                at += 1
            paragraph = self._paragraphs[at]
            if paragraph.kind is ParagraphKind.TITLE or claim.kind in NOT_COMPARED:
                continue
            found = self._read(claim, paragraph, last)
            last = found[0] if found else last
            yield from found

    def _read(
        self, claim: Claim, paragraph: ParsedParagraph, last: Reading | None
    ) -> list[Reading]:
        words = paragraph.doc.char_span(
            claim.start - paragraph.start, claim.end - paragraph.start, alignment_mode="expand"
        )
        if words is None:
            return []
        figures = [self._figures[id_] for id_ in claim.figures if id_ in self._figures]
        if not figures and words[0].tag_ in RELATIVE:
            return []
        found = []
        for event in evoked_events(list(words)):
            if not is_asserted(event.word, words.root):
                continue
            theme, figure = self._theme_of(event, paragraph, figures)
            if theme is None and _is_taken_up(event, claim, paragraph, last):
                theme = last.theme if last is not None else None
            if theme is not None:
                found.append(self._reading(claim, paragraph, words, event, theme, figure))
        return found or list(self._continued(claim, paragraph, words, figures))

    def _theme_of(
        self, event: Evoked, paragraph: ParsedParagraph, figures: Sequence[Figure]
    ) -> tuple[Theme | None, Figure | None]:
        """Return what an event is about, and the figure that counts it."""
        if event.theme is None:
            return None, None
        figure = self._themes.figure_of(event.theme, paragraph, figures)
        theme = self._themes.of(event.theme)
        if theme is None and figure is not None and figure.concept_span is not None:
            theme = self._themes.at(figure.concept_span)
        return theme, figure

    def _continued(
        self,
        claim: Claim,
        paragraph: ParsedParagraph,
        words: "Words",
        figures: Sequence[Figure],
    ) -> Iterator[Reading]:
        """Yield what a bare number says ("the number is now over 100") of what was told before."""
        if not any(t.lemma_ in COUNTS and t.dep_ in ("nsubj", "nsubjpass") for t in words):
            return
        for figure in figures:
            place = figure.concept_span
            if place is None or claim.start <= place.start < claim.end:
                continue
            theme, event = self._themes.event_at(place)
            if theme is not None and event is not None:
                yield self._reading(claim, paragraph, words, event, theme, figure)

    def _entities(self, claim: Claim, words: "Words", kinds: frozenset[str]) -> frozenset[str]:
        """Return entities of a sentence, as far as the claim's own voice names them."""
        shift = claim.start - words.start_char
        starts, ends = self._spans[claim.asserted_by]

        def is_own(offset: int) -> bool:
            at = bisect_right(starts, offset) - 1
            return at >= 0 and offset < ends[at]

        return frozenset(
            entity.text.lower()
            for entity in words.sent.ents
            if entity.label_ in kinds
            and entity.text.split(maxsplit=1)[0].lower() not in NO_PERIOD
            and not entity.text.lower().startswith("the same ")
            and is_own(shift + entity.start_char)
        )

    def _reading(
        self,
        claim: Claim,
        paragraph: ParsedParagraph,
        words: "Words",
        event: Evoked,
        theme: Theme,
        figure: Figure | None,
    ) -> Reading:
        shift = paragraph.start
        return Reading(
            claim=claim,
            voice=claim.asserted_by[-1] if claim.asserted_by else ARTICLE,
            theme=theme,
            side=event.side,
            negated=claim.negated if event.word == words.root else is_negated(event.word),
            word=event.word,
            told=event.told,
            figure=figure,
            figure_words=(
                paragraph.doc.text[figure.start - shift : figure.end - shift] if figure else ""
            ),
            actor=_actor(event),
            scope=_scope(event),
            in_lexicon=event.side.frame in frame_names(),
            wording=frozenset(token.lower_ for token in words if token.is_alpha),
            places=self._entities(claim, words, PLACES),
            periods=self._entities(claim, words, PERIODS),
        )


def _actor(event: Evoked) -> str:
    """Return who did it, if that is somebody else than whom it happened to."""
    actor = actor_of(event.word)
    if actor is None or actor == event.theme:
        return ""
    if actor.pos_ in ("NOUN", "PROPN") or actor.lower_ in THIRD_PERSONS:
        return actor.lemma_.lower()
    return ""


def _scope(event: Evoked) -> frozenset[str]:
    """Return what limits an event: "leads by 7 points among voters in the south"."""
    anchors = [event.word] if event.theme is None else [event.word, event.theme]
    return frozenset(
        noun.lemma_.lower()
        for anchor in anchors
        for preposition in anchor.children
        if preposition.dep_ == "prep" and preposition.lower_ in SCOPE
        for noun in preposition.children
        if noun.dep_ == "pobj"
    )


def _is_taken_up(
    event: Evoked, claim: Claim, paragraph: ParsedParagraph, last: Reading | None
) -> bool:
    """Tell whether an event is about "they", whom the same voice has just spoken of."""
    return (
        last is not None
        and event.theme is not None
        and event.theme.lower_ in ("they", "them")
        and last.claim.asserted_by == claim.asserted_by
        and last.claim.start >= paragraph.start
    )
