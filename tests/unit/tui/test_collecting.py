"""Garbage is collected when nobody has pressed a key for a moment, and at no other time."""

import gc
from collections.abc import Callable

import pytest

from tuireader.tui import collecting
from tuireader.tui.collecting import REST, RestingCollector, collect_some


class Hours:
    """A clock and a loop that stand still until they are told to go on."""

    def __init__(self) -> None:
        self.now = 100.0
        self.calls: list[tuple[float, Callable[[], None]]] = []

    def call_later(self, seconds: float, call: Callable[[], None]) -> None:
        """Keep a call for later."""
        self.calls.append((self.now + seconds, call))

    def go_on(self, seconds: float) -> None:
        """Let time pass, with all that falls into it."""
        until = self.now + seconds
        while self.calls and self.calls[0][0] <= until:
            self.now, call = self.calls.pop(0)
            call()
        self.now = until


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> Hours:
    """Time that stands still."""
    hours = Hours()
    monkeypatch.setattr(collecting, "monotonic", lambda: hours.now)
    monkeypatch.setattr(collecting.asyncio, "get_running_loop", lambda: hours)
    return hours


@pytest.fixture
def collections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was collected."""
    done: list[str] = []
    monkeypatch.setattr(collecting, "collect_some", lambda: done.append("some"))
    return done


def test_it_collects_once_the_reader_rests(hours: Hours, collections: list[str]) -> None:
    collector = RestingCollector()
    for _ in range(20):
        collector.stir()
        hours.go_on(REST * 0.9)
    assert collections == []
    hours.go_on(REST)
    assert collections == ["some"]


def test_it_does_not_wake_up_while_nothing_happens(hours: Hours, collections: list[str]) -> None:
    collector = RestingCollector()
    collector.stir()
    hours.go_on(2 * REST)
    assert collections == ["some"]
    assert hours.calls == []
    collector.stir()
    hours.go_on(2 * REST)
    assert collections == ["some", "some"]


@pytest.mark.parametrize(
    ("counts", "generations"),
    [
        ((0, 0, 0), []),
        ((200, 0, 3), []),
        ((5_000, 0, 3), [1]),
        ((0, 1, 3), [1]),
        ((0, 0, 10), [2]),
        ((5_000, 7, 12), [2]),
    ],
)
def test_it_looks_at_everything_now_and_then(
    counts: tuple[int, int, int], generations: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", lambda generation=2: done.append(generation))
    collect_some()
    assert done == generations
