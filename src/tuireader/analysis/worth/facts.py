"""Facts about a claim that make it more or less worth a check, each with a plain name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import ClaimKind, Figure, FigureKind, Speaker, SpeakerKind

if TYPE_CHECKING:
    from tuireader.analysis.claims.clauses import Clause

AMOUNTS = frozenset(
    {
        FigureKind.COUNT,
        FigureKind.MONEY,
        FigureKind.PERCENT,
        FigureKind.MEASURE,
        FigureKind.RATIO,
    }
)
"""Kinds of figures that can be checked against a source."""

NAMES = frozenset({"EVENT", "FAC", "GPE", "LAW", "NORP", "ORG", "PERSON"})
"""Entities that a checker can look up."""

BY_KIND = {
    ClaimKind.ACCUSATION: "accusation",
    ClaimKind.CAUSAL: "cause and effect",
    ClaimKind.COMPARISON: "comparison",
    ClaimKind.EVENT: "event",
    ClaimKind.OPINION: "opinion",
    ClaimKind.PLAN: "plan",
    ClaimKind.PREDICTION: "prediction",
    ClaimKind.SPEECH_ACT: "act of speech",
    ClaimKind.STATE: "state of affairs",
}
"""The fact that each kind of claim is."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A claim and what is known of it when it is rated."""

    clause: "Clause"
    """Its clause."""

    kind: ClaimKind
    """What sort of statement it is."""

    figures: tuple[Figure, ...]
    """The figures in it."""

    source: Speaker | None
    """Who asserts it; None for the article's own voice."""

    quoted: bool
    """Whether it stands in a quotation, known speaker or not."""

    title: bool
    """Whether it stands in the headline."""


@cache
def worth_words(name: str) -> frozenset[str]:
    """Return a word list of `lexicon/worth.yaml`."""
    return frozenset(load_lexicon("worth")["words"][name])


def facts_of(setting: Setting) -> Iterator[str]:
    """Name the facts that hold of a claim, as `lexicon/worth.yaml` weighs them."""
    if setting.kind in BY_KIND:
        yield BY_KIND[setting.kind]
    yield from _figure_facts(setting)
    yield from _source_facts(setting)
    yield from _clause_facts(setting.clause)
    yield from _word_facts(setting.clause)


def _figure_facts(setting: Setting) -> Iterator[str]:
    kinds = {figure.kind for figure in setting.figures}
    if kinds & AMOUNTS:
        yield "figure"
    if FigureKind.VAGUE in kinds:
        yield "vague figure"


def _source_facts(setting: Setting) -> Iterator[str]:
    if setting.title:
        yield "headline"
    if setting.source is None:
        if not setting.quoted:
            yield "told as fact"
    elif setting.source.kind is SpeakerKind.ANONYMOUS:
        yield "unnamed source"
    else:
        yield "named source"


def _clause_facts(clause: "Clause") -> Iterator[str]:
    subject = clause.subject
    if subject is not None and subject.tag_ == "PRP":
        yield f"about “{subject.lower_}”" if subject.lower_ in ("i", "we", "you") else "pronoun"
    if "auxpass" in clause.roles:
        yield "something done to someone"
    if _is_conditional(clause):
        yield "condition"
    if any(child.lower_ in ("must", "should", "ought") for child in clause.children):
        yield "demand"
    if clause.link == "relative":
        yield "aside"


def _is_conditional(clause: "Clause") -> bool:
    """Tell whether a clause holds only under a condition, or in another world."""
    if "would" in clause.auxiliaries and "have" in clause.auxiliaries:
        return True
    if "if" not in clause.words and "unless" not in clause.words:
        return False
    return any(
        word in ("if", "unless") and token.dep_ == "mark" and token.head.dep_ == "advcl"
        for word, token in zip(clause.words, clause.tokens, strict=True)
    )


def _word_facts(clause: "Clause") -> Iterator[str]:
    tokens = clause.tokens
    lemmas = {lemma.lower() for lemma in clause.lemmas}
    if not lemmas.isdisjoint(worth_words("harm")):
        yield "harm"
    if not lemmas.isdisjoint(worth_words("authority")):
        yield "law or office"
    if not lemmas.isdisjoint(worth_words("evidence")):
        yield "evidence"
    if clause.head.lemma_.lower() in worth_words("routine"):
        yield "routine"
    if any(token.ent_type_ in NAMES for token in tokens):
        yield "names"
