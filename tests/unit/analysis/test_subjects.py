"""Who speaks where the parser gives a verb of saying a wrong subject, or several."""

import pytest

from reports import Parse, named_speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "If it can’t yet, it will soon, analysts say.",
            ["analysts"],
            id="the nearest of two between commas",
        ),
        pytest.param(
            "“It was his first answer,” said his oldest friend, Paul Ridley, who was there.",
            ["his oldest friend"],
            id="not the owner of who speaks",
        ),
        pytest.param(
            "Several sailors I have met over the years said the harbour was too small.",
            ["Several sailors"],
            id="not the one who met them",
        ),
        pytest.param(
            "The mayor blamed the flood on “a careless crew,” not on rain, and said it was late.",
            ["The mayor", "The mayor"],
            id="a second verb behind quoted words",
        ),
        pytest.param(
            "Field maintained that Stone should mend the wall, not paint it, and mocked him for "
            "the colour.",
            ["Field", "Field"],
            id="joined to no infinitive but to the verb of its tense",
        ),
        pytest.param(
            "When Stone did leave, he did it quietly, conceding that Field had won the vote but "
            "warning that the wall would fall.",
            ["he", "he"],
            id="joined to a participle",
        ),
        pytest.param(
            "The port isn’t planning any more meetings that raise money for the town, the mayor’s "
            "finance chief, Alan Berg, told the Oslo Post this week.",
            ["the mayor’s finance chief"],
            id="no “and” before it",
        ),
        pytest.param(
            "The cry of sailors from the town’s past grew louder on Monday as Anna Moor, Paul "
            "Ridley’s daughter, attacked Stone for comments about the ferry.",
            ["Anna Moor"],
            id="behind “as” and an apposition",
        ),
        pytest.param(
            "Paul Ridley is the only leading candidate in town to have promised to mend the wall.",
            ["Paul Ridley"],
            id="who is said to be the only one",
        ),
        pytest.param(
            "While those surveyed said the mayor has the best plan, Field is the one they trust.",
            ["those surveyed"],
            id="those who were asked",
        ),
        pytest.param(
            "The wall will last for ten years, according to an analysis by the Harbour Institute.",
            ["an analysis by the Harbour Institute"],
            id="whose document it is",
        ),
        pytest.param(
            "The town council on Monday approved a resolution condemning the minister’s ban on "
            "ferries.",
            ["The town council"],
            id="who stands behind a resolution",
        ),
        pytest.param(
            "At a rally in Oslo, Anna Moor hoisted a sign that read “15 knots!”",
            ["Anna Moor"],
            id="who holds a sign",
        ),
        pytest.param(
            "Ridley released a marketing video that said the port was safe.",
            ["Ridley"],
            id="who issues a document",
        ),
        pytest.param(
            "The bank closed early. It was careful to say that nobody was at fault.",
            ["It"],
            id="it did so with care",
        ),
        pytest.param(
            "Field, a senior aide said, “is very sure, sure of the choice” between the two ports.",
            ["a senior aide"],
            id="no apposition without a second comma",
        ),
    ],
)
def test_subjects(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert named_speakers(parse_text, text) == expected


def test_who_answers_before_a_colon(parse_text: Parse) -> None:
    found = named_speakers(
        parse_text,
        "The Post held the same view in May, and Harbour Watch responded:\n\n"
        "“If the wall is so weak that we must keep away from it, it must be mended.”",
    )

    assert found == ["Harbour Watch"]
