"""Reporting words in a paragraph: verbs, "according to", nouns."""

from dataclasses import dataclass

from tuireader.analysis.quotations.joined_verbs import lost_its_subject
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.mentions import mention_at
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import FINITE, Passage
from tuireader.analysis.quotations.subjects import is_passive, subject_of
from tuireader.analysis.quotations.surface_subjects import (
    behind_address,
    inverted_subject,
    nearest_subject,
)
from tuireader.analysis.quotations.titles import is_mere_mention
from tuireader.analysis.quotations.unsaid import is_imagined, is_said_by_nobody

_ASKED_FOR = frozenset({"about", "how", "if", "what", "when", "whether", "why"})
_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or phrase, with its subject."""

    verb: int
    """The token that reports; the first one of a phrase."""

    last: int
    """The last token of the verb or the phrase."""

    lemma: str
    """The verb's lemma, or the phrase."""

    subject: Mention | None
    """Who reports."""

    clause_first: int
    """First token of subject and verb."""

    clause_last: int
    """Last token of subject and verb."""

    negated: bool = False
    """Whether the reporting is denied."""

    passive: bool = False
    """Whether the verb is in the passive voice."""

    inverted: bool = False
    """Whether the subject follows its verb."""


def find_cues(passage: Passage, lexicon: ReportingLexicon) -> list[Cue]:
    """Find the reporting verbs and phrases outside quote marks, in order."""
    known = lexicon.every_verb
    openers = {phrase[0] for phrase in lexicon.phrases}
    cues: list[Cue] = []
    for i in range(passage.size):
        if not passage.outside(i):
            continue
        if passage.lemma[i] in known and _reads_as_verb(passage, i):
            cue = _verb_cue(passage, i, lexicon)
            if cue is not None:
                cues.append(cue)
        elif passage.lower[i] in openers:
            phrase = _phrase_cue(passage, i, lexicon)
            if phrase is not None:
                cues.append(phrase)
    return cues


def _reads_as_verb(passage: Passage, i: int) -> bool:
    if not passage.tag[i].startswith("VB"):
        return passage.tag[i] == "NNS" and passage.dep[i] == "ROOT" and _opens_quote(passage, i + 1)
    return passage.dep[i] not in ("amod", "aux", "auxpass", "compound", "nmod")


def _opens_quote(passage: Passage, at: int) -> bool:
    """Tell whether a comma or colon and a quotation stand here."""
    if at + 1 >= passage.size or passage.words[at] not in (",", ":"):
        return False
    return passage.outside(at) and not passage.outside(at + 1)


def _verb_cue(passage: Passage, i: int, lexicon: ReportingLexicon) -> Cue | None:
    """Make the cue of a reporting verb; None for imperatives and what was left unsaid."""
    unsaid = any(passage.lemma[a] in lexicon.silent for a in _governors(passage, i))
    if unsaid and not _leaves_open(passage, i):
        return None
    if is_imagined(passage, i, lexicon):
        return None
    was_asked = _was_asked(passage, i)
    passive = was_asked or (is_passive(passage, i) and not _introduces(passage, i))
    subject = None if was_asked else subject_of(passage, i)
    inverted = False
    if not passive and (
        subject is None
        or subject.first > i
        or _stands_after_quote(passage, i)
        or _subject_behind(passage, i)
    ):
        behind = _inversion(passage, i)
        if behind is not None:
            subject, inverted = behind, True
    if subject is None and not passive:
        subject = nearest_subject(passage, i)
    if subject is not None and not inverted:
        subject = behind_address(passage, subject, i) or subject
    if is_said_by_nobody(passage, subject, i):
        return None
    first = min([i, *(c for c in passage.children[i] if passage.dep[c] in _AUXILIARIES)])
    if subject is not None and not inverted and subject.last < first:
        first = _clause_start(passage, i, subject, first)
    last = subject.last if inverted and subject is not None else particle_of(passage, i)
    return Cue(
        verb=i,
        last=particle_of(passage, i),
        lemma=passage.lemma[i],
        subject=subject,
        clause_first=first,
        clause_last=last,
        negated=unsaid or is_negated(passage, i),
        passive=passive,
        inverted=inverted,
    )


def _was_asked(passage: Passage, i: int) -> bool:
    """Tell whether "asked" is a participle: "Stone said, asked about the cost"."""
    return (
        passage.lemma[i] == "ask"
        and passage.tag[i] in ("VBN", "VBD")
        and i > 0
        and passage.words[i - 1] == ","
        and passage.child(i, "nsubj", "dobj", "aux", "agent") is None
        and i + 1 < passage.size
        and passage.lower[i + 1] in _ASKED_FOR
    )


def _leaves_open(passage: Passage, i: int) -> bool:
    """Tell whether a question follows a verb: "declined to say whether it was safe"."""
    clause = passage.child(i, "ccomp")
    return clause is not None and passage.left[clause] > i and is_question(passage, clause)


def is_question(passage: Passage, clause: int) -> bool:
    """Tell whether a complement is an indirect question ("whether …", "who …")."""
    first = passage.left[clause]
    return passage.lower[first] in ("whether", "if") or passage.tag[first] in ("WRB", "WP", "WDT")


