"""Turning pages while the analysis runs, beside turning them when it is done."""

from dataclasses import replace

from benchmarks.bed import Bed
from benchmarks.gestures import Answer, Reading, perform, right_times
from benchmarks.numbers import MS
from benchmarks.reading import ANALYSIS_PATIENCE, FAR_PAGE, LINE, MANY_WORDS, PAGE
from benchmarks.rows import Results, Row, missing_row, words
from benchmarks.settings import reader

MOST = 1.5
QUIET = 0.06
"""Less than the time between two reports of progress."""


def measure_busy(bed: Bed, results: Results) -> None:
    """Turn pages and lines in a document that is analysed meanwhile, and in one that is known."""
    length = bed.settings.analysed
    idle: list[Answer] = []
    busy: list[Answer] = []
    for _ in range(min(3, bed.settings.rounds)):
        idle += _turn(bed, length, known=True)
        busy += _turn(bed, length, known=False)
    results.rows.append(_row(f"page and line while analysing, {words(length)}", idle, busy))


def _turn(bed: Bed, length: int, *, known: bool) -> list[Answer]:
    page = FAR_PAGE if length >= MANY_WORDS else PAGE
    path = str(bed.documents.plain[length])
    with bed.terminal(reader(path), known=known) as terminal:
        reading = Reading(terminal)
        sign = "analysed" if known else "analysing"
        reading.wait_for(sign, ANALYSIS_PATIENCE)
        reading.catch_up(0.05 if not known else 0.3)
        return [
            *perform(reading, replace(page, quiet=QUIET), bed.settings.keys),
            *perform(reading, replace(LINE, quiet=QUIET), bed.settings.keys),
        ]


def _row(what: str, idle: list[Answer], busy: list[Answer]) -> Row:
    goal = f"p95 ≤ {MOST:g} × idle"
    if not idle or not busy:
        return missing_row(what, goal, "the screen did not change")
    still, running = right_times(idle), right_times(busy)
    value = running.p95 / still.p95
    measured = (
        f"{value:.2f} × (p95 {running.p95 * MS:.1f} / {still.p95 * MS:.1f} ms; "
        f"median {running.median * MS:.1f} / {still.median * MS:.1f} ms)"
    )
    return Row(what, measured, (value, running.p95, still.p95), goal, value <= MOST)
