"""Figures told in several pieces: compounds, halves of units, margins, shares of a group."""

from collections.abc import Callable

import pytest

from tuireader.analysis.figures import find_figures
from tuireader.analysis.figures.compounds import join_compounds
from tuireader.analysis.figures.reading import read_quantity
from tuireader.analysis.figures.singles import find_singles
from tuireader.analysis.figures.words import find_numbers
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Bound, Figure, FigureKind

Find = Callable[[str], list[Figure]]


@pytest.fixture
def find(parse_text: Callable[[str], list[ParsedParagraph]]) -> Find:
    """A function from text to its figures."""
    return lambda text: find_figures(parse_text(text))


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("The orbit takes two hours and 30 minutes.", "two hours and 30 minutes", 2.5, "hour"),
        ("The bus took an hour and six minutes.", "an hour and six minutes", 1.1, "hour"),
        ("The guard is six foot three and thin.", "six foot three", 6.25, "foot"),
        ("Snow lay for a day and a half.", "a day and a half", 1.5, "day"),
        ("They walked a mile and a quarter.", "a mile and a quarter", 1.25, "mile"),
        ("The talks took half an hour.", "half an hour", 0.5, "hour"),
        ("The fuse burns for a quarter of a second.", "a quarter of a second", 0.25, "second"),
        ("They walked half a mile.", "half a mile", 0.5, "mile"),
        ("Six point two million pounds is gone.", "Six point two million pounds", 6.2e6, "GBP"),
    ],
)
def test_pieces_of_one_measure_are_one_figure(
    find: Find, text: str, written: str, value: float, unit: str
) -> None:
    (figure,) = find(text)
    assert text[figure.start : figure.end] == written
    assert figure.low == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He served two years and six months.", [2, 6]),
        ("The race took 2 hours, 5 minutes and 8 seconds.", [2, 5 + 8 / 60]),
        ("Rain fell for three days and half the crops died.", [3, 0.5]),
        ("Since 2016, and a fifth were new.", [2016, 0.2]),
    ],
)
def test_pieces_of_different_figures_stay_apart(find: Find, text: str, values: list[float]) -> None:
    assert [figure.low for figure in find(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "written", "bound", "low", "high"),
    [
        ("It is a mile or more away.", "a mile or more", Bound.MORE, 1, None),
        ("They stayed an hour or two.", "an hour or two", Bound.RANGE, 1, 2),
        ("It took 32 minutes, give or take.", "32 minutes, give or take", Bound.ABOUT, 32, 32),
        ("It took 32 hours, give or take two.", "32 hours, give or take two", Bound.RANGE, 30, 34),
        ("He is 2 m, plus or minus 10 cm.", "2 m, plus or minus 10 cm", Bound.RANGE, 1.9, 2.1),
        ("It weighs 30 ± 2 kg.", "30 ± 2 kg", Bound.RANGE, 28, 32),
        ("Sixty, or thereabouts, came.", "Sixty, or thereabouts", Bound.ABOUT, 60, 60),
        ("It errs by plus or minus four days.", "plus or minus four days", Bound.EXACT, 4, 4),
    ],
)
def test_what_is_given_or_taken(
    find: Find, text: str, written: str, bound: Bound, low: float, high: float | None
) -> None:
    (figure,) = find(text)
    assert text[figure.start : figure.end] == written
    assert (figure.bound, figure.low, figure.high) == (bound, low, high)


@pytest.mark.parametrize(
    ("text", "value", "concept"),
    [
        ("Nine homes in ten have a cellar.", 0.9, "homes"),
        ("One person in eight is deaf.", 0.125, "person"),
        ("Three shops out of every four are shut.", 0.75, "shops"),
    ],
)
def test_a_share_of_a_group_is_a_ratio(find: Find, text: str, value: float, concept: str) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low, figure.concept) == (FigureKind.RATIO, value, concept)


def test_two_numbers_with_nouns_of_their_own_are_no_share(find: Find) -> None:
    assert [f.low for f in find("She scored two goals in three matches.")] == [2, 3]


@pytest.mark.parametrize(
    ("text", "unit", "concept"),
    [
        ("The firm sold 90,000 meters last year.", None, "meters"),
        ("Smart meters sell well; 40,000 meters went out.", None, "meters"),
        ("They laid a pipe of 90 meters.", "metre", "pipe"),
        ("The rope is 90 meters long.", "metre", "rope"),
    ],
)
def test_meters_that_measure_are_no_lengths(
    find: Find, text: str, unit: str | None, concept: str
) -> None:
    (figure,) = find(text)
    assert (figure.unit, figure.concept) == (unit, concept)


def test_a_single_needs_something_behind_its_unit() -> None:
    text = "An hour passed. A mile or so on, a day and a half was lost."
    assert [text[n.start : n.end] for n in find_singles(text)] == ["A", "a"]


def test_compounds_are_joined_without_a_parse() -> None:
    text = "five foot ten"
    read = [q for number in find_numbers(text) if (q := read_quantity(text, number))]
    assert [q.low for q in join_compounds(text, read)] == [5 + 10 / 12]
