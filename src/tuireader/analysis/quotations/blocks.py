"""Block quotations without quote marks, which the sentence behind them attributes: "So said X"."""

from collections.abc import Sequence

from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.quotations.passage import Passage
from tuireader.analysis.quotations.surface_subjects import inverted_subject
from tuireader.article.model import ParagraphKind

_OPENERS = frozenset({"so", "thus"})
_FEWEST = 3
"""How many tokens the attributing sentence has at least."""


def attributed_block(
    passages: Sequence[Passage], position: int, lexicon: ReportingLexicon
) -> Utterance | None:
    """Read "So said X" behind a block quotation.

    Args:
        passages: All paragraphs.
        position: The paragraph that may start so.
        lexicon: The reporting verbs.

    Returns:
        The paragraphs of the block quotation as one utterance, or None.
    """
    passage = passages[position]
    if passage.size < _FEWEST or passage.lower[0] not in _OPENERS:
        return None
    if passage.lemma[1] not in lexicon.core or not passage.tag[1].startswith("VB"):
        return None
    first = position
    while first and _goes_on(passages[first - 1], passages[first]):
        first -= 1
    mention = inverted_subject(passage, 1)
    if first == position or mention is None:
        return None
    return Utterance(
        spans=tuple(p.span(0, p.size - 1) for p in passages[first:position] if p.size),
        style=QuotationStyle.DIRECT,
        paragraph=first,
        mention=mention,
        cue=passage.span(1, 1),
        reason=f"“{passage.words[0]} {passage.words[1]}” behind the block quotation",
    )


def _goes_on(block: Passage, following: Passage) -> bool:
    """Tell whether a paragraph is an unmarked block quotation right before another one."""
    near = following.parsed.index - block.parsed.index <= 1
    return near and block.parsed.kind is ParagraphKind.QUOTE and not block.runs
