"""Trims a stretch of text to what is said in it: no loose marks or words at its ends."""

import re

FRINGE = " \t\r\n\"'“”‘’«»`,;:–—-[]…"
"""What does not belong to a claim where it stands at its ends."""

PAIRS = {"“": "”", "«": "»", "(": ")", "‘": "’"}
"""Marks that open, with those that close them."""

STRAIGHT = '"'
"""The mark that opens and closes."""

INSIDE = ".,;:!?…"
"""What may stand before a closing mark and after the last word."""

_MARK = re.compile(f"[{re.escape(STRAIGHT + ''.join(PAIRS) + ''.join(PAIRS.values()))}]")

_AGENCY = re.compile(r"[^.!?()“\"\n]{0,50}\([A-Z][\w. ]{1,20}\)\s?[-–—]{1,2}\s")
"""A dateline with an agency in brackets ("Aug. 27 (Reuters) - ")."""

_OPENING = re.compile(
    r"(?:(?:well|yes|yeah|look|listen|of course|you know|i mean|and|but|so),|and|but)\s+",
    re.IGNORECASE,
)
"""What only leads over to a clause."""

_LEADING_ON = re.compile(r"[\s,;]+(?:and|but|or|nor|and also|but also)$", re.IGNORECASE)
"""What only leads over from a clause to the next."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut loose marks and joining words off both ends, and take in marks that close what is open.

    Args:
        text: The text around.
        start: Offset of the first character.
        end: Offset after the last one.

    Returns:
        The same for what is left; equal where nothing is.
    """
    start, end = _bare(text, start, end)
    start, end = _bare(text, *_without_joints(text, start, end))
    for _ in range(2):
        opened, closed = _unmatched(text, start, end)
        if opened:
            end = _closing_end(text, end, opened)
        elif closed == ")" and text[end - 1] == ")":
            start, end = _bare(text, start, max(start, _without_stop(text, end - 1)))
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


def past_quotation(text: str, start: int, end: int, at: int) -> int:
    """Return where a stretch starts without the end of a quotation that it runs out of.

    “… the last word,” she said of it: the words in front belong to what the quotation says.

    Args:
        text: The text around.
        start: Offset of the first character.
        end: Offset after the last one.
        at: Offset of its predicate.

    Returns:
        The offset behind the mark that closes the quotation; `start` if there is none before `at`.
    """
    closing = text.find("”", start, min(at, end))
    if closing < 0 or "“" in text[start:closing]:
        return start
    return closing + 1


def _without_joints(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a dateline and words that only join a clause to others."""
    for pattern in (_AGENCY, _OPENING):
        opening = pattern.match(text, start, end)
        if opening is not None and opening.end() < end:
            start = opening.end()
    leading_on = _LEADING_ON.search(text[max(start, end - 12) : end])
    if leading_on is not None:
        end -= len(leading_on.group())
    return start, end


def _without_stop(text: str, end: int) -> int:
    return end - 1 if text[end - 1 : end] == "." else end


def _openers(closer: str) -> list[str]:
    return [opening for opening, closing in PAIRS.items() if closing == closer]


def _unmatched(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the mark that closes what is left open, and one that closes what was not opened."""
    waiting: list[str] = []
    stray = ""
    for found in _MARK.finditer(text, start, end):
        mark, at = found[0], found.start()
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
