"""The registry of an article's speakers: one entity for all names and descriptions of the same."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.couples import with_shared_surnames
from tuireader.analysis.speakers.labels import labels_of_names, proper_words
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.matching import same_person
from tuireader.analysis.speakers.mislabelled import Mislabelled
from tuireader.analysis.speakers.misspelt import Misspelt
from tuireader.analysis.speakers.name_words import without_marks
from tuireader.analysis.speakers.names import NameMention, person_names
from tuireader.analysis.speakers.organizations import Organizations
from tuireader.analysis.speakers.roles import before_preposition, is_person_noun
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RECENT = 8
"""How many unnamed sources of one description are remembered."""


@dataclass(slots=True)
class Entity:
    """Someone who may speak, while the article is being read."""

    name: str
    """The fullest name or the description."""

    kind: SpeakerKind
    """What sort of source it is."""

    gender: str = ""
    """ "m", "f" or "" where nothing tells."""

    role: str = ""
    """Title or function as written."""

    words: tuple[str, ...] = ()
    """The words of a person's fullest name."""

    plural: bool = False
    """Whether "they" refers to it."""

    mentions: list[Span] = field(default_factory=list)
    """Where it is named or described."""

    subjects: set[int] = field(default_factory=set)
    """Offsets of the mentions that are subjects."""

    forms: Counter[str] = field(default_factory=Counter)
    """Its names and descriptions as written, with their number."""

    @property
    def surname(self) -> str:
        """The last word of a person's name, in lower case."""
        return self.words[-1].lower() if self.words else ""

    def add(self, span: Span, form: str, *, subject: bool = False) -> None:
        """Note where it is named, and how."""
        at = bisect_left(self.mentions, span)
        if at == len(self.mentions) or self.mentions[at] != span:
            self.mentions.insert(at, span)
            self.forms[form] += 1
        if subject:
            self.subjects.add(span.start)

    def take_up(self, mention: Mention, doc: "Doc") -> None:
        """Note a mention that is a subject, by its words in the document of its paragraph."""
        self.add(mention.span, doc[mention.first : mention.last + 1].text, subject=True)

    def mentions_from(self, offset: int) -> list[Span]:
        """Return its mentions that start at an offset."""
        at = bisect_left(self.mentions, Span(offset, offset))
        found = []
        while at < len(self.mentions) and self.mentions[at].start == offset:
            found.append(self.mentions[at])
            at += 1
        return found

    def covers(self, span: Span) -> bool:
        """Tell whether one of its mentions shares characters with a span."""
        at = bisect_left(self.mentions, span)
        return any(m.overlaps(span) for m in self.mentions[max(0, at - 1) : at + 1])

    def last_before(self, offset: int) -> Span | None:
        """Return its last mention before an offset."""
        at = bisect_left(self.mentions, Span(offset, offset))
        return self.mentions[at - 1] if at else None


