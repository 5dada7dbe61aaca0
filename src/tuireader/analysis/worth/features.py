"""What the model of worth sees of a sentence: its words, and what its grammar tells.

Only such grammar is counted as means the same in speech and in print: persons, modals, tenses,
numbers, comparatives, negation. Names and length, which tell a debate from a newspaper, are not.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
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

TELLING_TAGS = COUNTED_TAGS | {"MD", "PRP", "PRP$"}
"""Tags that a feature comes of."""

TELLING_DEPENDENCIES = frozenset({"auxpass", "ROOT"})
"""Dependencies that one comes of."""

COUNTED_ENTITIES = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT"})
"""Entities that are counted."""

ENTITY_BEGINS = 3
"""spaCy's number for the first token of an entity; comparing it is quicker than the letter."""

NOTHING: tuple[str, ...] = ()
"""The features of most tokens."""

PERSONS = {
    "i": "first", "me": "first", "my": "first", "myself": "first",
    "we": "we", "us": "we", "our": "we", "ours": "we",
    "you": "you", "your": "you", "yours": "you",
    "he": "third", "she": "third", "his": "third", "her": "third", "him": "third",
    "they": "they", "them": "they", "their": "they", "it": "it", "its": "it",
}  # fmt: skip
"""Pronouns by grammatical person."""


Description = tuple[str, Sequence[str]]
"""What the model sees of one token.

Its term: in lower case, years as "1900", other digits as "0"; and the names of the grammatical
features that it adds to. A plain pair, as there is one for each word of an article.
"""


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """A sentence, or one clause of it, as the model sees it."""

    terms: Counter[str]
    """Words and pairs of words."""

    grammar: dict[str, float]
    """Named features, counted on a logarithmic scale."""


def describe(tokens: Iterable["Token"]) -> list[Description]:
    """Describe the tokens of a sentence, once for all its clauses.

    Args:
        tokens: All tokens of the sentence.
    """
    return [(_spell(token.lower_), _grammar(token)) for token in tokens]


def read_features(
    descriptions: Sequence[Description], known: Container[str] | None = None
) -> SentenceFeatures:
    """Read the features of a sentence or clause.

    Args:
        descriptions: Its tokens, as `describe` gives them.
        known: The terms that are wanted; all when None.
    """
    spelt = [spelling for spelling, _ in descriptions if spelling]
    terms = [*spelt, *map(" ".join, pairwise(spelt))]
    if known is not None:
        terms = [term for term in terms if term in known]
    counts: dict[str, int] = {}
    for _, names in descriptions:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    if spelt and spelt[-1] in "?!":
        counts["ends " + spelt[-1]] = 1
    return SentenceFeatures(Counter(terms), {name: log1p(count) for name, count in counts.items()})


def _spell(word: str) -> str:
    """Make all years alike, and all other numbers: a year is no amount."""
    if word.isalpha() or not _DIGITS.search(word):
        return word.strip()
    return "1900" if _YEAR.fullmatch(word) else _DIGITS.sub("0", word)


def _grammar(token: "Token") -> Sequence[str]:
    """Name the grammatical features that a token adds to; most add to none."""
    tag, dependency = token.tag_, token.dep_
    begins = token.ent_iob == ENTITY_BEGINS
    if not (begins or tag in TELLING_TAGS or dependency in TELLING_DEPENDENCIES):
        return NOTHING
    names: list[str] = []
    if tag in COUNTED_TAGS:
        if not _YEAR.fullmatch(token.text):
            names.append("tag " + tag)
    elif tag == "MD":
        names.append("modal " + token.lower_)
    elif tag in ("PRP", "PRP$"):
        names.append("person " + PERSONS.get(token.lower_, "other"))
    if dependency == "auxpass":
        names.append("passive")
    elif dependency == "ROOT":
        names.extend(_root_features(token))
    if begins and token.ent_type_ in COUNTED_ENTITIES:
        names.append("entity " + token.ent_type_)
    return names or NOTHING


def _root_features(root: "Token") -> Iterator[str]:
    for child in root.children:
        if child.dep_ in ("nsubj", "nsubjpass", "expl"):
            yield "subject " + PERSONS.get(child.lower_, child.tag_)
        elif child.dep_ == "aux":
            yield "auxiliary " + child.lemma_.lower()
        elif child.dep_ == "neg":
            yield "negated"
