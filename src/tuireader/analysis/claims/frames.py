"""Frames: the predicates that present the clause they govern as true."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tuireader.analysis.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The words of `lexicon/frames.yaml`, all lower case."""

    verbs: frozenset[str]
    """Lemmas of verbs that assert their object clause."""

    adjectives: frozenset[str]
    """Adjectives of "it is … that"."""

    concessive: frozenset[str]
    """What opens a subordinate clause that makes a claim of its own."""


@cache
def frame_words() -> FrameWords:
    """Load the lexicon of frames, once."""
    data = load_lexicon("frames")
    return FrameWords(**{name: frozenset(data[name]) for name in FrameWords.__slots__})


def governs_claims(predicate: "Token", cues: frozenset[int]) -> bool:
    """Tell whether a clause under `predicate` is presented as true.

    Args:
        predicate: A verb, or the "be" of "it is clear that …".
        cues: Indices in the document of the words that report a quotation.
    """
    words = frame_words()
    if predicate.i in cues or predicate.lemma_.lower() in words.verbs:
        return True
    return predicate.lemma_ == "be" and any(
        child.dep_ in ("acomp", "attr") and child.lower_ in words.adjectives
        for child in predicate.children
    )
