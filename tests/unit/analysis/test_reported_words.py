"""What is reported speech and what only looks like it, and which words are reported."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers

Parse = Callable[..., list[ParsedParagraph]]


def said(parse_text: Parse, text: str) -> list[tuple[str, str]]:
    """Give each quotation as who speaks ("" for nobody known) and the reported words."""
    parsed = parse_text(text)
    speakers, quotations = resolve_speakers(parsed, find_quotations(parsed))
    names = {s.id: s.name for s in speakers}
    return [
        (names.get(q.speaker or "", ""), " … ".join(text[s.start : s.end] for s in q.spans))
        for q in quotations
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The limit agreed with the banks is three times.", id="a thing"),
        pytest.param("What the law says is not in doubt.", id="what something says"),
        pytest.param("The sums that the screen said were in the till had gone.", id="a screen"),
        pytest.param("None of the three officials had explained how it was done.", id="none"),
        pytest.param("No official has said that the gate failed.", id="no official"),
        pytest.param(
            "Imagine a company that poured it away and called it a service.", id="imagined"
        ),
        pytest.param("Does anyone believe that it is getting darker?", id="anyone"),
        pytest.param("Somebody might have thought that it was late.", id="a mere possibility"),
        pytest.param(
            "Nothing that Moor told lawmakers suggested that the men were back.",
            id="who is told does not speak",
        ),
        pytest.param("The firm has a duty to tell the court what it found.", id="a duty to tell"),
    ],
)
def test_nothing_said(parse_text: Parse, text: str) -> None:
    assert said(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        pytest.param(
            "Anna Moor put the figure at “over 100”.", "Anna Moor", "“over 100”", id="put at"
        ),
        pytest.param(
            "The council puts the loss at ‘no more than 30’ plots.",
            "The council",
            "‘no more than 30’ plots",
            id="puts at, with a noun behind",
        ),
        pytest.param(
            "President Anna Moor expressed “the thanks of the nation” to the crews.",
            "Anna Moor",
            "“the thanks of the nation” to the crews",
            id="expressed",
        ),
        pytest.param(
            "The judge, Anna Moor, spoke. The first gate, she held, was “not sound”.",
            "Anna Moor",
            "The first gate … was “not sound”",
            id="held between commas",
        ),
        pytest.param(
            "Tom Ely sold his boats. Orders stand at nine million, he pointed out.",
            "Tom Ely",
            "Orders stand at nine million",
            id="pointed out",
        ),
        pytest.param(
            "The choice had ‘in effect’ been made in March, the officer said, and the hearing "
            "would be ‘about the colour’.",
            "the officer",
            "The choice had ‘in effect’ been made in March … and the hearing would be "
            "‘about the colour’",
            id="a cue between two clauses",
        ),
        pytest.param(
            "Time and again, the judges found, the clerks were told that all was well.",
            "the judges",
            "Time and again … the clerks were told that all was well",
            id="a passive in the words",
        ),
        pytest.param(
            "According to the team led by Anna Moor, of the Harbour Institute, which built the "
            "probe, the true value lies below four.",
            "the team",
            "the true value lies below four",
            id="a long source in front",
        ),
        pytest.param(
            "Justice Anna Moor, giving the judgment of the court, said the bank had failed badly.",
            "Anna Moor",
            "the bank had failed badly",
            id="the subject of the words is no speaker",
        ),
        pytest.param(
            "Anna Moor said in a letter that the dam had been sold before she came.",
            "Anna Moor",
            "that the dam had been sold before she came",
            id="in a letter",
        ),
        pytest.param(
            "Officials and experts who warned that the dam could break were heard.",
            "Officials and experts",
            "that the dam could break",
            id="who",
        ),
        pytest.param(
            "And Duke, tripping over the name: “We copy you on the ground.”",
            "Duke",
            "“We copy you on the ground.”",
            id="a name before a colon",
        ),
    ],
)
def test_words_and_speaker(parse_text: Parse, text: str, speaker: str, words: str) -> None:
    assert said(parse_text, text) == [(speaker, words)]


def test_a_quotation_of_three_paragraphs_has_one_speaker(parse_text: Parse) -> None:
    found = said(
        parse_text,
        "‘I like it,’ Anna Moor said. ‘But I have mothers ringing me up to say they can’t pass.\n\n"
        "‘When people ask me why, I tell them.\n\n"
        "‘So, yes, we looked.’",
    )

    assert found == [
        (
            "Anna Moor",
            "‘I like it,’ … ‘But I have mothers ringing me up to say they can’t pass. … "
            "‘When people ask me why, I tell them. … ‘So, yes, we looked.’",
        )
    ]


def test_apostrophes_inside_single_marks(parse_text: Parse) -> None:
    found = said(
        parse_text,
        "It is ‘a bog’, said Phil Rudd. "
        "‘It’s been a bog since the ’50s. There’s six inches o’ soil, then clay.’",
    )

    assert found == [
        (
            "Phil Rudd",
            "It is ‘a bog’ … "
            "‘It’s been a bog since the ’50s. There’s six inches o’ soil, then clay.’",
        )
    ]
