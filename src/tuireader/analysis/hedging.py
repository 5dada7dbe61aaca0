"""Hedges: how far a clause is held at a distance, and by which words.

A cue counts only where it governs the clause: `lexicon/hedges.yaml` lists the words by level and
by the syntactic condition that they must meet; each condition is a function here.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Hedge

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tuireader.analysis.claims.clauses import Clause

STRENGTH = {Hedge.NONE: 0, Hedge.SOFT: 1, Hedge.REPORTED: 2, Hedge.POSSIBLE: 3}
"""The levels in order; of several cues the strongest counts."""

EMBEDDING = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "pcomp", "relcl"})
"""Dependencies behind which words no longer govern the clause around them."""


KINDS = frozenset({"kind of", "sort of"})
"""Phrases that hedge only where no determiner makes nouns of them."""

DETERMINERS = frozenset(
    {"a", "an", "any", "different", "every", "new", "no", "other", "same", "some", "that", "the",
     "this", "what", "which"}
)  # fmt: skip
"""What makes a noun of "sort" and "kind"."""


class HedgeCue(NamedTuple):
    """Words that hold a clause at a distance."""

    level: Hedge
    """How far."""

    condition: str
    """How they govern the clause, as the lexicon names it."""

    first: "Token"
    """The first of them."""

    last: "Token"
    """The last of them."""


@cache
def hedge_words(condition: str) -> dict[str, Hedge]:
    """Return the level of each word that hedges under a condition.

    Args:
        condition: A condition of `lexicon/hedges.yaml`.
    """
    return {
        word: Hedge(entry["level"])
        for entry in load_lexicon("hedges")
        if entry["condition"] == condition
        for word in entry["words"]
    }


def find_hedge(clause: "Clause", frames: tuple["Token", ...] = ()) -> HedgeCue | None:
    """Return the strongest hedge that governs a clause.

    Args:
        clause: The clause.
        frames: The predicates that govern it and stand in the same voice, the nearest first.
    """
    predicates = _predicates(clause)
    cues = [cue for check in _CLAUSE_CHECKS for cue in check(clause, predicates)]
    for frame in frames:
        cues.extend(_frame_cues(frame))
    return max(cues, key=lambda cue: STRENGTH[cue.level], default=None)


def source_level(name: str) -> Hedge:
    """Return how far a source holds what it says at a distance ("some reports").

    Args:
        name: How the article calls the unnamed source.
    """
    words = hedge_words("source")
    levels = [words[word] for word in name.lower().split() if word in words]
    return max(levels, key=lambda level: STRENGTH[level], default=Hedge.NONE)


def passive_cue(predicate: "Token") -> HedgeCue | None:
    """Return the cue of a passive that stands for an unnamed source ("are thought to be").

    Args:
        predicate: A verb.
    """
    if predicate.tag_ != "VBN" or predicate.lemma_ not in hedge_words("passive"):
        return None
    return next((c for c in _passive_cues(predicate) if c.condition == "passive"), None)


def _predicates(clause: "Clause") -> list["Token"]:
    """Return a predicate and the infinitives that complete it ("appears to be growing")."""
    chain = [clause.head]
    if clause.roles.isdisjoint(("xcomp", "acomp")):
        return chain
    for token in chain:
        completing = [child for child in token.children if child.dep_ in ("xcomp", "acomp")]
        chain.extend(child for child in completing if child.dep_ == "xcomp")
        if token.dep_ != "acomp":
            chain.extend(
                child
                for child in completing
                if child.dep_ == "acomp" and any(c.dep_ == "xcomp" for c in child.children)
            )
    return chain


def _modals(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Auxiliaries: "may have fled"; "could not" denies an ability and hedges nothing."""
    words = hedge_words("modal")
    for predicate, children in _with_children(clause, predicates):
        for child in children:
            level = words.get(child.lower_) if child.dep_ == "aux" else None
            if level and not (child.lower_ == "could" and _is_denied(predicate)):
                yield HedgeCue(level, "modal", child, child)


def _with_children(
    clause: "Clause", predicates: list["Token"]
) -> Iterator[tuple["Token", Iterable["Token"]]]:
    """Walk over predicates and what hangs on each."""
    yield clause.head, clause.children
    for predicate in predicates[1:]:
        yield predicate, predicate.children


def _is_denied(predicate: "Token") -> bool:
    return any(child.dep_ == "neg" for child in predicate.children)


