"""Whatever file operation fails, and wherever the program is killed, what was saved is whole."""

import errno
import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tuireader.analysis.model import Analysis
from tuireader.article.model import Article
from tuireader.errors import ConfigError
from tuireader.storage.analyses import AnalysisCache
from tuireader.storage.config import load_config, write_default_config
from tuireader.storage.state import Place, State, StateFile

OPERATIONS = ("open", "fsync", "replace", "mkdir", "chmod", "unlink", "stat", "scandir", "utime")
MOST = 100
"""More file operations than any of the calls needs."""


class KilledError(BaseException):
    """The process is gone; nothing after it runs."""


class Disk:
    """Lets the k-th file operation fail.

    Args:
        fails_at: Which one, from 1.
        fault: What it raises.
        for_good: Whether all that follow fail as well, as after a kill.
    """

    def __init__(self, fails_at: int, fault: BaseException, *, for_good: bool) -> None:
        self._left = fails_at
        self._fault = fault
        self._for_good = for_good

    @property
    def failed(self) -> bool:
        """Whether the failing operation was reached."""
        return self._left <= 0

    def count(self) -> None:
        """Count one operation, and let it fail if it is its turn."""
        self._left -= 1
        if self._left == 0 or (self._left < 0 and self._for_good):
            raise self._fault

    def attach(self, patch: pytest.MonkeyPatch) -> None:
        """Count what the program does with files from now on."""
        for name in OPERATIONS:
            patch.setattr(os, name, self._counting(getattr(os, name)))
        patch.setattr(io, "open", self._counting(io.open))
        real = os.fdopen
        patch.setattr(os, "fdopen", lambda *a, **k: CountedStream(real(*a, **k), self))

    def _counting(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            self.count()
            return operation(*arguments, **options)

        return counted


class CountedStream:
    """A stream whose writes are operations too."""

    def __init__(self, stream: Any, disk: Disk) -> None:
        self._stream = stream
        self._disk = disk

    def __enter__(self) -> "CountedStream":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: bytes) -> int:
        half = self._stream.write(data[: len(data) // 2])
        self._disk.count()
        return int(half + self._stream.write(data[len(data) // 2 :]))

    def flush(self) -> None:
        self._disk.count()
        self._stream.flush()

    def fileno(self) -> int:
        return int(self._stream.fileno())


FAULTS = {
    "no space": (OSError(errno.ENOSPC, "No space left on device"), False),
    "broken disk": (OSError(errno.EIO, "Input/output error"), True),
    "killed": (KilledError(), True),
}


@pytest.fixture(params=FAULTS)
def disks(request: pytest.FixtureRequest) -> Iterator[Disk]:
    """A disk for each k; the last one never failed."""

    def all_of_them() -> Iterator[Disk]:
        fault, for_good = FAULTS[request.param]
        for number in range(1, MOST):
            yield Disk(number, fault, for_good=for_good)

    return all_of_them()


def each_failing(disks: Iterator[Disk], action: Callable[[], object]) -> Iterator[int]:
    """Run an action on each disk and yield after each failure, until nothing fails any more."""
    for number, disk in enumerate(disks, start=1):
        with pytest.MonkeyPatch.context() as patch:
            disk.attach(patch)
            with suppress(KilledError, ConfigError):
                action()
        if not disk.failed:
            assert number > 5, "too few operations were counted"
            return
        yield number
    raise AssertionError("there is no end of operations")


def use_nord(state: State) -> State:
    """Choose a theme."""
    return state._replace(theme="nord")


def test_the_state_is_old_or_new(tmp_path: Path, disks: Iterator[Disk]) -> None:
    path = tmp_path / "state" / "state.json"
    place = Place(7, "hash")
    StateFile(path).change(lambda state: state.with_place("/first", place))
    for number in each_failing(disks, lambda: StateFile(path).change(use_nord)):
        there = StateFile(path)
        there.load()
        assert there.set_aside is None, number
        assert there.state.places.get("/first") == place, number
        assert there.state.theme in (None, "nord"), number
    there = StateFile(path)
    there.load()
    assert there.state.theme == "nord"


def test_a_finding_in_the_cache_is_whole_or_not_there(
    tmp_path: Path, disks: Iterator[Disk], make_article: Callable[..., Article]
) -> None:
    kept, fresh = make_article("One was read before."), make_article("Another is new.")
    analysis = Analysis(model="m", notes=("n",) * 50)
    cache = AnalysisCache(folder=tmp_path / "cache")
    cache.save(kept, analysis)
    for number in each_failing(disks, lambda: cache.save(fresh, analysis)):
        assert cache.load(kept) == analysis, number
        assert cache.load(fresh) in (None, analysis), number
    assert cache.load(fresh) == analysis


def test_the_configuration_is_whole_or_not_there(tmp_path: Path, disks: Iterator[Disk]) -> None:
    path = tmp_path / "config" / "config.yaml"
    for number in each_failing(disks, lambda: write_default_config(path)):
        if path.exists():
            assert load_config(path).warnings == (), number
            path.unlink()
    assert path.read_text(encoding="utf-8").endswith("\n")


def test_many_readers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    code = (
        "import sys; from pathlib import Path;"
        "from tuireader.storage.state import StateFile;"
        "state = StateFile(Path(sys.argv[1]));"
        "paths = [f'/{sys.argv[2]}/{n}' for n in range(12)];"
        "[state.change(lambda before: before.with_recent(path)) for path in paths]"
    )
    command = [sys.executable, "-c", code, str(path)]
    readers = [subprocess.Popen([*command, name]) for name in "abc"]
    assert [reader.wait() for reader in readers] == [0, 0, 0]
    recents = StateFile(path).load().recents
    assert {recent.path for recent in recents} == {f"/{n}/{i}" for n in "abc" for i in range(12)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8b",
        gzip.compress(b"[" * 100_000),
        gzip.compress(b"{}"),
        gzip.compress(json.dumps({"speakers": [{"id": 1}]}).encode()),
        gzip.compress(b" " * 300_000_000),
    ],
    ids=["empty", "torn", "deep", "nothing", "nonsense", "bomb"],
)
def test_a_hostile_file_in_the_cache_is_not_there(
    tmp_path: Path, data: bytes, make_article: Callable[..., Article]
) -> None:
    article = make_article("One was read before.")
    cache = AnalysisCache(folder=tmp_path)
    cache.save(article, Analysis())
    (path,) = tmp_path.glob("*.json.gz")
    path.write_bytes(data)
    assert cache.load(article) in (None, Analysis())
