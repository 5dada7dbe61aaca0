"""Quotations without a reporting verb: after a colon, signed with a dash, or standing alone."""

from dataclasses import dataclass

from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.mentions import mention_at
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import OUTSIDE, Passage

_DASHES = frozenset({"—", "–", "-", "--", "―"})
_JOINS_NAMES = frozenset({"and", ",", "&"})
_FEWEST_WORDS = 3
"""Words that a quotation after a colon needs where no word announces it."""
_LONGEST_HEADING = 6
"""Words that a heading in single marks may have."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a quotation without a reporting verb belongs to."""

    mention: Mention | None
    """The speaker as written, if any."""

    cue: tuple[int, int] | None
    """First and last token of what introduces it."""

    reason: str
    """Why, in plain words."""

    inherits: bool = False
    """Whether it goes to whoever spoke last."""


def attribute_alone(passage: Passage, run: int, lexicon: ReportingLexicon) -> Attribution | None:
    """Judge a quotation that no reporting verb governs; None for scare quotes and names."""
    return _signed(passage, run) or _after_colon(passage, run, lexicon) or _on_its_own(passage, run)


def side_by_side(passage: Passage, run: int) -> bool:
    """Tell whether only punctuation parts a quotation from the one before it."""
    between = range(passage.run_last[run - 1] + 1, passage.run_first[run])
    return len(between) <= 6 and not any(passage.words[t][:1].isalnum() for t in between)


def _signed(passage: Passage, run: int) -> Attribution | None:
    """Read the signature of a quotation: “…” — Jane Doe."""
    dash = passage.run_last[run] + 1
    while dash < passage.size and passage.words[dash].isspace():
        dash += 1
    if dash + 1 >= passage.size or passage.words[dash] not in _DASHES:
        return None
    if passage.run_words(run) < _FEWEST_WORDS:
        return None
    last = dash
    while last + 1 < passage.size and passage.outside(last + 1) and last - dash < 7:
        word = passage.words[last + 1]
        name = word[:1].isupper() or word in (".", "de", "la", "van", "von", "bin", "al", "of")
        if not name or word in (",", "(", "."):
            break
        last += 1
    following = passage.words[last + 1] if last + 1 < passage.size else ""
    if last == dash or (
        following not in ("", ",", "(", ".", ")")
        and passage.outside(last + 1)
        and not following.isspace()
    ):
        return None
    if any(passage.words[t][:1].isdigit() for t in range(last, min(last + 8, passage.size))):
        return None
    mention = Mention(
        passage.position,
        dash + 1,
        last,
        last,
        passage.span(dash + 1, last),
        passage.span(dash + 1, last),
    )
    return Attribution(mention, (dash, dash), "signed with a dash")


def _after_colon(passage: Passage, run: int, lexicon: ReportingLexicon) -> Attribution | None:
    """Read what stands before a colon: a name, or "His answer was blunt"."""
    colon = passage.run_first[run] - 1
    while colon >= 0 and passage.words[colon].isspace():
        colon -= 1
    if colon < 1 or passage.words[colon] != ":":
        return None
    low = passage.sentence(colon)[0]
    announced = any(
        passage.lemma[t] in lexicon.introducers or passage.lemma[t] in lexicon.with_quote
        for t in range(low, colon)
        if passage.outside(t)
    )
    if _is_heading(passage, run):
        return None
    if passage.run_words(run) < _FEWEST_WORDS and not announced:
        return None
    mention = _named_behind_dash(passage, colon) or _announcer(passage, low, colon)
    return Attribution(mention, (colon, colon), "after a colon")


def _named_behind_dash(passage: Passage, colon: int) -> Mention | None:
    """Return the names between a dash and a colon: "The wall leaks - Ann Field and Jo Moore:"."""
    first = colon
    while first > 0 and (
        passage.pos[first - 1] == "PROPN" or passage.lower[first - 1] in _JOINS_NAMES
    ):
        first -= 1
    names = first
    if passage.lower[first - 2 : first] == ["more", "from"]:
        first -= 2
    dash = first - 1
    if names == colon or dash < 1 or passage.words[dash] not in _DASHES:
        return None
    if not passage.outside(dash) or passage.finish[dash - 1] == passage.offset[dash]:
        return None
    span = passage.span(names, colon - 1)
    return Mention(passage.position, names, colon - 1, colon - 1, span, span)


