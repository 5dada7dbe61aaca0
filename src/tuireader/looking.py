"""Looking at paths, where one that can't be looked at is no error, and opening what is a file.

Those of `pathlib` raise where a folder may not be searched, a name is too long, or the current
folder is gone.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class SpecialFileError(OSError):
    """What should be opened is a folder, a pipe, a device or the like.

    Args:
        mode: What the system says that it is.
    """

    def __init__(self, mode: int) -> None:
        super().__init__(errno.EINVAL, "it is not a regular file")
        self.mode = mode


def is_folder(path: str | Path) -> bool:
    """Tell whether a path leads to a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: str | Path) -> bool:
    """Tell whether a path leads to a regular file."""
    return os.path.isfile(path)  # noqa: PTH113


def exists(path: str | Path) -> bool:
    """Tell whether a path leads to anything."""
    return os.path.exists(path)  # noqa: PTH110


def absolute(path: str | Path) -> Path:
    """Return a path from the root on; as it is, where the current folder is gone."""
    try:
        return Path(path).absolute()
    except OSError:
        return Path(path)


@contextmanager
def open_regular(path: str | Path) -> "Iterator[BinaryIO]":
    """Open a file for reading, without waiting for it whatever stands in its place.

    Args:
        path: The file; a link is followed.

    Raises:
        SpecialFileError: It is no regular file.
        OSError: It can't be opened.
    """
    # Opening a device can have effects of its own, so it is looked at before and after.
    _refuse_special(os.stat(path))  # noqa: PTH116
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AT_ONCE)) as stream:
        _refuse_special(os.fstat(stream.fileno()))
        yield stream


def _refuse_special(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise SpecialFileError(status.st_mode)
