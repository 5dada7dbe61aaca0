"""What is left of the environment when the reader is started."""

import subprocess
import sys

import pytest

from tuireader.surroundings import forget_settings_of_textual

SIZES = {"COLUMNS": "100000", "LINES": "100000"}


@pytest.mark.parametrize(
    ("environment", "size", "left"),
    [
        ({"TEXTUAL_DRIVER": "x:Y", "TEXTUAL_LOG": "log", "HOME": "/h"}, None, {"HOME": "/h"}),
        ({"TEXTUAL_ANIMATIONS": "none"}, None, {"TEXTUAL_ANIMATIONS": "none"}),
        ({"TEXTUAL_COLOR_SYSTEM": "256"}, None, {"TEXTUAL_COLOR_SYSTEM": "256"}),
        ({"TEXTUAL_COLOR_SYSTEM": "bogus"}, None, {}),
        (SIZES, (80, 24), {}),
        (SIZES, (0, 0), SIZES),
        (SIZES, None, SIZES),
        (
            {"TEXTUAL": "devtools", "TEXTUAL_LOG": "log"},
            None,
            {"TEXTUAL": "devtools", "TEXTUAL_LOG": "log"},
        ),
    ],
)
def test_what_is_left(
    environment: dict[str, str], size: tuple[int, int] | None, left: dict[str, str]
) -> None:
    environment = dict(environment)
    forget_settings_of_textual(environment, size)
    assert environment == left


def test_asyncio_without_tls_leaves_tls_to_others() -> None:
    code = """
import sys
from tuireader.surroundings import import_asyncio_without_tls
import_asyncio_without_tls()
import asyncio, asyncio.sslproto
assert "asyncio" in sys.modules and asyncio.sslproto.ssl is None
import ssl
assert ssl.SSLContext
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
