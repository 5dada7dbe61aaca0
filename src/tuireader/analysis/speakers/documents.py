"""Documents that speak: which named one "the report" is, and whose results speak."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.speakers.introductions import Introductions
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.organizations import Organizations, plain_name
from tuireader.analysis.speakers.registry import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an"})
LEDE = 3
"""In how many paragraphs from the top a description may precede its name."""


class Documents:
    """Finds the names of documents that are described.

    Args:
        parsed: All analysed paragraphs, in order.
        organizations: The names of the article, those of documents among them.
        lexicon: Nouns of documents.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        organizations: Organizations,
        lexicon: SpeakerLexicon,
    ) -> None:
        self._parsed = parsed
        self._organizations = organizations
        self._lexicon = lexicon
        self._introductions = Introductions(parsed, lexicon.studies, _brings_in)
        self._last: Entity | None = None

    def name(self, mention: Mention, noun: str) -> str | None:
        """Return the name of the document that a description is about.

        That is the study in "the results of the Harbour Food Study"; the last one that is called a
        study for "the study"; and for "a new study" in the lede the only one of the article.

        Args:
            mention: The description.
            noun: The noun that it hangs on.
        """
        if noun in self._lexicon.contents:
            return self._whose_contents(mention)
        if noun not in self._lexicon.documents or mention.last - mention.first > 1:
            return self._in_lede(mention, noun)
        if self._first(mention).lower_ not in _DEFINITE:
            return self._in_lede(mention, noun)
        last = self._organizations.last_with_noun(noun, mention.span.start)
        return last if last is not None and last.lower().endswith(noun) else None

    def last(self, mention: Mention, noun: str) -> Entity | None:
        """Return the study that "the report" is, where the text has introduced no other report."""
        if noun not in self._lexicon.studies or self._first(mention).lower_ not in _DEFINITE:
            return None
        if mention.last - mention.first > 1:
            return None
        return None if self._introductions.precede(noun, mention.span.start) else self._last

    def note(self, entity: Entity, noun: str) -> None:
        """Remember the document that speaks last.

        Args:
            entity: Who is filed for it.
            noun: What the article calls it, or the last word of its name.
        """
        if noun in self._lexicon.studies:
            self._last = entity

    def _first(self, mention: Mention) -> "Token":
        return self._parsed[mention.paragraph].doc[mention.first]

    def _whose_contents(self, mention: Mention) -> str | None:
        doc = self._parsed[mention.paragraph].doc
        for child in doc[mention.head].children:
            if child.lower_ == "of":
                owner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if owner is not None and owner.pos_ == "PROPN" and self._names_document(owner):
                    return plain_name(doc[owner.left_edge.i : owner.i + 1].text)
        return None

    def _names_document(self, token: "Token") -> bool:
        return token.text.istitle() and token.lower_ in self._lexicon.documents

    def _in_lede(self, mention: Mention, noun: str) -> str | None:
        new = self._first(mention).lower_ in _INDEFINITE and mention.paragraph < LEDE
        if not new or noun not in self._lexicon.studies:
            return None
        return self._organizations.only_ending_in(noun)


def _brings_in(token: "Token") -> bool:
    """Tell "a report" or "his report" from "the report"."""
    definite = any(c.lower_ in _DEFINITE for c in token.children if c.dep_ == "det")
    return token.tag_ == "NN" and token.dep_ != "compound" and not definite
