"""What else reports: promises, gerunds, open questions, names given; and what does not."""

import pytest

from reports import Parse, reported_words
from tuireader.analysis.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Vance was moved by his promise to rebuild the old harbour wall.",
            ["to rebuild the old harbour wall"],
            id="a promise to do something",
        ),
        pytest.param(
            "The council read Moore's claim to have saved the ferry.",
            ["to have saved the ferry"],
            id="a claim to have done something",
        ),
        pytest.param(
            "Moore recalled meeting the harbour master twice in June.",
            ["meeting the harbour master twice in June"],
            id="recalled doing",
        ),
        pytest.param(
            "The mayor proposed closing the ferry terminal.",
            ["closing the ferry terminal"],
            id="proposed doing",
        ),
        pytest.param(
            "Moore declined to say whether the wall was safe.",
            ["whether the wall was safe"],
            id="a question left open",
        ),
        pytest.param(
            "When asked who had closed the pier, most of them named Moore.",
            ["who had closed the pier"],
            id="when asked",
        ),
        pytest.param(
            "As reported by the Harbour Gazette, the ferry sank in nine minutes.",
            ["the ferry sank in nine minutes"],
            id="as reported by",
        ),
        pytest.param(
            "The wall didn't hold but stood until the tide had turned, Moore said, adding, "
            '"We were lucky."',
            ["The wall didn't hold but stood until the tide had turned", '"We were lucky."'],
            id="said, adding",
        ),
        pytest.param(
            "This is not about the ferry, Moore told his crew as they left.",
            ["This is not about the ferry"],
            id="told somebody, with the words in front",
        ),
        pytest.param(
            'The plan was called "a gift to the banks" by Anna Moore.',
            ['The plan was called "a gift to the banks" by Anna Moore'],
            id="was called something by somebody",
        ),
        pytest.param(
            'While Moore called the ferry "unsafe," Vance urged the crew to sail.',
            ['the ferry "unsafe,"', "the crew to sail"],
            id="a quotation that the clause in front reports",
        ),
        pytest.param(
            "Critics dismissed the mayor as a weak leader.",
            ["the mayor as a weak leader"],
            id="dismissed as",
        ),
        pytest.param(
            "Moore denied the charges through his lawyer.", ["the charges"], id="through whom"
        ),
        pytest.param("Moore mocked the captain on Twitter.", ["the captain"], id="where"),
        pytest.param(
            "A study shows that the wall is weak.", ["that the wall is weak"], id="a study shows"
        ),
    ],
)
def test_what_reports(parse_text: Parse, text: str, words: list[str]) -> None:
    """Each of these tells of words, and how far they reach."""
    assert reported_words(parse_text, text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They read Moore's plan to rebuild the old harbour wall.", id="a plan"),
        pytest.param("Moore kept meeting the harbour master.", id="kept doing"),
        pytest.param("Moore declined to say that the wall was safe.", id="what was not said"),
        pytest.param("The plan was called the Harbour Plan by its authors.", id="a bare name"),
        pytest.param("A group that calls itself Harbour Watch owns the pier.", id="its own name"),
        pytest.param("The storm shows how weak the wall is.", id="a thing that shows"),
        pytest.param("Moore denied them their pay.", id="denied to somebody"),
        pytest.param("Call it a bad habit.", id="an order to the reader"),
    ],
)
def test_what_does_not_report(parse_text: Parse, text: str) -> None:
    """Near misses of the same forms."""
    assert reported_words(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Lisbon (AFP) – Lawyer Nora Field has taken a swipe at the plan, saying that "
            "“bombastic comments” do more harm than good.",
            "Lawyer Nora Field",
            id="the place of a dateline says nothing",
        ),
        pytest.param(
            "Sailors are not happy - Nora Field and Jon Moore: “The wall will not hold.”",
            "Nora Field and Jon Moore",
            id="names behind a dash",
        ),
        pytest.param(
            "Signs of a shift were there - More from Field: “The wall will not hold a year.”",
            "Field",
            id="more from somebody",
        ),
    ],
)
def test_who_speaks(parse_text: Parse, text: str, speaker: str) -> None:
    """The speaker is not the first name of the sentence."""
    (utterance,) = find_quotations(parse_text(text))
    assert utterance.mention is not None
    start, end = utterance.mention.shown
    assert text[start:end] == speaker
