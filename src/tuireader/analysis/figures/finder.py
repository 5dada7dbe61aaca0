"""Finding figures: from a paragraph's text and parse to how much of what."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.analysis.figures.ages import as_age
from tuireader.analysis.figures.amounts import join_amounts
from tuireader.analysis.figures.bounds import read_bounds
from tuireader.analysis.figures.dates import find_dates
from tuireader.analysis.figures.exclusions import excluded_spans
from tuireader.analysis.figures.naming import is_label, is_pronoun, is_year
from tuireader.analysis.figures.numbers import Form, Number
from tuireader.analysis.figures.places import Reading, locate
from tuireader.analysis.figures.quantities import Quantity, read_quantity
from tuireader.analysis.figures.ranges import join_bounded, join_ranges
from tuireader.analysis.figures.ratios import join_ratios
from tuireader.analysis.figures.resolving import Resolved, Resolver
from tuireader.analysis.figures.sets import Memory
from tuireader.analysis.figures.vague import find_vague, with_reason
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
    memory = Memory()
    for paragraph in parsed:
        found = [*_counted(paragraph, memory), *_dates(paragraph)]
        found.sort(key=lambda item: item.start)
        for item in found:
            figures.append(_numbered(item, len(figures) + 1))
    return figures


def _numbered(figure: Figure, number: int) -> Figure:
    return replace(figure, id=f"f{number}")


def _counted(paragraph: ParsedParagraph, memory: Memory) -> Iterator[Figure]:
    doc = paragraph.doc
    readings = list(read_paragraph(doc))
    for item in Resolver(doc, paragraph.start, readings, memory).resolve():
        yield _figure(paragraph.start, item)


def read_paragraph(doc: "Doc") -> Iterator[Reading]:
    """Read the quantities of a paragraph, in order, without what is no figure."""
    text = doc.text
    blocked = sorted([*excluded_spans(text), *((d.start, d.end) for d in find_dates(text))])
    numbers = _free(find_numbers(text), blocked)
    plain = _without_overlaps(text, numbers)
    years = [q for q in plain if is_year(doc, q)]
    quantities = join_amounts(text, [q for q in plain if q not in years])
    quantities = join_ranges(text, join_ratios(text, quantities))
    quantities = join_bounded(text, [read_bounds(text, q) for q in quantities])
    taken = [(q.start, q.end) for q in quantities] + blocked
    vague = [q for q in find_vague(text) if not any(q.start < e and s < q.end for s, e in taken)]
    dated = [replace(q, kind=FigureKind.DATE) for q in years]
    for quantity in sorted([*quantities, *vague, *dated], key=lambda q: q.start):
        place = locate(doc, quantity)
        if place is not None and (reading := _judged(doc, Reading(quantity, place))) is not None:
            yield reading


def _without_overlaps(text: str, numbers: Iterable[Number]) -> list[Quantity]:
    quantities: list[Quantity] = []
    for number in numbers:
        floor = quantities[-1].end if quantities else 0
        if number.start < floor:
            continue
        quantity = read_quantity(text, number, floor)
        if quantity is not None:
            quantities.append(quantity)
    return quantities


def _judged(doc: "Doc", reading: Reading) -> Reading | None:
    """Leave out what is no figure; read what the words around a quantity add."""
    quantity, place, text = reading.quantity, reading.place, doc.text
    if quantity.kind is FigureKind.DATE or (quantity.kind is FigureKind.VAGUE and quantity.reason):
        return reading
    if is_pronoun(doc, place, quantity):
        return None
    age = as_age(text, reading)
    if age is None and is_label(doc, place, quantity):
        return None
    quantity = age or quantity
    return Reading(with_reason(text, quantity) if quantity.form is Form.PLURAL else quantity, place)


def _free(numbers: Iterable[Number], blocked: list[tuple[int, int]]) -> Iterator[Number]:
    """Leave out the numbers that overlap a blocked stretch."""
    starts = [start for start, _ in blocked]
    for number in numbers:
        at = bisect_right(starts, number.end - 1) - 1
        if at < 0 or blocked[at][1] <= number.start:
            yield number


def _figure(offset: int, item: Resolved) -> Figure:
    quantity = item.quantity
    return Figure(
        id="",
        start=offset + quantity.full_start,
        end=offset + quantity.full_end,
        kind=quantity.kind,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        approximate=quantity.approximate,
        unit=quantity.unit,
        change=quantity.change,
        concept=item.concept,
        concept_span=item.span,
        reason=quantity.reason,
    )


def _dates(paragraph: ParsedParagraph) -> Iterator[Figure]:
    for date in find_dates(paragraph.doc.text):
        year = None if date.year is None else float(date.year)
        yield Figure(
            id="",
            start=paragraph.start + date.start,
            end=paragraph.start + date.end,
            kind=FigureKind.DATE,
            low=year,
            high=year,
            bound=Bound.EXACT,
            approximate=False,
            unit=None,
            change=None,
            concept=None,
            concept_span=None,
        )
