"""Keys and what they change: how long from a key to the frame that answers it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from time import perf_counter

from benchmarks.frames import Frame
from benchmarks.numbers import Times
from benchmarks.screen import Area, Cells, Screen
from benchmarks.settings import SEED
from benchmarks.terminal import COLUMNS, LINES, Terminal, jitter

QUIET = 0.1
"""Seconds without output after which a key is answered for good."""

LONG_QUIET = 0.3
"""The same for what may take a while between two frames: searching, wrapping."""

PATIENCE = 2.0
"""Seconds after which a key is taken to change nothing."""

TEXT = Area(0, 2, 70, LINES - 1)
"""Where the article stands, whatever the width of the screen."""

NARROW_TEXT = Area(0, 2, 50, LINES - 1)
"""Where it stands on a screen of a hundred columns as well."""

SIDE = Area(79, 2, COLUMNS, LINES - 1)
"""Where the panels stand."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How long the screen took to answer a key."""

    right: float
    """Seconds to the frame after which the watched area stays as it is."""

    settled: float
    """Seconds to the last frame of all, panels and bars included."""

    waited: float
    """How much of the time to the right frame others had the cores."""


class Reading:
    """A program that reads an article in a terminal, and what its screen shows.

    Args:
        terminal: The terminal.
    """

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.screen = Screen(COLUMNS, LINES)
        self._rng = random.Random(SEED)

    def catch_up(self, quiet: float = LONG_QUIET) -> None:
        """Wait until nothing more changes."""
        for frame in self.terminal.settle(quiet, quiet):
            self.screen.feed(frame.data)

    def wait_for(self, words: str, patience: float) -> bool:
        """Wait until words are on the screen; tell whether they came."""
        whole = Area(0, 0, COLUMNS, LINES)
        while words not in self.screen.text(whole):
            frame = self.terminal.next_frame(patience)
            if frame is None:
                return False
            self.screen.feed(frame.data)
        return True

    def wait(self, seconds: float) -> None:
        """Wait for a time, whatever goes on."""
        for frame in self.terminal.idle(seconds):
            self.screen.feed(frame.data)

    def press(self, keys: bytes) -> None:
        """Type keys whose time does not count."""
        self.terminal.type(keys)
        self.catch_up(QUIET)

    def time_key(self, keys: bytes, gesture: "Gesture") -> Answer | None:
        """Type a key and tell how long its answer took; None if it changed nothing there."""
        self.wait(jitter(self._rng))
        begin = self.terminal.type(keys)
        return self._answer(begin, gesture.area, gesture.quiet, at_once=gesture.at_once)

    def time_resize(self, columns: int) -> Answer | None:
        """Change the width and tell how long the text took to be right."""
        return self._answer(self.terminal.resize(columns), NARROW_TEXT, LONG_QUIET)

    def _answer(
        self, begin: float, area: Area, quiet: float, *, at_once: bool = False
    ) -> Answer | None:
        before, waited = self.screen.cells(area), self.terminal.waited
        frames: list[Frame] = []
        shots: list[Cells] = []
        while not shots or shots[-1] == before:
            more = self.terminal.settle(quiet, begin + PATIENCE - perf_counter())
            if not more:
                break
            for frame in more:
                self.screen.feed(frame.data)
                shots.append(self.screen.cells(area))
            frames += more
        if not shots or shots[-1] == before:
            return None
        right = frames[_first_right(before, shots, at_once=at_once)]
        return Answer(right.time - begin, frames[-1].time - begin, right.waited - waited)


def _first_right(before: Cells, shots: Sequence[Cells], *, at_once: bool) -> int:
    """Return the number of the first frame that shows what is there at last, or anything new."""
    if at_once:
        return next(n for n, shot in enumerate(shots) if shot != before)
    return next(n for n, shot in enumerate(shots) if shot == shots[-1])


@dataclass(frozen=True, slots=True)
class Gesture:
    """Keys pressed time after time."""

    name: str
    """What they do."""

    keys: tuple[bytes, ...]
    """One after the other, and from the start again."""

    area: Area
    """Where the answer is looked for."""

    before: tuple[bytes, ...] = ()
    """Keys pressed once before the first."""

    between: tuple[bytes, ...] = ()
    """Keys whose time does not count, one before each that does."""

    quiet: float = QUIET
    """Seconds without output after which one is answered."""

    after: tuple[bytes, ...] = (b"0",)
    """Keys pressed once after the last."""

    at_once: bool = False
    """Whether the first change is the answer; what changes later belongs to something else."""


def perform(reading: Reading, gesture: Gesture, times: int) -> list[Answer]:
    """Press the keys of a gesture and return the answers; fewer where nothing changed.

    Args:
        reading: The reading.
        gesture: What to do.
        times: How often.
    """
    for key in gesture.before:
        reading.press(key)
    answers = []
    for key, between in zip(
        _first(gesture.keys, times), cycle(gesture.between or (b"",)), strict=False
    ):
        if between:
            reading.press(between)
        answer = reading.time_key(key, gesture)
        if answer is not None:
            answers.append(answer)
    for key in gesture.after:
        reading.press(key)
    return answers


def _first(keys: Sequence[bytes], count: int) -> Iterator[bytes]:
    for number in range(count):
        yield keys[number % len(keys)]


def right_times(answers: Sequence[Answer]) -> Times:
    """Return how long it took until the watched area was right."""
    return Times(tuple(answer.right for answer in answers))


def undisturbed_times(answers: Sequence[Answer]) -> Times:
    """Return how long it would have taken had others not had the cores meanwhile."""
    return Times(tuple(answer.right - max(0.0, answer.waited) for answer in answers))


def settled_times(answers: Sequence[Answer]) -> Times:
    """Return how long it took until everything was."""
    return Times(tuple(answer.settled for answer in answers))
