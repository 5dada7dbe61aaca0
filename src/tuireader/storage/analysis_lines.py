"""An analysis as lines of JSON, so that the findings of a book are read a few at a time.

Read as one piece, they take several times the memory that is left in the end.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from tuireader.analysis.codec import CodecError, Shared, decode, encode
from tuireader.analysis.model import Analysis, Claim, Figure, Quotation, Speaker

_ROWS: dict[str, type] = {
    "speakers": Speaker,
    "quotations": Quotation,
    "figures": Figure,
    "claims": Claim,
}
"""What there may be many of."""

_AT_ONCE = 200
"""How many of them stand on a line."""


def to_lines(analysis: Analysis) -> Iterator[str]:
    """Yield the lines of an analysis: all that is short, then the findings.

    Args:
        analysis: The analysis.
    """
    without: dict[str, Any] = dict.fromkeys(_ROWS, ())
    yield json.dumps(encode(replace(analysis, **without)))
    for name in _ROWS:
        items = iter(getattr(analysis, name))
        while batch := tuple(islice(items, _AT_ONCE)):
            yield json.dumps([name, encode(batch)])


def from_lines(lines: Iterable[bytes]) -> Analysis:
    """Make an analysis of its lines.

    Args:
        lines: What `to_lines` gave.

    Raises:
        ValueError: They are not such lines.
    """
    each = iter(lines)
    shared: Shared = {}
    short = decode(Analysis, json.loads(next(each, b"")), shared)
    rows: dict[str, list[Any]] = {name: [] for name in _ROWS}
    for line in each:
        name, batch = _batch(json.loads(line))
        kind = _ROWS[name]
        rows[name] += [decode(kind, item, shared) for item in batch]
    found: dict[str, Any] = {name: tuple(items) for name, items in rows.items()}
    return replace(short, **found)


def _batch(data: Any) -> tuple[str, list[Any]]:
    match data:
        case [str(name), list(batch)] if name in _ROWS:
            return name, batch
    raise CodecError("no batch of findings")
