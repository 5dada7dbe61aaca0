"""Markdown to a draft, by the tokens of markdown-it."""

import re
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

from tuireader.article.blocks import Block, Draft
from tuireader.article.formats.front_matter import split_front_matter
from tuireader.article.formats.markdown_inline import InlineReader
from tuireader.article.formats.tables import table_blocks
from tuireader.article.formats.tag_stripper import strip_tags
from tuireader.article.framing import frame
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LARGEST = 4_000_000
"""Characters from which a file is shown as plain text; the parser takes a second for a million."""

_MOST_LINES = 150_000
"""Lines from which a file is shown as plain text: short ones cost as much as long ones."""

_MOST_TAGS = 200_000
"""HTML tags, or signs that could begin one, from which a file is shown as plain text."""

_MOST_TOKENS = 250_000
"""Tokens from which a file is shown as plain text: a line of forty dashes makes 160."""

_LONGEST_INLINE = 40_000
"""Characters of one paragraph in which emphasis and links are looked for."""

_MOST_BRACKETS = 5_000
"""Brackets in such a paragraph: nested ones take the square of their number."""

_INLINE_SECONDS = 4.0
"""Time from which on no more emphasis and links are looked for."""

_DEEPEST = 90
"""Depth of tokens from which a file is shown as plain text: the parser drops what lies deeper."""

_LONGEST_HEADING = 300
"""Characters; a longer "heading" is a paragraph that happens to stand above a line of dashes."""

_MARKUP = re.compile(r"[\\`*_~\[\]<&!]|  \n")
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,40})\]:\s*")
_FOOTNOTE_START = re.compile(r"\n(?=\[\^[\w-]{1,40}\]:)")
_FOOTNOTE_REFERENCE = re.compile(r"\[\^([\w-]{1,40})\]")


def parse_markdown(text: str) -> Draft:
    """Read a Markdown text with its front matter.

    Args:
        text: The whole text, its lines ended by newline characters.
    """
    if len(text) > _LARGEST or text.count("\n") > _MOST_LINES or text.count("<") > _MOST_TAGS:
        return _as_plain_text(text)
    matter, body = split_front_matter(text)
    walker = _Walker(_parser(), monotonic() + _INLINE_SECONDS)
    if matter.raw:
        walker.blocks.append(Block(matter.raw, ParagraphKind.CODE))
    if not walker.walk(body):
        return _as_plain_text(text)
    warnings = (*matter.warnings, *walker.warnings)
    return frame(
        Draft(walker.blocks, matter.title, matter.byline, matter.published, warnings),
        guess_title=True,
    )


def _as_plain_text(text: str) -> Draft:
    """Read a file that is too long or too deeply nested for the parser."""
    from tuireader.article.formats.plain_text import parse_plain_text

    draft = parse_plain_text(text)
    note = "It is too long or too deeply nested for Markdown and is shown as plain text."
    return draft._replace(warnings=(*draft.warnings, note))


class _TooManyTokensError(Exception):
    """A file makes more tokens than can be read in time."""


class _Tokens(list["Token"]):
    """The tokens of a file, as long as they are not too many."""

    def append(self, token: "Token") -> None:
        """Add a token.

        Raises:
            _TooManyTokensError: There are too many.
        """
        if len(self) >= _MOST_TOKENS:
            raise _TooManyTokensError
        super().append(token)


