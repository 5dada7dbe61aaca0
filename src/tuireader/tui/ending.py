"""Leaving in time, whatever still goes on: a disk that does not answer, a thread that reads."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import monotonic
from typing import Any

ENDING_SECONDS = 3.0
"""How long the app may take to end after it was told to."""

THREAD_SECONDS = 1.5
"""How long threads may take to end after the app did: findings of a book are written in that."""

_GOODBYE_SECONDS = 0.5
"""How long the last words may take; the terminal may be gone."""


_ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")


class EndingSignals:
    """The signals that tell the app to end; asyncio would hand them on when it has the time."""

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}

    def take(self, handler: Callable[[int], None]) -> None:
        """Hear the signals from now on.

        Args:
            handler: Takes the number of a signal, at once and in the main thread.
        """
        for name in _ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(ValueError):  # it can only be done in the main thread
                    before = signal.signal(number, lambda number, _: handler(number))
                    self._before[number] = signal.SIG_DFL if before is None else before

    def leave(self) -> None:
        """Leave the signals to whoever heard them before."""
        while self._before:
            signal.signal(*self._before.popitem())


class UnawaitedExecutor(ThreadPoolExecutor):
    """Threads that the event loop does not wait for when it is closed."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Begin nothing any more; what is under way is `end_for_good`'s to wait for."""
        super().shutdown(wait=False, cancel_futures=True)


def end_in_time(code: int, say_goodbye: Callable[[], None]) -> None:
    """End the process if it does not end by itself.

    Args:
        code: The exit code.
        say_goodbye: Does, in a thread, what has to be done before that.
    """
    watchdog = threading.Timer(ENDING_SECONDS, _end, (code, say_goodbye))
    watchdog.daemon = True
    watchdog.start()


def _end(code: int, say_goodbye: Callable[[], None]) -> None:
    goodbye = threading.Thread(target=say_goodbye, daemon=True)
    goodbye.start()
    goodbye.join(_GOODBYE_SECONDS)
    os._exit(code)


def end_for_good(code: int) -> None:
    """End the process if a thread would keep it alive.

    Args:
        code: The exit code.

    It may be one that reads from a disk that does not answer. Textual's input thread goes round for
    ever when the terminal is closed while the app is ending (seen with 8.2.8).
    """
    others = [t for t in threading.enumerate() if t is not threading.current_thread()]
    waiting = [thread for thread in others if not thread.daemon]
    deadline = monotonic() + THREAD_SECONDS
    for thread in waiting:
        thread.join(max(0.0, deadline - monotonic()))
    if any(thread.is_alive() for thread in waiting):
        os._exit(code)
