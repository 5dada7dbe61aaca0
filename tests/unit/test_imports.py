"""What each door loads, seen from a bare Python: the screen stays out of what needs no screen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Bridge opens\n\nThe bridge cost $12 million, the mayor said.\n"

SCREEN = {"textual", "rich"}
PARSERS = {"trafilatura", "lxml", "markdown_it", "charset_normalizer", "yaml"}
LANGUAGE = {"spacy", "numpy", "thinc"}


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Run code in a new Python and return the top-level modules that it loaded."""
    report = "import json, sys; print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    return str(path)


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("tuireader.errors", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.article.loading", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.analysis.analyzer", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.analysis.service", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.export.runner", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.storage.analyses", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.session", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.tui.options", SCREEN | PARSERS | LANGUAGE),
        ("tuireader.cli", SCREEN | PARSERS | LANGUAGE),
    ],
)
def test_a_module_loads_nothing_heavy(module: str, absent: set[str]) -> None:
    assert loaded_by(f"import {module}") & absent == set()


def test_a_text_article_needs_no_parser(article: str) -> None:
    code = (
        "import sys; from tuireader.article.loading import load_article; load_article(sys.argv[1])"
    )
    assert loaded_by(code, article) & (SCREEN | PARSERS | LANGUAGE) == set()


def test_the_screen_loads_no_language(article: str) -> None:
    assert loaded_by("import tuireader.tui.app") & LANGUAGE == set()


def test_the_version_loads_next_to_nothing() -> None:
    code = "from tuireader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass"
    assert loaded_by(code) & (SCREEN | PARSERS | LANGUAGE) == set()


def test_plain_text_loads_no_screen(article: str) -> None:
    code = "import sys; from tuireader.cli import main; main([sys.argv[1]])"
    loaded = loaded_by(code, article)
    assert "spacy" in loaded
    assert loaded & {"textual", "trafilatura", "markdown_it"} == set()


def test_an_export_loads_no_screen(article: str) -> None:
    code = "import sys; from tuireader.cli import main; main(['export', sys.argv[1]])"
    loaded = loaded_by(code, article)
    assert "spacy" in loaded
    assert loaded & {"textual", "trafilatura", "markdown_it"} == set()
