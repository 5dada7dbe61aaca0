"""Quoted stretches, found on characters before any tokenizer sees them.

Marks are curly, straight or doubled (``''`` and ` `` `), guillemets, low German ones, or British
single ones, which have to be told from apostrophes. A quotation that a paragraph leaves open goes
on in the next one, as newspapers print it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

DOUBLE_OPENERS = {
    "“": "”",
    "„": "”“",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "``": "''",
    "''": "''",
    '"': '"',
}
"""What may close a stretch that was opened by the key."""

SINGLE_OPENERS = {"‘": "’", "'": "'"}
"""The same for single marks, whose closing mark is an apostrophe too."""

_MARK = re.compile(r"``|''|[“”„«»「」『』\"‘’']")
_INCHES = re.compile(r"\d\s?['’′]\s?\d{0,2}$")
_SHORTENED = re.compile(r"\d0s\b|(?:em|til|tis|twas|cause|n|bout|cos|cuz|round)\b", re.IGNORECASE)
_ELIDED = re.compile(r"(?<![\w’'])(?:o|an|th|wi|ol|lil|d|y|t|n)$", re.IGNORECASE)
_TOLD = re.compile(
    r"[,?!](?= (?:(?:said|says|added|asked|wrote) (?:[A-Z]|he |she |they |the )"
    r"|(?:he|she|they|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) (?:said|says|added|wrote|asked)\b))"
)
"""Where words end whose closing mark is missing: “…, said Nora Field"""
_STOPS = ".,?!;:…—–"
_LONGEST_SINGLE = 2000
"""How far, in characters, the mark that closes a single one is looked for."""


@dataclass(frozen=True, slots=True)
class QuotedRun:
    """A stretch in quote marks inside one paragraph."""

    start: int
    """Offset in the paragraph of the opening mark."""

    end: int
    """Offset after the closing mark."""

    opened: bool = True
    """Whether it starts with a mark."""

    closed: bool = True
    """Whether it ends with its mark; if not, the next paragraph may continue it."""

    single: bool = False
    """Whether its marks are single ones."""

    continues: bool = False
    """Whether it goes on with what the paragraph before left open."""


def outside(runs: Sequence[QuotedRun]) -> Callable[[int], bool]:
    """Return a function that tells whether a character stands outside quoted stretches.

    Args:
        runs: The stretches of a paragraph, ordered.
    """
    starts = [r.start for r in runs]

    def is_outside(at: int) -> bool:
        run = bisect_right(starts, at) - 1
        return run < 0 or at >= runs[run].end

    return is_outside


def scan_paragraphs(texts: Sequence[str]) -> list[tuple[QuotedRun, ...]]:
    """Find the quoted stretches of consecutive paragraphs.

    Args:
        texts: The paragraphs, in order.

    Returns:
        For each paragraph its stretches, ordered and without overlap; offsets count in it.
    """
    found: list[tuple[QuotedRun, ...]] = []
    left_open = False
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        runs = scan_marks(text)
        if runs and not runs[-1].closed and not _goes_on(text, runs[-1], following):
            runs = [*runs[:-1], *_unbalanced(text, runs[-1])]
        if left_open and runs and not text[: runs[0].start].strip():
            first = runs[0]
            runs[0] = QuotedRun(
                first.start, first.end, first.opened, first.closed, first.single, continues=True
            )
        left_open = bool(runs) and not runs[-1].closed
        found.append(tuple(runs))
    return found


def scan_marks(text: str) -> list[QuotedRun]:
    """Find the quoted stretches of one paragraph.

    The last stretch may be open (`closed` is False); it then reaches to the end of the paragraph.
    """
    runs: list[QuotedRun] = []
    position = 0
    barren = dict.fromkeys(SINGLE_OPENERS, 0)
    while (match := _MARK.search(text, position)) is not None:
        mark, start = match.group(), match.start()
        position = match.end()
        if mark in "\"'" and text[start - 1 : start] == "=":  # an attribute of left-over markup
            position = text.find(mark, position) + 1 or position
            continue
        if mark in DOUBLE_OPENERS and _opens(text, start, mark):
            run = _double_run(text, start, mark)
        elif mark in SINGLE_OPENERS and start >= barren[mark] and _opens_single(text, start):
            single = _single_run(text, start)
            if single is None:  # nothing closes it, nor another one soon after it
                barren[mark] = start + _LONGEST_SINGLE // 2
                continue
            run = single
        elif mark == "”" and _opens_backwards(text, start):
            run = _double_run(text, start, "“")
        else:
            continue
        runs.append(run)
        position = run.end
    return runs


def _opens(text: str, start: int, mark: str) -> bool:
    """Tell whether a double mark outside a quotation opens one."""
    following = text[start + len(mark) : start + len(mark) + 1]
    if mark == "«" and following:
        return True  # French sets it off by a space
    if not following or following.isspace():
        introduced = start > 0 and text[start - 1] in ",:"
        return introduced and text.count(mark, start + len(mark), start + _LONGEST_SINGLE) % 2 == 1
    if mark in '"' and _is_inches(text, start):
        return False
    if mark == "''":
        return start == 0 or not text[start - 1].isalnum()
    return True


def _opens_backwards(text: str, start: int) -> bool:
    """Tell whether a closing curly mark was typed where an opening one belongs."""
    before = text[start - 1 : start]
    following = text[start + 1 : start + 2]
    return (not before or before.isspace()) and following.isalnum()


def _is_inches(text: str, start: int) -> bool:
    return _INCHES.search(text, max(0, start - 8), start) is not None


def _double_run(text: str, start: int, mark: str) -> QuotedRun:
    """Follow a double mark to the one that closes it."""
    position = start + len(mark)
    nested = False
    for match in _MARK.finditer(text, position):
        found, at = match.group(), match.start()
        opens = text[match.end() : match.end() + 1].isalnum()
        spaced = text[at - 1].isspace()
        if found == "“" == mark and at > position:
            if not spaced and not opens:
                return QuotedRun(start, match.end())  # an opening mark typed for a closing one
            if spaced:  # the first one was never closed
                return QuotedRun(start, position + len(text[position:at].rstrip()))
        elif mark == '"' and found in "“”":
            if not nested and not opens and not spaced:
                return QuotedRun(start, match.end())
            nested = found == "“" and opens
        elif _closes(found, mark) and (mark != '"' or _closes_straight(text, at)):
            tail = found == "''" and text[match.end() : match.end() + 1] == "'"
            return QuotedRun(start, match.end() + tail)
    return QuotedRun(start, len(text.rstrip()), closed=False)


def _closes(found: str, mark: str) -> bool:
    if mark in ("``", "''"):
        return found in ("''", '"')
    if mark == "“":
        return found in ("”", '"', "''")
    return found in DOUBLE_OPENERS[mark]


def _closes_straight(text: str, at: int) -> bool:
    """Tell whether a straight mark inside a quotation ends it."""
    following = text[at + 1 : at + 2]
    if _is_inches(text, at):
        return not following or not following.isspace() or text[at + 2 : at + 3].isupper()
    return not (text[at - 1].isspace() and following.isalnum())


def _opens_single(text: str, start: int) -> bool:
    before, following = text[start - 1 : start], text[start + 1 : start + 2]
    if before and not (before.isspace() or before in "([{—–-:/"):
        return False
    if not (following.isalnum() or following in '“"[…$£€'):
        return False
    return _SHORTENED.match(text, start + 1) is None


def _single_run(text: str, start: int) -> QuotedRun | None:
    """Follow a single mark to the one that closes it; None where it is an apostrophe."""
    closer = SINGLE_OPENERS[text[start]]
    possessive = None
    for match in re.finditer(r"[‘’'\n]", text[start + 1 : start + _LONGEST_SINGLE]):
        at = start + 1 + match.start()
        if match.group() != closer:
            if possessive is not None and match.group() in "‘\n":
                break
            continue
        following, before = text[at + 1 : at + 2], text[at - 1]
        if following.isalnum() or before.isspace() or _ELIDED.search(text, max(0, at - 5), at):
            continue
        if before == "s" and following.isspace() and text[at + 2 : at + 3].islower():
            possessive = possessive or at
            continue
        return _closing(start, at, possessive, text)
    if possessive is not None:
        return QuotedRun(start, possessive + 1, single=True)
    if _may_stay_open(text, start) and len(text) - start < _LONGEST_SINGLE:
        return QuotedRun(start, len(text.rstrip()), closed=False, single=True)
    return None


def _may_stay_open(text: str, start: int) -> bool:
    """Tell whether a single mark starts words that the next paragraph may go on with."""
    before = text[:start].rstrip()
    if not before:
        return text[start] == "‘" or text[start + 1 : start + 2].isupper()
    return before[-1] in ".?!:," and text[start + 1 : start + 2].isupper()


def _closing(start: int, at: int, possessive: int | None, text: str) -> QuotedRun:
    """Choose between a certain closing mark and an earlier one that may be a plural possessive."""
    certain = text[at - 1] in _STOPS or text[at + 1 : at + 2] in ("", *_STOPS, ")", '"', "”")
    if possessive is not None and not certain:
        return QuotedRun(start, possessive + 1, single=True)
    return QuotedRun(start, at + 1, single=True)


def _goes_on(text: str, run: QuotedRun, following: str) -> bool:
    """Tell whether a stretch that a paragraph leaves open goes on in the next one."""
    opening = following.lstrip()[:2]
    mark = text[run.start : run.start + 2]
    if run.single:
        return opening[:1] == mark[:1]
    return opening[:1] in ("“", '"', "«", "„") or opening in ("``", "''")


def _unbalanced(text: str, run: QuotedRun) -> list[QuotedRun]:
    """Judge a mark that is never closed: words of speech, or a slip.

    The words end where the text tells who said them, else with the paragraph.
    """
    before = text[: run.start].rstrip()
    if not run.single and (not before or before[-1] in ',:.?!”"'):
        told = _TOLD.search(text, run.start, run.end)
        return [QuotedRun(run.start, told.end() if told else run.end)]
    return []
