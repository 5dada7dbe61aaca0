"""A change of a file is told once, after it has settled."""

import os
from pathlib import Path

import pytest

from tuireader.storage.watching import FileChange, FileWatch, file_stamp

NONE, CHANGED, VANISHED = FileChange.NONE, FileChange.CHANGED, FileChange.VANISHED


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("One sentence.", encoding="utf-8")
    return path


def polls(watch: FileWatch, count: int = 3) -> list[FileChange]:
    return [watch.poll() for _ in range(count)]


def test_a_file_that_stays_the_same_tells_nothing(article: Path) -> None:
    assert polls(FileWatch(article)) == [NONE, NONE, NONE]


def test_a_file_that_was_written_to_tells_it_once(article: Path) -> None:
    watch = FileWatch(article)
    article.write_text("Two sentences. Here.", encoding="utf-8")
    assert polls(watch) == [NONE, CHANGED, NONE]


def test_the_same_size_at_another_time_is_a_change(article: Path) -> None:
    watch = FileWatch(article)
    os.utime(article, ns=(1, 1))
    assert polls(watch) == [NONE, CHANGED, NONE]


def test_a_file_that_was_replaced_by_a_twin_is_a_change(article: Path, tmp_path: Path) -> None:
    watch = FileWatch(article)
    status = article.stat()
    twin = tmp_path / "twin"
    twin.write_bytes(article.read_bytes())
    os.utime(twin, ns=(status.st_atime_ns, status.st_mtime_ns))
    twin.replace(article)
    assert polls(watch) == [NONE, CHANGED, NONE]


def test_a_file_that_is_still_being_written_is_left_alone(article: Path) -> None:
    watch = FileWatch(article)
    told = []
    for text in ("", "Half a", "Half a sentence is now whole."):
        article.write_text(text, encoding="utf-8")
        told.append(watch.poll())
    assert told == [NONE, NONE, NONE]
    assert watch.poll() is CHANGED


def test_a_file_that_goes_and_comes_back_tells_both(article: Path) -> None:
    watch = FileWatch(article)
    article.unlink()
    assert polls(watch) == [NONE, VANISHED, NONE]
    article.write_text("Back again.", encoding="utf-8")
    assert polls(watch) == [NONE, CHANGED, NONE]


def test_an_editor_that_removes_before_it_renames_is_one_change(article: Path) -> None:
    watch = FileWatch(article)
    article.unlink()
    assert watch.poll() is NONE
    article.write_text("The new text.", encoding="utf-8")
    assert polls(watch) == [NONE, CHANGED, NONE]


@pytest.mark.parametrize("name", ["missing.txt", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_looked_at_has_no_stamp(tmp_path: Path, name: str) -> None:
    assert file_stamp(tmp_path / name) is None
