"""Nothing leaves the machine: no part of the program asks for the network."""

import sys
from pathlib import Path

import pytest

from terminals import Terminal, reader

NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "urllib.Request")

PROBE = ("socket.bind", ("::1", 0))
"""How urllib3, which spaCy imports, finds out whether the machine knows IPv6; nothing is sent."""

WATCHER = f"""
import os, sys
def watch(event, arguments):
    if event in {NETWORK!r} and (event, arguments[1:] and arguments[1]) != {PROBE!r}:
        with open(os.environ["WATCHED"], "a") as log:
            log.write(f"{{event}} {{arguments}}\\n")
        raise RuntimeError("the network is forbidden")
sys.addaudithook(watch)
"""
"""Put first in every Python that starts, it writes down whoever asks for the network."""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """An environment in which each Python process is watched."""
    folder = tmp_path / "watcher"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCHER, encoding="utf-8")
    return {"PYTHONPATH": str(folder), "WATCHED": str(tmp_path / "log")}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Articles of each format, with links and pictures from elsewhere."""
    folder = tmp_path / "pages"
    folder.mkdir()
    words = "“We counted 12 boats,” said Ann Moss. More than 40 houses were flooded. " * 8
    link = "https://example.org/next"
    (folder / "a.txt").write_text(f"Flood\n\n{words}\n\nSee {link}\n")
    (folder / "b.md").write_text(f"# Flood\n\n{words}\n\n[more]({link}) ![picture]({link}.png)\n")
    (folder / "c.html").write_text(
        f"<html><head><title>Flood</title><link rel=stylesheet href='{link}.css'></head>"
        f"<body><article><h1>Flood</h1><p>{words}</p><img src='{link}.png'>"
        f"<p>{words}<a href='{link}'>more</a></p></article></body></html>"
    )
    return folder


def test_the_watcher_sees(watched: dict[str, str]) -> None:
    asking = "import socket; socket.create_connection(('127.0.0.1', 9))"
    with Terminal(f'exec {sys.executable} -c "{asking}"', watched) as terminal:
        assert terminal.leave() == 1
    assert "socket" in Path(watched["WATCHED"]).read_text()


def test_reading_asks_for_no_network(watched: dict[str, str], pages: Path) -> None:
    with Terminal(reader(pages / "a.txt"), watched) as terminal:
        terminal.wait_for("analysed")
        for _ in ("b.md", "c.html"):
            terminal.press("]")
            terminal.wait_for("analysing")
            terminal.wait_for("analysed")
        terminal.press("q")
        assert terminal.leave() == 0
    assert not Path(watched["WATCHED"]).exists()


@pytest.mark.parametrize("arguments", ["export --jobs 2", "--plain"])
def test_writing_asks_for_no_network(watched: dict[str, str], pages: Path, arguments: str) -> None:
    files = " ".join(str(path) for path in sorted(pages.iterdir()))
    with Terminal(reader(f"{arguments} {files}"), watched) as terminal:
        assert terminal.leave() == 0
    assert not Path(watched["WATCHED"]).exists()
