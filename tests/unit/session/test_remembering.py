"""What is remembered is there at once, and on disk in the end."""

import asyncio
import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader.session.remembering import MOST_UNWRITTEN, Memory
from tuireader.storage import atomic
from tuireader.storage import state as state_module
from tuireader.storage.state import Alter, State, StateFile


def seen(name: str) -> Alter:
    """Return the change that an article with that name was opened."""
    return lambda state: state.with_recent(f"/{name}")


def names(state: State) -> list[str]:
    """Return the names of the articles that were opened, newest first."""
    return [Path(recent.path).name for recent in state.recents]


class SlowFile(StateFile):
    """A file on a disk that does not answer before it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = threading.Event()
        self.writers: list[str] = []

    def change(self, alter: Alter) -> State:
        """Wait, then write."""
        self.writers.append(threading.current_thread().name)
        assert self.may_answer.wait(10)
        return super().change(alter)


@pytest.fixture
def slow() -> Iterator[SlowFile]:
    """A slow file, which nobody waits for in the end."""
    file = SlowFile()
    yield file
    file.may_answer.set()


async def test_a_change_is_there_at_once_and_on_disk_when_that_has_answered(slow: SlowFile) -> None:
    memory = Memory(slow)
    memory.change(seen("a"))
    assert names(memory.state) == ["a"]
    await asyncio.sleep(0)
    assert names(StateFile().load()) == []
    slow.may_answer.set()
    await memory.settle()
    assert names(StateFile().load()) == ["a"]
    assert threading.main_thread().name not in slow.writers


async def test_changes_that_come_meanwhile_are_written_in_their_order_and_together(
    slow: SlowFile,
) -> None:
    memory = Memory(slow)
    memory.change(seen("a"))
    await asyncio.sleep(0)
    for name in "bcd":
        memory.change(seen(name))
    assert names(memory.state) == ["d", "c", "b", "a"]
    slow.may_answer.set()
    await memory.settle()
    assert names(StateFile().load()) == names(memory.state) == ["d", "c", "b", "a"]
    assert len(slow.writers) == 2


async def test_what_another_reader_remembers_stays_and_is_seen() -> None:
    memory = Memory(StateFile())
    memory.load()
    StateFile().change(seen("theirs"))
    memory.change(seen("ours"))
    await memory.settle()
    assert names(memory.state) == names(StateFile().load()) == ["ours", "theirs"]


async def test_no_thread_waits_for_more_when_all_is_on_disk() -> None:
    memory = Memory(StateFile())
    before = set(threading.enumerate())
    for name in "ab":
        memory.change(seen(name))
        await memory.settle()
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def disk_is_full(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A full disk; it has room again when the list is emptied."""
    is_full = [True]

    def fill(path: Path, data: bytes) -> None:
        if is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        atomic.write_atomic(path, data)

    monkeypatch.setattr(state_module, "write_atomic", fill)
    return is_full


async def test_what_cannot_be_written_is_told_once(disk_is_full: list[bool]) -> None:
    memory = Memory(StateFile())
    memory.load()
    assert memory.new_complaints() == []
    for name in "ab":
        memory.change(seen(name))
        await memory.settle()
    (complaint,) = memory.new_complaints()
    assert complaint.endswith("state.json can't be written: No space left on device.")
    assert memory.new_complaints() == []


async def test_what_could_not_be_written_is_written_with_what_comes_next(
    disk_is_full: list[bool],
) -> None:
    memory = Memory(StateFile())
    for name in "ab":
        memory.change(seen(name))
        await memory.settle()
    assert names(memory.state) == ["b", "a"]
    disk_is_full.clear()
    memory.change(seen("c"))
    await memory.settle()
    assert names(StateFile().load()) == names(memory.state) == ["c", "b", "a"]


async def test_a_disk_that_stays_full_does_not_fill_memory(disk_is_full: list[bool]) -> None:
    memory = Memory(StateFile())
    for number in range(MOST_UNWRITTEN + 50):
        memory.change(seen(str(number)))
    await memory.settle()
    assert len(memory._unwritten) == MOST_UNWRITTEN
