"""Hedges by condition: the cue counts where it governs the clause, and only there."""

from collections.abc import Callable

import pytest

from tuireader.analysis.claims import find_claims
from tuireader.analysis.hedging import source_level
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Hedge

Parse = Callable[..., list[ParsedParagraph]]


@pytest.mark.parametrize(
    ("sentence", "level", "cue"),
    [
        ("The dam may have cracked.", "possible", "may"),
        ("The dam could burst.", "possible", "could"),
        ("The mayor could not reach the dam.", "none", None),
        ("The dam probably cracked on Sunday.", "possible", "probably"),
        ("The dam appears to have cracked.", "possible", "appears"),
        ("The dam is thought to be cracked.", "possible", "is thought"),
        ("The dam is likely to burst.", "possible", "likely"),
        ("It is possible that the dam cracked.", "possible", "possible"),
        ("An estimated 300 homes were lost.", "possible", "estimated"),
        ("The mayor reportedly sold the dam.", "reported", "reportedly"),
        ("The mayor has been accused of fraud.", "reported", "been accused"),
        ("There were reports of 40 broken pipes.", "reported", "reports"),
        ("We would say that the dam is safe.", "soft", "would say"),
        ("I think the dam is safe.", "soft", "think"),
        ("The dam is, relatively speaking, safe.", "soft", "relatively speaking"),
        ("About 300 homes were lost.", "none", None),
        ("The dam that may have cracked was built in 1960.", "none", None),
        ("The mayor sold the dam.", "none", None),
        ("It was a sort of dam.", "none", None),
        ("It was sort of green.", "soft", "sort of"),
        ("The pumps were supposed to help.", "none", None),
        ("The thought of a flood kept the mayor awake.", "none", None),
        ("The dam, I suspect, was cracked.", "possible", "I suspect"),
        ("The mayor was accused by a court of fraud.", "none", None),
    ],
)
def test_a_cue_hedges_the_clause_that_it_governs(
    parse_text: Parse, sentence: str, level: str, cue: str | None
) -> None:
    claim = find_claims(parse_text(sentence), [], [], [])[0]

    assert claim.hedge == level
    found = claim.hedge_cue
    assert (sentence[found.start : found.end] if found else None) == cue


def test_the_strongest_of_several_cues_counts(parse_text: Parse) -> None:
    claim = find_claims(parse_text("I think the dam may have cracked."), [], [], [])[0]

    assert claim.hedge is Hedge.POSSIBLE


def test_each_clause_has_its_own_hedge(parse_text: Parse) -> None:
    claims = find_claims(parse_text("The dam broke, and the mayor may resign."), [], [], [])

    assert [claim.hedge for claim in claims] == [Hedge.NONE, Hedge.POSSIBLE]


@pytest.mark.parametrize(
    ("name", "level"),
    [("some reports", Hedge.REPORTED), ("an online posting", Hedge.REPORTED), ("a nurse", "none")],
)
def test_a_source_may_be_hearsay(name: str, level: str) -> None:
    assert source_level(name) == level


def test_every_entry_of_the_lexicon_has_level_condition_and_words() -> None:
    for entry in load_lexicon("hedges"):
        assert set(entry) == {"level", "condition", "words"}
        assert Hedge(entry["level"]) is not Hedge.NONE
        assert all(isinstance(word, str) and word == word.lower() for word in entry["words"])
