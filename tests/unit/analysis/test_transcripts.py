"""Transcripts and interviews: labels, the persons they stand for, and how far a turn reaches."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers
from tuireader.article.model import ParagraphKind

Parse = Callable[..., list[ParsedParagraph]]

CAST = (
    "Present: Councillor Amara Osei (in the chair), Dr Ishaan Mehro, director of works; "
    "Rosa Delgado-Finch, of the tenants’ group."
)


def turns(parse_text: Parse, *paragraphs: str) -> list[tuple[str, str]]:
    """Give each quotation as who speaks and what, without labels."""
    text = "\n\n".join(paragraphs)
    parsed = parse_text(text)
    speakers, quotations = resolve_speakers(parsed, find_quotations(parsed))
    names = {s.id: s.name for s in speakers}
    return [
        (names.get(q.speaker or "", ""), " … ".join(text[s.start : s.end] for s in q.spans))
        for q in quotations
    ]


def test_labels_are_the_persons_of_the_cast(parse_text: Parse) -> None:
    found = turns(
        parse_text,
        CAST,
        "OSEI: Good morning. Dr Mehro, you are first.",
        "MEHRO: Thank you. Nine gates closed.",
        "DELGADO-FINCH: Eight did.",
        "COUNCILLOR OSEI: We shall see.",
    )

    assert found == [
        ("Amara Osei", "Good morning. Dr Mehro, you are first."),
        ("Ishaan Mehro", "Thank you. Nine gates closed."),
        ("Rosa Delgado-Finch", "Eight did."),
        ("Amara Osei", "We shall see."),
    ]


def test_a_label_nobody_explains_keeps_its_words(parse_text: Parse) -> None:
    found = turns(parse_text, "NARRATOR: It was late.", "STONE: It rained all night.")

    assert [name for name, _ in found] == ["NARRATOR", "STONE"]


def test_turns_are_word_for_word(parse_text: Parse) -> None:
    parsed = parse_text("STONE: It rained all night.\n\nFIELD: It did, said my aunt.")

    _, quotations = resolve_speakers(parsed, find_quotations(parsed))

    assert {q.style for q in quotations} == {QuotationStyle.DIRECT}


def test_a_turn_goes_on_without_a_label(parse_text: Parse) -> None:
    found = turns(
        parse_text,
        "STONE: It rained all night.",
        "Nobody slept.",
        "(Laughter.)",
        "FIELD: I did.",
        "The hearing goes on in May.",
    )

    assert found == [("STONE", "It rained all night. … Nobody slept."), ("FIELD", "I did.")]


def test_a_headline_is_no_turn(parse_text: Parse) -> None:
    found = turns(
        parse_text,
        "Field: The Wall Was Never Safe.",
        "The hearing took place on Monday.",
        "STONE: Was it safe?",
        "FIELD: It was never safe.",
    )

    assert found[0] == ("Field", "The Wall Was Never Safe")


def test_questions_and_answers(parse_text: Parse) -> None:
    found = turns(
        parse_text,
        "Anna Moor kept the lighthouse for forty years. She met me at the pier.",
        "Q: Was it cold?",
        "A: My brother, Tom Ely, froze there.",
        "Q: And you?",
        "A: I had a stove.",
    )

    assert [name for name, _ in found] == ["Interviewer", "Anna Moor", "Interviewer", "Anna Moor"]


def test_answers_of_nobody_who_was_introduced(parse_text: Parse) -> None:
    found = turns(parse_text, "Q: Was it cold?", "A: I had a stove.")

    assert [name for name, _ in found] == ["Interviewer", "Interviewee"]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(CAST, id="who is present"),
        pytest.param("Further reading: The town keeps its records.", id="reading"),
        pytest.param("Update: The road is open again.", id="update"),
        pytest.param("Editor’s note: The names are invented.", id="a note"),
        pytest.param("20:17 — The road is open again.", id="a time stamp"),
    ],
)
def test_no_labels(parse_text: Parse, paragraph: str) -> None:
    found = turns(parse_text, paragraph, "STONE: It rained.", "FIELD: It did.", "STONE: Well.")

    assert [words for _, words in found] == ["It rained.", "It did.", "Well."]


def test_who_is_addressed_does_not_speak(parse_text: Parse) -> None:
    found = turns(
        parse_text,
        "Present: Gwen Thack, Nuala Brenn and Stefan Koval.",
        "THACK: Ms Brenn, Mr Koval told us that he sent a letter.",
        "BRENN: I never saw it.",
    )

    assert found[1] == ("Stefan Koval", "that he sent a letter")


def test_a_block_quotation_and_who_said_so(parse_text: Parse) -> None:
    text = "The roof leaks.\n\nEvery roof leaks in spring.\n\nSo said a priest from Bern."
    kinds = (ParagraphKind.TEXT, ParagraphKind.QUOTE, ParagraphKind.TEXT)
    parsed = parse_text(text, kinds=kinds)

    (speaker,), (quotation,) = resolve_speakers(parsed, find_quotations(parsed))

    assert speaker.name == "a priest from Bern"
    assert text[quotation.start : quotation.end] == "Every roof leaks in spring."
