"""Whole screens as pictures; after a wanted change, `pytest --snapshot-update tests/snapshots`."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol, cast

import pytest
from textual.app import App
from textual.pilot import Pilot

from readings import HandService, article
from tuireader.analysis.model import Analysis
from tuireader.analysis.service import AnalysisService
from tuireader.errors import PipelineError
from tuireader.session.desk import Desk
from tuireader.storage.config import Config
from tuireader.tui.app import ReaderApp
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.theme import DARK, LIGHT, SIXTEEN


class Compare(Protocol):
    """What the plugin for snapshots gives."""

    def __call__(
        self,
        app: App[None],
        *,
        press: list[str],
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[None]], Awaitable[None]],
    ) -> bool: ...


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the findings, and leave out how long they took."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    cast(ReaderScreen, pilot.app.screen).tell_finding("analysed")
    await pilot.pause()


def app(service: HandService | None = None, theme: str = DARK) -> ReaderApp:
    desk = Desk(Config(), service=cast(AnalysisService, service or HandService()))
    return ReaderApp(ReaderOptions(article=article(repeated=2), theme=theme), desk)


@pytest.mark.parametrize(
    ("size", "press"),
    [
        pytest.param((120, 40), ["1", "down", "enter"], id="wide"),
        pytest.param((80, 24), ["3", "enter"], id="middle"),
        pytest.param((60, 15), ["2", "down"], id="narrow"),
        pytest.param((100, 30), ["slash", "b", "o", "l", "t", "enter", "n"], id="searching"),
        pytest.param((120, 30), ["1", "f"], id="following"),
        pytest.param((100, 30), ["x"], id="comparing"),
    ],
)
def test_screens(snap_compare: Compare, size: tuple[int, int], press: list[str]) -> None:
    assert snap_compare(app(), press=press, terminal_size=size, run_before=settle)


def test_light_theme(snap_compare: Compare) -> None:
    shown = app(theme=LIGHT)
    assert snap_compare(shown, press=["2", "enter"], terminal_size=(120, 40), run_before=settle)


def test_sixteen_colours(snap_compare: Compare) -> None:
    shown = app(theme=SIXTEEN)
    assert snap_compare(shown, press=["1", "enter"], terminal_size=(100, 30), run_before=settle)


def test_nothing_found(snap_compare: Compare) -> None:
    shown = app(HandService(Analysis()))
    assert snap_compare(shown, press=[], terminal_size=(100, 24), run_before=settle)


def test_no_pipeline(snap_compare: Compare) -> None:
    error = PipelineError("The language pipeline “x” can't be loaded.", "Install tuireader again.")
    shown = app(HandService(error=error))
    assert snap_compare(shown, press=[], terminal_size=(100, 24), run_before=settle)


def test_pictures_stay_few() -> None:
    folder = Path(__file__).parent / "__snapshots__"
    assert len(list(folder.rglob("*.*"))) <= 15
