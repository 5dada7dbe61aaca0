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

ROUNDS_TO_ALL = 10
"""Collections of the young after which it is asked whether all should be looked through."""

MANY_OLD = 20_000
"""More objects than after the last look at all of them that make another one worth its time.

A dialog leaves half as many. To look through them takes about as many microseconds.
"""

ROUNDS_TO_THAW = 4
"""How often what lives on is set aside before it is looked through, too."""


class RestingCollector:
    """Collects when nobody has pressed a key for a moment; wakes up at no other time.

    What has lived through a look at everything is set aside ("frozen"), so that the next one takes
    as long as what is new since. Now and then that is looked through as well.
    """

    def __init__(self) -> None:
        self._last_stir = 0.0
        self._is_waiting = False
        self._is_sparing = False
        self._old = 0
        self._rounds = 0

    def begin(self) -> None:
        """Take what start-up made out of the collector's sight, and wait for rests."""
        gc.enable()
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        gc.collect()
        gc.freeze()

    def spare(self) -> None:
        """Set aside all that there is, until it is to be seen again."""
        self._is_sparing, self._old = True, 0
        gc.freeze()

    def see_all(self) -> None:
        """End that."""
        if self._is_sparing:
            self._is_sparing = False
            self._rounds = ROUNDS_TO_THAW

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
        young, middle, rounds = gc.get_count()
        if rounds >= ROUNDS_TO_ALL and len(gc.get_objects(2)) > self._old + MANY_OLD:
            self._collect_all()
        elif young >= MANY_YOUNG or middle:
            gc.collect(1)

    def _collect_all(self) -> None:
        if self._rounds >= ROUNDS_TO_THAW and not self._is_sparing:
            self._rounds = 0
            gc.unfreeze()
        self._rounds += 1
        gc.collect()
        if not self._is_sparing:
            gc.freeze()
        self._old = len(gc.get_objects(2))


collector = RestingCollector()
"""The one of this process, as Python has one collector of garbage."""
