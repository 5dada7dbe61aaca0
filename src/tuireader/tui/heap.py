"""What the C library does with memory; only glibc can be told, and nothing is lost elsewhere."""

import sys

_ARENA_MAX = -8
"""Parameter of mallopt(3): from how many heaps memory is taken."""


def share_heaps() -> None:
    """Have the threads that start from now on share the heaps there are.

    Each would get one of its own, in which what articles and findings leave behind is never all
    free: some MB after 10,000 keys, and more with each hour.
    """
    _tell("mallopt", _ARENA_MAX, 1)


def trim_heap() -> None:
    """Give back what the heap has free, by malloc_trim(3); takes 1 ms."""
    _tell("malloc_trim", 0)


def _tell(name: str, *arguments: int) -> None:
    if sys.platform != "linux":
        return
    import ctypes  # takes milliseconds, which the first paint needs

    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*arguments)
