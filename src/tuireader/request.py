"""What the reader is asked for; where only files are named, no parser is needed to tell."""

from collections.abc import Sequence
from pathlib import Path


class ReaderRequest:
    """What stands after `tuireader`."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.theme: str | None = None
        self.config: Path | None = None
        self.plain = False
        self.write_config = False


def read_request(arguments: Sequence[str]) -> ReaderRequest:
    """Read the arguments of the reader.

    Making the parser takes a fiftieth of the time to the first paint.

    Args:
        arguments: What stands after `tuireader`.
    """
    request = ReaderRequest()
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        from tuireader.arguments import reader_parser

        return reader_parser().parse_args(arguments, namespace=request)
    request.files = list(arguments)
    return request
