"""Stories of a reader who goes from finding to passage."""

import pytest

from readings import TEXT, analysis, article, span
from tuireader.session import Session
from tuireader.session.kinds import Kind


@pytest.fixture
def session() -> Session:
    session = Session(article())
    session.take(analysis())
    return session


def lit(session: Session) -> str:
    assert session.passage is not None
    return " … ".join(TEXT[s.start : s.end] for s in session.passage.spans)


def test_a_speaker_is_selected_at_the_first_passage_and_then_at_the_next(session: Session) -> None:
    session.select("s1")
    assert lit(session) == "“We found 40 broken bolts,” … “None of them was new.”"
    session.select("s1")
    assert lit(session) == "The repair may cost $3 million"
    session.select("s1")
    assert lit(session).startswith("“We found")


def test_next_passage_stays_with_the_speaker_but_goes_through_figures(session: Session) -> None:
    session.select("s2")
    session.step(1)
    assert lit(session) == "“The bridge is safe,”"
    session.select("f2")
    session.step(1)
    assert lit(session) == "a few"
    session.step(-1)
    session.step(-1)
    assert session.selected == "f1"


def test_walking_starts_where_the_reader_is_and_goes_round(session: Session) -> None:
    top = span("Mayor").start
    session.walk(Kind.CLAIM, 1, top, len(TEXT))
    assert session.selected == "c2"
    session.walk(Kind.CLAIM, 1, top, len(TEXT))
    assert session.selected == "c4"
    session.walk(Kind.CLAIM, 1, top, len(TEXT))
    assert session.selected == "c1"


def test_a_click_chooses_the_shortest_finding_and_another_click_what_lies_under_it(
    session: Session,
) -> None:
    offset = span("40", "We found").start
    chosen = [session.choose_at(offset) for _ in range(4)]
    assert [p.finding for p in chosen if p] == ["f2", "c1", "s1", "f2"]


def test_a_click_on_a_name_chooses_what_its_bearer_said_there(session: Session) -> None:
    passage = session.choose_at(span("Okafor", "$3").start)
    assert passage is not None
    assert passage.finding == "s1"
    assert lit(session) == "The repair may cost $3 million"


def test_a_click_on_plain_text_changes_nothing(session: Session) -> None:
    session.select("f1")
    assert session.choose_at(span("inspectors").start) is None
    assert session.selected == "f1"


def test_following_keeps_what_one_speaker_said(session: Session) -> None:
    session.follow("s2")
    assert session.shown(Kind.FIGURE).rows == ("f3",)
    assert session.shown(Kind.CLAIM).rows == ("c2",)
    session.follow(None)
    assert len(session.shown(Kind.FIGURE).rows) == 4


@pytest.mark.parametrize(
    ("finding", "candidate"), [("s2", "s2"), ("f3", "s2"), ("c4", "s1"), ("f1", None)]
)
def test_whom_following_would_keep(session: Session, finding: str, candidate: str | None) -> None:
    session.select(finding)
    assert session.follow_candidate == candidate


def test_opinions_and_claims_of_little_worth_are_shown_when_asked_for(session: Session) -> None:
    assert "c3" not in session.shown(Kind.CLAIM).rows
    session.set_show_all(True)
    assert "c3" in session.shown(Kind.CLAIM).rows


def test_hidden_kinds_can_not_be_clicked(session: Session) -> None:
    session.hidden = frozenset({Kind.FIGURE, Kind.CLAIM})
    passage = session.choose_at(span("40", "We found").start)
    assert passage is not None
    assert passage.finding == "s1"


def test_the_row_of_what_is_read_is_the_selected_one_while_it_is_on_screen(
    session: Session,
) -> None:
    assert session.reading(Kind.SPEAKER, 0, len(TEXT)) == "s1"
    session.select("s2")
    assert session.reading(Kind.SPEAKER, 0, len(TEXT)) == "s2"
    assert session.reading(Kind.CLAIM, span("The repair").start, len(TEXT)) == "c4"


def test_more_findings_keep_the_selection(session: Session) -> None:
    session.select("s2")
    session.take(analysis())
    assert session.selected == "s2"
    session.open(article("Another text."))
    assert session.selected is None
