"""Headlines and bylines: what stands above the first paragraph of an article."""

import re
from typing import NamedTuple

from tuireader.article.dates import PrintedDate, find_dates
from tuireader.article.furniture import is_furniture

_LONGEST_HEADLINE = 180
_LONGEST_BYLINE = 220

_BY = re.compile(
    r"(?:(?:(?:co-?)?(?:written|authored)|reported|report|story|words|text|reporting|posted"
    r"|published|compiled|analysis|opinion|interview|review)\s+)?(?:by\b:?|from)\s+"
    r"|(?:authors?|by-?line|writers?|reporters?|words|text)\s*:\s*",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"[(\[]?(?:additional |with )?(?:reporting|writing|editing|compiled|contributed|edited|written"
    r"|graphics?)\s+(?:and \w+\s+)?by\b.{1,300}"
    r"|.{2,120}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,80}",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"written\s+by\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？｡](?:[\"'”’»›)\]」』】）]|\[\w{1,4}\])*$")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|vs)\.$")
_SPEAKER = re.compile(r"[A-Z][\w.'’ -]{0,40}:(?:\s|$)")

# Not compiled before a text has a byline: that takes as long as reading a short one.
_ROLE = (
    r"(?i)\b(?:correspondents?|reporters?|editors?|staff|writers?|columnists?|journalists?|newsroom"
    r"|contributors?|bureau|desk|agencies|news|press|media|reuters|afp|ap|upi|dpa|bbc|cnn|npr)\b"
)
_PARTICLES = r"d[aeiu]|d[eo]s|del|della|de[nr]|v[ao]n|te[nr]|l[ae]|[ae]l|bin|ibn|bint|zu|zur|y|e|ap"
_AFTER_NAME = (
    r"(?i)\s+(?:(?:for|in|at|from|of)\s|(?:chief|senior|staff|political|science|health|sports"
    r"|business|foreign|special|white house|correspondent|reporter|editor|writer|columnist)\b)"
)
_SEPARATOR = r"\s+[|•·–—-]\s+|[|•·;]|,\s+|\s+(?:and|with|&)\s+|\s*/\s*|\s{3,}|:\s"
_NAME_WORD = r"[^\W\d_][\w'’.-]*|@\w{1,30}"
_LABELS = r"(?i)(?:published|updated|posted|last|first|date|on|at|modified)\b:?"
_YEAR = r"[12]\d{3}"


class BylineReading(NamedTuple):
    """What a byline tells."""

    author: str | None = None
    """Who wrote it, as written, without "By"."""

    published: str | None = None
    """When it was published, in ISO 8601 or as written."""

    update: bool = False
    """Whether the date is that of a change."""


def is_headline(text: str) -> bool:
    """Tell whether the first line of a text reads like a headline and not like a sentence."""
    if not 2 <= len(text) <= _LONGEST_HEADLINE or len(text.split()) > 28:
        return False
    if text.endswith((",", ";", ":")) or not any(char.isalpha() for char in text):
        return False
    if is_furniture(text) or _is_label_line(text):
        return False
    return not ends_sentence(text) or text.endswith("?") or _is_exclaimed(text)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does, quote marks and brackets included."""
    return bool(_SENTENCE_END.search(text[-20:])) and not _ABBREVIATION_END.search(text[-12:])


def read_byline(text: str) -> BylineReading | None:
    """Read a line that says who wrote an article, or when; None if it is anything else.

    Args:
        text: A whole paragraph, white space folded.
    """
    if len(text) > _LONGEST_BYLINE:
        return BylineReading() if len(text) < 500 and _is_credit(text) else None
    author = _author_named(text)
    if _is_credit(text):
        if not _WRITTEN.match(text):
            return BylineReading()
        if author or not ends_sentence(text):  # and not "Written by hand, the letter arrived."
            return BylineReading(author)
    dates = find_dates(text)
    if dates:
        return _read_dated(text, dates)
    return BylineReading(author) if author else None


def _author_named(text: str) -> str | None:
    """Return who stands behind "By", without the full stop that is no part of the name."""
    match = _BY.match(text)
    author = text[match.end() :].strip() if match else ""
    if not author or not _is_author(author):
        return None
    is_stop = ends_sentence(author) and len(author.split()[-1]) > 2  # not "Jr.", no initial
    return author.removesuffix(".") if is_stop else author


def is_name(text: str) -> bool:
    """Tell whether a line can be the name of a person, or of several."""
    pieces = [piece for piece in re.split(_SEPARATOR, text) if piece]
    return 0 < len(pieces) <= 4 and all(_is_person(piece) for piece in pieces)


def is_role(text: str) -> bool:
    """Tell whether a line says what a writer is, or for whom ("Science correspondent")."""
    return len(text) <= 60 and not ends_sentence(text) and re.search(_ROLE, text) is not None


def _is_label_line(text: str) -> bool:
    """Tell whether a line is a byline or the first turn of a transcript."""
    return read_byline(text) is not None or (
        _SPEAKER.match(text) is not None and text.split(":")[0].isupper()
    )


def _is_exclaimed(text: str) -> bool:
    """Whether a line with an exclamation mark is short enough for a headline."""
    return text.endswith("!") and len(text.split()) <= 12


def _is_credit(text: str) -> bool:
    """Whether it is the line of credits at the end of an agency's report."""
    return _CREDITS.fullmatch(text) is not None


