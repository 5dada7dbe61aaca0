"""What the program finds where it is started, put right before anything relies on it."""

import os
import sys


def open_closed_streams() -> None:
    """Give the standard streams that were closed a place, so that no other file takes it.

    Whoever reads the input or writes the output then learns that it can't be done, as with any
    other file; messages that nobody wants to see go nowhere.
    """
    if sys.stdin is None:
        _open_null(0, os.O_WRONLY)
        sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
    if sys.stdout is None:
        _open_null(1, os.O_RDONLY)
        sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        _open_null(2, os.O_WRONLY)
        sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)


def _open_null(number: int, flags: int) -> None:
    opened = os.open(os.devnull, flags)
    if opened == number:
        os.set_inheritable(number, True)
    else:
        os.dup2(opened, number)
        os.close(opened)
