"""Which entity a mention beside a quotation is: a name, a pronoun, a role, an unnamed source."""

from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.names import name_in
from tuireader.analysis.speakers.pronouns import resolve_pronoun
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.article.model import Span

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
        if head.pos_ == "PROPN" or head.text[:1].isupper() and head.i > 0 and head.pos_ != "NOUN":
            return self._named(mention), False
        named = self._name_inside(mention)
        if named is not None:
            return named, False
        return self._described(mention, spoken)

    def person_at(self, mention: Mention, spoken: Spoken) -> Entity | None:
        """Return the person that a mention names or refers to, if it does so for certain."""
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$"):
            entity = resolve_pronoun(head.text, mention.span.start, self._registry, spoken)
            return entity if entity is not None and entity.kind is SpeakerKind.PERSON else None
        if head.pos_ != "PROPN":
            return self._name_inside(mention)
        for person in self._registry.persons:
            if any(mention.span.start <= m.start < mention.span.end for m in person.mentions):
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
        if name is not None and self._is_person(mention, first, last, name.words, name.gender):
            entity = self._registry.add_name(name)
            entity.mentions.sort()
            return entity
        return self._organization(mention, form)

    def _is_person(
        self, mention: Mention, first: int, last: int, words: Sequence[str], gender: str
    ) -> bool:
        doc = self._parsed[mention.paragraph].doc
        if any(
            doc[i].lower_.strip(".") in self._lexicon.titles and i != last
            for i in range(mention.first, last + 1)
        ):
            return True
        if gender and len(words) > 1:
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

    def _organization(self, mention: Mention, form: str) -> Entity:
        doc = self._parsed[mention.paragraph].doc
        text = doc[mention.first : mention.last + 1].text
        name = text
        for article in ("The ", "the ", "A ", "a ", "An ", "an "):
            name = name.removeprefix(article)
        plural = doc[mention.head].tag_ in ("NNPS", "NNS")
        kind = SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
        entity = self._registry.other(name.lower(), name, kind)
        entity.plural = plural
        entity.add(mention.span, text, subject=True)
        entity.mentions.sort()
        return entity

    def _name_inside(self, mention: Mention) -> Entity | None:
        """Return the person named inside a description ("engineer Mary Stone")."""
        for person in self._registry.persons:
            for span in person.mentions:
                if mention.span.start <= span.start and span.end == mention.span.end:
                    return person
        return None

    def _described(self, mention: Mention, spoken: Spoken) -> tuple[Entity | None, bool]:
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        text = doc[mention.first : mention.last + 1].text
        noun = head.lemma_.lower()
        definite = doc[mention.first].lower_ in ("the", "this", "that", "his", "her", "their")
        if definite and head.tag_ != "NNS":
            person = self._by_role(noun, mention.span)
            if person is not None:
                person.add(mention.span, text, subject=True)
                person.mentions.sort()
                return person, True
        plural = head.tag_ in ("NNS", "NNPS")
        kind = self._kind(noun, text, plural)
        entity = self._registry.other(text.lower(), text, kind)
        entity.plural = plural
        entity.gender = self._lexicon.gendered.get(noun, entity.gender)
        entity.add(mention.span, text, subject=True)
        entity.mentions.sort()
        return entity, False

    def _kind(self, noun: str, text: str, plural: bool) -> SpeakerKind:
        lowered = text.lower()
        if any(phrase in lowered for phrase in self._lexicon.unnamed):
            return SpeakerKind.ANONYMOUS
        if noun in self._lexicon.organizations or noun in self._lexicon.documents:
            return SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
        if noun in self._lexicon.anonymous:
            return SpeakerKind.ANONYMOUS
        return SpeakerKind.GROUP if plural else SpeakerKind.ANONYMOUS

    def _by_role(self, noun: str, span: Span) -> Entity | None:
        fitting = [p for p in self._registry.persons if noun in p.roles]
        before = [p for p in fitting if p.last_before(span.start) is not None]
        if before:
            return max(before, key=lambda p: p.last_before(span.start) or Span(0, 0))
        return None