def _announcer(passage: Passage, low: int, colon: int) -> Mention | None:
    """Return who the words before a colon are about: an owner, else the subject."""
    subject = _main_subject(passage, low, colon)
    if subject is None:
        return _headline_source(passage, low, colon)
    if passage.lemma[subject] in reporting_lexicon().things:
        return _first_name(passage, low, colon)
    owner = passage.child(subject, "poss")
    if owner is not None and passage.lemma[subject] in reporting_lexicon().introducers:
        return mention_at(passage, owner)
    return mention_at(passage, subject)


def _first_name(passage: Passage, low: int, colon: int) -> Mention | None:
    """Return the name that words about a thing start with: "And Duke, tripping over the word:"."""
    for t in range(low, colon):
        if passage.pos[t] == "PROPN" and passage.outside(t):
            return mention_at(passage, t) if passage.dep[t] != "compound" else None
        if passage.pos[t] in ("NOUN", "VERB"):
            return None
    return None


def _main_subject(passage: Passage, low: int, colon: int) -> int | None:
    """Return the subject of the clause that ends at the colon, rather than of an earlier one."""
    subjects = [
        t
        for t in range(low, colon)
        if passage.dep[t] in ("nsubj", "nsubjpass")
        and passage.outside(t)
        and passage.tag[t] not in ("WP", "WDT")
    ]
    told = reporting_lexicon().with_quote
    for t in reversed(subjects):
        verb = passage.head[t]
        if t < verb and passage.dep[verb] == "conj" and passage.lemma[verb] in told:
            return t
    for role in ("ROOT", "conj"):
        for t in reversed(subjects):
            if passage.dep[passage.head[t]] == role:
                return t
    return subjects[-1] if subjects else None


def _headline_source(passage: Passage, low: int, colon: int) -> Mention | None:
    """Return the name before a colon in words without a verb ("Grant on the contract:")."""
    for t in range(colon - 1, low, -1):
        if passage.words[t] in _DASHES or passage.words[t] in ("]", ")"):
            low = t + 1
            break
    nouns = [t for t in range(low, colon) if passage.pos[t] in ("PROPN", "NOUN", "PRON")]
    on = next((t for t in range(low + 1, colon) if passage.lower[t] in ("on", "to")), None)
    if on is not None and any(t < on for t in nouns):
        nouns = [t for t in nouns if t < on]
    return mention_at(passage, nouns[-1]) if nouns else None


def _on_its_own(passage: Passage, run: int) -> Attribution | None:
    """Give a quotation that fills its sentence to whoever spoke last."""
    low, high = passage.sentence(passage.run_first[run])
    after = passage.run_last[run] + 1
    if passage.run_first[run] == 0 and passage.words[after : after + 1] == [":"]:
        high = passage.run_last[run]
    for token in range(low, high + 1):
        if passage.run_of[token] == OUTSIDE and passage.words[token][:1].isalnum():
            return None
    if passage.run_words(run) < _FEWEST_WORDS and passage.run_stop(run) not in ".?!":
        return None
    return Attribution(None, None, "stands alone after other words of the same speaker", True)


def is_quoted_heading(passage: Passage) -> bool:
    """Tell whether a paragraph is a few words in single marks, set between others as a heading.

    That holds only for articles that mark speech with double ones.
    """
    if len(passage.runs) != 1 or passage.size == 0 or not _is_heading(passage, 0):
        return False
    return passage.run_first[0] == 0 and passage.run_last[0] == passage.size - 1


def _is_heading(passage: Passage, run: int) -> bool:
    """Tell a short heading in single marks, set into the body, from words of speech."""
    single = passage.runs[run].single
    return single and passage.position > 0 and passage.run_words(run) <= _LONGEST_HEADING


def introduction(passage: Passage) -> Attribution | None:
    """Read the end of a paragraph that introduces a quotation in the next one."""
    colon = passage.size - 1
    while colon > 0 and passage.words[colon].isspace():
        colon -= 1
    if colon < 1 or passage.words[colon] != ":" or not passage.outside(colon):
        return None
    mention = _announcer(passage, passage.sentence(colon)[0], colon)
    return Attribution(mention, (colon, colon), "after a colon")
