"""A look into an article before it is opened."""

from dataclasses import dataclass
from pathlib import Path

from tuireader.article.loading import MAX_BYTES, load_article
from tuireader.article.model import Article, ParagraphKind
from tuireader.article.sanitizing import one_line, sanitize
from tuireader.errors import ArticleError

MAX_CHARS = 4_000
"""How much of the text a preview holds: more than any pane shows."""

_FORMATS = {"text": "plain text", "markdown": "Markdown", "html": "web page"}


@dataclass(frozen=True, slots=True)
class Preview:
    """What the opener tells of an article; all of it safe to show."""

    path: Path
    """The file."""

    title: str = ""
    """Its headline."""

    facts: str = ""
    """Format, length, author and date, in one line."""

    paragraphs: tuple[str, ...] = ()
    """The first paragraphs after the headline."""

    problem: str = ""
    """Why it can't be opened."""


def load_preview(path: Path, max_bytes: int = MAX_BYTES) -> Preview:
    """Read an article for its preview; what is wrong with it is told in the preview.

    Args:
        path: The file.
        max_bytes: Size in bytes from which it is not read.
    """
    try:
        article = load_article(path, max_bytes=max_bytes)
    except ArticleError as error:
        return Preview(path, problem=sanitize(str(error)))
    return Preview(
        path,
        title=one_line(article.title or ""),
        facts=_facts(article),
        paragraphs=_first_paragraphs(article),
    )


def _facts(article: Article) -> str:
    words = len(article.text.split())
    facts = [
        _FORMATS.get(article.source.format, article.source.format),
        f"{words:,} {'word' if words == 1 else 'words'}",
        article.byline or "",
        article.published or "",
    ]
    return one_line(" · ".join(fact for fact in facts if fact))


def _first_paragraphs(article: Article) -> tuple[str, ...]:
    paragraphs = []
    room = MAX_CHARS
    for paragraph in article.paragraphs:
        if paragraph.kind in (ParagraphKind.TITLE, ParagraphKind.BYLINE, ParagraphKind.FURNITURE):
            continue
        text = article.text[paragraph.start : min(paragraph.end, paragraph.start + room)]
        paragraphs.append(sanitize(f"{paragraph.marker} {text}" if paragraph.marker else text))
        room -= len(text)
        if room <= 0:
            break
    return tuple(paragraphs)
