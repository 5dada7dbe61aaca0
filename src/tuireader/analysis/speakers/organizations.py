"""Organisations that the article names: acronyms, and all places where each is named."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.article.model import Span

_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LAW", "WORK_OF_ART", "PERSON", "PRODUCT"})
_ACRONYM = re.compile(r"^[A-Z][A-Z.&]{1,7}$")
_WORD_OF_NAME = r"(?:[A-Z][\w’'-]+|of|and|for|the|&|on|in)"
_BRACKETED = re.compile(
    rf"({_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{1,9}}) \(([A-Z][A-Za-z.&]{{1,7}})\)"
)
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: (?:of|and|for|the|on|in|[A-Z][\w’'-]+)){1,7}")
_SMALL = frozenset({"of", "and", "for", "the", "&", "on", "in", "to"})
_NO_SHORT_FORMS = frozenset({"GPE", "NORP", "LOC", "FAC", "DATE"})
"""Labels of words that stand for themselves: "Boston" is not the "Boston Herald"."""
_LONGEST_SHORT_FORM = 3
"""How many words a short form may have."""


def plain_name(form: str) -> str:
    """Return a name without article and possessive, for comparing."""
    name = re.sub(r"(?:['’]s|['’])$", "", form.strip())
    return re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)


class Organizations:
    """Where organisations are named, and what their acronyms stand for."""

    def __init__(self, parsed: Sequence[ParsedParagraph], lexicon: SpeakerLexicon) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._by_end: dict[str, dict[str, str]] = {}
        self._short: dict[str, str | None] = {}
        self._only: dict[str, str | None] = {}
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
            self._labels[name.lower()][entity.label_] += 1
            start = paragraph.start + entity.start_char + entity.text.find(name)
            place = (Span(start, start + len(name)), name)
            self._places.setdefault(name.lower(), []).append(place)
            if entity.label_ == "ORG":
                if self._labels[name.lower()]["ORG"] == 1:
                    self._note_short_forms(name)
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
        """Return what an acronym or a short form stands for; other names come back as they are."""
        short = form.replace(".", "")
        if _ACRONYM.match(form) is None:
            return self.short_for(form) or form
        if short not in self._long_forms:
            self._long_forms[short] = self._spelled_out(short) or form
        return self._long_forms[short]

    def _note_short_forms(self, name: str) -> None:
        for form in self._short_forms(name) if "(" not in name else ():
            self._by_end.setdefault(form.lower(), {}).setdefault(name.lower(), name)

    def _short_forms(self, name: str) -> Iterator[str]:
        """Walk over the first and the last words of a name; a paper is known by the last ones."""
        words = name.split()
        paper = words[-1].lower() in self._lexicon.mastheads
        for size in range(1, min(len(words), _LONGEST_SHORT_FORM + 1)):
            whole = size > 1 and words[size - 1].lower() in self._lexicon.organizations
            if not paper and not whole:
                yield " ".join(words[:size])
            yield " ".join(words[-size:])

    def short_for(self, form: str) -> str | None:
        """Return the one name that starts or ends with a short form: "Herald", "Goldman"."""
        asked = form.lower()
        if not form[:1].isupper() or asked not in self._by_end:
            return None
        if asked not in self._short:
            self._short[asked] = self._longer(asked)
        return self._short[asked]

    def _longer(self, asked: str) -> str | None:
        if asked in self._lexicon.places | self._lexicon.no_names | self._lexicon.no_short_forms:
            return None
        if self._label(asked) in _NO_SHORT_FORMS:
            return None
        longer = self._by_end[asked]
        shortest = min(longer, key=len)
        return longer[shortest] if all(name.startswith(shortest) for name in longer) else None

    def _label(self, name: str) -> str:
        """Return how the pipeline labels a name, in lower case, most often; "" if it never does."""
        return self._labels[name].most_common(1)[0][0] if name in self._labels else ""

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
        for end in self._short_forms(name):
            if self._label(end.lower()) == "ORG" and self.short_for(end) == name:
                found += self._places[end.lower()]
        return found

    def only_ending_in(self, noun: str) -> str | None:
        """Return the one name of the article that ends in a noun, if there is just one."""
        if noun not in self._only:
            found = {name.lower(): name for _, name in self._with_noun(noun)}
            ending = [name for key, name in found.items() if key.endswith(f" {noun}")]
            self._only[noun] = ending[0] if len(ending) == 1 else None
        return self._only[noun]

    def last_with_noun(self, noun: str, offset: int) -> str | None:
        """Return the last name before an offset that has a noun: "ministry" finds one."""
        known = self._with_noun(noun)
        at = bisect_left(known, (offset, ""))
        return known[at - 1][1] if at else None

    def _with_noun(self, noun: str) -> list[tuple[int, str]]:
        """Return all names that have a noun, ordered, with their places."""
        known = self._by_noun.get(noun)
        if known is None:
            known = sorted(
                (span.start, name)
                for places in self._places.values()
                for span, name in places
                if " " in name and noun in name.lower().split()
            )
            self._by_noun[noun] = known
        return known


def _initials(name: str) -> str:
    return "".join(w[0].upper() for w in name.split() if w.lower() not in _SMALL and w[0].isalpha())
