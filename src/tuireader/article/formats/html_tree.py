"""The tree of main text that trafilatura returns, to blocks."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.article.blocks import Block, InlineText, web_address
from tuireader.article.decoding import drop_invisible
from tuireader.article.formats.tables import table_blocks
from tuireader.article.model import InlineStyle, ParagraphKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 100
"""Depth of elements from which only the words are taken."""

_CONTAINERS = frozenset({"body", "div", "p", "head", "list", "item", "quote", "main", "ab", "fw"})
_STYLES = {
    "#b": InlineStyle.STRONG,
    "#i": InlineStyle.EMPHASIS,
    "#t": InlineStyle.CODE,
}


def tree_blocks(body: "Element") -> list[Block]:
    """Gather the blocks of a tree in the order of its text."""
    walker = _TreeWalker()
    walker.visit(body, 0)
    walker.flush()
    return walker.blocks


@dataclass(slots=True)
class _TreeWalker:
    """Goes through the elements; text gathers until an element that is a block begins or ends."""

    blocks: list[Block] = field(default_factory=list)
    _text: InlineText = field(default_factory=InlineText)
    _heading: int = 0
    _quotes: int = 0
    _lists: list[int | None] = field(default_factory=list)
    _marker: str = ""

    def visit(self, element: "Element", depth: int) -> None:
        """Take in an element and what it contains, but not the text after it."""
        if not isinstance(element.tag, str):
            return
        if depth > _DEEPEST:
            self._text.add(_words(element))
        elif element.tag == "table":
            self._take_table(element)
        elif element.tag == "code":
            self._take_code(element)
        elif element.tag == "lb":
            self._take_break(element.tail or "")
        elif element.tag in _CONTAINERS:
            self._take_container(element, depth)
        else:
            self._take_inline(element, depth)

    def flush(self) -> None:
        """End a paragraph."""
        block = self._text.block(ParagraphKind.TEXT)
        if not block.text:
            return
        kind, level, marker = self._kind()
        self.blocks.append(Block(block.text, kind, level, marker, block.inlines))

    def _take_children(self, element: "Element", depth: int) -> None:
        """Take in the text and the elements inside an element."""
        self._text.add(drop_invisible(element.text or ""))
        for child in element:
            self.visit(child, depth + 1)
            self._text.add(drop_invisible(child.tail or ""))

    def _take_container(self, element: "Element", depth: int) -> None:
        """Take in an element that is a block of its own."""
        self.flush()
        tag = element.tag
        rend = element.get("rend") or ""
        if tag == "head":
            self._heading = int(rend[1]) if rend[1:2].isdigit() else 2
        elif tag == "quote":
            self._quotes += 1
        elif tag == "list":
            self._lists.append(1 if rend.startswith("ol") else None)
        elif tag == "item":
            self._marker = self._next_marker()
        self._take_children(element, depth)
        self.flush()
        if tag == "head":
            self._heading = 0
        elif tag == "quote":
            self._quotes -= 1
        elif tag == "list":
            self._lists.pop()

    def _take_inline(self, element: "Element", depth: int) -> None:
        """Take in an element inside a paragraph."""
        style = _style(element)
        if style is None:
            self._take_children(element, depth)
            return
        self._text.open(style, web_address(element.get("target")))
        self._take_children(element, depth)
        self._text.close(style)

    def _take_code(self, element: "Element") -> None:
        """Take in code, whose lines count if there is more than one."""
        words = "".join(element.itertext())
        if "\n" in words.strip():
            self.flush()
            self.blocks.append(Block(words.expandtabs(4).strip("\n"), ParagraphKind.CODE))
        else:
            self._text.open(InlineStyle.CODE)
            self._text.add(words)
            self._text.close(InlineStyle.CODE)

    def _take_table(self, element: "Element") -> None:
        """Take in a table; those that only place text on the page come out as paragraphs."""
        self.flush()
        rows = [[_words(cell) for cell in row.iter("cell")] for row in element.iter("row")]
        self.blocks += table_blocks(rows)

    def _take_break(self, following: str) -> None:
        """End a line: a paragraph of its own, except in a heading or amid a sentence."""
        if self._heading or following.lstrip()[:1].islower():
            self._text.add(" ")
        else:
            self.flush()

    def _next_marker(self) -> str:
        """Number the items of an ordered list."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def _kind(self) -> tuple[ParagraphKind, int, str]:
        """Return kind, level and marker of the next block; a marker is given out once."""
        if self._heading:
            return ParagraphKind.HEADING, self._heading, ""
        if self._lists:
            marker, self._marker = self._marker, ""
            return ParagraphKind.ITEM, len(self._lists), marker
        if self._quotes:
            return ParagraphKind.QUOTE, self._quotes, ""
        return ParagraphKind.TEXT, 0, ""


def _words(element: "Element") -> str:
    """Return the text of an element and all inside it, white space folded."""
    return drop_invisible(" ".join(" ".join(element.itertext()).split()))


def _style(element: "Element") -> InlineStyle | None:
    """Tell how an element marks its words."""
    if element.tag == "ref":
        return InlineStyle.LINK
    if element.tag == "del":
        return InlineStyle.STRIKE
    return _STYLES.get(element.get("rend") or "") if element.tag == "hi" else None
