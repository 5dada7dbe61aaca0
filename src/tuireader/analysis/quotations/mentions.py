"""How far the words reach that name or describe a speaker."""

from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import Passage
from tuireader.analysis.quotations.titles import is_title

RELATIVES = frozenset({"who", "which", "that", "whom"})
"""Words that start a relative clause."""
BREAKS = frozenset(',;:—–()[]“”"«»') | {"--", "``", "''", "―"}
"""Marks that end a noun phrase on the surface."""
_LINKS = frozenset(
    {"of", "for", "at", "from", "in", "with", "to", "and", "&", "or", "behind", "near"}
)
_SETTINGS = frozenset({"in", "on", "at", "with"})
"""Prepositions that tell after a name when or where somebody speaks: "Ruiz in an interview"."""
_LONGEST = 16
"""How many tokens a mention may have."""
_LONGEST_TITLE = 4
"""How many words in quote marks may be a part of one."""


def mention_at(passage: Passage, head: int, shown: int | None = None) -> Mention:
    """Return the mention that hangs on a noun: titles and "of" phrases, no clauses."""
    first, last = noun_span(passage, head)
    span = passage.span(first, last)
    beside = span if shown is None else passage.span(shown, shown)
    return Mention(passage.position, first, last, head, span, beside)


def noun_span(passage: Passage, head: int) -> tuple[int, int]:
    """Return the first and last token of the noun phrase that hangs on `head`."""
    first = head
    floor = max(passage.left[head], head - _LONGEST)
    while first > floor:
        if (title := _title_ending(passage, first - 1)) > floor:
            first = title
            continue
        if not _belongs_left(passage, first - 1) or _is_inverted_verb(passage, first - 1, head):
            break
        first -= 1
    while first < head and passage.pos[first] in ("ADV", "CCONJ", "SPACE", "SCONJ"):
        first += 1
    first = _after_place(passage, first, head)
    if passage.lower[head] == "those":
        return first, _asked(passage, head)
    if passage.pos[head] == "PRON":
        return (first if first == head or passage.words[first][:1].isupper() else head), head
    last = head
    ceiling = min(passage.right[head], head + _LONGEST)
    while last < ceiling and _belongs_right(passage, head, last + 1):
        last += 1
    while last > head and _ends_nothing(passage, last):
        last -= 1
    while last + 1 < passage.size and _capital_particle(passage, last + 1):
        last += 1
    return first, last


def _title_ending(passage: Passage, i: int) -> int:
    """Return where the title in quote marks starts that ends at a token: "the “Letters” page"."""
    run = passage.run_of[i]
    if passage.outside(i) or i != passage.run_last[run] or passage.run_words(run) > _LONGEST_TITLE:
        return -1
    return passage.run_first[run] if is_title(passage, run) else -1


def _asked(passage: Passage, those: int) -> int:
    """Return the last token of "those surveyed", where "those" says nothing by itself."""
    participle = those + 1
    if participle not in passage.children[those]:
        return those
    return participle if passage.tag[participle] == "VBN" else those


def _after_place(passage: Passage, first: int, head: int) -> int:
    """Skip a place before a noun phrase: "In Oslo the agency"."""
    if passage.pos[first] != "ADP":
        return first
    place = passage.child(first, "pobj")
    if place is None or passage.pos[place] != "PROPN" or place + 1 > head:
        return first
    return place + 1


def _capital_particle(passage: Passage, i: int) -> bool:
    """Tell whether a small word is part of the name before it: "Department for Growing Up"."""
    return (
        passage.pos[i] in ("ADP", "ADV", "PART", "ADJ")
        and passage.words[i].istitle()
        and len(passage.words[i]) > 1
        and passage.words[i - 1][:1].isupper()
        and passage.outside(i)
        and not (i + 1 < passage.size and passage.words[i + 1][:1].isupper())
    )


def _ends_nothing(passage: Passage, i: int) -> bool:
    """Tell whether a token can't be the last one of a mention."""
    if passage.lower[i] in _LINKS or passage.tag[i] == "POS" or passage.lower[i] == "such":
        return True
    return passage.pos[i] in ("ADV", "DET", "SPACE", "ADP")


def _belongs_left(passage: Passage, i: int) -> bool:
    if passage.tag[i] in ("WP", "WDT", "WRB"):
        return False
    return (passage.outside(i) and passage.words[i] not in BREAKS and passage.pos[i] != "VERB") or (
        passage.dep[i] in ("amod", "compound") and passage.outside(i)
    )


def _is_inverted_verb(passage: Passage, i: int, head: int) -> bool:
    """Tell a verb of saying that is taken for part of the name behind it: "added Moor"."""
    if i + 1 != head or passage.pos[head] != "PROPN" or passage.tag[i] not in ("VBN", "VBD"):
        return False
    return passage.lemma[i] in reporting_lexicon().core


def _is_setting(passage: Passage, head: int, preposition: int) -> bool:
    if not passage.words[head][:1].isupper() or passage.words[preposition] not in _SETTINGS:
        return False
    place = passage.child(preposition, "pobj")
    return place is not None and passage.pos[place] == "NOUN"


def _links(passage: Passage, head: int, i: int) -> bool:
    """Tell whether a preposition goes on with a noun phrase: "of", and "as" in "such as"."""
    if passage.lower[i - 1 : i + 1] == ["such", "as"]:
        return True
    return passage.lower[i] in _LINKS and not _is_setting(passage, head, i)


def _belongs_right(passage: Passage, head: int, i: int) -> bool:
    if not passage.outside(i) or passage.words[i] in BREAKS or passage.lower[i] in RELATIVES:
        return False
    if passage.pos[head] == "PROPN" and passage.words[i].istitle() and passage.pos[i] == "VERB":
        return passage.lower[i - 1] in _LINKS  # "Department for Growing Up"
    if passage.tag[i] in ("WP", "WDT", "WRB", "TO", "MD") or passage.pos[i] in ("AUX", "SCONJ"):
        return False
    if passage.tag[i] == "PRP" and passage.dep[i] == "nsubj":
        return False  # "several people I met"
    if passage.pos[i] == "VERB" and passage.dep[i] not in ("amod", "compound"):
        return False
    if passage.lower[i] == "by":
        return passage.head[i] == head and passage.lemma[head] in reporting_lexicon().vehicles
    if passage.pos[i] == "ADP" and not _links(passage, head, i):
        return False
    following = passage.words[i + 1 : i + 2]
    return not (passage.lower[i] == "and" and following and following[0] in BREAKS)
