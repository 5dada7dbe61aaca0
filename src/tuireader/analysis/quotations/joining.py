"""Words that go on over several paragraphs."""

from dataclasses import replace

from tuireader.analysis.quotations.model import Utterance
from tuireader.article.model import Span

_RECENT = 20
"""Among how many of the last utterances the one is looked for that a paragraph goes on with."""


def prolong(found: list[Utterance], spans: tuple[Span, ...]) -> None:
    """Add a paragraph to the last turn of a transcript."""
    last = next(n for n in range(len(found) - 1, -1, -1) if found[n].labelled)
    found[last] = replace(found[last], spans=(*found[last].spans, *spans))


def join_paragraphs(
    found: list[Utterance], here: list[Utterance], continued: Span
) -> list[Utterance]:
    """Add a quotation that the paragraph before left open to the utterance it goes on with.

    Args:
        found: The utterances so far.
        here: Those of this paragraph.
        continued: The quoted stretch that goes on.

    Returns:
        The utterances of this paragraph that remain.
    """
    before = max(found[-_RECENT:], key=lambda u: u.end)
    own = next((u for u in here if u.spans[0].start == continued.start), None)
    if own is None or (own.mention is not None and before.mention is not None):
        return here
    if before.mention is None and before.inherits and own.mention is not None:
        before, own = own, before
    joined = replace(before, spans=tuple(sorted({*before.spans, *own.spans})))
    if own.paragraph > before.paragraph:
        found[found.index(before)] = joined
        return [u for u in here if u is not own]
    found.remove(own)
    return [replace(joined, paragraph=own.paragraph) if u is before else u for u in here]
