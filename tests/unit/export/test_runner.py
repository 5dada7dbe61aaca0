"""`tuireader export` as it is called: files, folders, bad files, where the output goes."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from tuireader.analysis.analyzer import analyse_many
from tuireader.cli import main
from tuireader.errors import PipelineError
from tuireader.export import engine, runner
from tuireader.export.sources import article_paths, batches

SENTENCE = "The mayor, Ann Bell, said on Monday that 40 boats were lost.\n"


@pytest.fixture(autouse=True)
def loaded_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each test the loading of the pipeline in this process."""
    monkeypatch.setattr(engine, "load_pipeline", lambda name: nlp)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles at several depths, and the current folder."""
    folder = tmp_path / "articles"
    for name in ("part 10.txt", "part 2.txt", "deep/er/c.md", "deep/b.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"From {name}.\n\n{SENTENCE}", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(SENTENCE)
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(SENTENCE)
    monkeypatch.chdir(tmp_path)
    return folder


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def paths_in(text: str) -> list[str]:
    return [record["source"]["path"] for record in lines_of(text)]


def names_here() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_one_file_is_an_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "articles/part 2.txt"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["source"]["path"] == "articles/part 2.txt"
    assert [figure["low"] for figure in record["figures"]] == [40]


def test_several_files_are_an_array(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "json", "articles/deep/b.txt", "articles/part 2.txt"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_folder_is_an_array_even_of_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "articles/deep/er"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_folder_is_searched_in_natural_order(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "jsonl", "articles"]) == 0
    assert paths_in(capsys.readouterr().out) == [
        "articles/part 2.txt",
        "articles/part 10.txt",
        "articles/deep/b.txt",
        "articles/deep/er/c.md",
    ]


def test_csv_has_one_header(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "articles"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len({row["file"] for row in rows}) == 4
    assert "file" not in {row["file"] for row in rows}


def test_markdown_has_a_sheet_for_each(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "markdown", "articles"]) == 0
    assert capsys.readouterr().out.count("\n---\n") == 3


@pytest.mark.parametrize("bad", ["missing.txt", "binary.txt", "articles/../nothing/x.txt"])
def test_a_bad_file_does_not_stop_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    Path("binary.txt").write_bytes(bytes(range(256)) * 8)
    good = ["articles/part 2.txt", "articles/part 10.txt"]
    assert main(["export", "--format", "jsonl", good[0], bad, good[1]]) == 1
    written = capsys.readouterr()
    assert paths_in(written.out) == good
    assert bad in written.err
    assert written.err.count("\n") == 1


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let no folder of a name be listed; permissions would not keep the superuser out."""
    scandir = os.scandir

    def list_folder(path: str) -> Any:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", list_folder)


def test_a_folder_that_cannot_be_listed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(monkeypatch, "deep")
    assert main(["export", "--format", "jsonl", "articles"]) == 1
    told = capsys.readouterr()
    assert paths_in(told.out) == ["articles/part 2.txt", "articles/part 10.txt"]
    assert told.err == "tuireader: “articles/deep” can't be listed: Permission denied.\n"


def test_a_folder_alone_that_cannot_be_listed_is_a_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(monkeypatch, "articles")
    assert main(["export", "articles"]) == 2
    assert "“articles” can't be listed: Permission denied." in capsys.readouterr().err


def test_a_name_that_is_too_long_does_not_stop_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "jsonl", 300 * "a", "articles/part 2.txt"]) == 1
    told = capsys.readouterr()
    assert paths_in(told.out) == ["articles/part 2.txt"]
    assert "too long" in told.err


def test_nothing_that_can_be_read_is_a_failure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "missing.txt"]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "missing.txt" in written.err


def test_an_empty_folder_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path)]) == 2
    assert "no articles" in capsys.readouterr().err


def test_a_missing_pipeline_is_a_failure(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str | None) -> Language:
        raise PipelineError(f"There is no {name}.")

    monkeypatch.setattr(engine, "load_pipeline", fail)
    assert main(["export", "--pipeline", "big", "articles/part 2.txt"]) == 2
    assert capsys.readouterr().err == "tuireader: There is no big.\n"


def test_an_article_that_breaks_the_stream_is_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(articles: Any, nlp: Language) -> Iterator[Any]:
        for article, analysis in analyse_many(articles, nlp):
            if article.source.path.endswith("10.txt"):
                raise RuntimeError("too strange")
            yield article, analysis

    monkeypatch.setattr(engine, "analyse_many", fragile)
    assert main(["export", "--format", "jsonl", "articles"]) == 1
    written = capsys.readouterr()
    assert len(paths_in(written.out)) == 3
    assert "part 10.txt" in written.err
    assert "too strange" in written.err


def test_no_control_character_of_a_name_reaches_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "no\x1b[2Jsuch\nfile.txt"]) == 2
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert err.count("\n") == 1


