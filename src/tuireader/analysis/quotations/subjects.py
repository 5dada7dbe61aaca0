"""Who a reporting verb has as its subject, and how far the words that name them reach."""

from tuireader.analysis.quotations.joined_verbs import goes_on_with, lost_its_subject
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.mentions import BREAKS, RELATIVES, mention_at
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import Passage
from tuireader.analysis.quotations.surface_subjects import nearest_subject

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_CLIMBS = frozenset(
    {"conj", "advcl", "xcomp", "pcomp", "prep", "acomp", "acl", "relcl", "ccomp", "dep", "oprd"}
)
_RANKS = frozenset({"first", "second", "last", "latest", "only", "one", "next"})


def subject_of(passage: Passage, verb: int) -> Mention | None:
    """Find the mention that is the subject of a reporting verb.

    Goes through conjunctions, participles, infinitives ("was the first to admit") and relative
    clauses; of a passive it gives the agent.
    """
    if is_passive(passage, verb):
        return _agent(passage, verb)
    if _own_subject(passage, verb) is None and lost_its_subject(passage, verb):
        return nearest_subject(passage, verb)
    head, at = _shared_subject(passage, verb)
    return _through_relative(passage, head, at) if head is not None else None


def _shared_subject(passage: Passage, verb: int) -> tuple[int | None, int]:
    """Return the subject of a verb, its own or one that it shares, and whose subject it is."""
    at = verb
    head = _own_subject(passage, verb)
    if head is None:
        at = goes_on_with(passage, verb)
        head = _own_subject(passage, at)
    elif (issued := _issued_by(passage, head, verb)) is not None:
        at = issued
        head = _own_subject(passage, at)
    for _ in range(7):
        if head is not None:
            break
        controlled = _controller(passage, at)
        if controlled is not None:
            return controlled, at
        above = _climb(passage, at)
        if above is None:
            break
        if passage.pos[above] in ("NOUN", "PROPN", "PRON") and _stands_for_subject(passage, at):
            return above, at
        at = above
        head = _own_subject(passage, at)
    return head, at


def _issued_by(passage: Passage, relative: int, verb: int) -> int | None:
    """Return the verb of whoever brings out a document: "waved a sign that said …"."""
    if passage.lower[relative] != "that" or passage.dep[verb] != "relcl":
        return None
    document = passage.head[verb]
    lexicon = reporting_lexicon()
    if passage.dep[document] != "dobj" or passage.lemma[document] not in lexicon.vehicles:
        return None
    issuing = passage.head[document]
    known = passage.lemma[issuing] in lexicon.issuing and _own_subject(passage, issuing) is not None
    return issuing if known else None


def _agent(passage: Passage, verb: int) -> Mention | None:
    """Return who stands behind "by"."""
    by = passage.child(verb, "agent")
    head = passage.child(by, "pobj") if by is not None else None
    return mention_at(passage, head) if head is not None else None


def is_passive(passage: Passage, verb: int) -> bool:
    """Tell whether a verb is in the passive voice."""
    if passage.tag[verb] == "VBD" and passage.dep[verb] == "acl":
        return passage.child(verb, "nsubj", "aux") is None
    if passage.tag[verb] != "VBN":
        return False
    deps = {passage.dep[c] for c in passage.children[verb]}
    if "auxpass" in deps or "nsubjpass" in deps or "agent" in deps:
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if verb and passage.lower[verb - 1] == "when":
        return True
    if passage.dep[verb] == "conj" and passage.tag[passage.head[verb]] == "VBN":
        return is_passive(passage, passage.head[verb])
    return passage.dep[verb] in ("acl", "amod", "advcl")


def _own_subject(passage: Passage, verb: int) -> int | None:
    """Return the subject of a verb.

    Of several that the parser gives it the nearest one is right, if a mark or "which" parts them:
    "the port, which she said was full", "if it cannot yet, it will soon, experts say".
    """
    found = [c for c in passage.children[verb] if _may_be_subject(passage, c)]
    subject = next(iter(found), None)
    for other in found[1:]:
        if subject is not None and other < verb and _are_parted(passage, subject, other):
            subject = other
    return subject


def _are_parted(passage: Passage, subject: int, other: int) -> bool:
    if passage.tag[subject] in ("WP", "WDT"):
        return True
    return any(passage.words[t] in BREAKS | {"-"} for t in range(subject + 1, other))


def _may_be_subject(passage: Passage, child: int) -> bool:
    if passage.dep[child] not in _SUBJECTS or not passage.outside(child):
        return False
    if passage.pos[child] in _NOMINAL or passage.tag[child] in ("WP", "WDT"):
        return True
    # A name may be taken for another word.
    return passage.words[child].istitle() and not _has_verbal(passage, child)


