"""Copies of findings with some fields changed, of which a long article makes tens of thousands."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

_T = TypeVar("_T")


def replace(value: _T, /, **changes: Any) -> _T:
    """Return a copy with some fields changed: `dataclasses.replace`, in three quarters of the time.

    Args:
        value: An instance of a dataclass of several fields, all of which its constructor takes.
        changes: The new values of fields.
    """
    kind: Any = type(value)
    read, places = _reading(kind)
    values = list(read(value))
    for name, changed in changes.items():
        values[places[name]] = changed
    copy: _T = kind(*values)
    return copy


@cache
def _reading(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """Return what reads all fields of a dataclass at once, and the place of each in that."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}
