"""What an object of a verb of saying reports, and how far it reaches."""

import pytest

from reports import Parse, reported_words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The shop offered a refund to its customers.", id="offered a thing"),
        pytest.param("The party claimed three seats in the north.", id="claimed a thing"),
        pytest.param("The board found ways to defend the harbour.", id="a purpose"),
        pytest.param("Her aides wanted to deny the rumour.", id="what was wanted"),
        pytest.param("The minister will announce the winner.", id="what is to come"),
        pytest.param(
            "She and her two older sisters joined a resistance movement called the Harbour "
            "People's Revolutionary Party.",
            id="a participle taken for a past tense",
        ),
        pytest.param("The account Ridley retweeted was set up as a trap.", id="the main verb"),
        pytest.param("It is worth noting that the port was closed in May.", id="worth noting"),
        pytest.param("It would be wrong to claim the port was closed.", id="wrong to claim"),
        pytest.param("It means admitting that the port was closed in May.", id="means admitting"),
    ],
)
def test_nobody_spoke(parse_text: Parse, text: str) -> None:
    assert reported_words(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Field offered an apology.", "an apology", id="offered what is said"),
        pytest.param("Field claimed victory.", "victory", id="claimed what is said"),
        pytest.param("Field went on to condemn the sale.", "the sale", id="went on to"),
        pytest.param("Field tried to defend the sale.", "the sale", id="tried to"),
    ],
)
def test_somebody_spoke(parse_text: Parse, text: str, words: str) -> None:
    assert reported_words(parse_text, text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Nora Field announced her engagement to Tom Ely, who owns the ferry.",
            "her engagement to Tom Ely",
            id="who",
        ),
        pytest.param(
            "The union praised the new pier, which was opened in May.",
            "the new pier",
            id="which",
        ),
        pytest.param(
            "The union praised Nora Field, a teacher from Oslo.",
            "Nora Field",
            id="an apposition",
        ),
        pytest.param(
            "The union criticized the owner of the pier that fell in May.",
            "the owner of the pier that fell in May",
            id="what tells which one",
        ),
        pytest.param(
            "Anna Moor invoked the same silent bargain while running for the board in 2012.",
            "the same silent bargain",
            id="when it was said",
        ),
        pytest.param(
            "The engineer confirmed the meeting because nobody else was there to speak.",
            "the meeting",
            id="why it was said",
        ),
        pytest.param(
            "Anna Moor described the plan as a risk that nobody could take.",
            "the plan as a risk that nobody could take",
            id="as what",
        ),
    ],
)
def test_what_the_article_adds_about_the_object_is_not_reported(
    parse_text: Parse, text: str, words: str
) -> None:
    assert reported_words(parse_text, text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Officials have told residents not to drink the water.",
            "residents not to drink the water",
            id="told somebody to",
        ),
        pytest.param(
            "Field had called for Stone to be replaced as the chair.",
            "Stone to be replaced as the chair",
            id="called for somebody to be",
        ),
        pytest.param(
            "The paper accused the man of beating his dog.",
            "the man of beating his dog",
            id="accused of doing",
        ),
        pytest.param("The mayor retweeted the map.", "the map", id="retweeted"),
    ],
)
def test_what_others_should_do_or_did(parse_text: Parse, text: str, words: str) -> None:
    assert reported_words(parse_text, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ruiz found himself alone in the hall.", id="found himself"),
        pytest.param("Critics hope to hold the board to account.", id="hold to account"),
        pytest.param("She considers Nora Field her teacher.", id="considers"),
    ],
)
def test_a_state_is_no_belief(parse_text: Parse, text: str) -> None:
    assert reported_words(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Nora Field often speaks of his brother Freddy, who died at sea.",
            "his brother Freddy",
            id="a topic",
        ),
        pytest.param("She talked about them on the radio every day.", "them", id="a pronoun"),
    ],
)
def test_a_topic_ends_where_the_article_goes_on(parse_text: Parse, text: str, words: str) -> None:
    assert reported_words(parse_text, text) == [words]


def test_a_mark_left_open_ends_nothing(parse_text: Parse) -> None:
    words = 'the row as "one more skirmish in a war with the board, which began in May'

    assert reported_words(parse_text, f"He characterized {words}.") == [words]
