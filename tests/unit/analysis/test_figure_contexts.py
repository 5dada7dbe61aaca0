"""What the words around a figure decide: changes, votes, sums of money, what is counted."""

from collections.abc import Callable

import pytest

from tuireader.analysis.figures import find_figures
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Bound, Change, Figure, FigureKind

Find = Callable[[str], list[Figure]]


@pytest.fixture
def find(parse_text: Callable[[str], list[ParsedParagraph]]) -> Find:
    """A function from text to its figures."""
    return lambda text: find_figures(parse_text(text))


@pytest.mark.parametrize(
    ("text", "written", "change"),
    [
        ("Rents were raised from £42 to £68.", "from £42 to £68", Change.UP),
        ("Profit was down from $41m to $38m.", "from $41m to $38m", Change.DOWN),
        ("The margin widened from 9% to 11%.", "from 9% to 11%", Change.UP),
    ],
)
def test_a_move_is_one_figure_with_its_direction(
    find: Find, text: str, written: str, change: Change
) -> None:
    (figure,) = find(text)
    assert text[figure.start : figure.end] == written
    assert (figure.bound, figure.change) == (Bound.RANGE, change)
    assert figure.reason


def test_the_distance_tells_the_change_and_the_levels_do_not(find: Find) -> None:
    figures = find("Sales rose 6.4% to $318m, from $299m a year earlier.")
    assert [(f.low, f.unit, f.change) for f in figures] == [
        (6.4, "percent", Change.UP),
        (318e6, "USD", None),
        (299e6, "USD", None),
    ]


@pytest.mark.parametrize("level", ["2,918", "2,918.40"])
def test_points_and_the_level_they_led_to_stay_apart(find: Find, level: str) -> None:
    figures = find(f"The index rose 31.2 points to {level}.")
    assert [(f.low, f.high, f.unit, f.change) for f in figures] == [
        (31.2, 31.2, "point", Change.UP),
        (float(level.replace(",", "")),) * 2 + ("point", None),
    ]


def test_votes_on_both_sides_are_votes(find: Find) -> None:
    figures = find("The bill passed by 61 votes to 37.")
    assert [(f.low, f.concept) for f in figures] == [(61, "votes"), (37, "votes")]


@pytest.mark.parametrize(
    "text",
    [
        "The board voted seven to two.",
        "The vote was 11 to 4.",
        "They won by nine to three.",
        "It was a 5-to-4 ruling.",
    ],
)
def test_results_are_no_ranges(find: Find, text: str) -> None:
    assert [f for f in find(text) if f.bound is Bound.RANGE] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("They spoke of “more than 30” boats.", "more than 30"),
        ("It rose by ‘at least 5%’.", "at least 5%"),
        ('He said "up to 40 men" fled.', "up to 40"),
    ],
)
def test_quote_marks_stay_outside(find: Find, text: str, written: str) -> None:
    (figure,) = find(text)
    assert text[figure.start : figure.end] == written


@pytest.mark.parametrize(
    ("text", "low", "concept"),
    [
        ("He knew of “more than 30” boats.", 30, "boats"),
        ("Dana Kovacs spoke of “ten million”.", 1e7, None),
        ("She counted five of us.", 5, None),
        ("It was minus six degrees, Ruth Okafor said.", -6, None),
        ("OSEI: Two minutes.", 2, None),
        ("The dam cost $70m. Nobody wept.", 7e7, "dam"),
    ],
)
def test_a_distant_noun_is_not_taken(
    find: Find, text: str, low: float, concept: str | None
) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.concept) == (low, concept)


def test_a_set_far_back_is_forgotten(find: Find) -> None:
    filler = "The hall was cold, the speeches were long, and the tea had run out before noon. " * 3
    first, last = find(f"They keep four goats. {filler}Six were late.")
    assert (first.concept, last.concept) == ("goats", None)


def test_a_set_close_by_is_remembered(find: Find) -> None:
    assert [f.concept for f in find("They keep forty goats. Six were late.")] == ["goats", "goats"]


def test_millions_go_on_with_the_money_in_front(find: Find) -> None:
    figures = find("They gave €840m in all. Two families alone promised half a billion.")
    assert [(f.low, f.unit) for f in figures if f.kind is FigureKind.MONEY] == [
        (840e6, "EUR"),
        (5e8, "EUR"),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It moved a few inches.", "inch"),
        ("It drifts by several metres a second.", "metre per second"),
        ("It waited a couple of hours.", "hour"),
        ("It ate several pounds.", None),
    ],
)
def test_vague_words_have_units(find: Find, text: str, unit: str | None) -> None:
    (figure,) = find(text)
    assert (figure.kind, figure.unit) == (FigureKind.VAGUE, unit)
