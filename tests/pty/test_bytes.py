"""Nothing that comes in from outside acts on the terminal: every byte that leaves is checked."""

import gzip
import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile import PAYLOADS, hostile_texts
from terminals import Terminal, assert_terminal_is_as_it_was, reader
from tuireader.article.loading import load_article
from tuireader.storage.analyses import AnalysisCache
from wire import strangers

ALL = " ".join(text for text in PAYLOADS.values() if text.isascii() or "\ud83d" not in text)
ESCAPES = "\x1b]2;PWNED\x07\x1b]52;c;UFdORUQ=\x1b\\\x9b31m"
GENERATED = int(os.environ.get("TUIREADER_HOSTILE", "2000"))
"""How many generated texts are read; more on request."""

AT_A_TIME = 40


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def tour(terminal: Terminal) -> None:
    """Go through everything that shows what is in a file, and leave."""
    terminal.wait_for("analysed")
    terminal.press("1\r")
    terminal.press("2\r3\rns")
    terminal.press("3/")
    terminal.wait_for("Enter go  Esc end")
    terminal.press("[/x]")
    terminal.press("\x1b")
    terminal.wait_for("Enter go  Esc end", gone=True)
    terminal.press("0/")
    terminal.wait_for("Ctrl+R")
    terminal.press("[/x")
    terminal.press("\x12")
    terminal.wait_for("not a regular expression")
    terminal.press("\x1b")
    terminal.wait_for("Ctrl+R", gone=True)
    terminal.press("?")
    terminal.wait_for("Scroll one line down")
    terminal.press("\x1b")
    terminal.wait_for("Scroll one line down", gone=True)
    terminal.press("o")
    terminal.wait_for("Open an article")
    terminal.press("\x1b")
    terminal.wait_for("Open an article", gone=True)
    terminal.press("\x10")
    terminal.wait_for("Search for commands")
    terminal.press("Ann")
    terminal.wait_for("    Ann    ")
    terminal.press("\x1b")
    terminal.wait_for("    Ann    ", gone=True)
    terminal.press("q")
    assert terminal.leave() == 0
    assert_terminal_is_as_it_was(terminal)


def statements(payload: str) -> str:
    return (
        f"“We counted 12 {payload} boats,” said Ann {payload} Moss, head of {payload} Harbour.\n\n"
        f"Mayor Bo {payload} Reed said that “more than 40” {payload} houses were flooded.\n\n"
    )


def text_article(folder: Path) -> Path:
    path = folder / "a.txt"
    body = "".join(statements(payload) for payload in PAYLOADS.values())
    path.write_bytes(encoded(f"Title {ALL}\nBy Ann {ESCAPES} Moss\n\n{body}"))
    return path


def named_article(folder: Path) -> Path:
    inner = folder / f"in {ESCAPES} [/x]".replace("/", "_")
    inner.mkdir()
    path = inner / f"name {ESCAPES} [@click=app.quit] \udcff.txt".replace("/", "_")
    path.write_text(statements("[/x]"), encoding="utf-8")
    return path


def markdown_article(folder: Path) -> Path:
    path = folder / "a.md"
    escapes = r"\e]2;PWNED\a\e]52;c;UFdORUQ=\e\\\x9b31m\u202e[/x]"
    head = f'---\ntitle: "T {escapes}"\nauthor: "A {escapes}"\ndate: "2024 {escapes}"\n---\n\n'
    links = f"[l {ESCAPES}](https://example.org/{ESCAPES}) ![i](x{ESCAPES}) <b>{ESCAPES}</b>\n\n"
    path.write_bytes(encoded(head + "# H " + ALL + "\n\n" + links + statements(ALL)))
    return path


def web_page(folder: Path) -> Path:
    path = folder / "a.html"
    entities = "&#27;]2;PWNED&#7;&#x1b;]52;c;UFdORUQ=&#27;\\&#155;31m&#x202e;[/x]"
    path.write_bytes(
        encoded(
            f"<html><head><title>T {entities}</title><meta name=author content='A {entities}'>"
            f"</head><body><article><h1>T {entities}</h1>"
            + "".join(f"<p>{part}</p>" for part in statements(entities).split("\n\n"))
            + f"<p><a href='https://example.org/{entities}'>{entities}</a></p></article></body>"
        )
    )
    return path