def _parser() -> "MarkdownIt":
    """Make a parser for CommonMark with tables and strike-through that leaves footnotes alone."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock, reference
    from markdown_it.rules_core import StateCore

    def parse_blocks(state: StateCore) -> None:
        """Gather the tokens in a list that does not grow without end."""
        state.tokens = _Tokens()
        state.md.block.parse(state.src, state.md, state.env, state.tokens)

    def reference_or_footnote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        """Refuse "[^1]: …", which CommonMark takes for the target of a link."""
        if state.src.startswith("[^", state.bMarks[line] + state.tShift[line]):
            return False
        return reference(state, line, end, silent)

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST + 8}).enable(
        ["table", "strikethrough"]
    )
    parser.core.ruler.at("block", parse_blocks)
    parser.block.ruler.at("reference", reference_or_footnote)
    # A link that leads nowhere safe keeps its words and loses its target.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    # Inline parsing is done by the walker, which keeps the time.
    parser.core.ruler.disable("inline")
    return parser


@dataclass(slots=True)
class _Walker:
    """Goes through the tokens and gathers blocks."""

    parser: "MarkdownIt"
    deadline: float
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)
    _marker: str = ""
    _quotes: int = 0
    _heading: int = 0
    _rows: list[list[str]] | None = None
    _env: dict[str, Any] = field(default_factory=dict)

    def walk(self, text: str) -> bool:
        """Parse a text and gather its blocks; False if it is too long or nested too deeply."""
        try:
            tokens = self.parser.parse(text, self._env)
        except _TooManyTokensError:
            return False
        for token in tokens:
            if token.level > _DEEPEST:
                return False
            handler = getattr(self, f"_on_{token.type}", None)
            if handler is not None:
                handler(token)
        return True

    def _on_heading_open(self, token: "Token") -> None:
        self._heading = int(token.tag[1:])

    def _on_heading_close(self, token: "Token") -> None:
        self._heading = 0

    def _on_blockquote_open(self, token: "Token") -> None:
        self._quotes += 1

    def _on_blockquote_close(self, token: "Token") -> None:
        self._quotes -= 1

    def _on_bullet_list_open(self, token: "Token") -> None:
        self._lists.append(None)

    def _on_ordered_list_open(self, token: "Token") -> None:
        self._lists.append(int(token.attrGet("start") or 1))

    def _on_bullet_list_close(self, token: "Token") -> None:
        self._lists.pop()

    def _on_ordered_list_close(self, token: "Token") -> None:
        self._lists.pop()

    def _on_list_item_open(self, token: "Token") -> None:
        number = self._lists[-1]
        self._marker = "•" if number is None else f"{number}{token.markup or '.'}"
        if number is not None:
            self._lists[-1] = number + 1

    def _on_fence(self, token: "Token") -> None:
        self.blocks.append(Block(token.content.expandtabs(4).strip("\n"), ParagraphKind.CODE))

    _on_code_block = _on_fence

    def _on_hr(self, token: "Token") -> None:
        self.blocks.append(Block("* * *", ParagraphKind.FURNITURE))

    def _on_html_block(self, token: "Token") -> None:
        self.blocks += [Block(part, *self._kind()) for part in strip_tags(token.content)]

    def _on_table_open(self, token: "Token") -> None:
        self._rows = []

    def _on_tr_open(self, token: "Token") -> None:
        if self._rows is not None:
            self._rows.append([])

    def _on_table_close(self, token: "Token") -> None:
        self.blocks += table_blocks(self._rows or [])
        self._rows = None

    def _on_inline(self, token: "Token") -> None:
        if self._rows is not None:
            cell = " ".join(block.text for block in self._inline_blocks(token.content))
            self._rows[-1].append(cell)
            return
        for part in _FOOTNOTE_START.split(token.content):
            footnote = None if self._lists else _FOOTNOTE.match(part)
            if footnote:
                self._lists.append(None)
                self._marker = f"[{footnote[1]}]"
                self.blocks += self._inline_blocks(part[footnote.end() :])
                self._lists.pop()
            else:
                self.blocks += self._inline_blocks(part)

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

    def _inline_blocks(self, content: str) -> list[Block]:
        """Read the words of one paragraph, with their emphasis and links."""
        if not _MARKUP.search(content):
            return [Block(" ".join(content.split()), *self._kind())]
        if _is_too_much(content) or monotonic() > self.deadline:
            note = "Emphasis and links are not shown in all of it: it is too deeply nested or long."
            if note not in self.warnings:
                self.warnings.append(note)
            return [Block(" ".join(content.split()), *self._kind())]
        tokens: list[Token] = []
        escaped = _FOOTNOTE_REFERENCE.sub(r"\\[\1\\]", content)
        self.parser.inline.parse(escaped, self.parser, self._env, tokens)
        reader = InlineReader(in_line=bool(self._heading) or self._rows is not None)
        for token in tokens:
            reader.read(token)
        pieces, images = reader.finish()
        blocks = [self._placed(piece) for piece in pieces]
        return blocks + [Block(text, ParagraphKind.FURNITURE) for text in images]

    def _placed(self, piece: Block) -> Block:
        """Give the words of a paragraph their kind."""
        kind, level, marker = self._kind()
        if kind is ParagraphKind.HEADING and len(piece.text) > _LONGEST_HEADING:
            kind, level = ParagraphKind.TEXT, 0
        return Block(piece.text, kind, level, marker, piece.inlines)


def _is_too_much(content: str) -> bool:
    """Whether a paragraph would take too long to look for emphasis and links in it."""
    return len(content) > _LONGEST_INLINE or content.count("[") > _MOST_BRACKETS
