"""Epithets: "the tycoon" for somebody whom the text has named, whatever role it gave."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.introductions import Introductions
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.pronouns import Antecedents
from tuireader.analysis.speakers.registry import Entity, Registry

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEFINITE = frozenset({"a", "an", "another"})
_OF_SOMEBODY = frozenset({"appos", "attr", "compound"})
"""How an epithet stands where it tells of somebody named, and introduces nobody."""


class Epithets:
    """Finds whom an epithet takes up; "the driver" may be anybody, and is none.

    Args:
        parsed: All analysed paragraphs, in order.
        registry: The entities.
        lexicon: The nouns that are epithets.
        antecedents: What the sentences are about.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        registry: Registry,
        lexicon: SpeakerLexicon,
        antecedents: Antecedents,
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._lexicon = lexicon
        self._antecedents = antecedents
        self._introductions = Introductions(parsed, lexicon.epithets, _brings_in)

    def person(self, mention: Mention) -> Entity | None:
        """Return the person whom the text is about before "the tycoon", if no other is one."""
        paragraph = self._parsed[mention.paragraph]
        doc, head = paragraph.doc, paragraph.doc[mention.head]
        noun = head.lemma_.lower()
        if noun not in self._lexicon.epithets or head.tag_ == "NNS":
            return None
        if doc[mention.first].lower_ != "the" or self._is_known(noun, mention.span.start):
            return None
        earliest = self._parsed[max(0, mention.paragraph - 1)].start
        person = self._antecedents.subject_between(mention.paragraph, earliest, mention.span.start)
        gender = self._lexicon.gendered.get(noun, "")
        if person is None or not person.words:
            return None
        if gender and person.gender not in ("", gender):
            return None
        person.take_up(mention, doc)
        self._registry.note_role(person, noun)
        return person

    def _is_known(self, noun: str, offset: int) -> bool:
        """Tell whether somebody is called by a noun before an offset, or introduced by it."""
        if self._registry.with_role(noun, offset) or self._registry.described_before(noun, offset):
            return True
        return self._introductions.precede(noun, offset)


def _brings_in(token: "Token") -> bool:
    """Tell where an epithet is of somebody new: "a singer"."""
    new = any(c.lower_ in _INDEFINITE for c in token.children)
    return new and token.dep_ not in _OF_SOMEBODY
