"""Where the child process begins: it is nice before it imports anything that takes a while."""

import os

NICENESS = 10
"""The screen goes first, its first paint too: the child works at full speed where it can."""


def main() -> None:
    """Give way to the reader, then answer its requests."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    from tuireader.analysis.worker import work_for_reader

    work_for_reader()


if __name__ == "__main__":
    main()
