"""How soon findings are on the screen: cold, from the cache, in long documents, after a jump."""

import shutil
import subprocess
from collections.abc import Callable
from time import perf_counter

from benchmarks.bed import Bed
from benchmarks.documents import NEEDLE
from benchmarks.gestures import SIDE, TEXT, Reading
from benchmarks.launches import first_paint
from benchmarks.numbers import Times, ratio
from benchmarks.rows import Results, Row, missing_row, pair, ratio_row, spoken, time_row, words
from benchmarks.settings import program, reader
from benchmarks.terminal import GaveUpError, Terminal

COLD, CACHED, VISIBLE = 1.3, 0.150, 2.5
DONE = "analysed"


def measure_findings(bed: Bed, results: Results) -> None:
    """Wait for findings, and compare with what the parser alone takes."""
    length = bed.settings.short
    path = str(bed.documents.plain[length])
    cold, parser, cached = [], [], []
    for _ in range(bed.settings.rounds):
        _forget(bed)
        cold.append(_until_done(bed.terminal(reader(path), known=False), bed)[1])
        parser.append(parser_alone(bed, length))
        painted, done = _until_done(bed.terminal(reader(path)), bed)
        cached.append(done - painted)
    results.rows += [
        ratio_row(
            f"first findings, cold, {words(length)}",
            ratio(cold, parser),
            COLD,
            pair(cold, parser),
            "parser alone",
        ),
        time_row(
            f"findings from the cache after the first paint, {words(length)}",
            Times(tuple(cached)),
            CACHED,
        ),
    ]
    for long in sorted({bed.settings.analysed, bed.settings.long}):
        results.rows.append(_visible_row(bed, long))
    results.rows.append(_jumped_row(bed, bed.settings.analysed))


def _forget(bed: Bed) -> None:
    """Empty the cache of articles that count as never read."""
    shutil.rmtree(bed.unknown["XDG_CACHE_HOME"], ignore_errors=True)


def _until_done(terminal: Terminal, bed: Bed) -> tuple[float, float]:
    """Return after how many seconds the text was there, and then its findings."""
    with terminal:
        painted = first_paint(terminal, NEEDLE)
        while frame := terminal.next_frame(bed.settings.visible_patience):
            if DONE.encode() in frame.data:
                return painted, frame.time - terminal.launched
    raise GaveUpError("the findings did not come")


def parser_alone(bed: Bed, length: int) -> float:
    """Return how long it takes to import spaCy, load its pipeline and parse a document."""
    command = program("bare_pipeline", str(bed.documents.plain[length]))
    begin = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return perf_counter() - begin


def _visible_row(bed: Bed, length: int) -> Row:
    """Wait for findings of the first screen of a document that was not read before."""
    what = f"findings of what is on screen, {words(length)}"
    path = str(bed.documents.plain[length])
    _forget(bed)
    with bed.terminal(reader(path), known=False) as terminal:
        reading = Reading(terminal)
        reading.wait_for("looking", bed.settings.visible_patience)
        seconds = _until(reading, lambda: "looking" not in reading.screen.text(SIDE), bed)
    return _since_launch(what, seconds, bed)


def _until(reading: Reading, happened: Callable[[], bool], bed: Bed) -> float | None:
    """Return how long after its launch something happened on the reader's screen."""
    launched = reading.terminal.launched
    while perf_counter() < launched + bed.settings.visible_patience:
        frame = reading.terminal.next_frame(1.0)
        if frame is None:
            continue
        reading.screen.feed(frame.data)
        if happened():
            return frame.time - launched
    return None


def _jumped_row(bed: Bed, length: int) -> Row:
    """Go to the end as soon as the text is there, and wait for marks in it."""
    what = f"findings after a jump to the end, {words(length)}"
    path = str(bed.documents.plain[length])
    _forget(bed)
    with bed.terminal(reader(path), known=False) as terminal:
        reading = Reading(terminal)
        reading.wait_for("analysing", bed.settings.visible_patience)
        reading.press(b"G")
        reading.wait(0.5)
        bare = reading.screen.cells(TEXT)
        seconds = _until(reading, lambda: reading.screen.cells(TEXT) != bare, bed)
    return _since_launch(what, seconds, bed)


def _since_launch(what: str, seconds: float | None, bed: Bed) -> Row:
    goal = f"≤ {VISIBLE:g} s from launch"
    if seconds is None:
        patience = spoken(bed.settings.visible_patience)
        return missing_row(what, goal, f"none within {patience}")
    return Row(what, spoken(seconds), (seconds,), goal, seconds <= VISIBLE)
