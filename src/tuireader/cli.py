"""The command line: answers at once who it is, and leaves all else to the doors."""

import sys

from tuireader import __version__


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: The arguments; those of the process when None.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == ["--version"]:
        try:
            print(f"tuireader {__version__}", flush=True)  # noqa: T201
            return 0
        except OSError:
            pass  # the doors know what to say
    if arguments in (["--help"], ["-h"]):
        from tuireader.arguments import reader_parser

        reader_parser().parse_args(arguments)
    from tuireader.doors import run

    return run(arguments)
