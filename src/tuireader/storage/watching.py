"""Whether a file changed on disk, told by looking at it from time to time."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class FileChange(StrEnum):
    """What happened to a file since it was last read."""

    NONE = "none"
    CHANGED = "changed"
    """Its content was written to, or the file was replaced or came back."""

    VANISHED = "vanished"
    """It is no longer there."""


class FileStamp(NamedTuple):
    """What tells one state of a file from another."""

    modified: int
    """Time of the last change, in nanoseconds."""

    size: int
    """Size in bytes."""

    inode: int
    """Identity of the file: editors replace a file more often than they write to it."""


def file_stamp(path: Path) -> FileStamp | None:
    """Return the stamp of a file; None if it can't be looked at."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return FileStamp(status.st_mtime_ns, status.st_size, status.st_ino)


class FileWatch:
    """Looks at one file and tells once of each change.

    A change is told when two looks in a row find the same: an editor that empties the file
    before it writes, or removes it before it renames the new one, is given time to finish.
    """

    def __init__(self, path: Path) -> None:
        """Take the file as it is now for the one that was read.

        Args:
            path: The file.
        """
        self.path = path
        self._read = self._seen = file_stamp(path)

    def poll(self) -> FileChange:
        """Look at the file; call it about once a second."""
        stamp = file_stamp(self.path)
        settled, self._seen = stamp == self._seen, stamp
        if not settled or stamp == self._read:
            return FileChange.NONE
        self._read = stamp
        return FileChange.VANISHED if stamp is None else FileChange.CHANGED
