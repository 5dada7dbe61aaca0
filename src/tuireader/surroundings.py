"""What the program finds where it is started, put right before anything relies on it."""

import os
import sys
from importlib import import_module

TYPE_CHECKING = False  # `--version` is told at once
if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Literal, TextIO

_KEPT = {
    "TEXTUAL_ANIMATIONS": ("none", "basic", "full"),
    "TEXTUAL_COLOR_SYSTEM": ("auto", "standard", "256", "truecolor"),
    "TEXTUAL_DISABLE_KITTY_KEY": ("0", "1"),
    "TEXTUAL_SMOOTH_SCROLL": ("0", "1"),
}
"""The variables that Textual is left, and their values."""


def open_closed_streams() -> None:
    """Give the standard streams that were closed a place, so that no other file takes it.

    Whoever reads the input or writes the output then learns that it can't be done, as with any
    other file; messages that nobody wants to see go nowhere.
    """
    if sys.stdin is None:
        sys.stdin = _null(0, os.O_WRONLY, "r")
    if sys.stdout is None:
        sys.stdout = _null(1, os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _null(2, os.O_WRONLY, "w")


def _null(number: int, flags: int, mode: 'Literal["r", "w"]') -> "TextIO":
    """Open what holds nothing under the number of a standard stream."""
    opened = os.open(os.devnull, flags)
    if opened == number:
        os.set_inheritable(number, True)
    else:
        os.dup2(opened, number)
        os.close(opened)
    return open(number, mode, encoding="utf-8", closefd=False)


def forget_settings_of_textual(
    environment: "MutableMapping[str, str]", size: "tuple[int, int] | None"
) -> None:
    """Take out of the environment what would have Textual do anything but show the reader.

    Some variables have it write down keys and messages, press keys, import other code or believe
    in a terminal of another size. Those that suit it to a terminal or to somebody's eyes stay, as
    does everything when `textual run` starts the reader for a developer.

    Args:
        environment: The environment; it is changed.
        size: Columns and lines of the terminal, if it tells.
    """
    if environment.get("TEXTUAL"):
        return
    for name in [name for name in environment if name.startswith("TEXTUAL_")]:
        fit = _KEPT.get(name)
        if fit is None or environment[name] not in fit:
            del environment[name]
    if size and all(size):
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)


def import_asyncio_without_tls() -> None:
    """Import asyncio as a Python does that was built without TLS.

    The reader talks to nobody, and the library for it takes a thirtieth of the time to the first
    frame. Whatever imports `ssl` later gets it.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what is None here can't be imported
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]
