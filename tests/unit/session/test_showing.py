"""What a panel shows is found by place and by name, however much of it there is."""

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings import analysis
from tuireader.analysis.model import Claim
from tuireader.article.model import Span
from tuireader.session.findings import Findings
from tuireader.session.kinds import Kind
from tuireader.session.showing import Passage, Shown, ShownSpeakers, ShownStatements, passage_of
from tuireader.session.stretches import Stretches

FOUND = analysis()


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    steps = draw(st.lists(st.integers(0, 9), max_size=12))
    return [Span(start, start + draw(st.integers(1, 20))) for start in accumulate(steps)]


def claims_at(places: list[Span]) -> list[Claim]:
    some = FOUND.claims[0]
    return [
        replace(some, id=f"c{number}", start=span.start, end=span.end)
        for number, span in enumerate(places)
    ]


def shown_claims(places: list[Span]) -> ShownStatements:
    claims = claims_at(places)
    return ShownStatements(claims, {claim.id: claim for claim in claims})


@given(st.permutations(range(6)), spans())
def test_stretches_come_in_order_whatever_order_they_are_given_in(
    order: list[int], places: list[Span]
) -> None:
    mixed = [places[n] for n in order if n < len(places)]
    where = Stretches.of(mixed)
    assert sorted(where.starts) == list(where.starts)
    assert sorted(where[number] for number in range(len(where))) == sorted(mixed)


@given(spans(), st.integers(0, 60))
def test_a_passage_is_found_from_any_place(places: list[Span], offset: int) -> None:
    shown, passages = shown_claims(places), [passage_of(c) for c in claims_at(places)]
    after = [p for p in passages if p.start > offset] or passages
    before = [p for p in passages if p.start < offset] or passages
    inside = [p for p in passages if offset <= p.start < offset + 10]
    assert shown.after(offset) == (after[0] if passages else None)
    assert shown.before(offset) == (before[-1] if passages else None)
    assert shown.within(offset, offset + 10) == (inside[0] if inside else None)
    assert shown.within(offset, offset + 10, last=True) == (inside[-1] if inside else None)
    assert shown.over(offset) == [p for p in passages if p.start <= offset < p.end]


@given(spans())
def test_every_row_is_known_by_its_finding(places: list[Span]) -> None:
    shown = shown_claims(places)
    assert [shown.row_of(finding) for finding in shown.rows] == list(range(len(places)))


@pytest.mark.parametrize(
    "shown",
    [
        shown_claims([Span(3, 5)]),
        ShownSpeakers(("s1",), [Passage("s1", 0, (Span(3, 5),))]),
        ShownSpeakers((), ()),
    ],
)
@pytest.mark.parametrize("finding", [None, "", "s9", "c9", "f1"])
def test_what_has_no_row_has_no_number(shown: Shown, finding: str | None) -> None:
    assert shown.row_of(finding) is None


def test_a_claim_that_is_left_out_has_no_row() -> None:
    worthless = replace(FOUND.claims[0], worth=0.0)
    found = Findings(replace(FOUND, claims=(worthless, *FOUND.claims[1:])))
    assert found.shown(Kind.CLAIM).row_of(worthless.id) is None
    assert found.shown(Kind.CLAIM, show_all=True).row_of(worthless.id) == 0


def test_a_quotation_that_is_interrupted_is_not_over_what_stands_between() -> None:
    shown = ShownSpeakers(("s1",), [Passage("s1", 0, (Span(0, 4), Span(8, 12)))])
    assert [len(shown.over(offset)) for offset in (0, 3, 4, 7, 8, 11, 12)] == [1, 1, 0, 0, 1, 1, 0]
