"""What the reader types in the opener: words to look for, or a path to walk."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote

from tuireader.article.sanitizing import one_line
from tuireader.tui.opening.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Typed:
    """The line of the opener, understood."""

    folder: Path | None
    """The folder that it walks into; None for words to look for among the offers."""

    words: str
    """What to look for there."""

    prefix: str
    """What stands before the words."""


def understand(line: str, base: Path) -> Typed:
    """Tell a path from words: it has a slash, begins with "~" or is made of dots.

    Args:
        line: What was typed.
        base: The folder that relative paths start from.
    """
    line = _undress(line.lstrip().replace("\0", ""))
    if line in ("~", ".", ".."):
        return Typed(_resolve(line, base), "", f"{line}/")
    at = max(line.rfind(separator) for separator in {"/", os.sep})
    if at < 0:
        return Typed(None, line, "")
    return Typed(_resolve(line[: at + 1], base), line[at + 1 :], line[: at + 1])


def complete(typed: Typed, candidates: Iterable[Candidate], chosen: Candidate | None) -> str | None:
    """Complete the line as a shell does.

    Args:
        typed: The line.
        candidates: What the list shows.
        chosen: The candidate under the cursor.

    Returns:
        The line with all letters that the names which begin like it have in common, or, where
        there are none, with the name of the chosen one; None if there is nothing to complete, or
        the name holds characters that can't be typed.
    """
    small = typed.words.casefold()
    names = [one.path.name for one in candidates if one.path.name.casefold().startswith(small)]
    common = _common_start(names)
    if typed.folder and len(names) > 1 and len(common) > len(typed.words):
        name = common
    elif chosen is not None:
        name = chosen.path.name + ("/" if chosen.is_folder else "")
    else:
        return None
    return typed.prefix + name if one_line(name) == name else None


def typed_path(typed: Typed, base: Path) -> Path:
    """Return the path that the line names, whether or not it exists."""
    return Path(typed.folder or base, typed.words.strip())


def _undress(line: str) -> str:
    """Take off what terminals put around a file that is dropped on them."""
    bare = line.strip()
    if bare.startswith("file://"):
        return unquote(bare.removeprefix("file://"))
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        return bare[1:-1]
    return line.replace("\\ ", " ") if os.sep == "/" else line


def _resolve(text: str, base: Path) -> Path:
    expanded = os.path.expanduser(text)  # noqa: PTH111 it never raises
    return Path(os.path.normpath(Path(base, expanded)))


def _common_start(names: Sequence[str]) -> str:
    """Return what all names begin with, capital letters aside, as the first of them writes it."""
    if not names:
        return ""
    folded = [name.casefold() for name in names]
    lowest, highest = min(folded), max(folded)
    pairs = zip(names[0], lowest, highest, strict=False)
    return "".join(char for char, _, _ in takewhile(lambda three: three[1] == three[2], pairs))
