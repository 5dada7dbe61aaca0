"""What the reader is asked for is the same, whether a parser was needed or not."""

import subprocess
import sys

import pytest

from tuireader.arguments import reader_parser
from tuireader.request import ReaderRequest, read_request


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt"], ["a.txt", "b.md"], ["-"], ["--plain", "a.txt"], ["--", "-a"]]
)
def test_a_request_is_what_the_parser_makes_of_the_arguments(arguments: list[str]) -> None:
    parsed = reader_parser().parse_args(arguments)

    request = read_request(arguments)

    assert isinstance(request, ReaderRequest)
    assert vars(request) == vars(parsed)


def test_files_are_named_without_a_parser() -> None:
    code = (
        "import sys; from tuireader.request import read_request; read_request(['a.txt', '-']);"
        "assert 'argparse' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
