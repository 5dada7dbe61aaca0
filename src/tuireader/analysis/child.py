"""Where the child process begins: with all that has to be so before anything large is imported."""

import gc
import os

NICENESS = 10
"""The screen goes first, its first paint too: the child works at full speed where it can."""

COLLECT_EVERY = (50_000, 20)
"""How many more objects there are when the garbage collector looks at the young ones, and how
often it does so before it looks at older ones. Python's own numbers, 700 and 10, have it walk
through what spaCy is made of again and again while that is imported: a twentieth of the time."""


def main() -> None:
    """Give way to the reader, then answer its requests."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    gc.set_threshold(*COLLECT_EVERY)
    from tuireader.analysis.worker import work_for_reader

    work_for_reader()


if __name__ == "__main__":
    main()
