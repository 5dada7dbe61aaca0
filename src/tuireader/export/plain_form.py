"""Article and findings as plain lines, for screen readers and pipes.

Each line says by itself what it is and where it belongs ("Figure 3, paragraph 2: …"), so that it
can be heard, searched and cut out alone.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tuireader.analysis.model import Analysis, Claim, Comparison, Figure, Hedge, Quotation, Speaker
from tuireader.article.loading import STDIN_PATH
from tuireader.article.model import Article, InlineStyle, ParagraphKind
from tuireader.export.json_form import quoted_text
from tuireader.export.numbers import value_words

_UNKNOWN = "speaker not told"
_THE_ARTICLE = "the article"
_CHECK_FROM = 0.5  # worth from which the reasons are told
_REASONS_TOLD = 2
_SPOKEN = str.maketrans({">": "more than", "<": "less than", "≈": "about"})
"""A screen reader leaves the signs out, or spells them."""

Lines = Iterator[str]
_T = TypeVar("_T")


def article_lines(article: Article) -> Lines:
    """Yield the article: what it is, its paragraphs with their numbers, where its links lead."""
    if article.title:
        yield f"Article: {_folded(article.title)}"
    if article.byline:
        yield f"By: {_folded(article.byline)}"
    if article.published:
        yield f"Published: {_folded(article.published)}"
    path = article.source.path
    source = "standard input" if path == STDIN_PATH else _folded(path)
    yield f"Source: {source}, {len(article.text.split()):,} words"
    for warning in article.warnings:
        yield f"Note: {_folded(warning)}"
    yield ""
    if not article.text.strip():
        yield "The article has no text."
    for number, paragraph in enumerate(article.paragraphs, start=1):
        text = article.text[paragraph.start : paragraph.end]
        if text.strip():
            kind = "" if paragraph.kind is ParagraphKind.TEXT else f", {paragraph.kind.value}"
            yield f"Paragraph {number}{kind}: {_folded(f'{paragraph.marker} {text}')}"
    links = (i for i in article.inlines if i.style is InlineStyle.LINK and i.target)
    for number, link in enumerate(links, start=1):
        yield f"Link {number}: {_folded(article.text[link.start : link.end])}, {link.target}"


def finding_lines(article: Article, analysis: Analysis) -> Lines:
    """Yield the findings, kind after kind, each in the order of the text."""
    yield from _Findings(article, analysis).lines()


def _folded(text: str) -> str:
    return " ".join(text.split())


def _section(name: str, findings: Sequence[_T], tell: Callable[[_T], str]) -> Lines:
    """Yield how many findings of a kind there are, then each with its number."""
    yield from ("", f"{name}s: {len(findings):,}")
    for number, finding in enumerate(findings, start=1):
        yield f"{name} {number}{tell(finding)}"


class _Findings:
    """The lines of one article's findings."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._article = article
        self._analysis = analysis
        self._starts = [paragraph.start for paragraph in article.paragraphs]
        self._speakers = {speaker.id: speaker for speaker in analysis.speakers}
        self._numbers = {claim.id: n for n, claim in enumerate(analysis.claims, start=1)}

    def lines(self) -> Lines:
        """Yield all lines."""
        found = self._analysis
        for note in found.notes:
            yield ""
            yield f"Note: {_folded(note)}"
        yield from _section("Speaker", found.speakers, self._speaker)
        yield from _section("Quotation", found.quotations, self._quotation)
        yield from _section("Figure", found.figures, self._figure)
        yield from _section("Claim", found.claims, self._claim)
        yield from _section("Comparison", found.comparisons, self._comparison)

    def _where(self, offset: int) -> str:
        return f"paragraph {max(1, bisect_right(self._starts, offset))}"

    def _words(self, start: int, end: int) -> str:
        return _folded(self._article.text[start:end])

    def _name(self, ident: str | None, unknown: str) -> str:
        speaker = self._speakers.get(ident or "")
        return _folded(speaker.name) if speaker else unknown

    def _speaker(self, speaker: Speaker) -> str:
        facts = [speaker.name, speaker.role or "", speaker.kind.value]
        if speaker.aliases:
            facts.append("also " + ", ".join(f"“{alias}”" for alias in speaker.aliases))
        facts.append(f"quotations: {len(speaker.quotes)}")
        if speaker.words_quoted:
            facts.append(f"words quoted: {speaker.words_quoted:,}")
        return ": " + "; ".join(_folded(fact) for fact in facts if fact)

    def _quotation(self, quotation: Quotation) -> str:
        facts = [self._where(quotation.start), self._name(quotation.speaker, _UNKNOWN)]
        if quotation.inferred and quotation.speaker:
            facts[-1] += " (inferred)"
        facts.append(quotation.style.value)
        if quotation.cue:
            facts.append(f"“{self._words(*quotation.cue)}”")
        return f", {', '.join(facts)}: {_folded(quoted_text(quotation, self._article.text))}"

    def _figure(self, figure: Figure) -> str:
        facts = [self._words(figure.start, figure.end), figure.concept or ""]
        value = value_words(figure).translate(_SPOKEN)
        if value:
            facts.append(f"value {value} {figure.unit or ''}")
        facts.append(f"given by {self._name(figure.speaker, _THE_ARTICLE)}")
        told = "; ".join(_folded(fact) for fact in facts if fact)
        return f", {self._where(figure.start)}: {told}"

    def _claim(self, claim: Claim) -> str:
        told = f", {self._where(claim.start)}, {self._chain(claim)}"
        remarks = [] if claim.hedge is Hedge.NONE else [self._hedge(claim)]
        if claim.worth >= _CHECK_FROM and claim.reasons:
            remarks.append(f"worth a check: {', '.join(claim.reasons[:_REASONS_TOLD])}")
        remark = f" ({'; '.join(remarks)})" if remarks else ""
        return f"{told}: {self._words(claim.start, claim.end)}{remark}"

    def _hedge(self, claim: Claim) -> str:
        cue = f" “{self._words(*claim.hedge_cue)}”" if claim.hedge_cue else ""
        return f"{claim.hedge.value}{cue}"

    def _chain(self, claim: Claim) -> str:
        names = [self._name(ident, "unknown") for ident in claim.asserted_by]
        return ", says ".join(reversed(names)) or _THE_ARTICLE

    def _comparison(self, comparison: Comparison) -> str:
        numbers = [f"{self._numbers[c]}" for c in comparison.claims if c in self._numbers]
        differs = "; differs" if comparison.differs else ""
        members = f"claims {', '.join(numbers)}"
        return f": {_folded(comparison.topic)}; {members}{differs}; {_folded(comparison.reason)}"
