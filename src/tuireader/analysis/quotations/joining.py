"""Words that go on over several paragraphs."""

from bisect import bisect_left
from dataclasses import replace

from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.quotations.passage import Passage
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


def join_next_sentence(
    passage: Passage, before: Passage | None, found: list[Utterance], here: list[Utterance]
) -> list[Utterance]:
    """Add quotations that stand alone to the words reported in the sentence before them.

    Args:
        passage: The paragraph.
        before: The one before it.
        found: The utterances of the paragraphs before; the last one may be prolonged.
        here: Those of this paragraph.

    Returns:
        The utterances of this paragraph that remain.
    """
    kept: list[Utterance] = []
    for utterance in sorted(here, key=lambda u: u.start):
        earlier = kept
        place = _sentence_before(passage, utterance.start)
        if place is None and before is not None and before.parsed.index + 1 == passage.parsed.index:
            earlier, place = found, before.span(*before.sentences[-1]) if before.size else None
        number = _told_in(earlier, place) if utterance.inherits and place is not None else None
        if number is None:
            kept.append(utterance)
        else:
            spans = (*earlier[number].spans, *utterance.spans)
            earlier[number] = replace(earlier[number], spans=spans)
    return kept


def _sentence_before(passage: Passage, start: int) -> Span | None:
    """Return the sentence before the one that starts at an offset of the article."""
    token = bisect_left(passage.offset, start - passage.start)
    sentence = passage.sentence_of[token] - 1
    return passage.span(*passage.sentences[sentence]) if sentence >= 0 else None


def _told_in(found: list[Utterance], sentence: Span) -> int | None:
    """Return which utterance a sentence tells of, where it tells of one speaker only."""
    told = [
        n for n, u in enumerate(found) if u.cue and sentence.start <= u.cue.start < sentence.end
    ]
    named = {u.mention.shown for n in told if (u := found[n]).mention is not None}
    if len(named) != 1:
        return None
    first = next(n for n in told if found[n].mention is not None)
    cue = found[first].cue
    signed = cue is not None and cue.end - cue.start == 1  # a dash or a colon
    return None if signed or found[first].style is QuotationStyle.INDIRECT else first
