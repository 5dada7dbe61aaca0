"""How far reported words reach: to where another clause takes over."""

from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.passage import OUTSIDE, TENSED, Passage

_TRAILING = frozenset(",;:.!?—–-") | {"--", "...", "…", "―"}
_AFTER_QUOTE = frozenset({"VBG", "WDT", "WP", "WRB", "IN"})
_LEADING = frozenset({"ADV", "AUX", "PART"})
"""What may stand before a verb without a subject of its own."""
_BOUND = frozenset({"relcl", "advcl", "acl", "ccomp", "csubj", "pcomp"})


def complement_end(
    passage: Passage, cue: Cue, first: int, known: int, *, clause: bool = True
) -> int:
    """Find the last token of words that follow their cue.

    Args:
        passage: The paragraph.
        cue: What reports them.
        first: The first token of the words.
        known: A token that the parser puts among them for certain, such as the clause's last one.
        clause: Whether they are a clause, so that another one may go on with them.

    Returns:
        The last token, final punctuation left out unless a quote mark follows it.
    """
    low, end = passage.sentence(cue.verb)
    if passage.sentence_of[first] != passage.sentence_of[cue.verb]:
        end = passage.sentence(first)[1]
    limit = _clause_limit(passage, cue.verb)
    if low < limit < end:
        end = max(limit, known)
    for at in range(first + 1, end + 1):
        if _other_source(passage, cue, at) or (
            at > known and _takes_over(passage, cue, at, clause=clause)
        ):
            end = at - 1
            break
    return trimmed(passage, first, end)


def with_second_that(passage: Passage, first: int, last: int) -> int:
    """Return the last token of "that A and that B" where the parser saw only A."""
    if passage.lower[first] != "that":
        return last
    high = passage.sentence(last)[1]
    joint = last + 1
    if passage.words[joint : joint + 1] == [","]:
        joint += 1
    if joint + 1 > high or passage.lower[joint] not in ("and", "or", "but"):
        return last
    that = joint + 1
    if passage.lower[that] != "that" or passage.dep[that] != "mark" or not passage.outside(that):
        return last
    return trimmed(passage, first, min(high, max(that, passage.right[passage.head[that]])))


def trimmed(passage: Passage, first: int, last: int) -> int:
    """Move back over punctuation that is not inside quote marks."""
    while last > first and passage.outside(last):
        word = passage.words[last]
        if word in _TRAILING or word.isspace() or passage.lower[last] in ("and", "but"):
            last -= 1
        else:
            break
    return last


def _clause_limit(passage: Passage, verb: int) -> int:
    """Return the last token of the clause that the verb heads, or a token past the sentence."""
    at = verb
    while passage.dep[at] in ("conj", "xcomp") and passage.head[at] != at:
        at = passage.head[at]
    if passage.dep[at] in _BOUND:
        return passage.right[at]
    return passage.size


def _other_source(passage: Passage, cue: Cue, at: int) -> bool:
    """Tell whether a token starts words that the cue no longer reports, whatever the parse says.

    That is ", adding …", "…,” pointing …", ", according to …" and "and told …" after "said".
    """
    if not passage.outside(at):
        return False
    if passage.lower[at] == "according":
        return passage.words[at - 1] in _TRAILING or not passage.outside(at - 1)
    if passage.tag[at] == "VBG":
        before = passage.run_of[at - 1]
        if before != OUTSIDE:
            return passage.run_stop(before) == ","
        if word_before(passage, at) in _TRAILING:
            return passage.lemma[at] in reporting_lexicon().core
        return False
    return passage.tag[at] == "CC" and _same_subject_reports(passage, cue, at + 1)


