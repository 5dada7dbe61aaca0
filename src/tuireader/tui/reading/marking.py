"""Which stretches of the text show which finding, for what the reader follows and hides."""

from typing import TYPE_CHECKING

from tuireader.session.kinds import Kind
from tuireader.session.session import Session
from tuireader.session.showing import Passage
from tuireader.tui.reading.marks import (
    Layer,
    Look,
    MarkIndex,
    marks_around,
    marks_at,
    marks_of,
)

if TYPE_CHECKING:
    from tuireader.session.search import Search


def text_marks(session: Session) -> dict[Layer, MarkIndex]:
    """Mark quotations, names of speakers, figures, and what stands back for a speaker."""
    return {
        Layer.QUOTES: _quotations(session),
        Layer.SPEAKERS: _namings(session),
        Layer.FIGURES: _statements(session, Kind.FIGURE, Look.FIGURE),
        Layer.ASIDE: _aside(session),
    }


def claim_bars(session: Session) -> MarkIndex:
    """Mark the claims that have a row; they have a bar in the gutter."""
    return _statements(session, Kind.CLAIM, Look.CLAIM)


def _quotations(session: Session) -> MarkIndex:
    if Kind.SPEAKER in session.hidden:
        return MarkIndex()
    if session.followed is None:
        return marks_at(session.findings.quoted, Look.QUOTE)
    return marks_of(session.findings.said_by(session.followed), Look.QUOTE)


def _namings(session: Session) -> MarkIndex:
    if Kind.SPEAKER in session.hidden:
        return MarkIndex()
    if session.followed is None:
        return marks_at(session.findings.named, Look.SPEAKER)
    return marks_of(session.findings.namings(session.followed), Look.SPEAKER)


def _statements(session: Session, kind: Kind, look: Look) -> MarkIndex:
    return MarkIndex() if kind in session.hidden else marks_at(session.shown(kind).where, look)


def _aside(session: Session) -> MarkIndex:
    """Mark all that the followed speaker did not say."""
    if session.followed is None:
        return MarkIndex()
    kept = [*session.findings.said_by(session.followed)]
    kept += session.findings.namings(session.followed)
    return marks_around(kept, len(session.article.text), Look.ASIDE)


def lit_marks(passage: Passage | None) -> MarkIndex:
    """Mark the selected passage."""
    return marks_of(passage.spans, Look.LIT) if passage else MarkIndex()


def hit_marks(search: "Search | None") -> MarkIndex:
    """Mark the hits of a search."""
    return marks_at(search.hits, Look.HIT) if search else MarkIndex()


def current_hit_marks(search: "Search | None") -> MarkIndex:
    """Mark the hit that the reader is at."""
    hit = search.hit if search else None
    return marks_of([hit] if hit else [], Look.CURRENT_HIT)
