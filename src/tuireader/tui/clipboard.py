"""Copying text out of the program, and saying in words what was done."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from textual.app import App

_TIMEOUT = 1.0  # seconds that the screen may stand still
_TERMINAL_LIMIT = 74_000
"""Bytes of text that every terminal which takes a clipboard from us accepts (xterm: 100,000 in
base64)."""


class _Tool(NamedTuple):
    """A program that takes the clipboard from its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def copy_text(app: App[Any], text: str) -> str:
    """Copy a text: through a program of the system, else through the terminal.

    Args:
        app: The running app.
        text: What to copy; lone surrogates are replaced.

    Returns:
        What was done, for the status line.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    number = len(text.split())
    words = f"{number:,} {'word' if number == 1 else 'words'}"
    for tool in _tools(os.environ, sys.platform):
        if _run(tool, text):
            return f"copied {words}"
    app.copy_to_clipboard(text)
    if len(text.encode("utf-8")) > _TERMINAL_LIMIT:
        return f"{words} sent to the terminal, which may find them too many to copy"
    return f"copied {words} through the terminal"


def _tools(environment: Mapping[str, str], platform: str) -> list[_Tool]:
    """List the programs that would reach the clipboard of whoever sits at the screen."""
    tools: list[_Tool] = []
    if environment.get("WAYLAND_DISPLAY"):
        tools.append(_Tool(("wl-copy",)))
    if environment.get("DISPLAY"):
        tools.append(_Tool(("xclip", "-selection", "clipboard", "-in")))
        tools.append(_Tool(("xsel", "--clipboard", "--input")))
    # Over SSH these two would fill the clipboard of the machine far away.
    if not (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")):
        if platform == "darwin":
            tools.append(_Tool(("pbcopy",)))
        elif platform == "win32" or environment.get("WSL_DISTRO_NAME"):
            tools.append(_Tool(("clip.exe",), "utf-16-le"))
    return tools


def _run(tool: _Tool, text: str) -> bool:
    program = shutil.which(tool.command[0])
    if program is None:
        return False
    try:
        # xclip stays behind to serve the clipboard: a pipe from it would never be closed.
        done = subprocess.run(
            [program, *tool.command[1:]],
            input=text.encode(tool.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