def _has_verbal(passage: Passage, token: int) -> bool:
    """Tell whether a token governs what only a verb governs."""
    return passage.child(token, "aux", "dobj", "ccomp", "xcomp", "nsubj", "acomp") is not None


def _controller(passage: Passage, at: int) -> int | None:
    """Return the object that does what an infinitive says: "led some to speculate"."""
    above = passage.head[at]
    if passage.dep[at] not in ("xcomp", "ccomp", "advcl") or passage.tag[at] != "VB":
        return None
    if passage.lemma[above] not in reporting_lexicon().controls:
        return None
    return passage.child(above, "dobj")


def _climb(passage: Passage, at: int) -> int | None:
    """Return the word whose subject may also be that of `at`."""
    above = passage.head[at]
    if passage.pos[at] == "NOUN" and passage.dep[at] == "dobj" and passage.outside(above):
        return above
    if passage.dep[at] == "attr" and passage.pos[at] == "NOUN":
        subject = _own_subject(passage, above)
        return above if subject is not None and passage.pos[subject] != "PRON" else None
    if passage.dep[at] == "pobj" and passage.dep[above] == "prep":
        return above  # "in addition to saying"
    if above == at or passage.dep[at] not in _CLIMBS or not passage.outside(above):
        return None
    if passage.dep[at] == "relcl" and passage.child(at, "aux") is None:
        return None
    if passage.dep[at] == "ccomp" and passage.tag[at] not in ("VBG", "VB"):
        return None
    return above


def _stands_for_subject(passage: Passage, at: int) -> bool:
    """Tell whether the noun above a participle does what the participle says."""
    above = passage.head[at]
    if passage.dep[at] not in ("acl", "relcl"):
        return False
    if passage.lower[above] in _RANKS or passage.tag[at] == "VB":
        return False
    if passage.dep[above] == "dobj" and passage.lemma[above] in reporting_lexicon().vehicles:
        return False
    if passage.dep[above] == "attr" and passage.words[passage.left[at] - 1] in BREAKS:
        return False
    return passage.tag[at] == "VBG"


def _through_relative(passage: Passage, head: int, verb: int) -> Mention | None:
    """Resolve "who" to what it refers to; "it is said" has no speaker."""
    if passage.lower[head] not in RELATIVES or passage.tag[head] not in ("WP", "WDT"):
        if passage.dep[head] == "expl" or passage.tag[head] == "WP":
            return None
        return mention_at(passage, head)
    for above in (verb, *passage.ancestors(verb)):
        if passage.dep[above] == "relcl":
            noun = passage.head[above]
            if passage.lower[head] == "who":
                noun = _person_before(passage, head, noun)
            return mention_at(passage, noun, shown=None if _is_author(passage, noun) else head)
    before = head - 1
    while before > 0 and passage.words[before] in BREAKS:
        before -= 1
    if before >= 0 and passage.pos[before] in ("NOUN", "PROPN") and passage.outside(before):
        return mention_at(passage, before, shown=head)
    return None


def _is_author(passage: Passage, noun: int) -> bool:
    """Tell whether a noun of saying names who said it: "a question from Field, who asked …"."""
    preposition = passage.head[noun]
    if passage.dep[noun] != "pobj" or passage.lower[preposition] not in ("by", "from"):
        return False
    said = passage.head[preposition]
    return passage.pos[said] == "NOUN" and passage.lemma[said] in reporting_lexicon().nouns


def _person_before(passage: Passage, relative: int, noun: int) -> int:
    """Return what "who" refers to where the parser took a thing farther off for it."""
    lexicon = reporting_lexicon()
    if (owner := _from_place(passage, noun)) is not None:
        return owner
    before = relative - 1
    if before <= noun or passage.lemma[noun] not in lexicon.things | lexicon.nouns:
        return noun
    if passage.pos[before] not in ("NOUN", "PROPN"):
        return noun
    while passage.dep[before] == "conj" and passage.pos[passage.head[before]] in ("NOUN", "PROPN"):
        before = passage.head[before]
    return before


def _from_place(passage: Passage, place: int) -> int | None:
    """Return who comes from a place that a relative clause follows: "a nurse from Oslo, who …"."""
    preposition = passage.head[place]
    if passage.dep[place] != "pobj" or passage.lower[preposition] not in ("from", "in"):
        return None
    noun = passage.head[preposition]
    lexicon = reporting_lexicon()
    if passage.pos[noun] not in ("NOUN", "PROPN"):
        return None
    if passage.parsed.doc[place].ent_type_ not in ("GPE", "LOC"):
        return None
    if passage.lemma[noun] in lexicon.things | lexicon.nouns | lexicon.vehicles:
        return None
    above = passage.head[noun]
    return above if passage.dep[noun] == "appos" and passage.pos[above] == "PROPN" else noun
