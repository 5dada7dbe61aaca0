"""Readings: what each claim says of what, in which event frame, with which figure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tuireader.analysis.claims.spans import is_negated
from tuireader.analysis.comparisons.frames import (
    Evoked,
    Side,
    actor_of,
    allows,
    evoked_events,
    frame_names,
    is_asserted,
)
from tuireader.analysis.comparisons.running import RunningCount
from tuireader.analysis.comparisons.themes import Theme, ThemeFinder
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, ClaimKind, Figure, FigureKind, Speaker
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ARTICLE = ""
"""The voice of the article itself."""

NOT_COMPARED = frozenset({ClaimKind.OPINION, ClaimKind.PREDICTION, ClaimKind.PLAN})
"""Kinds of claims about what is not yet so, or ought to be."""

PLANNED = frozenset({"cost", "jobs lost"})
"""Frames of which a plan and a forecast are compared as well: the figure is what is disputed."""

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

    event: Evoked
    """The event; for a number that goes on counting, the event told of before."""

    told: str
    """That word and the rest of its phrase."""

    actor: str
    """Who did it, as a lemma; empty where the claim does not name anybody."""

    scope: frozenset[str]
    """Among whom or in what the event took place, as lemmas."""

    in_lexicon: bool
    """Whether the frame is one of the lexicon, and not just a verb."""

    places: frozenset[str]
    """Where, as far as the claim tells."""

    periods: frozenset[str]
    """When, as far as the claim tells."""


class Reader:
    """Reads the claims of an article, with what it needs of the parse."""

    def __init__(
        self,
        parsed: Iterable[ParsedParagraph],
        figures: Iterable[Figure],
        speakers: Iterable[Speaker] = (),
    ) -> None:
        """Prepare for one article.

        Args:
            parsed: Its analysed paragraphs.
            figures: Its figures.
            speakers: Its speakers.
        """
        self._mentions = {
            mention.end: speaker.id for speaker in speakers for mention in speaker.mentions
        }
        self._paragraphs = sorted(parsed, key=lambda paragraph: paragraph.start)
        self._figures = {figure.id: figure for figure in figures}
        self._themes = ThemeFinder(self._paragraphs)
        self._running = RunningCount(self._themes)
        self._spans: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}

    def readings(self, claims: Sequence[Claim]) -> Iterator[Reading]:
        """Yield what the claims say, in the order of the text; headlines only repeat the body.

        Args:
            claims: The claims, ordered by start.
        """
        self._spans = {}
        self._running = RunningCount(self._themes)
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
            if paragraph.kind is ParagraphKind.TITLE:
                continue
            found = self._read(claim, paragraph, last)
            if claim.kind in NOT_COMPARED:
                found = [r for r in found if r.figure is not None and r.side.frame in PLANNED]
            last = found[0] if found else last
            self._running.note(found)
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
        resumed = list(self._resumed(claim, paragraph, words, figures))
        if resumed:
            return resumed
        found = []
        for event in evoked_events(list(words)):
            planned = event.side.frame in PLANNED
            if not is_asserted(event.word, words.root, planned=planned):
                continue
            theme, figure = self._theme_of(event, paragraph, figures)
            if theme is None and _is_taken_up(event, claim, paragraph, last):
                theme = last.theme if last is not None else None
            if theme is None or theme.lemma == event.word.lemma_:
                continue
            if allows(event.side, theme.lemma):
                found.append(self._reading(claim, paragraph, words, event, theme, figure))
        return found

    def _theme_of(
        self, event: Evoked, paragraph: ParsedParagraph, figures: Sequence[Figure]
    ) -> tuple[Theme | None, Figure | None]:
        """Return what an event is about, and the figure that counts it."""
        if event.theme is None:
            return None, None
        figure = self._themes.figure_of(event.theme, paragraph, figures)
        theme = self._themes.of(event.theme)
        if theme is None and figure is not None and figure.concept_span is not None:
            vague = figure.kind is FigureKind.VAGUE
            before = self._running.before([event.side]) if vague else None
            theme = before.theme if before else self._themes.at(figure.concept_span)
        if figure is None and any(c.tag_ == "PRP$" for c in event.theme.children):
            owner = actor_of(event.word)
            figure = self._themes.figure_of(owner, paragraph, figures) if owner else None
        return theme, figure

    def _resumed(
        self,
        claim: Claim,
        paragraph: ParsedParagraph,
        words: "Words",
        figures: Sequence[Figure],
    ) -> Iterator[Reading]:
        """Yield what a bare number says ("put the number at 100") of what was told before."""
        for figure in figures:
            for resumed in self._running.resumptions(claim, paragraph, words, figure):
                theme, event, giver = resumed
                reading = self._reading(claim, paragraph, words, event, theme, figure)
                yield replace(reading, voice=self._voice_of(giver, paragraph) or reading.voice)

    def _voice_of(self, giver: "Token | None", paragraph: ParsedParagraph) -> str | None:
        """Return the speaker who is said to give a number ("Jeffrey put the figure at 100")."""
        if giver is None:
            return None
        return self._mentions.get(paragraph.start + giver.idx + len(giver))

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
            event=event,
            told=event.told,
            figure=figure,
            figure_words=(
                paragraph.doc.text[figure.start - shift : figure.end - shift] if figure else ""
            ),
            actor=_actor(event),
            scope=_scope(event),
            in_lexicon=event.side.frame in frame_names(),
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
