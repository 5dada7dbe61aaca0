"""Reads articles, finds and renders, in one process or in several; keeps the order."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from tuireader.analysis.analyzer import analyse_many
from tuireader.analysis.language import load_pipeline
from tuireader.analysis.model import Analysis
from tuireader.article.loading import STDIN_PATH, load_article, load_stdin
from tuireader.article.model import Article
from tuireader.errors import ExportError, TuireaderError
from tuireader.export.forms import Form, form_named
from tuireader.export.sources import Batch

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

    def outcomes(self, paths: Sequence[str]) -> Iterator[Outcome]:
        """Yield what becomes of each file, in order.

        The vocabulary that the articles bring is forgotten at the end, so that memory does not
        grow with their number.
        """
        done = 0
        try:
            for outcome in self._in_one_stream(paths):
                yield outcome
                done += 1
        except Exception as error:
            if len(paths) == 1:
                yield Outcome(paths[0], problem=_failure(paths[0], error))
                return
            # One article broke the stream that it shares with others: each gets its own.
            for path in paths[done:]:
                yield from self.outcomes([path])

    def _in_one_stream(self, paths: Sequence[str]) -> Iterator[Outcome]:
        loaded = [self._load(path) for path in paths]
        articles = (item for item in loaded if isinstance(item, Article))
        with self._nlp.memory_zone():
            analysed = analyse_many(articles, self._nlp)
            for item in loaded:
                yield item if isinstance(item, Outcome) else self._outcome(*next(analysed))

    def _outcome(self, article: Article, analysis: Analysis) -> Outcome:
        path = article.source.path
        notes = " ".join(analysis.notes)
        remark = f"“{path}”: {notes}" if notes else None
        return Outcome(path, self._form.render(article, analysis), remark)

    def _load(self, path: str) -> Article | Outcome:
        try:
            return self._read(path)
        except TuireaderError as error:
            return Outcome(path, problem=str(error))
        except Exception as error:
            return Outcome(path, problem=_failure(path, error))

    def _read(self, path: str) -> Article:
        if path == STDIN_PATH:
            return load_stdin(BytesIO(self._recipe.standard_input))
        return load_article(path)


def _failure(path: str, error: Exception) -> str:
    return f"“{path}” can't be exported ({type(error).__name__}: {error})."


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
    others = set(multiprocessing.active_children())
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
    except BaseException:
        # The pool would let each process finish what it holds, which may take a minute.
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
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
