"""Titles of shows, books and songs in quote marks, which nobody speaks."""

from tuireader.analysis.quotations.lexicon import reporting_lexicon, words
from tuireader.analysis.quotations.passage import FINITE, Passage

_LONGEST = 12
"""How many words a title may have."""
_SMALL = words("a an the of in on at to for and or with from by as but is vs v de la 's ’s")
"""Words that are written small in a title."""
_BEFORE = frozenset({"ADP", "PART", "NOUN", "PROPN", "DET"})
"""What may stand right before a title."""

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
"""What ends the name of whose title it is; the tagger often takes it for a verb."""


def is_title(passage: Passage, run: int) -> bool:
    """Tell a title that a sentence mentions from words of speech: "on the show “Late News”"."""
    first = passage.run_first[run]
    if first == 0 or passage.sentence_of[first - 1] != passage.sentence_of[first]:
        return False
    if not _is_capitalised(passage, run):
        return False
    before = first - 1
    if passage.pos[before] in _BEFORE or passage.lower[before] in _POSSESSIVE:
        return True
    return follows_work(passage, run) or _follows_title(passage, run)


def _follows_title(passage: Passage, run: int) -> bool:
    """Tell whether "and" stands between a title and the one before it."""
    between = passage.run_first[run] - 1
    joined = passage.lower[between] in ("and", "or") and not passage.outside(between - 1)
    return joined and is_title(passage, passage.run_of[between - 1])


def follows_work(passage: Passage, run: int) -> bool:
    """Tell whether a noun such as "book" and a comma stand before quote marks."""
    at = passage.run_first[run] - 1
    if at < 1 or passage.words[at] != ",":
        return False
    return passage.lemma[at - 1] in reporting_lexicon().works and _is_capitalised(passage, run)


def _is_capitalised(passage: Passage, run: int) -> bool:
    written = [
        word
        for word in passage.words[passage.run_first[run] : passage.run_last[run] + 1]
        if word[:1].isalnum()
    ]
    if not 0 < len(written) <= _LONGEST or not written[0][:1].isupper():
        return False
    return all(w[:1].isupper() or w[:1].isdigit() or w in _SMALL for w in written)


def is_mere_mention(passage: Passage, run: int) -> bool:
    """Tell whether a title ends words without a verb: "Sunday on the show “Late News,” Ruiz …"."""
    if not is_title(passage, run):
        return False
    first = passage.run_first[run]
    low = passage.sentence(first)[0]
    return not any(_is_main_verb(passage, t) for t in range(low, first))


def _is_main_verb(passage: Passage, token: int) -> bool:
    if passage.tag[token] not in FINITE or not passage.outside(token):
        return False
    verb = token
    if passage.dep[verb] in ("aux", "auxpass"):
        verb = passage.head[verb]
    return passage.dep[verb] not in ("relcl", "advcl", "acl")
