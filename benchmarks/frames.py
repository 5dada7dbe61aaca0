"""Cuts what a program writes into frames: at the end of each synchronised update."""

from dataclasses import dataclass

SYNC_END = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a program wrote up to the end of one update of the screen."""

    data: bytes
    """The bytes since the frame before."""

    time: float
    """When the last of them arrived, by `time.perf_counter`."""

    waited: float
    """Seconds that the program had waited for a core by then, since its start."""


class FrameCutter:
    """Takes bytes as they arrive and gives frames."""

    def __init__(self) -> None:
        self._open = bytearray()
        self._searched = 0
        self._time = self._waited = 0.0

    def feed(self, data: bytes, time: float, waited: float) -> list[Frame]:
        """Take bytes and return the frames that they complete.

        Args:
            data: The bytes.
            time: When they arrived.
            waited: How long the program had waited for a core by then.
        """
        self._open += data
        self._time, self._waited = time, waited
        frames = []
        while (at := self._open.find(SYNC_END, self._searched)) >= 0:
            end = at + len(SYNC_END)
            frames.append(Frame(bytes(self._open[:end]), time, waited))
            del self._open[:end]
            self._searched = 0
        self._searched = max(0, len(self._open) - len(SYNC_END) + 1)
        return frames

    @property
    def pending(self) -> bool:
        """Whether anything was written since the last frame."""
        return bool(self._open)

    def holds(self, word: bytes) -> bool:
        """Tell whether a word was written since the last frame."""
        return word in self._open

    def rest(self) -> list[Frame]:
        """Return what was written outside of synchronised updates as a frame, if anything was."""
        if not self._open:
            return []
        frame = Frame(bytes(self._open), self._time, self._waited)
        self._open.clear()
        self._searched = 0
        return [frame]