def _same_subject_reports(passage: Passage, cue: Cue, at: int) -> bool:
    """Tell whether a second reporting verb with the subject and tense of the cue stands here."""
    while at < passage.size and passage.pos[at] in _LEADING and passage.outside(at):
        at += 1
    if at >= passage.size or not passage.outside(at):
        return False
    lexicon = reporting_lexicon()
    if passage.tag[at] == passage.tag[cue.verb]:
        return passage.lemma[at] in lexicon.with_quote
    told = passage.child(at, "ccomp") is not None and passage.child(at, "nsubj") is None
    return (
        told and is_finite(passage, cue.verb) and passage.lemma[at] in lexicon.core | lexicon.clause
    )


def is_finite(passage: Passage, verb: int) -> bool:
    """Tell whether a verb, or its auxiliary, is finite."""
    return passage.tag[verb] in TENSED or passage.child(verb, "aux", "auxpass") is not None


def _takes_over(passage: Passage, cue: Cue, at: int, *, clause: bool) -> bool:
    """Tell whether a token after the complement starts something that is no longer reported."""
    if not passage.outside(at):
        return False
    before = passage.run_of[at - 1]
    if before != OUTSIDE and passage.run_stop(before) == "," and passage.tag[at] in _AFTER_QUOTE:
        return True
    if (
        passage.tag[at] == "VBG"
        and word_before(passage, at) == ","
        and passage.lemma[at] in reporting_lexicon().with_quote
    ):
        return True
    head = passage.head[at]
    outer = head == cue.verb or head in set(passage.ancestors(cue.verb))
    if not outer or passage.dep[at] == "punct" or _resumes(passage, at):
        return False
    if passage.dep[at] in ("conj", "parataxis") and passage.pos[at] in ("VERB", "AUX"):
        return not (clause and _has_begun(passage, cue, at))
    if passage.dep[at] == "cc":
        return not (clause and _coordinates(passage, at))
    comma = any(passage.words[b] in _TRAILING for b in range(max(0, passage.left[at] - 1), at))
    return comma and passage.left[at] > cue.verb and passage.dep[at] in ("advcl", "conj", "ccomp")


def _has_begun(passage: Passage, cue: Cue, verb: int) -> bool:
    """Tell whether the subject or an auxiliary of a verb stands among the reported words."""
    return any(
        cue.clause_last < child < verb
        and passage.dep[child] in ("nsubj", "nsubjpass", "expl", "aux", "auxpass")
        for child in passage.children[verb]
    )


def _coordinates(passage: Passage, at: int) -> bool:
    """Tell whether a conjunction without a comma joins a clause with a subject of its own."""
    if passage.words[at - 1] in _TRAILING:
        return False
    joined = next(
        (c for c in passage.children[passage.head[at]] if passage.dep[c] == "conj" and c > at),
        None,
    )
    if joined is None or passage.lemma[joined] in reporting_lexicon().with_clause:
        return False
    return passage.child(joined, "nsubj", "nsubjpass") is not None


def _resumes(passage: Passage, at: int) -> bool:
    """Tell whether a conjunction goes on with what is reported: "and that …", "and of …"."""
    following = passage.lower[at + 1 : at + 2]
    return passage.dep[at] == "cc" and bool(following) and following[0] in ("that", "of", "whether")


def word_before(passage: Passage, at: int) -> str:
    """Return the word before a token, adverbs skipped."""
    at -= 1
    while at > 0 and passage.pos[at] == "ADV":
        at -= 1
    return passage.words[at] if at >= 0 else ""


def runs_between(passage: Passage, first: int, last: int) -> list[int]:
    """Return the quoted stretches that start in a stretch of tokens."""
    found: list[int] = []
    for at in range(first, last + 1):
        run = passage.run_of[at]
        if run != OUTSIDE and (not found or found[-1] != run):
            found.append(run)
    return found


def whole_runs(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch so that it does not cut a quoted one."""
    run = passage.run_of[first]
    if run != OUTSIDE:
        first = passage.run_first[run]
    run = passage.run_of[last]
    if run != OUTSIDE:
        last = passage.run_last[run]
    return first, last
