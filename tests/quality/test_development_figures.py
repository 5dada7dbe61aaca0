"""Holds what was reached on development data; where a figure falls, a finder got worse.

The limits lie two points below what was reached. The texts and labels are credited in
`tests/data/ATTRIBUTION.md`. Whoever betters a figure may raise its limit.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tuireader.analysis.analyzer import analyse_many
from tuireader.analysis.model import Analysis, Claim, Speaker
from tuireader.article.model import Article

if TYPE_CHECKING:
    from spacy.language import Language

DATA = Path(__file__).parents[1] / "data"

Record = dict[str, Any]
Read = Callable[[str], list[tuple[Record, Analysis]]]


@pytest.fixture(scope="session")
def read(nlp: "Language", make_article: Callable[..., Article]) -> Read:
    """A function from the name of a set to its records, each with what is found in its text."""

    def analysed(name: str) -> list[tuple[Record, Analysis]]:
        lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        articles = [make_article(record["text"]) for record in records]
        found = [analysis for _, analysis in analyse_many(articles, nlp, strict=True)]
        return list(zip(records, found, strict=True))

    return analysed


def share(hits: Iterable[bool]) -> float:
    """Return how many of some hundred are right."""
    known = list(hits)
    return 100 * sum(known) / len(known)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _is_passed(record: Record, analysis: Analysis) -> bool:
    """Tell whether every quotation of a case is found with its speaker, and no other one."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    if len(record["quotes"]) != len(analysis.quotations):
        return False
    for quote in record["quotes"]:
        best = max(
            analysis.quotations,
            key=lambda q: _overlap((q.start, q.end), (quote["start"], quote["end"])),
            default=None,
        )
        if best is None or 2 * _overlap(
            (best.start, best.end), (quote["start"], quote["end"])
        ) < max(best.end - best.start, quote["end"] - quote["start"]):
            return False
        if quote["names"] and not _is_named(speakers.get(best.speaker or ""), quote["names"]):
            return False
    return True


def _is_named(speaker: Speaker | None, names: list[str]) -> bool:
    if speaker is None:
        return False
    known = {speaker.name, *speaker.aliases}
    return any(name in candidate for name in names for candidate in known)


def test_cases_of_quotations(read: Read) -> None:
    assert share(_is_passed(*pair) for pair in read("cases")) >= 91


def _counted(pairs: Iterable[tuple[Record, Analysis]]) -> Iterator[bool]:
    """Yield for each counted noun whether a figure at its number counts it, or has it as unit."""
    for record, analysis in pairs:
        for gold in record["figures"]:
            place = (gold["start"], gold["end"])
            figures = [f for f in analysis.figures if _overlap((f.start, f.end), place)]
            head = gold["head"].lower()
            yield any(
                head in (f.concept or "").lower() or head.startswith(f.unit or head + " ")
                for f in figures
            )


def test_counted_nouns(read: Read) -> None:
    assert share(_counted(read("counts"))) >= 96


def average_precision(ranked: list[bool]) -> float:
    """Return the mean precision at each right item of a ranking, in per cent."""
    hits = [place for place, right in enumerate(ranked, 1) if right]
    return 100 * sum(number / place for number, place in enumerate(hits, 1)) / len(hits)


def test_check_worthy_sentences(read: Read) -> None:
    scored = [
        (max((claim.worth for claim in analysis.claims), default=0.0), bool(record["checkworthy"]))
        for record, analysis in read("sentences")
    ]
    scored.sort(key=lambda pair: -pair[0])

    assert average_precision([right for _, right in scored]) >= 84


def _hedges(pairs: Iterable[tuple[Record, Analysis]]) -> Iterator[bool]:
    """Yield for each claim of the gold whether the claim that covers most of it has its hedge."""
    for record, analysis in pairs:
        for gold in record["claims"]:
            claim = _covering(analysis.claims, (gold["start"], gold["end"]))
            if claim is not None:
                yield claim.hedge == gold["hedge"]


def _covering(claims: Iterable[Claim], place: tuple[int, int]) -> Claim | None:
    """Return the claim that shares most with a stretch, if it lies mostly inside."""
    inside = [
        claim
        for claim in claims
        if 2 * _overlap((claim.start, claim.end), place) >= claim.end - claim.start
    ]
    return max(inside, key=lambda c: _overlap((c.start, c.end), place), default=None)


def test_hedges(read: Read) -> None:
    assert share(_hedges(read("hedges"))) >= 94
