"""Titles in quote marks, which are no words of speech, and attributes of left-over markup."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.quotations.marks import scan_marks

Parse = Callable[..., list[ParsedParagraph]]


def words(parse_text: Parse, text: str) -> list[str]:
    return [text[u.start : u.end] for u in find_quotations(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param(
            "Monday on the radio programme “Harbour Today,” Nora Field said the wall was safe.",
            ["the wall was safe"],
            id="the show at the start",
        ),
        pytest.param(
            "In her memoir, “A Life at Sea,” Nora Field wrote that the wall was never safe.",
            ["that the wall was never safe"],
            id="the book at the start",
        ),
        pytest.param(
            "Paul Stone, host of “Harbour Today,” praised the crew.",
            ["the crew"],
            id="in an apposition",
        ),
        pytest.param(
            "The wall was never safe, Nora Field said in her memoir, “A Life at Sea.”",
            ["The wall was never safe"],
            id="the book at the end",
        ),
        pytest.param(
            "The wall is the “Great Mistake,” Nora Field said.",
            ["The wall is the “Great Mistake,”"],
            id="capitals in a clause of hers",
        ),
        pytest.param("Nora Field said, “Never.”", ["“Never.”"], id="one word that is said"),
    ],
)
def test_a_title_is_not_spoken(parse_text: Parse, text: str, reported: list[str]) -> None:
    assert words(parse_text, text) == reported


def test_values_of_attributes_are_not_quoted() -> None:
    text = '<post author="nfield" at="12:30">The wall is “safe”.'
    assert [text[r.start : r.end] for r in scan_marks(text)] == ["“safe”"]
