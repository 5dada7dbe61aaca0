"""What is fuzzed: each target takes any bytes, and whatever it raises is a fault."""

from collections.abc import Callable

from rich.cells import cell_len

from tuireader.analysis.quotations.marks import scan_marks, scan_paragraphs
from tuireader.article.loading import article_from_bytes
from tuireader.article.sanitizing import one_line, sanitize
from tuireader.errors import ArticleError
from tuireader.guarded_yaml import YAMLRefusedError, load_yaml
from tuireader.session.search import search
from tuireader.tui.reading.wrapping import Wrapping

_FORMATS = ("text", "markdown")
"""HTML is parsed by a library in a process of its own, which coverage does not reach."""


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")  # half pairs are text as well


def loader(data: bytes) -> None:
    """Any bytes are an article, or refused in one sentence; nothing in it acts on a terminal."""
    for name in _FORMATS:
        try:
            article = article_from_bytes(data, "-", name)
        except ArticleError as refusal:
            assert refusal.message
            continue
        assert article.text == sanitize(article.text)
        before = 0
        for paragraph in article.paragraphs:
            assert before <= paragraph.start < paragraph.end <= len(article.text)
            before = paragraph.end
        for inline in article.inlines:
            assert 0 <= inline.start < inline.end <= len(article.text)
        for fact in (article.title, article.byline, article.published):
            assert fact is None or fact == sanitize(fact)


def yaml_guard(data: bytes) -> None:
    """Any text is loaded as plain values, or refused."""
    for as_written in (False, True):
        try:
            load_yaml(_as_text(data), as_written=as_written)
        except YAMLRefusedError as refusal:
            assert str(refusal)


def quote_scanner(data: bytes) -> None:
    """Quoted stretches lie inside the text, in order."""
    text = sanitize(_as_text(data))
    before = 0
    for run in scan_marks(text):
        assert before <= run.start < run.end <= len(text)
        before = run.start
    scan_paragraphs(text.split("\n\n"))


def wrapper(data: bytes) -> None:
    """Lines cover the text in order, none is wider than the screen, every offset has a line."""
    if not data:
        return
    width, text = 16 + data[0] % 40, sanitize(_as_text(data[1:]))
    article = article_from_bytes(text.encode("utf-8", "replace"), "-", "text")
    wrapping = Wrapping(article.text, article.paragraphs, width)
    before = 0
    for number in range(len(wrapping)):
        line = wrapping.line(number)
        assert before <= line.start <= line.end <= len(article.text)
        assert cell_len(article.text[line.start : line.end].rstrip()) <= width
        before = line.end
    for paragraph in article.paragraphs:
        number = wrapping.line_of(paragraph.start)
        assert wrapping.line(number).start <= paragraph.start


def search_line(data: bytes) -> None:
    """Any pattern is searched or refused."""
    pattern = one_line(_as_text(data))[:40]
    for is_regex in (False, True):
        found = search("The mayor said: “It’s done.” aaaaaaaaab", pattern, is_regex=is_regex)
        assert found.error or all(hit.start < hit.end for hit in found.hits)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "loader": loader,
    "yaml": yaml_guard,
    "quotes": quote_scanner,
    "wrapper": wrapper,
    "search": search_line,
}
