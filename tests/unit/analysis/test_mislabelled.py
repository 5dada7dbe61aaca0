"""Names that the pipeline labels wrongly: a surname as a firm or a place, a firm as a person."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers
from tuireader.analysis.speakers.lexicon import speaker_lexicon
from tuireader.analysis.speakers.mislabelled import Mislabelled

Parse = Callable[..., list[ParsedParagraph]]


def relabelled(parse_text: Parse, text: str, **labels: str) -> list[ParsedParagraph]:
    """Parse a text and give words a label, as a pipeline might."""
    from spacy.tokens import Span

    parsed = parse_text(text)
    for paragraph in parsed:
        doc = paragraph.doc
        marked = [Span(doc, t.i, t.i + 1, labels[t.text]) for t in doc if t.text in labels]
        kept = [e for e in doc.ents if not any(t.text in labels for t in e)]
        doc.set_ents([*kept, *(s for s in marked if s.label_)])
    return parsed


def speakers(parsed: list[ParsedParagraph]) -> list[tuple[str, SpeakerKind]]:
    found, _ = resolve_speakers(parsed, find_quotations(parsed))
    return [(speaker.name, speaker.kind) for speaker in found]


@pytest.mark.parametrize("label", ["ORG", "GPE", "PRODUCT", ""])
@pytest.mark.parametrize(
    "text",
    [
        "Harrow told the council that his office had been ignored. Harrow said he would not sign.",
        "Harrow said that he was content.",
        "Harrow praised himself again. She left. Harrow said she was tired of it.",
        "Harrow opened the fair. He said the tent was full. Harrow defended his plan.",
        "Harrow said the fair was full.\n\nShe told the council to wait.\n\nHarrow raised her fee.",
        "Harrow said Ann Lomax had assured him that the tent was full.",
        "Ann Lomax met Harrow. Harrow said Tim Oak assured him that the tent was full.",
    ],
)
def test_pronouns_show_a_person(parse_text: Parse, text: str, label: str) -> None:
    assert ("Harrow", SpeakerKind.PERSON) in speakers(relabelled(parse_text, text, Harrow=label))


def test_a_pronoun_takes_up_a_person_under_another_label(parse_text: Parse) -> None:
    text = "Harrow defended his plan. Harrow raised his fee. He said that the tent was full."
    assert speakers(relabelled(parse_text, text, Harrow="ORG")) == [("Harrow", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    "text",
    [
        "Centria said its office had been ignored.",
        "Centria said it would not sign. Later Centria moved its office.",
        "The boss of Centria left. Centria said his office was empty.",  # somebody else's
        "Centria said Ann Oster left because of her health.",
        "Ann Oster left. Centria said Ann Oster told her to go.",
    ],
)
def test_a_firm_stays_a_firm(parse_text: Parse, text: str) -> None:
    assert ("Centria", SpeakerKind.ORGANIZATION) in speakers(
        relabelled(parse_text, text, Centria="ORG", Ann="PERSON", Oster="PERSON")
    )


def test_its_shows_an_organization(parse_text: Parse) -> None:
    text = "Centria moved its office. Centria said that the lease was up."
    found = speakers(relabelled(parse_text, text, Centria=""))
    assert found == [("Centria", SpeakerKind.ORGANIZATION)]


def test_one_its_does_not_outweigh_the_label_of_a_person(parse_text: Parse) -> None:
    parsed = relabelled(parse_text, "Harrow praised its colour.", Harrow="PERSON")
    assert not Mislabelled(parsed, speaker_lexicon()).organizations


@pytest.mark.parametrize("word", ["Tokyo", "Washington", "Politico", "Kentucky", "Congress"])
def test_capitals_and_outlets_are_no_persons(parse_text: Parse, word: str) -> None:
    text = f"{word} said he was wrong. {word} denied that he had left."
    for label in ("GPE", "ORG", "PERSON"):
        found = speakers(relabelled(parse_text, text, **{word: label}))
        assert found == [(word, SpeakerKind.ORGANIZATION)]


def test_a_full_name_outweighs_the_lexicon(parse_text: Parse) -> None:
    text = "Carl Washington sang. “It was late,” Washington said."
    assert speakers(parse_text(text)) == [("Carl Washington", SpeakerKind.PERSON)]


@pytest.mark.parametrize("label", ["ORG", "FAC", ""])
def test_a_given_name_shows_a_person(parse_text: Parse, label: str) -> None:
    text = "The police met Rita Lomax. “The wall was sound,” Lomax said."
    parsed = relabelled(parse_text, text, Rita=label, Lomax=label)
    assert speakers(parsed) == [("Rita Lomax", SpeakerKind.PERSON)]


def test_a_surname_may_be_a_given_name_of_the_other_gender(parse_text: Parse) -> None:
    text = "“We lost,” Rachel Ryan said. She left. Ryan said the vote was close."
    assert speakers(parse_text(text)) == [("Rachel Ryan", SpeakerKind.PERSON)]


@pytest.mark.parametrize("text", ["Many said it was late.", "It rained. Most said it was late."])
def test_quantifiers_are_no_names(parse_text: Parse, text: str) -> None:
    assert [kind for _, kind in speakers(parse_text(text))] == [SpeakerKind.ANONYMOUS]


def test_words_that_are_no_surnames_are_lower_case_and_no_given_names() -> None:
    lexicon = speaker_lexicon()
    listed = lexicon.outlets | lexicon.places
    assert listed == {word.lower() for word in listed}
    assert not listed & lexicon.given.keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A senior Democrat said the bill was dead.", "A senior Democrat"),
        ("“The bill is dead,” the Texan said.", "the Texan"),
        ("The board's spokesperson said it would wait.", "The board's spokesperson"),
    ],
)
def test_one_of_many_is_unnamed(parse_text: Parse, text: str, name: str) -> None:
    assert speakers(parse_text(text)) == [(name, SpeakerKind.ANONYMOUS)]


def test_a_statement_is_its_owners_whatever_the_label(parse_text: Parse) -> None:
    text = "Senator John Brandt wrote to the port. Brandt's statement said it was closed."
    parsed = parse_text(text)
    assert speakers(parsed) == [("John Brandt", SpeakerKind.PERSON)]


def test_a_role_shows_a_person_whose_names_are_labelled_apart(parse_text: Parse) -> None:
    text = "Larissa Oran, a Canadian woman, left. “It was late,” Oran said."
    parsed = relabelled(parse_text, text, Larissa="GPE", Oran="GPE")
    assert speakers(parsed) == [("Larissa Oran", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mauer", "Nora Maurer"),  # a letter is missing
        ("Maurrer", "Nora Maurer"),  # one is too many
        ("Maurar", "Nora Maurer"),  # one is wrong
        ("Maurers", "Maurers"),  # the family
        ("Laurer", "Laurer"),  # the first one must be right
    ],
)
def test_a_slip_in_a_surname(parse_text: Parse, written: str, name: str) -> None:
    text = f"Nora Maurer runs the shop. “It is open,” said {written}."
    parsed = relabelled(parse_text, text, **{written: "PERSON"})
    assert [found for found, _ in speakers(parsed)] == [name]


@pytest.mark.parametrize(
    ("full", "written", "same"),
    [
        ("Nora Buchwalder", "Bauchwaldr", True),
        ("Nora Buchwalder", "Buckwalter", True),
        ("Nora Richardson", "Richards", False),
        ("Nora Buchwalder", "Luckwalder", False),
        ("Nora Maurers", "Maarors", False),
    ],
)
def test_two_slips_in_a_long_surname(
    parse_text: Parse, full: str, written: str, same: bool
) -> None:
    text = f"{full} runs the shop. “It is open,” said {written}."
    parsed = relabelled(parse_text, text, **{written: "PERSON"})
    assert [found for found, _ in speakers(parsed)] == [full if same else written]


def test_a_name_used_twice_is_no_slip(parse_text: Parse) -> None:
    text = "Nora Johnston runs the shop. Johnson came in. “It is open,” said Johnson."
    assert [found for found, _ in speakers(parse_text(text))] == ["Johnson"]


def test_an_inverted_verb_is_no_part_of_the_name(parse_text: Parse) -> None:
    parsed = parse_text("“The troops were sent to the border,” added Moor.")
    verb, name = (t for t in parsed[0].doc if t.text in ("added", "Moor"))
    verb.head, verb.tag_, verb.dep_ = name, "VBN", "amod"
    name.head, name.dep_ = next(t for t in parsed[0].doc if t.text == "sent"), "npadvmod"
    assert speakers(parsed) == [("Moor", SpeakerKind.PERSON)]


def test_a_name_at_the_start_of_a_sentence(parse_text: Parse) -> None:
    text = "Len McGrath, the head of Unity, spoke. Unity said that workers would walk out."
    parsed = relabelled(parse_text, text, Unity="ORG")
    parsed[0].doc[10].tag_, parsed[0].doc[10].pos_ = "NN", "NOUN"
    assert speakers(parsed) == [("Unity", SpeakerKind.ORGANIZATION)]


def test_a_mistagged_surname_taken_up_by_a_pronoun(parse_text: Parse) -> None:
    parsed = relabelled(parse_text, "Harrow left. Harrow said he was tired.", Harrow="ORG")
    parsed[0].doc[3].tag_, parsed[0].doc[3].pos_ = "NN", "NOUN"
    assert speakers(parsed) == [("Harrow", SpeakerKind.PERSON)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("K.C. Mauver, chief financial officer of the fund, said it was fine.", "K.C. Mauver"),
        ("K.C. Mauver left. “I am tired,” Mauver said.", "K.C. Mauver"),
    ],
)
def test_initials_show_a_person(parse_text: Parse, text: str, name: str) -> None:
    parsed = parse_text(text)
    for paragraph in parsed:
        paragraph.doc.set_ents([])
    assert speakers(parsed) == [(name, SpeakerKind.PERSON)]


def test_a_role_goes_with_the_name_right_behind_it(parse_text: Parse) -> None:
    parsed = parse_text("The sale rose, according to curator Elaine Gustaf.")
    role, _, surname = parsed[0].doc[6:9]
    role.head, role.dep_ = parsed[0].doc[5], "pobj"
    surname.head, surname.dep_ = parsed[0].doc[2], "npadvmod"
    assert speakers(parsed) == [("Elaine Gustaf", SpeakerKind.PERSON)]
