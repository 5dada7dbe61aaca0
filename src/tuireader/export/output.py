"""Where an export is written: standard output, or a file that appears only when it is whole."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tuireader.errors import ExportError
from tuireader.looking import exists, is_file, is_folder

_NAME_KEPT = 32
"""Characters of a file's name in that of its half: all of a long one would make it too long."""


class Output:
    """Takes text and writes it as UTF-8.

    Args:
        stream: Where the bytes go.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write text; half of a surrogate pair becomes its escape, which JSON reads back."""
        self._stream.write(text.encode("utf-8", "backslashreplace"))

    def flush(self) -> None:
        """Hand on what was written so far."""
        self._stream.flush()


@contextmanager
def opened_output(path: Path | None, inputs: Iterable[str]) -> Iterator[Output]:
    """Open an output for the time of a `with` block.

    A file is written beside its place and takes it at the end, so that a reader never meets a
    half one and an export that fails leaves the old one alone.

    Args:
        path: The file; standard output when None.
        inputs: The articles that are read; none of them may be overwritten.

    Raises:
        ExportError: The file can't be written, or is one of the articles.
    """
    if path is None:
        yield Output(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        target = Path(os.path.realpath(path))
        _check(path, target, inputs)
        special = exists(target) and not is_file(target)
        with target.open("wb") if special else _replacing(target) as stream:
            yield Output(stream)
    except OSError as error:
        raise ExportError(f"“{path}” can't be written: {error.strerror}.") from error


def _check(path: Path, target: Path, inputs: Iterable[str]) -> None:
    if is_folder(target):
        raise ExportError(f"“{path}” is a folder.", "Name a file in it.")
    if not is_folder(target.parent):
        raise ExportError(f"“{path}” can't be written: there is no folder “{path.parent}”.")
    if is_file(target) and any(_same_file(target, source) for source in inputs):
        raise ExportError(f"“{path}” is one of the articles to export.", "Choose another name.")


def _same_file(target: Path, source: str) -> bool:
    with suppress(OSError, ValueError):
        return target.samefile(source)
    return False


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a temporary file that takes the place of another when the block ends well."""
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:_NAME_KEPT]}.", suffix=".part"
    )
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(_mode_for(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _mode_for(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of any new file."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
