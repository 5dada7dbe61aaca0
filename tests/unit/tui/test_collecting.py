"""Garbage is collected when nobody has pressed a key for a moment, and at no other time."""

import asyncio
import gc
import sys
from collections.abc import Callable
from contextvars import Context, ContextVar
from dataclasses import dataclass, field
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tuireader.tui import collecting
from tuireader.tui.collecting import (
    AT_ANY_RATE,
    CALM,
    GIVE_BACK,
    MANY,
    MOST_BLANKS,
    MOST_PLACES,
    MOST_STYLES,
    PAUSE,
    REST,
    TOO_MANY,
    RestingCollector,
)


class Hours:
    """A clock and a loop that stand still until they are told to go on."""

    def __init__(self) -> None:
        self.now = 100.0
        self.worked = 5.0
        """Seconds of the processor."""
        self.calls: list[Call] = []

    def call_later(self, seconds: float, run: Callable[[], None], *, context: Context) -> "Call":
        """Keep a call for later; a loop is never early."""
        call = Call(self.now + seconds + 1e-6, run, context)
        self.calls = sorted([*self.calls, call], key=lambda call: call.at)
        return call

    def go_on(self, seconds: float) -> None:
        """Let time pass, with all that falls into it."""
        until = self.now + seconds
        while self.calls and self.calls[0].at <= until:
            call = self.calls.pop(0)
            self.now = max(self.now, call.at)
            if not call.is_cancelled:
                call.run()
        self.now = max(self.now, until)

    def work(self, seconds: float) -> None:
        """Let time pass in which the loop comes to nothing else."""
        self.now += seconds
        self.worked += seconds


