"""Key to frame, new width, search, memory and panels, in documents whose findings are known."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.bed import Bed
from benchmarks.gestures import (
    LONG_QUIET,
    SIDE,
    TEXT,
    Answer,
    Gesture,
    Reading,
    perform,
    right_times,
    settled_times,
    undisturbed_times,
)
from benchmarks.numbers import MS, Times
from benchmarks.rows import Point, Results, Row, missing_row, spoken, time_row, words
from benchmarks.screen import Area
from benchmarks.settings import reader
from benchmarks.terminal import COLUMNS, GaveUpError

DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"

MEDIAN, P95, WORST = 0.012, 0.020, 0.060
"""What a key may take."""

RESIZE, SEARCH, FILTER, MEMORY = 0.060, 0.080, 0.050, 120.0

NARROW = 100
ANALYSIS_PATIENCE = 60.0

THERE_AND_BACK = (*[DOWN] * 6, *[UP] * 6)
"""Rows to go through, so that each one differs from the one before, however few there are."""

PAGE = Gesture("page", (b" ", b"b"), TEXT)
LINE = Gesture("line", (b"j", b"j", b"j", b"k", b"k", b"k"), TEXT)
JUMP = Gesture("jump to a finding", (b"n", b"N"), TEXT, before=(b"3", b"\r"))
ENDS = Gesture("jump to the end and back", (b"G", b"g"), TEXT)
CURSOR = Gesture("list cursor", (DOWN, DOWN, UP, UP), SIDE, before=(b"3", b"g"), at_once=True)
CHOICE = Gesture("selection of a row", (b"\r",), TEXT, before=(b"3", b"g"), between=THERE_AND_BACK)

FAR_PAGE = Gesture("page", (b" ",), TEXT, before=(b"g",))
FAR_JUMP = Gesture("jump to a finding", (b"i", b"c", b"i", b"c"), TEXT)
FAR_CHOICE = Gesture(
    "selection of a row", (b"\r",), TEXT, before=(b"3", b"g"), between=(PAGE_DOWN, b"G", PAGE_UP)
)

SHORT_GESTURES = (PAGE, LINE, JUMP, ENDS, CURSOR, CHOICE)
LONG_GESTURES = (FAR_PAGE, LINE, FAR_JUMP, ENDS, CURSOR, FAR_CHOICE)

SHOW_ALL = Gesture("show all, and back", (b"a",), SIDE, before=(b"3",), quiet=LONG_QUIET)
FOLLOW = Gesture(
    "follow a speaker, and end it", (b"f",), SIDE, before=(b"1", b"g"), quiet=LONG_QUIET
)

MANY_WORDS = 20_000
"""From here on pages and rows are enough to go on without coming back."""


@dataclass(frozen=True, slots=True)
class Session:
    """What was measured in one document."""

    answers: dict[str, list[Answer]]
    """By the name of the gesture."""

    widths: list[Answer]
    """For each change of the width."""

    search: list[Answer]
    """For each letter typed to search the text."""

    filtering: list[Answer]
    """For each letter typed to choose among the rows of a panel."""

    megabytes: float
    """Memory of the reader at the end."""


def read_through(bed: Bed, length: int) -> Session:
    """Do everything once in a document of a length.

    Args:
        bed: Where.
        length: Its number of words.
    """
    keys = bed.settings.keys
    few = max(2, keys // 6)
    gestures = LONG_GESTURES if length >= MANY_WORDS else SHORT_GESTURES
    with bed.terminal(reader(str(bed.documents.plain[length]))) as terminal:
        reading = Reading(terminal)
        if not reading.wait_for("analysed", ANALYSIS_PATIENCE):
            raise GaveUpError(f"the findings of {words(length)} did not come")
        reading.catch_up()
        answers = {gesture.name: perform(reading, gesture, keys) for gesture in gestures}
        for gesture in (SHOW_ALL, FOLLOW):
            answers[gesture.name] = perform(reading, gesture, 2 * (few // 2))
        filtering = _typed(reading, (b"3", b"g", b"/"), SIDE, bed.settings.pattern, few)
        reading.press(b"0")
        search = _typed(reading, (b"g", b"/"), TEXT, bed.settings.pattern, few)
        widths = _widths(reading, few)
        return Session(answers, widths, search, filtering, terminal.memory)


def _typed(
    reading: Reading, opening: tuple[bytes, ...], area: Area, pattern: str, rounds: int
) -> list[Answer]:
    """Type a word into a line letter by letter, some times over, each time from the top."""
    letters = tuple(bytes([letter]) for letter in pattern.encode())
    erase = tuple(b"\x7f" for _ in letters)
    found = []
    for _ in range(max(1, rounds // 3)):
        gesture = Gesture("type", letters, area, (*opening, *erase), quiet=LONG_QUIET, after=())
        found += perform(reading, gesture, len(letters))
        reading.press(b"\x1b")
        reading.catch_up()
    return found


def _widths(reading: Reading, rounds: int) -> list[Answer]:
    found = []
    for number in range(rounds):
        answer = reading.time_resize(COLUMNS if number % 2 else NARROW)
        if answer is not None:
            found.append(answer)
    return found


def measure_reading(bed: Bed, results: Results) -> None:
    """Read through documents of all lengths, and say how it was in the shortest and longest."""
    sessions = {length: read_through(bed, length) for length in bed.settings.lengths}
    for length in sorted({bed.settings.short, bed.settings.long}):
        results.rows += _key_rows(length, sessions[length].answers)
    long = bed.settings.long
    results.rows += _other_rows(bed, sessions[long], words(long))
    for length, session in sessions.items():
        _add_points(results, length, session)


def _key_rows(length: int, answers: dict[str, list[Answer]]) -> list[Row]:
    names = (gesture.name for gesture in SHORT_GESTURES)
    return [key_row(f"{name}, {words(length)}", answers[name]) for name in names]


def key_row(what: str, answers: Sequence[Answer]) -> Row:
    """Make a row of keys: median, p95 and worst.

    Args:
        what: Which key, and where.
        answers: What came of it.
    """
    goal = f"≤ {MEDIAN * MS:g} / {P95 * MS:g} / {WORST * MS:g} ms"
    if not answers:
        return missing_row(what, goal, "the screen did not change")
    times, settled = right_times(answers), settled_times(answers)
    numbers = (times.median, times.p95, times.worst)
    met = times.median <= MEDIAN and times.p95 <= P95 and times.worst <= WORST
    detail = (
        f"{_three(times)} ms (undisturbed {_three(undisturbed_times(answers))}; "
        f"all settled {settled.median * MS:.0f}; {len(times)} keys)"
    )
    return Row(what, detail, numbers, goal, met)


def _three(times: Times) -> str:
    return " / ".join(f"{t * MS:.1f}" for t in (times.median, times.p95, times.worst))


def _other_rows(bed: Bed, session: Session, length: str) -> list[Row]:
    rows = [
        _median_row(f"new width, {length}", session.widths, RESIZE),
        _median_row(f"search, each key typed, {length}", session.search, SEARCH),
    ]
    for gesture in (SHOW_ALL, FOLLOW):
        what = f"panels: {gesture.name}, {length}"
        rows.append(_median_row(what, session.answers[gesture.name], FILTER))
    rows.append(_median_row(f"panels: filter, each key typed, {length}", session.filtering, FILTER))
    what = f"memory of the reader, {length}, {bed.marks:,} marks"
    megabytes = session.megabytes
    rows.append(
        Row(what, f"{megabytes:.0f} MB", (megabytes,), f"≤ {MEMORY:g} MB", megabytes <= MEMORY)
    )
    return rows


def _median_row(what: str, answers: Sequence[Answer], most: float) -> Row:
    if not answers:
        return missing_row(what, f"≤ {spoken(most)}", "the screen did not change")
    return time_row(what, right_times(answers), most)


def _add_points(results: Results, length: int, session: Session) -> None:
    curves = {
        "page": session.answers[PAGE.name],
        "jump": session.answers[JUMP.name],
        "wrap": session.widths,
        "search": session.search,
    }
    for curve, answers in curves.items():
        if answers:
            results.points.append(Point(curve, length, undisturbed_times(answers).median))