@pytest.mark.parametrize("make", [text_article, named_article, markdown_article, web_page])
def test_an_article_can_only_be_read(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(path)
    os.chdir(tmp_path)
    for name in (path, link) if make is named_article else (path,):
        quoted = os.fsencode(name).replace(b"'", b"'\\''")
        command = reader("").encode() + b"'" + quoted + b"'"
        with Terminal(os.fsdecode(command)) as terminal:
            tour(terminal)
            assert strangers(terminal.written) == []


def write_config(home: Path) -> None:
    escapes = r"\e]2;PWNED\a\e]52;c;UFdORUQ=\e\\\x9b31m[/x]"
    (home / "config" / "tuireader").mkdir(parents=True)
    (home / "config" / "tuireader" / "config.yaml").write_text(
        f'theme: "{escapes}"\neditor: "{escapes}"\n"{escapes}": 1\nmeasure: "{escapes}"\n'
        f'keys:\n  "{escapes}": x\n  quit_reader: "q"\n  search: "slash,{escapes}"\n'
    )


def write_state(home: Path) -> None:
    (home / "state" / "tuireader").mkdir(parents=True)
    recent = {"path": f"/tmp/{ESCAPES}[/x]", "title": f"{ESCAPES}[/x]"}
    state = {"version": 1, "theme": f"{ESCAPES}[/x]", "recents": [recent], "places": {}}
    (home / "state" / "tuireader" / "state.json").write_text(json.dumps(state))


@pytest.mark.parametrize("write", [write_config, write_state])
def test_what_lies_in_the_home_can_only_be_read(
    own_home: Path, tmp_path: Path, write: Callable[[Path], None]
) -> None:
    write(own_home)
    path = tmp_path / "a.txt"
    path.write_text(statements("x"))
    with Terminal(reader(path), {"EDITOR": "/no/editor", "VISUAL": ""}) as terminal:
        terminal.wait_for("Ann x Moss")
        terminal.press("e")
        terminal.wait_for("There is no editor")
        tour(terminal)
        assert strangers(terminal.written) == []


def test_findings_in_the_cache_can_only_be_read(own_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(statements("x"))
    with Terminal(reader(path)) as terminal:
        terminal.wait_for("analysed")
        terminal.press("q")
        terminal.leave()
    (cached,) = (own_home / "cache").rglob("*.json.gz")
    short, *rows = map(json.loads, gzip.decompress(cached.read_bytes()).splitlines())
    short["notes"] = [f"{ESCAPES}[/x]"]
    for kind, findings in rows:
        for finding in findings:
            if kind == "speakers":
                finding["name"] = finding["role"] = f"{finding['name']} {ESCAPES}[/x]"
            if kind == "figures":
                finding["unit"] = finding["concept"] = finding["reason"] = f"{ESCAPES}[/x]"
    lines = "\n".join(map(json.dumps, [short, *rows]))
    cached.write_bytes(gzip.compress(lines.encode()))
    known = AnalysisCache().load(load_article(path))
    assert known is not None
    assert known.speakers
    assert ESCAPES in known.speakers[0].name
    with Terminal(reader(path)) as terminal:
        tour(terminal)
        assert strangers(terminal.written) == []


def test_the_environment_can_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(statements("x"))
    surroundings = {
        "EDITOR": f"/no/{ESCAPES}",
        "VISUAL": f"/no/{ESCAPES}",
        "TUIREADER_CONFIG": f"/nowhere/{ESCAPES}[/x]",
        "LANG": ESCAPES,
        "TERM_PROGRAM": ESCAPES,
        "COLUMNS": "x",
    }
    with Terminal(reader(path), surroundings) as terminal:
        terminal.wait_for("Ann x Moss")
        terminal.press("e")
        terminal.wait_for("There is no editor")
        tour(terminal)
        assert strangers(terminal.written) == []


@pytest.mark.parametrize("arguments", ["--plain", "export --format markdown", "export"])
def test_what_is_written_as_text_is_text(tmp_path: Path, arguments: str) -> None:
    path = text_article(tmp_path)
    with Terminal(reader(f"{arguments} {path} '{tmp_path}/no {ESCAPES}.txt'")) as terminal:
        assert terminal.leave() in (1, 2)
        assert strangers(terminal.written.replace(b"\r\x1b[2K", b"")) == []


def test_generated_texts_can_only_be_read(tmp_path: Path) -> None:
    """One reader with a tall screen reads them all, a screenful at a time."""
    path = tmp_path / "a.txt"
    path.write_text("Beginning.\n")
    pages = itertools.count()
    with Terminal(reader(path), size=(150, 300), drawn=False) as terminal:
        terminal.wait_for_bytes(b"Beginning.")

        @settings(
            max_examples=-(-GENERATED // AT_A_TIME),
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.lists(hostile_texts(), min_size=AT_A_TIME, max_size=AT_A_TIME))
        def read(texts: list[str]) -> None:
            mark = f"PAGE{next(pages)}."
            marked = f"\n\n{mark}\n\n".join(texts)  # wherever the reader is, it sees one
            # So much of it is readable that it is not taken for a binary file.
            path.write_bytes(encoded(f"{mark}\n\n{marked}\n\n{'x' * 60_000}"))
            terminal.press("gr")
            terminal.wait_for_bytes(mark.encode())

        read()
        terminal.press("q")
        assert terminal.leave() == 0
        assert strangers(terminal.written) == []
