"""The counted sets of an article, for numbers that stand without a noun.

"We had reports of a hundred that escaped" and "Some 2,000 are foreign fighters" count the last
set that was named; so does "the number is now over 100".
"""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tuireader.analysis.figures.phrases import phrase
from tuireader.analysis.figures.places import Layout
from tuireader.analysis.figures.subjects import Found
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SET_NOUNS = frozenset({"number", "figure", "total", "count", "tally", "toll"})
"""Nouns that stand for the set they count."""

_PLURAL = ("NNS", "NNPS")
_COLLECTIVE = frozenset({"people", "staff", "personnel", "police", "troops"})
_ASKED = re.compile(r"\bhow many\b|\b(?:number|total)s? of\b", re.IGNORECASE)
_RANKS = {"nsubj": 0, "nsubjpass": 0, "dobj": 1, "attr": 1}
_TOO_GENERAL = frozenset({"time", "way", "thing", "percent", "year", "day", "month", "week", "%"})


@dataclass(frozen=True, slots=True)
class CountedSet:
    """A set that the article counts or asks the number of."""

    text: str
    """Its name, as written."""

    span: Span
    """Where it stands in the article."""

    sentence: int
    """Where its sentence begins in the article."""

    rank: int
    """0 for a subject, 1 for an object, 2 for the rest: what is talked about comes first."""


@dataclass(slots=True)
class Memory:
    """The sets of the sentence that counted something last."""

    sets: list[CountedSet] = field(default_factory=list)
    """In the order in which they were found."""

    times: set[str] = field(default_factory=set)
    """Times of day with a point that were told so far."""

    def add(self, layout: Layout, offset: int, found: Found) -> None:
        """Remember a counted noun; singular and general nouns are passed over."""
        head = layout.doc[found.head]
        if head.tag_ not in _PLURAL and head.lower_ not in _COLLECTIVE:
            return
        if head.lemma_.lower() in _TOO_GENERAL:
            return
        text, span = span_of(layout, offset, _without_number(layout, found))
        sentence = offset + layout.doc[layout.sentence_start(head.i)].idx
        self.sets = [one for one in self.sets if one.sentence == sentence]
        self.sets.append(CountedSet(text, span, sentence, _RANKS.get(head.dep_, 2)))

    @property
    def last(self) -> CountedSet | None:
        """The set that the last counting sentence is about."""
        return min(self.sets, key=lambda one: one.rank) if self.sets else None


def _without_number(layout: Layout, found: Found) -> Found:
    """Leave out a number in front of the noun ("about 11,000 [detainees]")."""
    inside = [i for i in range(found.first, found.head) if layout.doc[i].tag_ in ("CD", "IN", "RB")]
    return replace(found, first=inside[-1] + 1) if inside else found


def span_of(layout: Layout, offset: int, found: Found) -> tuple[str, Span]:
    """Return the words of a phrase and where they stand in the article."""
    start, last = layout.doc[found.first].idx, layout.doc[found.end - 1]
    end = last.idx + len(last.text)
    return layout.text[start:end], Span(offset + start, offset + end)


def asked_sets(layout: Layout) -> list[tuple[int, Found]]:
    """Find sets whose number is asked or named: "how many prisoners", "the number of dead".

    Returns:
        Pairs of the token index where it is asked and the noun phrase.
    """
    found: list[tuple[int, Found]] = []
    if not _ASKED.search(layout.text):
        return found
    for token in layout.doc:
        if token.lower_ == "many" and token.i and layout.doc[token.i - 1].lower_ == "how":
            noun = token.head if token.head.i > token.i else None
        elif token.lemma_ in ("number", "total") and token.i + 1 < len(layout.doc):
            noun = _behind_of(token)
        else:
            continue
        if noun is not None and noun.tag_ in _PLURAL:
            first, end = phrase(noun, token.i + 1, noun.i + 1, tail=False)
            found.append((token.i, Found(first, end, noun.i)))
    return found


def _behind_of(token: "Token") -> "Token | None":
    of = token.doc[token.i + 1]
    if of.lower_ != "of":
        return None
    return next((noun for noun in of.rights if noun.dep_ == "pobj"), None)
