"""Which entity a mention beside a quotation is: a name, a pronoun, a role, an unnamed source."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.model import Mention, Utterance
from tuireader.analysis.speakers.apposed import Apposed
from tuireader.analysis.speakers.descriptions import Describer
from tuireader.analysis.speakers.epithets import Epithets
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.name_words import glued
from tuireader.analysis.speakers.names import NameMention, name_in
from tuireader.analysis.speakers.organizations import plain_name
from tuireader.analysis.speakers.pronouns import Antecedents
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.analysis.speakers.roles import is_personal
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MISTAGGED = frozenset({"ADJ", "VERB", "X", "INTJ", "ADV"})
"""What the tagger may take a name for."""
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


class Identifier:
    """Finds the entity of each mention, and files new ones.

    Args:
        parsed: All analysed paragraphs, in order.
        utterances: The reported words.
        registry: The entities.
        lexicon: Titles, roles and given names.
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
        self._describer = Describer(parsed, registry, lexicon)
        self.antecedents = Antecedents(
            parsed,
            utterances,
            registry,
            lexicon,
            self._describer.person_of,
            self._describer.file_noun,
        )
        self._apposed = Apposed(parsed, registry, self._describer, lexicon)
        self._epithets = Epithets(parsed, registry, lexicon, self.antecedents)

    def identify(self, mention: Mention) -> tuple[Entity | None, bool]:
        """Return the entity of a mention, and whether that was inferred."""
        part = self._parsed[mention.paragraph]
        head = part.doc[mention.head]
        pronoun = head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$")
        if pronoun and not _is_acronym(head):
            entity = self.antecedents.of_pronoun(mention.paragraph, part.start + head.idx)
            return entity, True
        inside = self._name_at_head(mention, head) or self._name_inside(mention)
        if inside is not None and len(inside.words) > 1:
            return inside, False
        named = self._apposed.person(mention, head)
        if named is None and not self._is_title_alone(mention, head) and self._is_named(mention):
            named = self._named(mention)
        named = named or inside or self._apposed.organization(mention, head)
        author = self._author(mention, head) if named is None else None
        if author is not None:
            return author, True
        if named is not None:
            return named, False
        epithet = self._epithets.person(mention)
        if epithet is not None:
            return epithet, True
        return self._describer.described(mention, self._name_with_owner(mention))

    def _author(self, mention: Mention, head: "Token") -> Entity | None:
        """Return whose document or words it is: "his research", "the mayor's remarks"."""
        noun = head.lemma_.lower()
        if noun not in self._lexicon.documents | self._lexicon.utterances:
            return None
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        if owner is None:
            return None
        start = self._parsed[mention.paragraph].start
        if owner.lower_ in ("his", "her"):
            return self.antecedents.of_pronoun(mention.paragraph, start + owner.idx)
        if noun not in self._lexicon.utterances or owner.pos_ not in ("NOUN", "PROPN"):
            return None
        first = owner.left_edge
        span = Span(start + first.idx, start + owner.idx + len(owner))
        named = Mention(mention.paragraph, first.i, owner.i, owner.i, span, span)
        return self.identify(named)[0]

    def _name_with_owner(self, mention: Mention) -> str | None:
        """Return a description with whom it belongs to: "Hill Bank’s managers" for "its own …".

        None where it starts with no such pronoun, nor holds "own".
        """
        part = self._parsed[mention.paragraph]
        first = part.doc[mention.first]
        described = part.doc[mention.first : mention.last + 1].text
        rest = re.sub(r"\bown ", "", described)
        if first.tag_ != "PRP$" or first.lower_ not in _POSSESSIVES:
            return rest if rest != described else None
        owner = self.antecedents.of_pronoun(mention.paragraph, part.start + first.idx)
        rest = rest.partition(" ")[2]
        if owner is None or not owner.name[:1].isupper():
            return rest if "own" in described.split() else None
        ending = "’" if owner.name.endswith("s") else "’s"
        return f"{owner.name}{ending} {rest}"

    def _is_title_alone(self, mention: Mention, head: "Token") -> bool:
        """Tell a title without a name: "the Governor", "President of the union"."""
        first = self._parsed[mention.paragraph].doc[mention.first].lower_
        if head.lower_ not in self._lexicon.titles or first not in (head.lower_, "the"):
            return False
        alone = mention.first == mention.last
        return not (alone and self._is_surname(head.text, mention.span.start))

    def _is_named(self, mention: Mention) -> bool:
        """Tell whether a mention hangs on a name, though the tagger may not have seen it."""
        head = self._parsed[mention.paragraph].doc[mention.head]
        capital = head.text[:1].isupper() and not head.is_sent_start
        mistagged = capital and head.pos_ in _MISTAGGED
        if head.is_sent_start and head.pos_ != "PRON":
            mistagged = head.text in self._registry.proper
        surname = self._is_surname(head.text, mention.span.start)
        return surname or head.pos_ == "PROPN" or mistagged or _is_acronym(head)

    def _is_surname(self, word: str, offset: int) -> bool:
        """Tell whether a capitalised word is the surname of a person named in full."""
        if not word[:1].isupper():
            return False
        known = self._registry.person_named((word,), offset, "")
        return known is not None and len(known.words) > 1 and known.surname == word.lower()

    def _named(self, mention: Mention) -> Entity | None:
        paragraph = self._parsed[mention.paragraph]
        doc = paragraph.doc
        first = last = mention.head
        while first > mention.first and _goes_with(doc, first - 1):
            first -= 1
        while last < mention.last and _goes_with(doc, last + 1):
            last += 1
        known = self._name_inside(mention, among=range(first, last + 1))
        if known is not None and len(known.words) > 1:
            return known
        name = name_in(paragraph, mention.paragraph, first, last, self._lexicon)
        if name is not None and self._is_person(mention, range(first, last + 1), name):
            return self._registry.add_name(name)
        head = doc[mention.head]
        if head.ent_type_ == "NORP" and head.tag_ == "NNP" and head.dep_ != "compound":
            return None  # one of a people or a party: "the Texan", "a senior Democrat"
        return self._organization(mention)

    def _is_person(self, mention: Mention, tokens: range, name: NameMention) -> bool:
        """Tell whether a name is a person's and not an organisation's."""
        doc = self._parsed[mention.paragraph].doc
        words = name.words
        known = self._registry.person_named(words, mention.span.start, name.sure_gender)
        in_full = known is not None and len(known.words) > 1
        if not in_full and self._names_no_person(words):
            return bool(name.told)
        if any(
            doc[i].lower_.strip(".") in self._lexicon.titles and i != tokens[-1]
            for i in range(mention.first, tokens[-1] + 1)
        ):
            return True
        if len(words) > 1 and (name.gender or is_personal(name.role, self._lexicon)):
            return True
        label = self._registry.label_of(" ".join(words))
        if known is not None and (len(words) > 1 or self._is_family_name(known, words[0].lower())):
            shown = in_full or is_personal(known.role, self._lexicon)
            return shown or label not in ("ORG", "GPE", "NORP")
        if [t.lower_ for t in doc[tokens[-1] + 1 : tokens[-1] + 3]] == [",", "which"]:
            return False
        if label:
            return label == "PERSON"
        determined = doc[mention.first].pos_ == "DET"
        plural = doc[mention.head].tag_ in ("NNPS", "NNS")
        shouting = (
            words[-1].isupper()
            and len(words[-1]) <= 6
            and not self._parsed[mention.paragraph].text.isupper()
        )
        return not determined and not plural and not shouting and len(words) <= 4

    def _is_family_name(self, person: Entity, word: str) -> bool:
        """Tell whether a word is a person's surname, which in some languages stands first."""
        first = person.words[0].lower() == word and word not in self._lexicon.given
        return first or person.surname == word

    def _names_no_person(self, words: Sequence[str]) -> bool:
        last, lexicon = words[-1].lower(), self._lexicon
        listed = lexicon.names_no_person(last) if len(words) == 1 else last in lexicon.organizations
        return listed or self._registry.is_firm(words)

    def _organization(self, mention: Mention) -> Entity:
        doc = self._parsed[mention.paragraph].doc
        name = plain_name(doc[mention.first : mention.last + 1].text)
        head = doc[mention.head]
        plural = head.tag_ in ("NNPS", "NNS")
        body = head.ent_type_ == "ORG" or head.lower_ in self._lexicon.firms  # "Lowe Partners"
        kind = SpeakerKind.GROUP if plural and not body else SpeakerKind.ORGANIZATION
        full = self._registry.organizations.full_name(name)
        return self._describer.file(mention, full, kind, plural)

    def _name_at_head(self, mention: Mention, head: "Token") -> Entity | None:
        """Return whose name a mention hangs on: not the firm in "Omar Oak of Brandt Lowe"."""
        if head.pos_ != "PROPN" or head.i == mention.last:
            return None
        person = self._name_inside(
            mention, among=range(mention.first, head.i + 1), ends_at=(head.i,)
        )
        return person if person is not None and len(person.words) > 1 else None

    def _name_inside(
        self, mention: Mention, among: range | None = None, ends_at: Sequence[int] = ()
    ) -> Entity | None:
        """Return the person named at the end of a description ("engineer Mary Stone").

        Args:
            mention: The description.
            among: Tokens at which the name must start and end, instead of at the description's end.
            ends_at: Tokens at which it must end, instead of any of these.
        """
        paragraph = self._parsed[mention.paragraph]
        doc = paragraph.doc
        tokens = among or range(mention.first, mention.last + 1)
        ends = {mention.span.end}
        if among is not None:
            ends = {paragraph.start + doc[i].idx + len(doc[i]) for i in ends_at or among}
        for i in tokens:
            start = paragraph.start + doc[i].idx
            person = self._registry.person_at(start)
            if person is not None and any(m.end in ends for m in person.mentions_from(start)):
                return person
        return None


def _is_acronym(token: "Token") -> bool:
    """Tell an acronym that the tagger takes for a pronoun: "WHO"."""
    return token.tag_ in ("WP", "WDT") and token.text.isupper()


def _goes_with(doc: "Doc", i: int) -> bool:
    """Tell whether a token is part of a name that it touches."""
    return doc[i].pos_ == "PROPN" or (doc[i].text == "-" and glued(doc, i))
