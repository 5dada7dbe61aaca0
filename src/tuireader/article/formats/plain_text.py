"""Plain text to paragraphs."""

import re

from tuireader.article.blocks import Block, Draft

_BLANK = re.compile(r"\n[^\S\n]*\n")


def parse_plain_text(text: str) -> Draft:
    """Cut a plain text into paragraphs."""
    return Draft([Block(" ".join(part.split())) for part in _BLANK.split(text)])
