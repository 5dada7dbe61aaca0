"""Clauses: where a sentence says one thing, and where the next.

A claim is a clause: the main one, the complement of a verb that asserts it, a coordinated one
with a subject of its own, a non-restrictive relative, a concessive one. What is embedded more
deeply (restrictive relatives, conditions, reasons) stays part of the clause around it.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tuireader.analysis.claims.frames import frame_words, governs_claims
from tuireader.analysis.claims.predicates import (
    SUPPOSITIONS,
    is_finite,
    is_indirect_question,
    subject_of,
)
from tuireader.analysis.language import ParsedParagraph

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = frozenset({"ROOT", "advcl", "ccomp", "parataxis", "relcl"})
"""Dependencies of a predicate that may head a clause of its own."""

CONDITIONS = frozenset({"because", "if", "unless"})
"""Conjunctions without which a clause would say something else."""

DASHES_AND_COMMAS = frozenset({",", "–", "—", "-", "--", "(", ";"})
"""What sets a relative clause off from its noun."""


class Link(StrEnum):
    """How a clause hangs on the rest of its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"
    COORDINATE = "coordinate"
    RELATIVE = "relative"
    CONCESSIVE = "concessive"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence."""

    head: "Token"
    """Its predicate; in a headline without a verb the root of the parse."""

    subject: "Token | None"
    """The head of its subject."""

    link: Link
    """How it hangs on the rest."""

    paragraph: ParsedParagraph
    """Where it stands."""

    first: int
    """Index in the document of its first token."""

    last: int
    """Index of its last token."""

    framed_by: "Token | None"
    """The predicate that governs it, for a complement."""

    is_frame: bool
    """Whether it is only the frame of other clauses ("Experts say …")."""

    tokens: tuple["Token", ...] = field(init=False)
    """Its tokens, all from the first to the last one."""

    words: tuple[str, ...] = field(init=False)
    """The same in lower case."""

    lemmas: tuple[str, ...] = field(init=False)
    """Their lemmas."""

    line: str = field(init=False)
    """The same with a space around each, for looking up phrases."""

    children: tuple["Token", ...] = field(init=False)
    """What hangs on its predicate, in order; the parse looks for it anew each time."""

    roles: frozenset[str] = field(init=False)
    """The dependencies of those."""

    auxiliaries: frozenset[str] = field(init=False)
    """The auxiliaries among them, in lower case; not those of the passive."""

    def __post_init__(self) -> None:
        """Keep what is looked at again and again."""
        stretch = slice(self.first, self.last + 1)
        object.__setattr__(self, "tokens", self.paragraph.tokens[stretch])
        object.__setattr__(self, "words", self.paragraph.lower[stretch])
        object.__setattr__(self, "lemmas", self.paragraph.lemmas[stretch])
        children = tuple(self.head.children)
        roles = [child.dep_ for child in children]
        auxiliaries = (c.lower_ for c, role in zip(children, roles, strict=True) if role == "aux")
        object.__setattr__(self, "line", f" {' '.join(self.words)} ")
        object.__setattr__(self, "children", children)
        object.__setattr__(self, "roles", frozenset(roles))
        object.__setattr__(self, "auxiliaries", frozenset(auxiliaries))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its tokens."""
        return self.paragraph.tags[self.first : self.last + 1]

    @property
    def classes(self) -> tuple[str, ...]:
        """Their parts of speech."""
        return self.paragraph.classes[self.first : self.last + 1]

    def stretched(self, last: int) -> "Clause":
        """Return the same clause up to another last token.

        Args:
            last: Index in the document.
        """
        return replace(self, last=last)


def split_sentence(
    paragraph: ParsedParagraph, sentence: Sequence["Token"], cues: frozenset[int]
) -> list[Clause]:
    """Split a sentence into clauses, in the order of their predicates.

    Args:
        paragraph: Where it stands.
        sentence: Its tokens.
        cues: Indices in the document of the words that report a quotation.
    """
    start = sentence[0].i
    roles = paragraph.roles[start : start + len(sentence)]
    links = _links(sentence, roles, cues)
    complements = [sentence[i - start] for i, link in links.items() if link is Link.COMPLEMENT]
    frames = {token.head.i for token in complements if token.head is not token}
    cuts = links.keys() | frames
    clauses = []
    for i, link in sorted(links.items()):
        head = sentence[i - start]
        first, last = _extent(sentence, i - start, cuts - {i})
        clauses.append(
            Clause(
                head,
                subject=_subject(head),
                link=link,
                paragraph=paragraph,
                first=start + first,
                last=start + last,
                framed_by=head.head if link is Link.COMPLEMENT else None,
                is_frame=i in frames,
            )
        )
    return clauses


