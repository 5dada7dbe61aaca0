"""Which way a figure says that something moved: "rose 5%", "down 2.3%", "fell by a third"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tuireader.analysis.figures.places import Owners, Reading
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Bound, Change, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNTS = frozenset(
    {"npadvmod", "dobj", "advmod", "attr", "oprd", "dep", "nummod", "conj", "acomp"}
)
_LEVELS = frozenset(
    {"to", "at", "from", "above", "below", "in", "on", "for", "under", "over", "with"}
)
_MAX_CLIMB = 5
_MAX_SOURCE = 12


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """The words of the lexicon."""

    moves: Mapping[str, Change]
    """Verbs of which any figure tells the distance ("rise")."""

    shifts: Mapping[str, Change]
    """Verbs whose object may be a plain amount ("lose $5"); percent and points are distances."""

    words: Mapping[str, Change]
    """"up", "lower"."""

    nouns: Mapping[str, Change]
    """"increase" """


@cache
def change_table() -> ChangeTable:
    """Read the lexicon of changes."""
    lexicon = load_lexicon("changes")

    def table(key: str) -> dict[str, Change]:
        return {word: Change(way) for way, lists in lexicon.items() for word in lists[key]}

    return ChangeTable(table("moves"), table("shifts"), table("words"), table("nouns"))


def read_change(reading: Reading, owner: Owners) -> Change | int | None:
    """Tell which way a quantity moved.

    Returns:
        The direction; or the index of the reading of the paragraph whose direction it shares.
    """
    quantity, place = reading.quantity, reading.place
    if quantity.kind in (FigureKind.AGE, FigureKind.ORDINAL, FigureKind.DATE):
        return None
    if quantity.bound is Bound.RANGE and quantity.change is not None:
        return quantity.change if _moving_before(place.root, place.first) else None
    if quantity.change is not None:
        return quantity.change
    if place.first and place.root.doc[place.first - 1].lower_ == "to":
        return None
    return _by_word(reading) or _climb(reading, owner)


def _by_word(reading: Reading) -> Change | None:
    """Read "up 5%", "5% higher", "up by 5%"."""
    doc, place = reading.place.root.doc, reading.place
    words = change_table().words
    at = place.first - 1
    while at >= 0 and place.first - at <= 4:
        word = doc[at].lower_
        if word in ("up", "down") and doc[at].tag_ != "RP" and doc[at + 1].lower_ != "to":
            return words[word]
        if doc[at].idx < reading.quantity.full_start and word != "by":
            break
        at -= 1
    if place.end < len(doc) and doc[place.end].lower_ in ("higher", "lower"):
        return words[doc[place.end].lower_]
    return None


def _climb(reading: Reading, owner: Owners) -> Change | int | None:
    place = reading.place
    token, mine = place.root, owner.of(place.first)
    preposition = ""
    for _ in range(_MAX_CLIMB):
        head = token.head
        if head is token:
            return None
        other = owner.of(head.i)
        if other is not None and other != mine:
            return other if token.dep_ in ("conj", "appos", "npadvmod") else None
        if head.dep_ == "prep":
            preposition = preposition or head.lower_
            if head.lower_ in _LEVELS:
                return None
        elif head.pos_ in ("VERB", "AUX"):
            by = preposition == "by"
            return _of_verb(head, reading, by=by) if by or token.dep_ in _AMOUNTS else None
        elif head.tag_ in ("NN", "NNS"):
            return None
        token = head
    return None


def _of_verb(verb: "Token", reading: Reading, *, by: bool) -> Change | None:
    table, lemma = change_table(), verb.lemma_.lower()
    if lemma in table.moves:
        return table.moves[lemma]
    distance = reading.quantity.kind in (FigureKind.PERCENT, FigureKind.MEASURE)
    return table.shifts.get(lemma) if by or distance else None


def _moving_before(root: "Token", first: int) -> bool:
    """Whether a verb or a noun of movement stands close in front ("climbed from 21 to 23")."""
    table = change_table()
    doc = root.doc
    for token in doc[max(0, first - _MAX_SOURCE) : first]:
        lemma = token.lemma_.lower()
        if lemma in table.moves or lemma in table.shifts or lemma in table.nouns:
            return True
        if lemma in ("go", "move", "change", "creep", "swing", "shift", "up", "down"):
            return True
    return False
