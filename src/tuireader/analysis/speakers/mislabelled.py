"""Persons and organisations that the pipeline mislabels, shown by how the text treats them.

Two things show a person: a given name before the word ("Rita Lomax", of whom "Lomax" alone speaks
later), and "he", "she" and the like where nobody else can be meant. "Its" shows an organisation.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations.marks import outside, scan_paragraphs
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.name_words import is_initials
from tuireader.analysis.speakers.roles import before_preposition, is_person_noun, role_after

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_IMPERSONAL = frozenset({"its", "itself"})
"""Not "it", which often stands for nothing that was named before."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_OTHERS = frozenset({"him", "her"})
"""Pronouns for somebody else than whoever does something to them."""
_FREE = frozenset({"nsubj", "nsubjpass", "poss"})
"""How a surname stands for its bearer where its grammar leaves no doubt that it is a name."""
_NO_SURNAME = frozenset({"LOC", "NORP", "FAC", "DATE", "EVENT", "LANGUAGE"})
"""Labels that one pronoun does not outweigh: more may be known of the word than the text tells."""
_ENOUGH = 2
"""How many pronouns outweigh any label."""
_MOST_USES = 8
"""Of how many uses as a subject a single pronoun may decide."""
_APOSTROPHE = re.compile("['’]")
_AHEAD = 60
"""How many tokens behind a subject are searched for a pronoun."""


@dataclass(slots=True)
class _Uses:
    """How a word is used as a subject."""

    times: int = 0
    personal: int = 0
    sure: int = 0
    """In how many of the personal ones the sentence before names nobody else."""
    impersonal: int = 0
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def is_person(self) -> bool:
        if self.personal >= _ENOUGH:
            return self.personal > self.impersonal
        if not self.sure or self.impersonal or self.times > _MOST_USES:
            return False
        return not _NO_SURNAME & self.labels.keys()

    @property
    def is_organization(self) -> bool:
        if self.personal or not self.impersonal:
            return False
        return not self.labels["PERSON"] or self.impersonal >= _ENOUGH


class Mislabelled:
    """The names of one word that pronouns or other uses show to be what their label denies.

    Args:
        parsed: All analysed paragraphs, in order.
        lexicon: Given names, titles and words that are no names.
    """

    def __init__(self, parsed: Sequence[ParsedParagraph], lexicon: SpeakerLexicon) -> None:
        self._lexicon = lexicon
        self._free = {
            token.text
            for paragraph in parsed
            for token, role in zip(paragraph.tokens, paragraph.roles, strict=True)
            if role in _FREE and _stands_alone(token)
        }
        sentences = list(_sentences(parsed))
        uses = _uses(sentences, lexicon)
        self.surnames = frozenset(word.lower() for word, use in uses.items() if use.is_person)
        """Words, in lower case, that pronouns show to be names of persons."""
        self._openers = self.surnames | lexicon.given.keys()
        self.organizations = frozenset(w.lower() for w, use in uses.items() if use.is_organization)
        """The same for names of organisations."""
        self.firms = frozenset(
            " ".join(t.lower_ for t in name)
            for name in (*_owners(sentences, lexicon), *_described(parsed, lexicon))
            if name[-1].text not in self._free
        )
        """Names of several words, in lower case, that look like a person's: "Stone Field"."""

    def names(self, paragraph: ParsedParagraph) -> Iterator[tuple[int, int]]:
        """Walk over first and last token of the names of persons that bear another label."""
        for i, word in enumerate(paragraph.lower):
            if word not in self._openers and (word[-1:] != "." or not word[0].isalpha()):
                continue
            token = paragraph.tokens[i]
            if token.ent_type_ == "PERSON":
                continue
            if word in self.surnames and _stands_alone(token):
                yield token.i, token.i
            elif self._opens_full_name(token):
                yield token.i, token.i + 1

    def _opens_full_name(self, given: "Token") -> bool:
        """Tell a given name before a surname that stands alone elsewhere."""
        doc, last = given.doc, given.i + 1
        is_given = given.lower_ in self._lexicon.given and given.text.istitle()
        if not (is_given or is_initials(given.text)):
            return False
        if last >= len(doc) or doc[last].text not in self._free or doc[last].pos_ != "PROPN":
            return False
        if doc[last].ent_type_ == "PERSON" or _is_capitalised_name(doc, last + 1):
            return False
        before = given.i - 1
        titled = before >= 0 and doc[before].lower_.strip(".") in self._lexicon.titles
        return titled or not _is_capitalised_name(doc, before)


def _sentences(parsed: Sequence[ParsedParagraph]) -> Iterator[list["Token"]]:
    """Walk over the sentences of an article, what stands in quote marks left out."""
    runs = scan_paragraphs([paragraph.text for paragraph in parsed])
    for paragraph, quoted in zip(parsed, runs, strict=True):
        free = outside(quoted)
        for sentence in paragraph.sentences:
            yield [token for token in sentence if free(token.idx)]


