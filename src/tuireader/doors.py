"""The doors of the program: the reader on the screen, plain lines, or the export of findings."""

import errno
import gc
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from tuireader.errors import FAILED, ArticleError, TuireaderError
from tuireader.looking import is_file, is_folder
from tuireader.request import ReaderRequest, read_request
from tuireader.surroundings import forget_settings_of_textual, import_asyncio_without_tls

if TYPE_CHECKING:
    from tuireader.article.model import Article
    from tuireader.tui.options import ReaderOptions

FAULT = 70
"""Exit code after a fault of the program itself, as BSD's sysexits.h gives it."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it: 128 and the number of the signal."""

PIPE_CLOSED = 141
"""Exit code when whoever read the output went away."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What the system says when no more can be written, or nothing at all."""

_ended_by: list[int] = []
"""The signal that ended an export: libraries take its exit for a failed import of theirs."""

_STANDARD_INPUT = "-"  # `article.loading` has it too, and takes a while to import


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: The arguments.
    """
    try:
        code = _export(arguments[1:]) if arguments[:1] == ["export"] else _read(arguments)
        sys.stdout.flush()
        return code
    except TuireaderError as error:
        return 128 + _ended_by[0] if _ended_by else _fail(error)
    except BrokenPipeError:
        _let_go(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno in _FULL:
            _let_go(sys.stdout)
            return _fail(TuireaderError(f"The output can't be written: {fault.strerror}."))
        return _crash(fault)


def _let_go(stream: TextIO) -> None:
    """Keep Python from complaining once more when it flushes a stream at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _crash(fault: Exception) -> int:
    """Write down an unexpected fault, and say where."""
    from tuireader.storage.crashes import write_crash

    what = f"A fault of the program ended it ({type(fault).__name__})."
    try:
        where = f"Where it happened, without your article, stands in “{write_crash(fault)}”."
    except OSError as error:
        where = f"Where it happened could not be written down ({error.strerror})."
    _complain(f"{what} {where} Please report it.")
    return FAULT


def _fail(error: TuireaderError) -> int:
    _complain(str(error))
    return FAILED


def _complain(sentence: str) -> None:
    from tuireader.article.sanitizing import one_line

    encoding = sys.stderr.encoding or "utf-8"
    line = one_line(f"tuireader: {sentence}").encode(encoding, "backslashreplace")
    try:
        print(line.decode(encoding), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _let_go(sys.stderr)  # the exit code tells


def _export(arguments: Sequence[str]) -> int:
    from tuireader.arguments import export_parser

    args = export_parser().parse_args(arguments)
    from tuireader.export.runner import ExportRequest, export

    _leave_on_signals()
    pipeline = args.pipeline or _configured_pipeline(args.config)
    request = ExportRequest(
        paths=tuple(args.files),
        format=args.format,
        output=args.output,
        jobs=args.jobs,
        pipeline=pipeline,
    )
    return export(request)


def _leave_on_signals() -> None:
    """Let an export that is ended from outside end its processes and clear its half files away."""

    def leave(number: int, _frame: object) -> NoReturn:
        _ended_by.append(number)
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _read(arguments: Sequence[str]) -> int:
    args = read_request(arguments)
    if args.write_config:
        from tuireader.storage.config import write_default_config

        _write_line(str(write_default_config(args.config)))
        return 0
    named = args.files or ([] if sys.stdin.isatty() else [_STANDARD_INPUT])
    if _STANDARD_INPUT in named:
        if len(named) > 1:
            raise ArticleError("Standard input can't be read together with files.")
        return _read_standard_input(args)
    # Collecting garbage takes a tenth of the time to the first paint; the app enables it again.
    gc.disable()
    paths = [Path(name) for name in named]
    folder = paths[0] if len(paths) == 1 and is_folder(paths[0]) else None
    files = [] if folder else _files_in(paths)
    if folder:
        _articles_in(folder)
    if args.plain or not _has_screen() or not sys.stdin.isatty():
        return _print_files(files, args.config)
    if not all(path.is_absolute() for path in paths):
        _current_folder()
    article = _checked(files)
    from tuireader.tui.options import ReaderOptions

    return _start(
        ReaderOptions(
            article=article,
            paths=tuple(files),
            folder=folder if folder or files else _current_folder(),
            config_path=args.config,
            theme=args.theme,
        )
    )


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise ArticleError("The current folder is gone.", "Go to another one.") from error


def _files_in(paths: Sequence[Path]) -> list[Path]:
    """Replace folders among several arguments by the articles in them."""
    files: list[Path] = []
    for path in paths:
        files.extend(_articles_in(path) if is_folder(path) else [path])
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
    """Read the first file, or how it begins; raise for any other that is not there to be read."""
    from tuireader.article.loading import load_article, load_beginning

    for path in files[1:]:
        if not is_file(path):
            load_article(path)
    return load_beginning(files[0]) or load_article(files[0]) if files else None


def _read_standard_input(args: ReaderRequest) -> int:
    from tuireader.article.loading import load_stdin
    from tuireader.tui.options import ReaderOptions

    article = load_stdin(sys.stdin.buffer)
    if args.plain or not _has_screen() or not _keyboard():
        return _print([article], args.config)
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
    forget_settings_of_textual(os.environ, _terminal_size())
    import_asyncio_without_tls()
    from tuireader.tui.app import run_reader
    from tuireader.tui.ending import end_for_good

    # A locale that knows no curly quotes would have them written as \\u201c.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = run_reader(options, _complain)
    except TuireaderError as error:
        code = _fail(error)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as fault:
        code = _crash(fault)
    end_for_good(code)
    return code


def _terminal_size() -> tuple[int, int] | None:
    try:
        return os.get_terminal_size(sys.stderr.fileno())
    except OSError:
        return None


def _print_files(files: Sequence[Path], config: Path | None) -> int:
    from tuireader.article.loading import load_article

    if not files:
        raise TuireaderError(
            "There is no terminal to show the choice of articles on.", "Name an article."
        )
    return _print((load_article(path) for path in files), config)


def _print(articles: "Iterable[Article]", config: Path | None) -> int:
    """Write articles and what is found in them as plain lines."""
    from tuireader.export.plain import write_plain

    write_plain(articles, _write_line, _configured_pipeline(config))
    return 0


def _configured_pipeline(path: Path | None) -> str | None:
    """Return the pipeline that the configuration names, and say what is wrong with that file."""
    from tuireader.storage.config import few, load_config

    loaded = load_config(path)
    for warning in few(loaded.warnings):
        _complain(warning)
    return loaded.config.pipeline


def _write_line(line: str) -> None:
    from tuireader.article.sanitizing import one_line

    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.buffer.write(one_line(line).encode(encoding, "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()