def _links(
    sentence: Sequence["Token"], roles: Sequence[str], cues: frozenset[int]
) -> dict[int, Link]:
    """Map the index of each clause's predicate to the clause's link."""
    links: dict[int, Link] = {}
    conjuncts = []
    for token, dependency in zip(sentence, roles, strict=True):
        if dependency == "conj":
            conjuncts.append(token)
        elif dependency in CLAUSAL:
            link = _link(token, dependency, cues)
            if link is not None:
                links[token.i] = link
    for token in conjuncts:
        if _is_coordinate(token) and _first_conjunct(token).i in links:
            links[token.i] = Link.COORDINATE
    return links


def _link(token: "Token", dependency: str, cues: frozenset[int]) -> Link | None:
    """Tell how the clause of a token hangs on the rest; None if it has none of its own."""
    if dependency == "ROOT":
        return Link.MAIN
    if not is_finite(token):
        return None
    if dependency == "relcl":
        return Link.RELATIVE if _is_set_off(token) else None
    if subject_of(token) is None:
        return None
    if dependency == "advcl":
        return Link.CONCESSIVE if _is_concessive(token) else None
    if is_indirect_question(token):
        return None
    if governs_claims(token.head, cues):
        return None if _is_supposed(token.head) else Link.COMPLEMENT
    return Link.COORDINATE if _is_loosely_joined(token) else None


def _is_supposed(frame: "Token") -> bool:
    """Tell whether a frame is itself only supposed ("if anyone says that it leaks")."""
    return any(child.dep_ == "mark" and child.lower_ in SUPPOSITIONS for child in frame.children)


def _is_coordinate(token: "Token") -> bool:
    return is_finite(token) and subject_of(token) is not None


def _first_conjunct(token: "Token") -> "Token":
    while token.dep_ == "conj":
        token = token.head
    return token


def _is_set_off(relative: "Token") -> bool:
    """Tell whether a comma or dash parts a relative clause from its noun."""
    first = relative.left_edge
    if first.lower_ in ("and", "but"):
        first = first.nbor(1)
    return (
        first.i > 0
        and first.nbor(-1).text in DASHES_AND_COMMAS
        and any(word.tag_ in ("WDT", "WP", "WP$", "WRB") for word in _opening(relative))
    )


def _opening(clause: "Token") -> Iterator["Token"]:
    """Yield the words of a clause that stand before its predicate."""
    return (word for word in clause.subtree if word.i < clause.i)


def _is_concessive(clause: "Token") -> bool:
    words = frame_words().concessive
    return any(
        child.dep_ in ("mark", "advmod") and child.i < clause.i and child.lower_ in words
        for child in clause.children
    )


def _is_loosely_joined(clause: "Token") -> bool:
    """Tell whether a clause only stands beside its head ("It rained; the match was off")."""
    if any(child.dep_ == "mark" for child in clause.children):
        return False
    between = clause.doc[min(clause.i, clause.head.i) : max(clause.i, clause.head.i)]
    return any(token.text in (";", ",", ":", "—", "–", "-") for token in between)


def _subject(predicate: "Token") -> "Token | None":
    """Return the subject, for a coordinated or relative clause also one that it borrows."""
    found = subject_of(predicate)
    if found is not None and found.tag_ in ("WDT", "WP") and predicate.dep_ == "relcl":
        return predicate.head
    return found


def _extent(sentence: Sequence["Token"], at: int, cuts: Set[int]) -> tuple[int, int]:
    """Return where in a sentence a clause begins and ends, without those that hang on its ends.

    Args:
        sentence: The tokens of the sentence.
        at: Where in it the predicate stands.
        cuts: Indices in the document of the predicates of other clauses.
    """
    head = sentence[at]
    start = head.i - at
    first = last = at
    waiting = [head]
    while waiting:
        for child in waiting.pop().children:
            index = child.i
            if index not in cuts:
                waiting.append(child)
                place = index - start
                if not first <= place <= last and not _is_loose_end(child, head):
                    first, last = min(first, place), max(last, place)
    while first < at and _is_loose_end(sentence[first], head):
        first += 1
    while last > at and _is_loose_end(sentence[last], head):
        last -= 1
    return first, last


def _is_loose_end(token: "Token", head: "Token") -> bool:
    """Tell whether a token at the end of a clause only joins it to the next one.

    What joins a part of the clause to it ("Before it expired, …") does not.
    """
    if token.is_space or (token.is_punct and token.text not in ("%", ")", "]")):
        return True
    if token.head != head:
        return False
    return token.dep_ in ("cc", "preconj") or (
        token.dep_ == "mark" and token.lower_ not in CONDITIONS
    )
