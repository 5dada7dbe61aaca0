"""Words that stand before or around their cue: "A," X said, "B." and A, according to X."""

from tuireader.analysis.quotations.attached import reported_before
from tuireader.analysis.quotations.boundaries import trimmed
from tuireader.analysis.quotations.clauses import (
    COMMAS,
    CONNECTIVES,
    Stretch,
    follows_clause,
    has_main_verb,
    skip_connectives,
    trimmed_stretch,
)
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.interruptions import (
    has_cue,
    interrupts,
    is_cue_word,
    parts_relative,
    starts_low,
)
from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.passage import FINITE, OUTSIDE, Passage
from tuireader.analysis.quotations.sources import around_phrase
from tuireader.analysis.quotations.tails import CONTRASTS, without_tail
from tuireader.analysis.quotations.titles import follows_work, is_mere_mention

_PARTING = frozenset({",", "?", "!", "—", "–", "…"})
_FEWEST = 3
"""How many tokens, less one, a clause has at least that the parser did not see as a main one."""
_PARTED = COMMAS | {",", ";", ":"}


def attached_run(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> int | None:
    """Return the quotation that ends right before a cue's clause ("…,” Jeffrey said")."""
    if cue.lemma not in lexicon.with_quote and not _is_phrase(cue):
        return None
    if passage.tag[cue.verb] in ("VBG", "VB") and not _is_phrase(cue) and not cue.inverted:
        return None
    at = cue.clause_first - 1
    while at >= 0 and (
        passage.words[at] in COMMAS or passage.words[at].isspace() or passage.pos[at] == "ADV"
    ):
        if not passage.outside(at):
            break
        at -= 1
    if at < 0 or passage.run_of[at] == OUTSIDE:
        return None
    run = passage.run_of[at]
    if is_mere_mention(passage, run) or reported_before(passage, cue, run):
        return None
    parted = passage.run_stop(run) in _PARTING or any(
        passage.words[t] in COMMAS for t in range(at, cue.clause_first)
    )
    if not parted and not cue.inverted and not _is_phrase(cue):
        return None
    if passage.sentence_of[at] != passage.sentence_of[cue.clause_first]:
        return None
    if cue.subject is None and not cue.passive:
        return None
    apart = cue.subject is not None and cue.subject.first != cue.clause_first
    return None if apart and not cue.inverted and not _is_phrase(cue) else run


def quoted_before(passage: Passage, cue: Cue, run: int, taken: set[int]) -> Stretch:
    """Return the words that end with a quotation right before their cue.

    The clause around the quotation's marks belongs to it.
    """
    first, last = passage.run_first[run], passage.run_last[run]
    low = passage.sentence(first)[0]
    start = first
    at = first - 1
    while at >= low:
        other = passage.run_of[at]
        if other != OUTSIDE:
            if other in taken:
                break
            start = at = passage.run_first[other]
        elif passage.words[at] in (":", "(", ";") or is_cue_word(passage, at):
            break
        else:
            start = at
        at -= 1
    else:
        start = skip_connectives(passage, start, first)
        return start, last
    return first, last


def following_runs(passage: Passage, cue: Cue, attached: set[int], taken: set[int]) -> list[int]:
    """Return the quotations that go on after a cue that interrupts them.

    They follow in the same sentence or start the next one, and have no cue of their own.
    """
    sentence = passage.sentence_of[cue.verb]
    at = max(cue.clause_last, cue.last) + 1
    found: list[int] = []
    while at < passage.size:
        run = passage.run_of[at]
        if run != OUTSIDE:
            if run in taken or run in attached:
                break
            if not _continues(passage, cue, run):
                if found or not _is_mentioned(passage, run):
                    break
                at = passage.run_last[run] + 1
                continue
            found.append(run)
            at = passage.run_last[run] + 1
            sentence = passage.sentence_of[at - 1]
            continue
        if passage.sentence_of[at] != sentence:
            break
        if found and passage.words[at] not in (",", ".", ";", "—", "–"):
            break
        at += 1
    return found


def _is_mentioned(passage: Passage, run: int) -> bool:
    """Tell a title or a name in quote marks from words of speech."""
    first = passage.run_first[run]
    return (
        passage.run_words(run) <= 8
        and first > 0
        and passage.words[first - 1]
        not in (
            ",",
            ":",
            ".",
        )
    )


def _continues(passage: Passage, cue: Cue, run: int) -> bool:
    """Tell whether a quotation after a cue goes on with the one before it."""
    first = passage.run_first[run]
    if passage.sentence_of[first] != passage.sentence_of[cue.verb]:
        return passage.sentence(first)[0] == first and _fills_sentence(passage, run)
    before = passage.words[first - 1]
    if before == "," and starts_low(passage, run):
        return True
    if before in (",", ".", ";", "—", "–", ":"):
        between = range(max(cue.clause_last, cue.last) + 1, first)
        return not any(passage.tag[t] in FINITE | {"VBG"} for t in between)
    return False


def _fills_sentence(passage: Passage, run: int) -> bool:
    """Tell whether the sentence of a quotation holds nothing else."""
    low, high = passage.sentence(passage.run_first[run])
    return all(
        not passage.outside(t) or not passage.words[t][:1].isalnum() for t in range(low, high + 1)
    )


def set_off_content(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> list[Stretch] | None:
    """Find the words around a cue that commas set off, or that a source phrase follows."""
    if _is_phrase(cue):
        return around_phrase(passage, cue)
    if not _may_be_aside(passage, cue, lexicon):
        return None
    if passage.lower[cue.clause_first - 1] == "as":
        return _around_as(passage, cue)
    low, high = passage.sentence(cue.verb)
    comma = cue.clause_first - 1
    if comma <= low or passage.words[comma] not in COMMAS:
        return None
    before = (_start_before(passage, low, comma), comma - 1)
    after = _resumed(passage, cue, high)
    if interrupts(passage, cue):
        after = (max(cue.clause_last, cue.last) + 2, high)
    if passage.lower[before[0]] == "asked":
        return None  # the question that "X said no" answers
    told = has_main_verb(passage, *before) or has_main_verb(passage, *(after or before))
    told = told or follows_clause(passage, cue) or parts_relative(passage, comma)
    if not told and not _tells_only_of(passage, cue, *before):
        return None
    stretches = [trimmed_stretch(passage, before)]
    if after is not None:
        first, last = trimmed_stretch(passage, after)
        stretches.append((first, without_tail(passage, first, last)))
    return stretches


def _start_before(passage: Passage, low: int, comma: int) -> int:
    """Return where words before a cue start: at "which" in "a dam which, X said, leaks"."""
    if parts_relative(passage, comma):
        return comma - 1
    return _after_semicolon(passage, skip_connectives(passage, low, comma), comma)


def _tells_only_of(passage: Passage, cue: Cue, first: int, last: int) -> bool:
    """Tell whether a sentence ends with who said it, and nothing else can have been said.

    The parser then may take the main clause for a subordinate one, or a headline for a noun.
    """
    at = max(cue.clause_last, cue.last) + 1
    ends = at >= passage.size or passage.words[at] == "." or passage.words[at] in COMMAS
    if not ends or cue.lemma not in reporting_lexicon().core or last - first < _FEWEST:
        return False
    return any(passage.tag[t] in FINITE and passage.outside(t) for t in range(first, last + 1))


def _may_be_aside(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    if cue.lemma not in lexicon.asides or cue.subject is None or cue.negated:
        return False
    if cue.passive and passage.lower[cue.verb - 1] != "as":
        return False
    if cue.lemma in lexicon.showing and passage.lemma[cue.subject.head] not in lexicon.vehicles:
        return False
    finite = passage.tag[cue.verb] in ("VBD", "VBZ", "VBP", "VBN")
    return finite and _is_set_off(passage, cue, lexicon)


def _around_as(passage: Passage, cue: Cue) -> list[Stretch] | None:
    """Return the words around "as X said" where commas set it off, or it opens the sentence."""
    low, high = passage.sentence(cue.verb)
    opening = cue.clause_first - 1
    after = max(cue.clause_last, cue.last, passage.right[cue.verb]) + 1
    while after > cue.last + 1 and passage.words[after - 1] in COMMAS:
        after -= 1
    follows = after < high and passage.words[after] in COMMAS
    stretches = []
    if opening > low + 1 and passage.words[opening - 1] in COMMAS:
        first = skip_connectives(passage, low, opening - 1)
        if first < opening - 1:
            stretches.append((first, opening - 2))
    elif skip_connectives(passage, low, opening) != opening or not follows:
        return None
    if follows:
        stretches.append((after + 1, high))
    if not any(has_main_verb(passage, *stretch) for stretch in stretches):
        return None
    return [trimmed_stretch(passage, stretch) for stretch in stretches]


def _is_set_off(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    """Tell whether nothing hangs on a verb that tells of speech only between commas."""
    if cue.lemma in lexicon.core or cue.inverted:
        return True
    if cue.lemma == "point" and cue.last == cue.verb:
        return False
    if cue.subject is not None and cue.subject.shown != cue.subject.span:
        return False  # "a manager who holds shares"
    after = max(cue.clause_last, cue.last) + 1
    alone = after >= passage.size or not passage.words[after][:1].isalnum()
    return alone or cue.lemma != "hold"


def _after_semicolon(passage: Passage, first: int, stop: int) -> int:
    """Skip what has a cue of its own and ends in a semicolon."""
    last = next((t for t in range(stop - 1, first, -1) if passage.words[t] == ";"), None)
    if last is None or not any(is_cue_word(passage, t) for t in range(first, last)):
        return first
    return last + 1


def _is_phrase(cue: Cue) -> bool:
    return " " in cue.lemma


def _resumed(passage: Passage, cue: Cue, high: int) -> Stretch | None:
    """Return the rest of a sentence that a cue interrupted."""
    at = max(cue.clause_last, cue.last) + 1
    comma = next((t for t in range(at, min(at + 6, high)) if passage.words[t] in COMMAS), None)
    if comma is None or comma + 1 > high:
        return None
    first = comma + 1
    if not passage.outside(first) and follows_work(passage, passage.run_of[first]):
        return None
    if passage.lower[first] in CONTRASTS and has_cue(passage, first, min(first + _FEWEST, high)):
        return None  # "…, though they say …"
    if passage.tag[first] == "VBG" or (cue.inverted and not _goes_on(passage, first, high)):
        return None
    return first, _resumed_end(passage, first, high)


def _goes_on(passage: Passage, first: int, high: int) -> bool:
    """Tell words that go on after "said X," from an apposition of X."""
    if passage.tag[first] == "CC" or passage.pos[first] in ("VERB", "AUX"):
        return has_main_verb(passage, first, high)
    return False


def _resumed_end(passage: Passage, first: int, high: int) -> int:
    """Return the last token of a resumed sentence, up to the next clause that reports."""
    for at in range(first + 1, high + 1):
        if not is_cue_word(passage, at) or not passage.outside(at):
            continue
        if passage.dep[at] in ("conj", "ROOT", "parataxis"):
            subject = passage.child(at, "nsubj")
            start = passage.left[subject] if subject is not None else at
            while start > first and (
                passage.lower[start - 1] in CONNECTIVES or passage.words[start - 1] in COMMAS
            ):
                start -= 1
            parted = passage.tag[start] == "CC" or passage.words[start - 1] in _PARTED
            if start > first and parted:
                return start - 1
    return trimmed(passage, first, high)
