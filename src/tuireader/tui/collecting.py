"""Collecting garbage while the reader rests: within a frame, it is seen."""

import asyncio
import gc
from time import monotonic

REST = 0.3
"""Seconds without a key, after which nobody sees a collection of a few milliseconds."""

YOUNG, MIDDLE, OLD = 2_000, 30, 1_000
"""When Python collects of its own accord: if the reader does not rest for very long."""

MANY_YOUNG = 700
"""Objects from which on a collection is worth its time."""

ROUNDS_TO_ALL = 10
"""Collections of the young after which all that is not frozen is looked through."""


class RestingCollector:
    """Collects when nobody has pressed a key for a moment; wakes up at no other time."""

    def __init__(self) -> None:
        self._last_stir = 0.0
        self._is_waiting = False

    def begin(self) -> None:
        """Take what start-up made out of the collector's sight, and wait for rests."""
        gc.enable()
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        gc.collect()
        gc.freeze()

    def stir(self) -> None:
        """Note that the reader has done something."""
        self._last_stir = monotonic()
        if not self._is_waiting:
            self._wait(REST)

    def _wait(self, seconds: float) -> None:
        self._is_waiting = True
        asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        self._is_waiting = False
        left = self._last_stir + REST - monotonic()
        if left > 0:
            self._wait(left)
        else:
            collect_some()


def collect_some() -> None:
    """Collect what is young, and now and then everything."""
    young, middle, rounds = gc.get_count()
    if rounds >= ROUNDS_TO_ALL:
        gc.collect()
    elif young >= MANY_YOUNG or middle:
        gc.collect(1)
