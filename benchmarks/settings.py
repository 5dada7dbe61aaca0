"""How much is measured, and with what."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from sysconfig import get_path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "benchmarks" / "programs"
SEED = 20_240_229


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is measured."""

    rounds: int = 9
    """How often programs are started, one after the other in turn."""

    keys: int = 40
    """How often each key is pressed in a document."""

    pattern: str = "prisoners"
    """What is searched, letter by letter."""

    lengths: tuple[int, ...] = (500, 5_000, 50_000, 100_000, 1_000_000)
    """Words of the documents, the shortest first."""

    parsed_lengths: tuple[int, ...] = (500, 5_000, 50_000, 100_000)
    """Words of the documents whose analysis is timed as a whole."""

    parse_rounds: int = 2
    """How often each of them is analysed."""

    visible_patience: float = 60.0
    """Seconds that findings of what is on screen may take before it is given up."""

    @property
    def short(self) -> int:
        """Words of the shortest document."""
        return self.lengths[0]

    @property
    def long(self) -> int:
        """Words of the longest document."""
        return self.lengths[-1]

    @property
    def analysed(self) -> int:
        """Words of the longest document whose analysis is timed."""
        return self.parsed_lengths[-1]


SMOKE = Settings(
    rounds=1,
    keys=4,
    pattern="pr",
    lengths=(500,),
    parsed_lengths=(500,),
    parse_rounds=1,
)
"""Enough to see that everything can be measured."""


_LEFT_OUT = ("COLUMNS", "LINES", "TEXTUAL", "PYTEST", "NO_COLOR", "TERM_PROGRAM", "PYTHONDONT")
"""Variables that would change what is drawn, and when; without compiled modules starts are slow."""


def home_environment(home: Path) -> dict[str, str]:
    """Return an environment in which a program finds a terminal and a home of its own.

    Args:
        home: The folder that is the home.
    """
    taken = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
    return {
        **taken,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LESS": "",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(
            os.pathsep
        ),
    }


def reader(*arguments: str) -> list[str]:
    """Return the command that starts the reader, as those who read with it do."""
    return [sys.executable, str(Path(get_path("scripts")) / "tuireader"), *arguments]


def program(name: str, *arguments: str) -> list[str]:
    """Return the command that starts one of the programs for comparison."""
    return [sys.executable, str(PROGRAMS / f"{name}.py"), *arguments]
