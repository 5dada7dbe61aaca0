"""Figures in sentences: bounds, ranges, changes, kinds, and what is counted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.figures import find_figures
from tuireader.analysis.language import ParsedParagraph, parse
from tuireader.analysis.model import Bound, Change, Figure, FigureKind
from tuireader.analysis.pieces import analysed_paragraphs
from tuireader.article.model import Article, ParagraphKind

if TYPE_CHECKING:
    from spacy.language import Language

Find = Callable[[str], list[Figure]]
BLANK = spacy.blank("en")


@pytest.fixture
def find(nlp: "Language", make_article: Callable[..., Article]) -> Find:
    """A function from text to its figures."""

    def run(text: str) -> list[Figure]:
        article = make_article(text)
        return find_figures(list(parse(nlp, article.text, analysed_paragraphs(article))))

    return run


@pytest.mark.parametrize(
    ("text", "written", "bound", "low", "high"),
    [
        ("More than 100 goats fled.", "More than 100", Bound.MORE, 100, None),
        (
            "A little bit more than 100 goats fled.",
            "A little bit more than 100",
            Bound.MORE,
            100,
            None,
        ),
        ("At least six goats fled.", "At least six", Bound.MORE, 6, None),
        ("Up to 40 goats fled.", "Up to 40", Bound.LESS, None, 40),
        ("Fewer than 40 goats fled.", "Fewer than 40", Bound.LESS, None, 40),
        ("Nearly 40 goats fled.", "Nearly 40", Bound.ABOUT, 40, 40),
        ("Some 40 goats fled.", "Some 40", Bound.ABOUT, 40, 40),
        ("The house wants a sub-300 metre path.", "sub-300 metre", Bound.LESS, None, 300),
        ("They want 40 goats or more.", "40", Bound.EXACT, 40, 40),
        ("They are 40 or older.", "40 or older", Bound.MORE, 40, None),
        ("The path runs ~80 km.", "~80 km", Bound.ABOUT, 80, 80),
        ("He fell ill over the past three years.", "three years", Bound.EXACT, 3, 3),
        ("The price fell over ten years.", "ten years", Bound.EXACT, 10, 10),
        ("It took over ten years.", "over ten years", Bound.MORE, 10, None),
    ],
)
def test_bounds(
    find: Find, text: str, written: str, bound: Bound, low: float | None, high: float | None
) -> None:
    figure = find(text)[0]
    assert text[figure.start : figure.end] == written
    assert (figure.bound, figure.low, figure.high) == (bound, low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("We need 5-10 boats.", 5, 10, None),
        ("We need 5–10% more.", 5, 10, "percent"),
        ("We need four to five thousand boats.", 4000, 5000, None),
        ("It costs $10 to $15 billion.", 1e10, 1.5e10, "USD"),
        ("It costs from $200 to $4 million.", 200, 4e6, "USD"),
        ("Between 240 and 273 boats sank.", 240, 273, None),
        ("Over the past three or four years it rained.", 3, 4, "year"),
        ("It has an 8- to 16-metre mast.", 8, 16, "metre"),
        ("Use more than 100 but fewer than 300 nails.", 100, 300, None),
        ("Temperatures ranged from -18 °C to -34 °C.", -34, -18, "degree Celsius"),
    ],
)
def test_ranges(find: Find, text: str, low: float, high: float, unit: str | None) -> None:
    figure = find(text)[0]
    assert (figure.bound, figure.low, figure.high) == (Bound.RANGE, low, high)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "change", "values"),
    [
        ("Rents rose 5%.", [Change.UP], [5]),
        ("Rents fell by 5% to $900.", [Change.DOWN, None], [5, 900]),
        ("Rents were down 5% in May.", [Change.DOWN], [5]),
        ("Rents are 5% higher.", [Change.UP], [5]),
        ("Rents rose to 5% of income.", [None], [5]),
        ("The index shed 190 points, or 0.6%.", [Change.DOWN, Change.DOWN], [190, 0.6]),
        ("The club lost $5 million.", [None], [5e6]),
    ],
)
def test_changes(find: Find, text: str, change: list[Change | None], values: list[float]) -> None:
    figures = [figure for figure in find(text) if figure.kind is not FigureKind.DATE]
    assert [figure.low for figure in figures] == values
    assert [figure.change for figure in figures] == change


def test_from_to_is_a_change_and_between_is_none(find: Find) -> None:
    rise, span = find("Output climbed from 240 to 273. It lay between 240 and 273.")[:2]
    assert (rise.low, rise.high, rise.change) == (240, 273, Change.UP)
    assert (span.low, span.high, span.change) == (240, 273, None)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Two new fishing boats sank.", "new fishing boats"),
        ("Dozens of old oak trees fell.", "old oak trees"),
        ("Two of the three divers came back.", "divers"),
        ("Half of the harbour staff left.", "harbour staff"),
        ("A 131-page report was lost.", "page"),
        ("They want another boat or two.", "boat"),
        ("About 60% of the crew left.", "crew"),
        ("She signed a $150,000 contract.", "contract"),
        ("The unemployment rate was 5.4%.", "unemployment rate"),
        ("Shares of the bank fell 3%.", "Shares of the bank"),
        ("The aircraft is 72 metres long.", "aircraft"),
        ("The yacht has a range of 400 kilometres.", "range"),
        ("The council raised rents by 4%.", "rents"),
        ("They paid $40 for the ticket.", "ticket"),
        ("Each of the houses costs $40 million.", "houses"),
        ("The number of divers rose to 40.", "divers"),
        ("The port is 30 percent-owned by a bank.", "port"),
        ("The UK 100 was down 2 percent.", "UK 100"),
        ("She bought a hose (20mm inner width) in May.", "inner width"),
        ("The engine makes 380 Nm (280 lb-ft) of torque.", "torque"),
        ("They sold 2.1 million printed and bound copies.", "printed and bound copies"),
        ("The town will get a federal loan worth up to $3 million.", "federal loan"),
    ],
)
def test_what_is_counted_or_measured(find: Find, text: str, concept: str) -> None:
    figure = find(text)[0]
    assert figure.concept == concept
    assert figure.concept_span is not None
    assert text[slice(*figure.concept_span)] == concept


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The rent was 500 euros and the fee for cleaning was 90 euros.", "fee for cleaning"),
        ("Output slowed to 4 percent before climbing 3 percent in May.", "Output"),
        ("The engine makes 380 Nm (280 lb-ft) of torque.", "torque"),
        ("The fair will take place over nine days.", "fair"),
        ("The rate was 7.4 in May and 6.8 last year.", "rate"),
        ("They built 300 last-ditch walls.", "last-ditch walls"),
    ],
)
def test_what_the_last_figure_measures(find: Find, text: str, concept: str) -> None:
    assert find(text)[-1].concept == concept


def test_a_number_alone_is_no_name(find: Find) -> None:
    assert [figure.low for figure in find("It rose to 5,118.26.")] == [5118.26]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Demand was moving back up to 6.1 percent.", Bound.EXACT),
        ("The fee went up to 5 euros.", Bound.EXACT),
        ("Fees of up to 5 euros are due.", Bound.LESS),
    ],
)
def test_what_was_reached_is_no_limit(find: Find, text: str, bound: Bound) -> None:
    assert find(text)[0].bound is bound


def test_a_number_without_noun_counts_the_last_set(find: Find) -> None:
    text = (
        "More than 100 sailors went missing.\n\n"
        "“The number is now over 120,” a captain said.\n\n"
        "Some 40 are thought to be officers. There were a few that came back."
    )
    assert {figure.concept for figure in find(text)} == {"sailors"}


def test_the_subject_of_a_counting_sentence_is_the_set(find: Find) -> None:
    text = "An estimated 900 sailors are spread over several ports. Some 40 are officers."
    assert find(text)[-1].concept == "sailors"


def test_casualties_are_no_set_of_another_paragraph(find: Find) -> None:
    figures = find("Some 900 voters stayed home.\n\nPolice said 12 were killed.")
    assert [figure.concept for figure in figures] == ["voters", None]


def test_gapping_gives_each_figure_its_subject(find: Find) -> None:
    figures = find("Shares of the bank fell 2.3%, the mill 2.6% and the brewery 1.9%.")
    assert [figure.low for figure in figures] == [2.3, 2.6, 1.9]
    assert [figure.concept for figure in figures] == ["Shares of the bank", "mill", "brewery"]


def test_brackets_restate_the_figure_in_front(find: Find) -> None:
    long, short = find("The moths can fly more than 100 kilometres (60 miles).")
    assert (short.bound, short.concept) == (long.bound, long.concept) == (Bound.MORE, "moths")


def test_hanging_hyphens_share_unit_and_noun(find: Find) -> None:
    figures = find("It comes with four-, five- and six-cylinder engines.")
    assert [figure.low for figure in figures] == [4, 5, 6]
    assert {figure.concept for figure in figures} == {"cylinder"}


@pytest.mark.parametrize(
    ("text", "low", "high", "reason"),
    [
        ("There were a few that got out.", 3, 9, "“a few” is read as 3 to 9"),
        ("It needs several hundred nails.", 300, 900, "“several hundred” is read as 300 to 900"),
        ("Thousands of homes burned.", 1000, 10000, "“Thousands” is read as 1,000 to 10,000"),
        ("Many homes burned.", None, None, "“Many” names no number"),
    ],
)
def test_vague_figures_state_their_reading(
    find: Find, text: str, low: float | None, high: float | None, reason: str
) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low, figure.high) == (FigureKind.VAGUE, low, high)
    assert figure.reason == reason


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Anna Berg, 65, won.", FigureKind.AGE, 65),
        ("She is 44.", FigureKind.AGE, 44),
        ("She left school aged 14.", FigureKind.AGE, 14),
        ("A 12-year-old boy won.", FigureKind.AGE, 12),
        ("One in five pupils failed.", FigureKind.RATIO, 0.2),
        ("Two out of three pupils failed.", FigureKind.RATIO, 2 / 3),
        ("A third of the pupils failed.", FigureKind.RATIO, 1 / 3),
        ("He won by a ratio of 3 to 1.", FigureKind.RATIO, 3),
        ("In 2016 it rained.", FigureKind.DATE, 2016),
        ("On March 4, 2016 it rained.", FigureKind.DATE, 2016),
        ("In the 1980s it rained.", FigureKind.DATE, 1980),
        ("They repaired 2000 homes.", FigureKind.COUNT, 2000),
        ("It was her third win.", FigureKind.ORDINAL, 3),
        ("He waited for five days.", FigureKind.DURATION, 5),
        ("The index closed at 7,425.", FigureKind.MEASURE, 7425),
    ],
)
def test_kinds(find: Find, text: str, kind: FigureKind, value: float) -> None:
    figure = find(text)[0]
    assert figure.kind is kind
    assert figure.low == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "The S&P 500 fell again.",
        "The Covid-19 ward closed.",
        "An F-16 landed.",
        "Read Section 427 and Row 21.",
        "She remembers 9/11 and works 24/7.",
        "The rovers won 3-1 on Sunday.",
        "It starts at 10.45pm, not at 17:22.",
        "She lives at 12 Mill Lane Road.",
        "Call 555-123-4567 today.",
        "No one knows which one it was.",
        "Write to desk2@example.org or see https://example.org/2024/10.",
        "Version 2.10.4 is out.",
        'They agreed.<post id="751133678269587456" at="1449075600"></post>',
        "The winger (15) scored for Real Anderlecht Prescott (4).",
    ],
)
def test_what_is_no_figure(find: Find, text: str) -> None:
    kinds = (FigureKind.DATE, FigureKind.ORDINAL)
    found = [text[f.start : f.end] for f in find(text) if f.kind not in kinds]
    assert [written for written in found if written != "15"] == []


def test_ids_follow_the_text(find: Find) -> None:
    figures = find("On May 4 two boats sank.\n\nThree came back in 2016.")
    assert [figure.id for figure in figures] == ["f1", "f2", "f3", "f4"]
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)


WORDS = """5 10 1,000 $3 bn m % -2 ( ) , . and to or from between more than about a third half of
the boats fell 2016 one in dozens several few km per hour old year " £ – ½ up four-"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=25), st.integers(0, 50))
def test_spans_and_ends_hold_for_any_text(pieces: list[str], offset: int) -> None:
    doc = BLANK(" ".join(pieces))
    end = offset + len(doc.text)
    for figure in find_figures([ParsedParagraph(0, offset, ParagraphKind.TEXT, doc)]):
        assert offset <= figure.start < figure.end <= end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert (figure.concept is None) is (figure.concept_span is None)
