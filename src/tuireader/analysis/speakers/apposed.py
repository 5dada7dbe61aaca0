"""Who is named after a role or a kind of body: "curator Ann Oak", "the firm, North Ferries,"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.descriptions import Describer
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.name_words import glued
from tuireader.analysis.speakers.names import name_in
from tuireader.analysis.speakers.organizations import plain_name
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.analysis.speakers.roles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRMS = ("company", "firm", "business")
"""Nouns that stand for one another."""
_LONGEST_NAME = 6
"""How many tokens a name after a role may have."""


class Apposed:
    """Finds the entities that are named behind the descriptions of them.

    Args:
        parsed: All analysed paragraphs, in order.
        registry: The entities.
        describer: Files the bodies.
        lexicon: Roles and kinds of bodies.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        registry: Registry,
        describer: Describer,
        lexicon: SpeakerLexicon,
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._describer = describer
        self._lexicon = lexicon

    def person(self, mention: Mention, head: "Token") -> Entity | None:
        """Return who is named after a role: "the port's head, Nora Field,", "curator Ann Oak"."""
        paragraph = self._parsed[mention.paragraph]
        doc = paragraph.doc
        first = mention.last + 2
        if first > len(doc):
            return None
        if not is_person_noun(head.lemma_.lower(), self._lexicon) or head.tag_ == "NNS":
            return None
        if doc[first - 1].text != ",":
            return self._registry.person_at(paragraph.start + doc[first - 1].idx)
        if first == len(doc):
            return None
        stop = min(len(doc), first + _LONGEST_NAME)
        end = next((i for i in range(first, stop) if not doc[i].text[:1].isupper()), stop)
        while end < stop and glued(doc, end) and doc[end].text == "-":
            end += 2
        person = self._registry.person_at(paragraph.start + doc[first].idx)
        if person is None:
            if end - first < 2 or end >= len(doc) or doc[end].text not in (",", "."):
                return None
            name = name_in(paragraph, mention.paragraph, first, end - 1, self._lexicon)
            if name is None or len(name.words) < 2:
                return None
            person = self._registry.add_name(name)
        if not person.role:
            person.role = _without_article(doc[mention.first : mention.last + 1].text)
        self._registry.note_role(person, head.lemma_.lower())
        return person

    def organization(self, mention: Mention, head: "Token") -> Entity | None:
        """Return the body named between commas: "the operator, North Ferries,"."""
        noun = head.lemma_.lower()
        if head.tag_ != "NN" or noun not in self._lexicon.organizations:
            return None
        doc = self._parsed[mention.paragraph].doc
        name = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if name is None or name.left_edge.i != mention.last + 2:
            return None
        stop = doc[name.i + 1 : name.i + 2].text
        if doc[mention.last + 1].text != "," or stop not in (",", "."):
            return None
        words = plain_name(doc[mention.last + 2 : name.i + 1].text)
        full = self._registry.organizations.full_name(words)
        body = self._describer.file(mention, full, SpeakerKind.ORGANIZATION)
        body.role = body.role or _without_article(doc[mention.first : mention.last + 1].text)
        for word in _FIRMS if noun in _FIRMS else (noun,):
            self._registry.note_description(word, body)
        return body


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an", "its", "their", "his", "her") else words
