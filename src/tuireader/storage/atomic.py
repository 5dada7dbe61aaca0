"""Writing a file so that it is whole at every moment, and one writer at a time."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK_TRIES = 200
_LOCK_PAUSE = 0.01  # seconds; a writer holds the lock for milliseconds, on a busy disk for longer


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it finds the old content or the new, never a part.

    A symbolic link stays a link and its target is written. The permissions of an existing file
    are kept; a new one, and a new folder, is for its owner only.

    Args:
        path: The file.
        data: Its whole content.

    Raises:
        OSError: It can't be written; the old content is untouched then.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Keep other tuireaders from writing a file, for as long as they ask as well.

    It waits two seconds at most and then goes on without the lock: to lose an entry of the recents
    is better than a screen that stands still.

    Args:
        path: The file; the lock is a file beside it.

    Yields:
        Whether the lock was got.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield False
        return
    try:
        yield _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows: the atomic write alone has to do
        return False
    for _ in range(_LOCK_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(_LOCK_PAUSE)
        else:
            return True
    return False


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets us."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
