"""Ties each figure to the speaker who gives it and to the claim that it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tuireader.analysis.model import Claim, Figure, Quotation
from tuireader.article.model import Span


def innermost_owners(
    inner: Sequence[Span], owners: Iterable[tuple[Span, str | None]]
) -> list[str | None]:
    """Find for each span the smallest stretch that contains all of it.

    One pass over both: the stretches that are open at a place are few, however long the text.

    Args:
        inner: Spans in any order.
        owners: Stretches in any order, each with what it stands for.

    Returns:
        What the smallest container stands for, in the order of `inner`; None without one.
    """
    waiting = sorted(owners, key=lambda owner: owner[0].start, reverse=True)
    found: list[str | None] = [None] * len(inner)
    opened: list[tuple[Span, str | None]] = []
    for index in sorted(range(len(inner)), key=lambda i: inner[i].start):
        span = inner[index]
        opened = [owner for owner in opened if owner[0].end > span.start]
        while waiting and waiting[-1][0].start <= span.start:
            opened.append(waiting.pop())
        around = [owner for owner in opened if owner[0].end >= span.end]
        if around:
            found[index] = min(around, key=lambda owner: owner[0].end - owner[0].start)[1]
    return found


def link_speakers(figures: Iterable[Figure], quotations: Iterable[Quotation]) -> list[Figure]:
    """Give each figure the speaker of the innermost quotation that contains it.

    A figure between the parts of an interrupted quotation is the article's own.
    """
    known = list(figures)
    spans = [Span(figure.start, figure.end) for figure in known]
    owners = [(Span(*part), quote.speaker) for quote in quotations for part in quote.spans]
    speakers = innermost_owners(spans, owners)
    return [replace(f, speaker=s) if s else f for f, s in zip(known, speakers, strict=True)]


def link_claims(figures: Iterable[Figure], claims: Iterable[Claim]) -> list[Figure]:
    """Give each figure the smallest claim that contains it."""
    known = list(figures)
    spans = [Span(figure.start, figure.end) for figure in known]
    owners = innermost_owners(spans, [(Span(c.start, c.end), c.id) for c in claims])
    return [replace(f, claim=c) if c else f for f, c in zip(known, owners, strict=True)]
