"""Counts without a noun of their own behind them: "four-, five- and …", "354 votes to 60"."""

from tuireader.analysis.figures.phrases import NOMINAL
from tuireader.analysis.figures.places import Owners, Place
from tuireader.analysis.figures.subjects import Borrowed, Found, Nothing

HYPHENS = ("-", "‑")
CLOSING = ("”", "’", '"', "''", "»")
_PLURAL = frozenset({"NNS", "NNPS"})


def noun_inside(place: Place) -> Found | None:
    """The noun of "nine [homes] in ten"."""
    for token in place.root.doc[place.first + 1 : place.end - 1]:
        if token.tag_ in _PLURAL or (token.tag_ in NOMINAL and token.nbor().lower_ == "in"):
            return Found(token.i, token.i + 1, token.i)
    return None


def against_votes(place: Place, owner: Owners) -> Borrowed | None:
    """The votes of "354 votes to [60]"."""
    doc = place.root.doc
    if place.first < 3 or doc[place.first - 1].lower_ not in ("to", "against"):
        return None
    index = owner.of(place.first - 3)
    if index is None or doc[place.first - 2].lower_ not in ("votes", "vote"):
        return None
    return Borrowed(index)


def of_someone(place: Place) -> Nothing | None:
    """Whether a pronoun says what was counted: a set named before for "of them", else none."""
    doc, at = place.root.doc, place.end
    if at < len(doc) and doc[at].text in CLOSING:
        at += 1
    behind = [token.lower_ for token in doc[at : at + 2]]
    if behind == ["of", "them"]:
        return Nothing(fused=True)
    return Nothing() if behind in (["of", "us"], ["of", "you"], ["of", "it"]) else None


def hanging(place: Place, owner: Owners) -> Borrowed | None:
    """The number that "four-" in "four-, five- and six-cylinder" shares its noun with."""
    doc = place.root.doc
    at = place.end
    if at < len(doc) and doc[at].text in HYPHENS:
        at += 1
    elif not doc[at - 1].text.endswith(HYPHENS):
        return None
    if at >= len(doc) or doc[at].lower_ not in (",", "and", "or", "to"):
        return None
    for token in range(place.end + 1, min(place.end + 5, len(doc))):
        index = owner.of(token)
        if index is not None:
            return Borrowed(index)
    return None
