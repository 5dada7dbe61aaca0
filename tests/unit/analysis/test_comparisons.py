"""Comparisons by class of case: what is laid side by side, and what differs."""

from collections.abc import Callable

import pytest

from tuireader.analysis.claims import find_claims
from tuireader.analysis.comparisons import find_comparisons
from tuireader.analysis.comparisons.intervals import exclude_each_other
from tuireader.analysis.figures import find_figures
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import (
    Bound,
    Comparison,
    Figure,
    FigureKind,
    Quotation,
    QuotationStyle,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import Span

Parse = Callable[..., list[ParsedParagraph]]


def compare(parse_text: Parse, *statements: str) -> list[Comparison]:
    """Compare statements, each said by a speaker of its own."""
    text = "\n\n".join(statements)
    parsed = parse_text(text)
    speakers, quotes = [], []
    for number, (name, paragraph) in enumerate(zip(("Ruiz", "Beck", "Moor"), parsed, strict=False)):
        span = Span(paragraph.start, paragraph.start + len(paragraph.doc.text))
        speakers.append(Speaker(f"s{number}", name, SpeakerKind.PERSON, None, (), (), (), 0))
        quotes.append(
            Quotation(
                id=f"q{number}",
                start=span.start,
                end=span.end,
                spans=(span,),
                style=QuotationStyle.INDIRECT,
                speaker=f"s{number}",
                speaker_span=None,
                cue=None,
                inferred=False,
            )
        )
    figures = find_figures(parsed)
    claims = find_claims(parsed, speakers, quotes, figures)
    return find_comparisons(parsed, speakers, figures, claims)


@pytest.mark.parametrize(
    ("first", "second", "topic", "reason"),
    [
        (
            "Twelve miners died in the pit.",
            "Nine miners were killed.",
            "miners · death",
            "Twelve (Ruiz) against Nine (Beck)",
        ),
        (
            "More than 300 inmates escaped.",
            "A few inmates got out.",
            "inmates · escape",
            "More than 300 (Ruiz) against “A few” (Beck)",
        ),
        (
            "The exits were locked.",
            "The exits were open.",
            "exits · opening",
            "“locked” (Ruiz) against “open” (Beck)",
        ),
        (
            "The mayor signed the contract.",
            "The mayor did not sign the contract.",
            "contract · sign",
            "“signed” (Ruiz), denied by Beck",
        ),
        (
            "The ferry carried 212 passengers.",
            "Only 187 passengers were on board.",
            "passengers · on board",
            "212 (Ruiz) against 187 (Beck)",
        ),
    ],
    ids=["counts", "vague word against a count", "opposed sides", "denial", "aboard"],
)
def test_statements_that_exclude_each_other_differ(
    parse_text: Parse, first: str, second: str, topic: str, reason: str
) -> None:
    found = compare(parse_text, first, second)

    assert [(k.topic, k.differs, k.reason) for k in found] == [(topic, True, reason)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("More than 300 inmates escaped.", "About 320 inmates got out."),
        ("Twelve miners died.", "At least ten miners were killed."),
    ],
    ids=["open interval", "at least"],
)
def test_figures_that_can_both_be_true_stand_side_by_side(
    parse_text: Parse, first: str, second: str
) -> None:
    assert [k.differs for k in compare(parse_text, first, second)] == [False]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Twelve miners died in Ohio.", "Nine miners died in Texas."),
        ("Twelve miners died in 2012.", "Nine miners died in 2019."),
        ("Twelve miners died.", "Nine sailors died."),
        ("Twelve miners died.", "Nine miners arrived."),
        ("Twelve young miners died.", "Nine old miners died."),
        ("Twelve percent of the miners died.", "Nine trucks were destroyed."),
        ("The gate was open.", "Other gates were closed."),
        ("Twelve miners died.", "Nine miners will die."),
    ],
    ids=[
        "another place",
        "another time",
        "another set",
        "another event",
        "another part of the set",
        "nothing shared",
        "one of many",
        "prediction",
    ],
)
def test_what_is_not_about_the_same_is_not_compared(
    parse_text: Parse, first: str, second: str
) -> None:
    assert compare(parse_text, first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Forty miners died.", "The number is 60.", "Forty (Ruiz) against 60 (Beck)"),
        (
            "Forty miners escaped.",
            "There were more than 90 escapes.",
            "Forty (Ruiz) against more than 90 (Beck)",
        ),
        (
            "The plant will cut 300 jobs.",
            "About 500 people would lose their livelihood.",
            "300 (Ruiz) against About 500 (Beck)",
        ),
        (
            "The tunnel will cost £22m.",
            "The cost was £40m.",
            "£22m (Ruiz) against £40m (Beck)",
        ),
        (
            "Some 400 homes were flooded.",
            "The number of homes is at least 600.",
            "Some 400 (Ruiz) against at least 600 (Beck)",
        ),
        ("The crew removed 40 trees.", "112 trees were cut down.", "40 (Ruiz) against 112 (Beck)"),
    ],
    ids=["the number", "counted events", "plans for jobs", "cost", "number of", "phrase"],
)
def test_a_number_goes_on_counting_what_was_told_before(
    parse_text: Parse, first: str, second: str, reason: str
) -> None:
    found = compare(parse_text, first, second)

    assert [(k.differs, k.reason) for k in found] == [(True, reason)]


