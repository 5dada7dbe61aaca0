"""All finders together: order, steps, failures, and what is left of a foreign text."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from spacy.language import Language

from tuireader.analysis import analyzer
from tuireader.analysis.analyzer import (
    NOT_ENGLISH,
    TOO_LONG,
    analyse,
    analyse_many,
)
from tuireader.analysis.language import parse
from tuireader.analysis.model import Analysis, Claim, Figure, Quotation
from tuireader.analysis.pieces import LONGEST_PARSE, analysed_paragraphs
from tuireader.article.model import Article, ParagraphKind

MakeArticle = Callable[..., Article]

REPORT = """Ferry service to end

The ferry across the Lune will stop in May, the port authority said on Tuesday.

“We carried 41,000 people last year, and we need 60,000,” said Nora Blake, its director.

Blake said the authority lost about $2 million in 2023. She denied that jobs would go."""

FOREIGN = """Der Fährbetrieb endet im Mai, teilte die Hafenbehörde am Dienstag mit. Im vergangenen
Jahr fuhren 41.000 Menschen mit, nötig wären 60.000. „Wir haben keine Wahl“, sagte die Direktorin
Nora Blake. Die Behörde verlor dabei rund zwei Millionen Euro, hieß es weiter aus dem Rathaus."""


@pytest.fixture
def failing_finder(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the finder of figures fail as a bug would."""

    def fail(*_: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(analyzer, "find_figures", fail)
    return "ZeroDivisionError"


def findings_and_spans(analysis: Analysis) -> Iterable[tuple[str, int, int]]:
    findings: list[Quotation | Figure | Claim] = [*analysis.quotations, *analysis.figures]
    for finding in findings + list(analysis.claims):
        yield finding.id, finding.start, finding.end


def test_everything_is_found(nlp: Language, make_article: MakeArticle) -> None:
    found = analyse(make_article(REPORT), nlp, strict=True)
    assert "Nora Blake" in {speaker.name for speaker in found.speakers}
    assert {figure.low for figure in found.figures} >= {41_000, 60_000, 2_000_000}
    assert found.quotations
    assert found.claims
    assert found.notes == ()
    assert found.model is not None


def test_findings_point_at_each_other(nlp: Language, make_article: MakeArticle) -> None:
    found = analyse(make_article(REPORT), nlp, strict=True)
    speakers = {speaker.id for speaker in found.speakers}
    claims = {claim.id: claim for claim in found.claims}
    assert {q.speaker for q in found.quotations} <= speakers | {None}
    assert {figure.speaker for figure in found.figures} <= speakers | {None}
    assert {ident for claim in found.claims for ident in claim.asserted_by} <= speakers
    for figure in found.figures:
        if figure.claim:
            assert claims[figure.claim].start <= figure.start
            assert figure.end <= claims[figure.claim].end


def test_a_quoted_figure_has_its_speaker(nlp: Language, make_article: MakeArticle) -> None:
    found = analyse(make_article(REPORT), nlp, strict=True)
    names = {speaker.id: speaker.name for speaker in found.speakers}
    given = {figure.low: names.get(figure.speaker or "") for figure in found.figures}
    assert given[41_000] == "Nora Blake"


def test_ids_are_unique_and_findings_in_order(nlp: Language, make_article: MakeArticle) -> None:
    found = analyse(make_article(REPORT), nlp, strict=True)
    spans = list(findings_and_spans(found))
    assert len({ident for ident, _, _ in spans}) == len(spans)
    for kind in (found.quotations, found.figures, found.claims):
        starts = [finding.start for finding in kind]
        assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["", " ", ".", "“", "12", "—", "”\n“"], ids=repr)
def test_next_to_nothing(nlp: Language, make_article: MakeArticle, text: str) -> None:
    assert analyse(make_article(text), nlp, strict=True).notes == ()


def test_only_prose_is_analysed(nlp: Language, make_article: MakeArticle) -> None:
    kinds = (ParagraphKind.BYLINE, ParagraphKind.CODE, ParagraphKind.FURNITURE)
    article = make_article("By 30 people\n\n40 lines\n\n50 shares", kinds=kinds)
    assert list(findings_and_spans(analyse(article, nlp, strict=True))) == []


def test_a_finder_that_fails_leaves_the_others(
    nlp: Language, make_article: MakeArticle, failing_finder: str
) -> None:
    found = analyse(make_article(REPORT), nlp)
    assert found.figures == ()
    assert found.quotations
    assert found.claims
    assert [failing_finder in note for note in found.notes] == [True]


@pytest.mark.usefixtures("failing_finder")
def test_a_finder_that_fails_is_seen_in_tests(nlp: Language, make_article: MakeArticle) -> None:
    with pytest.raises(ZeroDivisionError):
        analyse(make_article(REPORT), nlp, strict=True)


def test_a_foreign_text_keeps_figures_and_quote_marks(
    nlp: Language, make_article: MakeArticle
) -> None:
    found = analyse(make_article(FOREIGN), nlp, strict=True)
    assert found.notes == (NOT_ENGLISH,)
    assert found.figures
    assert (found.speakers, found.claims, found.comparisons) == ((), (), ())
    assert all(q.speaker is None and q.cue is None for q in found.quotations)


def test_many_articles_are_found_as_each_alone(nlp: Language, make_article: MakeArticle) -> None:
    texts = ["", REPORT, "Nothing.", "", FOREIGN, REPORT + "\n\n" + REPORT, ""]
    articles = [make_article(text) for text in texts]
    together = list(analyse_many(iter(articles), nlp, strict=True))
    assert [article for article, _ in together] == articles
    assert [found for _, found in together] == [analyse(a, nlp, strict=True) for a in articles]


@pytest.mark.parametrize("unit", ["A plain sentence stands here. ", "word "])
def test_a_very_long_paragraph_is_parsed_in_pieces(
    nlp: Language, make_article: MakeArticle, unit: str
) -> None:
    text = (unit * (LONGEST_PARSE * 5 // (2 * len(unit)))).strip()
    article = make_article(text)
    pieces = analysed_paragraphs(article)
    assert {index for index, _ in pieces} == {0}
    assert all(piece.end - piece.start <= LONGEST_PARSE for _, piece in pieces)
    parsed = list(parse(nlp, text, pieces))
    assert "".join(paragraph.doc.text for paragraph in parsed) == text
    assert [paragraph.start for paragraph in parsed] == [piece.start for _, piece in pieces]


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("—" * 50_000, []),
        ("Before " + "=" * 400 + " after.", ["Before ", " after."]),
        ("(" * 400 + "\n\nNext.", ["Next."]),
        ("https://example.org/" + "a/" * 100, ["https://example.org/" + "a/" * 100]),
    ],
    ids=["nothing else", "in the middle", "a paragraph", "an address"],
)
def test_a_run_without_a_space_is_left_out(
    make_article: MakeArticle, text: str, parsed: list[str]
) -> None:
    pieces = [piece for _, piece in analysed_paragraphs(make_article(text))]
    assert [text[piece.start : piece.end] for piece in pieces] == parsed


def test_the_end_of_an_endless_text_is_left_out(
    nlp: Language, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = REPORT.index("Blake said the authority")
    for module in ("pieces", "analyzer"):
        monkeypatch.setattr(f"tuireader.analysis.{module}.MOST_ANALYSED", limit)
    found = analyse(make_article(REPORT), nlp, strict=True)
    assert found.notes == (TOO_LONG,)
    assert {figure.low for figure in found.figures} == {41_000, 60_000}
