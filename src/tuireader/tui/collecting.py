"""Collecting garbage, and giving it back, while the reader rests: within a frame, it is seen."""

import asyncio
import gc
import sys
from contextvars import Context
from time import monotonic, thread_time

from rich.segment import Segment
from textual.css.scalar import Scalar
from textual.geometry import Region
from textual.strip import Strip

from tuireader.tui.heap import trim_heap

PAUSE = 0.08
"""Seconds without a key, after which a few milliseconds are not seen: enough for what is young."""

REST = 0.2
"""Seconds after which nobody is likely to press one in the next tenth of a second."""

UNPAINTED = 0.003
"""Seconds of work since the last frame, from which on another one is likely to be in the making."""

CALM = 0.025
"""Seconds without work, after which none is: Textual paints within a sixtieth of a second."""

AT_ANY_RATE = 1.0
"""Seconds without a key, after which it collects even if frame follows frame."""

YOUNG, MIDDLE, OLD = 2_000, 10, 1_000
"""When Python collects of its own accord: if the reader does not rest for very long."""

MANY_YOUNG = 700
"""Objects from which on a collection is worth its time."""

MANY = 10_000
"""More blocks of memory than after the last look at all objects that make another one worth it.

A closed dialog leaves that many. To free one takes three times as long as to look at it, so that
two small collections are seen less than one large one.
"""

TOO_MANY = 30_000
"""The same in a pause, where no rest comes: to free them all would soon be seen at any time.

What is freed in large lots also leaves the memory in pieces, of which few can be given back.
"""

GIVE_BACK = 10.0
"""Seconds between two times that freed memory is given back to the system.

The C library keeps what it may need again: 12 MB after a book was leafed through and searched, and
more with each hour, since small pieces in use stand between the freed ones.
"""

MOST_PLACES = 500
"""How many results Textual may remember of each computation with places and sizes.

It remembers up to 4,096 of each, half of all objects after an hour; one size of the terminal needs
some hundred.
"""

MOST_STYLES = 1_000
"""How many styles and cut pieces of lines it may remember; it would keep 16,384 of each.

Words that can be selected have a style of their own at each place.
"""

MOST_BLANKS = 64
"""How many blank lines it may remember; each of them remembers how it was cut and coloured."""

_OF_PLACES = (
    Region.__contains__,
    Region.contains_region,
    Region.grow,
    Region.intersection,
    Region.overlaps,
    Region.shrink,
    Region.split_vertical,
    Region.translate,
    Region.union,
    Scalar.resolve,
)
_MOST = (
    *((remembering, MOST_PLACES) for remembering in _OF_PLACES),
    (Strip.render_ansi, MOST_STYLES),
    (Segment._split_cells, MOST_STYLES),
    (Strip.blank, MOST_BLANKS),
)
"""What remembers its results, and how many of them."""


class RestingCollector:
    """Collects when nobody has pressed a key for a moment; wakes up at no other time."""

    def __init__(self) -> None:
        self._last_stir = 0.0
        self._worked = 0.0
        self._next_look: asyncio.Handle | None = None
        # Of its own: that of whoever drew a frame would hold a screen that is closed by then.
        self._context = Context()
        self._is_swept = True
        self._blocks = 0
        self._last_given_back = 0.0

    def begin(self) -> None:
        """Take what start-up made out of the collector's sight, and wait for rests."""
        gc.enable()
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        gc.collect()
        gc.freeze()
        self._blocks = sys.getallocatedblocks()

    def stir(self) -> None:
        """Note that the reader has done something."""
        self._last_stir = monotonic()
        self._is_swept = False
        if self._next_look is None:
            self._wait(PAUSE)

    def see_frame(self) -> None:
        """Note that a frame has left, behind which there is a moment if a key has led to it."""
        self._worked = thread_time()
        if self._next_look is not None and monotonic() - self._last_stir >= PAUSE:
            self._wait(0.0)

    def _wait(self, seconds: float) -> None:
        if self._next_look is not None:
            self._next_look.cancel()
        loop = asyncio.get_running_loop()
        self._next_look = loop.call_later(seconds, self._look, context=self._context)

    def _look(self) -> None:
        """Collect what there is time for, or wait until there is."""
        self._next_look = None
        rested = monotonic() - self._last_stir
        if rested < PAUSE:
            self._wait(PAUSE - rested)
        elif rested < AT_ANY_RATE and self._is_at_work():
            self._wait(CALM)
        elif not self._is_swept:
            self._is_swept = True
            _collect_young()
            self._collect_all(beyond=TOO_MANY)
            self._worked = thread_time()
            self._wait(max(0.0, REST - rested))
        elif rested < REST:
            self._wait(REST - rested)
        else:
            self._collect_all(beyond=MANY)
            self._give_back()

    def _is_at_work(self) -> bool:
        """Tell whether a frame is likely to be in the making; asked again, since the last time."""
        before, self._worked = self._worked, thread_time()
        return self._worked - before > UNPAINTED

    def _collect_all(self, beyond: int) -> None:
        """Collect everything, where more than so many blocks have come since the last time."""
        blocks = sys.getallocatedblocks()  # of objects it would take longer to say how many
        self._blocks = min(self._blocks, blocks)  # less, where an article has gone
        if blocks > self._blocks + beyond:
            _forget_results()
            gc.collect()
            self._blocks = sys.getallocatedblocks()
            self._give_back()

    def _give_back(self) -> None:
        """Give freed memory back to the system, if that was not done just now."""
        if monotonic() - self._last_given_back > GIVE_BACK:
            self._last_given_back = monotonic()
            trim_heap()


def _collect_young() -> None:
    young, middle, _ = gc.get_count()
    if young >= MANY_YOUNG or middle:
        gc.collect(1)


def _forget_results() -> None:
    for remembering, most in _MOST:
        if remembering.cache_info().currsize > most:
            remembering.cache_clear()