def test_whoever_puts_the_number_is_its_voice(parse_text: Parse) -> None:
    text = "Ana Ruiz said that 40 miners died.\n\nTom Beck put the number at “over 60”."
    parsed = parse_text(text)
    said = Span(text.index("40"), text.index(" died") + 5)
    people = [
        Speaker(f"s{number}", name, SpeakerKind.PERSON, None, (), (mention,), (), 0)
        for number, name in ((1, "Ana Ruiz"), (2, "Tom Beck"))
        for mention in (Span(text.index(name), text.index(name) + len(name)),)
    ]
    quote = Quotation(
        "q1", *said, (said,), QuotationStyle.INDIRECT, "s1", None, None, False
    )  # fmt: skip
    figures = find_figures(parsed)
    found = find_comparisons(parsed, people, figures, find_claims(parsed, people, [quote], figures))

    assert [k.reason for k in found] == ["40 (Ruiz) against over 60 (Beck)"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Twelve miners died.", "In 2012 nine miners died."),
        ("Twelve miners died.", "A year earlier, nine miners died."),
        ("No healthy trees were removed.", "In 2012 the crew removed the trees."),
        ("The crew closed the gate.", "The crew closed the gate at night."),
        ("The council cut taxes.", "The council added taxes."),
    ],
    ids=["a year", "relative time", "denial of something else", "mere agreement", "no jobs"],
)
def test_what_only_looks_alike_is_not_compared(parse_text: Parse, first: str, second: str) -> None:
    assert compare(parse_text, first, second) == []


def test_one_voice_alone_is_no_comparison(parse_text: Parse) -> None:
    assert compare(parse_text, "Twelve miners died. Nine miners died.") == []


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ((100, None), (107, 107), False),
        ((100, None), (12, 12), True),
        ((1000, 1000), (1010, 1010), False),
        ((12, 12), (9, 9), True),
        ((None, 50), (80, 80), True),
        ((None, None), (80, 80), False),
    ],
    ids=["open above", "below the bound", "rounding", "apart", "open below", "no value"],
)
def test_intervals(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None], excluded: bool
) -> None:
    def figure(ends: tuple[float | None, float | None]) -> Figure:
        return Figure(
            "f1", 0, 1, FigureKind.COUNT, *ends, Bound.EXACT, False, None, None, None, None
        )

    assert exclude_each_other(figure(one), figure(other)) is excluded
    assert exclude_each_other(figure(other), figure(one)) is excluded


def test_shares_and_counts_are_not_compared() -> None:
    count = Figure("f1", 0, 1, FigureKind.COUNT, 9, 9, Bound.EXACT, False, None, None, None, None)
    share = Figure(
        "f2", 0, 1, FigureKind.PERCENT, 40, 40, Bound.EXACT, False, "percent", None, None, None
    )

    assert not exclude_each_other(count, share)


def test_the_lexicon_of_frames_has_known_parts_and_at_most_two_sides() -> None:
    parts = {"who", "what", "nouns", "states", "phrases", "totals", "whom", "by", "of"}
    for sides in load_lexicon("event_frames").values():
        assert 1 <= len(sides) <= 2
        for side in sides:
            assert side and set(side) <= parts
            assert side.get("whom", "people") == "people"
            assert side.get("by", "one") == "one"
            words = [word for part in side.keys() - {"by", "whom"} for word in side[part]]
            assert all(word == word.lower() for word in words)
