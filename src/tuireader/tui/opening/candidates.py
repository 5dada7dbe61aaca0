"""What the opener offers: the articles of folders, the recents, and folders to walk into."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tuireader.article.loading import list_articles
from tuireader.article.sanitizing import one_line
from tuireader.errors import ArticleError
from tuireader.looking import is_file
from tuireader.storage.state import Recent, article_key
from tuireader.tui.opening.fuzzy import Match, match


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be opened."""

    path: Path
    """The file or folder."""

    name: str
    """What it is called in the list, safe to show; a folder ends in "/"."""

    title: str = ""
    """Its headline, as far as it is known, safe to show."""

    note: str = ""
    """What stands at the end of its row, safe to show."""

    is_folder: bool = False
    """Whether it is a folder to walk into."""

    is_recent: bool = False
    """Whether it lies elsewhere and is offered because it was opened before."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one look at the disk found."""

    candidates: tuple[Candidate, ...] = ()
    """What can be opened, in the order of the list."""

    problem: str = ""
    """Why something could not be listed, safe to show."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate that answers the query."""

    index: int
    """Its index in the listing."""

    match: Match
    """How it was matched."""


def list_offers(folders: Sequence[Path], recents: Iterable[Recent]) -> Listing:
    """List the articles of folders, then the recents that still exist and are not among them.

    Args:
        folders: The folders, in order.
        recents: The articles that were opened, newest first.
    """
    titles = {recent.path: one_line(recent.title or "") for recent in recents}
    found: dict[str, Candidate] = {}
    problems: list[str] = []
    for folder in folders:
        note = short_path(folder) if len(folders) > 1 else ""
        try:
            paths = list_articles(folder)
        except ArticleError as error:
            problems.append(error.message)
            continue
        base = article_key(folder)
        for path in paths:
            key = str(Path(base, path.name))
            found[key] = _article(path, titles.get(key, ""), note)
    for key, title in titles.items():
        if key not in found and is_file(key):
            recent = _article(Path(key), title, short_path(Path(key).parent))
            found[key] = replace(recent, is_recent=True)
    return Listing(tuple(found.values()), " ".join(problems))


def list_folder(folder: Path) -> Listing:
    """List the folders in a folder, then its articles.

    Args:
        folder: The folder.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if _is_folder(entry))
        articles = [_article(path, "", "") for path in list_articles(folder)]
    except ArticleError as error:
        return Listing(problem=error.message)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not a possible path"
        return Listing(problem=f"“{short_path(folder)}” can't be read: {reason.lower()}.")
    inner = [
        Candidate(Path(folder, name), f"{one_line(name)}/", note="folder", is_folder=True)
        for name in names
    ]
    return Listing((*inner, *articles))


def rank(candidates: Sequence[Candidate], query: str) -> list[Ranked]:
    """Find the candidates that answer a query, the best first.

    Hidden folders answer only to a query that begins with a dot.

    Args:
        candidates: What there is.
        query: Words; none to get all in their order.
    """
    hidden = query.startswith(".")
    ranked = [
        Ranked(index, found)
        for index, candidate in enumerate(candidates)
        if (hidden or not candidate.name.startswith("."))
        and (found := match(query, candidate.name, candidate.title))
    ]
    if query.strip():
        ranked.sort(key=lambda item: -item.match.score)
    return ranked


def short_path(path: Path) -> str:
    """Write a path for people, the home folder as "~", safe to show."""
    text, home = str(path), os.path.expanduser("~")  # noqa: PTH111 it never raises
    if home != "/" and (text == home or text.startswith(home.rstrip(os.sep) + os.sep)):
        text = "~" + text[len(home.rstrip(os.sep)) :]
    return one_line(text)


def _article(path: Path, title: str, note: str) -> Candidate:
    return Candidate(path, one_line(path.name), title, note)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
