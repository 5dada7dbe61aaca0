"""What the program remembers by itself: theme, side bar, recents, the place in each article.

Several readers may run at once. Each change therefore reads the file anew, changes that one thing
and writes it back, so that nobody's recents are lost.
"""

import errno
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from tuireader.article.sanitizing import one_line
from tuireader.looking import exists, open_regular
from tuireader.storage.atomic import locked, write_atomic
from tuireader.storage.paths import state_file

VERSION = 1
MAX_RECENTS = 50
MAX_PLACES = 200
MAX_BYTES = 4_000_000
_MAX_TITLE = 200

_BACKUPS = (".bak", *(f".bak{number}" for number in range(2, 10)))
"""Endings of the names under which files that make no sense are kept; none takes another's."""


class Recent(NamedTuple):
    """An article that was opened."""

    path: str
    """Its absolute path."""

    title: str | None = None
    """Its headline."""


class Place(NamedTuple):
    """Where an article was left."""

    offset: int
    """Offset of the first character on the screen."""

    sha256: str
    """Hash of the file's bytes then; where it is another now, the offset is a guess."""

    finding: str | None = None
    """Id of the finding that was selected."""


class State(NamedTuple):
    """All that is remembered, articles by the path that `article_key` gives."""

    theme: str | None = None
    """Name of the theme chosen in the program."""

    side_bar: bool | None = None
    """Whether the side bar was shown; None if it was never switched."""

    recents: tuple[Recent, ...] = ()
    """The articles that were opened, newest first."""

    places: Mapping[str, Place] = MappingProxyType({})
    """Absolute path to place, the one left last at the end."""

    def with_recent(self, path: str, title: str | None = None) -> "State":
        """Return it with an article first in the list of those that were opened."""
        recent = Recent(path, title[:_MAX_TITLE] if title else None)
        others = (other for other in self.recents if other.path != recent.path)
        return self._replace(recents=(recent, *others)[:MAX_RECENTS])

    def with_place(self, path: str, place: Place) -> "State":
        """Return it with the place of an article; those left longest ago are forgotten."""
        others = [(name, kept) for name, kept in self.places.items() if name != path]
        return self._replace(places={**dict(others[-(MAX_PLACES - 1) :]), path: place})


Alter = Callable[[State], State]
"""A change of what is remembered; it may be made several times."""


class StateFile:
    """The remembered things on disk; a disk that can't be written never stops the reader."""

    def __init__(self, path: Path | None = None) -> None:
        """Name the file and read nothing yet.

        Args:
            path: The file; None for the usual one.
        """
        self.path = path or state_file()
        self.state = State()
        """What was read or written last."""
        self.problem: str | None = None
        """A sentence on why the last change could not be saved."""
        self.set_aside: str | None = None
        """A sentence on a file that made no sense and was kept under another name."""

    def load(self) -> State:
        """Read the file; one that can't be used is kept as a backup, and what is known stays."""
        try:
            data = self._read()
        except FileNotFoundError:
            self.state = State()
        except OSError as error:
            self.problem = one_line(f"{self.path} can't be read: {error.strerror}.")
        else:
            self._take(data)
        return self.state

    def change(self, alter: Alter) -> State:
        """Read the file, alter what it says and write it back.

        Args:
            alter: From the state on disk to the one to be written.

        Returns:
            The new state, also where it could not be saved; `problem` says why then.
        """
        self.problem = None
        with locked(self.path):
            self.state = alter(self.load())
            if self.problem:
                return self.state  # what can't be read must not be overwritten
            try:
                write_atomic(self.path, _to_json(self.state))
            except OSError as error:
                self.problem = one_line(f"{self.path} can't be written: {error.strerror}.")
        return self.state

    def _read(self) -> bytes:
        with open_regular(self.path) as stream:
            return stream.read(MAX_BYTES + 1)

    def _take(self, data: bytes) -> None:
        try:
            if len(data) > MAX_BYTES:
                raise ValueError("too large")
            self.state = _from_json(data)
        except (ValueError, RecursionError):
            self._keep_aside()

    def _keep_aside(self) -> None:
        """Keep the file under another name, so that what comes now does not take its place."""
        names = [self.path.with_name(self.path.name + ending) for ending in _BACKUPS]
        kept = next((name for name in names if not exists(name)), None)
        try:
            if kept is None:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            self.path.replace(kept)
        except OSError as error:
            self.problem = one_line(
                f"{self.path} makes no sense, and can't be kept as {(kept or names[-1]).name}: "
                f"{error.strerror}. Nothing is remembered until one of them is moved away."
            )
        else:
            self.set_aside = one_line(f"{self.path} made no sense; it is kept as {kept.name}.")


def article_key(path: Path) -> str:
    """Return the name under which an article is remembered: its path without links and dots."""
    try:
        return os.path.realpath(path)
    except OSError:  # the folder that it starts from is gone
        return str(path)


def _to_json(state: State) -> bytes:
    document = {
        "version": VERSION,
        "theme": state.theme,
        "side_bar": state.side_bar,
        "recents": [{"path": recent.path, "title": recent.title} for recent in state.recents],
        "places": {
            path: {"offset": place.offset, "sha256": place.sha256, "finding": place.finding}
            for path, place in state.places.items()
        },
    }
    # Escapes keep file names that are no valid Unicode as they are.
    return json.dumps(document, ensure_ascii=True, indent=1).encode("ascii")


def _from_json(data: bytes) -> State:
    """Read a state; single entries that make no sense are left out.

    Raises:
        ValueError: It is no state of this version.
    """
    document = json.loads(data)
    if not isinstance(document, dict) or document.get("version") != VERSION:
        raise ValueError("not a state of this version")
    recents = [_recent(entry) for entry in _list(document.get("recents"))]
    places = {path: _place(entry) for path, entry in _mapping(document.get("places")).items()}
    side_bar = document.get("side_bar")
    return State(
        theme=_text(document.get("theme")),
        side_bar=side_bar if isinstance(side_bar, bool) else None,
        recents=tuple(recent for recent in recents if recent)[:MAX_RECENTS],
        places={path: place for path, place in places.items() if place},
    )


def _recent(entry: object) -> Recent | None:
    fields = _mapping(entry)
    path = _text(fields.get("path"))
    return Recent(path, _text(fields.get("title"))) if path else None


def _place(entry: object) -> Place | None:
    fields = _mapping(entry)
    offset, sha256 = fields.get("offset"), _text(fields.get("sha256"))
    if isinstance(offset, bool) or not isinstance(offset, int) or offset < 0 or sha256 is None:
        return None
    return Place(offset, sha256, _text(fields.get("finding")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, Any]:
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}
