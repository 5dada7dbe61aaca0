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
    ],
)
def test_subjects(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert named_speakers(parse_text, text) == expected
