"""Names of persons: where they stand, without titles, and what stands around them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.name_words import (
    glued,
    is_initials,
    is_name_word,
    narrowed,
    widened,
    words_between,
)
from tuireader.analysis.speakers.roles import (
    before_preposition,
    is_personal,
    reads_as_role,
    role_after,
    role_before,
)
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORTEST_WITH_BODY = 3
"""How many tokens follow a given name where the label holds a person and a body."""
_LONGEST = 6
"""How many tokens a name after a title may have."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name, once."""

    paragraph: int
    """Position of its paragraph among the parsed ones."""

    first: int
    """First token of the name, titles left out."""

    last: int
    """Last token of the name."""

    words: tuple[str, ...]
    """The words of the name, suffixes left out."""

    span: Span
    """Where the name stands in the article, titles left out."""

    gender: str
    """ "m", "f" or "" as title, role and given name tell."""

    told: str
    """The same as only title and role tell: a surname may be a given name of the other gender."""

    role: str
    """Title or function as written before or after the name; "" without one."""

    subject: bool
    """Whether it is the subject of its clause."""

    @property
    def sure_gender(self) -> str:
        """The gender that a person of this name must have; a lone name may be any surname."""
        return self.gender if len(self.words) > 1 else self.told

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return self.words[-1].lower()


def person_names(
    parsed: Sequence[ParsedParagraph],
    lexicon: SpeakerLexicon,
    others: Callable[[ParsedParagraph], Iterable[tuple[int, int]]] = lambda _: (),
) -> Iterator[NameMention]:
    """Walk over the names of persons, in order.

    They are those that the pipeline labels so, but for what "which" refers to, and those that a
    title or a role beside them shows to be a person's, whatever their label is.

    Args:
        parsed: All analysed paragraphs, in order.
        lexicon: Titles, given names and the like.
        others: Returns first and last token of further names in a paragraph.
    """
    for position, paragraph in enumerate(parsed):
        free = 0
        candidates = {*_candidates(paragraph, lexicon), *others(paragraph)}
        for first, last in sorted(candidates, key=lambda c: (c[0], -c[1])):
            if first < free:
                continue
            found = name_in(paragraph, position, first, last, lexicon)
            if found is not None:
                yield found
                free = last + 1


def _candidates(paragraph: ParsedParagraph, lexicon: SpeakerLexicon) -> Iterator[tuple[int, int]]:
    """Walk over first and last token of what may be a person's name."""
    doc = paragraph.doc
    for entity in doc.ents:
        first, last = entity.start, entity.end - 1
        first -= _splits_name(doc, first, last, lexicon)
        if entity.label_ == "PERSON":
            if not _is_thing(doc, last, lexicon):
                yield first, last
        elif _shown_as_person(doc, first, last, lexicon):
            yield first, last
        elif _starts_with_person(doc, first, last, lexicon):
            yield first, first + 1
    for i, word in enumerate(paragraph.words[:-1]):
        if word[:1].isupper() and word.lower().strip(".") in lexicon.titles:
            last = _name_after(doc, i, lexicon)
            if last > i:
                yield i + 1, last


def _is_thing(doc: "Doc", last: int, lexicon: SpeakerLexicon) -> bool:
    """Tell a firm that the pipeline takes for a person: "Gannet Lines, which runs …"."""
    following = [t.lower_ for t in doc[last + 1 : last + 3]]
    return following == [",", "which"] or doc[last].lower_ in lexicon.organizations


def _splits_name(doc: "Doc", first: int, last: int, lexicon: SpeakerLexicon) -> bool:
    """Tell whether the word before a surname is the given name, under another label."""
    if first != last or not first:
        return False
    before = doc[first - 1]
    if before.pos_ != "PROPN" or not before.text.istitle() or _is_title(before, lexicon):
        return False
    if {before.lower_, before.lemma_.lower()} & (lexicon.organizations | lexicon.no_names):
        return False
    if before.i and doc[before.i - 1].pos_ == "PROPN":
        return not before.ent_type_ and doc[before.i - 1].ent_type_ == "ORG"
    return (
        before.ent_type_ in ("", "GPE", "ORG")
        and before.dep_ == "compound"
        and before.head.i == first
    )


def _shown_as_person(doc: "Doc", first: int, last: int, lexicon: SpeakerLexicon) -> bool:
    """Tell whether a role after a name, an age or "who" shows that it is a person's."""
    if not 1 <= last - first <= 3 or last + 2 >= len(doc) or doc[last + 1].text != ",":
        return False
    if narrowed(doc, first, last, lexicon.particles) < last:
        return False
    if any(t.lower_ in lexicon.organizations for t in doc[first : last + 1]):
        return False
    following = doc[last + 2]
    given = doc[first].lower_ in lexicon.given or is_initials(doc[first].text)
    if given and following.pos_ in ("NOUN", "ADJ", "DET"):
        return is_personal(role_after(doc, last), lexicon)
    if following.lower_ == "who" or (following.like_num and doc[last + 3 : last + 4].text == ","):
        return True
    if following.lower_ not in ("a", "an", "the"):
        return False
    role = before_preposition(role_after(doc, last))
    return is_personal(" ".join(w for w in role if w not in lexicon.either), lexicon)


