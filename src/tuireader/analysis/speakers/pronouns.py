"""Which entity a pronoun refers to: by the grammar of the sentences before it, gender, number."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations.marks import outside, scan_paragraphs
from tuireader.analysis.quotations.model import Mention, Utterance
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.referents import (
    MAIN,
    Referent,
    ReferentReader,
    Sort,
)
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_GENDERS = {"he": "m", "she": "f"}
_SORTS = {
    "it": {Sort.ORGANIZATION: 0.0, Sort.THING: 0.0},
    "they": {Sort.GROUP: 0.0, Sort.ORGANIZATION: -0.8},
}
"""What "it" and "they" may refer to, and at what cost."""
_PERSONS = {Sort.PERSON: 0.0}
_SENTENCE = 1.0
"""What each sentence between costs."""
_PARAGRAPH = 0.3
"""What each paragraph between costs beside that."""
_UNSURE = 0.4
"""What it costs a person that nothing tells the gender."""
_SPEAKS = 0.05
"""What it is worth to be the speaker of reported words."""
_SPOKE_LAST = 0.25
"""What it is worth to be the last speaker of a sentence."""
_NAMED_INSIDE = 2.5
"""What it costs a person to be named in the very words that "he said" reports."""
_ALIKE = 0.2
"""How near the second best may come before neither is taken."""
_LEAST = -1.5
"""The lowest score of an antecedent."""
_REACH = 4
"""How many paragraphs before a pronoun its antecedent may stand."""
_LEAST_THING = 2.0
"""The lowest weight of a mere thing that is taken for what "it" refers to."""
_SOON = 400
"""How many characters after a pronoun a person may be named whom it announces."""

Sentence = list[Referent]


class Antecedents:
    """Resolves pronouns, each with the ones before it already resolved.

    Args:
        parsed: All analysed paragraphs, in order.
        utterances: The reported words; what "he said" reports does not tell who he is.
        registry: The entities.
        lexicon: Nouns of persons and organisations.
        person_of: Returns the person that a description stands for.
        file: Files the source that a description names and returns it.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        utterances: Sequence[Utterance],
        registry: Registry,
        lexicon: SpeakerLexicon,
        person_of: Callable[[str, int], Entity | None],
        file: Callable[[int, "Token"], Entity],
    ) -> None:
        self._parsed = parsed
        self._registry = registry
        self._reader = ReferentReader(registry, lexicon, person_of)
        self._file = file
        self._reported = {_place(parsed, u.mention): u.spans for u in utterances if u.mention}
        self._direct = {
            _place(parsed, u.mention): u.spans
            for u in utterances
            if u.mention and u.style is QuotationStyle.DIRECT
        }
        self._runs = scan_paragraphs([p.text for p in parsed])
        self._sentences: list[list[Sentence]] = []
        self._pronouns: dict[int, Referent] = {}

    def of_pronoun(self, paragraph: int, offset: int) -> Entity | None:
        """Return whom a pronoun refers to; None where that is not clear.

        Args:
            paragraph: Position of its paragraph among the parsed ones.
            offset: Where it stands in the article.
        """
        self._read_up_to(paragraph)
        found = self._pronouns.get(offset)
        if found is None:
            return None
        return found.entity or self._named_later(found)

    def subject_between(self, paragraph: int, start: int, end: int) -> Entity | None:
        """Return the person that the last main clause in a stretch of the article is about.

        Args:
            paragraph: Position of the paragraph in which the stretch ends.
            start: Offset of the stretch.
            end: Offset after it.
        """
        self._read_up_to(paragraph)
        earliest = self._parsed[paragraph].index - 1  # a heading counts as a paragraph too
        for position in range(paragraph, max(-1, paragraph - 2), -1):
            if self._parsed[position].index < earliest:
                break
            for sentence in reversed(self._sentences[position]):
                for referent in sentence:
                    if referent.weight < MAIN or not start <= referent.offset < end:
                        continue
                    if referent.sort is Sort.PERSON:
                        return self._entity(position, referent)
        return None

    def _read_up_to(self, paragraph: int) -> None:
        """Read the paragraphs that were not read yet, and resolve their pronouns in order."""
        for position in range(len(self._sentences), paragraph + 1):
            part = self._parsed[position]
            free = outside(self._runs[position])
            self._sentences.append([])
            for sentence in part.sentences:
                here: Sentence = []
                self._sentences[-1].append(here)
                for referent in self._reader.referents(part, sentence, free):
                    if referent.pronoun:
                        self._resolve(referent, position)
                    here.append(referent)

    def _resolve(self, pronoun: Referent, paragraph: int) -> None:
        """Find the antecedent of a pronoun, and note it in the pronoun's own referent."""
        word = pronoun.pronoun
        self._pronouns[pronoun.offset] = pronoun
        pronoun.gender = _GENDERS.get(word, "")
        pronoun.sort = {"it": Sort.THING, "they": Sort.GROUP}.get(word, Sort.PERSON)
        best: tuple[float, int, Referent] | None = None
        second = _LEAST
        for score, position, referent in self._candidates(pronoun, paragraph):
            if best is None or score > best[0]:
                if best is not None and not _same(best[2], referent):
                    second = max(second, best[0])
                best = score, position, referent
            elif not _same(best[2], referent):
                second = max(second, score)
        if best is None or best[0] < _LEAST or best[0] - second < _ALIKE:
            return
        pronoun.sort = best[2].sort
        if best[2].sort is not Sort.THING:
            pronoun.entity = self._entity(best[1], best[2])

    def _candidates(
        self, pronoun: Referent, paragraph: int
    ) -> Sequence[tuple[float, int, Referent]]:
        reported = self._reported.get(pronoun.offset, ())
        quoted = self._direct.get(pronoun.offset, ())
        found: list[tuple[float, int, Referent]] = []
        away = 0
        for position in range(paragraph, max(-1, paragraph - _REACH), -1):
            for sentence in reversed(self._sentences[position]):
                cost = away * _SENTENCE + (paragraph - position) * _PARAGRAPH
                if MAIN + _SPEAKS - cost < _LEAST:
                    return found
                last = max((r.offset for r in sentence if r.offset in self._reported), default=-1)
                for referent in sentence:
                    if not _within(referent.offset, reported):
                        score = self._score(pronoun, referent)
                        if score is not None:
                            later = _SPOKE_LAST if referent.offset == last else 0.0
                            named = _NAMED_INSIDE if _names(quoted, referent) else 0.0
                            found.append((score + later - cost - named, position, referent))
                away += bool(sentence) or not away
        return found

    def _score(self, pronoun: Referent, referent: Referent) -> float | None:
        """Weigh a referent as the antecedent of a pronoun; None where it does not fit."""
        word = pronoun.pronoun
        cost = _SORTS.get(word, _PERSONS).get(referent.sort)
        if cost is None or (referent.sort is Sort.THING and referent.weight < _LEAST_THING):
            return None
        score = referent.weight + cost
        if pronoun.gender:
            gender = referent.entity.gender if referent.entity else referent.gender
            if gender not in ("", pronoun.gender):
                return None
            score -= 0.0 if gender else _UNSURE
        elif referent.pronoun and referent.pronoun != word:
            return None
        return score + (_SPEAKS if referent.offset in self._reported else 0.0)

    def _entity(self, paragraph: int, referent: Referent) -> Entity | None:
        """Return the entity of an antecedent; a description is filed when it is needed."""
        if referent.entity is None and not referent.pronoun:
            referent.entity = self._file(paragraph, referent.token)
        return referent.entity

    def _named_later(self, pronoun: Referent) -> Entity | None:
        """Return the person that is named soon after a pronoun, where none is named before it."""
        registry, gender = self._registry, pronoun.gender
        if not gender or registry.anyone_before(pronoun.offset, gender):
            return None
        return registry.next_person(pronoun.offset, gender, _SOON)


def _place(parsed: Sequence[ParsedParagraph], mention: Mention) -> int:
    """Return the offset in the article of the word that a mention hangs on."""
    part = parsed[mention.paragraph]
    return part.start + part.doc[mention.head].idx


def _same(one: Referent, other: Referent) -> bool:
    """Tell whether two referents are the same, or an unknown one that can't decide."""
    return one is other or (one.entity is not None and one.entity is other.entity)


def _names(quoted: Sequence[Span], referent: Referent) -> bool:
    """Tell whether quoted words name a person, who then is hardly their speaker."""
    person = referent.entity
    if person is None or not person.words:
        return False
    return any(person.covers(span) for span in quoted)


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)
