"""Where reported words start and end, also where the parse misleads."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations

Parse = Callable[..., list[ParsedParagraph]]


def reported(parse_text: Parse, text: str) -> list[tuple[str, str]]:
    """Give each utterance as who is named beside it, and its words."""
    found = find_quotations(parse_text(text))
    return [
        (
            text[u.mention.shown.start : u.mention.shown.end] if u.mention else "",
            " … ".join(text[start:end] for start, end in u.spans),
        )
        for u in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param(
            "Field alleged in the suit that Stone earned five million from the sale.",
            "Field",
            "that Stone earned five million from the sale",
            id="place before that",
        ),
        pytest.param(
            "Field claimed at the time that she had handed over everything.",
            "Field",
            "that she had handed over everything",
            id="time before that",
        ),
        pytest.param(
            "She says that was the first time, nor would it be the last.",
            "She",
            "that was the first time",
            id="nor behind the verb denies nothing",
        ),
        pytest.param(
            "Rules unclear on whether small ferries are covered, experts say.",
            "experts",
            "Rules unclear on whether small ferries are covered",
            id="a headline without a main verb",
        ),
    ],
)
def test_words_the_parser_did_not_see(
    parse_text: Parse, text: str, speaker: str, words: str
) -> None:
    assert reported(parse_text, text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He said at the meeting that followed.", id="a relative clause"),
        pytest.param("On Monday, police said.", id="no clause"),
    ],
)
def test_no_words(parse_text: Parse, text: str) -> None:
    assert reported(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Field said she recalls Stone being “lost,” and the clerk being kind to her.",
            "she recalls Stone being “lost,” and the clerk being kind to her",
            id="and goes on with a subject",
        ),
        pytest.param(
            "Field decried the “merchants of fear,” and she left for the north.",
            "the “merchants of fear,”",
            id="an object does not go on",
        ),
    ],
)
def test_and(parse_text: Parse, text: str, words: str) -> None:
    assert [found for _, found in reported(parse_text, text)] == [words]