def _starts_with_person(doc: "Doc", first: int, last: int, lexicon: SpeakerLexicon) -> bool:
    """Tell a person labelled together with a body: "Lydia Brandt for Harbour Standards"."""
    if last - first < _SHORTEST_WITH_BODY or doc[first + 2].pos_ != "ADP":
        return False
    given, surname = doc[first], doc[first + 1]
    if given.lower_ not in lexicon.given or given.lower_ in lexicon.places:
        return False
    bodies = lexicon.organizations | lexicon.firms | lexicon.mastheads
    return is_name_word(surname.text) and surname.lower_ not in bodies


def _name_after(doc: "Doc", title: int, lexicon: SpeakerLexicon) -> int:
    """Return the last token of the name that follows a title, the title's own one without it."""
    at = title + 1
    while at < min(len(doc), title + _LONGEST) and (
        is_name_word(doc[at].text)
        or (glued(doc, at) and doc[at].text == "-")
        or (at > title + 1 and doc[at].lower_ in lexicon.particles)
    ):
        if doc[at].lower_ in lexicon.organizations or doc[at].pos_ in ("VERB", "AUX", "ADP"):
            return title
        at += 1
    at = narrowed(doc, title + 1, at - 1, lexicon.particles) + 1
    names = [t for t in doc[title + 1 : at] if not _is_title(t, lexicon)]
    return at - 1 if names and not names[-1].text.isupper() else title


def name_in(
    paragraph: ParsedParagraph, position: int, first: int, last: int, lexicon: SpeakerLexicon
) -> NameMention | None:
    """Read the name among some tokens.

    Args:
        paragraph: The paragraph.
        position: Its place among the parsed ones.
        first: First token to look at.
        last: Last token to look at.
        lexicon: Titles and given names.
    """
    doc = paragraph.doc
    if _is_joined(doc, first, last, lexicon):
        return None  # "Moore & Oak"
    if any(_makes_firm(t, lexicon) for t in doc[first + 1 : last + 2]):
        return None  # "Peter Moore Inc."
    titles = [i for i in range(first, last) if _is_title_before_name(doc, i, lexicon)]
    first = titles[-1] + 1 if titles else first
    if first < last and doc[first].pos_ == "ADP" and doc[first].lower_ not in lexicon.particles:
        first += 1  # "Without Stone, …"
    first, last = widened(doc, first, last, lexicon.particles)
    last = narrowed(doc, first, last, lexicon.particles)
    if first > last:
        return None
    names = words_between(doc, first, last)
    while len(names) > 1 and names[-1].lower().strip(".") in lexicon.suffixes:
        names.pop()
    if not names or not any(map(is_name_word, names[-1].split("-"))):
        return None
    if names[-1].lower() in lexicon.no_names or _is_seat(doc, first, lexicon):
        return None
    before, title_gender = role_before(doc, first, lexicon)
    after = role_after(doc, last)
    role = after if reads_as_role(after, lexicon) else before
    start = paragraph.start
    end = doc[last].idx + len(doc[last])
    span = Span(start + doc[first].idx, start + end)
    return NameMention(
        position,
        first,
        last,
        tuple(names),
        span,
        title_gender or _role_gender(role, lexicon) or _given_gender(names, lexicon),
        title_gender or _role_gender(role, lexicon),
        role,
        _is_subject(doc, first, last),
    )


def _is_title(token: "Token", lexicon: SpeakerLexicon) -> bool:
    return token.lower_.strip(".") in lexicon.titles


def _is_title_before_name(doc: "Doc", i: int, lexicon: SpeakerLexicon) -> bool:
    """Tell a title from a surname before "Jr."."""
    return _is_title(doc[i], lexicon) and doc[i + 1].lower_.strip(".") not in lexicon.suffixes


def _is_joined(doc: "Doc", first: int, last: int, lexicon: SpeakerLexicon) -> bool:
    """Tell a surname that is joined with another one to the name of a firm."""
    for mark, other in ((first - 1, first - 2), (last + 1, last + 2)):
        if 0 <= other < len(doc) and doc[mark].text == "&" and is_name_word(doc[other].text):
            return not lexicon.given.keys() & {doc[first].lower_, doc[other].lower_}
    return False


def _makes_firm(token: "Token", lexicon: SpeakerLexicon) -> bool:
    return token.text[:1].isupper() and token.lower_.strip(".") in lexicon.firms


def _is_seat(doc: "Doc", first: int, lexicon: SpeakerLexicon) -> bool:
    """Tell a place from a name, as a title and "of" before it show: "the Duke of Kent"."""
    return first > 1 and doc[first - 1].text == "of" and _is_title(doc[first - 2], lexicon)


def _role_gender(role: str, lexicon: SpeakerLexicon) -> str:
    words = (word.strip(".,") for word in role.lower().split())
    return next((lexicon.gendered[word] for word in words if word in lexicon.gendered), "")


def _given_gender(names: Sequence[str], lexicon: SpeakerLexicon) -> str:
    return lexicon.given.get(names[0].lower(), "")


def _is_subject(doc: "Doc", first: int, last: int) -> bool:
    return any(doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(first, last + 1))
