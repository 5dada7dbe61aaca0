"""What the C library does with memory; only glibc can be told, and nothing is lost elsewhere."""

import sys

_ARENA_MAX = -8
"""Parameter of mallopt(3): from how many heaps memory is taken."""


def keep_to_one_heap() -> None:
    """Have all threads share one heap; to be called before the first of them starts.

    Each would get a heap of its own, the one that reads the keys as well. What articles and
    findings leave behind in them is never all free: 5 to 10 MB after 10,000 keys, and more with
    each hour. This takes 2 ms before the first paint, most of them for `ctypes`.
    """
    _tell("mallopt", _ARENA_MAX, 1)


def trim_heap() -> None:
    """Give back what the heap has free, by malloc_trim(3); takes 1 ms."""
    _tell("malloc_trim", 0)


def _tell(name: str, *arguments: int) -> None:
    if sys.platform != "linux":
        return
    import ctypes

    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*arguments)
