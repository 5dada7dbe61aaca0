"""Forms of reporting: objects of verbs of saying, "as X said", wishes, clauses reported anew."""

import pytest

from reports import Parse, reported


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param("Nora Field confirmed the sale.", "Nora Field", "the sale", id="confirmed"),
        pytest.param("The union cited two reports.", "The union", "two reports", id="cited"),
        pytest.param(
            "Field called for the owners to pay for the wall.",
            "Field",
            "the owners to pay for the wall",
            id="a wish with a clause",
        ),
        pytest.param(
            "The company agreed to pay a fine.", "The company", "to pay a fine", id="agreed to"
        ),
        pytest.param(
            "Critics charged that the wall was never checked.",
            "Critics",
            "that the wall was never checked",
            id="charged that",
        ),
        pytest.param(
            "The board never backed Nora Field’s claim in May that the wall was safe.",
            "Nora Field",
            "that the wall was safe",
            id="a claim with its time",
        ),
        pytest.param(
            "It followed a report by the union that the wall was unsafe.",
            "the union",
            "that the wall was unsafe",
            id="a report by",
        ),
        pytest.param(
            "The union hailed the sale as a “new start”.",
            "The union",
            "the sale as a “new start”",
            id="hailed as, with marks",
        ),
        pytest.param(
            "Nora Field attacked the port for its haste.",
            "Nora Field",
            "the port for its haste",
            id="attacked for",
        ),
        pytest.param(
            "Nora Field thanked him for the years on the board.",
            "Nora Field",
            "him for the years on the board",
            id="a pronoun is thanked",
        ),
        pytest.param(
            "Nora Field called the wall “unsafe” in a letter.",
            "Nora Field",
            "the wall “unsafe”",
            id="where it was said",
        ),
        pytest.param(
            "Nora Field called the wall “unsafe,” a blow to the port.",
            "Nora Field",
            "the wall “unsafe,”",
            id="an apposition behind the quote",
        ),
    ],
)
def test_what_hangs_on_the_verb(parse_text: Parse, text: str, speaker: str, words: str) -> None:
    assert reported(parse_text, text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param(
            "As Nora Field said, the wall was never checked.",
            "Nora Field",
            "the wall was never checked",
            id="in front",
        ),
        pytest.param(
            "As the chief engineer told the panel, the wall was never checked.",
            "the chief engineer",
            "the wall was never checked",
            id="in front, with who was told",
        ),
        pytest.param(
            "The wall was never checked, as Nora Field said.",
            "Nora Field",
            "The wall was never checked",
            id="at the end",
        ),
        pytest.param(
            "When the wall broke, nobody was there, the study concluded.",
            "the study",
            "When the wall broke, nobody was there",
            id="a study concluded",
        ),
        pytest.param(
            "Keep away from the wall at night, the engineer says.",
            "the engineer",
            "Keep away from the wall at night",
            id="advice",
        ),
    ],
)
def test_words_beside_a_clause(parse_text: Parse, text: str, speaker: str, words: str) -> None:
    assert reported(parse_text, text) == [(speaker, words)]


def test_a_clause_that_is_reported_anew_ends_the_words_before(parse_text: Parse) -> None:
    text = "Field said the wall was sound, although the union said it had cracks."

    assert reported(parse_text, text) == [
        ("Field", "the wall was sound"),
        ("the union", "it had cracks"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army attacked the town with tanks.", id="attacked with"),
        pytest.param("The navy attacked the harbour.", id="attacked"),
        pytest.param("Assuming the wall holds, the port will open.", id="a condition"),
        pytest.param("The board named him as the new head.", id="named as, without marks"),
    ],
)
def test_what_needs_more_than_an_object(parse_text: Parse, text: str) -> None:
    assert reported(parse_text, text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council rejected the plan, saying it cost too much.", id="told after"),
        pytest.param("Field rejected the plan, arguing that it came too late.", id="argued after"),
    ],
)
def test_the_object_is_not_what_is_said_where_the_words_follow(
    parse_text: Parse, text: str
) -> None:
    assert len(reported(parse_text, text)) == 1
    assert "the plan" not in reported(parse_text, text)[0][1]


def test_no_time_or_place_belongs_to_a_name(parse_text: Parse) -> None:
    text = "Nora Field in an interview said that the wall was sound."

    assert reported(parse_text, text) == [("Nora Field", "that the wall was sound")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Nora Field said the wall was safe but did not suggest that it would hold.",
            ["the wall was safe"],
            id="what is not said",
        ),
        pytest.param(
            "Nora Field has said that the wall was safe, but concedes that it may fall.",
            ["that the wall was safe", "that it may fall"],
            id="another tense",
        ),
    ],
)
def test_a_second_verb_of_the_same_speaker_ends_the_words(
    parse_text: Parse, text: str, words: list[str]
) -> None:
    assert [found for _, found in reported(parse_text, text)] == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Nora Field told the board that the mayor wanted to sell the land, adding that he was "
            "wrong.",
            id="behind a reported clause",
        ),
        pytest.param(
            "Nora Field bristled at the idea that she was responsible for the wall, saying it "
            "stood for years.",
            id="behind the clause of a noun",
        ),
    ],
)
def test_a_participle_behind_a_comma_goes_on_with_the_main_clause(
    parse_text: Parse, text: str
) -> None:
    assert reported(parse_text, text)[-1][0] == "Nora Field"
