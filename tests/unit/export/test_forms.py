"""Numbers, CSV and Markdown: what a spreadsheet and a Markdown viewer make of them."""

import csv
import io
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tuireader.analysis.model import (
    Analysis,
    Bound,
    Figure,
    FigureKind,
    Quotation,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import Article, Source
from tuireader.export.csv_form import COLUMNS, article_lines, header_line
from tuireader.export.forms import FORMATS, form_named
from tuireader.export.markdown_form import escape, reading_sheet
from tuireader.export.numbers import plain_number, value_words


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (100.0, "100"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.3"),
        (2.5e6 * 1.1, "2750000"),
        (1 / 3, "0.333333333333"),
        (1e30, "1e+30"),
        (-0.0, "0"),
        (math.nan, None),
        (math.inf, None),
        (-math.inf, None),
    ],
)
def test_plain_numbers(value: float | None, plain: str | None) -> None:
    number = plain_number(value)
    assert (None if number is None else str(number)) == plain


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_plain_number_is_the_number(value: float) -> None:
    number = plain_number(value)
    assert number is not None
    assert math.isclose(number, value, rel_tol=1e-11)


def table(article: Article, analysis: Analysis) -> list[dict[str, str]]:
    lines = header_line() + article_lines(article, analysis)
    return list(csv.DictReader(io.StringIO(lines, newline="")))


def test_csv_has_a_row_for_each_finding(article: Article, analysis: Analysis) -> None:
    rows = table(article, analysis)
    assert [row["finding"] for row in rows] == ["speaker", "quote", "figure", "claim", "comparison"]
    assert all(tuple(row) == COLUMNS for row in rows)
    figure = rows[2]
    assert (figure["text"], figure["low"], figure["high"]) == ("over 100", "100", "")
    assert (figure["speaker"], figure["speaker_role"]) == ("Nora Blake", "director")
    claim = rows[3]
    assert (claim["speaker"], claim["hedge"], claim["hedge_cue"]) == (
        "Nora Blake",
        "possible",
        "may",
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=HYPERLINK(“x”)"]
)
def test_csv_holds_no_formula(article: Article, analysis: Analysis, text: str) -> None:
    for row in table(replace(article, title=text), analysis):
        assert row["title"] == f"'{text}"


def test_a_spreadsheet_that_parts_cells_at_semicolons_finds_none(
    article: Article, analysis: Analysis
) -> None:
    lines = article_lines(replace(article, title="A;=1+1"), analysis)
    assert '"A;=1+1"' in lines


def test_csv_keeps_negative_numbers(article: Article, analysis: Analysis) -> None:
    figure = replace(analysis.figures[0], low=-4.5, high=-4.5)
    assert table(article, replace(analysis, figures=(figure,)))[2]["low"] == "-4.5"


@given(st.text(alphabet="=+-@,;'\"\n\r\t a1“", max_size=12))
def test_csv_gives_back_every_name(name: str) -> None:
    speaker = Speaker("s1", name, SpeakerKind.GROUP, None, (), (), (), 0)
    article = Article("", (), Source("x.txt", "text", ""))
    (row,) = table(article, Analysis(speakers=(speaker,)))
    assert row["speaker"] in (name, f"'{name}")


markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
markup = st.text(alphabet="\\`*_[]()<>|~#&;!-+=.1a \n\t\0“")


@pytest.mark.parametrize("frame", ["- {}", "# {}", "| a |\n| - |\n| {} |", "x\n\n{}", "> {}"])
@given(text=markup | st.text(max_size=60))
def test_markdown_shows_any_text_as_it_is(frame: str, text: str) -> None:
    tokens = markdown.parse(frame.format(escape(text)))
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    shown = inline[-1] if inline else []
    words = " ".join(text.split()).replace("\0", "\ufffd")
    assert {child.type for child in shown} <= {"text", "text_special"}
    if words:
        assert "".join(child.content for child in shown) == words


@pytest.mark.parametrize(
    "text",
    [
        "1. First",
        "- minus",
        "+ plus",
        "# head",
        "a | b",
        "<b>",
        "[x](y)",
        "*a*",
        "`c`",
        "===",
        "&lt;",
    ],
)
def test_markdown_escapes_what_would_be_markup(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert "".join(child.content for child in children) == text


def test_the_reading_sheet(article: Article, analysis: Analysis) -> None:
    sheet = reading_sheet(article, analysis)
    for line in (
        "# Ferry \\*stops\\*",
        "### Nora Blake",
        "director · person · also “Blake” · 8 words quoted",
        "- “It lost over 100 riders,” “may be more.” *(direct, “said”)*",
        "| over 100 | > 100 |  | riders | Nora Blake |",
        "- It lost over 100 riders *(possible “may”; worth a check: figure)*",
        "### riders · loss — differs",
        "over 100 against “a few”",
        "- **Nora Blake:** It lost over 100 riders",
    ):
        assert line in sheet.splitlines()


def test_the_sheet_of_an_article_without_findings(article: Article) -> None:
    sheet = reading_sheet(article, Analysis(notes=("It is not *English*.",)))
    assert "> It is not \\*English\\*." in sheet
    assert "No claims were found." in sheet


def test_a_quotation_without_a_speaker_is_on_the_sheet(
    article: Article, analysis: Analysis
) -> None:
    quotation: Quotation = replace(analysis.quotations[0], speaker=None, inferred=True)
    sheet = reading_sheet(article, replace(analysis, quotations=(quotation,)))
    assert "### Speaker not told" in sheet
    assert "speaker inferred" in sheet


@pytest.mark.parametrize(
    ("low", "high", "bound", "words"),
    [
        (100, None, Bound.MORE, "> 100"),
        (None, 100, Bound.LESS, "< 100"),
        (1_500_000, 1_500_000, Bound.ABOUT, "≈ 1,500,000"),
        (3, 5, Bound.RANGE, "3 to 5"),
        (2.5, 2.5, Bound.EXACT, "2.5"),
        (None, None, Bound.EXACT, ""),
    ],
)
def test_the_value_of_a_figure(
    analysis: Analysis, low: float | None, high: float | None, bound: Bound, words: str
) -> None:
    figure: Figure = replace(analysis.figures[0], low=low, high=high, bound=bound)
    assert value_words(figure) == words


def test_a_year_has_no_thousands(analysis: Analysis) -> None:
    year = replace(analysis.figures[0], kind=FigureKind.DATE, low=2024, high=2024)
    assert value_words(replace(year, bound=Bound.EXACT)) == "2024"


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_ends_its_lines(article: Article, analysis: Analysis, name: str) -> None:
    form = form_named(name, several=True)
    whole = form.opening + form.render(article, analysis) + form.closing
    assert whole.endswith("\n")
