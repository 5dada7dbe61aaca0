"""Speakers by class of case: one entity for names, titles, descriptions and pronouns."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Quotation, Speaker, SpeakerKind
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers
from tuireader.article.model import ParagraphKind

Parse = Callable[..., list[ParsedParagraph]]


def resolved(
    parse_text: Parse, text: str, **options: tuple[ParagraphKind, ...]
) -> tuple[list[Speaker], list[Quotation]]:
    parsed = parse_text(text, **options)
    return resolve_speakers(parsed, find_quotations(parsed))


def names(parse_text: Parse, text: str) -> list[str | None]:
    """Give the speakers' names, quotation by quotation."""
    speakers, quotations = resolved(parse_text, text)
    by_id = {s.id: s.name for s in speakers}
    return [by_id.get(q.speaker or "") for q in quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ambassador Philip Moor testified. “It is over,” Moor said.",
            ["Philip Moor"],
            id="surname",
        ),
        pytest.param(
            "Anna Moor joined in May. She said the vote was rushed.", ["Anna Moor"], id="pronoun"
        ),
        pytest.param(
            "Mark Moor runs the mill and his sister Erin Moor keeps the books. "
            "“We split the work,” Erin Moor said.",
            ["Erin Moor"],
            id="family",
        ),
        pytest.param(
            "Robert Keane spoke first. “We lost,” Bob Keane said.", ["Robert Keane"], id="nickname"
        ),
        pytest.param(
            "The World Health Organization met. “Cases fell,” the WHO said.",
            ["World Health Organization"],
            id="acronym",
        ),
        pytest.param(
            "The paper quoted critics, with Nora Field stating: “The road is closed.”",
            ["Nora Field"],
            id="a participle with its own subject",
        ),
        pytest.param(
            "Tom Ely said the road was closed, with Nora Field adding: “We must all go now.”",
            ["Tom Ely", "Nora Field"],
            id="the same behind other words",
        ),
        pytest.param(
            "The World Health Organization met. WHO say that cases fell.",
            ["World Health Organization"],
            id="an acronym like a pronoun",
        ),
        pytest.param(
            "“Cases fell,” said Finance Minister Olga Dahl. The minister said it helped.",
            ["Olga Dahl", "Olga Dahl"],
            id="role",
        ),
        pytest.param(
            "His answer was plain: “No deal.”\n\nMinister Ivan Orlov spoke in Bern.",
            ["Ivan Orlov"],
            id="named after the pronoun",
        ),
        pytest.param(
            "Forty files are missing, the office’s records chief said today.\n\n"
            "Director Amy Hart’s statement came after a question.",
            ["Amy Hart"],
            id="lede description",
        ),
        pytest.param(
            "“The river rose,” said Tom Ely. It rained.\n\n“We all went upstairs.”",
            ["Tom Ely", "Tom Ely"],
            id="stands alone",
        ),
        pytest.param(
            "A spokesman for the port said it was closed. The spokesman said it would reopen.",
            ["A spokesman for the port", "A spokesman for the port"],
            id="an unnamed source again",
        ),
        pytest.param(
            "The coastguard said the pier was closed.\n\nMinister Ivan Orlov said it was open.",
            ["The coastguard", "Ivan Orlov"],
            id="a body is not the person named next",
        ),
        pytest.param("The road will close, Tom Ely said.", ["Tom Ely"], id="set off"),
        pytest.param(
            "President Tom Ely met the crew. The president’s remarks suggested that he was ill.",
            ["Tom Ely"],
            id="whose remarks",
        ),
        pytest.param(
            "Head teacher Olga Dahl left. The deputy head said it was late.",
            ["The deputy head"],
            id="a lesser role",
        ),
        pytest.param(
            "Deputy minister Olga Dahl left. The deputy minister said it was late.",
            ["Olga Dahl"],
            id="the same lesser role",
        ),
        pytest.param(
            "The president’s remarks suggested that he was ill.",
            ["The president"],
            id="whose remarks, without a name",
        ),
        pytest.param(
            "The Harbour Force said it would leave. Its own commanders said it was wrong.",
            ["Harbour Force", "Harbour Force’s commanders"],
            id="its own, with a name",
        ),
        pytest.param(
            "It rained. Its own commanders said it was wrong.",
            ["commanders"],
            id="its own, of nobody known",
        ),
    ],
)
def test_who_speaks(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert names(parse_text, text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("“It is over,” Anna Moor said.", SpeakerKind.PERSON, id="person"),
        pytest.param(
            "The State Department said it would wait.", SpeakerKind.ORGANIZATION, id="organisation"
        ),
        pytest.param("Farmers said the price was low.", SpeakerKind.GROUP, id="group"),
        pytest.param("Officials said the price was low.", SpeakerKind.ANONYMOUS, id="officials"),
        pytest.param(
            "A person familiar with the talks said they had failed.",
            SpeakerKind.ANONYMOUS,
            id="a person familiar with",
        ),
        pytest.param(
            "Fighting went on, according to some reports.", SpeakerKind.ANONYMOUS, id="some reports"
        ),
        pytest.param("The report said it was late.", SpeakerKind.ANONYMOUS, id="a document"),
        pytest.param(
            "A letter from the mayor said it was late.", SpeakerKind.ANONYMOUS, id="a letter"
        ),
        pytest.param(
            "A police statement said it was late.", SpeakerKind.ORGANIZATION, id="whose statement"
        ),
        pytest.param(
            "The ministry’s report said it was late.", SpeakerKind.ORGANIZATION, id="whose report"
        ),
    ],
)
def test_kinds(parse_text: Parse, text: str, kind: SpeakerKind) -> None:
    speakers, _ = resolved(parse_text, text)

    assert [s.kind for s in speakers] == [kind]


