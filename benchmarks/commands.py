"""Commands without a screen: version, help, export."""

import subprocess
import sys
from collections.abc import Sequence
from time import perf_counter

from benchmarks.bed import Bed
from benchmarks.findings import parser_alone
from benchmarks.numbers import ratio
from benchmarks.rows import Results, pair, ratio_row, words
from benchmarks.settings import reader

BRIEF, EXPORT = 3.0, 1.2
_OFTENER = 2
"""How many rounds the quick commands have for each round of the others."""


def measure_commands(bed: Bed, results: Results) -> None:
    """Run the commands beside the least that Python or the parser can do, in turn."""
    nothing, version, help_ = [], [], []
    for _ in range(_OFTENER * bed.settings.rounds):
        nothing.append(_run(bed, [sys.executable, "-c", "pass"]))
        version.append(_run(bed, reader("--version")))
        help_.append(_run(bed, reader("--help")))
    for name, times in (("--version", version), ("--help", help_)):
        value = ratio(times, nothing)
        detail = pair(times, nothing)
        results.rows.append(ratio_row(name, value, BRIEF, detail, "python -c pass"))
    length = bed.settings.short
    path = str(bed.documents.plain[length])
    export, parser = [], []
    for _ in range(bed.settings.rounds):
        export.append(_run(bed, reader("export", path)))
        parser.append(parser_alone(bed, length))
    value, detail = ratio(export, parser), pair(export, parser)
    what = f"export, {words(length)}"
    results.rows.append(ratio_row(what, value, EXPORT, detail, "parser alone"))


def _run(bed: Bed, command: Sequence[str]) -> float:
    """Run a command and return how long it took."""
    begin = perf_counter()
    subprocess.run(command, env=bed.unknown, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begin
