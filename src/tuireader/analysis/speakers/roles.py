"""Roles: titles and functions that stand before or after a person's name."""

from itertools import takewhile
from typing import TYPE_CHECKING

from tuireader.analysis.speakers.lexicon import SpeakerLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ROLE_LINKS = frozenset({"of", "for", "the", "and", "&", "'s", "’s", "-", "at", "on", "in", "to"})
_LONGEST_ROLE = 12
"""How many tokens before a name may tell its bearer's role."""
_JOINING = frozenset({"and", "&"})
_LONGEST_APPOSITION = 24
"""How many tokens after a name may do so."""
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "on", "with", "from", "by"})
_PERSONAL_ENDINGS = ("ist", "ician", "arian", "man", "woman", "yst", "person", "ologer", "eer")
"""Endings of nouns that only persons are called by."""
_LONGEST_TITLE = 4
"""How many words a role may have before a preposition that only its ending shows to be one."""
_AGENT_ENDINGS = ("er", "or", "ant", "ent", "ian")
"""Endings that most nouns of persons have, and others too."""
_ENDS = frozenset({",", ".", ";", ":", "?", "!", "—", "–", "“", "”", '"', "(", ")", "\n"})


def role_before(doc: "Doc", first: int, lexicon: SpeakerLexicon) -> tuple[str, str]:
    """Read the title before a name: "Secretary of Defense"; and the gender that it tells."""
    start, at = first, first - 1
    gender = ""
    floor = max(0, first - _LONGEST_ROLE)
    while at >= floor:
        token = doc[at]
        word = token.lower_.strip(".")
        if word in lexicon.titles:
            gender = gender or lexicon.titles[word]
            start = at
        elif not (token.pos_ in ("NOUN", "PROPN", "ADJ") or word in _ROLE_LINKS):
            break
        elif word in _JOINING and doc[at - 1].ent_type_ == "PERSON":
            break  # "Mary Stone and Sen. Paul Reed"
        elif token.text[:1].isupper() or token.pos_ in ("NOUN", "ADJ"):
            start = at
        at -= 1
    while start < first and doc[start].lower_ in _ROLE_LINKS:
        start += 1
    start = _past_whole(doc, start, first, lexicon)
    if start == first:
        return "", gender
    words = [t.lower_.strip(".") for t in doc[start:first]]
    told = any(w in lexicon.titles or w in lexicon.gendered for w in words)
    if not (told or is_person_noun(words[-1], lexicon) or _ends_in_role(doc, first)):
        return "", gender
    while words and lexicon.titles.get(words[-1]):
        words.pop()  # "Mrs", and "Dame" in "rail chief Dame"
    return doc[start : start + len(words)].text.strip(), gender


def _past_whole(doc: "Doc", start: int, first: int, lexicon: SpeakerLexicon) -> int:
    """Skip what a person's title only depends on: "part of Prime Minister"."""
    for at in range(start + 1, first - 1):
        if doc[at].lower_ in _PREPOSITIONS:
            before = [t.text for t in doc[start:at]]
            titled = doc[at + 1].lower_.strip(".") in lexicon.titles and doc[at + 1].text.istitle()
            small = all(w.islower() for w in before)
            if small and titled and not is_personal(" ".join(before), lexicon):
                return at + 1
    return start


def _ends_in_role(doc: "Doc", first: int) -> bool:
    """Tell whether a common noun stands right before the name, as in "engineer Mary Stone"."""
    token = doc[first - 1]
    if any(t.dep_ == "relcl" and t.left_edge.i == first for t in token.rights):
        return False  # "a question Stone had raised"
    return token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod", "appos", "nsubj", "dobj")


def role_after(doc: "Doc", last: int) -> str:
    """Read the apposition after a name: ", the head of the agency,"; an age before it is skipped.

    Args:
        doc: The paragraph.
        last: The last token of the name.
    """
    first = last + 2
    if first >= len(doc) or doc[last + 1].text != ",":
        return ""
    if doc[first].like_num and first + 2 < len(doc) and doc[first + 1].text == ",":
        first += 2
    if doc[first].pos_ not in ("DET", "NOUN", "ADJ", "PRON", "PROPN", "ADV"):
        return ""
    limit = min(len(doc), first + _LONGEST_APPOSITION)
    end = next((i for i in range(first, limit) if _ends_role(doc, i)), limit)
    if end == limit < len(doc) or not any(t.pos_ == "NOUN" for t in doc[first:end]):
        return ""
    if end < len(doc) and doc[end].tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return ""
    while first < end and doc[first].lower_ in ("the", "a", "an"):
        first += 1
    while first < end and doc[end - 1].pos_ in ("ADP", "CCONJ"):
        end -= 1  # "author of", before a title that begins with a verb
    return str(doc[first:end].text).strip()


def _ends_role(doc: "Doc", i: int) -> bool:
    token = doc[i]
    verbal = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")
    return token.text in _ENDS or verbal or token.tag_ in ("WP", "WDT", "WRB")


def is_personal(role: str, lexicon: SpeakerLexicon) -> bool:
    """Tell whether a role is one that only a person has.

    Args:
        role: The role, what comes behind a preposition included.
        lexicon: Titles and nouns of persons.
    """
    return any(is_person_noun(w.strip(".,").lower(), lexicon) for w in before_preposition(role))


def before_preposition(role: str) -> list[str]:
    """Return the words of a role up to its first preposition."""
    return list(takewhile(lambda word: word.lower() not in _PREPOSITIONS, role.split()))


def reads_as_role(role: str, lexicon: SpeakerLexicon) -> bool:
    """Tell whether what stands behind a person's name is a role: "a retired welder"."""
    if is_personal(role, lexicon):
        return True
    words = before_preposition(role)
    if not 0 < len(words) <= _LONGEST_TITLE or not words[-1].islower():
        return False
    return words[-1].endswith(_AGENT_ENDINGS)


def is_person_noun(noun: str, lexicon: SpeakerLexicon) -> bool:
    """Tell whether a noun in the singular means a person."""
    return (
        noun in lexicon.titles
        or noun in lexicon.gendered
        or noun in lexicon.anonymous
        or noun in lexicon.people
        or noun.endswith(_PERSONAL_ENDINGS)
    )
