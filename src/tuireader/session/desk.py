"""What a reading needs from outside: files, findings, and what was remembered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.article.loading import list_articles, load_article
from tuireader.article.model import Article
from tuireader.errors import PipelineError
from tuireader.looking import absolute
from tuireader.session.remembering import Memory
from tuireader.storage.config import Config
from tuireader.storage.state import Place, State, StateFile, article_key

if TYPE_CHECKING:
    from tuireader.analysis.service import AnalysisService, AnalysisUpdate
    from tuireader.storage.analyses import AnalysisCache


class Desk:
    """Reads articles, has them analysed, remembers where they were left.

    Args:
        config: The reader's settings.
        paths: The files named on the command line, in order.
        state: The file of what is remembered.
        service: The language service.
        cache: The findings of earlier readings.
    """

    def __init__(
        self,
        config: Config,
        paths: tuple[Path, ...] = (),
        *,
        state: StateFile | None = None,
        service: "AnalysisService | None" = None,
        cache: "AnalysisCache | None" = None,
    ) -> None:
        self.config = config
        self.paths = paths
        self.memory = Memory(state or StateFile())
        if service is not None:
            self.service = service
        if cache is not None:
            self.cache = cache

    # Both are imported only when there is an article on screen to analyse.

    @cached_property
    def service(self) -> "AnalysisService":
        """The language service."""
        from tuireader.analysis.service import AnalysisService

        return AnalysisService(self.config.pipeline)

    @cached_property
    def cache(self) -> "AnalysisCache":
        """The findings of earlier readings."""
        from tuireader.storage.analyses import AnalysisCache

        return AnalysisCache(self.config.pipeline)

    async def warm_up(self) -> None:
        """Let the language service load while the reader still chooses an article."""
        with suppress(PipelineError):  # said when an article is to be analysed
            await self.service.start()

    @staticmethod
    async def read(path: Path) -> Article:
        """Read an article without holding up the screen.

        Raises:
            ArticleError: It can't be opened.
        """
        return await asyncio.to_thread(load_article, path)

    async def analyse(self, article: Article, focus: int = 0) -> "AsyncIterator[AnalysisUpdate]":
        """Yield what is found, more and more; at once if it was found before.

        Args:
            article: The article.
            focus: Offset that the reader is at.

        Raises:
            PipelineError: The language pipeline is missing or broken.
        """
        known = await asyncio.to_thread(self.cache.load, article)
        if known is not None:
            from tuireader.analysis.service import AnalysisUpdate

            yield AnalysisUpdate(1.0, known, done=True)
            return
        async for update in self.service.analyse(article, focus):
            yield update
            if update.done:
                await asyncio.to_thread(self.cache.save, article, update.analysis)

    async def neighbour(self, path: str, step: int) -> Path | None:
        """Return the article after or before one, among those named or in its folder.

        The folder is looked through beside: it may hold thousands, or be far away.

        Args:
            path: The article that is open.
            step: 1 for the next one, -1 for the one before.

        Raises:
            ArticleError: The folder can't be read.
        """
        here = absolute(path)
        among = [absolute(p) for p in self.paths]
        if len(among) < 2 or here not in among:
            among = await asyncio.to_thread(list_articles, here.parent)
        if here not in among:
            return among[0] if among else None
        return among[(among.index(here) + step) % len(among)] if len(among) > 1 else None

    # What is remembered

    def place_of(self, article: Article) -> int:
        """Return the offset at which an article was left; 0 if it was not read before."""
        if article.source.path == "-" or not self.config.remember_positions:
            return 0
        place = self.memory.state.places.get(article_key(Path(article.source.path)))
        return min(place.offset, max(0, len(article.text) - 1)) if place else 0

    def remember(self, article: Article, offset: int, finding: str | None) -> None:
        """Remember that an article was read, and where it was left."""
        if article.source.path == "-":
            return
        path, title = article_key(Path(article.source.path)), article.title
        recent, position = self.config.remember_recents, self.config.remember_positions
        place = Place(offset, article.source.sha256, finding)

        def add(state: State) -> State:
            state = state.with_recent(path, title) if recent else state
            return state.with_place(path, place) if position else state

        if recent or position:
            self.memory.change(add)
