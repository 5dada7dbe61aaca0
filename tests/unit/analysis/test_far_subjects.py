"""Who speaks where the verb of saying stands far from its subject."""

import pytest

from reports import Parse, named_speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In addition to stating that the wall is sound, Field has vowed to mend it.",
            ["Field", "Field"],
            id="a participle behind two prepositions",
        ),
        pytest.param(
            "“I would not think so, not for a day,” Field said, before suggesting that the crew "
            "was following orders.",
            ["Field", "Field"],
            id="behind a quotation that is taken for the main clause",
        ),
        pytest.param(
            "Stone, who sails, claims that a paper “takes its orders” from Oslo, and asserts that "
            "Oslo is “killing us”.",
            ["Stone", "Stone"],
            id="a second verb hung on quoted words",
        ),
        pytest.param(
            "Nora Field said it was too early to cheer but added that she was glad.",
            ["Nora Field", "Nora Field"],
            id="a second verb hung on the words of the first",
        ),
        pytest.param(
            "Nora Field, a teacher who sails, said she had seen it.",
            ["Nora Field"],
            id="she is the subject of the words",
        ),
        pytest.param(
            "Jolly said he would be careful with the money.",
            ["Jolly"],
            id="a name taken for an adverb",
        ),
        pytest.param(
            "Trump, meanwhile, says that the numbers are wrong.",
            ["Trump"],
            id="a name taken for another word",
        ),
    ],
)
def test_far_subjects(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert named_speakers(parse_text, text) == expected
