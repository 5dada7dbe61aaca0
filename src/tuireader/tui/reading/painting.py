"""Paint the lines of an article: looks become styles, runs become segments."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tuireader.article.model import Paragraph, ParagraphKind, Span
from tuireader.tui.reading.marks import Look, Mark, runs
from tuireader.tui.reading.wrapping import indent_of

# The order is the order of painting: a later look wins over an earlier one.
_LOOKS: dict[Look, str] = {
    Look.CODE: "article--code",
    Look.LINK: "article--link",
    Look.EMPHASIS: "article--emphasis",
    Look.STRONG: "article--strong",
    Look.STRIKE: "article--strike",
    Look.QUOTE: "article--quote",
    Look.SPEAKER: "article--speaker",
    Look.FIGURE: "article--figure",
    Look.ASIDE: "article--aside",
    Look.LIT: "article--lit",
    Look.HIT: "article--hit",
    Look.CURRENT_HIT: "article--current-hit",
    Look.CHOSEN: "article--chosen",
}
_KINDS: dict[ParagraphKind, str] = {
    ParagraphKind.TITLE: "article--title",
    ParagraphKind.HEADING: "article--heading",
    ParagraphKind.BYLINE: "article--byline",
    ParagraphKind.FURNITURE: "article--furniture",
    ParagraphKind.CODE: "article--code",
}
_BAR, _MARGIN = "article--bar", "article--margin"

COMPONENTS: frozenset[str] = frozenset({*_LOOKS.values(), *_KINDS.values(), _BAR, _MARGIN})
"""The component classes that a widget which paints an article must style."""

GUTTER_WIDTH = 3
"""Cells left of the text, for the bar beside claims and air."""


class Painter:
    """Rich styles for looks, each combination made once.

    Args:
        component: Gives the partial style of a component class.
        base: The style of plain text.
        ground: The colour behind it.
    """

    def __init__(self, component: Callable[[str], Style], base: Style, ground: Color) -> None:
        self.base = base
        self.ground = ground
        self._component = component
        self._bar = base + component(_BAR)
        self._margin = base + component(_MARGIN)
        self.style = lru_cache(maxsize=1024)(self._style)

    def _style(self, kind: ParagraphKind, look: Look) -> Style:
        style = self.base
        if kind in _KINDS:
            style += self._component(_KINDS[kind])
        for part, name in _LOOKS.items():
            if look & part:
                style += self._component(name)
        return style

    def gutter(self, margin: int, *, bar: bool) -> list[Segment]:
        """Paint what stands left of the text.

        Args:
            margin: Cells of air, so that the text stands in the middle.
            bar: Whether a claim touches the line.
        """
        return [
            Segment(" " * margin, self.base),
            Segment(("▎" if bar else "").ljust(GUTTER_WIDTH), self._bar),
        ]

    def indentation(self, paragraph: Paragraph, line: Span) -> list[Segment]:
        """Paint the marker of a list item, the rule of a block quotation, or just air."""
        indent = indent_of(paragraph)
        if not indent or line.start == line.end:
            return []
        lead = ""
        if paragraph.kind is ParagraphKind.ITEM and line.start == paragraph.start:
            lead = f"{paragraph.marker} "
        elif paragraph.kind is ParagraphKind.QUOTE:
            lead = "│ "
        return [Segment(lead.rjust(indent)[-indent:], self._margin)]

    def text(
        self, text: str, line: Span, kind: ParagraphKind, marks: Iterable[Mark]
    ) -> list[Segment]:
        """Paint the characters of one line.

        Args:
            text: The article's text.
            line: The line's stretch of it.
            kind: The kind of the paragraph that it belongs to.
            marks: Everything that touches the line.
        """
        return [
            Segment(text[start:end], self.style(kind, look))
            for start, end, look in runs(line, marks)
        ]
