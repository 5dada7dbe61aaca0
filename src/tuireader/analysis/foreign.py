"""What can be found in a text that is not English: words in quote marks, and bare figures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Figure, Quotation, QuotationStyle
from tuireader.analysis.quotations.marks import scan_paragraphs
from tuireader.article.model import Span

_WORD = re.compile(r"[^\W\d_]+")

_FEWEST_WORDS = 3
"""Fewer words in quote marks are a title or a term more often than speech."""

_LETTERS_WITHOUT_SPACES = 6
"""The same for a script that writes no spaces: that many letters in one run."""


def find_quoted(parsed: Sequence[ParsedParagraph]) -> list[Quotation]:
    """Find what stands in quote marks; who said it can't be read from a foreign sentence.

    Args:
        parsed: All analysed paragraphs, in order.
    """
    spans = _quoted_spans(parsed)
    return [
        Quotation(
            id=f"q{number}",
            start=span.start,
            end=span.end,
            spans=(span,),
            style=QuotationStyle.DIRECT,
            speaker=None,
            speaker_span=None,
            cue=None,
            inferred=False,
            reason="in quote marks",
        )
        for number, span in enumerate(spans, 1)
    ]


def without_concepts(figures: Iterable[Figure]) -> list[Figure]:
    """Leave out what the figures count: an English parse of a foreign sentence can't tell."""
    return [replace(figure, concept=None, concept_span=None) for figure in figures]


def _quoted_spans(parsed: Sequence[ParsedParagraph]) -> Iterator[Span]:
    texts = [paragraph.text for paragraph in parsed]
    for paragraph, text, runs in zip(parsed, texts, scan_paragraphs(texts), strict=True):
        for run in runs:
            if _may_be_speech(text[run.start : run.end]):
                yield Span(paragraph.start + run.start, paragraph.start + run.end)


def _may_be_speech(quoted: str) -> bool:
    words = _WORD.findall(quoted)
    return len(words) >= _FEWEST_WORDS or any(map(_is_unspaced, words))


def _is_unspaced(run: str) -> bool:
    """Tell whether a run of letters may hold several words, as in Chinese or Thai."""
    return len(run) >= _LETTERS_WITHOUT_SPACES and run.upper() == run.lower()
