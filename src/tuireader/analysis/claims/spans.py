"""Where a claim stands in the text, and which way it points."""

from typing import TYPE_CHECKING

from tuireader.analysis.claims.asserters import Voice
from tuireader.analysis.claims.clauses import Clause
from tuireader.analysis.claims.trimming import past_quotation, trim
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DENYING = frozenset({"deny", "disprove", "rebut", "refute"})
"""Verbs that assert the contrary of the clause that they govern."""

NEGATING = frozenset({"never", "neither", "nobody", "none", "nothing"})
"""Words that negate the clause in which they hang on the predicate."""

LONGEST_STUB = 2
"""Words up to which a clause with a reporting verb says only that somebody spoke."""


def offsets(first: "Token", last: "Token", shift: int) -> Span:
    """Return the stretch of the article from one token to another.

    Args:
        first: The first token.
        last: The last one.
        shift: Offset in the article of their document.
    """
    return Span(shift + first.idx, shift + last.idx + len(last))


def span_of(clause: Clause, voice: Voice, text: str, shift: int) -> Span:
    """Return where a clause stands, cut to the quotation that it is part of.

    Args:
        clause: The clause.
        voice: In whose words it stands.
        text: The text of its document.
        shift: Offset in the article of its document.
    """
    start, end = offsets(clause.tokens[0], clause.tokens[-1], shift)
    quote = voice.innermost
    if quote is not None:
        start, end = max(start, quote.start), min(end, quote.end)
    first, last = start - shift, max(start, end) - shift
    if quote is None:
        first = past_quotation(text, first, last, clause.head.idx)
    first, last = trim(text, first, last)
    return Span(shift + first, shift + last)


def is_stub(clause: Clause, text: str) -> bool:
    """Tell whether only somebody's speaking is left of a clause ("Ruiz asked").

    Args:
        clause: The clause.
        text: What was left of it when it was trimmed.
    """
    return len(text.split()) <= LONGEST_STUB and (
        clause.head.lemma_.lower() in reporting_lexicon().every_verb
    )


def is_denied(clause: Clause) -> bool:
    """Tell whether a clause says that something is not so, by itself or by what governs it.

    Args:
        clause: The clause.
    """
    frame = clause.framed_by
    denied = frame is not None and frame.lemma_ in DENYING
    return any(map(_negates, clause.children)) != denied


def is_negated(predicate: "Token") -> bool:
    """Tell whether a predicate or what it says is negated ("did not", "no one", "never").

    Args:
        predicate: The predicate of a clause.
    """
    return any(map(_negates, predicate.children))


def _negates(child: "Token") -> bool:
    """Tell whether what hangs on a predicate negates it."""
    role = child.dep_
    if role == "neg" or child.lower_ in NEGATING:
        return True
    return role in ("nsubj", "nsubjpass", "dobj", "attr") and any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "neg") for c in child.children
    )
