"""Words that follow their cue: clauses, infinitives, quotations after a comma or colon."""

from tuireader.analysis.quotations.asked import asked_first
from tuireader.analysis.quotations.boundaries import (
    complement_end,
    is_finite,
    runs_between,
    whole_runs,
    with_second_that,
)
from tuireader.analysis.quotations.clauses import follows_clause
from tuireader.analysis.quotations.cues import Cue, is_question
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.objects import (
    accused_content,
    named_content,
    object_content,
    topic_content,
    without_setting,
)
from tuireader.analysis.quotations.passage import FINITE, OUTSIDE, TENSED, Passage
from tuireader.analysis.quotations.passives import said_of
from tuireader.analysis.quotations.starts import (
    from_marker,
    past_circumstances,
    reports_antecedent,
)
from tuireader.analysis.quotations.surroundings import FARTHEST, around_marks
from tuireader.analysis.quotations.tails import without_tail
from tuireader.analysis.quotations.titles import follows_work

_INTRODUCED = (",", ":", "―", "—", "–", "-")
_FIRST_PERSON = frozenset({"i", "we", "you"})
_PRO_CLAUSES = frozenset({"so", "nothing", "anything", "something", "and", "otherwise", "as"})
_CLAUSE_ENDS = frozenset({",", ";", "—", "–", "-", ":"})


def forward_content(
    passage: Passage, cue: Cue, lexicon: ReportingLexicon, taken: set[int]
) -> tuple[int, int] | None:
    """Find the words that follow a cue and are reported by it.

    Args:
        passage: The paragraph.
        cue: The reporting verb.
        lexicon: The tiers of verbs.
        taken: Quoted stretches that belong to another cue.

    Returns:
        First and last token, or None.
    """
    run = _introduced_run(passage, cue, lexicon, taken)
    if run is not None:
        return passage.run_first[run], _with_following(passage, run, taken)
    question = asked_first(passage, cue)
    if question is not None:
        return whole_runs(passage, *question)
    clause = _clause(passage, cue, lexicon)
    if clause is not None and cue.subject is None and not cue.passive:
        clause = clause if passage.tag[cue.verb] not in ("VBD", "VBN", "VB") else None
    if clause is not None:
        first, known = clause
        first, known = whole_runs(passage, first, known)
        last = with_second_that(passage, first, complement_end(passage, cue, first, known))
        last = without_tail(passage, first, last)
        return whole_runs(passage, first, last)
    content = _object(passage, cue, lexicon)
    if content is not None:
        first, known = whole_runs(passage, *content)
        end = complement_end(passage, cue, first, known, clause=False)
        if (
            first == known
            and passage.pos[first] == "PRON"
            and not runs_between(passage, first, end)
        ):
            return content
        last = without_tail(passage, first, without_setting(passage, cue, first, known, end))
        return whole_runs(passage, first, last)
    return around_marks(passage, cue, lexicon, taken)


def _introduced_run(
    passage: Passage, cue: Cue, lexicon: ReportingLexicon, taken: set[int]
) -> int | None:
    """Return the quotation that a cue introduces directly or after a comma or colon."""
    if cue.lemma not in lexicon.with_quote and cue.lemma not in lexicon.belief:
        return None
    if cue.passive and cue.subject is None and cue.lemma not in lexicon.core:
        return None
    high = passage.sentence(cue.verb)[1]
    start = max(cue.clause_last, cue.last) + 1
    for at in range(start, min(high + 2, start + FARTHEST, passage.size)):
        run = passage.run_of[at]
        if run == OUTSIDE:
            if _reports_itself(passage, at, lexicon):
                return None
            if passage.tag[at] in FINITE and at > start:
                return None
            continue
        if run in taken or follows_work(passage, run):
            return None
        before = passage.words[at - 1]
        if before not in _INTRODUCED and not _needs_no_comma(passage, cue, lexicon):
            return None
        if before in _INTRODUCED or at == start:
            return run if _ends_sentence(passage, run) else None
        return None
    return None


