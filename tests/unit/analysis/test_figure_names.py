"""Numbers that name and do not count: codes, ranks in names, "one" as a pronoun, years."""

from collections.abc import Callable

import pytest

from tuireader.analysis.figures import find_figures
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Figure, FigureKind

Find = Callable[[str], list[Figure]]


@pytest.fixture
def find(parse_text: Callable[[str], list[ParsedParagraph]]) -> Find:
    """A function from text to its figures."""
    return lambda text: find_figures(parse_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "This is one of those ways.",
        "Hers was one of those farms.",
        "Not one of them spoke.",
        "Every one of the mills shut.",
        "One by one the ships sank.",
        "Any one of us might fall.",
        "It was a one-off.",
        "They helped one another.",
        "He keeps an earlier one.",
        "She wants the green one.",
        "Nobody heard one.",
        "If you have one, lend it.",
        "One evening in June he left.",
        "At one stage the crowd sang.",
        "Nobody speaks as one does at home.",
        "The one she lost was red.",
    ],
)
def test_one_that_counts_nothing(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("One of the victims was a baker.", "victims"),
        ("It took one bucket.", "bucket"),
        ("One poster blamed the mayor.", "poster"),
        ("Not one dam has a ladder.", "dam"),
    ],
)
def test_one_that_counts(find: Find, text: str, concept: str) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.concept) == (1, concept)


@pytest.mark.parametrize(
    "text",
    [
        "Alarm 4417 went off.",
        "The screen shows a 1202.",
        "Under Section 12 it is banned.",
        "Flight 803 was late.",
        "They met in Room 101.",
        "The Boeing 737 lands here.",
        "We built phases one and two.",
        "It is on page three.",
        "The First World War ended there.",
        "The Second Bridge Company failed.",
        "At first nobody came.",
        "It fell by a few metres a second.",
    ],
)
def test_names_and_codes_are_no_figures(find: Find, text: str) -> None:
    assert [f for f in find(text) if f.kind is not FigureKind.VAGUE] == []


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("Almost a third leave early.", FigureKind.RATIO, 1 / 3),
        ("It grows by a tenth every year.", FigureKind.RATIO, 0.1),
        ("A third need repairs.", FigureKind.RATIO, 1 / 3),
        ("A third phase began.", FigureKind.ORDINAL, 3),
        ("She kept her 60th birthday quiet.", FigureKind.ORDINAL, 60),
        ("A quarter have no hall.", FigureKind.RATIO, 0.25),
        ("Output grew by half.", FigureKind.RATIO, 0.5),
        ("Fewer than half came.", FigureKind.RATIO, None),
        ("It has run since 1984.", FigureKind.DATE, 1984),
        ("He was freed in December 2019.", FigureKind.DATE, 2019),
        ("He came on the ninth of January.", FigureKind.DATE, None),
        ("He came on 15 April 2019.", FigureKind.DATE, 2019),
    ],
)
def test_shares_ranks_and_years(find: Find, text: str, kind: FigureKind, low: float | None) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.low) == (kind, low)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tolls rose by an average of 1700.", FigureKind.COUNT),
        ("The hall has a capacity of 1900.", FigureKind.MEASURE),
        ("The drought was worse than the peak of 1976.", FigureKind.DATE),
        ("It ended in an autumn of 1999.", FigureKind.DATE),
    ],
)
def test_amounts_of_four_digits_are_no_years(find: Find, text: str, kind: FigureKind) -> None:
    (figure,) = find(text)
    assert figure.kind is kind


def test_a_year_does_not_swallow_what_follows_to(find: Find) -> None:
    text = "Use rose from 20 litres in 2010 to 29 litres in 2020."
    assert [(f.low, f.high) for f in find(text)] == [(20, 29), (2010, 2010), (2020, 2020)]


def test_a_pair_of_years_is_no_range(find: Find) -> None:
    figures = find("Between 2000 and 2014 the firm grew.")
    assert [(f.kind, f.low) for f in figures] == [(FigureKind.DATE, 2000), (FigureKind.DATE, 2014)]
