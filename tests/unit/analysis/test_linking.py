"""Which speaker and which claim a figure belongs to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.linking import innermost_owners, link_claims, link_speakers
from tuireader.analysis.model import (
    Bound,
    Claim,
    ClaimKind,
    Figure,
    FigureKind,
    Hedge,
    Quotation,
    QuotationStyle,
)
from tuireader.article.model import Span

FIGURE = Figure("f1", 20, 25, FigureKind.COUNT, 5, 5, Bound.EXACT, False, None, None, None, None)


def quotation(ident: str, speaker: str | None, *spans: tuple[int, int]) -> Quotation:
    parts = tuple(Span(*span) for span in spans)
    return Quotation(
        ident,
        parts[0].start,
        parts[-1].end,
        parts,
        QuotationStyle.DIRECT,
        speaker,
        None,
        None,
        False,
    )


def claim(ident: str, start: int, end: int) -> Claim:
    return Claim(ident, start, end, (), Hedge.NONE, None, False, ClaimKind.STATE, 0.5, (), ())


@pytest.mark.parametrize(
    ("quotations", "speaker"),
    [
        ([], None),
        ([quotation("q1", "s1", (10, 40))], "s1"),
        ([quotation("q1", "s1", (20, 25))], "s1"),
        ([quotation("q1", "s1", (21, 40))], None),
        ([quotation("q1", "s1", (10, 24))], None),
        ([quotation("q1", "s1", (0, 60)), quotation("q2", "s2", (15, 30))], "s2"),
        ([quotation("q2", None, (15, 30)), quotation("q1", "s1", (0, 60))], None),
        ([quotation("q1", "s1", (0, 18), (30, 60))], None),
        ([quotation("q1", "s1", (0, 10), (18, 60))], "s1"),
    ],
    ids=[
        "no quotation",
        "inside",
        "exactly it",
        "starts too late",
        "ends too early",
        "the innermost of nested ones",
        "an innermost one without a speaker",
        "between the parts of an interrupted one",
        "in the second part of an interrupted one",
    ],
)
def test_the_speaker_of_a_figure(quotations: list[Quotation], speaker: str | None) -> None:
    assert link_speakers([FIGURE], quotations) == [replace(FIGURE, speaker=speaker)]


def test_the_claim_of_a_figure_is_the_smallest_around_it() -> None:
    claims = [claim("c1", 0, 90), claim("c2", 10, 40), claim("c3", 41, 90)]
    assert link_claims([FIGURE], claims) == [replace(FIGURE, claim="c2")]


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(spans), st.lists(spans))
def test_one_pass_finds_what_a_look_at_every_pair_finds(
    inner: list[Span], outer: list[Span]
) -> None:
    owners = [(span, str(index)) for index, span in enumerate(outer)]
    for span, found in zip(inner, innermost_owners(inner, owners), strict=True):
        around = [o for o in outer if o.start <= span.start and span.end <= o.end]
        smallest = min((o.end - o.start for o in around), default=None)
        chosen = None if found is None else outer[int(found)]
        assert (None if chosen is None else chosen.end - chosen.start) == smallest
        assert chosen is None or chosen in around
