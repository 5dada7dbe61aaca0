"""Exports the findings of any number of articles."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.article.loading import STDIN_PATH, read_stdin
from tuireader.errors import ExportError
from tuireader.export.engine import Outcome, Recipe, run_here, run_in_processes
from tuireader.export.output import Output, opened_output
from tuireader.export.progress import Progress
from tuireader.export.sources import Batch, article_paths, batches, file_size
from tuireader.looking import is_folder

DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2
"""The exit codes: all articles exported, some, none."""

_BATCH_BYTES = 250_000
"""What is parsed in one stream: each end of one costs a part of a batch of the pipeline."""

_SHARED_BATCH_BYTES = 50_000
"""The same where processes share the work: nothing of a batch is seen before it is done."""

_BATCH_FILES = 200

_BYTES_A_JOB = 300_000
"""What keeps a process busy for several times as long as it takes to load its pipeline."""

_MOST_JOBS = 4
"""More processes than that are used only if asked for: each takes some 300 MB."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export, and how."""

    paths: tuple[str, ...]
    """Files, folders or "-" for standard input."""

    format: str
    """One of `forms.FORMATS`."""

    output: Path | None = None
    """The file to write; standard output when None."""

    jobs: int | None = None
    """How many processes; worked out from the size of the articles when None."""

    pipeline: str | None = None
    """Name of the language pipeline; the default one when None."""


def export(request: ExportRequest) -> int:
    """Export articles and tell on standard error what could not be read.

    Returns:
        The exit code: 0 if all went well, 1 if some articles or folders failed, 2 if all did.

    Raises:
        ExportError: There is nothing to export, or the output can't be written.
        PipelineError: The language pipeline can't be loaded.
    """
    unlisted: list[str] = []
    paths = list(article_paths(request.paths, unlisted.append))
    progress = Progress(len(paths))
    for problem in unlisted:
        progress.say(problem)
    if not paths:
        raise ExportError("There are no articles in the folders named.")
    recipe = Recipe(
        format=request.format,
        several=len(request.paths) > 1 or is_folder(request.paths[0]),
        pipeline=request.pipeline,
        standard_input=read_stdin(sys.stdin.buffer) if STDIN_PATH in paths else b"",
    )
    try:
        with opened_output(request.output, paths) as output:
            jobs = min(request.jobs or sensible_jobs(paths), len(paths))
            done = _write_all(recipe, _outcomes(recipe, paths, jobs), output, progress, request)
    finally:
        progress.close()
    if done == len(paths) and not unlisted:
        return DONE
    return SOME_FAILED if done else NOTHING_DONE


def sensible_jobs(paths: Sequence[str]) -> int:
    """Return how many processes are worth their start for these files."""
    size = sum(map(file_size, paths))
    return max(1, min(_MOST_JOBS, os.cpu_count() or 1, size // _BYTES_A_JOB))


def _outcomes(recipe: Recipe, paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    most_bytes = _BATCH_BYTES if jobs == 1 else _SHARED_BATCH_BYTES
    groups: Iterator[Batch] = batches(paths, most_bytes=most_bytes, most_files=_BATCH_FILES)
    return run_here(recipe, groups) if jobs == 1 else run_in_processes(recipe, groups, jobs)


def _write_all(
    recipe: Recipe,
    outcomes: Iterator[Outcome],
    output: Output,
    progress: Progress,
    request: ExportRequest,
) -> int:
    """Write what was rendered, say what went wrong, and return how many articles were written."""
    form = recipe.form
    mark = "\ufeff" if form.byte_order_mark and request.output else ""
    done = 0
    for outcome in outcomes:
        progress.advance()
        if outcome.problem:
            progress.say(outcome.problem)
        if outcome.rendered is None:
            continue
        output.write((form.separator if done else mark + form.opening) + outcome.rendered)
        output.flush()
        done += 1
    output.write(form.closing if done else "")
    return done
