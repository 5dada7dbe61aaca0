"""What the sentences of an article are about, weighed by grammar, for pronouns to refer to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.analysis.speakers.roles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MAIN = 3.0
"""Weight of the subject of a main clause."""
_OWNER = 2.6
"""Weight of whose the subject is: "Stone's answer was short"."""
_VERBLESS = 2.0
_SUBORDINATE = 1.5
_OBJECT = 1.2
_OBLIQUE = 1.0
_RELATIVE = 0.8
_JOINED = 0.6
"""Weight of one of several: "Stone and Field"."""
_PART = 0.4
"""Weight of what follows "of", and of who owns an object."""
_REFERRING = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
"""Parts of speech of what a pronoun may take up: a noun, "he", "the two"."""
_MAIN_CLAUSES = frozenset({"ROOT", "parataxis"})
_ORGANIZATIONS = frozenset({"ORG", "GPE", "NORP", "FAC", "PERSON"})
"""Labels of names that stand for an organisation where they are known to be no person's."""
_FARTHEST_TITLE = 5
"""How many tokens before the last word of a name the name may start."""
PRONOUNS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "it": "it",
    "its": "it",
    "they": "they",
    "them": "they",
    "their": "they",
}
"""Pronouns that take something up again, with their base form."""


class Sort(Enum):
    """What a pronoun must be to refer to something."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    THING = "thing"


@dataclass(slots=True)
class Referent:
    """Something that a sentence mentions outside quote marks."""

    token: "Token"
    """The noun or pronoun."""

    offset: int
    """Where it starts in the article."""

    weight: float
    """How much the sentence is about it."""

    sort: Sort
    """Person, organisation, several, or anything else."""

    gender: str = ""
    """ "m", "f" or "" where nothing tells."""

    entity: Entity | None = None
    """Who it is, where that is known; a description may be filed later."""

    pronoun: str = ""
    """Its base form if it is a pronoun that takes something up again, else ""."""


class ReferentReader:
    """Lists the referents of sentences.

    Args:
        registry: The persons of the article.
        lexicon: Nouns of persons and organisations.
        person_of: Returns the person that a description ("the minister") stands for.
    """

    def __init__(
        self,
        registry: Registry,
        lexicon: SpeakerLexicon,
        person_of: Callable[[str, int], Entity | None],
    ) -> None:
        self._registry = registry
        self._lexicon = lexicon
        self._person_of = person_of

    def referents(
        self,
        paragraph: ParsedParagraph,
        sentence: Sequence["Token"],
        outside: Callable[[int], bool],
    ) -> Iterator[Referent]:
        """Walk over the referents of a sentence, in order.

        Args:
            paragraph: Where it stands.
            sentence: Its tokens.
            outside: Tells whether a character of the paragraph stands outside quote marks.
        """
        first = sentence[0].i
        classes = paragraph.classes[first : first + len(sentence)]
        for token, kind in zip(sentence, classes, strict=True):
            if kind not in _REFERRING or not outside(token.idx):
                continue
            if kind == "NUM" and not _is_some_of_several(token):
                continue
            weight = _weight(token)
            if weight > 0:
                found = self._read(token, paragraph.start, weight)
                if found is not None:
                    yield found

    def _read(self, token: "Token", start: int, weight: float) -> Referent | None:
        offset = start + token.idx
        pronoun = PRONOUNS.get(token.lower_)
        if pronoun is not None:
            return Referent(token, offset, weight, Sort.THING, pronoun=pronoun)
        if token.pos_ == "PRON":
            return None
        person = self.person(token, start)
        if person is not None:
            several = weight if not _is_joined(token) else min(weight, _JOINED)
            return Referent(token, offset, several, Sort.PERSON, person.gender, person)
        sort = self._sort(token)
        if sort is Sort.PERSON:
            noun = token.lemma_.lower()
            person = self._person_of(noun, offset) if _is_definite(token) else None
            gender = person.gender if person else self._lexicon.gendered.get(noun, "")
            several = weight if not _is_joined(token) else min(weight, _JOINED)
            return Referent(token, offset, several, sort, gender, person)
        return Referent(token, offset, weight, sort)

    def person(self, token: "Token", start: int) -> Entity | None:
        """Return the person whose name ends at a token or is introduced by it."""
        if not token.text[:1].isupper():
            return self._beside(token, start)
        doc = token.doc
        for i in range(token.i, max(-1, token.i - _FARTHEST_TITLE), -1):
            person = self._registry.person_at(start + doc[i].idx)
            if person is not None and any(
                m.end >= start + token.idx + len(token)
                for m in person.mentions_from(start + doc[i].idx)
            ):
                return person
        known = self._registry.person_named((token.text,), start + token.idx, "")
        if known is not None and len(known.words) > 1 and known.surname == token.lower_:
            return known
        return None

    def _beside(self, token: "Token", start: int) -> Entity | None:
        """Return the person named after a role: "the agency's head, Nora Field"."""
        for child in token.children:
            if child.dep_ == "appos" and child.text[:1].isupper():
                return self.person(child, start)
        return None

    def _sort(self, token: "Token") -> Sort:
        noun = token.lemma_.lower()
        plural = token.tag_ in ("NNS", "NNPS")
        lexicon = self._lexicon
        if token.pos_ == "NOUN" and is_person_noun(noun, lexicon):
            return Sort.GROUP if plural else Sort.PERSON
        if plural and token.ent_type_ == "NORP":
            return Sort.GROUP
        if noun in lexicon.organizations or noun in lexicon.documents:
            return Sort.GROUP if plural else Sort.ORGANIZATION
        if token.pos_ == "PROPN" and token.ent_type_ in _ORGANIZATIONS:
            return Sort.ORGANIZATION
        if token.pos_ == "NUM":
            return Sort.GROUP
        return Sort.THING


def _weight(token: "Token") -> float:
    """Weigh a noun by its place in the sentence; 0 where it heads nothing or repeats its head."""
    relation = token.dep_
    if relation in ("nsubj", "nsubjpass"):
        return _clause_weight(token.head)
    if relation == "poss":
        if token.head.dep_ in ("nsubj", "nsubjpass"):
            return min(_OWNER, _clause_weight(token.head.head))
        return _PART
    if relation in ("dobj", "dative", "attr"):
        return _OBJECT
    if relation == "pobj":
        governor = token.head
        if governor.dep_ == "agent":
            return _OBJECT
        return _PART if governor.head.pos_ in ("NOUN", "PROPN") else _OBLIQUE
    if relation == "conj" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _JOINED
    if relation == "ROOT":
        return _VERBLESS
    return _RELATIVE if relation in ("npadvmod", "dep") else 0.0


def _clause_weight(verb: "Token") -> float:
    above = verb
    while above.dep_ == "conj" and above.head.pos_ in ("VERB", "AUX"):
        above = above.head
    if above.dep_ in _MAIN_CLAUSES:
        return MAIN
    if above.dep_ == "ccomp" and above.i < above.head.i:
        return MAIN  # what is reported stands before its verb: "the gate held, he said"
    return _RELATIVE if above.dep_ == "relcl" else _SUBORDINATE


def _is_some_of_several(number: "Token") -> bool:
    """Tell whether a number stands for those who were named before: "the two"."""
    return number.dep_ in ("nsubj", "nsubjpass") and _is_definite(number)


def _is_joined(token: "Token") -> bool:
    return token.dep_ == "conj" or any(
        c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in token.children
    )


def _is_definite(token: "Token") -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in token.children if c.dep_ == "det")


def described(token: "Token") -> "Span":
    """Return the words of a description up to its noun, relative clauses left out."""
    doc: Doc = token.doc
    first = max(token.left_edge.i, token.i - 8)
    while first < token.i and doc[first].pos_ in ("ADP", "PUNCT", "CCONJ", "ADV", "SPACE", "SCONJ"):
        first += 1
    return doc[first : token.i + 1]
