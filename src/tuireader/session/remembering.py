"""What is remembered: for the reader at once, and on disk when that has answered."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from functools import partial, reduce

from tuireader.storage.state import Alter, State, StateFile

MOST_UNWRITTEN = 500
"""Changes that are kept to be written with a later one, where the disk takes none."""


class Memory:
    """Changes what is remembered without holding up the screen.

    To write a file so that it survives a power cut takes milliseconds, and on a disk that is slow,
    far away or in use by another reader as long as it likes.

    Args:
        file: Where it is kept.
    """

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._unwritten: list[Alter] = []
        self._writing: asyncio.Task[None] | None = None
        self._told: set[str] = set()
        self.state = State()
        """All that is remembered, on disk or not yet."""

    def load(self) -> None:
        """Read the file; nothing waits for it but the first frame."""
        self.state = self._file.load()

    def change(self, alter: Alter) -> None:
        """Change what is remembered now, and on disk after all that was changed before.

        Args:
            alter: From the state before to the one after.
        """
        self.state = alter(self.state)
        self._unwritten.append(alter)
        if self._writing is None:
            # With a context of its own: that of whoever asks holds a screen that may be closed.
            self._writing = asyncio.create_task(self._write(), context=Context())

    async def settle(self) -> None:
        """Wait until everything is on disk, or can't be written."""
        if self._writing is not None:
            await asyncio.shield(self._writing)

    def new_complaints(self) -> list[str]:
        """Return a sentence for each thing that went wrong and was not told before."""
        notes = [note for note in (self._file.problem, self._file.set_aside) if note]
        new = [note for note in notes if note not in self._told]
        self._told.update(new)
        return new

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        # Of its own, too: the others may all wait for files on a disk that does not answer.
        thread = ThreadPoolExecutor(max_workers=1)
        try:
            while self._unwritten:
                taken = tuple(self._unwritten)
                alter = partial(_altered, alters=taken)
                on_disk = await loop.run_in_executor(thread, self._file.change, alter)
                if self._file.problem:
                    del self._unwritten[:-MOST_UNWRITTEN]
                    return  # the next change tries again
                del self._unwritten[: len(taken)]
                self.state = _altered(on_disk, self._unwritten)
        finally:
            thread.shutdown(wait=False)
            self._writing = None


def _altered(state: State, alters: Iterable[Alter]) -> State:
    return reduce(lambda before, alter: alter(before), alters, state)
