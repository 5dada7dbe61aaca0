"""The trained model of worth: a logistic regression over words and grammar, without numpy."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import log, sqrt
from typing import TYPE_CHECKING

from tuireader.analysis.worth.features import Description, SentenceFeatures, describe, read_features

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of `weights.json`, still quantised."""

    terms: dict[str, tuple[int, int]]
    """Inverse document frequency and weight of each term."""

    grammar: dict[str, int]
    """Weight of each grammatical feature."""

    bias: float
    """The log-odds of a sentence without any feature."""

    idf_step: float
    """What one unit of an inverse document frequency stands for."""

    term_step: float
    """What one unit of a term's weight stands for."""

    grammar_step: float
    """What one unit of a grammatical weight stands for."""


@cache
def load_weights() -> Weights:
    """Load the weights that come with the package, once."""
    text = files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    data = json.loads(text)
    terms = {term: (idf, weight) for term, idf, weight in data["terms"]}
    steps = data["steps"]
    return Weights(
        terms,
        data["grammar"],
        data["bias"],
        steps["idf"],
        steps["term"],
        steps["grammar"],
    )


def log_odds(features: SentenceFeatures, weights: Weights) -> float:
    """Return the log-odds that a sentence is check-worthy.

    Terms are weighed by sublinear term frequency and inverse document frequency, the vector
    having unit length (Salton and Buckley 1988).

    Args:
        features: The sentence.
        weights: The trained weights.
    """
    squares = score = 0.0
    known_of = weights.terms.get
    for term, count in features.terms.items():
        known = known_of(term)
        if known is not None:
            value = known[0] * ((1.0 + log(count)) if count > 1 else 1.0)
            squares += value * value
            score += value * known[1]
    total = weights.bias
    if squares:
        total += score * weights.term_step / sqrt(squares)
    grammar = weights.grammar
    for name, number in features.grammar.items():
        if name in grammar:
            total += number * grammar[name] * weights.grammar_step
    return total


class SentenceModel:
    """The model's view of one sentence and of its clauses."""

    def __init__(self, sentence: Sequence["Token"]) -> None:
        """Prepare for one sentence.

        Args:
            sentence: Its tokens; for a headline all of its document.
        """
        self._start: int = sentence[0].i
        self._end: int = self._start + len(sentence)
        self._tokens = sentence

    @cached_property
    def _descriptions(self) -> list[Description]:
        return describe(self._tokens)

    @cached_property
    def _whole(self) -> float:
        return _odds_of(self._descriptions)

    def log_odds_of(self, first: int, last: int, *, alone: bool = False) -> float:
        """Return the log-odds that a clause is check-worthy: the mean of it and its sentence.

        The sentence alone would rate its weakest clause like the strongest; the clause alone
        often lacks what it is about.

        Args:
            first: Index in the document of the clause's first token.
            last: Index of its last token.
            alone: Leave the sentence aside, for a clause that is not its point.
        """
        if first <= self._start and last >= self._end - 2:
            return self._whole
        part = self._descriptions[first - self._start : last + 1 - self._start]
        clause = _odds_of(part)
        return clause if alone else (self._whole + clause) / 2


def _odds_of(descriptions: Sequence[Description]) -> float:
    weights = load_weights()
    return log_odds(read_features(descriptions, weights.terms), weights)
