"""What can be said on the command line, and how it is explained."""

import argparse
import sys
from io import TextIOWrapper

from tuireader.errors import TuireaderError

TYPE_CHECKING = False  # `typing` and `pathlib` take as long as all else that --help needs
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import NoReturn

    from _typeshed import SupportsWrite

_READER_EXAMPLES = """\
examples:
  tuireader article.txt             read an article
  tuireader *.html                  read several; ] and [ go from one to the next
  tuireader ~/articles              choose an article of a folder
  curl -s https://… | tuireader -   read what a command gives
  tuireader --plain article.txt     text and findings as plain lines, for a screen reader
  tuireader article.txt | less      the same, since there is no screen to draw on
  tuireader export article.txt      write what is found in it; see tuireader export --help
"""

_EXPORT_EXAMPLES = """\
formats:
  json      an object for a single file; an array for several files or a folder
  jsonl     an object a line, written as soon as an article is done
  csv       a table with a finding a row, for a spreadsheet
  markdown  a reading sheet for each article, for people

examples:
  tuireader export article.txt
  tuireader export --format markdown --output sheet.md interview.html
  tuireader export --format csv --output findings.csv articles/
  cat article.txt | tuireader export --format jsonl -

A folder is searched for articles with all folders in it. A file that can't be read is reported
and left out. Exit code: 0 all exported, 1 some failed, 2 nothing exported.
"""


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: "Sequence[str]", dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and leave."""
        from tuireader import __version__

        print(f"tuireader {__version__}", flush=True)  # noqa: T201
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments, or that help can't be written."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Write the help; argparse itself passes over what goes wrong with that."""
        if isinstance(sys.stdout, TextIOWrapper):  # it may be in an encoding without “…”
            sys.stdout.reconfigure(errors="backslashreplace")
        print(self.format_help(), end="", file=file)
        sys.stdout.flush()

    def error(self, message: str) -> "NoReturn":
        """Raise for a wrong argument; whoever tells it makes it harmless, as it may hold anything.

        Raises:
            TuireaderError: Always.
        """
        raise TuireaderError(f"{message[:1].upper()}{message[1:]}.", f"Try “{self.prog} --help”.")


def reader_parser() -> argparse.ArgumentParser:
    """Return the parser of what stands after `tuireader`."""
    parser = _Parser(
        prog="tuireader",
        description="Read an article: who speaks, which figures it gives and what it claims.",
        epilog=_READER_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="articles, a folder of them, or - for stdin")
    add("--theme", metavar="NAME", help="colours to use, for this time")
    add("--config", type=_path, metavar="PATH", help="another configuration file")
    add("--plain", action="store_true", help="write text and findings as plain lines")
    add("--write-config", action="store_true", help="write a configuration file to start from")
    add("--version", action=_Version, help="say which version this is")
    return parser


def export_parser() -> argparse.ArgumentParser:
    """Return the parser of what stands after `tuireader export`."""
    parser = _Parser(
        prog="tuireader export",
        description="Write the speakers, figures and claims found in articles.",
        epilog=_EXPORT_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="an article, a folder of them, or - for stdin")
    add(
        "--format",
        choices=("json", "jsonl", "csv", "markdown"),
        default="json",
        help="how the findings are written (default: json)",
    )
    add("--output", type=_path, metavar="PATH", help="write to a file instead of standard output")
    add(
        "--jobs",
        type=_positive,
        metavar="N",
        help="how many processes share the work (default: as many as it is worth, at most 4)",
    )
    add("--pipeline", metavar="NAME", help="the installed spaCy pipeline to use")
    add("--config", type=_path, metavar="PATH", help="another configuration file")
    return parser


def _path(text: str) -> "Path":
    from pathlib import Path

    return Path(text)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_positive.__name__ = "positive number"  # argparse names the type in its message