def test_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    assert main(["export", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["path"] == "-"


def test_a_file_is_written_whole(folder: Path) -> None:
    out = Path("out.jsonl")
    assert main(["export", "--format", "jsonl", "--output", str(out), "articles"]) == 0
    assert len(lines_of(out.read_text(encoding="utf-8"))) == 4
    assert names_here() == ["articles", "home", "out.jsonl"]


def test_a_csv_file_tells_a_spreadsheet_its_encoding(folder: Path) -> None:
    out = Path("out.csv")
    assert main(["export", "--format", "csv", "--output", str(out), "articles"]) == 0
    assert out.read_bytes().startswith(b'\xef\xbb\xbf"file",')


@pytest.mark.parametrize(
    "output", ["articles/part 2.txt", "link.txt", "articles/../articles/part 2.txt"]
)
def test_no_article_is_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    Path("link.txt").symlink_to("articles/part 2.txt")
    before = Path("articles/part 2.txt").read_bytes()
    assert main(["export", "articles", "--output", output]) == 2
    assert "one of the articles" in capsys.readouterr().err
    assert Path("articles/part 2.txt").read_bytes() == before


@pytest.mark.parametrize("output", ["articles", "nowhere/out.json", 300 * "a", "a.txt/out.json"])
def test_an_output_that_cannot_be(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    assert main(["export", "articles", "--output", output]) == 2
    assert output in capsys.readouterr().err


def test_an_output_may_have_as_long_a_name_as_any_file(folder: Path) -> None:
    assert main(["export", "articles", "--output", 250 * "a"]) == 0
    assert names_here() == [250 * "a", "articles", "home"]


def test_a_failure_leaves_the_old_output(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Path("out.json")
    out.write_text("old")

    def fail(self: object, text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tuireader.export.output.Output.write", fail)
    assert main(["export", "articles", "--output", str(out)]) == 2
    assert out.read_text() == "old"
    assert names_here() == ["articles", "home", "out.json"]


def test_progress_is_drawn_on_a_terminal_only(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["export", "--format", "jsonl", "articles"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["export", "--format", "jsonl", "articles", "missing.txt"]) == 1
    err = capsys.readouterr().err
    assert "of 5" in err
    assert err.endswith("\r\x1b[2K")


@pytest.mark.parametrize(
    ("size", "jobs"), [(10, 1), (2 * runner._BYTES_A_JOB, 2), (10**9, 4)], ids=repr
)
def test_processes_are_started_only_if_worth_it(
    monkeypatch: pytest.MonkeyPatch, size: int, jobs: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 16)
    monkeypatch.setattr(runner, "file_size", lambda path: size)
    assert runner.sensible_jobs(["a.txt"]) == jobs


def test_several_processes_keep_the_order(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_BATCH_FILES", 1)
    assert main(["export", "--format", "jsonl", "articles"]) == 0
    alone = capsys.readouterr().out
    assert main(["export", "--format", "jsonl", "--jobs", "2", "articles", "missing.txt"]) == 1
    written = capsys.readouterr()
    assert written.out == alone
    assert "missing.txt" in written.err


def test_no_more_processes_are_asked_for_than_there_are_articles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--jobs", "99999999999", "articles/part 2.txt"]) == 0
    assert "part 2" in capsys.readouterr().out


def test_batches_are_bounded(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{number}.txt") for number in range(7)]
    for name in names[:6]:
        Path(name).write_bytes(b"x" * 10)
    Path(names[6]).write_bytes(b"x" * 100)
    groups = list(batches(iter(names), most_bytes=25, most_files=10))
    assert [path for group in groups for path in group.paths] == names
    assert [group.size for group in groups] == [20, 20, 20, 100]
    assert [len(g.paths) for g in batches(names, most_bytes=10**6, most_files=3)] == [3, 3, 1]


def test_a_file_that_is_named_is_taken_whatever_its_suffix(folder: Path) -> None:
    named = ["articles/picture.png", "-", "articles/deep"]
    in_folder = ["articles/deep/b.txt", "articles/deep/er/c.md"]
    assert list(article_paths(named, complain=pytest.fail)) == [*named[:2], *in_folder]


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tuireader", "export", "--format", "jsonl", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture
def many(tmp_path: Path, make_article: Callable[..., object]) -> list[str]:
    """More articles than an export is done with at once."""
    names = [str(tmp_path / f"{number}.txt") for number in range(150)]
    for name in names:
        Path(name).write_text(SENTENCE * 20)
    return names


def test_a_reader_that_goes_away_ends_it_quietly(many: list[str]) -> None:
    with start("--jobs", "1", *many) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_ends_it_quietly(many: list[str], jobs: str, number: signal.Signals) -> None:
    with start("--jobs", jobs, *many) as process:
        assert process.stdout
        process.stdout.readline()
        begin = time.monotonic()
        process.send_signal(number)
        _, err = process.communicate()
    assert err == b""
    assert process.returncode == 128 + number
    assert time.monotonic() - begin < 10


def test_a_signal_leaves_no_half_file(many: list[str], tmp_path: Path) -> None:
    target = tmp_path / "written" / "findings.jsonl"
    target.parent.mkdir()
    with start("--jobs", "1", "--output", str(target), *many) as process:
        while not list(target.parent.iterdir()):
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
    assert list(target.parent.iterdir()) == []
