"""What an unexpected fault leaves behind: where it happened, and nothing of what was read."""

import platform
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tuireader.storage.atomic import write_atomic
from tuireader.storage.paths import NAME, state_dir

KEPT = 10
"""How many crash files are kept; the oldest go first."""

_MOST_FRAMES = 60
"""Frames of one fault that are told: of a recursion without end, its last ones are enough."""

_PACKAGES = (NAME, "textual", "rich", "spacy", "pyyaml")


def write_crash(fault: BaseException, folder: Path | None = None) -> Path:
    """Write down an unexpected fault for whoever mends it.

    Args:
        fault: The exception.
        folder: Where crash files are kept; a folder beside the state when None.

    Returns:
        The file.

    Raises:
        OSError: It can't be written.
    """
    place = folder or state_dir() / "crashes"
    stamp = time.strftime("%Y%m%d-%H%M%S")
    path = place / f"crash-{stamp}-{time.time_ns() % 1_000_000_000:09}.txt"
    write_atomic(path, crash_report(fault).encode("utf-8", "backslashreplace"))
    _forget_old(place)
    return path


def crash_report(fault: BaseException) -> str:
    """Tell where a fault happened and in which surroundings.

    Messages and variables are left out: they may quote the article.
    """
    return "\n".join([*_surroundings(), "", *_told(fault, set())]) + "\n"


def _surroundings() -> Iterator[str]:
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"
    yield f"Python {platform.python_version()} on {platform.platform()}"


def _told(fault: BaseException, seen: set[int]) -> Iterator[str]:
    """Tell a fault after the one that led to it, each once."""
    seen.add(id(fault))
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, seen)
        yield "  which led to"
    yield _name(fault)
    frames = traceback.extract_tb(fault.__traceback__)
    if len(frames) > _MOST_FRAMES:
        yield f"  … {len(frames) - _MOST_FRAMES} frames before"
    for frame in frames[-_MOST_FRAMES:]:
        yield f"  {_module_path(frame.filename)}:{frame.lineno} in {frame.name}"
    if isinstance(fault, BaseExceptionGroup):
        for member in fault.exceptions:
            yield from _told(member, seen)


def _name(fault: BaseException) -> str:
    kind = type(fault)
    number = f" {fault.errno}" if isinstance(fault, OSError) and fault.errno else ""
    return f"{kind.__module__}.{kind.__qualname__}{number}"


def _module_path(filename: str) -> str:
    """Cut from the path of a module what tells of the user's folders."""
    roots = sorted((entry for entry in sys.path if entry), key=len, reverse=True)
    for root in roots:
        with suppress(ValueError):
            return str(Path(filename).relative_to(root))
    return Path(filename).name


def _forget_old(folder: Path) -> None:
    with suppress(OSError):
        for path in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            path.unlink()
