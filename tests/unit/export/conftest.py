"""An article with one finding of each kind, made by hand so that every field is known."""

import pytest

from tuireader.analysis.model import (
    Analysis,
    Bound,
    Claim,
    ClaimKind,
    Comparison,
    Figure,
    FigureKind,
    Hedge,
    Quotation,
    QuotationStyle,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import Article, Paragraph, ParagraphKind, Source, Span

TEXT = "Ferry *stops*\n\n“It lost over 100 riders,” Nora Blake said, “may be more.”"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def article() -> Article:
    """The article."""
    return Article(
        TEXT,
        (Paragraph(0, 13, ParagraphKind.TITLE), Paragraph(15, len(TEXT))),
        Source("notes/ferry.txt", "text", "ab" * 32),
        title="Ferry *stops*",
    )


@pytest.fixture
def analysis() -> Analysis:
    """What is found in it."""
    first, second = span("“It lost over 100 riders,”"), span("“may be more.”")
    return Analysis(
        model="en_test 1.0",
        speakers=(
            Speaker(
                "s1",
                "Nora Blake",
                SpeakerKind.PERSON,
                "director",
                ("Blake",),
                (span("Nora Blake"),),
                ("q1",),
                8,
            ),
        ),
        quotations=(
            Quotation(
                "q1",
                first.start,
                second.end,
                (first, second),
                QuotationStyle.DIRECT,
                "s1",
                span("Nora Blake"),
                span("said"),
                False,
            ),
        ),
        figures=(
            Figure(
                "f1",
                *span("over 100"),
                FigureKind.COUNT,
                100.0,
                None,
                Bound.MORE,
                False,
                None,
                None,
                "riders",
                span("riders"),
                "s1",
                "c1",
            ),
        ),
        claims=(
            Claim(
                "c1",
                *span("It lost over 100 riders"),
                ("s1",),
                Hedge.POSSIBLE,
                span("may"),
                False,
                ClaimKind.QUANTITY,
                0.9,
                ("figure",),
                ("f1",),
            ),
        ),
        comparisons=(Comparison("k1", "riders · loss", ("c1",), True, "over 100 against “a few”"),),
    )
