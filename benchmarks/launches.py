"""Starting programs in a terminal and waiting for what they show."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.bed import Bed
from benchmarks.documents import NEEDLE
from benchmarks.numbers import Times, ratio
from benchmarks.rows import Point, Results, Row, pair, ratio_row, time_row, words
from benchmarks.settings import program, reader
from benchmarks.terminal import PATIENCE, GaveUpError, Terminal

QUIET = 0.03
"""Seconds without output after which a program that does not mark its frames is done with one."""

GOALS = {"short": 1.25, "long": 1.6, "wide": 2.5}


def first_paint(terminal: Terminal, needle: str) -> float:
    """Return how long after its launch a program had a word on the screen.

    A program with synchronised updates has it when the update that brings it ends; another one
    when its output goes quiet.

    Args:
        terminal: The program, just started.
        needle: The word.
    """
    word = needle.encode()
    while perf_counter() < terminal.launched + PATIENCE:
        frame = terminal.next_frame(QUIET)
        if frame is not None and word in frame.data:
            return frame.time - terminal.launched
        if frame is None and (loose := terminal.loose(word)) is not None:
            return loose - terminal.launched
    raise GaveUpError(f"“{needle}” was not shown")


class Launch:
    """A program that is started again and again.

    Args:
        name: What it is called.
        command: How it is started.
        needle: A word that is on its screen once it shows what it was asked for.
    """

    def __init__(self, name: str, command: Sequence[str], needle: str = NEEDLE) -> None:
        self.name = name
        self._command = command
        self._needle = needle
        self.times: list[float] = []

    def run(self, bed: Bed, *, count: bool = True) -> None:
        """Start it once, and end it when it has painted.

        Args:
            bed: Where.
            count: Whether it is measured; the first run of all only fills the file caches.
        """
        with bed.terminal(self._command, known=False) as terminal:
            seconds = first_paint(terminal, self._needle)
        if count:
            self.times.append(seconds)


def measure_paint(bed: Bed, results: Results) -> None:
    """Measure the first paint of the reader, of an empty app and of others, in turn."""
    documents, settings = bed.documents, bed.settings
    empty = Launch("an empty Textual app", program("empty_app"), "ready")
    plain = {n: Launch(words(n), reader(str(documents.plain[n]))) for n in settings.lengths}
    wide = Launch("wide", reader(str(documents.wide)))
    others = list(_others(documents.plain[settings.short], words(settings.short)))
    others += _others(documents.plain[settings.long], words(settings.long), slow=False)
    launches = [empty, *plain.values(), wide, *others]
    for launch in launches:
        launch.run(bed, count=False)
    for _ in range(settings.rounds):
        for launch in launches:
            launch.run(bed)
    ends = {settings.long: GOALS["long"], settings.short: GOALS["short"]}
    for length, most in sorted(ends.items()):
        results.rows.append(_row(f"first paint, {words(length)}", plain[length], empty, most))
    name = f"first paint, {words(settings.long)}, 30 % wide"
    results.rows.append(_row(name, wide, empty, GOALS["wide"]))
    results.rows += [_beside(other) for other in others]
    results.points += [
        Point("first paint", n, Times(tuple(p.times)).median) for n, p in plain.items()
    ]


def _row(what: str, launch: Launch, empty: Launch, most: float) -> Row:
    value = ratio(launch.times, empty.times)
    return ratio_row(what, value, most, pair(launch.times, empty.times), "empty app")


def _beside(launch: Launch) -> Row:
    return time_row(f"beside: first paint of {launch.name}", Times(tuple(launch.times)))


def _others(path: Path, length: str, *, slow: bool = True) -> list[Launch]:
    """Return the other readers that are installed."""
    others = []
    if shutil.which("less"):
        others.append(Launch(f"less, {length}", ["less", str(path)]))
    if slow and shutil.which("frogmouth"):
        markdown = path.with_suffix(".md")  # it leaves other files to the web browser
        markdown.write_bytes(path.read_bytes())
        others.append(Launch(f"frogmouth, {length}", ["frogmouth", str(markdown)]))
    return others
