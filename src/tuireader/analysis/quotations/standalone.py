"""Quotations without a reporting verb: after a colon, signed with a dash, or standing alone."""

from dataclasses import dataclass

from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import OUTSIDE, Passage
from tuireader.analysis.quotations.subjects import mention_at

_DASHES = frozenset({"—", "–", "-", "--", "―"})
_FEWEST_WORDS = 3
"""Words that a quotation after a colon needs where no word announces it."""


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
    if (
        last == dash
        or following not in ("", ",", "(", ".", ")")
        and passage.outside(last + 1)
        and not following.isspace()
    ):
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
    if passage.run_words(run) < _FEWEST_WORDS and not announced:
        return None
    mention = _announcer(passage, low, colon)
    return Attribution(mention, (colon, colon), "after a colon")


def _announcer(passage: Passage, low: int, colon: int) -> Mention | None:
    """Return who the words before a colon are about: an owner, else the subject."""
    subject = next(
        (
            t
            for t in range(low, colon)
            if passage.dep[t] in ("nsubj", "nsubjpass") and passage.outside(t)
        ),
        None,
    )
    if subject is None:
        nouns = [t for t in range(low, colon) if passage.pos[t] in ("PROPN", "NOUN", "PRON")]
        return mention_at(passage, nouns[-1]) if nouns else None
    owner = passage.child(subject, "poss")
    if owner is not None:
        return mention_at(passage, owner)
    return mention_at(passage, subject)


def _on_its_own(passage: Passage, run: int) -> Attribution | None:
    """Give a quotation that fills its sentence to whoever spoke last."""
    low, high = passage.sentence(passage.run_first[run])
    for token in range(low, high + 1):
        if passage.run_of[token] == OUTSIDE and passage.words[token][:1].isalnum():
            return None
    if passage.run_words(run) < _FEWEST_WORDS and not passage.run_stop(run) in ".?!":
        return None
    return Attribution(None, None, "stands alone after other words of the same speaker", True)
