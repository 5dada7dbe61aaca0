"""Speakers that stand before a colon: transcripts ("MR. STONE: …", "Q. …") and headlines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.analysis.quotations.headlines import is_headline
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import FINITE, Passage
from tuireader.article.model import ParagraphKind, Span

_SHOUTED = re.compile(
    r"(?:(?<=^)|(?<=^[\"“])|(?<=[.?!…—\])”\"]\s))"
    r"(?P<name>(?:(?:M[RS]S?|D[Rr]|Mr|Ms|Mrs)\.? )?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}"
    r"(?: \([^)]{1,40}\))?|Q|A): ?(?=\S)"
)
_QUESTION = re.compile(r"^(?P<name>Q|A)[.:] (?=\S)")
_NAMED = re.compile(
    r"^[\"“]?(?P<name>(?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|de|van|von|al)){0,4}): (?=\S)"
)
_HEADLINE = re.compile(r"^(?P<name>[^:“”\"‘]{2,60}): (?=\S)")
_LONGEST_SOURCE = 6
"""How many tokens may name the source of a headline."""
_NO_SOURCE = frozenset({"IN", "TO", "CC", "DT", "WDT", "WP", "WRB", "VB", "VBG"})
"""Tags of words that a source of a headline does not hold."""
_FEWEST = 2
"""How many paragraphs must be labelled alike before title case reads as a transcript."""
_LONGEST_TURN = 4
"""How many paragraphs without a label may go on with the turn before them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words of a paragraph that a label gives a speaker to."""

    mention: Mention
    """The label."""

    first: int
    """First token of the words."""

    last: int
    """Last token of the words."""

    continues: bool = False
    """Whether the label stands in an earlier paragraph."""


def labelled_parts(
    passages: Sequence[Passage], lexicon: ReportingLexicon
) -> dict[int, list[Labelled]]:
    """Find the labelled parts of the paragraphs, by the paragraphs' position."""
    named = [
        p for p in passages if _NAMED.match(p.text) and p.parsed.kind is not ParagraphKind.TITLE
    ]
    transcript = len(named) >= _FEWEST and len(named) * 2 >= len(passages)
    words = Counter(w for p in passages for w in p.lower) if transcript else Counter()
    found: dict[int, list[Labelled]] = {}
    for passage in passages:
        matches = list(_SHOUTED.finditer(passage.text)) or _first(_QUESTION, passage)
        if not matches and is_headline(passage):
            matches = [m for m in _first(_HEADLINE, passage) if _is_source(passage, m)]
        elif not matches and transcript:
            matches = [m for m in _first(_NAMED, passage) if words[_last_word(m)] >= _FEWEST]
        parts = _parts(passage, [m for m in matches if not _is_heading(m, lexicon)])
        if parts:
            found[passage.position] = parts
    found.update(_turns_that_go_on(passages, found))
    return found


def _last_word(match: re.Match[str]) -> str:
    return re.split(r"[ -]", match["name"])[-1].lower()


def is_turn(passage: Passage, found: dict[int, list[Labelled]]) -> bool:
    """Tell a labelled turn of a transcript from a headline with a source before a colon."""
    if passage.parsed.kind is ParagraphKind.TITLE:
        return False
    if not is_headline(passage) or 1 in found:
        return True
    shouted = _SHOUTED.match(passage.text) is not None
    return shouted and any(p in found for p in (2, 3))


def _turns_that_go_on(
    passages: Sequence[Passage], found: dict[int, list[Labelled]]
) -> dict[int, list[Labelled]]:
    """Find the paragraphs between two labels that go on with the turn of the first one."""
    more: dict[int, list[Labelled]] = {}
    labelled = [n for n in sorted(found) if is_turn(passages[n], found)]
    if len(labelled) < _FEWEST:
        return more
    for before, after in pairwise(labelled):
        gap = passages[after].parsed.index - passages[before].parsed.index
        if not 1 < after - before == gap <= _LONGEST_TURN:
            continue  # a heading or a longer stretch of prose ends the turn
        for passage in passages[before + 1 : after]:
            if passage.text[:1] not in "([*" and passage.size:
                mention = found[before][-1].mention
                more[passage.position] = [Labelled(mention, 0, passage.size - 1, continues=True)]
    return more


def _first(pattern: re.Pattern[str], passage: Passage) -> list[re.Match[str]]:
    match = pattern.match(passage.text)
    return [match] if match else []


def _is_heading(match: re.Match[str], lexicon: ReportingLexicon) -> bool:
    words = match["name"].lower().split()
    return any(word.strip(".") in lexicon.no_labels for word in words) or match["name"].isdigit()


def _is_source(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether what stands before a headline's colon is a name or a description."""
    tokens = passage.tokens_within(0, match.end("name"))
    if not 1 <= len(tokens) <= 9 or any(passage.tag[i] in FINITE for i in tokens):
        return False
    name = [i for i in tokens if passage.lower[i] != "on"]
    cut = next((i for i in tokens if passage.lower[i] == "on" and i > 0), tokens[-1] + 1)
    if any(character.isdigit() for character in match["name"]):
        return False
    if cut > _LONGEST_SOURCE or any(passage.tag[i] in _NO_SOURCE for i in name if i < cut):
        return False
    return any(passage.pos[i] in ("PROPN", "NOUN") for i in tokens)


def _parts(passage: Passage, matches: Sequence[re.Match[str]]) -> list[Labelled]:
    parts = []
    for number, match in enumerate(matches):
        stop = matches[number + 1].start() if number + 1 < len(matches) else len(passage.text)
        name = _tokens(passage, match.start("name"), match.end("name"))
        content = _tokens(passage, match.end(), stop)
        if not name or not content or len(content) < 2:
            continue
        end = next((i for i in name if passage.lower[i] == "on" and i > name[0]), name[-1] + 1) - 1
        head = next((i for i in range(end, name[0] - 1, -1) if passage.words[i][:1].isalpha()), end)
        span = passage.span(name[0], end)
        if end == name[-1]:
            span = Span(passage.start + match.start("name"), passage.start + match.end("name"))
        mention = Mention(passage.position, name[0], end, head, span, span)
        parts.append(Labelled(mention, content[0], content[-1]))
    return parts


def _tokens(passage: Passage, start: int, end: int) -> list[int]:
    return [i for i in passage.tokens_within(start, end) if not passage.words[i].isspace()]
