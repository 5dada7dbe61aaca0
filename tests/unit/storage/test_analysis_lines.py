"""An analysis goes to lines and comes back, however many findings it has."""

from dataclasses import replace

import pytest

from readings import analysis
from tuireader.analysis.model import Analysis
from tuireader.storage.analysis_lines import from_lines, to_lines

FOUND = analysis()


def back(found: Analysis) -> Analysis:
    return from_lines(line.encode("ascii") for line in to_lines(found))


@pytest.mark.parametrize("times", [0, 1, 199, 200, 201, 500])
def test_findings_come_back_in_their_order(times: int) -> None:
    many = replace(
        FOUND,
        claims=tuple(replace(FOUND.claims[0], id=f"c{number}") for number in range(times)),
        notes=("It is “long”.",),
    )
    assert back(many) == many


def test_no_line_holds_all_of_a_book() -> None:
    short = max(map(len, to_lines(replace(FOUND, claims=FOUND.claims[:1] * 1_000))))
    long = max(map(len, to_lines(replace(FOUND, claims=FOUND.claims[:1] * 9_000))))
    assert long == short


def test_words_that_stand_in_many_findings_are_kept_once() -> None:
    claim = replace(FOUND.claims[0], reasons=("a name", "a number"))
    first, *others = back(replace(FOUND, claims=(claim,) * 500)).claims
    assert first == claim
    assert all(other.reasons is first.reasons for other in others)
