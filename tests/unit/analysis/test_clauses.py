"""Clauses by class of case: where one ends and the next begins."""

from collections.abc import Callable

import pytest

from tuireader.analysis.claims.clauses import Clause, split_sentence
from tuireader.analysis.claims.titles import split_title
from tuireader.analysis.language import ParsedParagraph

Parse = Callable[..., list[ParsedParagraph]]


def clauses_of(parse_text: Parse, sentence: str) -> list[Clause]:
    parsed = parse_text(sentence)[0]
    parts = (split_sentence(parsed, part, frozenset()) for part in parsed.sentences)
    return [clause for part in parts for clause in part]


def words(clause: Clause) -> str:
    return str(clause.head.doc[clause.first : clause.last + 1].text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dam broke on Sunday.", ["The dam broke on Sunday"]),
        ("Engineers say that the dam broke.", ["the dam broke"]),
        ("It is clear that the dam broke.", ["the dam broke"]),
        (
            "The dam broke, and the valley was flooded.",
            ["The dam broke", "the valley was flooded"],
        ),
        ("The dam broke and flooded the valley.", ["The dam broke and flooded the valley"]),
        (
            "Ana Ruiz runs the dam, which holds a million litres.",
            ["Ana Ruiz runs the dam", "which holds a million litres"],
        ),
        ("The dam that broke was old.", ["The dam that broke was old"]),
        (
            "The dam broke, although inspectors had praised it.",
            ["The dam broke", "inspectors had praised it"],
        ),
        ("The dam broke because it was old.", ["The dam broke because it was old"]),
        ("Villagers want the dam to go.", ["Villagers want the dam to go"]),
        ("Nobody knows where the water went.", ["Nobody knows where the water went"]),
    ],
    ids=[
        "main",
        "complement",
        "clear that",
        "coordinated",
        "shared subject",
        "non-restrictive relative",
        "restrictive relative",
        "concessive",
        "reason stays",
        "wish stays",
        "indirect question stays",
    ],
)
def test_a_clause_is_what_says_one_thing(
    parse_text: Parse, sentence: str, expected: list[str]
) -> None:
    found = [words(c) for c in clauses_of(parse_text, sentence) if not c.is_frame]

    assert found == expected


def test_what_only_introduces_others_is_a_frame(parse_text: Parse) -> None:
    frames = [c for c in clauses_of(parse_text, "Engineers say the dam broke.") if c.is_frame]

    assert [clause.head.text for clause in frames] == ["say"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Storm: forty homes lost in Dorne", ["forty homes lost in Dorne"]),
        (
            "Forty homes lost in Dorne — mayor calls for help",
            ["Forty homes lost in Dorne", "mayor calls for help"],
        ),
        ("Forty homes lost in Dorne", []),
    ],
)
def test_a_headline_is_parted_at_its_colons(
    parse_text: Parse, title: str, expected: list[str]
) -> None:
    assert [words(clause) for clause in split_title(parse_text(title)[0])] == expected
