"""What the child works on ends in its midst when something else is asked for."""

import io
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from readings import article
from tuireader.analysis import worker as working
from tuireader.analysis.codec import encode
from tuireader.analysis.model import Analysis
from tuireader.analysis.worker import _Worker

Finding = Callable[[], AbstractContextManager[None]]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="no such signal")


@pytest.fixture
def worker() -> Iterator[_Worker]:
    """A worker in this process, that hears when it is called."""
    one = _Worker(io.BytesIO(), io.BytesIO(), None)
    before = signal.signal(signal.SIGUSR1, one.stop)
    yield one
    signal.signal(signal.SIGUSR1, before)


def answers(worker: _Worker, serial: int) -> list[dict[str, Any]]:
    nlp: Any = SimpleNamespace(memory_zone=nullcontext)
    return list(worker._answers_to(serial, encode(article()), nlp))


def request(serial: int) -> dict[str, Any]:
    return {"id": serial, "focus": 0, "article": {}}


@pytest.mark.parametrize("message", [request(2), {"cancel": 1}])
def test_finders_end_when_something_else_is_wanted(
    worker: _Worker, message: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []

    def steps(*_: object, finding: Finding, **__: object) -> Iterator[tuple[float, Analysis]]:
        try:
            with finding():
                worker._take(message)
                ended.append("by itself")
        except BaseException:
            ended.append("in its midst")
            raise
        yield 1.0, Analysis()

    monkeypatch.setattr(working, "analyse_in_steps", steps)
    worker._take(request(1))
    assert answers(worker, 1) == []
    assert ended == ["in its midst"]


def test_what_is_still_wanted_goes_on(worker: _Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(*_: object, finding: Finding, **__: object) -> Iterator[tuple[float, Analysis]]:
        with finding():
            signal.raise_signal(signal.SIGUSR1)
        yield 1.0, Analysis()

    monkeypatch.setattr(working, "analyse_in_steps", steps)
    worker._take(request(1))
    assert [answer["done"] for answer in answers(worker, 1)] == [True]


def test_nothing_ends_between_two_requests(worker: _Worker) -> None:
    worker._take(request(1))
    worker._take(request(2))
    signal.raise_signal(signal.SIGUSR1)
