"""What the benchmark says: rows of a table, points of a plot."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.numbers import MS, Times


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured, beside what is wanted of it."""

    what: str
    """What was measured."""

    measured: str
    """The numbers, as they are printed."""

    numbers: tuple[float, ...]
    """The numbers by themselves."""

    goal: str = ""
    """What is wanted; empty for what only stands there to be compared with."""

    met: bool | None = None
    """Whether it is so; None where there is no goal, or it could not be measured."""


@dataclass(frozen=True, slots=True)
class Point:
    """What something costs at one length."""

    curve: str
    """What it is."""

    words: int
    """The length of the document."""

    seconds: float
    """What it costs."""


@dataclass(slots=True)
class Results:
    """All that was measured."""

    rows: list[Row] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


def words(number: int) -> str:
    """Return how a length is named."""
    return f"{number:,} words"


def ratio_row(what: str, value: float, most: float, detail: str, of: str) -> Row:
    """Make a row of a ratio that is to stay small.

    Args:
        what: What was measured.
        value: The ratio.
        most: What it may be.
        detail: The times behind it.
        of: What it is a multiple of.
    """
    return Row(what, f"{value:.2f} × ({detail})", (value,), f"≤ {most:g} × {of}", value <= most)


def time_row(what: str, times: Times, most: float | None = None) -> Row:
    """Make a row of times whose median is to stay small.

    Args:
        what: What was measured.
        times: How long it took.
        most: What the median may be, in seconds; None if nothing is wanted.
    """
    measured = f"{spoken(times.median)} (worst {spoken(times.worst)})"
    goal = "" if most is None else f"≤ {spoken(most)}"
    met = None if most is None else times.median <= most
    return Row(what, measured, (times.median,), goal, met)


def spoken(seconds: float) -> str:
    """Return a time in a unit that suits it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    milliseconds = seconds * MS
    return f"{milliseconds:.0f} ms" if milliseconds >= 20 else f"{milliseconds:.1f} ms"


def missing_row(what: str, goal: str, reason: str) -> Row:
    """Make a row of something that did not come, or could not be measured."""
    return Row(what, reason, (), goal, False)


def pair(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Return the two medians behind a ratio."""
    return f"{spoken(Times(tuple(ours)).median)} / {spoken(Times(tuple(theirs)).median)}"