def _read_dated(text: str, dates: list[PrintedDate]) -> BylineReading | None:
    """Read a line with a date in it, if there is nothing but a date and authors in it."""
    rest, position = [], 0
    for printed in dates:
        rest.append(text[position : printed.start])
        position = printed.end
    rest.append(text[position:])
    pieces = [_strip_piece(piece) for part in rest for piece in re.split(_SEPARATOR, part)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 6 or not all(_is_byline_piece(piece) for piece in pieces):
        return None
    first = min(dates, key=lambda printed: (printed.update, printed.start))
    written = first.iso or text[first.start : first.end].strip()
    # "Two hours ago" tells nothing without the hour at which the page was saved.
    published = written if first.iso or re.search(_YEAR, written) else None
    return BylineReading(_author_of(rest), published, first.update)


def _strip_piece(piece: str) -> str:
    """Take labels and punctuation from a piece between two separators."""
    piece = piece.strip(" \t,.|/•·–—-:;()[]")
    while match := re.match(_LABELS, piece):
        piece = piece[match.end() :].strip(" ,:")
    return piece


def _is_byline_piece(piece: str) -> bool:
    """Whether a piece of a dated line belongs into a byline."""
    match = _BY.match(piece)
    name = piece[match.end() :] if match else piece
    return _is_person(name) or is_role(piece) or is_furniture(piece)


def _author_of(parts: list[str]) -> str | None:
    """Take the author out of what is left of a line without its dates."""
    for part in parts:
        part = part.strip(" \t,|/•·–—-:;()[]")
        match = _BY.search(part)
        name = part[match.end() :] if match else part
        while label := re.match(_LABELS, name):
            name = name[label.end() :].strip(" ,:")
        name = name.strip(" \t,|/•·–—-:;()[]")
        if name and _is_author(name) and not is_furniture(name):
            return name
    return None


def _is_author(text: str) -> bool:
    """Whether what follows "By" is a name, possibly with a role, a paper or a place."""
    if len(text.split()) > 24 or (ends_sentence(text) and len(text.split()) > 4):
        return False
    pieces = [piece for piece in re.split(_SEPARATOR, text.strip(" .")) if piece]
    return bool(pieces) and _is_person(pieces[0]) and all(map(_can_follow_name, pieces[1:]))


def _can_follow_name(piece: str) -> bool:
    """Whether a piece after a name is one more name, a place, a role or a paper."""
    return len(piece.split()) <= 8 and (
        piece[:1].isupper() or piece[:1] in "@(" or re.search(_ROLE, piece) is not None
    )


def _is_person(text: str) -> bool:
    """Whether it is a name, alone or with what the person is or for whom they write."""
    if text.lower().startswith("the ") and re.search(_ROLE, text):
        return len(text.split()) <= 5
    name = re.split(_AFTER_NAME, text, maxsplit=1)[0]
    words = name.split()
    if not 1 <= len(words) <= 5 or len(text.split()) > 10:
        return False
    return (words[0][:1].isupper() or words[0].startswith("@")) and all(
        re.fullmatch(_NAME_WORD, word)
        and (word[0].isupper() or re.fullmatch(_PARTICLES, word) or word[0] == "@")
        for word in words
    )
