"""Which files an export reads: those named, and the articles in the folders named."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tuireader.article.loading import ARTICLE_SUFFIXES, STDIN_PATH, natural_key
from tuireader.looking import is_folder


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that one process reads in one go."""

    paths: tuple[str, ...]
    """The files, in order."""

    size: int
    """Their bytes together."""


def article_paths(arguments: Iterable[str], complain: Callable[[str], None]) -> Iterator[str]:
    """Yield the files that the arguments stand for, in order.

    Args:
        arguments: Files, folders or "-". A file that is named is taken whatever its suffix.
        complain: Takes a sentence on a folder that can't be listed.
    """

    def tell(error: OSError) -> None:
        complain(f"“{error.filename}” can't be listed: {error.strerror}.")

    for argument in arguments:
        if argument != STDIN_PATH and is_folder(argument):
            yield from _in_folder(argument, tell)
        else:
            yield argument


def _in_folder(folder: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    """Yield the articles in a folder and those below it; hidden folders are left alone."""
    for here, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=natural_key)
        for name in sorted(files, key=natural_key):
            if Path(name).suffix.lower() in ARTICLE_SUFFIXES and not name.startswith("."):
                yield str(Path(here, name))


def batches(paths: Iterable[str], *, most_bytes: int, most_files: int) -> Iterator[Batch]:
    """Yield the files in groups of a bounded size, in order.

    Args:
        paths: The files.
        most_bytes: Bytes after which a group is full; a larger file is a group of its own.
        most_files: Files after which a group is full.
    """
    group: list[str] = []
    total = 0
    for path in paths:
        size = file_size(path)
        if group and (total + size > most_bytes or len(group) >= most_files):
            yield Batch(tuple(group), total)
            group, total = [], 0
        group.append(path)
        total += size
    if group:
        yield Batch(tuple(group), total)


def file_size(path: str) -> int:
    """Return the size of a file in bytes; 0 if it can't be told."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
