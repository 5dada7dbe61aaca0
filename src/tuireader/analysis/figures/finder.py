"""Finding figures: from a paragraph's text and parse to how much of what."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import merge
from typing import TypeVar

from tuireader.analysis.figures.ages import as_age
from tuireader.analysis.figures.amounts import join_amounts
from tuireader.analysis.figures.bounds import read_bounds
from tuireader.analysis.figures.clock import find_times
from tuireader.analysis.figures.compounds import join_compounds
from tuireader.analysis.figures.dates import DateSpan, find_dates
from tuireader.analysis.figures.exclusions import excluded_spans
from tuireader.analysis.figures.naming import is_label, is_year
from tuireader.analysis.figures.numbers import Form, Number
from tuireader.analysis.figures.places import Layout, Reading
from tuireader.analysis.figures.pronouns import is_pronoun
from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.ranges import join_bounded, join_ranges
from tuireader.analysis.figures.ranks import is_rank_in_name, is_share, is_time_unit
from tuireader.analysis.figures.ratios import join_ratios, join_shares
from tuireader.analysis.figures.reading import read_quantity
from tuireader.analysis.figures.resolving import Resolved, Resolver
from tuireader.analysis.figures.sets import Memory
from tuireader.analysis.figures.singles import find_singles
from tuireader.analysis.figures.vague import find_vague, with_reason
from tuireader.analysis.figures.words import find_numbers
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Bound, Figure, FigureKind

Item = TypeVar("Item", Number, Quantity)


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
        found = sorted(_find(paragraph, memory), key=lambda figure: figure.start)
        first = len(figures) + 1
        figures += [replace(f, id=f"f{number}") for number, f in enumerate(found, first)]
    return figures


def _find(paragraph: ParsedParagraph, memory: Memory) -> Iterator[Figure]:
    layout = Layout(paragraph)
    dates = find_dates(layout.text)
    readings = _read(layout, dates, memory)
    for item in Resolver(layout, paragraph.start, readings, memory).resolve():
        yield _figure(paragraph.start, item)
    for date in dates:
        yield _date(paragraph.start, date)


def _read(layout: Layout, dates: list[DateSpan], memory: Memory) -> list[Reading]:
    """Read the quantities of a paragraph, in order, without what is no figure."""
    text = layout.text
    named = ((date.start, date.end) for date in dates)
    blocked = _merged([*excluded_spans(text), *find_times(text, memory.times), *named])
    numbers = merge(find_numbers(text), find_singles(text), key=lambda number: number.start)
    plain: list[Quantity] = []
    years: list[Quantity] = []
    for quantity in _without_overlaps(text, _free(numbers, blocked)):
        if not is_time_unit(text, quantity):
            (years if is_year(layout, quantity) else plain).append(quantity)
    whole = join_compounds(text, join_amounts(text, plain))
    joined = join_ranges(text, join_shares(layout, join_ratios(text, whole)))
    quantities = join_bounded(text, [read_bounds(text, quantity) for quantity in joined])
    taken = sorted([*blocked, *((q.start, q.end) for q in (*quantities, *years))])
    quantities += _free(find_vague(text), taken)
    quantities += [replace(year, kind=FigureKind.DATE) for year in years]
    quantities.sort(key=lambda quantity: quantity.start)
    readings = (_judged(layout, quantity) for quantity in quantities)
    return [reading for reading in readings if reading is not None]


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


def _judged(layout: Layout, quantity: Quantity) -> Reading | None:
    """Leave out what is no figure; read what the words around a quantity add."""
    place = layout.locate(quantity)
    reading = Reading(quantity, place)
    if quantity.kind is FigureKind.DATE or quantity.reason or not layout.is_readable(place):
        return reading
    if quantity.kind is FigureKind.ORDINAL:
        return _judged_rank(layout, reading)
    if is_pronoun(layout.doc, place, quantity):
        return None
    age = as_age(layout.text, reading)
    if age is not None:
        return Reading(age, place)
    if is_label(layout, place, quantity):
        return None
    plural = quantity.form is Form.PLURAL
    return Reading(with_reason(layout.text, quantity), place) if plural else reading


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that overlap as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _judged_rank(layout: Layout, reading: Reading) -> Reading | None:
    """Read "a third leave" as a share; leave out ranks in names and "a second" for one second."""
    quantity, place = reading.quantity, reading.place
    if is_share(layout.doc, place, quantity):
        value = 1 / (quantity.low or 1)
        start = quantity.start - len("a ")
        share = replace(
            quantity, start=start, low=value, high=value, kind=FigureKind.RATIO, form=Form.FRACTION
        )
        return Reading(read_bounds(layout.text, share), layout.locate(share))
    if is_rank_in_name(layout.doc, place):
        return None
    return reading


def _free(items: Iterable[Item], blocked: list[tuple[int, int]]) -> Iterator[Item]:
    """Leave out what overlaps a blocked stretch; the stretches are in order."""
    starts = [start for start, _ in blocked]
    for item in items:
        at = bisect_right(starts, item.end - 1) - 1
        if at < 0 or blocked[at][1] <= item.start:
            yield item


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


def _date(offset: int, date: DateSpan) -> Figure:
    year = None if date.year is None else float(date.year)
    return Figure(
        id="",
        start=offset + date.start,
        end=offset + date.end,
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
