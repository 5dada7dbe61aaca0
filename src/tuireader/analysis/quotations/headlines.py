"""Headlines: "Ruiz Says Harbour Will Close", whose capitals mislead the tagger."""

from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.model import Mention
from tuireader.analysis.quotations.passage import Passage
from tuireader.article.model import ParagraphKind

_LONGEST = 30
"""How many tokens a first paragraph may have that is read as a headline."""
_LONGEST_SOURCE = 8
"""How many tokens may name the speaker."""
_NO_SPEAKER = frozenset({"WP", "WDT", "WRB", "IN", "CC"})
"""Tags of words that start no name of a speaker: "What the law says"."""
_FEWEST_REPORTED = 3
"""How many tokens must follow the verb."""


def is_headline(passage: Passage) -> bool:
    """Tell whether a paragraph is the article's headline, or a first line that reads like one."""
    if passage.parsed.kind is ParagraphKind.TITLE:
        return True
    return passage.position == 0 and passage.size <= _LONGEST


def headline_report(passage: Passage, lexicon: ReportingLexicon) -> tuple[Mention, int] | None:
    """Read a headline that tells what somebody says.

    Args:
        passage: The headline.
        lexicon: The reporting verbs.

    Returns:
        Who says it, and the token of the verb; None where it is no such headline.
    """
    if passage.size and passage.tag[0] in _NO_SPEAKER:
        return None
    for verb in range(1, min(_LONGEST_SOURCE + 1, passage.size - _FEWEST_REPORTED)):
        if not all(passage.outside(t) for t in range(verb + 1)):
            return None
        if passage.words[verb] in (",", ":", ";", "—", "–", "."):
            return None
        if _present_of(passage.lower[verb], lexicon):
            span = passage.span(0, verb - 1)
            return Mention(passage.position, 0, verb - 1, verb - 1, span, span), verb
    return None


def _present_of(word: str, lexicon: ReportingLexicon) -> bool:
    """Tell whether a word is the third person of a verb that takes a clause."""
    if not word.endswith("s"):
        return False
    stems = {word[:-1], word[:-2] if word.endswith("es") else word[:-1]}
    if word.endswith("ies"):
        stems.add(word[:-3] + "y")
    return bool(stems & lexicon.headlines)
