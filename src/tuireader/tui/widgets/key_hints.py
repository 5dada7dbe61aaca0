"""The line of a dialog that tells its keys."""

from collections.abc import Iterable

from textual.content import Content


def key_hints(hints: Iterable[tuple[str, str]]) -> Content:
    """Set keys and what they do in one line.

    Args:
        hints: Key and label of each.
    """
    parts = [
        Content.assemble((key, "bold $accent"), (f" {label}", "$quiet")) for key, label in hints
    ]
    return Content("   ").join(parts)
