"""Fills the cache with the findings of documents that are shuffled paragraphs.

The analysis of a million words takes minutes, and every paragraph stands in such a document many
times. So each is analysed once, and what was found in it is set down wherever it stands.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.documents import sample_paragraphs
from benchmarks.settings import SEED
from tuireader.analysis.analyzer import analyse
from tuireader.analysis.language import load_pipeline
from tuireader.analysis.model import Analysis, Claim, Figure, Quotation, Speaker
from tuireader.article.loading import load_article
from tuireader.article.model import Article, Paragraph, Source, Span
from tuireader.storage.analyses import AnalysisCache

MOST_MARKS = 80_000
"""What the longest document shall have; findings are left out, by paragraph, where it has more."""


@dataclass(slots=True)
class _Found:
    """What was found in one paragraph; offsets count from its beginning."""

    mentions: list[tuple[str, Span]] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.mentions) + len(self.quotations) + len(self.figures) + len(self.claims)


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)


def _quotation(quotation: Quotation, by: int) -> Quotation:
    return replace(
        quotation,
        start=quotation.start + by,
        end=quotation.end + by,
        spans=tuple(Span(span.start + by, span.end + by) for span in quotation.spans),
        speaker_span=_moved(quotation.speaker_span, by),
        cue=_moved(quotation.cue, by),
    )


def _figure(figure: Figure, by: int) -> Figure:
    span = _moved(figure.concept_span, by)
    return replace(
        figure, start=figure.start + by, end=figure.end + by, concept_span=span, claim=None
    )


def _claim(claim: Claim, by: int) -> Claim:
    cue = _moved(claim.hedge_cue, by)
    return replace(claim, start=claim.start + by, end=claim.end + by, hedge_cue=cue, figures=())


def findings_by_paragraph(samples: Sequence[str]) -> tuple[dict[str, _Found], Analysis]:
    """Analyse the samples as one article and sort what is found by the paragraph it stands in.

    Args:
        samples: The paragraphs.
    """
    starts, at = [], 0
    for sample in samples:
        starts.append(at)
        at += len(sample) + 2
    places = [Paragraph(s, s + len(t)) for s, t in zip(starts, samples, strict=True)]
    article = Article("\n\n".join(samples), tuple(places), Source("-", "text", ""))
    analysis = analyse(article, load_pipeline())
    found: dict[str, _Found] = defaultdict(_Found)
    for start, sample in zip(starts, samples, strict=True):
        inside, here = Span(start, start + len(sample)), found[sample]
        here.quotations += [
            _quotation(q, -start)
            for q in analysis.quotations
            if inside.contains(q.start) and q.end <= inside.end
        ]
        here.figures += [_figure(f, -start) for f in analysis.figures if inside.contains(f.start)]
        here.claims += [_claim(c, -start) for c in analysis.claims if inside.contains(c.start)]
        for speaker in analysis.speakers:
            here.mentions += [
                (speaker.id, Span(m.start - start, m.end - start))
                for m in speaker.mentions
                if inside.contains(m.start)
            ]
    return found, analysis


def findings_of(article: Article, found: Mapping[str, _Found], known: Analysis) -> Analysis:
    """Set down the findings of each paragraph of an article.

    Args:
        article: The article.
        found: The findings of each paragraph.
        known: The analysis that they are from.
    """
    quotations: list[Quotation] = []
    figures: list[Figure] = []
    claims: list[Claim] = []
    mentions: dict[str, list[Span]] = defaultdict(list)
    for by, here in _marked(article, found):
        quotations += [_quotation(quotation, by) for quotation in here.quotations]
        figures += [_figure(figure, by) for figure in here.figures]
        claims += [_claim(claim, by) for claim in here.claims]
        for speaker, span in here.mentions:
            mentions[speaker].append(Span(span.start + by, span.end + by))
    numbered = [replace(q, id=f"q{n}") for n, q in enumerate(quotations, 1)]
    return Analysis(
        model=known.model,
        speakers=_speakers(known, mentions, numbered),
        quotations=tuple(numbered),
        figures=tuple(replace(f, id=f"f{n}") for n, f in enumerate(figures, 1)),
        claims=tuple(replace(c, id=f"c{n}") for n, c in enumerate(claims, 1)),
    )


def _marked(article: Article, found: Mapping[str, _Found]) -> Iterator[tuple[int, _Found]]:
    """Yield where paragraphs begin that shall have their findings, and the findings."""
    texts = [(p.start, article.text[p.start : p.end]) for p in article.paragraphs]
    total = sum(len(found[text]) for _, text in texts if text in found)
    share = min(1.0, MOST_MARKS / max(1, total))
    rng = random.Random(SEED)
    for start, text in texts:
        if text in found and (share == 1 or rng.random() < share):
            yield start, found[text]


def _speakers(
    known: Analysis, mentions: Mapping[str, list[Span]], quotations: Sequence[Quotation]
) -> tuple[Speaker, ...]:
    spoken: dict[str, list[str]] = defaultdict(list)
    for quotation in quotations:
        if quotation.speaker:
            spoken[quotation.speaker].append(quotation.id)
    return tuple(
        replace(speaker, mentions=tuple(mentions[speaker.id]), quotes=tuple(spoken[speaker.id]))
        for speaker in known.speakers
        if speaker.id in mentions
    )


def main(paths: Sequence[str]) -> None:
    """Put the findings of the documents into the cache, and print how many each has."""
    articles = [load_article(Path(path)) for path in paths]
    texts = {a.text[p.start : p.end] for a in articles for p in a.paragraphs}
    found, known = findings_by_paragraph([s for s in sample_paragraphs() if s in texts])
    cache = AnalysisCache()
    for article in articles:
        analysis = findings_of(article, found, known)
        cache.save(article, analysis)
        marks = sum(len(speaker.mentions) for speaker in analysis.speakers)
        print(len(analysis.quotations) + len(analysis.figures) + len(analysis.claims) + marks)


if __name__ == "__main__":
    main(sys.argv[1:])
