"""A passage as text to paste elsewhere, with who says it and where it stands."""

from tuireader.article.model import Span
from tuireader.session.findings import Findings
from tuireader.session.kinds import Kind, kind_of
from tuireader.session.session import Session
from tuireader.session.showing import Passage
from tuireader.session.wording import ARTICLE_VOICE, plain, words_of


def passage_as_text(session: Session, passage: Passage) -> str:
    """Give the words of a passage, then a line with speaker, title and source.

    Args:
        session: The session.
        passage: One of its passages.
    """
    article = session.article
    words = " […] ".join(words_of(article, Span(s.start, s.end)) for s in passage.spans)
    parts = [
        _who(session.findings, passage),
        plain(article.title or ""),
        article.byline and plain(article.byline),
        article.published and plain(article.published),
        "" if article.source.path == "-" else article.source.path,
    ]
    return f"{words}\n— {', '.join(part for part in parts if part)}"


def _who(findings: Findings, passage: Passage) -> str:
    kind = kind_of(passage.finding)
    if kind is Kind.SPEAKER:
        speakers = [passage.finding]
    elif kind is Kind.FIGURE:
        given = findings.figures[passage.finding].speaker
        speakers = [given] if given else []
    else:
        speakers = [*findings.claims[passage.finding].asserted_by]
    names = [plain(findings.speakers[s].name) for s in speakers]
    return ", says ".join(reversed(names)) or ARTICLE_VOICE
