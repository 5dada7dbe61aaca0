"""Trims a stretch of text to what is said in it: no loose marks at its ends, none left open."""

FRINGE = " \t\r\n\"'“”‘’«»`,;:–—-[]…"
"""What does not belong to a claim where it stands at its ends."""

PAIRS = {"“": "”", "«": "»", "(": ")", "‘": "’"}
"""Marks that open, with those that close them."""

STRAIGHT = '"'
"""The mark that opens and closes."""

INSIDE = ".,;:!?…"
"""What may stand before a closing mark and after the last word."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut loose marks off both ends, and take in the marks that close what was opened.

    Args:
        text: The text around.
        start: Offset of the first character.
        end: Offset after the last one.

    Returns:
        The same for what is left; equal where nothing is.
    """
    start, end = _bare(text, start, end)
    for _ in range(2):
        opened, closed = _unmatched(text, start, end)
        if opened:
            end = _closing_end(text, end, opened)
        elif closed == ")" and text[end - 1] == ")":
            start, end = _bare(text, start, _without_stop(text, end - 1))
        elif closed and start and text[start - 1] in (closed, *_openers(closed)):
            start -= 1
    return start, end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in FRINGE or text[start] == "("):
        if text[start] == "(" and ")" in text[start:end]:
            break
        start += 1
    while end > start and text[end - 1] in FRINGE:
        end -= 1
    return start, end


def _without_stop(text: str, end: int) -> int:
    return end - 1 if text[end - 1 : end] == "." else end


def _openers(closer: str) -> list[str]:
    return [opening for opening, closing in PAIRS.items() if closing == closer]


def _unmatched(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the mark that closes what is left open, and one that closes what was not opened."""
    waiting: list[str] = []
    stray = ""
    for at in range(start, end):
        mark = text[at]
        if mark == STRAIGHT:
            if STRAIGHT in waiting:
                waiting.remove(STRAIGHT)
            else:
                waiting.append(STRAIGHT)
        elif mark in PAIRS and not (mark == "‘" and _is_apostrophe(text, at)):
            waiting.append(PAIRS[mark])
        elif mark in waiting and not (mark == "’" and _is_apostrophe(text, at)):
            waiting.remove(mark)
        elif mark in ("”", "»", ")"):
            stray = mark
    if STRAIGHT in waiting and start and text[start - 1] == STRAIGHT:
        waiting.remove(STRAIGHT)
        stray = STRAIGHT
    return (waiting[-1] if waiting else ""), stray


def _is_apostrophe(text: str, at: int) -> bool:
    """Tell whether a single mark stands inside a word, or before the digits of a year."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isalnum() and after.isalnum()) or after.isdigit()


def _closing_end(text: str, end: int, mark: str) -> int:
    """Return where the mark ends that closes a stretch, if it stands right behind it."""
    at = end
    while at < min(len(text), end + 2) and text[at] in INSIDE:
        at += 1
    return at + 1 if text[at : at + 1] == mark else end
