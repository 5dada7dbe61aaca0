"""Which stretches of the text show which finding, for what the reader follows and hides."""

from collections.abc import Iterator

from tuireader.article.model import Span
from tuireader.session.findings import Findings, Kind, Passage
from tuireader.session.session import Session
from tuireader.tui.reading.marks import Look, Mark, MarkIndex, marks_around, marks_of


def text_marks(session: Session) -> MarkIndex:
    """Mark quotations, names of speakers and figures in the text."""
    return MarkIndex(_text_marks(session))


def _text_marks(session: Session) -> Iterator[Mark]:
    findings, followed = session.findings, session.followed
    if Kind.SPEAKER not in session.hidden:
        for quotation in findings.analysis.quotations:
            if followed is None or quotation.speaker == followed:
                for span in quotation.spans:
                    yield Mark(span.start, span.end, Look.QUOTE, quotation.speaker or "")
        for speaker in [followed] if followed else findings.speakers:
            yield from _namings(findings, speaker)
    if Kind.FIGURE not in session.hidden:
        for passage in session.shown(Kind.FIGURE).passages:
            yield Mark(passage.start, passage.end, Look.FIGURE, passage.finding)


def _namings(findings: Findings, speaker: str) -> Iterator[Mark]:
    for span in findings.namings(speaker):
        yield Mark(span.start, span.end, Look.SPEAKER, speaker)


def claim_bars(session: Session) -> MarkIndex:
    """Mark the claims that have a row; they have a bar in the gutter."""
    if Kind.CLAIM in session.hidden:
        return MarkIndex()
    claims = session.shown(Kind.CLAIM).passages
    return MarkIndex(Mark(p.start, p.end, Look.CLAIM, p.finding) for p in claims)


def aside_marks(session: Session) -> MarkIndex:
    """Mark all that the followed speaker did not say."""
    if session.followed is None:
        return MarkIndex()
    kept = [*session.findings.said_by(session.followed)]
    kept += session.findings.namings(session.followed)
    return marks_around(kept, len(session.article.text), Look.ASIDE)


def lit_marks(passage: Passage | None) -> MarkIndex:
    """Mark the selected passage."""
    return marks_of(passage.spans, Look.LIT) if passage else MarkIndex()


def hit_marks(hits: tuple[Span, ...], current: Span | None) -> MarkIndex:
    """Mark the hits of a search, and the one that the reader is at."""
    marks = [Mark(hit.start, hit.end, Look.HIT) for hit in hits]
    if current is not None:
        marks.append(Mark(current.start, current.end, Look.CURRENT_HIT))
    return MarkIndex(marks)
