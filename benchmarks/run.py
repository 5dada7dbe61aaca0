"""The command: measures, prints a table, and writes it into the documentation."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from subprocess import CalledProcessError
from time import perf_counter

from benchmarks.bed import Bed, prepare
from benchmarks.busy import measure_busy
from benchmarks.commands import measure_commands
from benchmarks.findings import measure_findings
from benchmarks.gestures import LONG_QUIET, QUIET
from benchmarks.launches import measure_paint
from benchmarks.machine import machine
from benchmarks.plot import plot
from benchmarks.reading import measure_reading
from benchmarks.report import page, table
from benchmarks.rows import Results, missing_row
from benchmarks.settings import ROOT, SMOKE, Settings
from benchmarks.terminal import GaveUpError
from benchmarks.throughput import measure_throughput

MEASUREMENTS: Mapping[str, Callable[[Bed, Results], None]] = {
    "paint": measure_paint,
    "reading": measure_reading,
    "busy": measure_busy,
    "findings": measure_findings,
    "throughput": measure_throughput,
    "commands": measure_commands,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for."""
    args = _parser().parse_args(arguments)
    settings = SMOKE if args.smoke else Settings()
    if args.rounds:
        settings = replace(settings, rounds=args.rounds)
    names = args.only or list(MEASUREMENTS)
    before = machine()
    results = measure(names, settings)
    print(table(results.rows))
    if args.json:
        args.json.write_text(json.dumps(asdict(results), indent=1), encoding="utf-8")
    whole = set(names) == set(MEASUREMENTS) and not args.smoke
    if args.docs or whole:
        write(results, args.docs or ROOT / "docs", before)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--smoke", action="store_true", help="a short run, to see that everything works")
    add("--only", nargs="+", choices=MEASUREMENTS, metavar="NAME", help=", ".join(MEASUREMENTS))
    add("--rounds", type=int, metavar="N", help="how often programs are started in turn")
    add("--docs", type=Path, metavar="FOLDER", help="where page and plot go (default: docs)")
    add("--json", type=Path, metavar="PATH", help="write the numbers there as well")
    return parser


def measure(names: Sequence[str], settings: Settings) -> Results:
    """Build the documents and measure.

    Args:
        names: Which measurements.
        settings: How much.
    """
    results = Results()
    with tempfile.TemporaryDirectory() as folder:
        bed = prepare(Path(folder), settings)
        for name in names:
            begin = perf_counter()
            try:
                MEASUREMENTS[name](bed, results)
            except (GaveUpError, CalledProcessError) as error:
                results.rows.append(missing_row(name, "to be measured", f"failed: {error}"))
            print(f"{name}: {perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
    return results


def write(results: Results, folder: Path, machine_then: str) -> None:
    """Write page and plot.

    Args:
        results: What was measured.
        folder: Where they go.
        machine_then: What it was measured on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = page(results.rows, machine_then, quiet=QUIET, long_quiet=LONG_QUIET)
    (folder / "speed.md").write_text(text, encoding="utf-8")
    if results.points:
        (folder / "speed.svg").write_text(plot(results.points), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
