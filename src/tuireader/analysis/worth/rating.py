"""Rates a claim: what the model says of its sentence, moved by facts that a reader can see."""

from collections.abc import Iterable
from functools import cache
from math import exp

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.worth.facts import Setting, facts_of
from tuireader.analysis.worth.model import SentenceModel

TYPICAL_WORDING = 1.0
"""Log-odds from which on the wording itself is given as a reason."""


@cache
def fact_weights() -> dict[str, float]:
    """Return by how much each fact moves the log-odds, as `lexicon/worth.yaml` says."""
    return dict(load_lexicon("worth")["facts"])


def rate(setting: Setting, model: SentenceModel) -> tuple[float, tuple[str, ...]]:
    """Rate how much a claim deserves a check.

    Args:
        setting: The claim and what is known of it.
        model: The model's view of its sentence.

    Returns:
        The worth, 0 to 1, and the reasons, the strongest first.
    """
    weights = fact_weights()
    facts = list(dict.fromkeys(facts_of(setting)))
    clause = setting.clause
    odds = model.log_odds_of(clause.first, clause.last, alone=clause.link == "relative")
    return combine(odds, facts, weights), _reasons(odds, facts, weights)


def combine(log_odds: float, facts: Iterable[str], weights: dict[str, float]) -> float:
    """Join the model's log-odds and the facts into a worth between 0 and 1.

    Args:
        log_odds: What the model says of the sentence.
        facts: The facts that hold.
        weights: The weight of each fact; "model" scales the log-odds, "always" is added.
    """
    total = weights.get("always", 0.0) + weights.get("model", 1.0) * log_odds
    total += sum(weights.get(fact, 0.0) for fact in facts)
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), 3)


def _reasons(log_odds: float, facts: list[str], weights: dict[str, float]) -> tuple[str, ...]:
    told = [fact for fact in facts if abs(weights.get(fact, 0.0)) >= 0.2]
    told.sort(key=lambda fact: -abs(weights[fact]))
    if log_odds > TYPICAL_WORDING:
        told.append("worded like checked statements")
    return tuple(told)
