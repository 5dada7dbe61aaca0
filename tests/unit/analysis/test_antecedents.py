"""Pronouns by class of case: whom "he", "she", "it" and "they" take up; "" if that is unclear."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers

Parse = Callable[..., list[ParsedParagraph]]


def last_speaker(parse_text: Parse, text: str) -> str:
    """Give the name of who speaks last; "" for nobody known."""
    parsed = parse_text(text)
    speakers, quotations = resolve_speakers(parsed, find_quotations(parsed))
    return {s.id: s.name for s in speakers}.get(quotations[-1].speaker or "", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“The dam is safe,” Robert Keane said. Mark Oster had seen the report. "
            "He said it would break.",
            "Mark Oster",
            id="the subject before it and not the last speaker",
        ),
        pytest.param(
            "Mark Oster said the dam was safe. Governor Paul Ridley’s answer was shorter. "
            "He said it would break.",
            "Paul Ridley",
            id="whose answer it was",
        ),
        pytest.param(
            "Mark Oster spoke of “the folly of Robert Keane”. He said the dam would break.",
            "Mark Oster",
            id="no name inside a quotation",
        ),
        pytest.param(
            "Mark Oster opened the office of Robert Keane. He said the dam was safe.",
            "Mark Oster",
            id="no name behind of",
        ),
        pytest.param(
            "Mark Oster visited Anna Moor in Bern. She said the dam was safe.",
            "Anna Moor",
            id="gender by the given name",
        ),
        pytest.param(
            "Mr Oster met Mrs Keane. He said the dam was safe.", "Oster", id="gender by the title"
        ),
        pytest.param(
            "Mark Oster named one witness: Paul Ridley, the engineer. "
            "The general, he said, had asked for more time.",
            "Mark Oster",
            id="not whom the reported words are about",
        ),
        pytest.param(
            "Mark Oster and Paul Ridley took the stand. He said the dam was safe.",
            "",
            id="one of two is nobody for certain",
        ),
        pytest.param(
            "Mark Oster leads the board. He joined in May. He lives in Bern. "
            "He said the dam was safe.",
            "Mark Oster",
            id="a chain of pronouns",
        ),
        pytest.param(
            "“It is old,” Mark Oster said. My grandmother lives below the dam. She says it leaks.",
            "My grandmother",
            id="someone without a name",
        ),
        pytest.param(
            "The court heard the case in May. The Harbour Board did not oppose it. "
            "It accepted that the dam was old.",
            "Harbour Board",
            id="it: the organisation that is the subject",
        ),
        pytest.param(
            "The Harbour Board met in May. The audit covered three years. "
            "It found that the dam was old.",
            "The audit",
            id="it: a document",
        ),
        pytest.param(
            "Lawyers said the dam was old. Campaigners have asked for an inquiry. "
            "Without that, they say, nothing will change.",
            "Campaigners",
            id="they: the last people",
        ),
        pytest.param(
            "Anna Moor runs the institute. According to her research, one in five leaks.",
            "Anna Moor",
            id="whose research it is",
        ),
        pytest.param(
            "For Tom Ely, a welder, Mark Oster was a hero. He said: “Mark Oster built this dam.”",
            "Tom Ely",
            id="not who is named in the very words",
        ),
        pytest.param(
            "Mark Oster kept his seat. “They say that Mark Oster must go,” he said.",
            "Mark Oster",
            id="unless nobody else is there",
        ),
        pytest.param(
            "“The dam is old,” said Mark Oster. Some spoke of a long crack.",
            "",
            id="some is nobody",
        ),
        pytest.param(
            "“The dam is old,” said Mark Oster.\n\nAnna Moor is on the bridge. “Look at that.”",
            "Anna Moor",
            id="words alone go to whom the text turned to",
        ),
    ],
)
def test_antecedents(parse_text: Parse, text: str, name: str) -> None:
    assert last_speaker(parse_text, text) == name


def test_pronouns_stay_linear(parse_text: Parse) -> None:
    parsed = parse_text("\n\n".join(["Anna Moor spoke.", *["She said it was late."] * 300]))

    speakers, quotations = resolve_speakers(parsed, find_quotations(parsed))

    assert [s.name for s in speakers] == ["Anna Moor"]
    assert len(speakers[0].quotes) == len(quotations) == 300