def _adverbs(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Adverbs: "reportedly told", "was probably stolen"."""
    words = hedge_words("adverb")
    if words.keys().isdisjoint(clause.words):
        return
    for token, word in zip(clause.tokens, clause.words, strict=True):
        level = words.get(word)
        if level and token.dep_ in ("advmod", "intj", "npadvmod") and _governs(token, clause.head):
            yield HedgeCue(level, "adverb", token, token)


def _governs(token: "Token", head: "Token") -> bool:
    """Tell whether no embedded clause lies between a word and the predicate of its clause."""
    while token is not head and token != head:
        if token.dep_ in EMBEDDING or token.dep_ == "ROOT":
            return False
        token = token.head
    return True


def _raising(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Verbs of seeming: "appears to confirm", "seems lost"."""
    words = hedge_words("raising")
    for predicate in predicates:
        level = words.get(predicate.lemma_)
        if level and any(c.dep_ in ("xcomp", "oprd", "acomp") for c in predicate.children):
            yield HedgeCue(level, "raising", predicate, predicate)


def _passives(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Passives without an agent: "are thought to be", "is expected to rise"."""
    for predicate in predicates:
        if predicate.tag_ == "VBN" and _completes(predicate):
            yield from _passive_cues(predicate)


def _passive_cues(predicate: "Token") -> Iterator[HedgeCue]:
    auxiliary = next((c for c in predicate.children if c.dep_ == "auxpass"), None)
    if auxiliary is None or any(child.dep_ == "agent" for child in predicate.children):
        return
    for condition in ("passive", "outlook"):
        level = hedge_words(condition).get(predicate.lemma_)
        if level:
            yield HedgeCue(level, condition, auxiliary, predicate)


def _completes(passive: "Token") -> bool:
    return any(
        child.dep_ in ("xcomp", "ccomp", "oprd") or (child.dep_ == "prep" and child.lower_ == "of")
        for child in passive.children
    )


def _adjectives(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Predicate adjectives: "is likely to rise"."""
    words = hedge_words("adjective")
    for _, children in _with_children(clause, predicates):
        for child in children:
            level = words.get(child.lower_) if child.dep_ in ("acomp", "attr", "oprd") else None
            if level and any(c.dep_ in ("xcomp", "ccomp") for c in child.children):
                yield HedgeCue(level, "adjective", child, child)


def _verbs(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Verbs of holding something to be so: "which Turkey considers a branch of the party"."""
    level = hedge_words("verb").get(clause.head.lemma_)
    if level and clause.head.tag_ != "VBN":
        yield HedgeCue(level, "verb", clause.head, clause.head)


def _objects(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Nouns that hold the content: "we have had reports of", "there is a possibility that"."""
    words = hedge_words("frame_noun")
    if clause.roles.isdisjoint(("dobj", "attr")):
        return
    for child in clause.children:
        level = words.get(child.lemma_) if child.dep_ in ("dobj", "attr") else None
        if level and any(c.lower_ == "of" or c.dep_ in ("acl", "ccomp") for c in child.children):
            yield HedgeCue(level, "frame_noun", child, child)


def _numbers(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Numbers that are no more than estimates: "an estimated 300 homes"."""
    words = hedge_words("number")
    for child in clause.children:
        if child.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
            continue
        for token in child.lefts:
            level = words.get(token.lower_) if token.dep_ in ("amod", "nummod") else None
            if level and any(t.like_num for t in child.lefts):
                yield HedgeCue(level, "number", token, token)


def _phrases(clause: "Clause", predicates: list["Token"]) -> Iterator[HedgeCue]:
    """Fixed phrases: "relatively speaking", "as far as we know"."""
    line = clause.line
    for phrase, level in hedge_words("phrase").items():
        if phrase not in line:
            continue
        before, found, _ = line.partition(f" {phrase} ")
        if found:
            first = len(before.split())
            last = first + phrase.count(" ")
            if first and phrase in KINDS and clause.words[first - 1] in DETERMINERS:
                continue
            yield HedgeCue(level, "phrase", clause.tokens[first], clause.tokens[last])


def _frame_cues(frame: "Token") -> Iterator[HedgeCue]:
    """Hedges of the predicate that governs the clause: "we suspect that", "it may be that"."""
    would = next(
        (c for c in frame.children if c.dep_ == "aux" and c.lower_ in ("would", "'d")), None
    )
    if would is not None and frame.lemma_ in hedge_words("frame_would"):
        yield HedgeCue(hedge_words("frame_would")[frame.lemma_], "frame_would", would, frame)
    if frame.tag_ == "VBN":
        yield from _passive_cues(frame)
    level = hedge_words("frame").get(frame.lemma_)
    if level:
        yield HedgeCue(level, "frame", frame, frame)
    for child in frame.children:
        if child.dep_ in ("acomp", "attr", "oprd"):
            level = hedge_words("frame_adjective").get(child.lower_)
        elif child.dep_ in ("aux", "advmod"):
            words = hedge_words("modal" if child.dep_ == "aux" else "adverb")
            level = words.get(child.lower_)
        else:
            level = None
        if level:
            yield HedgeCue(level, "frame", child, child)


_CLAUSE_CHECKS: tuple[Callable[["Clause", list["Token"]], Iterator[HedgeCue]], ...] = (
    _modals,
    _adverbs,
    _raising,
    _passives,
    _adjectives,
    _verbs,
    _objects,
    _numbers,
    _phrases,
)
