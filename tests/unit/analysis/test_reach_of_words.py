"""Where reported words start and end, also where the parse misleads."""

import pytest

from reports import Parse, reported


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
        pytest.param(
            "Ridley saw no need to change the plan, telling Radio Oslo that “we tell the truth, we "
            "deal with the facts” and that he’d seen more support from sailors over the week.",
            "Ridley",
            "that “we tell the truth, we deal with the facts” and that he’d seen more support from "
            "sailors over the week",
            id="and that",
        ),
        pytest.param(
            "The park lies near the harbour, which, Anna Moor said, is usually full of boats.",
            "Anna Moor",
            "which … is usually full of boats",
            id="only the relative clause that the cue parts",
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Officials say that, even if some thought it was right, a new count could not be made.",
            "that, even if some thought it was right, a new count could not be made",
            id="a clause in front is no tail",
        ),
        pytest.param(
            "Field said on Tuesday that according to the count, the union has won.",
            "that according to the count, the union has won",
            id="a source inside the words",
        ),
        pytest.param(
            "Speaking on Radio North’s “This Week,” Field admitted that the name was wrong.",
            "that the name was wrong",
            id="a title behind a possessive is where it was said",
        ),
    ],
)
def test_one_utterance(parse_text: Parse, text: str, words: str) -> None:
    assert [found for _, found in reported(parse_text, text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Asked if it had appeared he was late again, Stone said no.",
            "if it had appeared he was late again",
            id="if",
        ),
        pytest.param(
            "When asked about the new rules, Stone said they were good.",
            "the new rules",
            id="about",
        ),
    ],
)
def test_a_question_in_front_of_the_answer(parse_text: Parse, text: str, words: str) -> None:
    assert ("", words) in reported(parse_text, text)


@pytest.mark.parametrize("behind", ["asked about the cost", "asked whether it rained"])
def test_who_was_asked_did_not_ask(parse_text: Parse, behind: str) -> None:
    words = "“It has been two years,”"
    found = reported(parse_text, f"{words} said Stone, {behind}.")
    assert [told for who, told in found if who == "Stone"] == [words]


def test_who_learned_and_from_whom(parse_text: Parse) -> None:
    text = "The Post has learned that according to a posting, the site is being attacked."

    assert [speaker for speaker, _ in reported(parse_text, text)] == ["The Post", "a posting"]


def test_a_heading_in_single_marks_is_no_speech(parse_text: Parse) -> None:
    text = "\"It went well,\" said Nora Field.\n\n'Legend of the coast.'\n\nThe port is old."

    assert [words for _, words in reported(parse_text, text)] == ['"It went well,"']


def test_single_marks_are_speech_where_all_marks_are_single(parse_text: Parse) -> None:
    text = "‘It went well,’ said Nora Field.\n\n‘It is a legend.’\n\nThe port is old."

    assert "‘It is a legend.’" in reported(parse_text, text)[0][1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "There was, she said, “an implicit bargain.”",
            "There was … “an implicit bargain.”",
            id="a quotation that ends the sentence",
        ),
        pytest.param(
            "Putting the boat in order, Field said, allowed him to “get in touch with the sea”.",
            "Putting the boat in order … allowed him to “get in touch with the sea”",
            id="a subject before the cue",
        ),
        pytest.param(
            "The crowd chanted back at him, “Send them home,” and “Build the wall.”",
            "“Send them home,” and “Build the wall.”",
            id="two quotations joined by and",
        ),
    ],
)
def test_words_on_both_sides(parse_text: Parse, text: str, words: str) -> None:
    assert [found for _, found in reported(parse_text, text)] == [words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Police said two men were held, with a witness adding that one had a knife.",
            [("Police", "two men were held"), ("a witness", "that one had a knife")],
        ),
        (
            "The mayor said the road would close, with Nora Field saying the bus would stop.",
            [("The mayor", "the road would close"), ("Nora Field", "the bus would stop")],
        ),
        (
            "The firm said sales fell, with the union blaming the weather.",
            [("The firm", "sales fell, with the union blaming the weather")],
        ),
        (
            "Police said two men were held with a knife lying near.",
            [("Police", "two men were held with a knife lying near")],
        ),
    ],
)
def test_a_participle_with_its_own_subject_reports_anew(
    parse_text: Parse, text: str, found: list[tuple[str, str]]
) -> None:
    assert reported(parse_text, text) == found


def test_words_between_two_stretches_are_not_inside_them(parse_text: Parse) -> None:
    found = reported(
        parse_text, "“It is late,” said one guard, who said the port was full. “Go home.”"
    )

    assert found == [("one guard", "“It is late,” … “Go home.”"), ("who", "the port was full")]


def test_though_somebody_says_more(parse_text: Parse) -> None:
    found = reported(
        parse_text, "The work will end by May, officials said, though they said there was a risk."
    )

    assert found == [
        ("officials", "The work will end by May"),
        ("they", "there was a risk"),
    ]
