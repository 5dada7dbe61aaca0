"""The analysis in a child process that is kept warm, so that the screen never waits for it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from tuireader.analysis.codec import CodecError, decode, encode
from tuireader.analysis.model import Analysis
from tuireader.article.model import Article
from tuireader.errors import PipelineError

_LONGEST_ANSWER = 2**30
"""Bytes of one answer: findings of a book are some tens of megabytes on one line."""

_GOODBYE_SECONDS = 0.5
"""How long the child may take to end by itself, and again after it was told to."""


class _CrashError(PipelineError):
    """The child died."""

    def __init__(self) -> None:
        super().__init__(
            "The analysis stopped without a word, twice.", "It starts again with the next article."
        )


@dataclass(frozen=True, slots=True)
class AnalysisUpdate:
    """How far an analysis is and what it found so far."""

    fraction: float
    """Share of the text that was read, 0 to 1."""

    analysis: Analysis
    """What was found so far; the same object as before when only the fraction has moved."""

    done: bool
    """Whether this is the whole; nothing follows."""

    again: bool = False
    """Whether the analysis stopped without a word and was begun again."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A message of the child, already read."""

    serial: int
    fraction: float = 0.0
    analysis: Analysis | None = None
    done: bool = False
    problem: PipelineError | None = None
    unavailable: bool = False


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of the child, and where its answers go; None says that no more come."""

    serial: int
    answers: "asyncio.Queue[_Answer | None]"


class AnalysisService:
    """Analyses one article at a time in a child process.

    Args:
        pipeline: Name of the language pipeline; the default one when None.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
        self._serials = count(1)
        self._process: Process | None = None
        self._listener: asyncio.Task[None] | None = None
        self._current: _Request | None = None
        self._starting = asyncio.Lock()
        self._unavailable: str | None = None
        self._focus = 0

    @property
    def pid(self) -> int | None:
        """Id of the child process; None while there is none."""
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Start the child process, unless it runs; it then loads the pipeline.

        Raises:
            PipelineError: It can't be started.
        """
        async with self._starting:
            if self._process and self._process.returncode is None and self._listening():
                return
            await self._stop()
            self._process = await self._spawn()
            self._listener = asyncio.create_task(self._listen(self._process))

    async def analyse(self, article: Article, focus: int = 0) -> AsyncIterator[AnalysisUpdate]:
        """Find everything in an article and tell what is known on the way.

        A later call takes the child over: this one then ends without its last update. So it does
        when the caller stops iterating.

        Args:
            article: The article.
            focus: Offset that the reader is at; what stands there is analysed first.

        Yields:
            Updates; the last one is done.

        Raises:
            PipelineError: The pipeline can't be loaded (said once: from then on an empty analysis
                with a note comes instead), the analysis failed, or the child died twice. The next
                call starts another child.
        """
        if self._unavailable:
            yield AnalysisUpdate(1.0, Analysis(notes=(self._unavailable,)), done=True)
            return
        request = _Request(next(self._serials), asyncio.Queue())
        if self._current:
            self._current.answers.put_nowait(None)
        self._current, self._focus = request, focus
        try:
            try:
                async for update in self._ask(request, article):
                    yield update
            except _CrashError:
                yield AnalysisUpdate(0.0, Analysis(), done=False, again=True)
                async for update in self._ask(request, article):
                    yield update
        finally:
            if self._current is request:
                self._current = None
                with suppress(PipelineError):
                    await self._send({"cancel": request.serial}, start=False)

    async def look_at(self, focus: int) -> None:
        """Have what stands at an offset of the present article analysed next."""
        self._focus = focus
        if self._current:
            with suppress(PipelineError):
                await self._send({"id": self._current.serial, "focus": focus}, start=False)

    async def close(self) -> None:
        """End the child process; it never takes longer than two seconds."""
        if self._current:
            self._current.answers.put_nowait(None)
            self._current = None
        async with self._starting:
            await self._stop()

    async def _ask(self, request: _Request, article: Article) -> AsyncIterator[AnalysisUpdate]:
        focus = self._focus
        await self._send({"id": request.serial, "focus": focus, "article": article})
        if self._focus != focus:  # the reader went elsewhere before the child knew the article
            await self.look_at(self._focus)
        async for update in self._updates(request):
            yield update

    async def _updates(self, request: _Request) -> AsyncIterator[AnalysisUpdate]:
        newest = Analysis()
        while answer := await request.answers.get():
            if answer.problem:
                if answer.unavailable:
                    self._unavailable = answer.problem.message
                raise answer.problem
            newest = answer.analysis or newest
            if answer.done and self._current is request:
                self._current = None
            yield AnalysisUpdate(answer.fraction, newest, answer.done)
            if answer.done:
                return

    def _listening(self) -> bool:
        return self._listener is not None and not self._listener.done()

    async def _spawn(self) -> Process:
        named = [self._pipeline] if self._pipeline else []
        try:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # a file named spacy.py in the reader's folder is not meant
                "-m",
                "tuireader.analysis.child",
                *named,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env={**os.environ, "OMP_NUM_THREADS": "1"},
                limit=_LONGEST_ANSWER,
            )
        except OSError as error:
            raise PipelineError(
                f"The analysis can't be started: {error.strerror}.", "The text can still be read."
            ) from error

    async def _send(self, message: dict[str, Any], *, start: bool = True) -> None:
        """Write a message to the child, which is started first if need be."""
        if start:
            await self.start()
        process = self._process
        if process is None or process.stdin is None:
            return
        line = await asyncio.to_thread(_line, message) if start else _line(message)
        with suppress(ConnectionError):  # the listener tells that the child is gone
            process.stdin.write(line)
            await process.stdin.drain()

    async def _listen(self, process: Process) -> None:
        """Hand the answers of a child to the current request, until the child is gone."""
        assert process.stdout is not None
        # Anything but an answer means that the child has gone wild: it is as good as gone.
        with suppress(ConnectionError, ValueError, LookupError, TypeError):
            while line := await process.stdout.readline():
                answer = await asyncio.to_thread(_read_answer, line)
                request = self._current
                if request and request.serial == answer.serial:
                    request.answers.put_nowait(answer)
        if self._current and self._process is process:
            self._current.answers.put_nowait(_Answer(self._current.serial, problem=_CrashError()))

    async def _stop(self) -> None:
        """End the child: by closing its input, else by a signal, else by force."""
        process, self._process = self._process, None
        listener, self._listener = self._listener, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        for force in (process.terminate, process.kill, None):
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), _GOODBYE_SECONDS)
                break
            if force:
                with suppress(ProcessLookupError):
                    force()
        if listener:
            listener.cancel()
            await asyncio.wait([listener])


def _line(message: dict[str, Any]) -> bytes:
    plain = {key: encode(value) for key, value in message.items()}
    return json.dumps(plain).encode("ascii") + b"\n"


def _read_answer(line: bytes) -> _Answer:
    """Read a message of the child; runs in a thread, since a long one takes its time."""
    data = json.loads(line)
    if "problem" in data:
        problem = PipelineError(data["problem"], data["hint"])
        return _Answer(data["id"], problem=problem, unavailable="unavailable" in data)
    try:
        found = data["analysis"]
        analysis = None if found is None else decode(Analysis, found)
    except CodecError as error:
        problem = PipelineError(f"The findings can't be read: {error}.", "Restart the program.")
        return _Answer(data["id"], problem=problem)
    return _Answer(data["id"], data["fraction"], analysis, data["done"])