class Registry:
    """All persons that the article names, and the organisations and groups that speak."""

    def __init__(self, parsed: Sequence[ParsedParagraph], lexicon: SpeakerLexicon) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self.persons: list[Entity] = []
        self.others: dict[str, Entity] = {}
        self._by_word: dict[str, dict[int, Entity]] = {}
        self._by_start: dict[int, Entity] = {}
        self._sorted: list[int] = []
        self._first: dict[str, int] = {}
        self._by_role: dict[str, dict[int, Entity]] = {}
        self._role_places: dict[str, tuple[int, list[tuple[int, int]]]] = {}
        self._described: dict[str, list[Entity]] = {}
        self.organizations = Organizations(parsed, lexicon)
        self._mislabelled = Mislabelled(parsed, lexicon)
        found = list(person_names(parsed, lexicon, self._mislabelled.names))
        names = list(with_shared_surnames(parsed, found, lexicon))
        self.labels = labels_of_names(parsed)
        self.proper = frozenset(proper_words(parsed))
        """The words that are names somewhere in the article; elsewhere they may be mistagged."""
        self._misspelt = Misspelt(parsed)
        for name in sorted(names, key=lambda n: -len(n.words)):
            if len(name.words) > 1 and not (self.is_firm(name.words) and not name.told):
                self.add_name(name)
        for name in names:
            if len(name.words) == 1 and self._may_stand_alone(name):
                self.add_name(name)

    def _may_stand_alone(self, name: NameMention) -> bool:
        """Tell a surname from a form of address or a firm: "Thank you, Chair"."""
        word = name.words[0].lower()
        other = word in self._lexicon.titles or self._lexicon.names_no_person(word)
        other = other or self.is_firm(name.words)
        return not other or bool(name.told) or word in self._by_word

    def is_firm(self, words: Sequence[str]) -> bool:
        """Tell a firm that is called like a person, by what takes it up or by its longer name."""
        name = " ".join(words).lower()
        if name in self._mislabelled.firms or name in self._mislabelled.organizations:
            return True
        longer = self.organizations.short_for(words[0]) if len(words) == 1 else None
        if longer is None or name in self._mislabelled.surnames:
            return False
        rest = set(longer.lower().split()) - {name}
        return not rest & self._lexicon.organizations

    def add_name(self, name: NameMention) -> Entity:
        """File a person's name under the person it belongs to, a new one if need be."""
        person = self.person_named(name.words, name.span.start, name.sure_gender)
        if (
            person is None
            and len(name.words) == 1
            and (meant := self._misspelt.meant(name.words[0]))
        ):
            person = self.person_named((meant,), name.span.start, name.sure_gender)
        if person is None:
            person = Entity(" ".join(name.words), SpeakerKind.PERSON, words=name.words)
            self.persons.append(person)
        if len(name.words) > 1:
            self._misspelt.learn(name.surname)
        for word in name.words:
            self._by_word.setdefault(without_marks(word).lower(), {})[id(person)] = person
        self._by_start[name.span.start] = person
        person.add(name.span, " ".join(name.words), subject=name.subject)
        person.gender = person.gender or name.gender
        shouted = person.name.isupper() and not " ".join(name.words).isupper()
        longer = len(name.words) - len(person.words)
        if (longer > 0 or (longer == 0 and shouted)) and len(name.words) <= 4:
            person.words, person.name = name.words, " ".join(name.words)
        if name.role:
            if len(name.role) > len(person.role):
                person.role = name.role
            for noun in _role_nouns(name.role, self._lexicon):
                self.note_role(person, noun)
        return person

    def note_role(self, person: Entity, noun: str) -> None:
        """Remember a noun by which a person may be taken up again."""
        self._by_role.setdefault(noun, {})[id(person)] = person

    def person_named(self, words: Sequence[str], offset: int, gender: str) -> Entity | None:
        """Return the person that a name stands for.

        Args:
            words: The name's words; a single one may be surname or given name.
            offset: Where the name stands; of several the last one named before is taken.
            gender: What title or given name tell of the gender.
        """
        nearby = self._by_word.get(without_marks(words[-1]).lower(), {})
        fitting = [
            p
            for p in nearby.values()
            if same_person(p.words, words, self._lexicon)
            and not (gender and p.gender and gender != p.gender)
        ]
        if not fitting:
            return None
        if len(words) == 1 and words[0].lower() not in self._lexicon.given:
            fitting = [p for p in fitting if p.surname == words[0].lower()] or fitting
        return max(fitting, key=lambda p: _nearness(p, offset))

    def person_at(self, offset: int) -> Entity | None:
        """Return the person whose name starts at an offset."""
        return self._by_start.get(offset)

    def anyone_before(self, offset: int, gender: str) -> bool:
        """Tell whether a person of a gender, or of an unknown one, is named before an offset."""
        if not self._first:
            for start in self._starts():
                known = self._by_start[start].gender
                for other in ("m", "f"):
                    if known in ("", other):
                        self._first.setdefault(other, start)
        return self._first.get(gender, offset) < offset

    def next_person(self, offset: int, gender: str, reach: int) -> Entity | None:
        """Return the person of a gender, or of an unknown one, that is named next.

        Args:
            offset: Where to start.
            gender: "m" or "f".
            reach: How many characters to look ahead.
        """
        starts = self._starts()
        for at in range(bisect_left(starts, offset), len(starts)):
            if starts[at] > offset + reach:
                return None
            person = self._by_start[starts[at]]
            if person.gender in ("", gender):
                return person
        return None

    def _starts(self) -> list[int]:
        """Return where the article names persons, ordered."""
        if len(self._sorted) != len(self._by_start):
            self._sorted = sorted(self._by_start)
        return self._sorted

    def with_role(self, noun: str, offset: int, *, ahead: bool = False) -> Entity | None:
        """Return the person with a role who is named last before an offset.

        Args:
            noun: What the role is called: "minister".
            offset: Where to look from.
            ahead: Whether the first one named behind it will do where none is before it.
        """
        persons = self._by_role.get(noun)
        if not persons:
            return None
        known, places = self._role_places.get(noun, (0, []))
        if known != len(persons):
            places = sorted(
                ((m.start, n) for n, p in enumerate(persons.values()) for m in p.mentions)
            )
            self._role_places[noun] = len(persons), places
        at = bisect_left(places, (offset, -1))
        if at == 0 and not ahead:
            return None
        return list(persons.values())[places[max(0, at - 1)][1]]

    def described_before(self, noun: str, offset: int) -> Entity | None:
        """Return the unnamed source described last with a noun: "a spokesman for …"."""
        found = [e for e in self._described.get(noun, []) if e.last_before(offset) is not None]
        return max(found, key=lambda e: e.last_before(offset) or Span(0, 0)) if found else None

    def note_description(self, noun: str, entity: Entity) -> None:
        """Remember the noun by which an unnamed source may be taken up again."""
        known = self._described.setdefault(noun, [])
        if all(entity is not e for e in known[-_RECENT:]):
            known.append(entity)
            del known[:-_RECENT]

    def label_of(self, form: str) -> str:
        """Return how the pipeline labels a name most often; "" if it never does.

        What pronouns show to be the name of a person or an organisation is labelled so.
        """
        if form.lower() in self._mislabelled.surnames:
            return "PERSON"
        if form.lower() in self._mislabelled.organizations | self._mislabelled.firms:
            return "ORG"
        found = self.labels.get(form.lower())
        return found.most_common(1)[0][0] if found else ""

    def other(self, key: str, name: str, kind: SpeakerKind) -> Entity:
        """Return the organisation, group or unnamed source filed under a key."""
        entity = self.others.get(key)
        if entity is None:
            entity = self.others[key] = Entity(name, kind)
        return entity


def _role_nouns(role: str, lexicon: SpeakerLexicon) -> set[str]:
    """Return the nouns by which a person with a role may be taken up: "minister", "manager"."""
    words = [w.strip(".,").lower() for w in before_preposition(role)]
    nouns = {w for w in words if is_person_noun(w, lexicon)} | set(words[-1:])
    return nouns | {lexicon.abbreviations[n] for n in nouns if n in lexicon.abbreviations}


def _nearness(person: Entity, offset: int) -> tuple[int, int]:
    before = person.last_before(offset + 1)
    if before is not None:
        return 1, before.start
    return 0, -person.mentions[0].start
