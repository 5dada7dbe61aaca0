"""Subjects read on the surface, where the parser gives a verb of saying none or a wrong one."""

from tuireader.analysis.quotations.mentions import BREAKS, mention_at
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import Passage

_STANDING_ALONE = frozenset({"another", "one", "some", "others", "many", "both", "several"})


def inverted_subject(passage: Passage, verb: int) -> Mention | None:
    """Find the subject behind its verb ("said Mary Stone"), whatever the parser made of it."""
    at = verb + 1
    while at < passage.size and passage.pos[at] in ("ADV", "SPACE"):
        at += 1
    start = at
    while at < min(passage.size, start + 8) and passage.outside(at):
        if passage.words[at] in BREAKS or passage.pos[at] in ("VERB", "AUX", "ADP", "SCONJ"):
            break
        at += 1
    nouns = [
        i
        for i in range(start, at)
        if passage.pos[i] in ("NOUN", "PROPN", "PRON") and passage.tag[i] != "PRP$"
    ]
    if not nouns:
        nouns = [i for i in range(start, at) if passage.lower[i] in _STANDING_ALONE]
    if not nouns:
        return None
    head = nouns[-1]
    for i in nouns:
        if passage.pos[i] == "PRON":
            head = i
            break
        if (
            passage.dep[i] not in ("compound", "nmod", "amod", "poss")
            or passage.head[i] not in nouns
        ):
            head = i
            break
    return mention_at(passage, _proper_end(passage, head, at))


def _proper_end(passage: Passage, head: int, stop: int) -> int:
    """Move from a title to the end of the name that follows it without a comma."""
    while head + 1 < stop and passage.pos[head] != "PRON" and passage.pos[head + 1] == "PROPN":
        head += 1
    return head


def nearest_subject(passage: Passage, verb: int) -> Mention | None:
    """Find a subject on the surface where the parser gave a reporting verb none.

    For a finite verb it is the noun before it, appositions between commas skipped; for a
    participle it is the subject of the sentence.
    """
    low = passage.sentence(verb)[0]
    if passage.tag[verb] == "VBG" or _goes_on_behind_marks(passage, verb):
        head = next((t for t in range(low, verb) if _is_main_subject(passage, t)), None)
        return mention_at(passage, head) if head is not None else None
    if passage.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN", "NNS"):
        return None
    at = verb - 1
    while (
        at >= low
        and passage.pos[at] in ("AUX", "ADV", "PART", "SPACE")
        and not _is_mistaken_name(passage, at, low, verb)
    ):
        at -= 1
    at = _before_apposition(passage, at, low)
    if at < low or not passage.outside(at):
        return None
    noun = passage.pos[at] in ("NOUN", "PROPN", "PRON")
    if not noun and not _is_mistaken_name(passage, at, low, verb):
        return None
    first = at
    while first > low and _in_flat_name(passage, first - 1):
        first -= 1
    span = passage.span(first, at)
    return Mention(passage.position, first, at, at, span, span)


def _is_mistaken_name(passage: Passage, at: int, low: int, verb: int) -> bool:
    """Tell a name that opens a sentence right before its verb from an adverb: "Jolly said …"."""
    return at == low == verb - 1 and passage.words[at].istitle() and passage.pos[at] != "SCONJ"


def _goes_on_behind_marks(passage: Passage, verb: int) -> bool:
    """Tell a second verb that the parser hangs on quoted words: "X said “…” and asked …"."""
    before = verb - 1
    while before > 0 and passage.pos[before] == "ADV":
        before -= 1
    return passage.tag[before] == "CC" and not passage.outside(passage.head[verb])


def _is_main_subject(passage: Passage, token: int) -> bool:
    return (
        passage.dep[token] in ("nsubj", "nsubjpass")
        and passage.outside(token)
        and passage.dep[passage.head[token]] in ("ROOT", "ccomp", "conj", "parataxis")
        and passage.tag[token] not in ("WP", "WDT")
    )


def _before_apposition(passage: Passage, at: int, low: int) -> int:
    """Step back over "(R-Ohio)" and over what stands between two commas."""
    pairs = {")": "(", ",": ",", "]": "["}
    for _ in range(2):
        opener = pairs.get(passage.words[at]) if at >= low else None
        if opener is None:
            return at
        back = at - 1
        while back > low and at - back < 30 and passage.words[back] != opener:
            back -= 1
        if passage.words[back] != opener:
            return at
        at = back - 1
    return at


def _in_flat_name(passage: Passage, token: int) -> bool:
    if passage.tag[token] == "POS":
        return True
    return passage.outside(token) and passage.pos[token] in ("PROPN", "NOUN", "ADJ", "DET", "NUM")


def behind_address(passage: Passage, subject: Mention, verb: int) -> Mention | None:
    """Return who is named right before a verb where a comma parts them from the parsed subject.

    "Ms Field, Mr Stone told us …", "Field, an aide said, is sure": the parser takes the first one
    for the subject; an apposition would end with a comma.
    """
    at = verb - 1
    while at > subject.last and passage.pos[at] in ("AUX", "ADV", "PART"):
        at -= 1
    first = at
    while first > subject.last and _in_flat_name(passage, first):
        first -= 1
    if first == at or first != subject.last + 1 or passage.words[first] != ",":
        return None
    named = all(passage.pos[t] == "PROPN" for t in range(first + 1, at + 1))
    described = passage.pos[first + 1] == "DET" and passage.pos[at] == "NOUN"
    if passage.pos[subject.head] != "PROPN" or not (named or described):
        return None
    span = passage.span(first + 1, at)
    return Mention(passage.position, first + 1, at, at, span, span)
