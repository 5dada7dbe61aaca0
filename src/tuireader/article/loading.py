"""Opening an article: a path or standard input in, an `Article` out, or one clear sentence."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tuireader.article.blocks import Draft, assemble
from tuireader.article.decoding import Decoded, decode, utf16_without_mark
from tuireader.article.model import Article, Source
from tuireader.article.sanitizing import one_line
from tuireader.article.signatures import binary_kind, has_binary_controls
from tuireader.errors import ArticleError
from tuireader.looking import SpecialFileError, open_regular

MAX_BYTES = 16 * 1024 * 1024
"""How much of a file is read: several times the longest book."""

LONG_FILE = 1_000_000
"""Bytes from which on reading a file takes so long that one sees it."""

_BEGINNING = 65_536
"""Bytes that are read of it to have something to show."""

_CUT_WITHIN = 65_536
"""Bytes from the end in which a line or a word is looked for to end with."""

STDIN_PATH = "-"
"""The path of an article that was read from standard input."""

_FORMATS = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "html": (".html", ".htm", ".xhtml"),
}
_FORMAT_OF_SUFFIX = {suffix: name for name, suffixes in _FORMATS.items() for suffix in suffixes}

ARTICLE_SUFFIXES: frozenset[str] = frozenset(_FORMAT_OF_SUFFIX)
"""Endings of the file names that are listed as articles."""

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER_START = re.compile(r"\s{0,10}---[ \t]*\n[\w-]{1,40}[ \t]*:")

_SPECIAL_FILES: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_OPEN_ERRORS = {
    errno.ENOENT: ("does not exist.", "Check the spelling of the path."),
    errno.ENOTDIR: ("does not exist.", "Check the spelling of the path."),
    errno.ENAMETOOLONG: ("does not exist: its name is too long.", "Check the path."),
    errno.EACCES: ("can't be read: permission denied.", "Ask its owner for the right to read it."),
    errno.EPERM: ("can't be read: permission denied.", "Ask its owner for the right to read it."),
    errno.ELOOP: ("can't be opened: its links lead round in a circle.", "Open the file itself."),
}


def load_article(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Article:
    """Open a file as an article.

    Args:
        path: The file.
        max_bytes: How much of a file is read.

    Raises:
        ArticleError: It is missing, no regular file, no text, or can't be read.
    """
    data, size = _read_file(str(path), max_bytes)
    return _first_part(data, size, str(path), max_bytes)


def load_beginning(path: str | Path) -> Article | None:
    """Read how a long plain text begins, as far as it will stay so when all of it is read.

    Args:
        path: The file.

    Returns:
        Its first paragraphs; None if the file is not long, no plain text or not in UTF-8.

    Raises:
        ArticleError: It is missing, no regular file, or can't be read.
    """
    if _FORMAT_OF_SUFFIX.get(Path(path).suffix.lower()) != "text":
        return None
    data, size = _read_file(str(path), _BEGINNING)
    end = data.rfind(b"\n\n", 0, _BEGINNING)
    if size < LONG_FILE or end < 0:
        return None
    article = article_from_bytes(data[:end], str(path))
    if article.source.encoding != "utf-8" or not article.text:
        return None
    return replace(article, source=article.source._replace(sha256=""))


def load_stdin(stream: BinaryIO, *, max_bytes: int = MAX_BYTES) -> Article:
    """Make an article of what comes through standard input.

    Args:
        stream: The input; it is read to its end, or as far as an article goes.
        max_bytes: How much of it is read.

    Raises:
        ArticleError: It can't be read, or is no text.
    """
    return _first_part(read_stdin(stream, max_bytes), None, STDIN_PATH, max_bytes)


def read_stdin(stream: BinaryIO, max_bytes: int = MAX_BYTES) -> bytes:
    """Read standard input, one byte more than asked for if there is.

    Args:
        stream: The input.
        max_bytes: How much of it makes an article.

    Raises:
        ArticleError: It can't be read.
    """
    try:
        return stream.read(max_bytes + 1)
    except OSError as error:
        what = f"Standard input can't be read: {error.strerror}."
        raise ArticleError(what, "Name an article.") from error


def article_from_bytes(data: bytes, path: str, format: str | None = None) -> Article:  # noqa: A002
    """Make an article of a file's bytes.

    Args:
        data: The whole file.
        path: Where it came from; its suffix tells the format.
        format: "text", "markdown" or "html", to overrule suffix and content.

    Raises:
        ArticleError: The bytes are no text.
    """
    _refuse_binary(data, path)
    suffix = Path(path).suffix.lower() if path != STDIN_PATH else ""
    chosen = format or _FORMAT_OF_SUFFIX.get(suffix)
    decoded = decode(data, html=chosen in ("html", None))
    chosen = chosen or _format_of_content(decoded.text)
    draft = _parser(chosen)(decoded.text)
    source = Source(path, chosen, hashlib.sha256(data).hexdigest(), decoded.encoding)
    return assemble(draft, source, _decoding_notes(decoded))


def list_articles(folder: Path) -> list[Path]:
    """List the article files of a folder, not of the folders in it, in natural order.

    Raises:
        ArticleError: The folder is missing or can't be read.
    """
    try:
        with os.scandir(folder) as entries:
            names = [e.name for e in entries if _is_article(e)]
    except (OSError, ValueError) as error:
        raise _open_error(str(folder), error) from error
    return [Path(folder, name) for name in sorted(names, key=natural_key)]


def _is_article(entry: "os.DirEntry[str]") -> bool:
    """Whether a folder entry is a visible file with an article's suffix."""
    if entry.name.startswith(".") or Path(entry.name).suffix.lower() not in ARTICLE_SUFFIXES:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def natural_key(name: str) -> tuple[list[tuple[int, str]], str]:
    """Return a sort key that puts "part 2" before "part 10", upper and lower case together."""
    pieces = re.split(r"([0-9]+)", name.casefold())
    key = [(int(p), "") if p.isascii() and p.isdigit() else (-1, p) for p in pieces]
    return key, name


