"""Looking at paths: one that can't be looked at is neither a folder nor a file, and no error.

Those of `pathlib` raise where a folder may not be searched, a name is too long, or the current
folder is gone.
"""

import os
from pathlib import Path


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