def test_a_speaker_knows_role_mentions_and_words(parse_text: Parse) -> None:
    text = "Secretary of Defense Mark Oster spoke. “We lost one ship,” Oster said."
    (speaker,), (quotation,) = resolved(parse_text, text)

    assert (speaker.name, speaker.role) == ("Mark Oster", "Secretary of Defense")
    assert [text[m.start : m.end] for m in speaker.mentions] == ["Mark Oster", "Oster"]
    assert speaker.aliases == ("Oster",)
    assert speaker.words_quoted == 4
    assert speaker.quotes == (quotation.id,)


def test_pronouns_and_words_alone_are_inferred(parse_text: Parse) -> None:
    _, quotations = resolved(
        parse_text, "“It rose,” said Tom Ely. He said it fell again.\n\n“We waited upstairs.”"
    )

    assert [q.inferred for q in quotations] == [False, True, True]
    assert quotations[2].speaker_span is None


def test_a_headline_is_given_to_who_says_it_in_the_body(parse_text: Parse) -> None:
    speakers, quotations = resolved(
        parse_text,
        "‘We do not know where they are’: ships missing\n\n"
        "“We do not know where they are,” Anna Moor said.",
        kinds=(ParagraphKind.TITLE, ParagraphKind.TEXT),
    )

    assert [s.name for s in speakers] == ["Anna Moor"]
    assert [q.speaker for q in quotations] == ["s1", "s1"]


def test_ids_follow_the_text(parse_text: Parse) -> None:
    speakers, quotations = resolved(parse_text, "Anna Moor said it rained. Tom Ely said it snowed.")

    assert [s.id for s in speakers] == ["s1", "s2"]
    assert [q.id for q in quotations] == ["q1", "q2"]
    assert [q.start for q in quotations] == sorted(q.start for q in quotations)


def test_no_text_no_speakers(parse_text: Parse) -> None:
    assert resolved(parse_text, "") == ([], [])


@pytest.mark.parametrize(
    "firm", ["Peter Moore Inc.", "Moore Brothers plc", "Harbour Lines Ltd.", "Nora Field LLC"]
)
def test_a_firm_is_no_person(parse_text: Parse, firm: str) -> None:
    """What ends like a firm's name is one, whoever it is called after."""
    (speaker,), _ = resolved(parse_text, f"{firm} said the ferry was safe.")
    assert speaker.kind is SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The “Letters” page of the paper said it rained.", "The “Letters” page of the paper"),
        ("The “Clean Harbour” campaign said it would sue.", "The “Clean Harbour” campaign"),
        ("Groups such as the Mill Fund said it was bad.", "Groups such as the Mill Fund"),
        ("Sites like Norline said it would rain.", "Sites"),
        ("Such firms said it would rain.", "Such firms"),
        ("“It rained,” the clerk said.", "the clerk"),
    ],
)
def test_a_name_within_a_description_is_part_of_it(parse_text: Parse, text: str, name: str) -> None:
    assert names(parse_text, text) == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Secretary of Defense Mark Oster said it was late.", "Secretary of Defense"),
        ("Rail chief Dame Helen Orr said it was late.", "Rail chief"),
        ("Mrs Helen Orr said it was late.", None),
        ("It is part of Prime Minister Helen Orr's plan. Orr said it was late.", "Prime Minister"),
        ("Prosecutor Helen Orr said it was late.", "Prosecutor"),
        ("The head of the agency, Helen Orr, said it was late.", "head of the agency"),
        ("“No,” said Helen Orr, the author of Let It Rain: The Story of a Flood.", "author"),
        ("The paper printed a letter Helen Orr wrote to a friend. Orr said it was late.", None),
    ],
)
def test_roles(parse_text: Parse, text: str, role: str | None) -> None:
    (speaker,), _ = resolved(parse_text, text)
    assert (speaker.name, speaker.role) == ("Helen Orr" if "Orr" in text else "Mark Oster", role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Victor Lang sued.\n\nThe mogul said it was late.", ["Victor Lang"]),
        ("Ann Bell met farmers. The lawmaker said prices were low.", ["Ann Bell"]),
        ("Ann Bell sang on Friday. The businessman said it was loud.", ["The businessman"]),
        ("Ann Bell sang on Friday. The driver said it was loud.", ["The driver"]),
        ("A singer fell. Ann Bell saw it. The singer said it hurt.", ["The singer"]),
        ("Tom Ely and Ann Bell met. The actor said it was late.", ["The actor"]),
        ("Ann Bell left.\n\nIt rained.\n\nThe actor said it was late.", ["The actor"]),
        ("It rained. The tycoon said it was late.", ["The tycoon"]),
    ],
)
def test_epithets(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert names(parse_text, text) == expected
