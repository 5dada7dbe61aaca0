"""The places that the reader jumped from, as a browser keeps pages."""

from typing import Generic, TypeVar

Place = TypeVar("Place")

MOST_PLACES = 200


class JumpList(Generic[Place]):
    """Places before and after the present one."""

    def __init__(self) -> None:
        self._before: list[Place] = []
        self._after: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember the place that a jump starts from; what lay ahead is forgotten."""
        if not self._before or self._before[-1] != place:
            self._before.append(place)
        del self._before[:-MOST_PLACES]
        self._after.clear()

    def back(self, place: Place) -> Place | None:
        """Return the place before.

        Args:
            place: Where the reader is, to come back to.
        """
        return self._step(self._before, self._after, place)

    def forward(self, place: Place) -> Place | None:
        """Return the place that the reader came back from.

        Args:
            place: Where the reader is, to go back to.
        """
        return self._step(self._after, self._before, place)

    @staticmethod
    def _step(source: list[Place], target: list[Place], place: Place) -> Place | None:
        while source:
            other = source.pop()
            if other != place:
                target.append(place)
                return other
        return None
