"""Memory that was freed leaves the process, whatever thread had taken it."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.tui.heap import trim_heap

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")

COUNT_HEAPS = """
import ctypes, sys, threading
from tuireader.tui.heap import share_heaps

if sys.argv[1] == "one":
    share_heaps()
thread = threading.Thread(target=bytes, args=(10_000,))
thread.start()
thread.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
stream = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
libc.malloc_info(0, stream)
libc.fclose(stream)
"""


def held() -> int:
    """Return how many kilobytes this process holds."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def test_freed_memory_leaves_the_process() -> None:
    pieces = [bytes(10_000) for _ in range(3_000)]
    full = held()
    del pieces[:-1]  # the last one holds the heap where it is
    trim_heap()
    assert full - held() > 20_000


@pytest.mark.parametrize(("wanted", "heaps"), [("one", 1), ("as many as there are threads", 2)])
def test_threads_share_one_heap(wanted: str, heaps: int) -> None:
    command = [sys.executable, "-c", COUNT_HEAPS, wanted]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.count("<heap nr=") == heaps
