"""Readings: what each claim says of what, in which event frame, with which figure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.claims.spans import is_negated
from tuireader.analysis.comparisons.arguments import SUBJECTS, actor_of
from tuireader.analysis.comparisons.circumstances import Circumstances, scope_of
from tuireader.analysis.comparisons.frames import (
    Evoked,
    allows,
    asks_who,
    counts_people,
    evoked_events,
    is_asserted,
    is_listed,
)
from tuireader.analysis.comparisons.reading import ARTICLE, Reading
from tuireader.analysis.comparisons.running import RunningCount
from tuireader.analysis.comparisons.themes import Theme, ThemeFinder, people
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, ClaimKind, Figure, FigureKind, Speaker
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FUTURE = frozenset({ClaimKind.PREDICTION, ClaimKind.PLAN})
"""Kinds of claims about what is not yet so."""

NOT_COMPARED = FUTURE | {ClaimKind.OPINION}
"""Kinds of claims of which only the figures are compared."""

RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of what opens a relative clause; such asides are no statement to lay beside another."""

PRONOUNS = frozenset({"it", "that", "these", "they", "this", "those"})
"""What stands for what was counted before ("it cost $4m")."""


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
        self._speakers = list(speakers)
        self._mentions = {
            mention.end: speaker.id for speaker in self._speakers for mention in speaker.mentions
        }
        self._paragraphs = sorted(parsed, key=lambda paragraph: paragraph.start)
        self._figures = {figure.id: figure for figure in figures}
        self._themes = ThemeFinder(self._paragraphs)
        self._running = RunningCount(self._themes)
        self._circumstances = Circumstances((), (), ())

    def readings(self, claims: Sequence[Claim]) -> Iterator[Reading]:
        """Yield what the claims say, in the order of the text; headlines only repeat the body.

        Args:
            claims: The claims, ordered by start.
        """
        self._running = RunningCount(self._themes)
        self._circumstances = Circumstances(self._paragraphs, self._speakers, claims)
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
                found = [r for r in found if r.figure is not None]
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
        for event in evoked_events(paragraph.tokens[words.start : words.end]):
            planned = is_listed(event)
            if not is_asserted(event.word, words.root, planned=planned):
                continue
            theme, figure = self._theme_of(event, paragraph, figures)
            if theme is None and _is_taken_up(event, claim, paragraph, last):
                theme = last.theme if last is not None else None
            if theme is None or (theme.lemma == event.word.lemma_ and not figure):
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
        if asks_who(event.side):
            return Theme(event.side.frame, event.told, plural=False, qualifiers=frozenset()), None
        figure = self._themes.figure_of(event.theme, paragraph, figures)
        measured = figure is not None and figure.unit and _covers(figure, event.theme, paragraph)
        counts_itself = event.theme == event.word and counts_people(event.side)
        theme = None if measured or counts_itself else self._themes.of(event.theme)
        if theme is None and figure is not None:
            theme = self._counted_by(figure, event)
        elif theme is None and _stands_for_a_count(event):
            before = self._running.before([event.side])
            figure = next((f for f in figures if before and before.is_measured_like(f)), None)
            theme = before.theme if before is not None and figure is not None else None
        if figure is None and any(c.tag_ == "PRP$" for c in event.theme.children):
            owner = actor_of(event.word)
            figure = self._themes.figure_of(owner, paragraph, figures) if owner else None
        return theme, figure

    def _counted_by(self, figure: Figure, event: Evoked) -> Theme | None:
        """Return what a bare number counts in an event ("a few got out", "15 dead")."""
        before = self._running.before([event.side])
        if before is not None and figure.kind in (FigureKind.VAGUE, FigureKind.COUNT):
            return before.theme
        theme = self._themes.at(figure.concept_span) if figure.concept_span is not None else None
        return people() if theme is None and counts_people(event.side) else theme

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
                voice = self._voice_of(giver, paragraph)
                if not voice and not claim.asserted_by:
                    voice = figure.speaker or ""
                yield self._reading(
                    claim, paragraph, words, event, theme, figure, voice=voice, resumed=True
                )

    def _voice_of(self, giver: "Token | None", paragraph: ParsedParagraph) -> str:
        """Return who is said to give a number ("Jeffrey put the figure at 100"), if anybody."""
        if giver is None:
            return ""
        known = self._mentions.get(paragraph.start + giver.idx + len(giver))
        if known is not None or giver.pos_ not in ("NOUN", "PROPN"):
            return known or ""
        return giver.doc[giver.left_edge.i : giver.i + 1].text

    def _reading(
        self,
        claim: Claim,
        paragraph: ParsedParagraph,
        words: "Words",
        event: Evoked,
        theme: Theme,
        figure: Figure | None,
        *,
        voice: str = "",
        resumed: bool = False,
    ) -> Reading:
        shift = paragraph.start
        own = claim.asserted_by[-1] if claim.asserted_by else ARTICLE
        # Of "Jeffrey put it at 100 on Wednesday" place and time are those of the saying.
        is_given = resumed and bool(voice)
        places = frozenset() if is_given else self._circumstances.places_of(claim, words)
        return Reading(
            claim=claim,
            voice=voice or own,
            theme=theme,
            event=event,
            negated=claim.negated if event.word == words.root else is_negated(event.word),
            figure=figure,
            figure_words=(
                paragraph.text[figure.start - shift : figure.end - shift] if figure else ""
            ),
            actor="" if resumed else self._circumstances.actor_in(event),
            scope=frozenset() if resumed else scope_of(event),
            in_lexicon=is_listed(event),
            places=places,
            is_away=self._circumstances.is_away(places),
            periods=(frozenset() if is_given else self._circumstances.periods_of(claim, words)),
            is_planned=claim.kind in FUTURE,
            resumed=resumed,
        )


def _covers(figure: Figure, token: "Token", paragraph: ParsedParagraph) -> bool:
    """Tell whether a word is part of a figure ("12 tonnes of methane")."""
    return figure.start <= paragraph.start + token.idx < figure.end


def _stands_for_a_count(event: Evoked) -> bool:
    """Tell whether an event is about what was counted before ("it cost $4m")."""
    theme = event.theme
    return (
        theme is not None
        and theme.lower_ in PRONOUNS
        and theme.dep_ in SUBJECTS
        and is_listed(event)
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
