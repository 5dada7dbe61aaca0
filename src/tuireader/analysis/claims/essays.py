"""Essays: texts whose author speaks as "I"; what they say in passing is an opinion.

In a report, what the article itself says can be checked. In a column most of it is an image, a
memory or a judgement ("We light empty car parks, brilliantly"): what stays a claim there has a
figure or names somebody or some place that it can be checked against.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.claims.asserters import Attribution
from tuireader.analysis.claims.clauses import Clause
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import ClaimKind, Figure, FigureKind
from tuireader.analysis.openings import opening_ends
from tuireader.article.model import ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Token

AUTHOR = frozenset({"i", "me", "my", "mine", "myself"})
"""Words with which an author speaks of himself."""

FEWEST_SENTENCES = 4
"""An aside or two in the first person makes no essay."""

SHARE = 0.1
"""Share of the article's own sentences that speak of the author, from which on it is an essay."""

CHECKED_FIGURES = frozenset(
    {FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE, FigureKind.RATIO}
)
"""Kinds of figures that a claim can be checked by."""

CHECKED_NAMES = frozenset({"EVENT", "FAC", "GPE", "LAW", "LOC", "NORP", "ORG", "PERSON"})
"""Entities that a claim can be checked against."""

VIEWS = frozenset(
    {
        ClaimKind.CAUSAL, ClaimKind.COMPARISON, ClaimKind.EVENT, ClaimKind.QUANTITY,
        ClaimKind.SPEECH_ACT, ClaimKind.STATE,
    }
)  # fmt: skip
"""Kinds that an essay makes opinions of."""


def is_essay(parsed: Sequence[ParsedParagraph], attribution: Attribution) -> bool:
    """Tell whether the article's own voice is that of an "I".

    Args:
        parsed: The analysed paragraphs.
        attribution: Who speaks where.
    """
    total = personal = 0
    for paragraph in parsed:
        if paragraph.kind is ParagraphKind.TITLE or opening_ends(paragraph.text):
            continue
        total += len(paragraph.sentences)
        if not AUTHOR.isdisjoint(paragraph.lower):
            personal += sum(
                _is_personal(sentence, paragraph.start, attribution)
                for sentence in paragraph.sentences
            )
    return personal >= FEWEST_SENTENCES and personal >= SHARE * total


def _is_personal(sentence: Sequence["Token"], shift: int, attribution: Attribution) -> bool:
    return any(
        token.lower_ in AUTHOR
        and token.tag_ in ("PRP", "PRP$")
        and not attribution.voice_at(shift + token.idx).quotations
        for token in sentence
    )


def is_view(clause: Clause, kind: ClaimKind, figures: Sequence[Figure]) -> bool:
    """Tell whether the author of an essay only gives a view: nothing in it can be looked up.

    Args:
        clause: The clause, in the author's own voice.
        kind: What sort of statement it is otherwise.
        figures: The figures in it.
    """
    if kind not in VIEWS or any(figure.kind in CHECKED_FIGURES for figure in figures):
        return False
    return not any(token.ent_type_ in CHECKED_NAMES for token in clause.tokens)
