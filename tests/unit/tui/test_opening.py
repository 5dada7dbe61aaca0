"""What the opener works with: matching, listing, walking, previewing."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.storage.state import Recent
from tuireader.tui.opening.candidates import (
    Candidate,
    list_folder,
    list_offers,
    rank,
    short_path,
)
from tuireader.tui.opening.fuzzy import match
from tuireader.tui.opening.previewing import load_preview
from tuireader.tui.opening.typed import complete, typed_path, understand


def lit(query: str, name: str, title: str = "") -> str | None:
    """Return the matched letters in capitals, so that a table can be read."""
    found = match(query, name, title)
    if found is None:
        return None
    letters = enumerate(f"{name} {title}".rstrip())
    return "".join(c.upper() if i in found.positions else c.lower() for i, c in letters)


@pytest.mark.parametrize(
    ("query", "name", "title", "shown"),
    [
        ("seed", "seed.txt", "", "SEED.txt"),
        ("SEED", "seed.txt", "", "SEED.txt"),
        ("part", "apart-part.txt", "", "apart-PART.txt"),
        ("tri", "cuatri.md", "", "cuaTRI.md"),
        ("hft", "hearing-flood.txt", "", "Hearing-Flood.Txt"),
        ("gate", "h.txt", "The gate at night", "h.txt the GATE at night"),
        ("night h", "h.txt", "The gate at night", "H.txt the gate at NIGHT"),
        ("tgan", "h.txt", "The gate at night", None),
        ("zebra", "seed.txt", "", None),
        ("seed zebra", "seed.txt", "", None),
        ("", "seed.txt", "", "seed.txt"),
        ("i", "İst-i.txt", "", "i̇st-I.txt"),
    ],
)
def test_what_is_matched(query: str, name: str, title: str, shown: str | None) -> None:
    assert lit(query, name, title) == shown


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("dart", "dart-impact.md", "standards-art.md"),
        ("dart", "dart.md", "dart-impact.md"),
        ("moon", "a-moon.md", "amoon.md"),
        ("moon", "moon-landing.md", "m-o-o-n.md"),
        ("hea", "hearing.txt", "his-early-article.txt"),
    ],
)
def test_what_is_nearer_comes_first(query: str, better: str, worse: str) -> None:
    candidates = [Candidate(Path(name), name) for name in (worse, better)]
    assert [item.index for item in rank(candidates, query)] == [1, 0]


@given(st.text(max_size=8), st.text(max_size=30), st.text(max_size=30))
def test_the_positions_are_those_of_the_letters(query: str, name: str, title: str) -> None:
    found = match(query, name, title)
    if found is not None:
        assert list(found.positions) == sorted(set(found.positions))
        assert all(0 <= position < len(name) + 1 + len(title) for position in found.positions)


def test_thousands_of_long_names_are_searched_at_once() -> None:
    candidates = [Candidate(Path("x"), "ab" * 100 + str(n)) for n in range(5_000)]
    start = time.perf_counter()
    rank(candidates, "abababx 9999")
    assert time.perf_counter() - start < 2


def test_without_a_query_the_order_is_kept_and_hidden_folders_stay_hidden() -> None:
    names = ["sub/", ".git/", "b.txt", "a.txt"]
    candidates = [Candidate(Path(name), name) for name in names]
    assert [item.index for item in rank(candidates, "")] == [0, 2, 3]
    assert [item.index for item in rank(candidates, ".g")] == [1]


def test_recents_follow_the_articles_of_the_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for path in (here / "part 10.txt", here / "part 2.txt", here / "image.png", there / "old.md"):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    recents = [
        Recent(str(there / "old.md"), "An old story"),
        Recent(str(here / "part 2.txt"), "The second part"),
        Recent(str(there / "gone.md"), "Gone"),
        Recent(str(there / (400 * "a")), "With a name that can't be"),
    ]
    listing = list_offers([here], recents)
    assert [(one.name, one.title) for one in listing.candidates] == [
        ("part 2.txt", "The second part"),
        ("part 10.txt", ""),
        ("old.md", "An old story"),
    ]
    assert listing.candidates[2].note == short_path(there)
    assert listing.problem == ""


def test_a_folder_that_cannot_be_listed_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    listing = list_offers([tmp_path / "missing", tmp_path], [])
    assert [one.name for one in listing.candidates] == ["a.txt"]
    assert "missing" in listing.problem
    assert "missing" in list_folder(tmp_path / "missing").problem


def test_a_folder_shows_its_folders_first(tmp_path: Path) -> None:
    (tmp_path / "f" / "z").mkdir(parents=True)
    (tmp_path / "f" / "a.txt").touch()
    listing = list_folder(tmp_path / "f")
    assert [(one.name, one.is_folder) for one in listing.candidates] == [
        ("z/", True),
        ("a.txt", False),
    ]


def test_names_and_titles_are_made_harmless(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;x\x07\nb.txt").touch()
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).touch()
    recents = [Recent(str(tmp_path / "a\x1b]0;x\x07\nb.txt"), "x\x1b[2J\ny")]
    for candidate in (
        *list_offers([tmp_path], recents).candidates,
        *list_folder(tmp_path).candidates,
    ):
        shown = candidate.name + candidate.title + candidate.note
        assert shown.isprintable(), ascii(shown)


def test_the_home_folder_is_written_short(own_home: Path) -> None:
    assert short_path(own_home / "news") == "~/news"
    assert short_path(own_home) == "~"
    assert short_path(Path(f"{own_home}-other")) == f"{own_home}-other"


@pytest.mark.parametrize(
    ("line", "folder", "words", "prefix"),
    [
        ("words of a title", None, "words of a title", ""),
        ("  seed.txt", None, "seed.txt", ""),
        ("sub/ar", "/base/sub", "ar", "sub/"),
        ("./ar", "/base", "ar", "./"),
        ("..", "/", "", "../"),
        ("../x/../y", "/", "y", "../x/../"),
        (".", "/base", "", "./"),
        ("/tmp/", "/tmp", "", "/tmp/"),
        ("/", "/", "", "/"),
        ("'/tmp/an article.txt'", "/tmp", "an article.txt", "/tmp/"),
        ("/tmp/an\\ article.txt ", "/tmp", "an article.txt ", "/tmp/"),
        ("file:///tmp/an%20article.txt", "/tmp", "an article.txt", "/tmp/"),
        ("a\0b/c", "/base/ab", "c", "ab/"),
        ("~nobody-of-that-name/x", "/base/~nobody-of-that-name", "x", "~nobody-of-that-name/"),
    ],
)
def test_paths_are_told_from_words(line: str, folder: str | None, words: str, prefix: str) -> None:
    typed = understand(line, Path("/base"))
    assert typed.folder == (Path(folder) if folder else None)
    assert (typed.words, typed.prefix) == (words, prefix)


def test_a_tilde_is_the_home_folder(own_home: Path) -> None:
    assert understand("~", Path("/base")).folder == own_home
    assert understand("~/news/a", Path("/base")).folder == own_home / "news"
    assert typed_path(understand("~/news/a", Path("/base")), Path("/base")) == own_home / "news/a"
    assert typed_path(understand("a b.txt", Path("/base")), Path("/base")) == Path("/base/a b.txt")


FILES = [
    Candidate(Path("/b/articles"), "articles/", is_folder=True),
    Candidate(Path("/b/article-1.txt"), "article-1.txt"),
    Candidate(Path("/b/other.txt"), "other.txt"),
]


@pytest.mark.parametrize(
    ("line", "chosen", "completed"),
    [
        ("./ar", FILES[0], "./article"),
        ("./AR", FILES[0], "./article"),
        ("./article", FILES[0], "./articles/"),
        ("./o", FILES[2], "./other.txt"),
        ("./x", None, None),
        ("oth", FILES[2], "other.txt"),
        ("..", FILES[2], "../other.txt"),
    ],
)
def test_tab_completes_like_a_shell(
    line: str, chosen: Candidate | None, completed: str | None
) -> None:
    assert complete(understand(line, Path("/b")), FILES, chosen) == completed


def test_a_name_that_cannot_be_typed_is_not_completed() -> None:
    bad = Candidate(Path("/b/x\x1b[2J"), "x␛[2J/", is_folder=True)
    assert complete(understand("./x", Path("/b")), [bad], bad) is None


def test_a_preview_tells_title_facts_and_first_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Council Votes To Close The Library\n\nThe council voted on Monday.\n\nIt was late.\n",
        encoding="utf-8",
    )
    preview = load_preview(path)
    assert preview.title == "Council Votes To Close The Library"
    assert preview.facts.startswith("plain text · 14 words")
    assert preview.paragraphs == ("The council voted on Monday.", "It was late.")
    assert preview.problem == ""


def test_a_preview_of_a_long_article_holds_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One long paragraph goes on. " * 2_000, encoding="utf-8")
    assert sum(len(text) for text in load_preview(path).paragraphs) <= 4_000


def test_a_preview_says_why_there_is_none(tmp_path: Path) -> None:
    assert "does not exist" in load_preview(tmp_path / "gone.txt").problem
