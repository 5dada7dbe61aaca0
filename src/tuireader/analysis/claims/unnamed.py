"""Unnamed sources: who stands behind "are thought to be" and "has been accused of"."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.claims.spans import offsets
from tuireader.analysis.hedging import passive_cue
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Speaker, SpeakerKind
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNNAMED = "unnamed sources"
"""What the speaker behind all such passives is called."""


def _participles(doc: "Doc") -> list["Token"]:
    """List the past participles; over the array of tags, as most tokens are none."""
    participle = doc.vocab.strings["VBN"]
    return [doc[i] for i, tag in enumerate(doc.to_array("TAG").tolist()) if tag == participle]


def with_unnamed_sources(
    parsed: Iterable[ParsedParagraph], speakers: Sequence[Speaker]
) -> list[Speaker]:
    """Add the source of passives that name none, if the article has any.

    All of them share one speaker: an article does not tell whether those who think are those who
    accuse. Its mentions are the passives; their words are no names of it.

    Args:
        parsed: The analysed paragraphs in order.
        speakers: The speakers that were found.
    """
    found: list[Span] = []
    for paragraph in parsed:
        for token in _participles(paragraph.doc):
            cue = passive_cue(token)
            if cue is not None:
                found.append(offsets(cue.first, cue.last, paragraph.start))
    if not found:
        return list(speakers)
    source = Speaker(
        id=f"s{len(speakers) + 1}",
        name=UNNAMED,
        kind=SpeakerKind.ANONYMOUS,
        role=None,
        aliases=(),
        mentions=tuple(found),
        quotes=(),
        words_quoted=0,
    )
    return [*speakers, source]
