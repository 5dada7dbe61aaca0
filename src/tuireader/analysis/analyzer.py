"""Runs the finders in order over the parsed paragraphs of an article."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from tuireader.analysis.claims import find_claims, with_unnamed_sources
from tuireader.analysis.comparisons import find_comparisons
from tuireader.analysis.english import looks_english
from tuireader.analysis.figures import find_figures
from tuireader.analysis.foreign import find_quoted, without_concepts
from tuireader.analysis.joining import join_analyses
from tuireader.analysis.language import ParsedParagraph, parse, parse_articles, pipeline_label
from tuireader.analysis.linking import link_claims, link_speakers
from tuireader.analysis.model import Analysis
from tuireader.analysis.pieces import MOST_ANALYSED, PART, analysed_paragraphs, parts_of
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers
from tuireader.article.model import Article

if TYPE_CHECKING:
    from spacy.language import Language

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

NOT_ENGLISH = (
    "This text does not look English: only figures and words in quote marks are looked for."
)
"""The note of an analysis that had to leave out most finders."""

TOO_LONG = f"Only the first {MOST_ANALYSED:,} characters of this text were analysed."
"""The note of an analysis that does not cover the end of the article."""


class _Guard:
    """Runs finders so that one that fails does not take the others' findings along."""

    def __init__(self, strict: bool) -> None:
        self._strict = strict
        self.notes: list[str] = []

    def run(self, what: str, finder: Callable[[], _T]) -> _T | None:
        """Return what the finder returns; None, and a note for the reader, if it raises."""
        try:
            return finder()
        except Exception as error:
            if self._strict:
                raise
            _log.debug("looking for %s", what, exc_info=True)
            self.notes.append(
                f"The {what} could not be worked out for this text "
                f"({type(error).__name__}); please report it."
            )
            return None


def find_all(
    article: Article,
    parsed: Sequence[ParsedParagraph],
    *,
    model: str | None = None,
    strict: bool = False,
) -> Analysis:
    """Run all finders over parsed paragraphs.

    Args:
        article: The article that they are from.
        parsed: All its analysed paragraphs in order, or the first ones of them.
        model: The pipeline that parsed them.
        strict: Let a finder's exception through instead of noting it.
    """
    guard = _Guard(strict)
    if len(article.text) > MOST_ANALYSED:
        guard.notes.append(TOO_LONG)
    if not looks_english(paragraph.text for paragraph in parsed):
        return _find_in_foreign(parsed, model, guard)
    utterances = guard.run("quotations", lambda: find_quotations(parsed)) or []
    voices = guard.run("speakers and quotations", lambda: resolve_speakers(parsed, utterances))
    named, quotations = voices or ([], [])
    figures = guard.run("figures", lambda: find_figures(parsed)) or []
    unnamed = guard.run("unnamed sources", lambda: with_unnamed_sources(parsed, named))
    speakers = named if unnamed is None else unnamed
    given = link_speakers(figures, quotations)
    claims = guard.run("claims", lambda: find_claims(parsed, speakers, quotations, given)) or []
    linked = link_claims(given, claims)
    comparisons = guard.run(
        "comparisons", lambda: find_comparisons(parsed, speakers, linked, claims)
    )
    return Analysis(
        model=model,
        speakers=tuple(speakers),
        quotations=tuple(quotations),
        figures=tuple(linked),
        claims=tuple(claims),
        comparisons=tuple(comparisons or ()),
        notes=tuple(guard.notes),
    )


def _find_in_foreign(
    parsed: Sequence[ParsedParagraph], model: str | None, guard: _Guard
) -> Analysis:
    quotations = guard.run("quotations", lambda: find_quoted(parsed)) or ()
    figures = guard.run("figures", lambda: without_concepts(find_figures(parsed))) or ()
    return Analysis(
        model=model,
        quotations=tuple(quotations),
        figures=tuple(figures),
        notes=(NOT_ENGLISH, *guard.notes),
    )


def analyse(article: Article, nlp: "Language", *, strict: bool = False) -> Analysis:
    """Find everything in an article.

    Args:
        article: The article.
        nlp: The language pipeline.
        strict: Let a finder's exception through instead of noting it in the analysis.
    """
    model = pipeline_label(nlp)
    pieces = analysed_paragraphs(article)
    found = []
    for part in parts_of(pieces):
        parsed = list(parse(nlp, article.text, pieces[part.start : part.stop]))
        found.append(find_all(article, parsed, model=model, strict=strict))
    return join_analyses(found)


def analyse_many(
    articles: Iterable[Article], nlp: "Language", *, strict: bool = False
) -> Iterator[tuple[Article, Analysis]]:
    """Find everything in many articles, at the speed of one long one and in their order.

    Args:
        articles: The articles, read as they are needed.
        nlp: The language pipeline.
        strict: Let a finder's exception through instead of noting it in the analysis.
    """
    model = pipeline_label(nlp)
    for is_long, group in groupby(articles, lambda article: len(article.text) > PART):
        if is_long:
            yield from ((article, analyse(article, nlp, strict=strict)) for article in group)
            continue
        for article, parsed in parse_articles(nlp, group):
            yield article, find_all(article, parsed, model=model, strict=strict)
