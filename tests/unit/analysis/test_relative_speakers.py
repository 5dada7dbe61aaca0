"""Speakers in relative clauses: what is marked beside the words, and whom it stands for."""

import pytest

from reports import Parse, named_speakers
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers


@pytest.mark.parametrize(
    ("text", "beside", "name"),
    [
        pytest.param(
            "Nora Field, who said the bridge was safe, left at noon.",
            "who",
            "Nora Field",
            id="a name before it",
        ),
        pytest.param(
            "He asked Alan Berg, a nurse from Oslo, Norway, who said the bridge was safe.",
            "who",
            "Alan Berg",
            id="from a place",
        ),
        pytest.param(
            "The vote followed a question from Nora Field, who asked if the bridge was safe.",
            "Nora Field",
            "Nora Field",
            id="the author of a question",
        ),
        pytest.param(
            "The vote followed a visit from Nora Field, who asked if the bridge was safe.",
            "who",
            "Nora Field",
            id="a visit is nothing said",
        ),
    ],
)
def test_relative_speakers(parse_text: Parse, text: str, beside: str, name: str) -> None:
    parsed = parse_text(text)
    speakers, _ = resolve_speakers(parsed, find_quotations(parsed))

    assert named_speakers(parse_text, text) == [beside]
    assert [s.name for s in speakers] == [name]
