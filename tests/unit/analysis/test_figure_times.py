"""Times of day are no figures; rates, levels and tolls that look like them are."""

import pytest

from tuireader.analysis.figures.clock import find_times


def told(text: str, known: set[str] | None = None) -> list[str]:
    return [text[start:end] for start, end in find_times(text, set() if known is None else known)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The alarm went at 16.20.", "16.20"),
        ("All were out by 22.31, she said.", "22.31"),
        ("The bell rang at 7.35 and the doors shut.", "7.35"),
        ("The log stops at 00.52.", "00.52"),
        ("He called at half past ten.", "half past ten"),
        ("The shop shuts at a quarter to five.", "at a quarter to five"),
        ("We left at nine o'clock.", "nine o'clock"),
        ("The entry says twenty-one twenty, twice.", "twenty-one twenty"),
        ("Water came at four minutes past eleven.", "four minutes past eleven"),
        ("The bus comes at ten to two.", "at ten to two"),
        ("She rang at one in the morning.", "at one"),
        ("We start at nine, he said.", "at nine"),
        ("The session ended just after six.", "after six"),
    ],
)
def test_times_of_day(text: str, written: str) -> None:
    assert told(text) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "The shares closed at 16.20 in London.",
        "The rate stands at 4.25 after the cut.",
        "It was sold at 5.85%.",
        "The toll stood at seven.",
        "The number was put at nine.",
        "It sank by 12.50 metres.",
        "The gauge never got above 4.87.",
        "From five to ten people came.",
        "Sales grew by 3.2 in a year.",
        "Twenty one goats fled.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert told(text) == []


def test_a_time_is_known_once_it_was_told() -> None:
    known: set[str] = set()
    assert told("The text came at 23.04.", known) == ["23.04"]
    assert told("Twice: 23.04?", known) == ["23.04"]
