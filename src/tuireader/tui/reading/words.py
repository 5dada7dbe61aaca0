"""Words and paragraphs around an offset, for double and triple clicks."""

import re

from tuireader.article.model import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_REACH = 80


def word_at(text: str, offset: int) -> Span | None:
    """Return the word over an offset, with inner apostrophes, hyphens and digit separators.

    Args:
        text: The article's text.
        offset: The character.
    """
    window = max(0, offset - _REACH)
    for match in _WORD.finditer(text, window, min(len(text), offset + _REACH)):
        if match.start() <= offset < match.end():
            return Span(*match.span())
    return None
