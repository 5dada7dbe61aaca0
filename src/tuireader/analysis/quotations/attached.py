"""The clause that follows a quotation and tells who said it: “…,” X said."""

from tuireader.analysis.quotations.cues import Cue, is_negated, particle_of
from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.mentions import mention_at, noun_span
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import FINITE, TENSED, Passage
from tuireader.analysis.quotations.surface_subjects import inverted_subject
from tuireader.analysis.quotations.titles import is_mere_mention

_VERB_TAGS = TENSED | {"VBN", "VB"}
_FEWEST_WORDS = 4
"""Words that a quotation needs for any verb after it to count as its cue."""
_SHORT = 8
"""How many tokens may stand before such a verb."""
_FARTHEST = 45
"""How many tokens a speaker with all appositions may take."""


def clause_after(passage: Passage, run: int, lexicon: ReportingLexicon) -> Cue | None:
    """Read the clause after a quotation on its surface, whatever the parser made of it.

    Args:
        passage: The paragraph.
        run: The quotation.
        lexicon: The reporting verbs.

    Returns:
        The cue, or None where the words after the quotation are no such clause.
    """
    if is_mere_mention(passage, run):
        return None
    start = passage.run_last[run] + 1
    comma = passage.run_stop(run) in (",", "?", "!", "—", "–")
    while start < passage.size and passage.words[start] in (",", "—", "–", "--", "-"):
        comma = True
        start += 1
    if start >= passage.size or not passage.outside(start):
        return None
    if passage.sentence_of[start] != passage.sentence_of[passage.run_last[run]]:
        return None
    verb = _first_verb(passage, start, lexicon)
    if verb is None and _reads_as_speech(passage, run):
        verb = _any_verb(passage, start)
    if verb is None or (not comma and not _short_clause(passage, start, verb)):
        return None
    cue = _cue(passage, start, verb)
    return cue if cue is not None and not reported_before(passage, cue, run) else None


def _reads_as_speech(passage: Passage, run: int) -> bool:
    """Tell words that start a sentence and break off with a comma from a title in quote marks."""
    first = passage.run_first[run]
    starts = passage.sentence(first)[0] == first
    return starts and passage.run_stop(run) == "," and passage.run_words(run) >= _FEWEST_WORDS


def _any_verb(passage: Passage, start: int) -> int | None:
    """Return the verb of a short clause, whatever it means: “…,” Bolton huffed."""
    for at in range(start, min(start + _SHORT, passage.size)):
        if not passage.outside(at) or passage.tag[at] in ("WP", "WDT", "WRB", "VBG", "IN", "CC"):
            return None
        if passage.tag[at] in ("VBD", "VBZ") and passage.pos[at] == "VERB":
            return at
    return None


def _short_clause(passage: Passage, start: int, verb: int) -> bool:
    """Tell whether subject and verb follow each other, as they must where no comma precedes."""
    return (
        verb - start <= 4
        and all(
            passage.pos[i] in ("PRON", "PROPN", "NOUN", "DET", "ADV", "ADJ")
            for i in range(start, verb)
        )
        and passage.lemma[verb] in ("say", "ask", "tell", "write", "add")
    )


def _first_verb(passage: Passage, start: int, lexicon: ReportingLexicon) -> int | None:
    """Return the reporting verb of the clause that starts at a token."""
    relative = False
    for at in range(start, min(start + _FARTHEST, passage.size)):
        if not passage.outside(at) or passage.words[at] in (";", ":", ".", "?", "!"):
            return None
        if passage.tag[at] in ("WP", "WDT", "WP$", "WRB") and at > start:
            relative = True
            continue
        if at == start and passage.tag[at] in ("WP", "WDT", "WRB", "VBG", "IN", "CC"):
            return None
        if passage.pos[at] not in ("VERB", "AUX") and passage.lemma[at] not in ("say", "write"):
            continue
        if (
            passage.lemma[at] in lexicon.with_quote
            and passage.tag[at] in _VERB_TAGS
            and passage.tag[at - 1] != "CC"
            and (not relative or passage.words[at - 1] == "," or passage.dep[at] != "relcl")
        ):
            return at
        if passage.tag[at] in FINITE and not relative and (passage.pos[at] != "AUX"):
            return None
    return None


def _cue(passage: Passage, start: int, verb: int) -> Cue | None:
    adverbs = all(
        passage.pos[i] in ("ADV", "AUX", "SPACE") and passage.words[i].islower()
        for i in range(start, verb)
    )
    if adverbs:
        subject = inverted_subject(passage, verb)
        inverted = True
    else:
        subject, inverted = _leading_noun(passage, start, verb), False
    if subject is None or (passage.tag[verb] == "VB" and inverted and verb > start):
        return None
    return Cue(
        verb=verb,
        last=particle_of(passage, verb),
        lemma=passage.lemma[verb],
        subject=subject,
        clause_first=start,
        clause_last=max(verb, subject.last) if inverted else particle_of(passage, verb),
        negated=is_negated(passage, verb),
        inverted=inverted,
    )


def _leading_noun(passage: Passage, start: int, verb: int) -> Mention | None:
    """Return the noun phrase that a clause starts with."""
    head = None
    for child in passage.children[verb]:
        if passage.dep[child] in ("nsubj", "nsubjpass") and start <= child < verb:
            first, _ = noun_span(passage, child)
            if first <= start + 1:
                head = child
    if head is None:
        for at in range(start, verb):
            if passage.pos[at] in ("NOUN", "PROPN", "PRON") or passage.words[at][:1].isupper():
                head = at
            elif head is not None:
                break
    return mention_at(passage, head) if head is not None else None


def reported_before(passage: Passage, cue: Cue, run: int) -> bool:
    """Tell whether a clause in front reports a quotation: "While Lee called it “safe,” Stone …"."""
    first, last = passage.run_first[run], passage.run_last[run]
    word = next((t for t in range(first, last) if passage.words[t][:1].isalnum()), first)
    at = word
    for above in passage.ancestors(word):
        at = above
        if passage.head[above] == cue.verb:
            break
    if passage.dep[at] != "advcl" or at >= first or not passage.outside(at):
        return False
    return passage.head[at] == cue.verb and passage.lemma[at] in reporting_lexicon().every_verb
