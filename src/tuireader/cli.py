"""The command line: answers at once who it is, and leaves all else to the doors."""

import sys

from tuireader import __version__


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: The arguments; those of the process when None.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from tuireader.surroundings import open_closed_streams

        open_closed_streams()
    arguments = sys.argv[1:] if argv is None else argv
    try:
        if arguments == ["--version"]:
            print(f"tuireader {__version__}", flush=True)  # noqa: T201
            return 0
        if arguments in (["--help"], ["-h"]):
            from tuireader.arguments import reader_parser

            reader_parser().parse_args(arguments)
    except OSError:
        pass  # the doors know what to say
    from tuireader.doors import run

    return run(arguments)
