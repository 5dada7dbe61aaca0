"""What all measurements share: settings, documents, an environment."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Documents, build
from benchmarks.settings import Settings, home_environment, program
from benchmarks.terminal import COLUMNS, LINES, Terminal


@dataclass(frozen=True, slots=True)
class Bed:
    """Where things are measured."""

    settings: Settings
    """How much is measured."""

    documents: Documents
    """What is read."""

    known: dict[str, str]
    """The environment in which the findings of all documents are in the cache."""

    unknown: dict[str, str]
    """The environment in which no article was read before."""

    marks: int
    """How many marks the longest document has."""

    def terminal(
        self, command: Sequence[str], *, known: bool = True, columns: int = COLUMNS
    ) -> Terminal:
        """Start a program in a terminal.

        Args:
            command: The program.
            known: Whether the findings of the documents are in the cache.
            columns: How wide the terminal is.
        """
        environment = self.known if known else self.unknown
        return Terminal(command, environment, columns=columns, lines=LINES)


def prepare(folder: Path, settings: Settings) -> Bed:
    """Build the documents, and put their findings into a cache.

    Args:
        folder: Where everything goes.
        settings: How much is measured.
    """
    documents = build(folder, settings)
    known, unknown = (home_environment(folder / name) for name in ("known", "unknown"))
    paths = [str(path) for path in documents.plain.values()]
    done = subprocess.run(
        program("prime", *paths),
        env=known,
        capture_output=True,
        text=True,
        check=True,
    )
    return Bed(settings, documents, known, unknown, int(done.stdout.split()[-1]))
