"""The child process: updates, one request at a time, and what happens when it dies."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import pytest
import pytest_asyncio
from spacy.language import Language

from tuireader.analysis.analyzer import analyse
from tuireader.analysis.language import load_pipeline
from tuireader.analysis.model import Analysis
from tuireader.analysis.service import AnalysisService, AnalysisUpdate
from tuireader.article.model import Article
from tuireader.errors import PipelineError

pytestmark = pytest.mark.asyncio(loop_scope="module")

PARAGRAPH = "“We lost 40 boats,” said Nora Blake. She expects that 30 more will go in May."
PATIENCE = 60  # seconds; a limit for a machine that is very busy, not a wait


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def service() -> AsyncIterator[AnalysisService]:
    """One warm child for all tests of the module."""
    service = AnalysisService()
    await service.start()
    yield service
    await service.close()


@pytest.fixture
def short(make_article: Callable[..., Article]) -> Article:
    """An article that is done at once."""
    return make_article(PARAGRAPH)


@pytest.fixture
def long(make_article: Callable[..., Article]) -> Article:
    """An article that takes many batches."""
    return make_article("\n\n".join([PARAGRAPH] * 3_000))


async def last_update(service: AnalysisService, article: Article) -> AnalysisUpdate:
    async with asyncio.timeout(PATIENCE):
        updates = [update async for update in service.analyse(article)]
    assert [update.done for update in updates] == [False] * (len(updates) - 1) + [True]
    return updates[-1]


async def test_the_child_finds_what_is_found_here(
    service: AnalysisService, short: Article, nlp: Language
) -> None:
    update = await last_update(service, short)
    assert (update.fraction, update.done) == (1.0, True)
    assert update.analysis == analyse(short, nlp)


async def test_the_child_stays_for_the_next_article(
    service: AnalysisService, short: Article
) -> None:
    first = service.pid
    await last_update(service, short)
    await service.start()
    assert service.pid == first


async def test_findings_come_on_the_way(service: AnalysisService, long: Article) -> None:
    async with asyncio.timeout(PATIENCE):
        async for update in service.analyse(long):
            if update.analysis.figures:
                break
    assert 0 < update.fraction < 1
    assert not update.done


async def test_a_new_request_ends_the_one_before(
    service: AnalysisService, short: Article, long: Article
) -> None:
    older = aiter(service.analyse(long))
    await anext(older)
    update = await last_update(service, short)
    assert update.analysis.figures
    async with asyncio.timeout(PATIENCE):
        assert [late.done async for late in older if late.done] == []


async def test_giving_up_makes_way(service: AnalysisService, short: Article, long: Article) -> None:
    given_up = asyncio.create_task(last_update(service, long))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert (await last_update(service, short)).done


async def test_a_dead_child_is_replaced_once(service: AnalysisService, long: Article) -> None:
    updates: list[AnalysisUpdate] = []
    async for update in service.analyse(long):
        updates.append(update)
        if len(updates) == 1:
            assert service.pid
            os.kill(service.pid, signal.SIGKILL)
    assert [update.again for update in updates].count(True) == 1
    assert updates[-1].done
    assert updates[-1].analysis.figures


async def test_a_child_that_dies_again_and_again_is_told(
    service: AnalysisService, short: Article, long: Article
) -> None:
    with pytest.raises(PipelineError) as told:
        async for update in service.analyse(long):
            if not update.again and service.pid:
                with suppress(ProcessLookupError):  # it is dead already
                    os.kill(service.pid, signal.SIGKILL)
    assert told.value.hint
    assert (await last_update(service, short)).analysis.figures


async def test_what_the_reader_goes_to_comes_next(service: AnalysisService, long: Article) -> None:
    end = len(long.text) - 1
    updates: list[AnalysisUpdate] = []
    async for update in service.analyse(long):
        updates.append(update)
        await service.look_at(end)
    first = next(u for u in updates if any(f.start > end - 400 for f in u.analysis.figures))
    assert first.fraction < 0.9
    assert updates[-1].analysis == analyse(long, load_pipeline())


async def test_a_reader_who_moves_before_the_child_knows_the_article_is_followed(
    long: Article,
) -> None:
    service = AnalysisService()
    end = len(long.text) - 1
    try:
        updates = aiter(service.analyse(long))
        first = asyncio.ensure_future(anext(updates))
        await asyncio.sleep(0)
        await service.look_at(end)
        update = await first
        while not update.analysis.figures:
            update = await anext(updates)
        assert update.fraction < 0.9
        assert any(figure.start > end - 400 for figure in update.analysis.figures)
        await updates.aclose()  # type: ignore[attr-defined]
    finally:
        await service.close()


async def test_a_missing_pipeline_is_told_once(short: Article) -> None:
    service = AnalysisService("no_such_pipeline")
    try:
        with pytest.raises(PipelineError, match="no_such_pipeline"):
            await last_update(service, short)
        update = await last_update(service, short)
        assert update.analysis == Analysis(notes=update.analysis.notes)
        assert "no_such_pipeline" in update.analysis.notes[0]
    finally:
        await service.close()


async def test_closing_ends_the_child_and_the_request(long: Article) -> None:
    service = AnalysisService()
    updates = aiter(service.analyse(long))
    await anext(updates)
    pid = service.pid
    assert pid
    async with asyncio.timeout(PATIENCE):
        await service.close()
        assert [update async for update in updates if update.done] == []
    assert service.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_closing_twice_or_unused_does_no_harm() -> None:
    service = AnalysisService()
    await service.close()
    await service.close()


@pytest.mark.parametrize("request_line", [b"", b"nonsense\n"], ids=["end of input", "nonsense"])
async def test_the_child_ends_with_its_input(request_line: bytes) -> None:
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tuireader.analysis.child", "no_such_pipeline"],
        input=request_line,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stdout == b""
