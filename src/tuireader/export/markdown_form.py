"""The Markdown form of an analysis: a reading sheet to hand to a colleague."""

import re
from collections.abc import Iterator

from tuireader import __version__
from tuireader.analysis.model import (
    Analysis,
    Claim,
    Hedge,
    Quotation,
    Speaker,
)
from tuireader.article.model import Article
from tuireader.export.json_form import quoted_text
from tuireader.export.numbers import value_words

_SPECIAL = re.compile(
    r"""
    [\\`*\[|~]                        # markup wherever it stands
    | &(?=\#?\w+;)                    # an entity
    | <(?=[A-Za-z/!?])                # a tag or a link
    | (?<![^\W_])_ | _(?![^\W_])      # emphasis, unless inside a word
    | (?<!\S)\#                       # a heading, or the end of one
    """,
    re.VERBOSE,
)
_BLOCK_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=>|[-+](?:[\s-]|$)|=+\s*$))")
"""What makes a list, a quotation, a rule or a heading of a line that starts with it."""

_CHECK_FROM = 0.5
"""Worth from which a claim is marked as one to check."""

_REASONS_TOLD = 2
"""How many of the reasons for that are given: the strongest come first."""

Lines = Iterator[str]


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line.

    Args:
        text: Any text; white space is folded, so that it stays in its heading, item or cell.
    """
    folded = " ".join(text.split())
    escaped = _SPECIAL.sub(r"\\\g<0>", folded)
    return _BLOCK_START.sub(r"\1\\", escaped)


def reading_sheet(article: Article, analysis: Analysis) -> str:
    """Return the sheet: title, source, speakers, figures, claims and comparisons."""
    sheet = _Sheet(article, analysis)
    return "\n".join(sheet.lines()).rstrip("\n") + "\n"


class _Sheet:
    """The lines of one article's sheet."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._article = article
        self._analysis = analysis
        self._speakers = {speaker.id: speaker for speaker in analysis.speakers}
        self._claims = {claim.id: claim for claim in analysis.claims}

    def lines(self) -> Lines:
        """Yield all lines of the sheet."""
        yield from self._head()
        yield from self._speaker_part()
        yield from self._figure_part()
        yield from self._claim_part()
        yield from self._comparison_part()

    def _words(self, start: int, end: int) -> str:
        return escape(self._article.text[start:end])

    def _name(self, ident: str | None) -> str:
        speaker = self._speakers.get(ident) if ident else None
        return escape(speaker.name) if speaker else ""

    def _head(self) -> Lines:
        article = self._article
        yield f"# {escape(article.title or 'Untitled article')}"
        yield ""
        facts = [escape(fact) for fact in (article.byline, article.published) if fact]
        if facts:
            yield " · ".join(facts) + "  "
        words = len(article.text.split())
        yield f"Source: {escape(article.source.path)} · {words:,} words  "
        model = escape(self._analysis.model or "no language pipeline")
        yield f"Read by tuireader {__version__} with {model}; check against the article."
        for note in self._analysis.notes:
            yield ""
            yield f"> {escape(note)}"
        yield ""

    def _speaker_part(self) -> Lines:
        found = self._analysis
        yield f"## Speakers ({len(found.speakers)})"
        yield ""
        if not found.speakers:
            yield from ("No speakers were found.", "")
        for speaker in found.speakers:
            said = [quote for quote in found.quotations if quote.speaker == speaker.id]
            yield from self._speaker(speaker, said)
        rest = [quote for quote in found.quotations if quote.speaker not in self._speakers]
        if rest:
            yield from ("### Speaker not told", "")
            yield from self._statements(rest)

    def _speaker(self, speaker: Speaker, said: list[Quotation]) -> Lines:
        yield f"### {escape(speaker.name)}"
        yield ""
        facts = [speaker.role or "", speaker.kind.value]
        if speaker.aliases:
            facts.append("also " + ", ".join(f"“{alias}”" for alias in speaker.aliases))
        if speaker.words_quoted:
            facts.append(f"{speaker.words_quoted:,} words quoted")
        yield " · ".join(escape(fact) for fact in facts if fact)
        yield ""
        yield from self._statements(said)

    def _statements(self, said: list[Quotation]) -> Lines:
        for quote in said:
            how = [quote.style.value]
            if quote.cue:
                how.append(f"“{self._words(*quote.cue)}”")
            if quote.inferred:
                how.append("speaker inferred")
            yield f"- {escape(quoted_text(quote, self._article.text))} *({', '.join(how)})*"
        if said:
            yield ""

    def _figure_part(self) -> Lines:
        figures = self._analysis.figures
        yield f"## Figures ({len(figures)})"
        yield ""
        if not figures:
            yield from ("No figures were found.", "")
            return
        yield "| As written | Value | Unit | Of what | Given by |"
        yield "| :-- | --: | :-- | :-- | :-- |"
        for figure in figures:
            cells = (
                self._words(figure.start, figure.end),
                value_words(figure),
                escape(figure.unit or ""),
                escape(figure.concept or ""),
                self._name(figure.speaker) or "the article",
            )
            yield "| " + " | ".join(cells) + " |"
        yield ""

    def _claim_part(self) -> Lines:
        claims = self._analysis.claims
        yield f"## Claims ({len(claims)})"
        yield ""
        if not claims:
            yield from ("No claims were found.", "")
        groups: dict[tuple[str, ...], list[Claim]] = {}
        for claim in claims:
            groups.setdefault(claim.asserted_by, []).append(claim)
        for chain, members in groups.items():
            yield f"### {self._chain(chain)}"
            yield ""
            for claim in members:
                yield f"- {self._words(claim.start, claim.end)}{self._claim_remark(claim)}"
            yield ""

    def _chain(self, chain: tuple[str, ...]) -> str:
        if not chain:
            return "The article itself"
        return " › ".join(self._name(ident) or "unknown" for ident in chain)

    def _claim_remark(self, claim: Claim) -> str:
        remarks = []
        if claim.hedge is not Hedge.NONE:
            cue = f" “{self._words(*claim.hedge_cue)}”" if claim.hedge_cue else ""
            remarks.append(f"{claim.hedge.value}{cue}")
        if claim.worth >= _CHECK_FROM and claim.reasons:
            remarks.append(
                "worth a check: " + ", ".join(map(escape, claim.reasons[:_REASONS_TOLD]))
            )
        return f" *({'; '.join(remarks)})*" if remarks else ""

    def _comparison_part(self) -> Lines:
        comparisons = self._analysis.comparisons
        if not comparisons:
            return
        yield f"## Side by side ({len(comparisons)})"
        yield ""
        for group in comparisons:
            yield f"### {escape(group.topic)}{' — differs' if group.differs else ''}"
            yield ""
            if group.reason:
                yield from (escape(group.reason), "")
            for ident in group.claims:
                claim = self._claims.get(ident)
                if claim:
                    words = self._words(claim.start, claim.end)
                    yield f"- **{self._chain(claim.asserted_by)}:** {words}"
            yield ""
