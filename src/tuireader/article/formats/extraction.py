"""The child process that finds the main text of web pages: `python -m` this module.

It reads pages from standard input and writes what it finds to standard output, both as a length of
eight bytes and so many bytes, until its input ends or nothing was asked of it for a while. It is a
process of its own because a page can take the parser any time and memory, and a process can be
ended.
"""

import json
import os
import sys
from contextlib import suppress
from threading import Timer
from typing import IO, Any

LENGTH_BYTES = 8
"""Bytes of the number before each message."""

_IDLE_SECONDS = 60.0
_MEMORY_BYTES = 3 * 1024**3


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message with its length before it."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read a message; None if the stream ends before it does."""
    length = stream.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    expected = int.from_bytes(length, "big")
    message = stream.read(expected)
    return message if len(message) == expected else None


def main() -> None:
    """Answer until the input ends."""
    _limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while True:
        idle = Timer(_IDLE_SECONDS, os._exit, (0,))
        idle.daemon = True
        idle.start()
        page = receive(sys.stdin.buffer)
        idle.cancel()
        if page is None:
            return
        send(answers, json.dumps(_answer(page.decode("utf-8", "replace"))).encode())


def _limit_memory() -> None:
    """Let a page that needs too much memory fail here and not on the whole machine."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, hard))


def _answer(page: str) -> dict[str, Any]:
    """Find the main text of a page; an empty answer if there is none."""
    from tuireader.article.formats.main_text import find_main_text

    try:
        return find_main_text(page)
    except Exception:  # a parser's bug on a strange page: the page is shown without its help
        return {}


if __name__ == "__main__":
    main()
