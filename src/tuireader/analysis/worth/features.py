"""What the model of worth sees of a sentence: its words, and what its grammar tells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIGITS = re.compile(r"\d[\d,.]*")

COUNTED_TAGS = frozenset(
    {
        "CC", "CD", "DT", "EX", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS",
        "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG",
        "VBN", "VBP", "VBZ", "WDT", "WP", "WRB", "$", "HYPH", ":", ",",
    }
)  # fmt: skip
"""Tags that are counted."""

COUNTED_DEPENDENCIES = frozenset(
    {
        "acl", "acomp", "advcl", "agent", "appos", "attr", "auxpass", "ccomp", "conj", "dative",
        "dobj", "expl", "mark", "neg", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd",
        "parataxis", "pcomp", "poss", "quantmod", "relcl", "xcomp",
    }
)  # fmt: skip
"""Dependencies that are counted."""

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
    """A sentence as the model sees it."""

    terms: Counter[str]
    """Words and pairs of words, in lower case, digits as "0"."""

    grammar: dict[str, float]
    """Named features: counts on a logarithmic scale and facts as 0 or 1."""


def read_features(sentence: Iterable["Token"]) -> SentenceFeatures:
    """Read the features of a sentence.

    Args:
        sentence: Its tokens, or those of one clause.
    """
    tokens = [token for token in sentence if not token.is_space]
    words = [_DIGITS.sub("0", token.lower_) for token in tokens]
    terms = Counter(words)
    terms.update(f"{a} {b}" for a, b in zip(words, words[1:], strict=False))
    return SentenceFeatures(terms, _grammar(tokens))


def _grammar(tokens: Sequence["Token"]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for token in tokens:
        if token.tag_ in COUNTED_TAGS:
            counts["tag " + token.tag_] += 1
        if token.dep_ in COUNTED_DEPENDENCIES:
            counts["dependency " + token.dep_] += 1
        if token.ent_iob_ == "B":
            counts["entity " + token.ent_type_] += 1
        person = PERSONS.get(token.lower_)
        if person:
            counts["person " + person] += 1
        if token.tag_ == "MD":
            counts["modal " + token.lower_] += 1
    features = {name: log1p(count) for name, count in counts.items()}
    features["length"] = log1p(len(tokens)) / 3
    features.update(dict.fromkeys(_facts(tokens), 1.0))
    return features


def _facts(tokens: Sequence["Token"]) -> list[str]:
    """Name what holds of the sentence as a whole."""
    facts = []
    if tokens and tokens[-1].text in "?!":
        facts.append("ends " + tokens[-1].text)
    if tokens:
        facts.append("opens " + tokens[0].tag_)
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is not None:
        facts.append("root " + root.tag_)
        facts.extend(_root_facts(root))
    return facts


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
