"""Openings: what stands before the first sentence of a text and is no part of it.

A dateline ("WASHINGTON, Oct. 3 — "), a label of a transcript ("MR. STONE: ") or a time stamp
("[10:20] ") has no grammar in common with the words behind it. The parser is told so before it
begins; without that it makes the label the subject of the sentence.
"""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BREAKER = "openings"
"""Name of the step of the pipeline."""

UNITS = frozenset({"b.", "g.", "h.", "k.", "m.", "p.", "s.", "t."})
"""Initials that the tokenizer keeps with their full stop, and that are units behind a number."""

_STAMP = r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?[ ,–—-]{0,3}"
_LABEL = (
    r"(?>(?:(?:D[Rr]|M[RrSs][Ss]?)\.? )?[A-Z][A-Z.'’-]+(?: (?:- )?[A-Z][A-Z.'’-]*){0,4})"
    r"(?: \([^)]{1,40}\))?|Q|A"
)
_SPOKEN = re.compile(rf"(?:^|(?<=[.?!…\])”\"]\s))(?:{_STAMP})?(?:{_LABEL}): ?(?=\S)")
_DATELINE = re.compile(
    r"(?:[A-Z]{2}[A-Z.'’]*|[A-Z][A-Z.'’]+)(?:[ -][A-Z][A-Z.'’]*){0,3}"
    r"(?:, [A-Z][\w.]{1,14}(?: \d{1,2})?){0,3}(?: \([A-Z][\w .]{1,30}\))?"
    r" ?(?:—|–|--?) +(?=[A-Z“\"‘'])"
)


def opening_ends(text: str) -> list[int]:
    """Return the offsets at which sentences begin behind a dateline, a label or a time stamp.

    Args:
        text: The text of a paragraph.
    """
    dateline = _DATELINE.match(text)
    ends = [dateline.end()] if dateline else []
    return ends + [match.end() for match in _SPOKEN.finditer(text)]


def prepare(nlp: "Language") -> None:
    """Teach a pipeline where sentences begin and end that its training has not met.

    Args:
        nlp: The pipeline; one without a parser is left as it is.
    """
    if not nlp.has_pipe("parser") or nlp.has_pipe(BREAKER):
        return
    nlp.component(BREAKER, func=_break_openings)
    nlp.add_pipe(BREAKER, before="parser")
    tokenizer: Any = nlp.tokenizer
    rules = getattr(tokenizer, "rules", None)
    if rules and not UNITS.isdisjoint(rules):
        # "It cost €3m. Nobody paid": as an initial the full stop would end no sentence.
        tokenizer.rules = {word: rule for word, rule in rules.items() if word not in UNITS}


def _break_openings(doc: "Doc") -> "Doc":
    for end in opening_ends(doc.text):
        first = doc.char_span(end, end + 1, alignment_mode="expand")
        if first is not None and first.start > 0:
            doc[first.start].is_sent_start = True
    return doc
