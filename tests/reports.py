"""What is found in a short text, written so that a test reads like a list."""

from collections.abc import Callable

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations

Parse = Callable[..., list[ParsedParagraph]]


def reported(parse_text: Parse, text: str) -> list[tuple[str, str]]:
    """Give each utterance as who is named beside it, and its words."""
    found = find_quotations(parse_text(text))
    return [
        (
            text[u.mention.shown.start : u.mention.shown.end] if u.mention else "",
            " … ".join(text[start:end] for start, end in u.spans),
        )
        for u in found
    ]


def reported_words(parse_text: Parse, text: str) -> list[str]:
    """Give the words of each utterance."""
    return [words for _, words in reported(parse_text, text)]


def named_speakers(parse_text: Parse, text: str) -> list[str]:
    """Give who is named beside each utterance, as written."""
    return [who for who, _ in reported(parse_text, text)]