def _introduces(passage: Passage, i: int) -> bool:
    """Tell whether a participle after a name opens a quotation, so that it is a finite verb."""
    if passage.dep[i] != "acl" or passage.child(i, "agent", "auxpass") is not None:
        return False
    for at in range(i + 1, min(i + 8, passage.size)):
        if not passage.outside(at):
            return passage.words[at - 1] in (",", ":")
    return False


def _governors(passage: Passage, i: int) -> list[int]:
    """Return the verbs of which `i` is the infinitive, nearest first."""
    found = []
    for above in passage.ancestors(i):
        if passage.dep[i] != "xcomp":
            break
        found.append(above)
        i = above
    return found


def _stands_after_quote(passage: Passage, i: int) -> bool:
    """Tell whether a verb follows directly on quoted words, as in "… ,” said"."""
    before = i - 1
    while before >= 0 and (passage.words[before] == "," or passage.pos[before] in ("ADV", "SPACE")):
        if not passage.outside(before):
            break
        before -= 1
    if before < 0 or passage.outside(before):
        return False
    return not is_mere_mention(passage, passage.run_of[before])


def _subject_behind(passage: Passage, i: int) -> bool:
    """Tell whether a verb after a comma has its subject behind it: "…, said Mauer, …"."""
    return passage.words[i - 1] == "," and any(
        passage.dep[c] == "nsubj" and c > i for c in passage.children[i]
    )


def _inversion(passage: Passage, i: int) -> Mention | None:
    """Find a subject behind its verb, where the words before the verb leave room for one."""
    if passage.tag[i] in ("VBG", "VB", "VBN"):
        return None
    before = i - 1
    while before >= 0 and passage.pos[before] in ("ADV", "SPACE"):
        before -= 1
    if before >= 0 and passage.outside(before):
        word = passage.words[before]
        if word not in (",", "—", "–", "-", "--", ";", ":") and passage.sentence(i)[0] <= before:
            return None
    behind = inverted_subject(passage, i)
    if behind is not None and _starts_clause(passage, behind):
        return None
    if behind is None or before < 0 or not passage.outside(before):
        return behind
    content = passage.child(i, "ccomp") is not None and _has_verb_of_its_own(passage, behind)
    return None if content else behind


def _starts_clause(passage: Passage, behind: Mention) -> bool:
    """Tell "…, said he had gone" from "…, said he." """
    if passage.pos[behind.head] != "PRON" or behind.first != behind.head:
        return False
    following = behind.last + 1
    return following < passage.size and passage.words[following][:1].isalpha()


def _has_verb_of_its_own(passage: Passage, mention: Mention) -> bool:
    """Tell whether a finite verb follows a noun: ", said the bank had failed"."""
    at = mention.last + 1
    while at < passage.size and passage.pos[at] == "ADV":
        at += 1
    return at < passage.size and passage.tag[at] in FINITE


def _clause_start(passage: Passage, verb: int, subject: Mention, first: int) -> int:
    """Where subject and verb start; a subject far off (of a participle) is not part of them."""
    low, high = passage.sentence(verb)
    if not low <= subject.first <= high:
        return first
    between = range(subject.last + 1, first)
    if any(not passage.outside(t) for t in between):
        return first
    if passage.dep[verb] in ("advcl", "conj", "acl", "xcomp", "pcomp"):
        direct = subject.head in passage.children[verb] or lost_its_subject(passage, verb)
        return subject.first if direct else first
    return subject.first


def particle_of(passage: Passage, i: int) -> int:
    """Return the last token of the verb: "point out" has two."""
    particle = passage.child(i, "prt")
    return particle if particle is not None and particle == i + 1 else i


def is_negated(passage: Passage, i: int) -> bool:
    """Tell whether a verb is denied."""
    return any(
        passage.dep[c] == "neg" or (passage.lower[c] in _NEGATIONS and c < i)
        for c in passage.children[i]
    )


def _phrase_cue(passage: Passage, i: int, lexicon: ReportingLexicon) -> Cue | None:
    """Make the cue of a phrase such as "according to"."""
    for phrase in lexicon.phrases:
        last = i + len(phrase) - 1
        if passage.lower[i] != phrase[0] or tuple(passage.lower[i : last + 1]) != phrase:
            continue
        head = _object_head(passage, last)
        if head is None:
            return None
        subject = mention_at(passage, head)
        return Cue(i, last, " ".join(phrase), subject, i, max(subject.last, last))
    return None


def _object_head(passage: Passage, preposition: int) -> int | None:
    """Return the noun behind a preposition."""
    head = passage.child(preposition, "pobj")
    if head is not None and passage.outside(head):
        return head
    for at in range(preposition + 1, min(preposition + 8, passage.size)):
        if passage.pos[at] in ("NOUN", "PROPN", "PRON") and passage.outside(at):
            while passage.dep[at] in ("compound", "poss", "nmod") and passage.head[at] > at:
                at = passage.head[at]
            return at
    return None
