"""Findings in words, as rows and in the inspector."""

from dataclasses import replace

import pytest

from readings import analysis, article
from tuireader.analysis.model import Bound, Figure, FigureKind
from tuireader.session.describing import Describer, Row, value_in_words
from tuireader.session.findings import Findings
from tuireader.session.quoting import passage_as_text
from tuireader.session.session import Session
from tuireader.session.showing import Passage

DESCRIBER = Describer(article(), Findings(analysis()))


@pytest.mark.parametrize(
    ("finding", "row"),
    [
        ("s1", Row("Mira Okafor", foot="chief engineer", tail="2", share=1.0)),
        ("s2", Row("Tom Lindqvist", foot="Mayor", tail="2", share=0.4)),
        ("f1", Row("40", "bolts")),
        ("f4", Row("$3 million", "", "Okafor")),
        ("c2", Row("only a few bolts were damaged", foot="Lindqvist", tail="⇄ 1")),
        ("c4", Row("The repair may cost $3 million", foot="Okafor · may")),
    ],
)
def test_rows(finding: str, row: Row) -> None:
    assert DESCRIBER.row(finding) == row


@pytest.mark.parametrize(
    ("finding", "heading", "told"),
    [
        ("s1", "Mira Okafor · passage 1 of 2", "quoted directly · 10 words"),
        ("f3", "a few · bolts", "vague · 3 to 7"),
        ("f4", "$3 million", "money · 3,000,000 USD"),
        ("c4", "asserted by Mira Okafor", "as a possibility, “may”"),
        ("c1", "asserted by Mira Okafor", "differs: bolts · break, 40 against “a few” (x)"),
    ],
)
def test_the_inspector(finding: str, heading: str, told: str) -> None:
    passage = Findings(analysis()).passages(finding)[0]
    assert DESCRIBER.tell(passage)[0] == heading
    assert told in DESCRIBER.tell(passage)[1]


def figure(low: float | None, high: float | None, bound: Bound, unit: str | None = None) -> Figure:
    return replace(
        analysis().figures[0], low=low, high=high, bound=bound, unit=unit, kind=FigureKind.COUNT
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (figure(100, None, Bound.MORE), "more than 100"),
        (figure(None, 9, Bound.LESS, "mile"), "less than 9 mile"),
        (figure(1.5, 1.5, Bound.ABOUT, "percent"), "about 1.5%"),
        (figure(1000, 2000, Bound.RANGE), "1,000 to 2,000"),
        (figure(None, None, Bound.ABOUT), "no number"),
    ],
)
def test_values(given: Figure, words: str) -> None:
    assert value_in_words(given) == words


def test_a_copied_passage_names_speaker_and_source() -> None:
    session = Session(article())
    session.take(analysis())
    passage = session.select("s1")
    assert isinstance(passage, Passage)
    assert passage_as_text(session, passage) == (
        "“We found 40 broken bolts,” […] “None of them was new.”\n"
        "— Mira Okafor, Bridge shuts after 40 bolts break, By Ada Reyes, bridge.txt"
    )
