"""Notes: paragraphs about the text itself, which claim nothing of the world it tells of."""

import re

_LABELLED = re.compile(
    r"[(\[*]?(?:editor[’']?s[’']? note|author[’']?s note|note to readers|correction|clarification|"
    r"further reading|read (?:more|next|also)|related(?: (?:articles?|stor(?:y|ies)|reading))?|"
    r"see also|more on this story|sources?|photo(?:graph)?s?)\s?[:—–-]",
    re.IGNORECASE,
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:for|in|of) this (?:article|sample|story|transcript)\b|"
    r"\b(?:this|an earlier version of this|a previous version of this) "
    r"(?:article|column|interview|piece|post|report|sample|story|transcript) "
    r"(?:has been|have been|is|was|first|originally|incorrectly|misstated)\b|"
    r"\bcontributed (?:reporting|to this)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[(\[].*[)\]]|.*\bversion of this\b.*|.*\bcontributed\b.*", re.DOTALL)
"""A paragraph in brackets, or one that says of itself what it is."""

LONGEST_NOTE = 800
"""Characters beyond which a paragraph is more than a note."""


def is_note(paragraph: str) -> bool:
    """Tell whether a paragraph is about the text itself: a correction, a credit, a pointer.

    Args:
        paragraph: Its text.
    """
    text = paragraph.strip()
    if len(text) > LONGEST_NOTE:
        return False
    if _LABELLED.match(text):
        return True
    bracketed = text[:1] in ("(", "[")
    if not bracketed and "version of this" not in text and "contributed" not in text:
        return False
    return bool(_REMARK.fullmatch(text)) and bool(_ABOUT_ITSELF.search(text))
