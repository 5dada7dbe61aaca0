"""Looking at paths: one that can't be looked at is neither a folder nor a file, and no error.

Those of `pathlib` raise where a folder may not be searched or a name is too long.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def is_folder(path: "str | Path") -> bool:
    """Tell whether a path leads to a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: "str | Path") -> bool:
    """Tell whether a path leads to a regular file."""
    return os.path.isfile(path)  # noqa: PTH113


def exists(path: "str | Path") -> bool:
    """Tell whether a path leads to anything."""
    return os.path.exists(path)  # noqa: PTH110
