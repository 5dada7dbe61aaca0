"""Writing an article and its findings as plain lines, where no screen can or shall be drawn."""

from collections.abc import Callable, Iterable

from tuireader.analysis.analyzer import analyse
from tuireader.analysis.language import load_pipeline
from tuireader.article.model import Article
from tuireader.errors import PipelineError
from tuireader.export.plain_form import article_lines, finding_lines


def write_plain(
    articles: Iterable[Article], write: Callable[[str], None], pipeline: str | None = None
) -> None:
    """Write articles, each followed by what was found in it.

    The text of an article is handed over before it is analysed, so that nobody waits for it.

    Args:
        articles: The articles.
        write: Takes one line.
        pipeline: Name of the language pipeline; the default one when None.
    """
    nlp, problem = None, ""
    for number, article in enumerate(articles):
        if number:
            write("")
        for line in article_lines(article):
            write(line)
        try:
            nlp = nlp or (None if problem else load_pipeline(pipeline))
        except PipelineError as error:
            problem = str(error)
        if nlp is None:
            write("")
            write(f"Note: {problem}")
            continue
        with nlp.memory_zone():
            for line in finding_lines(article, analyse(article, nlp)):
                write(line)
