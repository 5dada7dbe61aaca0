"""What the readers of digits and of number words hand on: a number and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    """A share of one: "two thirds", "half", "3/4"; not "two and a half"."""

    ORDINAL = "ordinal"
    PLURAL = "plural"
    """A plural power: "dozens", "hundreds of thousands"; stands for an interval."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, before its unit and its bounds are known."""

    start: int
    """Offset of the first character, sign included."""

    end: int
    """Offset after the last character, "million" and "bn" included."""

    value: float
    """What it stands for; the lower end for a plural power."""

    form: Form
    """How it is written."""

    scale: float = 1.0
    """By which power it is multiplied: a million for "3.2 million"."""

    high: float | None = None
    """The upper end of the interval that a plural power stands for, else None."""

    letter: str = ""
    """A letter behind the digits that may be a power or a unit ("5m"); not yet in the value."""
