"""The command line: which door to take, the reader on the screen or the export of findings."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tuireader.errors import ArticleError, TuireaderError

if TYPE_CHECKING:
    from tuireader.article.model import Article
    from tuireader.tui.options import ReaderOptions

FAILED = 2
"""Exit code when nothing could be done."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it: 128 and the number of the signal."""

PIPE_CLOSED = 141
"""Exit code when whoever read the output went away."""

_STANDARD_INPUT = "-"  # `article.loading` has it too, and takes a while to import

_READER_EXAMPLES = """\
examples:
  tuireader article.txt             read an article
  tuireader *.html                  read several; ] and [ go from one to the next
  tuireader ~/articles              choose an article of a folder
  curl -s https://… | tuireader -   read what a command gives
  tuireader article.txt | less      no terminal, no screen: the plain text
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

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and leave."""
        from tuireader import __version__

        print(f"tuireader {__version__}")  # noqa: T201
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Report a wrong argument and leave."""
        sentence = message[:1].upper() + message[1:]
        self.exit(FAILED, f"tuireader: {sentence}. Try “{self.prog} --help”.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: The arguments; those of the process when None.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _export(arguments[1:]) if arguments[:1] == ["export"] else _read(arguments)
        sys.stdout.flush()
        return code
    except TuireaderError as error:
        return _fail(error)
    except BrokenPipeError:
        # Python would complain once more when it flushes the closed pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _fail(error: TuireaderError) -> int:
    from tuireader.article.sanitizing import one_line

    encoding = sys.stderr.encoding or "utf-8"
    line = one_line(f"tuireader: {error}").encode(encoding, "backslashreplace")
    print(line.decode(encoding), file=sys.stderr)  # noqa: T201
    return FAILED


def _export(arguments: Sequence[str]) -> int:
    args = _export_parser().parse_args(arguments)
    from tuireader.export.runner import ExportRequest, export
    from tuireader.storage.config import load_config

    pipeline = args.pipeline or load_config(args.config).config.pipeline
    request = ExportRequest(
        paths=tuple(args.files),
        format=args.format,
        output=args.output,
        jobs=args.jobs,
        pipeline=pipeline,
    )
    return export(request)


def _export_parser() -> argparse.ArgumentParser:
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
    add("--output", type=Path, metavar="PATH", help="write to a file instead of standard output")
    add(
        "--jobs",
        type=_positive,
        metavar="N",
        help="how many processes share the work (default: as many as it is worth, at most 4)",
    )
    add("--pipeline", metavar="NAME", help="the installed spaCy pipeline to use")
    add("--config", type=Path, metavar="PATH", help="another configuration file")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_positive.__name__ = "positive number"  # argparse names the type in its message


def _read(arguments: Sequence[str]) -> int:
    args = _reader_parser().parse_args(arguments)
    if args.write_config:
        from tuireader.storage.config import write_default_config

        print(write_default_config(args.config))  # noqa: T201
        return 0
    named = args.files or ([] if sys.stdin.isatty() else [_STANDARD_INPUT])
    if _STANDARD_INPUT in named:
        if len(named) > 1:
            raise ArticleError("Standard input can't be read together with files.")
        return _read_standard_input(args)
    # Collecting garbage takes a tenth of the time to the first paint; the app enables it again.
    gc.disable()
    paths = [Path(name) for name in named]
    folder = paths[0] if len(paths) == 1 and paths[0].is_dir() else None
    files = [] if folder else _files_in(paths)
    if folder:
        _articles_in(folder)
    if not _has_screen() or not sys.stdin.isatty():
        return _print_plain(files)
    article = _checked(files)
    from tuireader.tui.options import ReaderOptions

    return _start(
        ReaderOptions(
            article=article,
            paths=tuple(files),
            folder=folder if folder or files else Path.cwd(),
            config_path=args.config,
            theme=args.theme,
        )
    )


def _reader_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tuireader",
        description="Read an article: who speaks, which figures it gives and what it claims.",
        epilog=_READER_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="articles, a folder of them, or - for stdin")
    add("--theme", metavar="NAME", help="colours to use, for this time")
    add("--config", type=Path, metavar="PATH", help="another configuration file")
    add("--write-config", action="store_true", help="write a configuration file to start from")
    add("--version", action=_Version, help="say which version this is")
    return parser


def _files_in(paths: Sequence[Path]) -> list[Path]:
    """Replace folders among several arguments by the articles in them."""
    files: list[Path] = []
    for path in paths:
        files.extend(_articles_in(path) if path.is_dir() else [path])
    return files


def _articles_in(folder: Path) -> list[Path]:
    from tuireader.article.loading import list_articles

    found = list_articles(folder)
    if not found:
        raise ArticleError(
            f"“{folder}” holds no articles.", "Articles are text, Markdown or HTML files."
        )
    return found


def _checked(files: Sequence[Path]) -> "Article | None":
    """Read the first file, and raise at once for any other that is not there to be read."""
    from tuireader.article.loading import load_article

    for path in files[1:]:
        if not path.is_file():
            load_article(path)
    return load_article(files[0]) if files else None


def _read_standard_input(args: argparse.Namespace) -> int:
    from tuireader.article.loading import load_stdin
    from tuireader.tui.options import ReaderOptions

    article = load_stdin(sys.stdin.buffer.read())
    if not _has_screen() or not _keyboard():
        return _print_article(article)
    return _start(ReaderOptions(article=article, config_path=args.config, theme=args.theme))


def _has_screen() -> bool:
    """Tell whether output goes to a terminal that can be drawn on; Textual draws on stderr."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")
    return able and sys.stdout.isatty() and sys.stderr.isatty()


def _keyboard() -> bool:
    """Make the terminal the standard input again after a pipe was read from it."""
    if sys.stdin.isatty():
        return True
    try:
        terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def _start(options: "ReaderOptions") -> int:
    from tuireader.tui.app import run_reader

    return run_reader(options)


def _print_plain(files: Sequence[Path]) -> int:
    """Write articles as plain text, where no screen can be drawn."""
    from tuireader.article.loading import load_article

    if not files:
        raise TuireaderError(
            "There is no terminal to show the choice of articles on.", "Name an article."
        )
    for number, path in enumerate(files):
        if number:
            sys.stdout.write("\n")
        _print_article(load_article(path))
    return 0


def _print_article(article: "Article") -> int:
    lines = []
    for paragraph in article.paragraphs:
        marker = f"{paragraph.marker} " if paragraph.marker else ""
        lines.append(marker + article.text[paragraph.start : paragraph.end])
    encoding = sys.stdout.encoding or "utf-8"
    plain = "\n\n".join(lines) + "\n"
    sys.stdout.buffer.write(plain.encode(encoding, "backslashreplace"))
    return 0
