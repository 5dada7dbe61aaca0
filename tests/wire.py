"""Which bytes may leave the program: a short list, and everything else is a stranger."""

import re

from tuireader.article.sanitizing import sanitize

_MODES = "7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048"
"""Wrapping, cursor, mouse, focus, the other screen, pasting, whole frames, sizes."""

_POINTERS = "default|pointer|text"

_ALLOWED = re.compile(
    rf"""
      \x1b\[\d+;\d+H                      # the cursor goes to a place
    | \x1b\[[\d;]*m                       # colours and weights
    | \x1b\[\?(?:{_MODES})[hl]            # modes that the reader sets and takes back
    | \x1b\[\?(?:2026|2048)\$p            # whether the terminal knows whole frames and sizes
    | \x1b\[>\d+u | \x1b\[<u              # keys that the terminal tells apart
    | \x1b\]22;(?:{_POINTERS})(?:\x07|\x1b\\)  # the shape of the mouse pointer
    | \r?\n
    """,
    re.VERBOSE,
)
_CLIPBOARD = re.compile(r"\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)")


def strangers(written: bytes | bytearray, *, copied: bool = False) -> list[str]:
    """Return what is neither readable text nor an allowed sequence.

    Args:
        written: All that the program wrote to the terminal.
        copied: Whether the user copied something, which goes through the terminal.
    """
    text = written.decode("utf-8", "surrogateescape")
    if copied:
        text = _CLIPBOARD.sub("", text)
    # A joiner is harmless, but whether it joins anything can't be told where colours change.
    parts = _ALLOWED.sub("\n", text).replace("\u200d", "").replace("\u200c", "").split("\n")
    return [part for part in parts if part != sanitize(part)]
