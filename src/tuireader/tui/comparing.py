"""Comparison groups in words, as the compare screen shows them; no widget in it."""

from dataclasses import dataclass

from tuireader.analysis.model import Analysis, Claim, Comparison, Figure, Speaker
from tuireader.article.model import Article, Span
from tuireader.session.wording import ARTICLE_VOICE, plain, words_of


@dataclass(frozen=True, slots=True)
class Statement:
    """What one side says."""

    claim: str
    """Id of the claim."""

    speaker: str
    """Who asserts it, and through whom we know."""

    figures: tuple[str, ...]
    """The figures in it, as written."""

    words: str
    """The words of the claim."""

    hedge: str
    """The words that keep it at a distance; empty for none."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Statements about the same thing."""

    topic: str
    """What they are about."""

    differs: bool
    """Whether they exclude each other."""

    reason: str
    """How they differ, or what they share."""

    statements: tuple[Statement, ...]
    """The statements, in the order of the text."""


def contrasts(article: Article, analysis: Analysis) -> list[Contrast]:
    """Put all comparison groups into words, those that differ first.

    Args:
        article: The article.
        analysis: What was found in it.
    """
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    figures = {figure.id: figure for figure in analysis.figures}
    claims = {claim.id: claim for claim in analysis.claims}

    def contrast(comparison: Comparison) -> Contrast:
        members = [claims[claim] for claim in comparison.claims if claim in claims]
        return Contrast(
            plain(comparison.topic),
            comparison.differs,
            plain(comparison.reason),
            tuple(_statement(article, claim, speakers, figures) for claim in members),
        )

    return sorted(map(contrast, analysis.comparisons), key=lambda one: not one.differs)


def _statement(
    article: Article, claim: Claim, speakers: dict[str, Speaker], figures: dict[str, Figure]
) -> Statement:
    found = [figures[one] for one in claim.figures if one in figures]
    voices = claim.asserted_by or _sole_giver(found)
    names = [plain(speakers[one].name) for one in voices if one in speakers]
    return Statement(
        claim.id,
        ", says ".join(reversed(names)) if names else ARTICLE_VOICE,
        tuple(words_of(article, Span(figure.start, figure.end)) for figure in found),
        words_of(article, Span(claim.start, claim.end)),
        words_of(article, claim.hedge_cue),
    )


def _sole_giver(figures: list[Figure]) -> tuple[str, ...]:
    """Return who gives the figures of a clause of the article ("She put it at 30")."""
    givers = {figure.speaker for figure in figures}
    giver = givers.pop() if len(givers) == 1 else None
    return (giver,) if giver else ()
