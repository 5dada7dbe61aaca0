"""The reader on a screen that tests drive, at three sizes."""

from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from readings import HandService, article
from tuireader.analysis.service import AnalysisService
from tuireader.article.model import Article
from tuireader.session.desk import Desk
from tuireader.storage.config import Config
from tuireader.tui.app import ReaderApp
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen

WIDE, MIDDLE, NARROW = (120, 40), (80, 24), (60, 15)


def reader_app(
    shown: Article | None = None,
    *,
    service: HandService | None = None,
    config: Config | None = None,
    paths: tuple[Path, ...] = (),
) -> ReaderApp:
    """Return the app with an article and findings put there by hand."""
    desk = Desk(
        config or Config(),
        paths,
        service=cast(AnalysisService, service or HandService()),
    )
    return ReaderApp(ReaderOptions(article=shown or article(), paths=paths), desk)


async def ready(pilot: Pilot[None]) -> ReaderScreen:
    """Wait until the article was analysed."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return cast(ReaderScreen, pilot.app.screen)
