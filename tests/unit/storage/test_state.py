"""What the program remembers survives crashes, other versions and a second reader."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.storage.paths import state_file
from tuireader.storage.state import (
    MAX_PLACES,
    MAX_RECENTS,
    VERSION,
    Alter,
    Place,
    State,
    StateFile,
    article_key,
)


def use_nord(state: State) -> State:
    """Choose a theme."""
    return state._replace(theme="nord")


def opened(path: Path) -> Alter:
    """Return the change that an article was opened."""
    return lambda state: state.with_recent(article_key(path))


def test_nothing_is_remembered_at_first() -> None:
    assert StateFile().load() == State()


def test_all_of_it_comes_back(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    file = StateFile()
    file.change(use_nord)
    file.change(lambda state: state._replace(side_bar=False))
    file.change(lambda state: state.with_recent(article_key(article), "A headline"))
    file.change(lambda state: state.with_place(article_key(article), Place(120, "abc", "c3")))
    other = StateFile()
    state = other.load()
    assert (state.theme, state.side_bar) == ("nord", False)
    assert state.recents[0].title == "A headline"
    assert state.places.get(article_key(article)) == Place(120, "abc", "c3")
    assert state.places.get(article_key(tmp_path / "other.txt")) is None


def test_an_article_is_known_by_any_way_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").touch()
    (tmp_path / "link").symlink_to(folder / "a.txt")
    file = StateFile()
    left = article_key(folder / ".." / "folder" / "a.txt")
    file.change(lambda state: state.with_place(left, Place(1, "x")))
    assert file.state.places.get(article_key(tmp_path / "link")) == Place(1, "x")


def test_recents_are_newest_first_once_each_and_limited(tmp_path: Path) -> None:
    file = StateFile()
    for number in range(MAX_RECENTS + 5):
        file.change(opened(tmp_path / f"{number}.txt"))
    file.change(lambda state: state.with_recent(article_key(tmp_path / "20.txt"), "Again"))
    recents = file.load().recents
    assert len(recents) == MAX_RECENTS
    assert [Path(recent.path).stem for recent in recents[:2]] == ["20", str(MAX_RECENTS + 4)]
    assert [Path(recent.path).stem for recent in recents].count("20") == 1


def test_the_places_left_longest_ago_are_forgotten(tmp_path: Path) -> None:
    file = StateFile()
    file.change(
        lambda _: State(places={str(tmp_path / str(n)): Place(n, "x") for n in range(MAX_PLACES)})
    )
    file.change(lambda state: state.with_place(article_key(tmp_path / "0"), Place(7, "x")))
    file.change(lambda state: state.with_place(article_key(tmp_path / "new"), Place(8, "x")))
    assert len(file.load().places) == MAX_PLACES
    assert file.state.places.get(article_key(tmp_path / "0")) == Place(7, "x")
    assert file.state.places.get(article_key(tmp_path / "1")) is None


def test_two_readers_do_not_lose_what_the_other_remembers(tmp_path: Path) -> None:
    one, two = StateFile(), StateFile()
    one.load()
    two.load()
    one.change(opened(tmp_path / "one.txt"))
    two.change(opened(tmp_path / "two.txt"))
    one.change(lambda state: state.with_place(article_key(tmp_path / "one.txt"), Place(5, "x")))
    two.change(use_nord)
    state = StateFile().load()
    assert [Path(recent.path).stem for recent in state.recents] == ["two", "one"]
    assert state.theme == "nord"
    assert len(state.places) == 1


UNUSABLE = {
    "empty": b"",
    "cut off": b"{",
    "a list": b"[1]",
    "nothing": b"null",
    "bytes": b"\xff\xfe\x00",
    "too deep": b"[" * 200_000,
    "newer": json.dumps({"version": VERSION + 1, "theme": "nord"}).encode(),
    "older": json.dumps({"version": 0}).encode(),
    "no version": json.dumps({"theme": "nord"}).encode(),
    "too large": b" " * 4_000_001,
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_that_cannot_be_used_is_kept_aside(content: bytes) -> None:
    path = state_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    file = StateFile()
    assert file.load() == State()
    assert path.with_name("state.json.bak").read_bytes() == content
    assert file.set_aside and "kept as state.json.bak" in file.set_aside
    file.change(use_nord)
    assert StateFile().load().theme == "nord"


@pytest.mark.parametrize(
    "fields",
    [
        {"theme": 3},
        {"side_bar": "yes"},
        {"recents": {"a": 1}},
        {"recents": [1, None, {"path": 7}, {}]},
        {"places": [1]},
        {"places": {"/a": 1, "/b": {"offset": -1, "sha256": "x"}, "/c": {"offset": True}}},
    ],
)
def test_single_entries_that_make_no_sense_are_left_out(fields: dict[str, object]) -> None:
    path = state_file()
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"version": VERSION, **fields}), encoding="utf-8")
    assert StateFile().load() == State()
    assert path.exists()


def test_where_nothing_can_be_written_the_reader_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = StateFile(tmp_path / "file" / "state.json")
    file.change(use_nord)
    assert file.state.theme == "nord"
    assert file.problem and "can't be" in file.problem


def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "state.json"
    folder.mkdir()
    file = StateFile(folder)
    file.change(use_nord)
    assert file.state.theme == "nord"
    assert file.problem and "can't be read" in file.problem
    assert folder.is_dir()


@pytest.mark.parametrize("device", ["pipe", "/dev/zero", "/dev/tty"])
def test_a_file_that_is_none_is_not_waited_for(tmp_path: Path, device: str) -> None:
    path = tmp_path / "state.json"
    if device == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(device)
    file = StateFile(path)
    file.change(use_nord)
    assert file.problem and "can't be read" in file.problem
    assert not path.is_file()


def test_a_file_that_cannot_be_kept_aside_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(UNUSABLE["newer"])
    for ending in ("", *range(2, 10)):
        (tmp_path / f"state.json.bak{ending}").mkdir()
    file = StateFile(path)
    file.change(use_nord)
    assert file.problem and "can't be kept as state.json.bak9: File exists" in file.problem
    assert path.read_bytes() == UNUSABLE["newer"]


def test_a_file_that_is_torn_while_it_is_read_takes_nothing_along(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    file = StateFile(path)
    file.change(opened(tmp_path / "a.txt"))
    path.write_bytes(UNUSABLE["cut off"])
    file.change(use_nord)
    state = StateFile(path).load()
    assert state.theme == "nord"
    assert [recent.path for recent in state.recents] == [article_key(tmp_path / "a.txt")]


def test_a_file_kept_aside_does_not_take_the_place_of_one_before(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for content in (UNUSABLE["newer"], UNUSABLE["cut off"]):
        path.write_bytes(content)
        file = StateFile(path)
        file.load()
    assert file.set_aside and "kept as state.json.bak2" in file.set_aside
    assert path.with_name("state.json.bak").read_bytes() == UNUSABLE["newer"]
    assert path.with_name("state.json.bak2").read_bytes() == UNUSABLE["cut off"]


def test_a_name_that_is_no_unicode_comes_back(tmp_path: Path) -> None:
    article = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file = StateFile()
    file.change(opened(article))
    assert StateFile().load().recents[0].path == article_key(article)


def test_what_is_remembered_is_for_its_owner_only() -> None:
    file = StateFile()
    file.change(use_nord)
    assert file.path.stat().st_mode & 0o077 == 0


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.text(max_size=12).filter(lambda name: "\0" not in name), st.integers(0)),
        max_size=6,
    )
)
def test_any_names_come_back(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any" / "state.json"
    path.unlink(missing_ok=True)
    places = {name: Place(offset, "x") for name, offset in entries}
    StateFile(path).change(lambda _: State(places=places))
    assert StateFile(path).load().places == places
