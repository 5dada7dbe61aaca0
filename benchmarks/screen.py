"""What stands on the screen, worked out from the bytes after the clock has stopped.

It knows as much as Textual writes: moves of the cursor, styles, text. That is a small part of
what a terminal is, and quick.
"""

import re
from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size

Cell = tuple[str, str]
"""A character and its style, as the escape sequence gave it."""

Cells = tuple[tuple[Cell, ...], ...]
"""What stands in an area, line by line."""

_TOKEN = re.compile(
    r"\x1b\[(?P<values>[0-9;:<=>?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[P_^X][^\x1b]*\x1b\\"
    r"|\x1b."
    r"|(?P<control>[\x00-\x1f])"
    r"|(?P<text>[^\x00-\x1f]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the screen."""

    left: int
    """Its first column."""

    top: int
    """Its first line."""

    right: int
    """The column after its last one."""

    bottom: int
    """The line after its last one."""


class Screen:
    """Cells with their styles.

    Args:
        columns: Width.
        lines: Height.
    """

    def __init__(self, columns: int, lines: int) -> None:
        self._columns, self._lines = columns, lines
        self._rows: list[list[Cell]] = [[(" ", "")] * columns for _ in range(lines)]
        self._x = self._y = 0
        self._style = ""

    def feed(self, data: bytes) -> None:
        """Take what a program wrote."""
        for token in _TOKEN.finditer(data.decode("utf-8", "replace")):
            if token["text"] is not None:
                self._write(token["text"])
            elif token["final"] is not None:
                self._control(token["values"], token["final"])
            elif token["control"] == "\n":
                self._y = min(self._y + 1, self._lines - 1)
            elif token["control"] == "\r":
                self._x = 0

    def _control(self, values: str, final: str) -> None:
        if final == "m":
            self._style = "" if values in ("", "0") else values
        elif final == "H":
            line, _, column = values.partition(";")
            self._y = min(int(line or 1), self._lines) - 1
            self._x = min(int(column or 1), self._columns) - 1
        elif final == "J" and values == "2":
            self._rows = [[(" ", "")] * self._columns for _ in range(self._lines)]

    def _write(self, text: str) -> None:
        row, style = self._rows[self._y], self._style
        if cell_len(text) == len(text):
            cells = [(character, style) for character in text[: self._columns - self._x]]
            row[self._x : self._x + len(cells)] = cells
            self._x += len(cells)
            return
        for character in text:
            width = get_character_cell_size(character)
            for cell in range(self._x, min(self._x + width, self._columns)):
                row[cell] = (character if cell == self._x else "", style)
            self._x += width

    def cells(self, area: Area) -> Cells:
        """Return what stands in an area, to be compared."""
        return tuple(
            tuple(row[area.left : area.right]) for row in self._rows[area.top : area.bottom]
        )

    def text(self, area: Area) -> str:
        """Return the characters in an area."""
        return "\n".join("".join(cell[0] for cell in row) for row in self.cells(area))
