"""The cache of findings: what is found again, what is not, and how it stays small."""

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tuireader.analysis.model import Analysis, Comparison
from tuireader.article.model import Article, ParagraphKind
from tuireader.storage import analyses
from tuireader.storage.analyses import AnalysisCache, engine_fingerprint
from tuireader.storage.analysis_lines import to_lines

MakeArticle = Callable[..., Article]

FOUND = Analysis(model="m 1", comparisons=(Comparison("k1", "boats", (), True, "40 or 50"),))
ASTRAY = replace(FOUND, comparisons=(replace(FOUND.comparisons[0], claims=("c1",)),))
WHOLE = "\n".join(to_lines(FOUND)).encode("ascii")


@pytest.fixture
def cache(own_home: Path) -> AnalysisCache:
    return AnalysisCache()


def files_of(home: Path) -> list[Path]:
    return sorted(home.rglob("*.json.gz"))


def test_what_is_saved_is_found(cache: AnalysisCache, make_article: MakeArticle) -> None:
    assert cache.load(make_article("One.")) is None
    cache.save(make_article("One."), FOUND)
    assert cache.load(make_article("One.")) == FOUND
    assert cache.load(make_article("Two.")) is None


def test_the_same_text_elsewhere_is_found(cache: AnalysisCache, make_article: MakeArticle) -> None:
    article = make_article("One.")
    cache.save(article, FOUND)
    moved = replace(article, source=article.source._replace(path="b.txt", sha256="0" * 64))
    assert cache.load(moved) == FOUND


def test_other_paragraphs_are_another_article(
    cache: AnalysisCache, make_article: MakeArticle
) -> None:
    cache.save(make_article("One."), FOUND)
    assert cache.load(make_article("One.", kinds=(ParagraphKind.FURNITURE,))) is None


@pytest.mark.parametrize("kept", [0, 50])
def test_what_unpacks_to_too_much_is_not_read(
    cache: AnalysisCache, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    cache.save(make_article("One."), FOUND)
    monkeypatch.setattr(analyses, "_MOST_UNPACKED", len(WHOLE) + 1)
    assert cache.load(make_article("One.")) == FOUND
    monkeypatch.setattr(analyses, "_MOST_UNPACKED", len(WHOLE) - kept)
    assert cache.load(make_article("One.")) is None


def test_another_pipeline_finds_anew(cache: AnalysisCache, make_article: MakeArticle) -> None:
    cache.save(make_article("One."), FOUND)
    assert AnalysisCache("en_core_web_lg").load(make_article("One.")) is None


def test_another_engine_finds_anew(
    cache: AnalysisCache, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.save(make_article("One."), FOUND)
    monkeypatch.setattr(analyses, "engine_fingerprint", lambda pipeline: "another")
    assert cache.load(make_article("One.")) is None


def test_the_fingerprint_is_stable_and_knows_the_pipeline(tmp_path: Path) -> None:
    assert engine_fingerprint("a") == engine_fingerprint("a") != engine_fingerprint("b")
    (tmp_path / "meta.json").write_text('{"version": "1"}')
    before = engine_fingerprint(str(tmp_path))
    (tmp_path / "meta.json").write_text('{"version": "10"}')
    engine_fingerprint.cache_clear()
    assert engine_fingerprint(str(tmp_path)) != before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not gzip",
        b"\x1f\x8b\x08\x00",
        b"\x1f\x8b" + b"\xff" * 40,
        gzip.compress(b"not JSON"),
        gzip.compress(b'{"speakers": 3}'),
        gzip.compress(b"[" * 100_000),
        gzip.compress(WHOLE + b'\n["speakers", [{}]]'),
        gzip.compress(WHOLE + b'\n["notes", []]'),
        gzip.compress("\n".join(to_lines(ASTRAY)).encode("ascii")),
        gzip.compress(WHOLE)[:-9],
    ],
    ids=[
        "empty",
        "other",
        "cut short",
        "damaged",
        "no JSON",
        "another shape",
        "too deep",
        "odd findings",
        "odd kind of findings",
        "findings that point nowhere",
        "torn",
    ],
)
def test_a_damaged_file_is_not_there(
    cache: AnalysisCache, make_article: MakeArticle, own_home: Path, content: bytes
) -> None:
    cache.save(make_article("One."), FOUND)
    (path,) = files_of(own_home)
    path.write_bytes(content)
    assert cache.load(make_article("One.")) is None
    assert not path.exists()


def test_a_pipe_in_its_place_is_not_waited_for(
    cache: AnalysisCache, make_article: MakeArticle, own_home: Path
) -> None:
    cache.save(make_article("One."), FOUND)
    (path,) = files_of(own_home)
    path.unlink()
    os.mkfifo(path)
    assert cache.load(make_article("One.")) is None
    cache.save(make_article("One."), FOUND)
    assert cache.load(make_article("One.")) == FOUND


def test_what_was_not_used_for_longest_makes_room(
    make_article: MakeArticle, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    articles = [make_article(f"Article {number}.") for number in range(4)]
    measure = AnalysisCache(folder=folder)
    measure.save(articles[0], FOUND)
    (one,) = files_of(folder)
    cache = AnalysisCache(folder=folder, most_bytes=one.stat().st_size * 3)
    for article in articles[1:3]:
        cache.save(article, FOUND)
    for age, path in enumerate(sorted(files_of(folder), key=lambda p: p.stat().st_mtime_ns)):
        os.utime(path, (1_000 + age, 1_000 + age))
    assert cache.load(articles[0]) == FOUND
    cache.save(articles[3], FOUND)
    assert [cache.load(article) is not None for article in articles].count(False) == 1
    assert cache.load(articles[0]) == FOUND
    assert cache.load(articles[3]) == FOUND


def test_what_is_too_large_is_not_kept(make_article: MakeArticle, tmp_path: Path) -> None:
    cache = AnalysisCache(folder=tmp_path / "cache", most_bytes=10)
    cache.save(make_article("One."), FOUND)
    assert files_of(tmp_path) == []


def test_a_folder_that_cannot_be_written_does_no_harm(
    make_article: MakeArticle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    cache = AnalysisCache(folder=tmp_path / "file" / "cache")
    cache.save(make_article("One."), FOUND)
    assert cache.load(make_article("One.")) is None
