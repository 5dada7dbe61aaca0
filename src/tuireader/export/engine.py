"""Reads articles, finds and renders, in one process or in several; keeps the order."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tuireader.analysis.analyzer import analyse_many
from tuireader.analysis.language import load_pipeline
from tuireader.article.model import Article
from tuireader.errors import ExportError, TuireaderError
from tuireader.export.forms import Form, form_named
from tuireader.export.sources import STANDARD_INPUT, Batch

if TYPE_CHECKING:
    from spacy.language import Language

_BATCHES_AHEAD = 2
"""Batches for each process that wait or are done but not yet written; it bounds the memory."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles become text; the same in every process."""

    format: str
    """One of `forms.FORMATS`."""

    several: bool
    """Whether more than one article can come."""

    pipeline: str | None = None
    """Name of the language pipeline; the default one when None."""

    standard_input: bytes = b""
    """What standard input held, if "-" is among the paths."""

    @property
    def form(self) -> Form:
        """The form that articles are rendered in."""
        return form_named(self.format, several=self.several)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: str
    """The file."""

    rendered: str | None = None
    """The article and its findings in the form asked for; None if it failed."""

    problem: str | None = None
    """Why it failed, or what went wrong on the way, as a sentence."""


class Engine:
    """One loaded pipeline and what it makes of files."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._form = recipe.form
        self._nlp: Language = load_pipeline(recipe.pipeline)

    def outcomes(self, paths: Iterable[str]) -> Iterator[Outcome]:
        """Yield what becomes of each file; those that can't be read come as soon as that shows.

        The vocabulary that the articles bring is forgotten at the end, so that memory does not
        grow with their number.
        """
        failed: deque[Outcome] = deque()
        with self._nlp.memory_zone():
            for article, analysis in analyse_many(self._readable(paths, failed), self._nlp):
                while failed:
                    yield failed.popleft()
                note = " ".join(analysis.notes) or None
                yield Outcome(article.source.path, self._form.render(article, analysis), note)
        yield from failed

    def _readable(self, paths: Iterable[str], failed: deque[Outcome]) -> Iterator[Article]:
        for path in paths:
            try:
                yield self._read(path)
            except TuireaderError as error:
                failed.append(Outcome(path, problem=str(error)))
            except (OSError, ValueError, RecursionError, MemoryError) as error:
                failed.append(Outcome(path, problem=f"“{path}” can't be read: {error}."))

    def _read(self, path: str) -> Article:
        from tuireader.article.loading import load_article, load_stdin

        if path == STANDARD_INPUT:
            return load_stdin(self._recipe.standard_input)
        return load_article(path)


def run_here(recipe: Recipe, batches: Iterable[Batch]) -> Iterator[Outcome]:
    """Yield the outcomes of all batches, made in this process."""
    engine = Engine(recipe)
    for batch in batches:
        yield from engine.outcomes(batch.paths)


def run_in_processes(recipe: Recipe, batches: Iterable[Batch], jobs: int) -> Iterator[Outcome]:
    """Yield the outcomes of all batches in order, made by several processes.

    Args:
        recipe: How articles become text.
        batches: The files; taken only a few at a time.
        jobs: How many processes.

    Raises:
        ExportError: A process died.
        PipelineError: The language pipeline can't be loaded.
    """
    todo = iter(batches)
    pool = ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_process,
        initargs=(recipe,),
    )
    running: deque[Future[list[Outcome]]] = deque()
    try:
        for batch in islice(todo, jobs * _BATCHES_AHEAD):
            running.append(pool.submit(_run_batch, batch))
        while running:
            yield from running.popleft().result()
            running.extend(pool.submit(_run_batch, batch) for batch in islice(todo, 1))
    except BrokenProcessPool as error:
        raise ExportError(
            "A process of the export died, perhaps for want of memory.", "Try again with --jobs 1."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_engine: Engine | None = None
_recipe: Recipe | None = None


def _start_process(recipe: Recipe) -> None:
    """Prepare a child process: it dies quietly on Ctrl-C and with its parent."""
    global _recipe
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["OMP_NUM_THREADS"] = "1"
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    _recipe = recipe


def _exit_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run_batch(batch: Batch) -> list[Outcome]:
    """Run one batch in a child; the pipeline is loaded with the first, so that errors come back."""
    global _engine
    if _engine is None:
        assert _recipe is not None
        _engine = Engine(_recipe)
    return list(_engine.outcomes(batch.paths))
