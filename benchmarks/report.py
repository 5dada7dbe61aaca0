"""Writes what was measured as a page of the documentation."""

from collections.abc import Iterable

from benchmarks.rows import Row

_HEAD = """\
# How fast it is

Made by `python -m benchmarks`; the numbers are of one run. Ratios are of programs started in turn
in that same run, so that a busy machine slows both; single milliseconds say little on another
machine.

The machine: {machine}.

![Cost against length](speed.svg)

"""

_TAIL = """
## How it is measured

- Each program runs in a pseudo terminal of 120×40 that is read without pause, so that it never
  waits for its terminal, and every read has its time. Nothing is measured inside of the program.
- The terminal answers that it knows synchronised updates (mode 2026), so that Textual marks where
  each update of the screen ends. **A frame is there when its end mark has arrived.**
- After the clock has stopped, the bytes are replayed on a small model of the screen. The time of a
  key is that of the first update after which the watched part of the screen, the text or the
  panels, stays as it is; “all settled” is the last update of all. A key after which that part is
  as before does not count. A key is settled after {quiet:.0f} ms without output, a search or a new
  width after {long_quiet:.0f} ms; the waiting itself is not counted.
- “Undisturbed” is what is left of a time when one takes away how long the program stood ready
  while other programs had the cores, as the system counts it; on an idle machine both are the
  same. Goals are held against the whole time; the curves of page,
  jump, wrap and search show undisturbed medians.
- A program without such marks (`less`) is done when its last byte before a pause has arrived.
- The first paint is the end of the first update that has the first word of the document in it,
  counted from before the program was started. Before anything is counted, every program is
  started once.
- The next key is typed after a random pause, so that keys do not fall in step with a timer.
- Documents are the paragraphs of the [sample articles](samples.md), shuffled with a fixed seed; in
  the wide one three words of ten are replaced by as many ideographs as they have letters. Findings
  of long documents are those of their paragraphs, put into the reader's cache; where they would
  come to more than 80,000 marks, paragraphs are left without.
- “Parser alone” is a Python that imports spaCy, loads the pipeline and parses the same paragraphs.
- A ratio is the median of the ratios of all rounds. Three numbers of a key are its median, p95
  and worst.
"""


def page(rows: Iterable[Row], machine: str, *, quiet: float, long_quiet: float) -> str:
    """Return the page.

    Args:
        rows: What was measured.
        machine: What it was measured on.
        quiet: Seconds without output after which a key is settled.
        long_quiet: The same for a search.
    """
    head = _HEAD.format(machine=machine)
    tail = _TAIL.format(quiet=quiet * 1000, long_quiet=long_quiet * 1000)
    return head + table(rows) + tail


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| what | goal | measured | met |", "|---|---|---|---|"]
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        lines.append(f"| {row.what} | {row.goal} | {row.measured} | {met} |")
    return "\n".join(lines) + "\n"
