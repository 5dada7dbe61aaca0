"""What is loaded, and how long the processor has worked, when the first frame is on the screen."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("pty")

ARTICLE = "Bridge opens\n\nThe bridge cost $12 million, said Ann Moss, the mayor.\n"

ROUNDS = 5
MOST_MODULES = 120
"""Modules beside those that `import textual.app` loads: own ones, widgets, screens."""

MOST_WORK = 3.0
"""Processor time up to the first frame, as a multiple of that of `import textual.app`."""

ABSENT = {
    *("spacy", "thinc", "numpy", "yaml", "regex", "ssl"),
    *("markdown_it", "trafilatura", "lxml", "charset_normalizer"),
    "tuireader.analysis.model",
}

REPORT = """
import json, sys, time
def report(path):
    with open(path, "w") as file:
        json.dump({"modules": sorted(sys.modules), "seconds": time.process_time()}, file)
"""

READ = f"""{REPORT}
import tuireader.cli
from tuireader import doors

def watch(prepare=doors.import_asyncio_without_tls):
    prepare()
    from tuireader.tui import app

    class Watched(app.ReaderApp):
        def on_mount(self):
            self.call_after_refresh(self.tell)

        def tell(self):
            report(sys.argv[2])
            self.exit()

    app.ReaderApp = Watched

doors.import_asyncio_without_tls = watch
tuireader.cli.main([sys.argv[1]])
"""

IMPORT = f"""{REPORT}
import textual.app
report(sys.argv[2])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """How a program started."""

    modules: frozenset[str]
    """What it had loaded."""

    seconds: float
    """How long the processor had worked for it."""


@contextmanager
def terminal() -> Iterator[int]:
    """Give the inner end of a terminal whose output is thrown away."""
    master, slave = os.openpty()
    os.set_inheritable(slave, True)

    def drain() -> None:
        while True:
            try:
                if not os.read(master, 65536):
                    return
            except OSError:
                return

    reader = threading.Thread(target=drain, daemon=True)
    reader.start()
    try:
        yield slave
    finally:
        os.close(slave)
        reader.join(10)
        os.close(master)


def home(folder: Path) -> dict[str, str]:
    """Return the variables that put the reader's own files into a folder."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    return dict.fromkeys(names, str(folder))


def start(code: str, folder: Path) -> Start:
    """Run code in a new Python with a terminal, and return what it reports."""
    article, told = folder / "article.txt", folder / "told.json"
    article.write_text(ARTICLE, encoding="utf-8")
    with terminal() as inner:
        subprocess.run(
            [sys.executable, "-c", code, str(article), str(told)],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**os.environ, "TERM": "xterm-256color", **home(folder)},
            start_new_session=True,
            check=True,
            timeout=120,
        )
    report = json.loads(told.read_text())
    return Start(frozenset(report["modules"]), report["seconds"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("start")


@pytest.fixture(scope="module")
def starts(folder: Path) -> list[tuple[Start, Start]]:
    """The reader up to its first frame, and the import of Textual, in turn."""
    return [(start(READ, folder), start(IMPORT, folder)) for _ in range(ROUNDS)]


def test_nothing_heavy_is_loaded_at_the_first_frame(starts: list[tuple[Start, Start]]) -> None:
    loaded = {name.partition(".")[0] for name in starts[0][0].modules}
    assert loaded & ABSENT == set()


def test_few_modules_are_loaded_at_the_first_frame(starts: list[tuple[Start, Start]]) -> None:
    reader, textual = starts[0]
    more = reader.modules - textual.modules
    assert len(more) <= MOST_MODULES, sorted(more)


def test_little_work_is_done_up_to_the_first_frame(starts: list[tuple[Start, Start]]) -> None:
    reader = min(start.seconds for start, _ in starts)
    textual = min(start.seconds for _, start in starts)
    assert reader <= MOST_WORK * textual, f"{reader:.3f} s, {textual:.3f} s for Textual alone"
