"""Has documents analysed by the reader's own service, and prints JSON: seconds, memory.

The first document only warms the child up; the last one is begun and then given up for it.
"""

import asyncio
import json
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.processor import resident_megabytes
from tuireader.analysis.service import AnalysisService
from tuireader.article.loading import load_article
from tuireader.article.model import Article

RUNNING_SECONDS = 2.0
"""How long a document is analysed before it is given up."""


async def whole(service: AnalysisService, article: Article) -> tuple[float, float]:
    """Return the seconds that an analysis took, and the most memory of the child meanwhile."""
    begin, memory = perf_counter(), 0.0
    async for _ in service.analyse(article):
        if service.pid is not None:
            memory = max(memory, resident_megabytes(service.pid))
    return perf_counter() - begin, memory


async def taken_over(service: AnalysisService, long: Article, short: Article) -> float:
    """Begin with one article, ask for another, and return the seconds until that was analysed."""

    async def begin() -> None:
        async for _ in service.analyse(long):
            pass

    first = asyncio.create_task(begin())
    await asyncio.sleep(RUNNING_SECONDS)
    seconds, _ = await whole(service, short)
    await first
    return seconds


async def main(short_path: str, long_path: str) -> None:
    """Analyse one short and one long document."""
    short, long = load_article(Path(short_path)), load_article(Path(long_path))
    service = AnalysisService()
    await whole(service, short)
    alone, _ = await whole(service, short)
    other = await taken_over(service, long, short) if short_path != long_path else alone
    seconds, memory = await whole(service, long)
    await service.close()
    print(json.dumps({"seconds": seconds, "memory": memory, "alone": alone, "other": other}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
