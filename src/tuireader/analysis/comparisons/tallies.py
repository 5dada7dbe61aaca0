"""Tallies: clauses that only give a number for what was told of before ("put it at 100")."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.comparisons.arguments import SUBJECTS
from tuireader.analysis.comparisons.frames import Side, frame_index
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

TOTALS = frozenset({"count", "estimate", "figure", "number", "tally", "total"})
"""Nouns that stand for any number; those of one frame stand in the lexicon."""

GIVING = frozenset({"estimate", "give", "list", "place", "put", "set"})
"""Verbs with which somebody gives a number: "put the toll at 40", "gave the figure as 40"."""

DESCRIBING = frozenset({"count", "describe", "estimate", "number", "put"})
"""Verbs that say of somebody how many they are: "described those who fled as a few"."""

SAYING = frozenset({"count", "estimate", "reckon", "say"})
"""Verbs whose object may be the bare number: "the residents say 1,900"."""

AMOUNTING = frozenset(
    {"amount", "be", "climb", "come", "exceed", "reach", "remain", "rise", "stand", "total"}
)
"""Verbs whose subject is what a number is of: "the damage came to $4m"."""


class Tally(NamedTuple):
    """How a clause gives a number."""

    noun: "Token | None"
    """The noun that stands for the number, if there is one."""

    giver: "Token | None"
    """The head of who is said to give it, if the clause tells."""

    whom: "Token | None" = None
    """What it is said of instead of a noun for the number ("those who got out")."""

    @property
    def is_bare(self) -> bool:
        """Whether no noun stands for the number."""
        return self.noun is None

    @property
    def side(self) -> Side | None:
        """The frame whose number the noun stands for, if it is one frame's."""
        return next(iter(sides_of(self.noun)), None) if self.noun is not None else None


def sides_of(noun: "Token") -> Sequence[Side]:
    """Return the frames whose number a noun stands for ("toll")."""
    return frame_index().totals.get(noun.lemma_.lower(), ())


def tally_of(words: "Words", figure: Figure, paragraph: ParsedParagraph) -> Tally | None:
    """Read how a claim gives a figure as a bare number; None if it does not.

    Args:
        words: The words of the claim.
        figure: A figure in it.
        paragraph: Where they stand.
    """
    shift = paragraph.start
    stretch = range(words.start, words.end)
    totals = frame_index().totals
    nouns = [
        paragraph.tokens[i]
        for i in stretch
        if (lemma := paragraph.lemmas[i]) in TOTALS or lemma.lower() in totals
    ]
    people = [paragraph.tokens[i] for i in stretch if paragraph.lower[i] == "those"]
    return (
        _stated_tally(nouns, figure, shift)
        or _describing_tally(people, figure, shift)
        or _bare_tally(words, figure, shift)
    )


def _stated_tally(nouns: Sequence["Token"], figure: Figure, shift: int) -> Tally | None:
    """Read "Jeffrey put the figure at 100", "the number is now 100" and "a toll of 86"."""
    for token in nouns:
        verb = token.head
        if sides_of(token) and _names(token, figure, shift, ("of",)):
            return Tally(token, None)
        if token.dep_ in SUBJECTS and verb.lemma_ in AMOUNTING:
            if _gives(verb, figure, shift):
                return Tally(token, None)
        elif (
            token.dep_ == "dobj"
            and verb.lemma_ in GIVING
            and (_gives(verb, figure, shift) or _names(token, figure, shift, ("at",)))
        ):
            return Tally(token, next((c for c in verb.children if c.dep_ == "nsubj"), None))
    return None


def _describing_tally(people: Sequence["Token"], figure: Figure, shift: int) -> Tally | None:
    """Read "he described those who got out as a few"."""
    for token in people:
        if token.dep_ != "dobj":
            continue
        verb = token.head
        if verb.lemma_ not in DESCRIBING:
            continue
        if any(_names(anchor, figure, shift, ("as", "at")) for anchor in _anchors(verb, token)):
            giver = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            return Tally(None, giver, token)
    return None


def _anchors(verb: "Token", whom: "Token") -> Iterator["Token"]:
    """Yield the words that "as a few" may hang on: parsers attach it to the nearest verb."""
    yield verb
    yield from (word for word in whom.subtree if word.pos_ in ("VERB", "PRON"))


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
    return _names(verb, figure, shift, ("at", "as", "to")) or any(
        child.dep_ in ("attr", "dobj", "acomp", "npadvmod", "prep") and _is_in(child, figure, shift)
        for child in verb.children
    )


def _names(head: "Token", figure: Figure, shift: int, links: Collection[str]) -> bool:
    """Tell whether a figure hangs on a word by one of some prepositions."""
    return any(
        child.dep_ == "prep"
        and child.lower_ in links
        and any(_is_in(noun, figure, shift) for noun in child.children)
        for child in head.children
    )


def _is_in(token: "Token", figure: Figure, shift: int) -> bool:
    return figure.start <= shift + token.idx < figure.end
