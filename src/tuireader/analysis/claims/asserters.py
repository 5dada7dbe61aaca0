"""Who asserts a clause: the chain of the quotations that it stands in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tuireader.analysis.model import Quotation, Speaker, SpeakerKind
from tuireader.article.model import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose words a place of the text stands."""

    chain: tuple[str, ...]
    """Ids of the speakers, outermost first; empty for the article's own voice."""

    quotations: tuple[Quotation, ...]
    """The quotations that contain the place, outermost first."""

    @property
    def innermost(self) -> Quotation | None:
        """The smallest quotation around the place."""
        return self.quotations[-1] if self.quotations else None


ARTICLE_VOICE = Voice((), ())
"""Outside all quotations."""


class Attribution:
    """Answers who speaks at an offset of the text."""

    def __init__(self, speakers: Iterable[Speaker], quotations: Iterable[Quotation]) -> None:
        """Index the quotations by place.

        Args:
            speakers: All speakers of the article.
            quotations: All quotations, in any order.
        """
        self.speakers = {speaker.id: speaker for speaker in speakers}
        self._quotations = sorted(quotations, key=lambda quote: (quote.start, -quote.end))
        self._starts = [quote.start for quote in self._quotations]
        self._longest = max((quote.end - quote.start for quote in self._quotations), default=0)
        self._unnamed = [
            (mention, speaker.id)
            for speaker in self.speakers.values()
            if speaker.kind is SpeakerKind.ANONYMOUS
            for mention in speaker.mentions
        ]

    def voice_at(self, offset: int) -> Voice:
        """Return in whose words the character at an offset stands.

        Args:
            offset: Code points into the article's text.
        """
        after = bisect_right(self._starts, offset)
        before = bisect_right(self._starts, offset - self._longest - 1)
        around = tuple(
            quote
            for quote in self._quotations[before:after]
            if any(start <= offset < end for start, end in quote.spans)
        )
        if not around:
            return ARTICLE_VOICE
        return Voice(_chain(around), around)

    def unnamed_source(self, cue: Span) -> str | None:
        """Return the unnamed source that a passive stands for ("are thought to be").

        Args:
            cue: Where the passive stands.
        """
        return next((id_ for mention, id_ in self._unnamed if mention.overlaps(cue)), None)

    def cues_between(self, start: int, end: int) -> list[Span]:
        """List the cues of quotations that lie in a stretch of text."""
        return [
            quote.cue
            for quote in self._quotations
            if quote.cue is not None and start <= quote.cue.start < end
        ]


def _chain(around: Sequence[Quotation]) -> tuple[str, ...]:
    """Join the speakers of nested quotations; a speaker who quotes himself counts once."""
    chain: list[str] = []
    for quote in around:
        if quote.speaker is not None and (not chain or chain[-1] != quote.speaker):
            chain.append(quote.speaker)
    return tuple(chain)
