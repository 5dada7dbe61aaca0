"""Organisations that the article names: acronyms, and all places where each is named."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.article.model import Span

_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LAW", "WORK_OF_ART", "PERSON", "PRODUCT"})
_ACRONYM = re.compile(r"^[A-Z][A-Z.&]{1,7}$")
_WORD_OF_NAME = r"(?:[A-Z][\w’'-]+|of|and|for|the|&|on|in)"
_BRACKETED = re.compile(
    rf"({_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{1,9}}) \(([A-Z][A-Za-z.&]{{1,7}})\)"
)
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: (?:of|and|for|the|on|in|[A-Z][\w’'-]+)){1,7}")
_SMALL = frozenset({"of", "and", "for", "the", "&", "on", "in", "to"})


def plain_name(form: str) -> str:
    """Return a name without article and possessive, for comparing."""
    name = re.sub(r"(?:['’]s|['’])$", "", form.strip())
    return re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)


class Organizations:
    """Where organisations are named, and what their acronyms stand for."""

    def __init__(self, parsed: Sequence[ParsedParagraph]) -> None:
        self._parsed = parsed
        self._places: dict[str, list[tuple[Span, str]]] = {}
        self._long_forms: dict[str, str] = {}
        self._by_noun: dict[str, list[tuple[int, str]]] = {}
        for paragraph in parsed:
            self._collect(paragraph)

    def _collect(self, paragraph: ParsedParagraph) -> None:
        for entity in paragraph.doc.ents:
            if entity.label_ not in _LABELS:
                continue
            name = plain_name(entity.text)
            start = paragraph.start + entity.start_char + entity.text.find(name)
            place = (Span(start, start + len(name)), name)
            self._places.setdefault(name.lower(), []).append(place)
            if entity.label_ == "ORG":
                initials = _initials(name)
                if len(initials) > 1:
                    self._long_forms.setdefault(initials, name)
        bracketed = _BRACKETED.finditer(paragraph.text) if " (" in paragraph.text else ()
        for match in bracketed:
            long, short = match[1], match[2].replace(".", "")
            words = long.split()
            while words and _initials(" ".join(words)) != short.upper() and len(words) > 2:
                words.pop(0)
            if _initials(" ".join(words)) == short.upper():
                self._long_forms[short.upper()] = plain_name(" ".join(words))

    def full_name(self, form: str) -> str:
        """Return what an acronym stands for in this article; other names come back as they are."""
        short = form.replace(".", "")
        if _ACRONYM.match(form) is None:
            return form
        if short not in self._long_forms:
            self._long_forms[short] = self._spelled_out(short) or form
        return self._long_forms[short]

    def _spelled_out(self, short: str) -> str | None:
        """Look in the text for capitalised words with these initials."""
        for paragraph in self._parsed:
            for match in _CAPITALISED.finditer(paragraph.text):
                words = match.group().split()
                for first in range(len(words)):
                    name = " ".join(words[first:])
                    if _initials(name) == short and words[first].lower() not in _SMALL:
                        return name
        return None

    def places(self, name: str) -> list[tuple[Span, str]]:
        """Return where an organisation is named, under its name or its acronym, and how."""
        found = list(self._places.get(name.lower(), []))
        initials = _initials(name)
        if len(initials) > 1 and self._long_forms.get(initials, "").lower() == name.lower():
            found += self._places.get(initials.lower(), [])
        return found

    def last_with_noun(self, noun: str, offset: int) -> str | None:
        """Return the last name before an offset that ends in a noun: "ministry" finds one."""
        known = self._by_noun.get(noun)
        if known is None:
            known = sorted(
                (span.start, name)
                for places in self._places.values()
                for span, name in places
                if " " in name and noun in name.lower().split()
            )
            self._by_noun[noun] = known
        at = bisect_left(known, (offset, ""))
        return known[at - 1][1] if at else None


def _initials(name: str) -> str:
    return "".join(w[0].upper() for w in name.split() if w.lower() not in _SMALL and w[0].isalpha())
