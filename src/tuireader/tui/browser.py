"""Opening a link in the browser of whoever sits at the screen."""

import os
import sys
import webbrowser
from collections.abc import Mapping
from typing import Any

from textual.app import App

from tuireader.article.blocks import web_address
from tuireader.tui.clipboard import copy_text


def open_link(app: App[Any], address: str) -> str:
    """Open a link; where no window can come up, copy its address.

    Args:
        app: The running app.
        address: Where the link leads.

    Returns:
        What was done, for the status line.
    """
    if web_address(address) is None:
        return "only links to the web are opened"
    if has_windows(os.environ, sys.platform) and _open(address):
        return "opened in your browser"
    copy_text(app, address)
    return "no browser to open here; the address is copied"


def has_windows(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a browser would have a window: one in the terminal would draw over the text."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return False
    if platform in ("darwin", "win32"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _open(address: str) -> bool:
    try:
        return webbrowser.open(address)
    except (OSError, ValueError, webbrowser.Error):  # ValueError: a quote left open in $BROWSER
        return False
