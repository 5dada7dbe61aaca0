"""Articles and analyses as plain data and back, for the child process and the cache.

The shape follows the dataclasses: an object for each, a list for a tuple or a span, the value for
an enumeration. Reading is strict: what does not fit the types is refused, never guessed.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
Shared = dict[Any, Any]
"""Words, and rows of words, each by itself: what is read twice is kept once."""

_Decoder = Callable[[Any, str, Shared], Any]

_PLAIN: dict[type, tuple[type, ...]] = {
    int: (int,),
    float: (float, int),
    bool: (bool,),
}


class CodecError(ValueError):
    """Plain data does not have the shape of the type asked for."""


def encode(value: Any) -> Any:
    """Return dataclasses, tuples and enumerations as what `json.dumps` takes.

    Args:
        value: An instance of a dataclass, or anything that one holds.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value):
        return {name: encode(getattr(value, name)) for name in _field_names(type(value))}
    return value


def decode(kind: type[_T], data: Any, shared: Shared | None = None) -> _T:
    """Make an instance of a dataclass from plain data.

    Args:
        kind: The dataclass.
        data: What `encode` made of an instance.
        shared: The words that were read so far; give the same to several calls whose results
            are kept together.

    Raises:
        CodecError: A key is missing or unknown, or a value has the wrong type.
    """
    wanted: Any = kind
    result: _T = _decoder(wanted)(data, kind.__name__, {} if shared is None else shared)
    return result


@cache
def _cached_field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _field_names(kind: Any) -> tuple[str, ...]:
    return _cached_field_names(kind)


@cache
def _decoder(kind: Any) -> _Decoder:
    """Return a function that reads a type; it takes data, where they stand, and words."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _optional(kind, arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _row_of_words if arguments[0] is str else _row(_decoder(arguments[0]))
    if kind is str:
        return _word
    if kind in _PLAIN:
        return _plain(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enumeration(kind)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _named_tuple(kind)
    if is_dataclass(kind):
        return _dataclass(kind)
    raise TypeError(f"no way to decode {kind}")


def _optional(kind: Any, arguments: tuple[Any, ...]) -> _Decoder:
    inner = [argument for argument in arguments if argument is not NoneType]
    if len(inner) != 1 or len(arguments) != 2:
        raise TypeError(f"no way to decode {kind}")
    read = _decoder(inner[0])
    return lambda data, where, shared: None if data is None else read(data, where, shared)


def _row(read: _Decoder) -> _Decoder:
    def read_row(data: Any, where: str, shared: Shared) -> Any:
        if not isinstance(data, list):
            raise CodecError(f"{where} is no list")
        return tuple(read(item, f"{where}[]", shared) for item in data)

    return read_row


def _row_of_words(data: Any, where: str, shared: Shared) -> Any:
    words = _row(_word)(data, where, shared)
    return shared.setdefault(words, words)


def _word(data: Any, where: str, shared: Shared) -> Any:
    if type(data) is not str:
        raise CodecError(f"{where} is no str")
    return shared.setdefault(data, data)


def _plain(kind: type) -> _Decoder:
    accepted = _PLAIN[kind]

    def read_plain(data: Any, where: str, _shared: Shared) -> Any:
        if type(data) not in accepted:
            raise CodecError(f"{where} is no {kind.__name__}")
        try:
            return kind(data)
        except OverflowError as error:
            raise CodecError(f"{where} is too large") from error

    return read_plain


def _enumeration(kind: type[Enum]) -> _Decoder:
    members = {member.value: member for member in kind}

    def read_member(data: Any, where: str, _shared: Shared) -> Any:
        if not isinstance(data, str) or data not in members:
            raise CodecError(f"{where} is no {kind.__name__}")
        return members[data]

    return read_member


def _named_tuple(kind: type) -> _Decoder:
    readers = [_decoder(hint) for hint in get_type_hints(kind).values()]

    def read_items(data: Any, where: str, shared: Shared) -> Any:
        if not isinstance(data, list) or len(data) != len(readers):
            raise CodecError(f"{where} is no {kind.__name__}")
        return kind(*(read(item, where, shared) for read, item in zip(readers, data, strict=True)))

    return read_items


def _dataclass(kind: Any) -> _Decoder:
    hints = get_type_hints(kind)
    readers = [(name, _decoder(hints[name])) for name in _field_names(kind)]
    known = set(_field_names(kind))

    def read_fields(data: Any, where: str, shared: Shared) -> Any:
        if not isinstance(data, dict):
            raise CodecError(f"{where} is no object")
        if data.keys() != known:
            odd = sorted(map(str, known.symmetric_difference(data)))
            raise CodecError(f"{where} has missing or unknown keys: {', '.join(odd)}")
        return kind(*(read(data[name], f"{where}.{name}", shared) for name, read in readers))

    return read_fields
