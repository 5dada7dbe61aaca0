"""Tables to blocks: columns where they fit on a screen, rows of prose where they don't."""

from collections.abc import Sequence

from tuireader.article.blocks import Block
from tuireader.article.model import ParagraphKind

_WIDEST = 96
"""Columns of the screen that a table may take."""

_WIDEST_CELL = 48
"""Characters; a cell beyond that holds prose."""

_MOST_COLUMNS = 24
"""A table with more columns is never lined up."""


def table_blocks(rows: Sequence[Sequence[str]]) -> list[Block]:
    """Lay a table out.

    Args:
        rows: The texts of the cells, white space folded.
    """
    filled = [row for row in rows if any(row)]
    if not filled:
        return []
    columns = max(map(len, filled))
    if columns == 1 or columns > _MOST_COLUMNS or _is_prose(filled):
        texts = (" | ".join(cell for cell in row if cell) for row in filled)
        return [Block(text, ParagraphKind.TEXT) for text in texts]
    widths = [max(len(row[i]) if i < len(row) else 0 for row in filled) for i in range(columns)]
    gap = "   " if sum(widths) + 3 * (columns - 1) <= _WIDEST else " | "
    lines = [
        gap.join(
            cell.ljust(width) if gap.isspace() else cell
            for cell, width in zip(row, widths, strict=False)
        ).rstrip()
        for row in filled
    ]
    return [Block("\n".join(lines), ParagraphKind.CODE)]


def _is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a cell is too long to stand in a column."""
    return any(len(cell) > _WIDEST_CELL for row in rows for cell in row)
