"""Labels of transcripts and interviews: "STONE:" is whoever of that name the text introduces."""

import re
from collections import Counter
from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.model import Mention, Utterance
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.names import NameMention, name_in
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.analysis.speakers.roles import is_person_noun

_BRACKETED = re.compile(r"\([^)]*\)")
_HYPHEN = re.compile(r"\s*-\s*")
_CAPITALISED = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?:-[A-Z]\w+)? (?:[A-Z]\. |(?:de|van|von|al|el|bin) )?"
    r"(?:[A-Z][\w’'-]*[a-z] )?[A-Z][\w’'-]*[a-z](?![\w’'-])"
)
_CAPITALISED = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?:-[A-Z]\w+)? (?:[A-Z]\. |(?:de|van|von|al|el|bin) )?"
    r"(?:[A-Z][\w’'-]*[a-z] )?[A-Z][\w’'-]*[a-z](?![\w’'-])"
)
_QUESTION, _ANSWER = "q", "a"
_LONGEST_NAME = 4
"""How many words a name may have."""


class Turns:
    """Finds who the labels of a transcript stand for.

    Args:
        parsed: All analysed paragraphs, in order.
        utterances: The reported words.
        registry: The entities.
        lexicon: Titles and nouns of persons and organisations.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        utterances: Sequence[Utterance],
        registry: Registry,
        lexicon: SpeakerLexicon,
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._lexicon = lexicon
        self._known: dict[str, Entity] = {}
        self._names: dict[str, tuple[int, int, int]] | None = None
        labels = [u.mention for u in utterances if u.labelled and u.mention is not None]
        self._first = min((m.span.start for m in labels), default=0)

    def speaker(self, label: Mention) -> tuple[Entity, bool]:
        """Return who a label stands for, and whether that was inferred."""
        part = self._parsed[label.paragraph]
        text = part.text[label.span.start - part.start : label.span.end - part.start]
        words = self._words(text)
        key = " ".join(words).lower()
        inferred = key in (_QUESTION, _ANSWER)
        entity = self._known.get(key)
        if entity is None:
            entity = self._interview(key) if inferred else self._named(words, label, text)
            self._known[key] = entity
        entity.add(label.span, text, subject=True)
        return entity, inferred

    def _words(self, text: str) -> list[str]:
        """Return the words of a label without its title and what stands in brackets."""
        text = _HYPHEN.sub("-", _BRACKETED.sub("", text)).strip()
        words = [w.strip(".,") for w in text.split()]
        while len(words) > 1 and words[0].lower() in self._lexicon.titles:
            words.pop(0)
        return [w for w in words if w]

    def _named(self, words: Sequence[str], label: Mention, text: str) -> Entity:
        """Return the person of that name, or a new speaker who is called as the label says."""
        person = self._registry.person_named(words, label.span.start, "") if words else None
        if person is not None and len(person.words) > 1:
            return person
        full = self._full_name(words)
        if full is not None:
            return self._registry.add_name(full)
        if person is not None:
            return person
        last = words[-1].lower() if words else ""
        if not last or last in self._lexicon.organizations or len(words) > _LONGEST_NAME:
            kind = SpeakerKind.ORGANIZATION if last else SpeakerKind.ANONYMOUS
        elif is_person_noun(last, self._lexicon) or last.endswith("or"):
            kind = SpeakerKind.ANONYMOUS
        else:
            kind = SpeakerKind.PERSON
        return self._registry.other(f"label {text.lower()}", text, kind)

    def _full_name(self, words: Sequence[str]) -> NameMention | None:
        """Return a name in full that ends in a surname, whatever the pipeline took it for."""
        if not words:
            return None
        if self._names is None:
            self._names = {}
            for position, part in enumerate(self._parsed):
                for match in _CAPITALISED.finditer(part.text):
                    last = re.split(r"\s", match.group())[-1].lower()
                    self._names.setdefault(last, (position, match.start(), match.end()))
        place = self._names.get(words[-1].lower())
        if place is None:
            return None
        part = self._parsed[place[0]]
        tokens = part.doc.char_span(place[1], place[2], alignment_mode="contract")
        if tokens is None:
            return None
        name = name_in(part, place[0], tokens.start, tokens.end - 1, self._lexicon)
        given = {w.lower() for w in words[:-1]}
        fits = name is not None and given <= {w.lower() for w in name.words}
        return name if fits and name is not None and len(name.words) > 1 else None

    def _interview(self, key: str) -> Entity:
        """Return the interviewer, or the person whom the introduction is about."""
        if key == _ANSWER:
            introduced = self._introduced()
            if introduced is not None:
                return introduced
        name = "Interviewee" if key == _ANSWER else "Interviewer"
        return self._registry.other(f"label {key}", name, SpeakerKind.ANONYMOUS)

    def _introduced(self) -> Entity | None:
        """Return the person named in full who is named most often before the first label."""
        named: Counter[int] = Counter()
        for number, person in enumerate(self._registry.persons):
            if len(person.words) > 1 and person.mentions[0].start < self._first:
                named[number] = sum(m.start < self._first for m in person.mentions)
        if not named:
            return None
        return self._registry.persons[named.most_common(1)[0][0]]
