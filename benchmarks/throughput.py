"""Words a second of the analysis, beside what the parser does alone."""

import json
import subprocess
from statistics import median

from benchmarks.bed import Bed
from benchmarks.rows import Point, Results, Row, spoken, words
from benchmarks.settings import program

LEAST_SHARE, CANCELLED = 0.8, 0.100


def measure_throughput(bed: Bed, results: Results) -> None:
    """Analyse documents of growing length, the longest one beside the bare parser, in turn."""
    settings = bed.settings
    longest = settings.analysed
    for length in settings.parsed_lengths[:-1]:
        found = analysed(bed, length)
        results.points.append(Point("analysis", length, found["seconds"]))
    ours, bare = [], []
    for _ in range(settings.parse_rounds):
        ours.append(analysed(bed, longest))
        bare.append(_parsed(bed, longest))
    seconds = [found["seconds"] for found in ours]
    results.points.append(Point("analysis", longest, median(seconds)))
    share = median(theirs / own for own, theirs in zip(seconds, bare, strict=True))
    speeds = f"{longest / median(seconds):,.0f} / {longest / median(bare):,.0f} words a second"
    memory = max(found["memory"] for found in ours)
    late = median(max(0.0, found["other"] - found["alone"]) for found in ours)
    results.rows += [
        Row(
            f"analysis of {words(longest)}",
            f"{share:.0%} ({speeds})",
            (share,),
            f"≥ {LEAST_SHARE:.0%} of the bare parser",
            share >= LEAST_SHARE,
        ),
        Row(
            f"memory of the analysis, {words(longest)}",
            f"{memory:.0f} MB",
            (memory,),
            "bounded, whatever the length",
        ),
        Row(
            "analysis given up when another article is opened",
            f"after {spoken(late)}",
            (late or 1e-4,),
            f"≤ {spoken(CANCELLED)}",
            late <= CANCELLED,
        ),
    ]


def analysed(bed: Bed, length: int) -> dict[str, float]:
    """Have a document analysed by the reader's own service, already warm."""
    short, long = (bed.documents.plain[n] for n in (bed.settings.parsed_lengths[0], length))
    found: dict[str, float] = json.loads(_output(program("analyse", str(short), str(long)), bed))
    return found


def _parsed(bed: Bed, length: int) -> float:
    return float(_output(program("bare_pipeline", str(bed.documents.plain[length])), bed))


def _output(command: list[str], bed: Bed) -> str:
    done = subprocess.run(command, env=bed.unknown, capture_output=True, text=True, check=True)
    return done.stdout
