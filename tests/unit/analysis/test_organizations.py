"""Organisations by class of case: short forms, and firms that are called like persons."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers

Parse = Callable[..., list[ParsedParagraph]]


def labelled(parse_text: Parse, text: str, **labels: str) -> list[ParsedParagraph]:
    """Parse a text and label words joined by "_" in `labels`, as a pipeline might; others not."""
    from spacy.tokens import Span

    parsed = parse_text(text)
    for paragraph in parsed:
        doc = paragraph.doc
        spans: list[Span] = []
        for name, label in sorted(labels.items(), key=lambda item: -len(item[0])):
            words = name.split("_")
            for i in range(len(doc) - len(words) + 1):
                same = [t.text for t in doc[i : i + len(words)]] == words
                if same and not any(s.start <= i < s.end for s in spans):
                    spans.append(Span(doc, i, i + len(words), label))
        doc.set_ents(spans)
    return parsed


def speakers(parsed: list[ParsedParagraph]) -> list[tuple[str, SpeakerKind]]:
    found, _ = resolve_speakers(parsed, find_quotations(parsed))
    return [(speaker.name, speaker.kind) for speaker in found]


@pytest.mark.parametrize(
    ("text", "labels", "name"),
    [
        pytest.param(
            "The Daily Herald printed it. The Herald said it stood by its story.",
            {"Daily_Herald": "ORG", "Herald": "ORG"},
            "Daily Herald",
            id="last word",
        ),
        pytest.param(
            "Shares of Goldmann Lowe fell. Goldmann said growth would slow.",
            {"Goldmann_Lowe": "ORG", "Goldmann": "PERSON"},
            "Goldmann Lowe",
            id="first word under another label",
        ),
        pytest.param(
            "Shares of Hill Bank and Hill Bank Group fell. Hill said growth would slow.",
            {"Hill_Bank": "ORG", "Hill_Bank_Group": "ORG", "Hill": "ORG"},
            "Hill Bank",
            id="two names of one body",
        ),
        pytest.param(
            "The Daily Herald met the Harbour Herald. The Herald said it was late.",
            {"Daily_Herald": "ORG", "Harbour_Herald": "ORG", "Herald": "ORG"},
            "Herald",
            id="two bodies",
        ),
        pytest.param(
            "The White House met reporters. The House said it would vote.",
            {"White_House": "ORG", "House": "ORG"},
            "House",
            id="a body of its own",
        ),
        pytest.param(
            "The Ipswich Courier printed it. Ipswich said it would sue.",
            {"Ipswich_Courier": "ORG", "Ipswich": "ORG"},
            "Ipswich",
            id="the town of a paper",
        ),
        pytest.param(
            "The London Trust met reporters. London said it would sue.",
            {"London_Trust": "ORG", "London": "GPE"},
            "London",
            id="a place",
        ),
        pytest.param(
            "The Harbour Health Agency (HHA) met. The Harbour Health Agency said it was late.",
            {"Harbour_Health_Agency_(HHA": "ORG", "Harbour_Health_Agency": "ORG"},
            "Harbour Health Agency",
            id="a bracket",
        ),
    ],
)
def test_short_forms(parse_text: Parse, text: str, labels: dict[str, str], name: str) -> None:
    parsed = labelled(parse_text, text, **labels)
    assert speakers(parsed) == [(name, SpeakerKind.ORGANIZATION)]


def test_who_bears_the_name_of_a_body_is_a_person(parse_text: Parse) -> None:
    text = "The Harrow Foundation moved. “It is far,” Harrow said."
    parsed = labelled(parse_text, text, Harrow_Foundation="ORG", Harrow="PERSON")
    assert speakers(parsed) == [("Harrow", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    "text",
    [
        "Stone Barlow said its clients were calm.",
        "Stone Barlow, the law firm, lost. “The case was weak,” Stone Barlow said.",
        "Stone Barlow Partners said it was calm.",
        "Stone Barlow Tower said it was closed.",
    ],
)
@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_a_firm_called_like_a_person(parse_text: Parse, text: str, label: str) -> None:
    (found,) = speakers(labelled(parse_text, text, Stone_Barlow=label))
    assert found[1] is SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "Anna Barlow praised its colour. “It is red,” Anna Barlow said.",
        "Odua Barlow praised its colour. Barlow said it was red.",
        "Odua Barlow, a partner, said it was red.",
    ],
)
def test_a_person_stays_a_person(parse_text: Parse, text: str) -> None:
    labels = {"Anna_Barlow": "PERSON", "Odua_Barlow": "PERSON", "Barlow": "PERSON"}
    (found,) = speakers(labelled(parse_text, text, **labels))
    assert found[1] is SpeakerKind.PERSON


def test_a_surname_is_not_the_firms_that_starts_with_it(parse_text: Parse) -> None:
    text = "Stone Barlow met Bob Stone. Stone Barlow closed its doors. “I sold all,” Stone said."
    labels = {"Stone_Barlow": "PERSON", "Bob_Stone": "PERSON", "Stone": "PERSON"}
    assert speakers(labelled(parse_text, text, **labels)) == [("Bob Stone", SpeakerKind.PERSON)]


def test_a_firm_that_joins_two_surnames(parse_text: Parse) -> None:
    text = (
        "Tim Stone left. Stone & Field said it had told the court. Stone said it was weak. "
        "Ann & Tim Stone said it was strong."
    )
    labels = {"Tim_Stone": "PERSON", "Stone_&_Field": "ORG", "Stone": "PERSON"}
    parsed = labelled(parse_text, text, **labels)
    found, _ = resolve_speakers(parsed, find_quotations(parsed))
    assert [(s.name, s.aliases) for s in found] == [
        ("Tim Stone", ("Stone",)),
        ("Stone & Field", ()),
    ]


def test_who_works_for_a_firm_called_like_a_person(parse_text: Parse) -> None:
    text = "“It will last,” said chief engineer Omar Haddad of Stone Barlow, the contractor."
    for label in ("PERSON", "ORG"):
        parsed = labelled(parse_text, text, Omar_Haddad="PERSON", Stone_Barlow=label)
        assert speakers(parsed) == [("Omar Haddad", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lydia Brandt for Harbour Standards said no.", "Lydia Brandt", SpeakerKind.PERSON),
        ("Grace Church of Boston said no.", "Grace Church of Boston", SpeakerKind.ORGANIZATION),
        (
            "Georgia Voices for Peace said no.",
            "Georgia Voices for Peace",
            SpeakerKind.ORGANIZATION,
        ),
    ],
)
def test_a_person_labelled_together_with_a_body(
    parse_text: Parse, text: str, name: str, kind: SpeakerKind
) -> None:
    text = text.replace("said no", "said it was late")
    words = text.partition(" said")[0].replace(" ", "_")
    assert speakers(labelled(parse_text, text, **{words: "ORG"})) == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The results of the Danish Heart Study revealed that knees suffer.",
            ["Danish Heart Study"],
            id="whose results",
        ),
        pytest.param(
            "The Danish Heart Study ended. The study said that knees suffer.",
            ["Danish Heart Study"],
            id="again",
        ),
        pytest.param(
            "A new study of joggers says they live longer.\n\n"
            "The Danish Heart Study said that knees suffer. The study said so of hips.",
            ["Danish Heart Study"],
            id="named after the lede",
        ),
        pytest.param(
            "It rained.\n\nIt snowed.\n\nIt froze.\n\nA new study says joggers live longer.\n\n"
            "The Danish Heart Study said that knees suffer.",
            ["A new study", "Danish Heart Study"],
            id="not in the lede",
        ),
        pytest.param(
            "A new study of joggers says they live longer.\n\n"
            "The Danish Heart Study said that knees suffer. The Norwegian Hip Study ended.",
            ["A new study of joggers", "Danish Heart Study"],
            id="two names",
        ),
        pytest.param(
            "The results of the vote showed that the town was split.",
            ["The results of the vote"],
            id="results of a thing",
        ),
        pytest.param(
            "The Harbour Report Group met. The report said it was late.",
            ["The report"],
            id="another body",
        ),
        pytest.param(
            "The Danish Heart Study said that knees suffer. The report said that hips do too.",
            ["Danish Heart Study"],
            id="called a report",
        ),
        pytest.param(
            "A report came out. The Danish Heart Study said that knees suffer. "
            "The report said that hips do too.",
            ["Danish Heart Study", "The report"],
            id="a report of its own",
        ),
    ],
)
def test_named_documents(parse_text: Parse, text: str, found: list[str]) -> None:
    labels = ("Danish_Heart_Study", "Norwegian_Hip_Study", "Harbour_Report_Group")
    parsed = labelled(parse_text, text, **dict.fromkeys(labels, "ORG"))
    assert [name for name, _ in speakers(parsed)] == found


def test_a_surname_that_stands_first_is_no_firm(parse_text: Parse) -> None:
    text = "Wang Yi left in May. “The talks went well,” Wang said."
    parsed = labelled(parse_text, text, Wang_Yi="PERSON", Wang="ORG")
    assert speakers(parsed) == [("Wang Yi", SpeakerKind.PERSON)]
