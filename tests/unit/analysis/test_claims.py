"""Claims by class of case: what is one, who asserts it, what sort it is."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader.analysis.claims import find_claims, with_unnamed_sources
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import (
    Bound,
    Figure,
    FigureKind,
    Quotation,
    QuotationStyle,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import ParagraphKind, Span

Parse = Callable[..., list[ParsedParagraph]]


def quotation(text: str, words: str, speaker: str | None, cue: str | None = None) -> Quotation:
    """A quotation of words of a text, by a speaker's id."""
    span = place(text, words)
    return Quotation(
        "q1", span.start, span.end, (span,), QuotationStyle.INDIRECT, speaker, None,
        place(text, cue) if cue else None, False,
    )  # fmt: skip


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def speaker(id_: str, name: str, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
    return Speaker(id_, name, kind, None, (), (), (), 0)


@pytest.mark.parametrize(
    "text",
    [
        "Where did the water go?",
        "Look at the dam!",
        "Good morning, everybody.",
        "Thank you.",
        "We will rebuild every house.",
        "Had the dam held, nobody would know its name?",
    ],
    ids=["question", "order", "greeting", "thanks", "promise", "question with a condition"],
)
def test_what_presents_nothing_as_true_is_no_claim(parse_text: Parse, text: str) -> None:
    assert find_claims(parse_text(text), [], [], []) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam is old.", "state"),
        ("The dam broke on Sunday.", "event"),
        ("The rain caused the flood.", "causal"),
        ("The bridge is longer than the old one.", "comparison"),
        ("Police charged the engineer with negligence.", "accusation"),
        ("The mayor announced a new dam.", "speech_act"),
        ("The water will rise.", "prediction"),
        ("The water is expected to rise.", "prediction"),
        ("The valley will be evacuated.", "plan"),
        ("The city plans to build a dam.", "plan"),
        ("The city should build a dam.", "opinion"),
        ("It was a disgrace.", "opinion"),
        ("The mayor would not comment.", "speech_act"),
    ],
)
def test_the_kind_of_a_claim(parse_text: Parse, text: str, kind: str) -> None:
    assert [claim.kind for claim in find_claims(parse_text(text), [], [], [])] == [kind]


def test_a_figure_makes_a_statement_of_quantity(parse_text: Parse) -> None:
    text = "The dam holds 40 turbines."
    figure = Figure(
        "f1", 14, 16, FigureKind.COUNT, 40, 40, Bound.EXACT, False, None, None, "turbines", None
    )
    claim = find_claims(parse_text(text), [], [], [figure])[0]

    assert (claim.kind, claim.figures) == ("quantity", ("f1",))
    assert "figure" in claim.reasons


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The dam did not break.", True),
        ("No house was lost.", True),
        ("Nobody was hurt.", True),
        ("Officials denied that the dam had broken.", True),
        ("Officials confirmed that the dam had broken.", False),
        ("The dam broke.", False),
    ],
)
def test_negation(parse_text: Parse, text: str, negated: bool) -> None:
    assert [claim.negated for claim in find_claims(parse_text(text), [], [], [])] == [negated]


def test_outside_quotations_the_article_speaks(parse_text: Parse) -> None:
    assert find_claims(parse_text("The dam broke."), [], [], [])[0].asserted_by == ()


def test_inside_a_quotation_its_speaker_asserts(parse_text: Parse) -> None:
    text = "Ana Ruiz said that the dam broke."
    quote = quotation(text, "that the dam broke", "s1", "said")
    claims = find_claims(parse_text(text), [speaker("s1", "Ana Ruiz")], [quote], [])

    assert [(text[c.start : c.end], c.asserted_by) for c in claims] == [("the dam broke", ("s1",))]


def test_nested_quotations_make_a_chain_and_the_telling_is_a_claim(parse_text: Parse) -> None:
    text = "Ana Ruiz said that Tom Beck told her that the dam broke."
    quotes = [
        quotation(text, "that Tom Beck told her that the dam broke", "s1", "said"),
        quotation(text, "that the dam broke", "s2", "told"),
    ]
    people = [speaker("s1", "Ana Ruiz"), speaker("s2", "Tom Beck")]
    claims = find_claims(parse_text(text), people, quotes, [])

    assert [(text[c.start : c.end], c.asserted_by, c.kind) for c in claims] == [
        ("Tom Beck told her", ("s1",), "speech_act"),
        ("the dam broke", ("s1", "s2"), "event"),
    ]


def test_a_passive_without_agent_has_an_unnamed_source(parse_text: Parse) -> None:
    parsed = parse_text("The dam is thought to be cracked. It was built by monks.")
    speakers = with_unnamed_sources(parsed, [speaker("s1", "Ana Ruiz")])

    assert [(s.id, s.kind, s.aliases) for s in speakers[1:]] == [("s2", SpeakerKind.ANONYMOUS, ())]
    assert [c.asserted_by for c in find_claims(parsed, speakers, [], [])] == [("s2",), ()]


def test_no_passive_no_unnamed_source(parse_text: Parse) -> None:
    assert with_unnamed_sources(parse_text("The dam broke."), []) == []


def test_a_headline_is_a_claim_without_a_finite_verb(parse_text: Parse) -> None:
    parsed = parse_text("Forty homes lost in flood", kinds=(ParagraphKind.TITLE,))

    assert "headline" in find_claims(parsed, [], [], [])[0].reasons


def test_ids_follow_the_text(parse_text: Parse) -> None:
    claims = find_claims(parse_text("The dam broke.\n\nThe valley was flooded."), [], [], [])

    assert [claim.id for claim in claims] == ["c1", "c2"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="abcW .,?!“”\"'’:;—-()[]\n0123%$", max_size=80))
def test_any_text_gives_claims_inside_it(parse_text: Parse, text: str) -> None:
    for claim in find_claims(parse_text(text), [], [], []):
        assert 0 <= claim.start < claim.end <= len(text)
        assert 0 <= claim.worth <= 1


def test_the_lexicons_are_lists_of_lower_case_words() -> None:
    for name in ("claim_kinds", "frames"):
        for words in load_lexicon(name).values():
            assert all(isinstance(word, str) and word == word.lower() for word in words)
