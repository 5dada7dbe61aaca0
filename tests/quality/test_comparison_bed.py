"""Competing accounts in articles written for the purpose: shown groups are right, most are shown.

Each article lists the groups that a careful reader would want, by words of their claims; `also`
lists what may be shown as well. Some articles hold only tempting non-differences.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from tuireader.analysis.analyzer import analyse
from tuireader.article.model import Article

BED = sorted((Path(__file__).parent.parent / "data" / "comparisons").glob("*.yaml"))

LEAST_RIGHT = 0.9
"""Share of the groups shown that must be among those wanted; 1.0 when it was written."""

LEAST_FOUND = 0.85
"""Share of the groups wanted that must be shown; 0.95 when it was written."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many groups of the bed are shown, right, wanted and found."""

    shown: int
    right: int
    wanted: int
    found: int


def cases() -> Iterator[dict[str, Any]]:
    for path in BED:
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def is_told(member: str, texts: list[str]) -> bool:
    return any(form in text for form in member.split("|") for text in texts)


def fits(members: list[str], texts: list[str]) -> bool:
    """Tell whether a shown group has two wanted members or more, and no other."""
    told = sum(is_told(member, texts) for member in members)
    alien = [text for text in texts if not any(is_told(member, [text]) for member in members)]
    return told >= 2 and not alien


def judge(case: dict[str, Any], nlp: Language, make_article: Callable[..., Article]) -> Tally:
    article = make_article(case["text"].strip())
    analysis = analyse(article, nlp, strict=True)
    claims = {claim.id: claim for claim in analysis.claims}
    shown = [
        [article.text[claims[c].start : claims[c].end] for c in group.claims]
        for group in analysis.comparisons
    ]
    wanted = [group["members"] for group in case["groups"]]
    right = [group for group in shown if any(fits(m, group) for m in wanted + case.get("also", []))]
    found = [members for members in wanted if any(fits(members, group) for group in shown)]
    return Tally(len(shown), len(right), len(wanted), len(found))


@pytest.fixture(scope="module")
def tallies(nlp: Language, make_article: Callable[..., Article]) -> list[Tally]:
    return [judge(case, nlp, make_article) for case in cases()]


def test_what_is_shown_is_right(tallies: list[Tally]) -> None:
    assert sum(t.right for t in tallies) >= LEAST_RIGHT * sum(t.shown for t in tallies)


def test_most_competing_accounts_are_shown(tallies: list[Tally]) -> None:
    assert sum(t.found for t in tallies) >= LEAST_FOUND * sum(t.wanted for t in tallies)
