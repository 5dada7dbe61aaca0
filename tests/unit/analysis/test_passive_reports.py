"""Passives that tell what others say of somebody."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations

Parse = Callable[..., list[ParsedParagraph]]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param(
            "In May the board was criticized for selling the ferries too soon.",
            "",
            "the board was criticized for selling the ferries too soon",
            id="a deed",
        ),
        pytest.param(
            "The guild was blamed by the mayor for the delay.",
            "the mayor",
            "The guild was blamed by the mayor for the delay",
            id="an accuser",
        ),
        pytest.param(
            "Stone was said to have burned every letter.",
            "",
            "Stone was said to have burned every letter",
            id="hearsay",
        ),
    ],
)
def test_what_is_said_of_somebody(parse_text: Parse, text: str, speaker: str, words: str) -> None:
    (found,) = find_quotations(parse_text(text))

    mention = found.mention
    assert (text[mention.span.start : mention.span.end] if mention else "") == speaker
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Both forces have been accused of theft.", id="only a topic"),
        pytest.param("The guild was not blamed for selling the ferries.", id="denied"),
        pytest.param("The ferry was built to carry forty cars.", id="no report"),
    ],
)
def test_no_report(parse_text: Parse, text: str) -> None:
    assert not find_quotations(parse_text(text))
