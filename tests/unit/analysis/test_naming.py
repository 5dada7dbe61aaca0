"""Names by class of case: who is a person, how much belongs to the name, what the role is."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers

Parse = Callable[..., list[ParsedParagraph]]
PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        pytest.param(
            "Rosa Delgado-Finch said the road was wet.",
            "Rosa Delgado-Finch",
            PERSON,
            None,
            id="hyphen in the surname",
        ),
        pytest.param(
            "Jian-Yang Li of the Harbour Institute said the road was wet.",
            "Jian-Yang Li",
            PERSON,
            None,
            id="hyphen in the given name",
        ),
        pytest.param(
            "The road was wet, said Tunde Marsh, a fund manager who holds shares in it.",
            "Tunde Marsh",
            PERSON,
            "fund manager",
            id="a role behind the name",
        ),
        pytest.param(
            "“The road was wet,” said Mira Okafor, the chief engineer.",
            "Mira Okafor",
            PERSON,
            "chief engineer",
            id="an inverted role",
        ),
        pytest.param(
            "“The road was wet,” said Bert Mallory, 68, a retired welder.",
            "Bert Mallory",
            PERSON,
            "retired welder",
            id="an age and a role",
        ),
        pytest.param(
            "The port’s administrator, Nora Field, said the road was wet.",
            "Nora Field",
            PERSON,
            "port’s administrator",
            id="the name behind its role",
        ),
        pytest.param(
            "Its managing director, Oskar Brandt-Lowe, said the road was wet.",
            "Oskar Brandt-Lowe",
            PERSON,
            "managing director",
            id="the name behind its role, with a hyphen",
        ),
        pytest.param(
            "Gannet Lines, which runs four ships, said the road was wet.",
            "Gannet Lines",
            ORGANIZATION,
            None,
            id="which makes no person",
        ),
        pytest.param(
            "The Department for Growing Up said the road was wet.",
            "Department for Growing Up",
            ORGANIZATION,
            None,
            id="a small word with a capital",
        ),
        pytest.param(
            "Marcus Webb, Anna Moor of the bakers’ union, and others met. "
            "Webb said the road was wet.",
            "Marcus Webb",
            PERSON,
            None,
            id="a list of names holds no roles",
        ),
        pytest.param(
            "Neither Helen Clark nor Mary Stone and Sen. Paul Reed came. Reed said it was late.",
            "Paul Reed",
            PERSON,
            "Sen.",
            id="a name before the title is another person's",
        ),
    ],
)
def test_names(
    parse_text: Parse, text: str, name: str, kind: SpeakerKind, role: str | None
) -> None:
    parsed = parse_text(text)

    (speaker,), _ = resolve_speakers(parsed, find_quotations(parsed))

    assert (speaker.name, speaker.kind, speaker.role) == (name, kind, role)


def test_a_role_leads_back_to_its_person(parse_text: Parse) -> None:
    parsed = parse_text(
        "Bea Lund, the fund manager, met the press. The manager said the road was wet."
    )

    (speaker,), _ = resolve_speakers(parsed, find_quotations(parsed))

    assert speaker.name == "Bea Lund"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "The operator, NorthLink Coastal, said on Friday that the ferry would run again. "
            "The operator said it would pay.",
            "NorthLink Coastal",
            "operator",
            id="a body and its description later on",
        ),
        pytest.param(
            "The company, Volt, said that the hall was sold. The firm said it would pay.",
            "Volt",
            "company",
            id="another word for a company",
        ),
        pytest.param(
            "The manufacturer of the valve, Kern Pumps, said that it had tested it.",
            "Kern Pumps",
            "manufacturer of the valve",
            id="a longer description",
        ),
    ],
)
def test_a_body_named_behind_what_it_is(parse_text: Parse, text: str, name: str, role: str) -> None:
    parsed = parse_text(text)

    (speaker,), quotations = resolve_speakers(parsed, find_quotations(parsed))

    assert (speaker.name, speaker.kind, speaker.role) == (name, ORGANIZATION, role)
    assert {q.speaker for q in quotations} == {speaker.id}
