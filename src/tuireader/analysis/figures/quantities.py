"""A number with what is written at it, on the way to a figure."""

from dataclasses import dataclass

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.model import Bound, Change, FigureKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit on the way to a figure; offsets count in the paragraph."""

    start: int
    """Offset of the first character: of the currency, the sign or the number."""

    end: int
    """Offset after the unit."""

    core: tuple[int, int]
    """Where the number itself stands."""

    low: float | None
    """The lower end; None where it is open."""

    high: float | None
    """The upper end; None where it is open."""

    kind: FigureKind
    """What sort of figure it becomes."""

    form: Form
    """How its number is written."""

    unit: str | None = None
    """As `Figure.unit`."""

    scale: float = 1.0
    """By which power the number is multiplied."""

    bound: Bound = Bound.EXACT
    """How the number limits the true one."""

    approximate: bool = False
    """Whether the words call it inexact."""

    change: Change | None = None
    """Which way something moved, as far as the number itself tells."""

    hyphen: bool = False
    """Whether a hyphen ties number and unit together, as in front of a noun."""

    span_start: int = -1
    """Where the bound words in front begin; -1 without any."""

    span_end: int = -1
    """Where the bound words behind end; -1 without any."""

    reason: str = ""
    """How it was read, where that is not plain."""

    @property
    def bare(self) -> bool:
        """Whether no unit stands at it."""
        return self.unit is None

    @property
    def full_start(self) -> int:
        """Offset of the first character, bound words included."""
        return self.span_start if self.span_start >= 0 else self.start

    @property
    def full_end(self) -> int:
        """Offset after the last character, bound words included."""
        return max(self.span_end, self.end)
