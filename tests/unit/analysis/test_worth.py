"""Worth: the model of wording, and the facts that move it."""

from collections.abc import Callable

import pytest

from tuireader.analysis.claims import find_claims
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.worth.facts import BY_KIND
from tuireader.analysis.worth.features import describe, read_features
from tuireader.analysis.worth.model import Weights, load_weights, log_odds
from tuireader.analysis.worth.rating import combine, fact_weights

Parse = Callable[..., list[ParsedParagraph]]


def worth(parse_text: Parse, text: str) -> float:
    return max((claim.worth for claim in find_claims(parse_text(text), [], [], [])), default=0.0)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("The company cut 4,000 jobs last year.", "The company is a nice place."),
        ("The flood killed 40 people.", "The flood was on a Sunday."),
        ("Unemployment fell by 3 percent.", "I hope that we all meet again."),
        ("The minister lied to the court.", "The minister should resign."),
        ("The senator voted against the bill.", "The senator will vote against the bill."),
    ],
    ids=["figure", "harm", "person", "opinion", "prediction"],
)
def test_what_can_be_checked_is_worth_more(parse_text: Parse, stronger: str, weaker: str) -> None:
    assert worth(parse_text, stronger) > worth(parse_text, weaker)


def test_years_are_no_amounts_and_numbers_are_alike(parse_text: Parse) -> None:
    def read(text: str) -> list[str]:
        return [spelling for spelling, _ in describe(parse_text(text)[0].doc)]

    assert read("In 1998 he sold 300 cars") == read("In 2014 he sold 72 cars")
    assert "tag CD" not in read_features(describe(parse_text("In 1998 he left")[0].doc)).grammar


def test_log_odds_weigh_known_terms_and_grammar_only(parse_text: Parse) -> None:
    weights = Weights({"dam": (2, 10)}, {"tag VBD": 4}, -1.0, 0.05, 0.1, 0.5)
    features = read_features(describe(parse_text("The dam burst.")[0].doc))

    grammar = features.grammar.get("tag VBD", 0.0) * 4 * 0.5
    assert log_odds(features, weights) == pytest.approx(-1.0 + 10 * 0.1 + grammar)


def test_facts_move_the_worth_up_and_down() -> None:
    weights = {"model": 1.0, "figure": 0.5, "opinion": -0.5}

    assert combine(0.0, [], weights) == 0.5
    assert combine(0.0, ["figure"], weights) > 0.5 > combine(0.0, ["opinion"], weights)
    assert combine(1e9, [], weights) == 1.0


def test_reasons_come_with_the_strongest_first(parse_text: Parse) -> None:
    claim = find_claims(parse_text("We should ban murder in Ohio."), [], [], [])[0]
    weights = fact_weights()
    told = [weights[reason] for reason in claim.reasons if reason in weights]

    assert told == sorted(told, key=lambda weight: -abs(weight))


def test_every_fact_that_a_kind_gives_has_a_weight() -> None:
    assert set(BY_KIND.values()) <= set(load_lexicon("worth")["facts"])


def test_the_weights_carry_their_credit_and_stay_small() -> None:
    from importlib.resources import files

    text = files("tuireader.analysis.worth").joinpath("weights.json").read_text("utf-8")

    assert "CC BY 4.0" in text and "ClaimBuster" in text
    assert len(text.encode()) < 250_000
    assert len(load_weights().terms) > 1_000
