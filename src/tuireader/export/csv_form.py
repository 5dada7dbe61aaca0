"""The CSV form of an analysis: one table, a finding a row, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from tuireader.analysis.model import Analysis, Claim, Comparison, Figure, Quotation, Speaker
from tuireader.article.model import Article
from tuireader.export.json_form import quoted_text
from tuireader.export.numbers import plain_number

COLUMNS = (
    "file",
    "title",
    "finding",
    "id",
    "start",
    "end",
    "text",
    "speaker",
    "speaker_role",
    "said",
    "kind",
    "low",
    "high",
    "bound",
    "approximate",
    "change",
    "unit",
    "concept",
    "hedge",
    "hedge_cue",
    "negated",
    "worth",
    "reasons",
    "related",
)
"""The columns, the same for every kind of finding; what does not apply stays empty."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet take a text for a formula (OWASP, CSV injection)."""

Cell = str | int | float | None
Row = dict[str, Cell]


def header_line() -> str:
    """Return the line with the names of the columns."""
    return _lines([list(COLUMNS)])


def article_lines(article: Article, analysis: Analysis) -> str:
    """Return the findings of one article as lines of CSV, without the header."""
    table = _Table(article, analysis)
    return _lines([_safe(row.get(name)) for name in COLUMNS] for row in table.rows())


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC).writerows(rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


class _Table:
    """The rows of one article; knows names and words behind the ids."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._article = article
        self._analysis = analysis
        self._speakers = {speaker.id: speaker for speaker in analysis.speakers}
        self._claims = {claim.id: claim for claim in analysis.claims}

    def rows(self) -> Iterator[Row]:
        """Yield the rows: speakers, quotations, figures, claims, comparisons."""
        found = self._analysis
        common: Row = {"file": self._article.source.path, "title": self._article.title}
        for rows in (
            map(self._speaker, found.speakers),
            map(self._quotation, found.quotations),
            map(self._figure, found.figures),
            map(self._claim, found.claims),
            map(self._comparison, found.comparisons),
        ):
            for row in rows:
                yield common | row

    def _words(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _said_by(self, ident: str | None) -> Row:
        speaker = self._speakers.get(ident) if ident else None
        return {"speaker": speaker.name, "speaker_role": speaker.role} if speaker else {}

    def _speaker(self, speaker: Speaker) -> Row:
        first = speaker.mentions[0] if speaker.mentions else (None, None)
        return {
            "finding": "speaker",
            "id": speaker.id,
            "start": first[0],
            "end": first[1],
            "text": "; ".join((speaker.name, *speaker.aliases)),
            "speaker": speaker.name,
            "speaker_role": speaker.role,
            "kind": speaker.kind.value,
            "related": " ".join(speaker.quotes),
        }

    def _quotation(self, quotation: Quotation) -> Row:
        cue = quotation.cue
        return self._said_by(quotation.speaker) | {
            "finding": "quote",
            "id": quotation.id,
            "start": quotation.start,
            "end": quotation.end,
            "text": quoted_text(quotation, self._article.text),
            "said": None if cue is None else self._words(*cue),
            "kind": quotation.style.value,
            "related": quotation.speaker,
        }

    def _figure(self, figure: Figure) -> Row:
        return self._said_by(figure.speaker) | {
            "finding": "figure",
            "id": figure.id,
            "start": figure.start,
            "end": figure.end,
            "text": self._words(figure.start, figure.end),
            "kind": figure.kind.value,
            "low": plain_number(figure.low),
            "high": plain_number(figure.high),
            "bound": figure.bound.value,
            "approximate": _yes_no(figure.approximate),
            "change": figure.change.value if figure.change else None,
            "unit": figure.unit,
            "concept": figure.concept,
            "related": figure.claim,
        }

    def _claim(self, claim: Claim) -> Row:
        names = [self._speakers[i] for i in claim.asserted_by if i in self._speakers]
        cue = claim.hedge_cue
        return {
            "finding": "claim",
            "id": claim.id,
            "start": claim.start,
            "end": claim.end,
            "text": self._words(claim.start, claim.end),
            "speaker": " › ".join(speaker.name for speaker in names) or None,
            "speaker_role": names[-1].role if names else None,
            "kind": claim.kind.value,
            "hedge": claim.hedge.value,
            "hedge_cue": None if cue is None else self._words(*cue),
            "negated": _yes_no(claim.negated),
            "worth": plain_number(claim.worth),
            "reasons": "; ".join(claim.reasons),
            "related": " ".join(claim.figures),
        }

    def _comparison(self, comparison: Comparison) -> Row:
        claims = [self._claims[i] for i in comparison.claims if i in self._claims]
        return {
            "finding": "comparison",
            "id": comparison.id,
            "start": min((claim.start for claim in claims), default=None),
            "end": max((claim.end for claim in claims), default=None),
            "text": comparison.topic,
            "kind": "differs" if comparison.differs else "side by side",
            "reasons": comparison.reason,
            "related": " ".join(comparison.claims),
        }


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"
