"""Which entity a mention beside a quotation is: a name, a pronoun, a role, an unnamed source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.names import name_in
from tuireader.analysis.speakers.organizations import plain_name
from tuireader.analysis.speakers.pronouns import resolve_pronoun
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.article.model import ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_MISTAGGED = frozenset({"ADJ", "VERB", "X", "INTJ", "ADV"})
"""What the tagger may take a name for."""
_PERSONAL_ENDINGS = ("ist", "ian", "man", "woman", "yst")
"""Endings of nouns that only persons are called by."""
_LEDE = 3
"""In how many paragraphs from the top a description may precede its name."""
_TITLE_WORDS = 6
"""How many words may stand before that name."""

Spoken = Sequence[tuple[int, Entity]]


class Identifier:
    """Finds the entity of each mention, and files new ones."""

    def __init__(
        self, parsed: Sequence[ParsedParagraph], registry: Registry, lexicon: SpeakerLexicon
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._lexicon = lexicon

    def identify(self, mention: Mention, spoken: Spoken) -> tuple[Entity | None, bool]:
        """Return the entity of a mention, and whether that was inferred."""
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$"):
            entity = resolve_pronoun(head.text, mention.span.start, self._registry, spoken)
            return entity, True
        inside = self._name_inside(mention)
        if inside is not None and len(inside.words) > 1:
            return inside, False
        if mention.first == mention.last and head.lower_ in self._lexicon.titles:
            return self._described(mention, spoken)
        if self._is_surname(head.text, mention.span.start):
            return self._named(mention), False
        mistagged = head.text[:1].isupper() and head.i > 0 and head.pos_ in _MISTAGGED
        if head.pos_ == "PROPN" or mistagged:
            return self._named(mention), False
        if inside is not None:
            return inside, False
        return self._described(mention, spoken)

    def _is_surname(self, word: str, offset: int) -> bool:
        """Tell whether a capitalised word is the surname of a person named in full."""
        if not word[:1].isupper():
            return False
        known = self._registry.person_named((word,), offset, "")
        return known is not None and len(known.words) > 1 and known.surname == word.lower()

    def person_at(self, mention: Mention, spoken: Spoken) -> Entity | None:
        """Return the person that a mention names or refers to, if it does so for certain."""
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$"):
            entity = resolve_pronoun(head.text, mention.span.start, self._registry, spoken)
            return entity if entity is not None and entity.kind is SpeakerKind.PERSON else None
        if head.pos_ != "PROPN":
            return self._name_inside(mention)
        start = self._parsed[mention.paragraph].start
        for token in doc[mention.first : mention.last + 1]:
            person = self._registry.person_at(start + token.idx)
            if person is not None:
                return person
        return None

    def _named(self, mention: Mention) -> Entity | None:
        paragraph = self._parsed[mention.paragraph]
        doc = paragraph.doc
        first = last = mention.head
        while first > mention.first and doc[first - 1].pos_ == "PROPN":
            first -= 1
        while last < mention.last and doc[last + 1].pos_ == "PROPN":
            last += 1
        form = doc[first : last + 1].text
        name = name_in(paragraph, mention.paragraph, first, last, self._lexicon)
        if name is not None and self._is_person(
            mention, first, last, name.words, name.gender, name.role
        ):
            entity = self._registry.add_name(name)
            return entity
        return self._organization(mention, form)

    def _is_person(
        self, mention: Mention, first: int, last: int, words: Sequence[str], gender: str, role: str
    ) -> bool:
        doc = self._parsed[mention.paragraph].doc
        if any(
            doc[i].lower_.strip(".") in self._lexicon.titles and i != last
            for i in range(mention.first, last + 1)
        ):
            return True
        if len(words) > 1 and (gender or self._is_personal(role)):
            return True
        known = self._registry.person_named(words, mention.span.start, gender)
        label = self._registry.label_of(" ".join(words))
        if known is not None and (len(words) > 1 or known.surname == words[-1].lower()):
            return label not in ("ORG", "GPE", "NORP") or len(known.words) > 1
        if label:
            return label == "PERSON"
        determined = doc[mention.first].pos_ == "DET"
        plural = doc[mention.head].tag_ in ("NNPS", "NNS")
        shouting = words[-1].isupper() and len(words[-1]) <= 6 and not doc.text.isupper()
        return not determined and not plural and not shouting and len(words) <= 4

    def _is_personal(self, role: str) -> bool:
        """Tell whether a role is one that only a person has."""
        return any(
            word in self._lexicon.titles
            or word in self._lexicon.gendered
            or word.endswith(_PERSONAL_ENDINGS)
            for word in role.lower().split()
        )

    def _organization(self, mention: Mention, form: str) -> Entity:
        doc = self._parsed[mention.paragraph].doc
        text = doc[mention.first : mention.last + 1].text
        name = plain_name(text)
        plural = doc[mention.head].tag_ in ("NNPS", "NNS")
        kind = SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
        return self._file(mention, self._registry.organizations.full_name(name), kind, plural)

    def _file(self, mention: Mention, name: str, kind: SpeakerKind, plural: bool = False) -> Entity:
        """File a mention under an organisation or group, with all places where it is named."""
        doc = self._parsed[mention.paragraph].doc
        entity = self._registry.other(name.lower(), name, kind)
        if not entity.mentions:
            for span, form in self._registry.organizations.places(name):
                entity.add(span, form)
        entity.plural = plural
        if not any(mention.span.overlaps(m) for m in entity.mentions):
            entity.add(mention.span, doc[mention.first : mention.last + 1].text, subject=True)
        return entity

    def _name_inside(self, mention: Mention) -> Entity | None:
        """Return the person named at the end of a description ("engineer Mary Stone")."""
        paragraph = self._parsed[mention.paragraph]
        for token in paragraph.doc[mention.first : mention.last + 1]:
            person = self._registry.person_at(paragraph.start + token.idx)
            if person is not None and any(
                m.end == mention.span.end for m in person.mentions_from(paragraph.start + token.idx)
            ):
                return person
        return None

    def _described(self, mention: Mention, spoken: Spoken) -> tuple[Entity | None, bool]:
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        text = doc[mention.first : mention.last + 1].text
        noun = head.lemma_.lower()
        if head.tag_ != "NNS":
            known = self._referred(mention, noun)
            if known is not None:
                return known, True
        plural = head.tag_ in ("NNS", "NNPS")
        entity = self._file(mention, text, self._kind(noun, text, plural), plural)
        entity.gender = self._lexicon.gendered.get(noun, entity.gender)
        if not plural:
            self._registry.note_description(noun, entity)
        return entity, False

    def _referred(self, mention: Mention, noun: str) -> Entity | None:
        """Return the person or organisation that a description such as "the minister" is about."""
        doc = self._parsed[mention.paragraph].doc
        title = self._parsed[mention.paragraph].kind is ParagraphKind.TITLE
        first = doc[mention.first]
        definite = first.lower_ in _DEFINITE or first.dep_ == "poss" or first.tag_ == "PRP$"
        issuer = self._issuer(mention, noun)
        if issuer is not None:
            return issuer
        if not definite and not title:
            return None
        short = mention.last - mention.first <= 1
        if short and noun in self._lexicon.organizations:
            name = self._registry.organizations.last_with_noun(noun, mention.span.start)
            return self._file(mention, name, SpeakerKind.ORGANIZATION) if name else None
        person = self._by_role(noun, mention.span, ahead=title) or self._introduced_next(mention)
        person = person or self._registry.described_before(noun, mention.span.start)
        if person is not None:
            person.add(mention.span, doc[mention.first : mention.last + 1].text, subject=True)
        return person

    def _issuer(self, mention: Mention, noun: str) -> Entity | None:
        """Return whose statement it is: "Holt's statement said …"."""
        if noun not in self._lexicon.documents:
            return None
        doc = self._parsed[mention.paragraph].doc
        owner = next((c for c in doc[mention.head].children if c.dep_ == "poss"), None)
        if owner is None or owner.pos_ != "PROPN":
            return None
        start = self._parsed[mention.paragraph].start
        for token in (*owner.lefts, owner):
            person = self._registry.person_at(start + token.idx)
            if person is not None:
                return person
        return None

    def _introduced_next(self, mention: Mention) -> Entity | None:
        """Return the person whom the next paragraph names for the first time, right at its start.

        That is how a lede's description ("the department's records chief") gets its name. The
        next paragraph must start with a title and a name, and go on about the person's words.
        """
        if mention.paragraph + 1 >= len(self._parsed) or mention.paragraph > _LEDE:
            return None
        following = self._parsed[mention.paragraph + 1]
        doc = following.doc
        noun = self._parsed[mention.paragraph].doc[mention.head]
        if noun.lemma_.lower() in self._lexicon.documents | self._lexicon.organizations:
            return None
        for person in self._registry.persons:
            start = person.mentions[0].start if person.mentions else -1
            if not following.start <= start < following.start + len(doc.text):
                continue
            before = doc.text[: start - following.start].split()
            if (
                len(before) <= _TITLE_WORDS
                and before
                and self._speaks(doc, person, following.start)
            ):
                return person
        return None

    def _speaks(self, doc: "Doc", person: Entity, start: int) -> bool:
        """Tell whether a person at the start of a paragraph speaks or has issued words."""
        end = person.mentions[0].end - start
        token = next((t for t in doc if t.idx + len(t) >= end), None)
        if token is None:
            return False
        head = token.head
        while head.pos_ in ("PROPN", "PART") and head.head is not head:
            token, head = head, head.head
        lexicon = reporting_lexicon()
        lemma = head.lemma_.lower()
        return lemma in lexicon.with_quote or lemma in lexicon.vehicles | lexicon.nouns

    def _kind(self, noun: str, text: str, plural: bool) -> SpeakerKind:
        lowered = text.lower()
        if any(phrase in lowered for phrase in self._lexicon.unnamed):
            return SpeakerKind.ANONYMOUS
        if noun in self._lexicon.documents:
            return SpeakerKind.ANONYMOUS if plural else SpeakerKind.ORGANIZATION
        if noun in self._lexicon.organizations:
            return SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
        if noun in self._lexicon.anonymous:
            return SpeakerKind.ANONYMOUS
        return SpeakerKind.GROUP if plural else SpeakerKind.ANONYMOUS

    def _by_role(self, noun: str, span: Span, *, ahead: bool) -> Entity | None:
        """Return the person with a role: the last one named before, else the first one after."""
        fitting = self._registry.with_role(noun)
        before = [p for p in fitting if p.last_before(span.start) is not None]
        if before:
            return max(before, key=lambda p: p.last_before(span.start) or Span(0, 0))
        if ahead and fitting:
            return min(fitting, key=lambda p: p.mentions[0])
        return None