@dataclass
class Call:
    """What is to be called later."""

    at: float
    run: Callable[[], None]
    context: Context
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Let it be."""
        self.is_cancelled = True


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    """Time that stands still."""
    hours = Hours()
    monkeypatch.setattr(collecting, "monotonic", lambda: hours.now)
    monkeypatch.setattr(collecting, "thread_time", lambda: hours.worked)
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: hours)
    return hours


@dataclass
class Heap:
    """What there is to collect, and how it was collected."""

    counts: tuple[int, int, int] = (5_000, 0, 0)
    blocks: int = 0
    collected: list[int] = field(default_factory=list)
    trimmed: int = 0

    def collect(self, generation: int = 2) -> None:
        """Note a collection."""
        self.collected.append(generation)

    def trim(self) -> None:
        """Note that freed memory was given back."""
        self.trimmed += 1


@pytest.fixture
def heap(monkeypatch: pytest.MonkeyPatch) -> Heap:
    """Garbage made by hand."""
    heap = Heap()
    monkeypatch.setattr(gc, "get_count", lambda: heap.counts)
    monkeypatch.setattr(sys, "getallocatedblocks", lambda: heap.blocks)
    monkeypatch.setattr(gc, "collect", heap.collect)
    monkeypatch.setattr(collecting, "trim_heap", heap.trim)
    return heap


def test_it_waits_for_a_pause_and_for_a_rest(hours: Hours, heap: Heap) -> None:
    heap.blocks = MANY + 1
    collector = RestingCollector()
    for _ in range(20):
        collector.stir()
        hours.go_on(PAUSE * 0.9)
    assert heap.collected == []
    for _ in range(3):
        collector.stir()
        hours.go_on(REST * 0.9)
    assert heap.collected == [1, 1, 1]
    hours.go_on(REST)
    assert heap.collected == [1, 1, 1, 2]


def test_it_holds_nothing_of_whoever_drew_the_frame(hours: Hours, heap: Heap) -> None:
    drawn = ContextVar[object]("drawn")
    drawn.set(object())
    collector = RestingCollector()
    collector.stir()
    collector.see_frame()
    assert drawn not in hours.calls[0].context


def test_it_does_not_wake_up_while_nothing_happens(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    for _ in range(2):
        collector.stir()
        hours.go_on(2 * REST)
        assert hours.calls == []
    assert heap.collected == [1, 1]


def test_a_frame_in_the_making_comes_first(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    collector.stir()
    hours.work(1.2 * PAUSE)  # what the key leads to; the frame is painted a moment later
    hours.go_on(0.016)
    assert heap.collected == []
    hours.work(0.01)
    collector.see_frame()
    hours.go_on(0.001)
    assert heap.collected == [1]


def test_work_without_a_frame_is_waited_for_only_while_it_goes_on(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    collector.stir()
    hours.work(1.2 * PAUSE)
    hours.go_on(0.9 * CALM)
    assert heap.collected == []
    hours.go_on(CALM)
    assert heap.collected == [1]


def test_frame_after_frame_does_not_let_everything_gather(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    collector.stir()
    while hours.now < 100 + 1.1 * AT_ANY_RATE:
        hours.work(0.02)
        hours.go_on(0.001)
    assert heap.collected == [1]


@pytest.mark.parametrize(
    ("counts", "generations"),
    [
        ((0, 0, 0), []),
        ((200, 0, 3), []),
        ((5_000, 0, 3), [1]),
        ((0, 1, 3), [1]),
    ],
)
def test_it_collects_what_is_worth_it(
    counts: tuple[int, int, int], generations: list[int], hours: Hours, heap: Heap
) -> None:
    heap.counts = counts
    RestingCollector().stir()
    hours.go_on(REST)
    assert heap.collected == generations


def test_it_looks_at_everything_when_much_has_gathered(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    heap.counts = (0, 0, 0)
    for blocks, generations in (
        (MANY, []),
        (MANY + 1, [2]),
        (2 * MANY + 1, []),
        (2 * MANY + 2, [2]),
        (10, []),
        (MANY + 11, [2]),
    ):
        heap.blocks, heap.collected = blocks, []
        collector.stir()
        hours.go_on(2 * REST)
        assert heap.collected == generations, blocks


def test_it_does_not_let_too_much_gather_while_nobody_rests(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    heap.counts = (0, 0, 0)
    for blocks, generations in ((TOO_MANY, []), (TOO_MANY + 1, [2]), (2 * TOO_MANY, [])):
        heap.blocks, heap.collected = blocks, []
        collector.stir()
        hours.go_on(REST * 0.9)
        assert heap.collected == generations, blocks


@pytest.mark.parametrize(
    ("remembering", "use", "most"),
    [
        (Region.translate, lambda n: Region(0, 0, 80, 24).translate((n, 0)), MOST_PLACES),
        (Segment._split_cells, lambda n: Segment(f"“{n}”").split_cells(1), MOST_STYLES),
        (Strip.render_ansi, lambda n: Strip.render_ansi(Style(meta={"at": n}), None), MOST_STYLES),
        (Strip.blank, Strip.blank, MOST_BLANKS),
    ],
    ids=["places", "pieces", "styles", "blanks"],
)
def test_it_forgets_what_is_hardly_needed_again(
    remembering: Any, use: Callable[[int], object], most: int, hours: Hours, heap: Heap
) -> None:
    remembering.cache_clear()
    for kept, count in ((most, most), (most + 1, 0)):
        for number in range(kept):
            use(number)
        heap.blocks += MANY + 1
        collector = RestingCollector()
        collector.stir()
        hours.go_on(2 * REST)
        assert remembering.cache_info().currsize == count


def test_it_gives_freed_memory_back_where_nobody_rests(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    for blocks, times in ((TOO_MANY, 0), (TOO_MANY + 1, 1), (3 * TOO_MANY, 1)):
        heap.blocks = blocks
        collector.stir()
        hours.go_on(REST * 0.9)
        assert heap.trimmed == times, blocks


def test_it_gives_freed_memory_back_in_rests_now_and_then(hours: Hours, heap: Heap) -> None:
    collector = RestingCollector()
    for pause, times in ((REST * 0.9, 0), (2 * REST, 1), (2 * REST, 1), (GIVE_BACK, 1)):
        collector.stir()
        hours.go_on(pause)
        assert heap.trimmed == times, pause
    collector.stir()
    hours.go_on(2 * REST)
    assert heap.trimmed == 2
