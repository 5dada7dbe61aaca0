"""Whether an analysis can belong to a text: for one that comes from a file anybody may write."""

from collections.abc import Iterable
from math import isfinite

from tuireader.analysis.model import Analysis
from tuireader.article.model import Span


class UnsoundError(ValueError):
    """Something in an analysis points to nothing."""


def check_sound(analysis: Analysis, length: int) -> None:
    """Refuse an analysis of which something points outside of its text, or to nothing.

    Args:
        analysis: The analysis; its types are as they should be.
        length: Characters of the text.

    Raises:
        UnsoundError: A place is not in the text, a number is none, or an id stands for nothing or
            for several things.
    """
    _check_ids(analysis)
    _check_places(analysis, length)
    _check_numbers(analysis)


def _check_ids(analysis: Analysis) -> None:
    speakers = _unique(speaker.id for speaker in analysis.speakers)
    quotations = _unique(quotation.id for quotation in analysis.quotations)
    figures = _unique(figure.id for figure in analysis.figures)
    claims = _unique(claim.id for claim in analysis.claims)
    _unique(comparison.id for comparison in analysis.comparisons)
    for speaker in analysis.speakers:
        _known(speaker.quotes, quotations)
    for quotation in analysis.quotations:
        _known((quotation.speaker,), speakers)
    for figure in analysis.figures:
        _known((figure.speaker,), speakers)
        _known((figure.claim,), claims)
    for claim in analysis.claims:
        _known(claim.asserted_by, speakers)
        _known(claim.figures, figures)
    for comparison in analysis.comparisons:
        _known(comparison.claims, claims)


def _check_places(analysis: Analysis, length: int) -> None:
    for speaker in analysis.speakers:
        _inside(speaker.mentions, length)
    for quotation in analysis.quotations:
        _inside(((quotation.start, quotation.end), *quotation.spans), length)
        _inside((quotation.speaker_span, quotation.cue), length)
    for figure in analysis.figures:
        _inside(((figure.start, figure.end), figure.concept_span), length)
    for claim in analysis.claims:
        _inside(((claim.start, claim.end), claim.hedge_cue), length)


def _check_numbers(analysis: Analysis) -> None:
    for figure in analysis.figures:
        if not all(value is None or isfinite(value) for value in (figure.low, figure.high)):
            raise UnsoundError(f"{figure.id} has no number")
    for claim in analysis.claims:
        if not 0 <= claim.worth <= 1:
            raise UnsoundError(f"{claim.id} is worth {claim.worth}")


def _unique(ids: Iterable[str]) -> set[str]:
    listed = list(ids)
    known = set(listed)
    if len(known) < len(listed):
        raise UnsoundError("an id stands for several things")
    return known


def _known(ids: Iterable[str | None], known: set[str]) -> None:
    for one in ids:
        if one is not None and one not in known:
            raise UnsoundError(f"{one} stands for nothing")


def _inside(spans: Iterable[Span | tuple[int, int] | None], length: int) -> None:
    for span in spans:
        if span is not None and not 0 <= span[0] <= span[1] <= length:
            raise UnsoundError(f"{span} is not in the text")
