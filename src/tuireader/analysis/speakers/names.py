"""Names of persons: where they stand, without titles, and what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ROLE_LINKS = frozenset({"of", "for", "the", "and", "&", "'s", "’s", "-", "at", "on", "in", "to"})
_PARTICLES = frozenset(
    {"de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "di", "da"}
)
_LONGEST_ROLE = 12
"""How many tokens before or after a name may tell its bearer's role."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name, once."""

    paragraph: int
    """Position of its paragraph among the parsed ones."""

    first: int
    """First token of the name, titles left out."""

    last: int
    """Last token of the name."""

    words: tuple[str, ...]
    """The words of the name, suffixes left out."""

    span: Span
    """Where the name stands in the article, titles left out."""

    gender: str
    """ "m", "f" or "" as title and given name tell."""

    role: str
    """Title or function as written before or after the name; "" without one."""

    subject: bool
    """Whether it is the subject of its clause."""

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return self.words[-1].lower()


def person_names(
    parsed: Sequence[ParsedParagraph], lexicon: SpeakerLexicon
) -> Iterator[NameMention]:
    """Walk over the names of persons that the pipeline found, in order."""
    for position, paragraph in enumerate(parsed):
        for entity in paragraph.doc.ents:
            if entity.label_ == "PERSON":
                found = name_in(paragraph, position, entity.start, entity.end - 1, lexicon)
                if found is not None:
                    yield found


def name_in(
    paragraph: ParsedParagraph, position: int, first: int, last: int, lexicon: SpeakerLexicon
) -> NameMention | None:
    """Read the name among some tokens.

    Args:
        paragraph: The paragraph.
        position: Its place among the parsed ones.
        first: First token to look at.
        last: Last token to look at.
        lexicon: Titles and given names.
    """
    doc = paragraph.doc
    titles = [i for i in range(first, last) if _is_title(doc[i], lexicon)]
    first = titles[-1] + 1 if titles else first
    while last > first and not _is_name_word(doc[last].text):
        last -= 1
    stop = next((i for i in range(first, last + 1) if not _is_name_part(doc[i].text)), last + 1)
    last = stop - 1
    if first > last:
        return None
    names = [doc[i].text.rstrip("’'") for i in range(first, last + 1)]
    names = [_without_possessive(n) for n in names]
    while len(names) > 1 and names[-1].lower().strip(".") in lexicon.suffixes:
        names.pop()
    if not names or not _is_name_word(names[-1]) or names[-1].lower() in lexicon.no_names:
        return None
    before, title_gender = _role_before(doc, first, lexicon)
    role = before or _role_after(doc, last)
    start = paragraph.start
    end = doc[last].idx + len(doc[last])
    span = Span(start + doc[first].idx, start + end)
    return NameMention(
        position,
        first,
        last,
        tuple(names),
        span,
        title_gender or _gender(names, role, lexicon),
        role,
        _is_subject(doc, first, last),
    )


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _is_title(token: "Token", lexicon: SpeakerLexicon) -> bool:
    return token.lower_.strip(".") in lexicon.titles


def _is_name_word(word: str) -> bool:
    return (
        word[:1].isupper() and any(c.isalpha() for c in word) and not any(c.isdigit() for c in word)
    )


def _is_name_part(word: str) -> bool:
    return _is_name_word(word) or word.lower() in _PARTICLES or word in ("-",)


def _gender(names: Sequence[str], role: str, lexicon: SpeakerLexicon) -> str:
    for word in role.lower().split():
        if word.strip(".,") in lexicon.gendered:
            return lexicon.gendered[word.strip(".,")]
    if len(names) > 1 or names[0].lower() in lexicon.given:
        return lexicon.given.get(names[0].lower(), "")
    return ""


def _role_before(doc: "Doc", first: int, lexicon: SpeakerLexicon) -> tuple[str, str]:
    """Read the title before a name: "Secretary of Defense"; and the gender that it tells."""
    start, at = first, first - 1
    gender = ""
    floor = max(0, first - _LONGEST_ROLE)
    while at >= floor:
        token = doc[at]
        word = token.lower_.strip(".")
        if _is_title(token, lexicon):
            gender = gender or lexicon.titles[word]
            start = at
        elif not (token.pos_ in ("NOUN", "PROPN", "ADJ") or word in _ROLE_LINKS):
            break
        elif token.text[:1].isupper() or token.pos_ in ("NOUN", "ADJ"):
            start = at
        at -= 1
    while start < first and doc[start].lower_ in _ROLE_LINKS:
        start += 1
    if start == first:
        return "", gender
    words = [t.lower_.strip(".") for t in doc[start:first]]
    if not any(w in lexicon.titles or w in lexicon.gendered for w in words) and not _ends_in_role(
        doc, first
    ):
        return "", gender
    text = doc[start:first].text.strip()
    if len(words) == 1 and gender and words[0] in lexicon.titles:
        return "", gender
    return text, gender


def _ends_in_role(doc: "Doc", first: int) -> bool:
    """Tell whether a common noun stands right before the name, as in "engineer Mary Stone"."""
    token = doc[first - 1]
    return token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj")


def _role_after(doc: "Doc", last: int) -> str:
    """Read the apposition after a name: ", the head of the agency,"."""
    at = last + 1
    if at + 1 >= len(doc) or doc[at].text != ",":
        return ""
    first = at + 1
    if doc[first].pos_ not in ("DET", "NOUN", "ADJ", "PRON", "PROPN", "ADV"):
        return ""
    end = first
    limit = min(len(doc), first + _LONGEST_ROLE)
    while (
        end < limit
        and doc[end].text not in (",", ".", ";", "—", "–", "“", '"', "(")
        and (doc[end].pos_ not in ("VERB", "AUX") and doc[end].tag_ not in ("WP", "WDT"))
    ):
        end += 1
    if not any(t.pos_ == "NOUN" for t in doc[first:end]) or end == limit:
        return ""
    if end < len(doc) and doc[end].pos_ in ("VERB", "AUX"):
        return ""
    while first < end and doc[first].lower_ in ("the", "a", "an", "who"):
        first += 1
    return str(doc[first:end].text).strip()


def _is_subject(doc: "Doc", first: int, last: int) -> bool:
    return any(doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(first, last + 1))
