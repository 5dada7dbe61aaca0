"""Opening the file of an article in the reader's own editor."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tuireader.article.sanitizing import one_line
from tuireader.errors import TuireaderError
from tuireader.looking import absolute

_USUAL = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "vi", "nano")
_HINT = "Set “editor” in config.yaml, or $EDITOR."


def edit_file(app: App[Any], path: Path, configured: str | None = None) -> bool:
    """Run the editor on a file; the reader stands aside until it is closed.

    Args:
        app: The running app.
        path: The file.
        configured: Command line of the editor; None for $VISUAL, $EDITOR, or a usual one.

    Returns:
        Whether the editor ended well.

    Raises:
        TuireaderError: There is no such editor, or it can't be started here.
    """
    command = editor_command(configured, os.environ)
    try:
        with app.suspend():
            # An absolute path can't be taken for an option.
            done = subprocess.run([*command, str(absolute(path))], check=False)
    except SuspendNotSupported as error:
        raise TuireaderError("No editor can be opened from this terminal.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise TuireaderError(f"{_quoted(command[0])} can't be started: {reason}.", _HINT) from error
    return done.returncode == 0


def editor_command(configured: str | None, environment: Mapping[str, str]) -> list[str]:
    """Return the editor as a program and its arguments.

    Args:
        configured: The command line of the configuration.
        environment: Where $VISUAL and $EDITOR are looked up.

    Raises:
        TuireaderError: The command line makes no sense, or there is no such program.
    """
    line = configured or environment.get("VISUAL") or environment.get("EDITOR") or ""
    if not line.strip():
        usual = next((name for name in _USUAL if shutil.which(name)), None)
        if usual is None:
            raise TuireaderError("There is no editor.", _HINT)
        return [usual]
    try:
        command = shlex.split(line, posix=sys.platform != "win32")
    except ValueError as error:
        message = f"The editor {_quoted(line)} makes no sense: {error}."
        raise TuireaderError(message, _HINT) from error
    if not command or shutil.which(command[0]) is None:
        raise TuireaderError(f"There is no editor {_quoted(line)}.", _HINT)
    return command


def _quoted(text: str) -> str:
    return f"“{one_line(text)}”"
