"""Which clauses are statements, where they begin and end, and which paragraphs hold none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.claims import find_claims
from tuireader.analysis.claims.notes import is_note
from tuireader.analysis.claims.trimming import past_quotation, trim
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Claim, ClaimKind

Parse = Callable[..., list[ParsedParagraph]]


def claims(parse_text: Parse, text: str) -> list[Claim]:
    return find_claims(parse_text(text), [], [], [])


def told(parse_text: Parse, text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims(parse_text, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you all for coming.",
        "Captain Ruiz, thank you for waiting.",
        "You have five minutes.",
        "Ms Beck, explain the number, please.",
        "Don't believe the gauge.",
        "Let me sum up the costs.",
        "Is there anybody on the dam?",
        "I think.",
        "They have.",
        "It is.",
        "He began.",
        "Then.",
        "If the dam had held.",
        "Whether the dam will hold is disputed.",
        "Nobody knows whether the dam was inspected.",
        "It is unclear how the fire began.",
        "It is not clear who opened the gate.",
        "I don't know where the keys are.",
    ],
)
def test_what_tells_nothing_is_no_claim(parse_text: Parse, text: str) -> None:
    assert told(parse_text, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor thanked the crews for waiting.",
        "The engineers know where the leak is.",
        "The council has five boats.",
        "Nobody died.",
        "The ministry did not say how many boats were lost.",
    ],
)
def test_what_looks_alike_but_tells_something_is_one(parse_text: Parse, text: str) -> None:
    assert told(parse_text, text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Before it broke, the mayor closed the dam.", "Before it broke, the mayor closed the dam"),
        ("Since she took over, sales have risen.", "Since she took over, sales have risen"),
        ("OSLO — The mayor closed the dam.", "The mayor closed the dam"),
        ("RUIZ: The mayor closed the dam.", "The mayor closed the dam"),
        ("[10:20] RUIZ: The mayor closed the dam.", "The mayor closed the dam"),
        ("(The dam was closed at 12.40.)", "The dam was closed at 12.40"),
        ("The mayor put the loss at “over 100”.", "The mayor put the loss at “over 100”"),
        ('The mayor put the loss at "over 100".', 'The mayor put the loss at "over 100"'),
        ("The dam was “not safe.”", "The dam was “not safe.”"),
        ("The dam was ‘a ruin’.", "The dam was ‘a ruin’"),
    ],
)
def test_where_a_claim_begins_and_ends(parse_text: Parse, text: str, expected: str) -> None:
    assert told(parse_text, text) == [expected]


def test_a_unit_before_a_full_stop_parts_two_claims(parse_text: Parse) -> None:
    text = "The dam has cost €700m. Nobody in the city paid for it."

    assert told(parse_text, text) == [
        "The dam has cost €700m",
        "Nobody in the city paid for it",
    ]


def test_what_is_said_under_a_condition_is_no_claim(parse_text: Parse) -> None:
    text = "If the city says that the dam is old, the mayor laughs."

    assert told(parse_text, text) == ["If the city says that the dam is old, the mayor laughs"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The mayor denied that the dam had been sold.", True),
        ("The mayor denied that no warning was given.", False),
    ],
)
def test_what_is_denied_is_negated(parse_text: Parse, text: str, negated: bool) -> None:
    assert [claim.negated for claim in claims(parse_text, text)] == [negated]


ESSAY = (
    "I grew up beside the dam. My father kept it. I miss the noise. It was a wall of thunder. "
    "I walk there in May. Norway has sold its dams. The river is a stranger now."
)


def test_an_essay_gives_views_and_some_facts(parse_text: Parse) -> None:
    facts = [
        ESSAY[claim.start : claim.end]
        for claim in claims(parse_text, ESSAY)
        if claim.kind is not ClaimKind.OPINION
    ]

    assert facts == ["Norway has sold its dams"]


def test_an_aside_in_the_first_person_makes_no_essay(parse_text: Parse) -> None:
    text = "The dam broke. I saw it from the road. The river fell. The crews came. Roads were shut."

    assert all(claim.kind is not ClaimKind.OPINION for claim in claims(parse_text, text))


@pytest.mark.parametrize(
    ("paragraph", "note"),
    [
        ("Editor's note: the names have been changed.", True),
        ("(The dam and its keepers are invented for this sample.)", True),
        ("Further reading: How dams are built", True),
        ("Read more: Ten dams to see", True),
        ("Correction: an earlier version misspelt a name.", True),
        ("An earlier version of this article misstated the height of the dam.", True),
        ("Ana Ruiz contributed reporting.", True),
        ("(The dam was built in 1960.)", False),
        ("The mayor said that this story was invented.", False),
        ("The editor noted that the dam was old.", False),
    ],
)
def test_notes_about_the_text_hold_no_claims(parse_text: Parse, paragraph: str, note: bool) -> None:
    assert is_note(paragraph) is note
    assert not note or claims(parse_text, paragraph) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("May 3 (Harbour News) - The dam broke", "The dam broke"),
        ("The dam (1962) broke", "The dam (1962) broke"),
        ("and the dam broke", "the dam broke"),
        ("Well, the dam broke", "the dam broke"),
        ("so far the dam holds", "so far the dam holds"),
        ("the dam broke and", "the dam broke"),
        ("the dam broke, but", "the dam broke"),
        ("they rebuilt the band", "they rebuilt the band"),
    ],
)
def test_what_only_joins_clauses_is_left_out(text: str, left: str) -> None:
    first, last = trim(text, 0, len(text))
    assert text[first:last] == left


def test_the_end_of_a_quotation_is_no_part_of_what_follows() -> None:
    text = "or the river,” the mayor wrote of it"
    assert text[past_quotation(text, 0, len(text), text.index("wrote")) :].startswith(" the mayor")
    quoted = "“the river” rose"
    assert past_quotation(quoted, 0, len(quoted), quoted.index("rose")) == 0


@pytest.mark.parametrize("text", ["The mayor tweeted.", "Ruiz asked.", "Smith objected."])
def test_that_somebody_spoke_is_no_claim(parse_text: Parse, text: str) -> None:
    assert told(parse_text, text.replace("The mayor", "Beck")) == []


@pytest.mark.parametrize("text", ["Smith resigned.", "Prices fell."])
def test_two_words_may_be_a_claim(parse_text: Parse, text: str) -> None:
    assert told(parse_text, text) == [text.rstrip(".")]


@given(st.text(alphabet='ab .,“”‘’"()’«»5', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_trimming_stays_near_the_stretch(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = trim(text, start, end)

    assert 0 <= first <= last <= len(text)
    assert last <= end + 3
    assert first >= start - 2
