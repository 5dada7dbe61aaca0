"""The kinds of findings, and how an id tells them apart."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of findings that have a panel."""

    SPEAKER = "speaker"
    FIGURE = "figure"
    CLAIM = "claim"


_LETTERS = {"s": Kind.SPEAKER, "f": Kind.FIGURE, "c": Kind.CLAIM}


def kind_of(finding: str) -> Kind:
    """Return the kind of a finding by its id."""
    return _LETTERS[finding[0]]
