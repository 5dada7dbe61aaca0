"""The child process that analyses: requests come in as JSON lines, findings go out as JSON lines.

Requests are `{"id": 1, "focus": 0, "article": {…}}`, `{"id": 1, "focus": 700}` when the reader goes
elsewhere, and `{"cancel": 1}`; a new request cancels the one before. Answers are
`{"id": 1, "fraction": 0.3, "analysis": {…} or null}`, the last one with `"done": true`, or
`{"id": 1, "problem": …, "hint": …}`. The process ends with its input, so that it never outlives
the program that started it.
"""

import gc
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

from tuireader.analysis.codec import decode, encode
from tuireader.analysis.language import load_pipeline
from tuireader.analysis.stepping import analyse_in_steps
from tuireader.article.model import Article
from tuireader.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

_NEW_OBJECTS = 20_000
"""How many objects are made before those that hold each other are looked for: there are few."""

_PROGRESS_SECONDS = 0.5
"""How often progress is told between findings: a key in the sixtieth of a second after the screen
has shown it waits for the next frame."""


_CALL = getattr(signal, "SIGUSR1", None)
"""The signal by which the thread that listens calls the one that works, where there is one."""


class _CancelledError(BaseException):
    """The request is no longer wanted; nothing that saves findings from faults may catch it."""


class _Worker:
    """Answers requests one after the other, always the newest."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO, pipeline: str | None) -> None:
        self._requests = requests
        self._answers = answers
        self._pipeline = pipeline
        self._queue: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._wanted: int | None = None
        self._focus = 0
        self._serial: int | None = None
        self._may_stop = False

    def listen(self) -> None:
        """Take requests from the input until it ends, then end the process."""
        try:
            for line in self._requests:
                self._take(json.loads(line))
        finally:
            os._exit(0)

    def _take(self, message: dict[str, Any]) -> None:
        if "cancel" in message:
            if self._wanted == message["cancel"]:
                self._wanted = None
                self._call()
            return
        if "article" in message:
            self._wanted = message["id"]
            self._queue.put(message)
            self._call()
        if self._wanted == message["id"]:
            self._focus = message["focus"]

    def _call(self) -> None:
        """Have the work on a request that is no longer wanted end in its midst, where it may."""
        if self._may_stop and _CALL is not None:
            signal.pthread_kill(threading.main_thread().ident or 0, _CALL)

    def stop(self, *_: object) -> None:
        """End the work under way if it is no longer wanted: what the signal does."""
        if self._may_stop and self._wanted != self._serial:
            self._may_stop = False
            raise _CancelledError

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """Let work that takes long end in its midst, as nothing is half done by it."""
        try:
            self._may_stop = True
            self.stop()
            yield
        finally:
            self._may_stop = False

    def work(self) -> None:
        """Load the pipeline and answer requests for ever."""
        nlp, problem = self._load()
        while True:
            message = self._queue.get()
            serial = message["id"]
            if serial != self._wanted:
                continue
            if nlp is None:
                self._answer({"id": serial, "unavailable": True, **problem})
                continue
            for answer in self._answers_to(serial, message["article"], nlp):
                self._answer({"id": serial, **answer})

    def _load(self) -> "tuple[Language | None, dict[str, str]]":
        try:
            nlp = load_pipeline(self._pipeline)
        except PipelineError as error:
            return None, {"problem": error.message, "hint": error.hint}
        # What the pipeline is made of stays: no need to walk through it at every collection.
        gc.freeze()
        gc.set_threshold(_NEW_OBJECTS)
        return nlp, {}

    def _answers_to(self, serial: int, data: Any, nlp: "Language") -> Iterator[dict[str, Any]]:
        """Yield the answers to a request until it is done, cancelled or fails."""
        told, self._serial = monotonic(), serial

        def on_parsed(fraction: float) -> None:
            nonlocal told
            if self._wanted != serial:
                raise _CancelledError
            if monotonic() - told >= _PROGRESS_SECONDS:
                told = monotonic()
                self._answer({"id": serial, "fraction": fraction, "analysis": None, "done": False})

        try:
            article = decode(Article, data)
            with nlp.memory_zone():
                steps = analyse_in_steps(
                    article,
                    nlp,
                    focus=lambda: self._focus,
                    on_parsed=on_parsed,
                    finding=self._stoppable,
                )
                for fraction, analysis in steps:
                    with self._stoppable():
                        found = encode(analysis)
                    yield {"fraction": fraction, "analysis": found, "done": fraction >= 1}
        except _CancelledError:
            return
        except Exception as error:
            name = type(error).__name__
            yield {"problem": f"The analysis failed: {name}: {error}.", "hint": "Please report it."}

    def _answer(self, answer: dict[str, Any]) -> None:
        self._answers.write(json.dumps(answer).encode("ascii") + b"\n")
        self._answers.flush()


def work_for_reader() -> None:
    """Run the child process; the only argument names a pipeline."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    pipeline = sys.argv[1] if len(sys.argv) > 1 else None
    worker = _Worker(sys.stdin.buffer, answers, pipeline)
    if _CALL is not None:
        signal.signal(_CALL, worker.stop)
    threading.Thread(target=worker.listen, daemon=True).start()
    try:
        worker.work()
    except BrokenPipeError:
        os._exit(0)