def _reports_itself(passage: Passage, at: int, lexicon: ReportingLexicon) -> bool:
    """Tell whether a clause, or another cue, comes before a quotation: "said, adding, “…”"."""
    if passage.lower[at] == "that" and passage.dep[at] == "mark":
        return True
    return passage.tag[at] == "VBG" and passage.lemma[at] in lexicon.core


def _needs_no_comma(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> bool:
    """Tell "the sign reads “…”" from "she read “…”", where a title is what was read."""
    if cue.lemma not in lexicon.openers:
        return True
    if (
        passage.dep[cue.verb] == "relcl"
        and passage.lemma[passage.head[cue.verb]] in lexicon.vehicles
    ):
        return True
    return cue.subject is not None and passage.lemma[cue.subject.head] in lexicon.vehicles


def _ends_sentence(passage: Passage, run: int) -> bool:
    """Tell whether nothing of the same clause follows a quotation."""
    following = passage.run_last[run] + 1
    if (
        following >= passage.size
        or passage.sentence_of[following] != passage.sentence_of[passage.run_last[run]]
    ):
        return True
    word = passage.words[following]
    if passage.run_stop(run) in (",", ".", "?", "!"):
        return True
    return word in (".", ",", ";", ")", "?", "!", "—", "–", "-", "]") or word in (
        "and",
        "but",
        "as",
        "while",
        "when",
    )


def _with_following(passage: Passage, run: int, taken: set[int]) -> int:
    """Return the last token of a quotation and of those that follow it, "and" at most between."""
    last = passage.run_last[run]
    while run + 1 < len(passage.runs) and run + 1 not in taken:
        between = passage.lower[last + 1 : passage.run_first[run + 1]]
        if between not in ([], ["and"], ["or"]):
            break
        run += 1
        last = passage.run_last[run]
    return last


def _clause(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> tuple[int, int] | None:
    """Return first and last token of the clause that the parser gives a verb as its complement."""
    lemma = cue.lemma
    for child in passage.children[cue.verb]:
        if passage.left[child] <= cue.verb:
            continue
        dep = passage.dep[child]
        if dep == "ccomp" and lemma in lexicon.with_clause:
            if lemma in lexicon.belief and not _holds(passage, cue, child, lexicon):
                continue
            if _asks_back(passage, cue, child):
                return None
            if cue.negated and not is_question(passage, child):
                return None
            return from_marker(passage, cue, child), passage.right[child]
        if dep == "advcl" and lemma in ("ask", "wonder") and is_question(passage, child):
            return passage.left[child], passage.right[child]
        if dep == "xcomp" and lemma in lexicon.urging and passage.tag[child] == "VB":
            return _from_urged(passage, cue, child), passage.right[child]
    return _unparsed(passage, cue, lexicon)


def _from_urged(passage: Passage, cue: Cue, infinitive: int) -> int:
    """Return the first token of "the crew to leave" of "X urged the crew to leave"."""
    urged = passage.child(cue.verb, "dobj", "dative")
    first = passage.left[infinitive]
    return passage.left[urged] if urged is not None and cue.last < urged < first else first


def _object(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> tuple[int, int] | None:
    """Return first and last token of what is no clause: "called it a sham"."""
    return (
        said_of(passage, cue, lexicon)
        or named_content(passage, cue, lexicon)
        or accused_content(passage, cue, lexicon)
        or topic_content(passage, cue, lexicon)
        or object_content(passage, cue, lexicon)
    )


def _asks_back(passage: Passage, cue: Cue, clause: int) -> bool:
    """Tell whether a clause is no reported one: "what they say is …", "tell what happened"."""
    verb = cue.verb
    if cue.clause_first and passage.lower[cue.clause_first - 1] == "what":
        return True
    if cue.lemma != "tell":
        return False
    if _starts_with_addressee(passage, cue, clause):
        return True
    planned = passage.tag[verb] == "VB" and passage.dep[verb] in ("acl", "advcl", "xcomp")
    told = passage.child(verb, "dobj", "dative") is not None
    return (planned or not told) and is_question(passage, clause)


def _starts_with_addressee(passage: Passage, cue: Cue, clause: int) -> bool:
    """Tell whether what was told stands before "told": "nothing that he told the board showed …".

    The parser then takes the one who was told for the subject of the clause, or finds none.
    """
    if passage.dep[cue.verb] != "relcl" or passage.tag[clause] not in TENSED:
        return False
    if passage.child(clause, "mark") is not None:
        return False
    subject = passage.child(clause, "nsubj", "nsubjpass", "expl")
    return subject is None or passage.left[subject] == cue.last + 1


def _unparsed(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> tuple[int, int] | None:
    """Return the clause that follows "X said" though the parser did not see it as a complement."""
    if cue.lemma not in lexicon.core | lexicon.clause or cue.negated or cue.subject is None:
        return None
    if cue.inverted or cue.passive or follows_clause(passage, cue) or cue.lemma == "continue":
        return None
    if passage.dep[cue.verb] == "relcl" and reports_antecedent(passage, cue.verb):
        return None
    high = passage.sentence(cue.verb)[1]
    first = past_circumstances(passage, cue, high)
    if first >= high or not passage.outside(first) or _goes_on_outside(passage, cue, first):
        return None
    if passage.lower[first] == "that" and passage.tag[first] in ("IN", "WDT"):
        return first, min(first + 2, high)
    if cue.lemma not in lexicon.core or passage.tag[cue.verb] not in TENSED:
        return None
    if passage.pos[first] in ("PUNCT", "SCONJ", "CCONJ") or passage.lower[first] in _PRO_CLAUSES:
        return None
    stop = first
    while stop < high and passage.words[stop] not in _CLAUSE_ENDS:
        stop += 1
    verbs = [t for t in range(first, stop + 1) if passage.tag[t] in FINITE]
    return (first, stop - 1 if passage.words[stop] in _CLAUSE_ENDS else stop) if verbs else None


def _goes_on_outside(passage: Passage, cue: Cue, first: int) -> bool:
    """Tell whether a verb after a cue has its subject before it: "all that Field says is true"."""
    verb = passage.head[first] if passage.dep[first] in ("aux", "auxpass") else first
    if passage.tag[first] not in FINITE:
        return False
    subject = passage.child(verb, "nsubj", "nsubjpass")
    if subject is None or passage.tag[subject] in ("WDT", "WP"):
        return False
    return subject < cue.clause_first


def _holds(passage: Passage, cue: Cue, clause: int, lexicon: ReportingLexicon) -> bool:
    """Tell whether a verb of belief reports what somebody else holds."""
    if cue.lemma in lexicon.core or cue.lemma in lexicon.clause:
        return True
    if cue.subject is None or cue.passive or not _is_whole(passage, clause):
        return False
    if cue.lemma in lexicon.showing and passage.lemma[cue.subject.head] not in lexicon.vehicles:
        return passage.pos[cue.subject.head] in ("PROPN", "PRON") and cue.lemma != "show"
    if cue.lemma in lexicon.conditions and passage.tag[cue.verb] == "VBG":
        return passage.child(cue.verb, "aux") is not None
    return passage.lower[cue.subject.head] not in _FIRST_PERSON


def _is_whole(passage: Passage, clause: int) -> bool:
    """Tell "finds they are late" from "finds itself late"; a bare "lose" may be finite as well."""
    return is_finite(passage, clause) or passage.tag[clause] == "VB"


def with_colon(passage: Passage, content: tuple[int, int], taken: set[int]) -> tuple[int, int]:
    """Add the quotation that bears out reported words after a colon: "he was sure: “…”"."""
    first, last = content
    if last + 2 >= passage.size or passage.words[last + 1] != ":":
        return content
    run = passage.run_of[last + 2]
    if run == OUTSIDE or run in taken:
        return content
    return first, passage.run_last[run]
