"""What the model of worth sees of a sentence: its words, and what its grammar tells.

Only such grammar is counted as means the same in speech and in print: persons, modals, tenses,
numbers, comparatives, negation. Names and length, which tell a debate from a newspaper, are not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|['’]s)?")
_DIGITS = re.compile(r"\d[\d,.]*")

COUNTED_TAGS = frozenset({"CD", "$", "VBD", "VBN", "JJR"})
"""Tags that are counted: numbers, past forms, comparatives."""

COUNTED_ENTITIES = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT"})
"""Entities that are counted."""

PERSONS = {
    "i": "first", "me": "first", "my": "first", "myself": "first",
    "we": "we", "us": "we", "our": "we", "ours": "we",
    "you": "you", "your": "you", "yours": "you",
    "he": "third", "she": "third", "his": "third", "her": "third", "him": "third",
    "they": "they", "them": "they", "their": "they", "it": "it", "its": "it",
}  # fmt: skip
"""Pronouns by grammatical person."""


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """A sentence, or one clause of it, as the model sees it."""

    terms: Counter[str]
    """Words and pairs of words, in lower case, years as "1900", other digits as "0"."""

    grammar: dict[str, float]
    """Named features: counts on a logarithmic scale and facts as 0 or 1."""


def read_features(words: Iterable["Token"]) -> SentenceFeatures:
    """Read the features of a sentence or clause.

    Args:
        words: Its tokens.
    """
    tokens = [token for token in words if not token.is_space]
    spelt = [_spell(token.lower_) for token in tokens]
    terms = Counter(spelt)
    terms.update(f"{first} {second}" for first, second in pairwise(spelt))
    return SentenceFeatures(terms, _grammar(tokens))


def _spell(word: str) -> str:
    """Make all years alike, and all other numbers: a year is no amount."""
    if not any(character.isdigit() for character in word):
        return word
    return "1900" if _YEAR.fullmatch(word) else _DIGITS.sub("0", word)


def _grammar(tokens: Sequence["Token"]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    facts: set[str] = set()
    for token in tokens:
        tag, dependency = token.tag_, token.dep_
        if tag in COUNTED_TAGS and not _YEAR.fullmatch(token.text):
            counts["tag " + tag] += 1
        elif tag == "MD":
            counts["modal " + token.lower_] += 1
        elif tag in ("PRP", "PRP$"):
            counts["person " + PERSONS.get(token.lower_, "other")] += 1
        if dependency == "auxpass":
            counts["passive"] += 1
        elif dependency == "ROOT":
            facts.update(_root_facts(token))
        if token.ent_iob_ == "B" and token.ent_type_ in COUNTED_ENTITIES:
            counts["entity " + token.ent_type_] += 1
    if tokens and tokens[-1].text in "?!":
        facts.add("ends " + tokens[-1].text)
    features = {name: log1p(count) for name, count in counts.items()}
    features.update(dict.fromkeys(sorted(facts), 1.0))
    return features


def _root_facts(root: "Token") -> list[str]:
    facts = []
    for child in root.children:
        if child.dep_ in ("nsubj", "nsubjpass", "expl"):
            facts.append("subject " + PERSONS.get(child.lower_, child.tag_))
        elif child.dep_ == "aux":
            facts.append("auxiliary " + child.lemma_.lower())
        elif child.dep_ == "neg":
            facts.append("negated")
    return facts