def _first_part(data: bytes, size: int | None, path: str, max_bytes: int) -> Article:
    """Make an article of bytes; of their first part, and say so, where they are too many."""
    if len(data) <= max_bytes:
        return article_from_bytes(data, path)
    article = article_from_bytes(_cut(data[:max_bytes]), path)
    of = f" of {_megabytes(size)}" if size is not None else ""
    note = f"{_name(path)} is too large: you read its first {_megabytes(max_bytes)}{of}."
    return replace(article, warnings=(note, *article.warnings))


def _cut(data: bytes) -> bytes:
    """End bytes where a line ends, or a word, so that no character is torn."""
    whole = len(data) // 4 * 4  # two and four bytes make a character in UTF-16 and UTF-32
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or utf16_without_mark(data):
        return data[:whole]
    near = max(0, len(data) - _CUT_WITHIN)
    at = max(data.rfind(b"\n", near), data.rfind(b" ", near))
    return data[:at] if at > 0 else data[:whole].decode("utf-8", "ignore").encode()


def _read_file(path: str, max_bytes: int) -> tuple[bytes, int]:
    """Read a regular file, one byte more than asked for if there is, and its size.

    It never waits for the file.
    """
    try:
        with open_regular(path) as file:
            return file.read(max_bytes + 1), os.fstat(file.fileno()).st_size
    except SpecialFileError as error:
        raise _special_error(path, error.mode) from error
    except (OSError, ValueError) as error:
        raise _open_error(path, error) from error


def _special_error(path: str, mode: int) -> ArticleError:
    """Say what stands in the place of a regular file."""
    kind = next((name for test, name in _SPECIAL_FILES if test(mode)), "no regular file")
    hint = "Choose a file in it." if stat.S_ISDIR(mode) else "Copy what it gives into a file first."
    return ArticleError(f"{_name(path)} is {kind}, not an article.", hint)


def _open_error(path: str, error: OSError | ValueError) -> ArticleError:
    """Say why the system would not open a file."""
    number = error.errno if isinstance(error, OSError) else None
    if number in _OPEN_ERRORS:
        what, hint = _OPEN_ERRORS[number]
        return ArticleError(f"{_name(path)} {what}", hint)
    reason = os.strerror(number).lower() if number else "it is not a possible path"
    return ArticleError(f"{_name(path)} can't be read: {reason}.")


def _megabytes(size: int) -> str:
    """Write a size in bytes for people."""
    if size < 1024 * 1024:
        return f"{size / 1024:,.1f} KB"
    if size >= 1024**3:
        return f"{size / 1024**3:,.1f} GB"
    return f"{size / (1024 * 1024):,.1f} MB"


def _name(path: str) -> str:
    """Write a path into a message."""
    return "Standard input" if path == STDIN_PATH else f"“{one_line(path)}”"


def _refuse_binary(data: bytes, path: str) -> None:
    """Raise for what is no text, and name what it is."""
    if kind := binary_kind(data):
        raise ArticleError(
            f"{_name(path)} looks like {kind}, not a text.",
            "Save or export it as text, Markdown or HTML first.",
        )
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or utf16_without_mark(data)
    if not wide and has_binary_controls(data):
        raise ArticleError(
            f"{_name(path)} looks like a binary file, not a text.",
            "Open it in the program that made it and save it as text.",
        )


def _format_of_content(text: str) -> str:
    """Tell the format of a text whose name does not."""
    if _HTML_START.match(text[:8192]):
        return "html"
    return "markdown" if _FRONT_MATTER_START.match(text) else "text"


def _parser(name: str) -> Callable[[str], Draft]:
    """Import the parser of a format only when a file needs it."""
    if name == "markdown":
        from tuireader.article.formats.markdown import parse_markdown

        return parse_markdown
    if name == "html":
        from tuireader.article.formats.html import parse_html

        return parse_html
    from tuireader.article.formats.plain_text import parse_plain_text

    return parse_plain_text


def _decoding_notes(decoded: Decoded) -> list[str]:
    """Say what is doubtful about how the bytes were read."""
    notes = []
    if decoded.guessed:
        notes.append(f"The encoding is not declared and was taken to be {decoded.encoding}.")
    if decoded.unreadable:
        places = "1 place" if decoded.unreadable == 1 else f"{decoded.unreadable:,} places"
        notes.append(f"{places} could not be read as {decoded.encoding} and became “\ufffd”.")
    return notes
