"""An analysis that comes from a file is refused where it points outside of its text."""

from collections.abc import Callable
from dataclasses import replace
from math import inf, nan
from typing import Any

import pytest

from readings import TEXT, analysis
from tuireader.analysis.model import Analysis
from tuireader.analysis.soundness import UnsoundError, check_sound
from tuireader.article.model import Span

FOUND = analysis()
END = len(TEXT)

Change = Callable[[Analysis], Analysis]


def first(name: str, **changes: object) -> Change:
    """Change the first finding of a kind."""

    def alter(found: Analysis) -> Analysis:
        one, *others = getattr(found, name)
        changed: dict[str, Any] = {name: (replace(one, **changes), *others)}
        return replace(found, **changed)

    return alter


def same_ids(name: str) -> Change:
    """Give all findings of a kind one id."""

    def alter(found: Analysis) -> Analysis:
        changed: dict[str, Any] = {name: tuple(replace(x, id="x") for x in getattr(found, name))}
        return replace(found, **changed)

    return alter


def test_what_was_found_is_sound() -> None:
    check_sound(FOUND, END)
    check_sound(Analysis(), 0)


@pytest.mark.parametrize(
    "alter",
    [
        same_ids("speakers"),
        same_ids("quotations"),
        same_ids("figures"),
        same_ids("claims"),
        first("speakers", mentions=(Span(-1, -2),)),
        first("speakers", quotes=("q9",)),
        first("quotations", start=-5),
        first("quotations", end=END + 1),
        first("quotations", spans=(Span(5, 4),)),
        first("quotations", speaker="s9"),
        first("quotations", cue=Span(0, 10**30)),
        first("figures", start=10**30),
        first("figures", concept_span=Span(-3, 2)),
        first("figures", low=inf),
        first("figures", high=nan),
        first("figures", speaker="c1"),
        first("figures", claim="s1"),
        first("claims", end=-5),
        first("claims", hedge_cue=Span(0, END + 1)),
        first("claims", asserted_by=("s1", "nobody")),
        first("claims", figures=("f99",)),
        first("claims", worth=nan),
        first("claims", worth=-0.1),
        first("comparisons", claims=("c99",)),
    ],
)
def test_what_points_nowhere_is_refused(alter: Change) -> None:
    with pytest.raises(UnsoundError):
        check_sound(alter(FOUND), END)


def test_findings_of_another_text_are_refused() -> None:
    with pytest.raises(UnsoundError):
        check_sound(FOUND, 40)
