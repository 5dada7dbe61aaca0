"""The JSON form of an analysis, for programs: all keys always present, null where unknown."""

from typing import Any

from tuireader import __version__
from tuireader.analysis.model import Analysis, Claim, Comparison, Figure, Quotation, Speaker
from tuireader.article.model import Article, Span
from tuireader.export.numbers import plain_number

SCHEMA = "tuireader/1"
"""Name and version of the form; the version rises when a key changes its meaning."""

JsonObject = dict[str, Any]


def article_record(article: Article, analysis: Analysis) -> JsonObject:
    """Return article and findings as plain data, ready for `json.dumps`."""
    source = article.source
    return {
        "schema": SCHEMA,
        "source": {"path": source.path, "format": source.format, "sha256": source.sha256},
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "text": article.text,
        "paragraphs": [[paragraph.start, paragraph.end] for paragraph in article.paragraphs],
        "engine": {"tuireader": __version__, "model": analysis.model},
        "speakers": [_speaker(speaker) for speaker in analysis.speakers],
        "quotes": [_quotation(quotation, article.text) for quotation in analysis.quotations],
        "figures": [_figure(figure, article.text) for figure in analysis.figures],
        "claims": [_claim(claim, article.text) for claim in analysis.claims],
        "comparisons": [_comparison(comparison) for comparison in analysis.comparisons],
    }


def quoted_text(quotation: Quotation, text: str) -> str:
    """Return the words of a quotation without what interrupts it."""
    return " ".join(text[start:end] for start, end in quotation.spans)


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span[0], span[1]]


def _speaker(speaker: Speaker) -> JsonObject:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "aliases": list(speaker.aliases),
        "mentions": [[start, end] for start, end in speaker.mentions],
        "quotes": list(speaker.quotes),
        "words_quoted": speaker.words_quoted,
    }


def _quotation(quotation: Quotation, text: str) -> JsonObject:
    span = quotation.speaker_span
    return {
        "id": quotation.id,
        "start": quotation.start,
        "end": quotation.end,
        "spans": [[start, end] for start, end in quotation.spans],
        "text": quoted_text(quotation, text),
        "style": quotation.style.value,
        "speaker": quotation.speaker,
        "speaker_text": None if span is None else text[span[0] : span[1]],
        "speaker_start": None if span is None else span[0],
        "speaker_end": None if span is None else span[1],
        "cue": _pair(quotation.cue),
        "inferred": quotation.inferred,
    }


def _figure(figure: Figure, text: str) -> JsonObject:
    span = figure.concept_span
    return {
        "id": figure.id,
        "start": figure.start,
        "end": figure.end,
        "text": text[figure.start : figure.end],
        "kind": figure.kind.value,
        "low": plain_number(figure.low),
        "high": plain_number(figure.high),
        "bound": figure.bound.value,
        "approximate": figure.approximate,
        "unit": figure.unit,
        "change": None if figure.change is None else figure.change.value,
        "concept": figure.concept,
        "concept_start": None if span is None else span[0],
        "concept_end": None if span is None else span[1],
        "speaker": figure.speaker,
        "claim": figure.claim,
    }


def _claim(claim: Claim, text: str) -> JsonObject:
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": text[claim.start : claim.end],
        "asserted_by": list(claim.asserted_by),
        "hedge": claim.hedge.value,
        "hedge_cue": _pair(claim.hedge_cue),
        "negated": claim.negated,
        "kind": claim.kind.value,
        "worth": plain_number(claim.worth),
        "reasons": list(claim.reasons),
        "figures": list(claim.figures),
    }


def _comparison(comparison: Comparison) -> JsonObject:
    return {
        "id": comparison.id,
        "topic": comparison.topic,
        "claims": list(comparison.claims),
        "differs": comparison.differs,
        "reason": comparison.reason,
    }
