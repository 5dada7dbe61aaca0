"""The inline tokens of one Markdown paragraph to words with emphasis and links."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.article.blocks import Block, InlineText, web_address
from tuireader.article.decoding import drop_invisible
from tuireader.article.model import InlineStyle, ParagraphKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES = {
    "em": InlineStyle.EMPHASIS,
    "strong": InlineStyle.STRONG,
    "s": InlineStyle.STRIKE,
    "link": InlineStyle.LINK,
}
_BREAK_TAG = re.compile(r"<(?:br|/?p|/?div)\b", re.IGNORECASE)


@dataclass(slots=True)
class InlineReader:
    """Reads inline tokens; a hard line break ends a paragraph or is a space."""

    in_line: bool
    """Whether a line break is a space, as in a heading or a cell of a table."""

    _broken: bool = False
    _text: InlineText = field(default_factory=InlineText)
    _pieces: list[Block] = field(default_factory=list)
    _images: list[str] = field(default_factory=list)

    def read(self, token: "Token") -> None:
        """Take one token in."""
        name, _, side = token.type.rpartition("_")
        if token.type in ("text", "text_special"):
            self._add(drop_invisible(token.content))
        elif token.type == "softbreak":
            self._text.add(" ")
        elif token.type == "hardbreak" or self._breaks(token):
            self._broken = True
        elif token.type == "code_inline":
            self._text.open(InlineStyle.CODE)
            self._add(token.content)
            self._text.close(InlineStyle.CODE)
        elif token.type == "image":
            self._images.append(" ".join(token.content.split()))
        elif name in _STYLES and side == "open":
            self._text.open(_STYLES[name], web_address(_target(token)))
        elif name in _STYLES and side == "close":
            self._text.close(_STYLES[name])

    def finish(self) -> tuple[list[Block], list[str]]:
        """Return the paragraphs without their kind, and what stands in place of images."""
        self._flush()
        return self._pieces, [text for text in self._images if text]

    def _breaks(self, token: "Token") -> bool:
        """Whether it is an HTML tag that ends a line."""
        return token.type == "html_inline" and _BREAK_TAG.match(token.content) is not None

    def _add(self, text: str) -> None:
        """Add words; after a line break they are a new paragraph unless a sentence goes on."""
        if self._broken and text.strip():
            self._broken = False
            if self.in_line or text.lstrip()[0].islower():
                self._text.add(" ")
            else:
                self._flush()
        self._text.add(text)

    def _flush(self) -> None:
        """End a paragraph."""
        piece = self._text.block(ParagraphKind.TEXT)
        if piece.text:
            self._pieces.append(piece)


def _target(token: "Token") -> str | None:
    """Return where a link leads."""
    target = token.attrGet("href")
    return target if isinstance(target, str) else None
