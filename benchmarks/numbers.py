"""Median, p95, ratio: what is said of several measurements of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MS = 1000.0


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that the same thing took, time after time."""

    seconds: tuple[float, ...]
    """In the order of measurement."""

    @property
    def median(self) -> float:
        """Half of them were shorter."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """Nineteen of twenty were not longer."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]

    @property
    def worst(self) -> float:
        """The longest of them."""
        return max(self.seconds)

    @property
    def best(self) -> float:
        """The shortest of them."""
        return min(self.seconds)

    def __len__(self) -> int:
        return len(self.seconds)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return how many times as long one thing takes as another, both measured in turn.

    It is the median of the ratios of each round, so that a busy minute counts for both.

    Args:
        ours: Times of the one.
        theirs: Times of the other, in the same rounds.
    """
    return median(a / b for a, b in zip(ours, theirs, strict=True))
