"""Tallies: clauses that only give a number for what was told of before ("put it at 100")."""

from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

TOTALS = frozenset(
    {
        "bill", "cost", "count", "damage", "estimate", "figure", "loss", "number", "price",
        "shortfall", "tally", "toll", "total",
    }
)  # fmt: skip
"""Nouns that stand for a number."""

GIVING = frozenset({"estimate", "give", "list", "place", "put", "set"})
"""Verbs with which somebody gives a number: "put the toll at 40", "gave the figure as 40"."""

SAYING = frozenset({"count", "estimate", "reckon", "say"})
"""Verbs whose object may be the bare number: "the residents say 1,900"."""

SUBJECTS = ("nsubj", "nsubjpass")
"""Dependencies of a subject."""


class Tally(NamedTuple):
    """How a clause gives a number."""

    noun: "Token | None"
    """The noun that stands for the number, if there is one."""

    giver: "Token | None"
    """The head of who is said to give it, if the clause tells."""

    @property
    def is_bare(self) -> bool:
        """Whether no noun stands for the number."""
        return self.noun is None


def tally_of(words: "Words", figure: Figure, shift: int) -> Tally | None:
    """Read how a claim gives a figure as a bare number; None if it does not.

    Args:
        words: The words of the claim.
        figure: A figure in it.
        shift: Offset in the article of their document.
    """
    return _stated_tally(words, figure, shift) or _bare_tally(words, figure, shift)


def _stated_tally(words: "Words", figure: Figure, shift: int) -> Tally | None:
    """Read "Jeffrey put the figure at 100" and "the number is now 100"."""
    for token in words:
        if token.lemma_ not in TOTALS:
            continue
        verb = token.head
        if token.dep_ in SUBJECTS and verb.lemma_ in ("be", "stand", "come", "reach", "remain"):
            if _gives(verb, figure, shift):
                return Tally(token, None)
        elif token.dep_ == "dobj" and verb.lemma_ in GIVING and _gives(verb, figure, shift):
            return Tally(token, next((c for c in verb.children if c.dep_ == "nsubj"), None))
    return None


def _bare_tally(words: "Words", figure: Figure, shift: int) -> Tally | None:
    """Read "the residents say 1,900"."""
    root = words.root
    if root.lemma_ not in SAYING:
        return None
    if not any(c.dep_ == "dobj" and _is_in(c, figure, shift) for c in root.children):
        return None
    return Tally(None, next((c for c in root.children if c.dep_ == "nsubj"), None))


def names_total(tally: Tally) -> bool:
    """Tell whether the noun of a tally names what it counts ("the number of homes")."""
    return tally.noun is not None and any(c.lower_ == "of" for c in tally.noun.children)


def _gives(verb: "Token", figure: Figure, shift: int) -> bool:
    """Tell whether a figure completes a verb: its attribute or object, or behind "at" or "as"."""
    for child in verb.children:
        if child.dep_ in ("attr", "dobj", "acomp") and _is_in(child, figure, shift):
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ in ("at", "as", "to")
            and any(_is_in(noun, figure, shift) for noun in child.children)
        ):
            return True
    return False


def _is_in(token: "Token", figure: Figure, shift: int) -> bool:
    return figure.start <= shift + token.idx < figure.end
