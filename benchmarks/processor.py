"""What the system tells of a process: its memory, and how long it waited for a core."""

import re
from pathlib import Path

_NANOSECONDS = 1e9


def resident_megabytes(pid: int) -> float:
    """Return the megabytes of main memory that a process holds; 0 where that can't be told."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text())
    return int(found[1]) / 1024 if found else 0.0


def waited_seconds(pid: int) -> float:
    """Return how long the main thread of a process stood ready while others had the cores.

    On a busy machine that is what other programs add to a time. It is 0 where the system does not
    tell it.
    """
    try:
        fields = Path(f"/proc/{pid}/schedstat").read_text().split()
        return int(fields[1]) / _NANOSECONDS
    except (OSError, IndexError, ValueError):
        return 0.0
