"""One row of a list as a strip: words on the left, numbers on the right, cut with an ellipsis.

Widths are terminal cells; the text must have gone through `sanitize` if it comes from a file.
"""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

ELLIPSIS = "…"


def fit(text: str, width: int) -> str:
    """Cut a text with an ellipsis so that it takes at most `width` cells.

    Args:
        text: One line of text.
        width: The room for it, in cells.
    """
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def fit_end(text: str, width: int) -> str:
    """Cut a text like `fit`, but keep its end: the last folders of a path tell most.

    Args:
        text: One line of text.
        width: The room for it, in cells.
    """
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    start = len(text)
    while start and cell_len(text[start - 1 :]) < width:
        start -= 1
    return ELLIPSIS + text[start:]


def row_strip(left: Sequence[Segment], right: Sequence[Segment], width: int) -> Strip:
    """Set the left segments at the left edge and the right ones at the right edge.

    The right side is kept whole as long as there is room for it; the left side is cut with an
    ellipsis, and a blank stays between the two.

    Args:
        left: What the row says.
        right: What is aligned at its end; may be empty.
        width: The width of the row, in cells.
    """
    right_width = sum(segment.cell_length for segment in right)
    gap = 1 if right_width else 0
    segments = _cut(left, max(0, width - right_width - gap))
    used = sum(segment.cell_length for segment in segments)
    if right_width:
        segments.append(Segment(" " * max(0, width - used - right_width)))
        segments.extend(right)
    return Strip(segments).adjust_cell_length(width)


def matched_segments(
    text: str, positions: Sequence[int], style: Style | None, matched: Style
) -> list[Segment]:
    """Split a text into segments so that the matched letters stand out.

    Args:
        text: One line of text.
        positions: Indices of the matched letters, in rising order.
        style: How the other letters look; None for the style of the row.
        matched: How the matched letters look.
    """
    segments: list[Segment] = []
    lit = frozenset(positions)
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or (index in lit) != (start in lit):
            segments.append(Segment(text[start:index], matched if start in lit else style))
            start = index
    return segments


def _cut(segments: Sequence[Segment], width: int) -> list[Segment]:
    """Return the segments that fit into `width` cells, the last one cut with an ellipsis."""
    if sum(segment.cell_length for segment in segments) <= width:
        return list(segments)
    kept: list[Segment] = []
    room = width
    for segment in segments:
        if segment.cell_length >= room:
            text = set_cell_size(segment.text, max(0, room - 1)).rstrip() + ELLIPSIS
            kept.append(Segment(text if room else "", segment.style))
            break
        kept.append(segment)
        room -= segment.cell_length
    return kept
