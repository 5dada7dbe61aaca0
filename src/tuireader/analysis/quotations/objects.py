"""Words that follow their cue as its object: "called it a sham", "announced a plan"."""

from tuireader.analysis.quotations.boundaries import runs_between, trimmed
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.passage import OUTSIDE, Passage

Stretch = tuple[int, int]
"""First and last token of some words."""

_SETTINGS = frozenset({"in", "on", "at", "during", "after", "before", "via", "to"})
"""Prepositions that may tell where or when something is said, rather than what."""

_MEANS = frozenset({"on", "via", "through"})
"""Prepositions before the means by which people speak."""

_MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "«"})
"""Marks of a quotation, which may have been left open."""

_OCCASIONS = frozenset({"as", "because", "while"})
"""What opens a clause that tells when or why something is said."""

_CHARGES = frozenset({"of", "for", "over"})
"""What stands before that of which somebody is accused."""

_CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})
"""How "for voters to back him" hangs on "called"."""

_MODIFIERS = frozenset({"amod", "compound"})
"""What a participle is that only describes a noun ("a mocking tone")."""


def named_content(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> Stretch | None:
    """Return "Y a liar" of "X called Y a liar", "Y as Z" of "described Y as Z"."""
    if cue.lemma not in lexicon.naming | lexicon.naming_quoted or cue.passive:
        return None
    verb = cue.verb
    target = passage.child(verb, "oprd", "ccomp", "xcomp")
    if target is None:
        target = next(
            (
                c
                for c in passage.children[verb]
                if passage.dep[c] == "prep" and passage.lower[c] == "as" and c > verb
            ),
            None,
        )
    named = passage.child(verb, "dobj", "dative")
    if target is None or target < verb or _only_bears_name(passage, named, target):
        return None
    if cue.subject is None and passage.tag[verb] == "VB" and passage.dep[verb] == "ROOT":
        return None  # an order to the reader
    first = min(passage.left[target], passage.left[named] if named else passage.left[target])
    last = passage.right[target]
    if cue.lemma not in lexicon.naming and not runs_between(passage, first, last):
        return None
    return (first, last) if first > verb else None


def _only_bears_name(passage: Passage, named: int | None, name: int) -> bool:
    """Tell "a group that calls itself Harbour Watch" from "calls himself a sailor"."""
    if named is None or not passage.lower[named].endswith(("self", "selves")):
        return False
    return passage.pos[name] == "PROPN"


def accused_content(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> Stretch | None:
    """Return "Y of Z" of "X accused Y of Z"."""
    if cue.lemma not in lexicon.accusing or cue.passive or cue.subject is None or cue.negated:
        return None
    accused = passage.child(cue.verb, "dobj")
    if accused is None or accused < cue.verb:
        return None
    charge = charge_of(passage, cue)
    if charge is None:
        charge = next((c for c in passage.children[accused] if _is_deed(passage, cue, c)), None)
    return None if charge is None else (passage.left[accused], passage.right[charge])


def charge_of(passage: Passage, cue: Cue) -> int | None:
    """Return the preposition behind a verb before that of which somebody is accused."""
    return next((c for c in passage.children[cue.verb] if _is_charge(passage, cue, c)), None)


def _is_deed(passage: Passage, cue: Cue, preposition: int) -> bool:
    """Tell whether a charge that the parser hangs on the accused is something done."""
    return _is_charge(passage, cue, preposition) and passage.child(preposition, "pcomp") is not None


def _is_charge(passage: Passage, cue: Cue, preposition: int) -> bool:
    if passage.dep[preposition] != "prep" or preposition < cue.verb:
        return False
    if passage.lower[preposition] == "with":
        return cue.lemma == "credit"
    return passage.lower[preposition] in _CHARGES


def topic_content(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> Stretch | None:
    """Return "a recount" of "X called for a recount"."""
    prepositions = lexicon.topics.get(cue.lemma)
    if prepositions is None or not _reports_in_fact(passage, cue):
        return None
    if cue.lemma == "put" and not _puts_amount(passage, cue, lexicon):
        return None
    for child in passage.children[cue.verb]:
        if passage.dep[child] == "prep" and passage.lower[child] in prepositions:
            content = passage.child(child, "pobj", "pcomp")
            if content is not None and child > cue.verb:
                pronoun = passage.pos[content] == "PRON"
                return passage.left[content], content if pronoun else passage.right[content]
        if _is_wish(passage, child, cue) and passage.lower[cue.last + 1] in prepositions:
            return cue.last + 2, passage.right[child]
    return None


def _is_wish(passage: Passage, child: int, cue: Cue) -> bool:
    """Tell whether a clause follows a verb with a preposition: "for voters to back him"."""
    return (
        passage.dep[child] in _CLAUSES
        and (passage.tag[child] == "VB" or passage.child(child, "auxpass") is not None)
        and passage.left[child] == cue.last + 1
    )


def _puts_amount(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    """Tell "put the figure at over 100" from putting a thing somewhere."""
    amount = passage.child(cue.verb, "dobj")
    return amount is not None and passage.lemma[amount] in lexicon.amounts


def object_content(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> Stretch | None:
    """Return the object of "announced a plan"."""
    if cue.lemma not in lexicon.objects | lexicon.gerunds or not _reports_in_fact(passage, cue):
        return None
    if _is_told_after(passage, cue, lexicon) or _is_only_meant(passage, cue, lexicon):
        return None
    content = passage.child(cue.verb, "dobj") or gerund_of(passage, cue, lexicon)
    if content is None or content < cue.verb or passage.pos[content] == "PRON":
        return None
    if cue.lemma == "deny" and passage.child(cue.verb, "dative") is not None:
        return None  # "denied the crew their pay"
    if cue.lemma in lexicon.giving and passage.lemma[content] not in lexicon.utterances:
        return None
    return passage.left[content], passage.right[content]


def gerund_of(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> int | None:
    """Return "meeting" of "recalled meeting her"."""
    if cue.lemma not in lexicon.gerunds:
        return None
    gerund = passage.child(cue.verb, "xcomp")
    return gerund if gerund is not None and passage.tag[gerund] == "VBG" else None


def _is_told_after(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    """Tell whether the words themselves follow ("rejected the plan, saying it cost too much")."""
    return any(
        child > cue.verb
        and passage.tag[child] == "VBG"
        and passage.lemma[child] in lexicon.with_clause
        and passage.child(child, "ccomp") is not None
        for child in passage.children[cue.verb]
    )


def _is_only_meant(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    """Tell whether it is open that anything was said: "tried to defend it", "will discuss it"."""
    if passage.tag[cue.verb] != "VB":
        return False
    if passage.dep[cue.verb] not in ("xcomp", "advcl", "ccomp", "acomp"):
        return True
    return passage.lemma[passage.head[cue.verb]] not in lexicon.doing


def _reports_in_fact(passage: Passage, cue: Cue) -> bool:
    """Tell whether a verb without a clause tells of words that were said."""
    if cue.subject is None or cue.negated or cue.passive:
        return False
    return passage.dep[cue.verb] not in _MODIFIERS


def without_setting(passage: Passage, cue: Cue, first: int, known: int, last: int) -> int:
    """Cut what follows an object, but tells where or when it was said.

    "called the wall “unsafe” in a letter", "called it “unsafe,” a blow to the port".

    Args:
        passage: The paragraph.
        cue: What reports.
        first: The first token of the reported words.
        known: The last token that the parser puts into the object.
        last: The last token of the reported words.

    Returns:
        The last token of what is left.
    """
    last = _without_aside(passage, cue, first, last)
    last = _without_occasion(passage, cue, first, last)
    for at in range(known + 1, last + 1):
        if not passage.outside(at):
            continue
        before = passage.run_of[at - 1]
        if before != OUTSIDE and passage.run_stop(before) == ",":
            more = any(not passage.outside(t) for t in range(at, last + 1))
            return last if more else at - 1
        if passage.head[at] == cue.verb and _tells_where(passage, at):
            return trimmed(passage, known, at - 1)
    return _without_circumstance(passage, cue, first, last)


def _without_occasion(passage: Passage, cue: Cue, first: int, last: int) -> int:
    """Cut when or why a thing was talked of: "discussed the plan while it was voted on"."""
    lexicon = reporting_lexicon()
    if cue.lemma in lexicon.accusing | lexicon.naming | lexicon.naming_quoted:
        return last
    for at in range(first + 1, last):
        if not passage.outside(at) or passage.pos[at] == "VERB":
            return last
        if passage.lower[at] in _OCCASIONS and _opens_clause(passage, at):
            return trimmed(passage, first, at - 1)
    return last


def _opens_clause(passage: Passage, at: int) -> bool:
    clause = passage.head[at]
    return passage.dep[clause] == "advcl" and passage.left[clause] == at


def _without_circumstance(passage: Passage, cue: Cue, first: int, last: int) -> int:
    """Cut by what means a thing was talked of: "mocked Lee on television"."""
    for at in range(first + 1, last + 1):
        if not passage.outside(at):
            return last
        if passage.lower[at] not in _MEANS or passage.right[at] < last:
            continue
        place = passage.child(at, "pobj")
        if place is not None and passage.lemma[place] in reporting_lexicon().media:
            return trimmed(passage, first, at - 1)
    return last


def _without_aside(passage: Passage, cue: Cue, first: int, last: int) -> int:
    """Cut what the article adds about the object: ", which was built in May", ", a new pier"."""
    lexicon = reporting_lexicon()
    reports_noun = cue.lemma in lexicon.objects | lexicon.naming or cue.lemma in lexicon.topics
    if not reports_noun or any(word in _MARKS for word in passage.words[first : last + 1]):
        return last
    for at in range(first + 1, last):
        if passage.words[at] not in (",", "-", "—", "–", "--"):
            continue
        added = _added_at(passage, at + 1)
        if added is not None and first <= passage.head[added] < at and passage.right[added] >= last:
            return trimmed(passage, first, at)
    return last


def _added_at(passage: Passage, start: int) -> int | None:
    """Return the head of an apposition or relative clause that starts at a token."""
    for added in (start, *passage.ancestors(start)):
        if passage.left[added] != start:
            return None
        if passage.dep[added] == "relcl" and passage.tag[start] in ("WP", "WDT", "WP$"):
            return added
        if passage.dep[added] == "appos" and passage.tag[start] == "DT":
            return added
    return None


def _tells_where(passage: Passage, preposition: int) -> bool:
    place = passage.child(preposition, "pobj")
    if place is None or passage.lower[preposition] not in _SETTINGS:
        return False
    lexicon = reporting_lexicon()
    return passage.lemma[place] in lexicon.vehicles | lexicon.occasions | lexicon.media
