"""What the command line asks of the reader."""

from pathlib import Path
from typing import NamedTuple

from tuireader.article.model import Article


class ReaderOptions(NamedTuple):
    """What to open and how; free of Textual, so that the command line can make it."""

    article: Article | None = None
    """The article to show first, or how it begins; None to start with the opener."""

    paths: tuple[Path, ...] = ()
    """All files named, in order, for "next" and "previous"; without standard input."""

    folder: Path | None = None
    """The folder that the opener starts in; None for that of the article."""

    config_path: Path | None = None
    """The configuration file; the usual place when None."""

    theme: str | None = None
    """Name of a theme that overrides the remembered one."""
