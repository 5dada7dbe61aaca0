"""Collecting garbage while the reader rests: within a frame, it is seen."""

import asyncio
import gc
from time import monotonic

REST = 0.3
"""Seconds without a key, after which nobody sees a collection of a few milliseconds."""

YOUNG, MIDDLE, OLD = 2_000, 10, 1_000
"""When Python collects of its own accord: if the reader does not rest for very long."""

MANY_YOUNG = 700
"""Objects from which on a collection is worth its time."""

MANY_OLD, GROWN = 5_000, 1.5
"""How many objects more, and how many times as many, there must be as after the last look at all.

Python itself waits for a quarter more. A closed dialog leaves ten thousand. To look at all of an
hour's reading takes up to a tenth of a second, whether or not there is much to free.
"""


class RestingCollector:
    """Collects when nobody has pressed a key for a moment; wakes up at no other time."""

    def __init__(self) -> None:
        self._last_stir = 0.0
        self._old = 0
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
            self._collect()

    def _collect(self) -> None:
        """Collect what is young, and everything where much has gathered."""
        old = len(gc.get_objects(2))
        self._old = min(self._old, old)  # less, where some were set aside
        young, middle, _ = gc.get_count()
        if old > GROWN * self._old + MANY_OLD:
            gc.collect()
            self._old = len(gc.get_objects(2))
        elif young >= MANY_YOUNG or middle:
            gc.collect(1)
