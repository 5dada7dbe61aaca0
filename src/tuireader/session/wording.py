"""Words of the article on one line, and how much is said."""

from tuireader.article.model import Article, ParagraphKind, Span

ARTICLE_VOICE = "the article"

LONG_TEXT = 500_000
"""Characters from which on words are counted by the spaces between them."""


def plain(text: str) -> str:
    """Put words of the article on one line."""
    return " ".join(text.split())


def words_of(article: Article, span: Span | None) -> str:
    """Return the words of a span on one line; nothing for no span."""
    return plain(article.text[span.start : span.end]) if span else ""


def count(number: int, noun: str) -> str:
    """Say how many: "1 word", "2 words"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def word_count(text: str) -> int:
    """Count words; in a text as long as a book by its spaces, which takes no time that is felt."""
    if len(text) < LONG_TEXT:
        return len(text.split())
    return text.count(" ") + text.count("\n\n") + 1


def credit(article: Article) -> str:
    """Say who wrote the article and when, unless its text does so."""
    if any(p.kind is ParagraphKind.BYLINE for p in article.paragraphs):
        return ""
    parts = (article.byline, article.published)
    return " · ".join(plain(part) for part in parts if part)
