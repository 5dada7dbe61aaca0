"""The benchmark measures everything that it promises, on short documents; times don't matter."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROMISED = (
    "first paint, 500 words",
    "30 % wide",
    "page, 500 words",
    "line, 500 words",
    "jump to a finding, 500 words",
    "list cursor, 500 words",
    "selection of a row, 500 words",
    "new width",
    "search, each key typed",
    "panels: show all",
    "panels: follow",
    "memory of the reader",
    "while analysing",
    "first findings, cold",
    "findings from the cache",
    "findings of what is on screen",
    "findings after a jump",
    "analysis of 500 words",
    "memory of the analysis",
    "given up",
    "--version",
    "--help",
    "export, 500 words",
)


@pytest.mark.skipif(not Path("/proc").exists(), reason="memory is read from /proc")
def test_a_short_run_measures_every_row(tmp_path: Path) -> None:
    subprocess.run(
        [
            *[sys.executable, "-m", "benchmarks", "--smoke"],
            *["--docs", str(tmp_path), "--json", str(tmp_path / "speed.json")],
        ],
        cwd=ROOT,
        check=True,
        timeout=300,
    )
    results = json.loads((tmp_path / "speed.json").read_text())
    page = (tmp_path / "speed.md").read_text()
    for promised in PROMISED:
        rows = [row for row in results["rows"] if promised in row["what"]]
        assert rows, promised
        for row in rows:
            assert row["numbers"], row
            assert all(number > 0 for number in row["numbers"]), row
            assert row["what"] in page
    curves = {point["curve"] for point in results["points"]}
    assert curves == {"first paint", "page", "jump", "wrap", "search", "analysis"}
    assert (tmp_path / "speed.svg").read_text().startswith("<svg")
