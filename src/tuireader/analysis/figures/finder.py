"""Finding figures: from a paragraph's text and parse to what is counted and how much."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.figures.bounds import read_bounds
from tuireader.analysis.figures.dates import DateSpan, find_dates
from tuireader.analysis.figures.exclusions import excluded_spans
from tuireader.analysis.figures.numbers import Number
from tuireader.analysis.figures.quantities import Quantity, read_quantity
from tuireader.analysis.figures.ranges import join_ranges
from tuireader.analysis.figures.words import find_numbers
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Bound, Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_figures(parsed: Sequence[ParsedParagraph]) -> list[Figure]:
    """Find the figures of an article.

    Args:
        parsed: All analysed paragraphs, in order.

    Returns:
        The figures ordered by start; who gives them and in which claim is left open.
    """
    figures: list[Figure] = []
    for paragraph in parsed:
        for quantity in _quantities(paragraph.doc):
            figures.append(_figure(f"f{len(figures) + 1}", paragraph, quantity))
    return figures


def _quantities(doc: "Doc") -> list[Quantity]:
    text = doc.text
    blocked = sorted([*excluded_spans(text), *((d.start, d.end) for d in find_dates(text))])
    numbers = _free(find_numbers(text), blocked)
    read = [q for number in numbers if (q := read_quantity(text, number)) is not None]
    return [read_bounds(text, q) for q in join_ranges(text, read)]


def _free(numbers: Iterator[Number], blocked: list[tuple[int, int]]) -> Iterator[Number]:
    starts = [start for start, _ in blocked]
    for number in numbers:
        at = bisect_right(starts, number.end - 1) - 1
        if at < 0 or blocked[at][1] <= number.start:
            yield number


def _figure(name: str, paragraph: ParsedParagraph, quantity: Quantity) -> Figure:
    return Figure(
        id=name,
        start=paragraph.start + quantity.full_start,
        end=paragraph.start + quantity.full_end,
        kind=quantity.kind,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        approximate=quantity.approximate,
        unit=quantity.unit,
        change=quantity.change,
        concept=None,
        concept_span=None,
        reason=quantity.reason,
    )
