"""Who asserts a clause: the chain of the quotations that it stands in."""

from bisect import bisect_left
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


BLOCK = 1_000
"""Characters of a block of the index, so that long texts are not searched from the start."""

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
        ordered = sorted(quotations, key=lambda quote: (quote.start, -quote.end))
        self._quotations: dict[int, list[Quotation]] = {}
        for quote in ordered:
            for block in range(quote.start // BLOCK, quote.end // BLOCK + 1):
                self._quotations.setdefault(block, []).append(quote)
        self._cues = sorted(quote.cue for quote in ordered if quote.cue is not None)
        self._by_cue = {quote.cue: quote for quote in ordered if quote.cue is not None}
        self._unnamed = {
            mention: speaker.id
            for speaker in self.speakers.values()
            if speaker.kind is SpeakerKind.ANONYMOUS
            for mention in speaker.mentions
        }

    def voice_at(self, offset: int) -> Voice:
        """Return in whose words the character at an offset stands.

        Args:
            offset: Code points into the article's text.
        """
        around = tuple(
            quote
            for quote in self._quotations.get(offset // BLOCK, ())
            if any(start <= offset < end for start, end in quote.spans)
        )
        return Voice(_chain(around), around) if around else ARTICLE_VOICE

    def unnamed_source(self, cue: Span) -> str | None:
        """Return the unnamed source that a passive stands for ("are thought to be").

        Args:
            cue: Where the passive stands.
        """
        return self._unnamed.get(cue)

    def reported_by(self, start: int, end: int) -> list[Quotation]:
        """List the quotations whose cue starts in a stretch of text.

        Args:
            start: Offset of its first character.
            end: Offset after its last one.
        """
        return [self._by_cue[cue] for cue in self.cues_between(start, end)]

    def cues_between(self, start: int, end: int) -> list[Span]:
        """List the cues of quotations that start in a stretch of text.

        Args:
            start: Offset of its first character.
            end: Offset after its last one.
        """
        first = bisect_left(self._cues, (start, start))
        last = bisect_left(self._cues, (end, end))
        return self._cues[first:last]


def _chain(around: Sequence[Quotation]) -> tuple[str, ...]:
    """Join the speakers of nested quotations; a speaker who quotes himself counts once."""
    chain: list[str] = []
    for quote in around:
        if quote.speaker is not None and (not chain or chain[-1] != quote.speaker):
            chain.append(quote.speaker)
    return tuple(chain)
