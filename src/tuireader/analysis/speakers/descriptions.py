"""Descriptions of speakers: "the minister", "a spokesman for the port", "the report"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.documents import LEDE, Documents
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.organizations import plain_name
from tuireader.analysis.speakers.referents import described
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.article.model import ParagraphKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_TITLE_WORDS = 6
"""How many words may stand before that name."""


class Describer:
    """Finds the entity of each description, and files new ones."""

    def __init__(
        self, parsed: Sequence[ParsedParagraph], registry: Registry, lexicon: SpeakerLexicon
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._lexicon = lexicon
        self._documents = Documents(parsed, registry.organizations, lexicon)

    def file(self, mention: Mention, name: str, kind: SpeakerKind, plural: bool = False) -> Entity:
        """File a mention under an organisation or group, with all places where it is named."""
        entity = self._registry.other(name.lower(), name, kind)
        if not entity.mentions:
            for span, form in self._registry.organizations.places(name):
                entity.add(span, form)
        entity.plural = plural
        self._documents.note(entity, name.lower().rpartition(" ")[2])
        if not entity.covers(mention.span):
            entity.take_up(mention, self._parsed[mention.paragraph].doc)
        return entity

    def file_noun(self, paragraph: int, token: "Token") -> Entity:
        """File the source that a noun outside any report describes, for a pronoun behind it.

        Args:
            paragraph: Position of its paragraph among the parsed ones.
            token: The noun.
        """
        words = described(token)
        start = self._parsed[paragraph].start
        span = Span(start + words.start_char, start + words.end_char)
        mention = Mention(paragraph, words.start, words.end - 1, token.i, span, span)
        if token.pos_ == "PROPN":
            name = self._registry.organizations.full_name(plain_name(words.text))
            plural = token.tag_ == "NNPS"
            kind = SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
            return self.file(mention, name, kind, plural)
        known = self._registry.described_before(token.lemma_.lower(), span.end)
        if known is not None and token.tag_ != "NNS":
            return known
        entity, _ = self.described(mention)
        return entity

    def person_of(self, noun: str, offset: int) -> Entity | None:
        """Return the person named before an offset whose role a noun is."""
        return self._registry.with_role(noun, offset)

    def described(self, mention: Mention, shown: str | None = None) -> tuple[Entity, bool]:
        """Return the entity of a description, and whether that was inferred.

        Args:
            mention: The description.
            shown: The name to show it by, where that is not the description itself.
        """
        doc = self._parsed[mention.paragraph].doc
        head = doc[mention.head]
        text = doc[mention.first : mention.last + 1].text
        noun = head.lemma_.lower()
        document = self._document(mention, noun)
        if document is not None:
            return document, True
        if head.tag_ != "NNS":
            known = self._referred(mention, noun)
            if known is not None:
                return known, True
        plural = head.tag_ in ("NNS", "NNPS", "CD")
        kind = self._kind(mention, noun, text, plural)
        entity = self.file(mention, shown or text, kind, plural)
        entity.gender = self._lexicon.gendered.get(noun, entity.gender)
        if not plural:
            self._registry.note_description(noun, entity)
            self._documents.note(entity, noun)
        return entity, False

    def _document(self, mention: Mention, noun: str) -> Entity | None:
        """Return the named document that a description such as "the study" is about."""
        name = self._documents.name(mention, noun)
        if name is None:
            known = self._documents.last(mention, noun)
            if known is not None:
                known.take_up(mention, self._parsed[mention.paragraph].doc)
            return known
        known = self.file(mention, name, SpeakerKind.ORGANIZATION)
        self._registry.note_description(noun, known)
        return known

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
            if name:
                return self.file(mention, name, SpeakerKind.ORGANIZATION)
            return self._registry.described_before(noun, mention.span.start)
        person = self._registry.with_role(noun, mention.span.start, ahead=title)
        if person is not None and self._is_lesser(mention, person):
            person = None
        person = person or self._introduced_next(mention)
        person = person or self._registry.described_before(noun, mention.span.start)
        if person is not None:
            person.take_up(mention, doc)
        return person

    def _is_lesser(self, mention: Mention, person: Entity) -> bool:
        """Tell whether a description is of a deputy where the person is none."""
        doc = self._parsed[mention.paragraph].doc
        described = {t.lower_ for t in doc[mention.first : mention.last + 1]}
        return bool(described & self._lexicon.lesser - set(person.role.lower().split()))

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
        known = self._registry.person_named((owner.text,), mention.span.start, "")
        in_full = known is not None and len(known.words) > 1 and known.surname == owner.lower_
        return known if in_full else None

    def _introduced_next(self, mention: Mention) -> Entity | None:
        """Return the person whom the next paragraph names for the first time, right at its start.

        That is how a lede's description ("the department's records chief") gets its name. The
        next paragraph must start with a title and a name, and go on about the person's words.
        """
        if mention.paragraph + 1 >= len(self._parsed) or mention.paragraph > LEDE:
            return None
        following = self._parsed[mention.paragraph + 1]
        doc = following.doc
        noun = self._parsed[mention.paragraph].doc[mention.head]
        if noun.lemma_.lower() in self._lexicon.documents | self._lexicon.organizations:
            return None
        for person in self._registry.persons:
            start = person.mentions[0].start if person.mentions else -1
            if not following.start <= start < following.start + len(following.text):
                continue
            before = following.text[: start - following.start].split()
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

    def _kind(self, mention: Mention, noun: str, text: str, plural: bool) -> SpeakerKind:
        lowered = text.lower()
        if any(phrase in lowered for phrase in self._lexicon.unnamed):
            return SpeakerKind.ANONYMOUS
        if noun in self._lexicon.documents:
            issued = not plural and self._names_body(mention)
            return SpeakerKind.ORGANIZATION if issued else SpeakerKind.ANONYMOUS
        if noun in self._lexicon.organizations:
            return SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
        if noun in self._lexicon.anonymous:
            return SpeakerKind.ANONYMOUS
        return SpeakerKind.GROUP if plural else SpeakerKind.ANONYMOUS

    def _names_body(self, mention: Mention) -> bool:
        """Tell whether words before or behind a document tell who issued it: "a police report"."""
        doc = self._parsed[mention.paragraph].doc
        others = (doc[i] for i in range(mention.first, mention.last + 1) if i != mention.head)
        return any(
            t.ent_type_ == "ORG" or t.lemma_.lower() in self._lexicon.organizations for t in others
        )