def _uses(sentences: Sequence[list["Token"]], lexicon: SpeakerLexicon) -> dict[str, _Uses]:
    """Count what takes up the subjects of sentences."""
    uses: dict[str, _Uses] = {}
    for number, tokens in enumerate(sentences):
        subject = _sole_subject(tokens, lexicon)
        if subject is None:
            continue
        use = uses.setdefault(subject.text, _Uses())
        use.times += 1
        use.labels[subject.ent_type_] += 1
        behind = [t for t in tokens if subject.i < t.i <= subject.i + _AHEAD]
        word = _taken_up(behind, lexicon)
        if word is None and number + 1 < len(sentences):
            word = _opening(sentences[number + 1])
        before = sentences[number - 1] if number and tokens[0].i else ()
        told = None if word else _told(subject, behind, lexicon)
        word = told or word
        use.personal += word in _PERSONAL
        use.sure += word in _PERSONAL and (
            not any(_is_someone(t, lexicon) for t in before)
            or (told is not None and any(t.text == subject.text for t in before))
        )
        use.impersonal += word in _IMPERSONAL
    return uses


def _owners(
    sentences: Sequence[list["Token"]], lexicon: SpeakerLexicon
) -> Iterator[Sequence["Token"]]:
    """Walk over what is labelled as a person, has no given name and is taken up by "its"."""
    for tokens in sentences:
        if not any(t.lower_ in _IMPERSONAL for t in tokens):
            continue
        someone = next((n for n, t in enumerate(tokens) if _is_someone(t, lexicon)), len(tokens))
        stop = someone
        while stop < len(tokens) and tokens[stop].ent_type_ == "PERSON":
            stop += 1
        name = tokens[someone:stop]
        if len(name) < 2 or name[-1].dep_ not in _SUBJECTS:
            continue
        first = name[0].lower_.strip(".")
        if first in lexicon.given or first in lexicon.titles:
            continue
        if _taken_up(tokens[stop : stop + _AHEAD], lexicon) in _IMPERSONAL:
            yield name


def _described(
    parsed: Sequence[ParsedParagraph], lexicon: SpeakerLexicon
) -> Iterator[Sequence["Token"]]:
    """Walk over what is labelled as a person and called a body: "Stone Field, the law firm,"."""
    for paragraph in parsed:
        for comma, word in enumerate(paragraph.words):
            if word != "," or not comma or paragraph.tokens[comma - 1].ent_type_ != "PERSON":
                continue
            first = comma - 1
            while paragraph.tokens[first].ent_iob_ == "I":
                first -= 1
            kind = before_preposition(role_after(paragraph.doc, comma - 1))
            if first < comma - 1 and kind and kind[-1] in lexicon.organizations:
                yield paragraph.tokens[first:comma]


def _sole_subject(tokens: Sequence["Token"], lexicon: SpeakerLexicon) -> "Token | None":
    """Return the name that is a sentence's first subject, if nobody else comes before it."""
    for token in tokens:
        if token.dep_ in _SUBJECTS and _stands_alone(token):
            other = lexicon.names_no_person(token.lower_) or token.lower_ in lexicon.no_names
            return None if other or token.text.isupper() else token
        if _is_someone(token, lexicon):
            return None
    return None


def _taken_up(tokens: Sequence["Token"], lexicon: SpeakerLexicon) -> str | None:
    """Return the pronoun that takes the subject up; "" where somebody else is named first."""
    for token in tokens:
        other = token.dep_ in _SUBJECTS and token.pos_ == "PROPN"
        if other or _is_someone(token, lexicon):
            return ""
        if token.lower_ in _PERSONAL or token.lower_ in _IMPERSONAL:
            return str(token.lower_)
    return None


def _told(subject: "Token", behind: Sequence["Token"], lexicon: SpeakerLexicon) -> str | None:
    """Return the pronoun in "Grant said Lomax had told her so", which can't be Lomax.

    The first who is named behind the subject does something to somebody in what the subject says.
    """
    doer = next((token for token in behind if _is_someone(token, lexicon)), None)
    if doer is None:
        return None
    while doer.dep_ == "compound":
        doer = doer.head
    deed = doer.head
    if doer.dep_ != "nsubj" or deed.dep_ != "ccomp" or deed.head != subject.head:
        return None
    objects = (t.lower_ for t in deed.rights if t.dep_ in _OBJECTS)
    return next((word for word in objects if word in _OTHERS), None)


def _opening(tokens: Sequence["Token"]) -> str | None:
    """Return the pronoun that is the first subject or owner of a sentence."""
    for token in tokens:
        if token.pos_ == "PROPN":
            return None
        if token.dep_ in _FREE:
            return str(token.lower_)
    return None


def _is_someone(token: "Token", lexicon: SpeakerLexicon) -> bool:
    named = token.ent_type_ == "PERSON"
    return named or (token.pos_ == "NOUN" and is_person_noun(token.lemma_.lower(), lexicon))


def _stands_alone(token: "Token") -> bool:
    """Tell a capitalised name of one word without article or anything else before it."""
    named = token.tag_ == "NNP" or (token.tag_ == "NN" and token.ent_type_)
    if not named or not token.text[:1].isupper():
        return False
    if not _APOSTROPHE.sub("", token.text).isalpha():
        return False
    doc = token.doc
    if _is_capitalised_name(doc, token.i - 1) or _is_capitalised_name(doc, token.i + 1):
        return False
    return not any(c.dep_ in ("det", "compound", "amod", "nmod", "nummod") for c in token.lefts)


def _is_capitalised_name(doc: "Doc", i: int) -> bool:
    return 0 <= i < len(doc) and doc[i].pos_ == "PROPN" and bool(doc[i].text[:1].isupper())
