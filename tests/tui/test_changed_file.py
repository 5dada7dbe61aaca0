"""Somebody else writes to the file, or takes it away, while it is read."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens import MIDDLE, reader_app, ready
from tuireader.article.loading import load_article
from tuireader.article.model import Article
from tuireader.session.desk import Desk
from tuireader.session.kinds import Kind
from tuireader.storage.config import Config
from tuireader.storage.watching import FileChange, FileWatch
from tuireader.tui.app import ReaderApp
from tuireader.tui.screens.reader import ReaderScreen

BEFORE = "Bridge opens\n\nThe bridge cost $12 million, said Ann Moss, the mayor.\n"
AFTER = BEFORE.replace("12", "15")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with an article in it."""
    path = tmp_path / "bridge.txt"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def app_with(path: Path, config: Config | None = None) -> ReaderApp:
    return reader_app(load_article(path), config=config)


async def look_twice(pilot: Pilot[None], screen: ReaderScreen) -> None:
    """Let two seconds pass: what two looks find is told."""
    for _ in range(2):
        screen._look_at_file()
        await ready(pilot)


def told(app: ReaderApp) -> list[str]:
    return [message.message for message in app._notifications]


async def test_what_was_written_is_read(path: Path) -> None:
    app = app_with(path)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        path.write_text(AFTER, encoding="utf-8")
        await look_twice(pilot, screen)
        assert "$15 million" in screen.session.article.text
        assert screen.status_bar.status == "the file has changed and was read again"


async def test_a_file_that_is_gone_is_told_once_and_its_text_stays(path: Path) -> None:
    app = app_with(path)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        path.unlink()
        await look_twice(pilot, screen)
        await look_twice(pilot, screen)
        assert told(app) == ["The file is gone; you go on reading what was read."]
        assert "$12 million" in screen.session.article.text


async def test_who_wants_the_text_to_stay_has_it_stay(path: Path) -> None:
    app = app_with(path, Config(reload_changed=False))
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        path.write_text(AFTER, encoding="utf-8")
        await look_twice(pilot, screen)
        assert "$12 million" in screen.session.article.text


@pytest.fixture
def silent_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A disk that does not answer for one file; gives the names of the threads that ask it."""
    answered, poll = threading.Event(), FileWatch.poll
    asking: list[str] = []

    def ask(watch: FileWatch) -> FileChange:
        if watch.path.name != "bridge.txt":
            return poll(watch)
        asking.append(threading.current_thread().name)
        answered.wait(10)
        return FileChange.NONE

    monkeypatch.setattr(FileWatch, "poll", ask)
    yield asking
    answered.set()


async def test_a_disk_that_does_not_answer_holds_up_nothing(
    path: Path, silent_disk: list[str]
) -> None:
    app = app_with(path)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen._look_at_file()
        screen._look_at_file()
        await pilot.press("2")
        assert screen.panels[Kind.FIGURE].has_focus_within
    assert len(silent_disk) == 1
    assert silent_disk[0] != threading.main_thread().name


async def test_it_does_not_keep_the_next_file_from_being_looked_at(
    path: Path, silent_disk: list[str]
) -> None:
    other = path.with_name("tunnel.txt")
    other.write_text(BEFORE, encoding="utf-8")
    app = app_with(path)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen._look_at_file()
        screen.show_other(load_article(other), 0)
        other.write_text(AFTER, encoding="utf-8")
        for _ in range(2):
            screen._look_at_file()
            while screen._looked_at is not None:
                await pilot.pause()
        for reading in [worker for worker in app.workers if worker.group == "open"]:
            await reading.wait()
        assert "$15 million" in screen.session.article.text
    assert len(silent_disk) == 1


async def test_who_opens_another_one_meanwhile_gets_that(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = path.with_name("tunnel.txt")
    other.write_text(BEFORE, encoding="utf-8")
    may_answer = asyncio.Event()

    async def read(wanted: Path) -> Article:
        if wanted == other:
            await may_answer.wait()
        return load_article(wanted)

    monkeypatch.setattr(Desk, "read", staticmethod(read))
    app = app_with(path)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen.open_path(other)
        path.write_text(AFTER, encoding="utf-8")
        for _ in range(2):
            screen._look_at_file()
            while screen._looked_at is not None:
                await pilot.pause()
        may_answer.set()
        await ready(pilot)
        assert screen.path == other
