"""Quotations by class of case: which words are reported, and who stands beside them."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations import Utterance, find_quotations
from tuireader.article.model import ParagraphKind

Parse = Callable[..., list[ParsedParagraph]]


def as_read(parsed: Sequence[ParsedParagraph], found: Sequence[Utterance]) -> list[tuple[str, ...]]:
    """Give each utterance as its words, stretches joined by " … ", and its speaker as written."""

    def text(start: int, end: int) -> str:
        for paragraph in parsed:
            if paragraph.start <= start < paragraph.start + len(paragraph.doc.text):
                return str(paragraph.doc.text[start - paragraph.start : end - paragraph.start])
        return ""

    return [
        (
            " … ".join(text(*span) for span in u.spans),
            text(*u.mention.shown) if u.mention is not None else "",
        )
        for u in found
    ]


def check(parse_text: Parse, text: str, *expected: tuple[str, str]) -> None:
    parsed = parse_text(text)

    assert as_read(parsed, find_quotations(parsed)) == list(expected)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "“The bridge is safe,” Nora Field said.",
            "“The bridge is safe,”",
            "Nora Field",
            id="after the quote",
        ),
        pytest.param(
            "“The bridge is safe,” said engineer Nora Field.",
            "“The bridge is safe,”",
            "engineer Nora Field",
            id="inverted",
        ),
        pytest.param(
            "“The bridge is safe,” Field, 61, told reporters.",
            "“The bridge is safe,”",
            "Field",
            id="an age between",
        ),
        pytest.param(
            "“The bridge is safe,” Field, who has led the office since May, said on Monday.",
            "“The bridge is safe,”",
            "Field",
            id="a relative clause between",
        ),
        pytest.param(
            "“The bridge is safe for now,” Field huffed.",
            "“The bridge is safe for now,”",
            "Field",
            id="a verb no list knows",
        ),
        pytest.param(
            "Field said, “The bridge is safe.”",
            "“The bridge is safe.”",
            "Field",
            id="before the quote",
        ),
        pytest.param(
            "“The bridge,” Field said, “is safe.”",
            "“The bridge,” … “is safe.”",
            "Field",
            id="split in a sentence",
        ),
        pytest.param(
            "“The bridge is safe,” Field said. “We checked it.”",
            "“The bridge is safe,” … “We checked it.”",
            "Field",
            id="split by a sentence",
        ),
        pytest.param("“Is it safe?” asked Field.", "“Is it safe?”", "Field", id="question"),
        pytest.param("His answer was short: “It is safe.”", "“It is safe.”", "His", id="colon"),
        pytest.param(
            "“It is safe and it is open.” — Nora Field",
            "“It is safe and it is open.”",
            "Nora Field",
            id="signed with a dash",
        ),
    ],
)
def test_direct(parse_text: Parse, text: str, words: str, speaker: str) -> None:
    check(parse_text, text, (words, speaker))


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        pytest.param(
            "Lena Ruiz said that the harbour would close.",
            "that the harbour would close",
            "Lena Ruiz",
            id="that",
        ),
        pytest.param(
            "Lena Ruiz said the harbour would close.",
            "the harbour would close",
            "Lena Ruiz",
            id="no that",
        ),
        pytest.param(
            "Ruiz told the board that the harbour would close.",
            "that the harbour would close",
            "Ruiz",
            id="told someone",
        ),
        pytest.param(
            "The harbour will close in May, Ruiz said.",
            "The harbour will close in May",
            "Ruiz",
            id="set off at the end",
        ),
        pytest.param(
            "The harbour, Ruiz said, will close in May.",
            "The harbour … will close in May",
            "Ruiz",
            id="set off in the middle",
        ),
        pytest.param(
            "According to the port authority, traffic fell by a third.",
            "traffic fell by a third",
            "the port authority",
            id="according to, front",
        ),
        pytest.param(
            "Traffic fell by a third, according to the port authority.",
            "Traffic fell by a third",
            "the port authority",
            id="according to, end",
        ),
        pytest.param(
            "The council rejected the plan, saying it cost too much.",
            "it cost too much",
            "The council",
            id="participle",
        ),
        pytest.param(
            "Lena Ruiz, who runs the port, warned that it would flood.",
            "that it would flood",
            "Lena Ruiz",
            id="relative clause",
        ),
        pytest.param(
            "Ruiz was quoted as saying the deal was dead.",
            "the deal was dead",
            "Ruiz",
            id="quoted as saying",
        ),
        pytest.param(
            "Ruiz asked whether the harbour would close.",
            "whether the harbour would close",
            "Ruiz",
            id="indirect question",
        ),
        pytest.param(
            "Ruiz accused the board of hiding the figures.",
            "the board of hiding the figures",
            "Ruiz",
            id="accusation",
        ),
        pytest.param(
            "Ruiz vowed to reopen the harbour.", "to reopen the harbour", "Ruiz", id="promise"
        ),
        pytest.param(
            "Residents fear that the harbour will close.",
            "that the harbour will close",
            "Residents",
            id="belief of others",
        ),
        pytest.param(
            "Nobody believed Hale’s claim that the dam was safe.",
            "that the dam was safe",
            "Hale",
            id="noun with an owner",
        ),
        pytest.param(
            "The report found that traffic had fallen.",
            "that traffic had fallen",
            "The report",
            id="a report",
        ),
    ],
)
def test_indirect(parse_text: Parse, text: str, words: str, speaker: str) -> None:
    check(parse_text, text, (words, speaker))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Ruiz said the plan was “a joke” and would fail.",
            "the plan was “a joke” and would fail",
            id="marks in a clause",
        ),
        pytest.param(
            "The plan was “a bad joke,” Ruiz said.",
            "The plan was “a bad joke,”",
            id="marks at the end of a clause",
        ),
        pytest.param("Ruiz called the plan “a joke.”", "the plan “a joke.”", id="a name for it"),
    ],
)
def test_mixed_keeps_the_clause(parse_text: Parse, text: str, words: str) -> None:
    parsed = parse_text(text)
    found = find_quotations(parsed)

    assert as_read(parsed, found) == [(words, "Ruiz")]
    assert found[0].style is QuotationStyle.MIXED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The so-called “green wall” runs along the road.", id="scare quotes"),
        pytest.param("She read “The Long Winter” twice as a child.", id="title of a work"),
        pytest.param("Joe “The Nail” Barrow left the room.", id="nickname"),
        pytest.param("A spokesman declined to comment.", id="no comment"),
        pytest.param("Ruiz did not say that the harbour would close.", id="negated"),
        pytest.param("I think that the harbour will close.", id="the writer's own belief"),
        pytest.param("A ship called “Aurora” lay in the harbour.", id="a name, passive"),
    ],
)
def test_not_speech(parse_text: Parse, text: str) -> None:
    check(parse_text, text)


def test_two_speakers_in_a_sentence(parse_text: Parse) -> None:
    check(
        parse_text,
        "Ruiz said the tax was unfair, but Hale said it was overdue.",
        ("the tax was unfair", "Ruiz"),
        ("it was overdue", "Hale"),
    )


def test_a_chain_of_two_speakers_is_nested(parse_text: Parse) -> None:
    check(
        parse_text,
        "Ruiz said Colonel Hale told her the depot was empty.",
        ("Colonel Hale told her the depot was empty", "Ruiz"),
        ("the depot was empty", "Colonel Hale"),
    )


def test_a_participle_after_a_quotation_has_words_of_its_own(parse_text: Parse) -> None:
    check(
        parse_text,
        "“The road is open,” Ruiz said, adding that the bridge would follow.",
        ("“The road is open,”", "Ruiz"),
        ("that the bridge would follow", "Ruiz"),
    )


def test_a_quotation_goes_on_over_paragraphs(parse_text: Parse) -> None:
    check(
        parse_text,
        "“The river rose,” said Tom Ely.\n\n“We went upstairs.\n\n“Boats came at dawn.”",
        ("“The river rose,”", "Tom Ely"),
        ("“We went upstairs. … “Boats came at dawn.”", ""),
    )


def test_a_colon_introduces_the_next_paragraph(parse_text: Parse) -> None:
    check(
        parse_text,
        "The harbour master had one more warning:\n\n“Do not sail tonight.”",
        ("“Do not sail tonight.”", "The harbour master"),
    )


def test_a_quotation_alone_inherits(parse_text: Parse) -> None:
    parsed = parse_text("“The river rose,” said Tom Ely. It rained.\n\n“We all went upstairs.”")

    assert [u.inherits for u in find_quotations(parsed)] == [False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The river rose,” said Tom Ely.\n\n“We all went upstairs.”",
            [("“The river rose,” … “We all went upstairs.”", "Tom Ely")],
            id="the next paragraph",
        ),
        pytest.param(
            "“The river rose,” said Tom Ely, referring to the flood.\n\n“We went upstairs.”",
            [
                ("“The river rose,” … “We went upstairs.”", "Tom Ely"),
                ("the flood", "Tom Ely"),
            ],
            id="another cue of the same speaker",
        ),
        pytest.param(
            "Tom Ely said the river rose.\n\n“We all went upstairs.”",
            [("the river rose", "Tom Ely"), ("“We all went upstairs.”", "")],
            id="behind words without marks",
        ),
        pytest.param(
            "“The river rose.” — Tom Ely\n\n“We all went upstairs.”",
            [("“The river rose.”", "Tom Ely"), ("“We all went upstairs.”", "")],
            id="behind a signature",
        ),
    ],
)
def test_a_quotation_alone_joins_the_sentence_before(
    parse_text: Parse, text: str, expected: list[tuple[str, str]]
) -> None:
    check(parse_text, text, *expected)


def test_transcript(parse_text: Parse) -> None:
    check(
        parse_text,
        "CHAIR: When did you sign it?\n\nMS. FIELD: I signed it in May.\n\nQ. Who asked you to?",
        ("When did you sign it?", "CHAIR"),
        ("I signed it in May.", "MS. FIELD"),
        ("Who asked you to?", "Q"),
    )


def test_headline_with_its_source(parse_text: Parse) -> None:
    parsed = parse_text(
        "Ruiz: Harbour to close in May\n\nThe news came late.",
        kinds=(ParagraphKind.TITLE, ParagraphKind.TEXT),
    )

    assert as_read(parsed, find_quotations(parsed)) == [("Harbour to close in May", "Ruiz")]


def test_headline_in_capitals(parse_text: Parse) -> None:
    parsed = parse_text(
        "Lena Ruiz Claims Board Hid Figures\n\nThe news came late.",
        kinds=(ParagraphKind.TITLE, ParagraphKind.TEXT),
    )

    assert as_read(parsed, find_quotations(parsed)) == [("Board Hid Figures", "Lena Ruiz")]


def test_every_utterance_says_why(parse_text: Parse) -> None:
    parsed = parse_text("“The river rose,” said Tom Ely. Ruiz vowed to stay. “We will not leave.”")

    assert all(u.reason for u in find_quotations(parsed))


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                "‘",
                "’",
                '"',
                "''",
                ",",
                ".",
                ":",
                "\n\n",
                "said",
                "Ruiz",
                "told",
                "—",
                "according to",
                "the board",
                "that it fell",
                "he",
                "adding",
                "Q.",
                "A:",
                "(",
                ")",
            ]
        ),
        max_size=25,
    )
)
def test_spans_lie_in_the_text(parse_text: Parse, parts: list[str]) -> None:
    text = " ".join(parts)
    for utterance in find_quotations(parse_text(text)):
        assert utterance.spans == tuple(sorted(utterance.spans))
        for start, end in utterance.spans:
            assert 0 <= start < end <= len(text)
