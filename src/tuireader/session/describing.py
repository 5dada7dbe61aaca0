"""Findings in words: the rows of the panels and what the inspector tells."""

from typing import NamedTuple

from tuireader.analysis.model import (
    Bound,
    Change,
    Claim,
    Figure,
    Hedge,
    QuotationStyle,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import Article, Span
from tuireader.session.findings import Findings
from tuireader.session.kinds import Kind, kind_of
from tuireader.session.showing import Passage
from tuireader.session.wording import ARTICLE_VOICE, count, plain, words_of

_KINDS_OF_SPEAKERS = {
    SpeakerKind.PERSON: "",
    SpeakerKind.ORGANIZATION: "organisation",
    SpeakerKind.GROUP: "group",
    SpeakerKind.ANONYMOUS: "unnamed source",
}
_STYLES = {
    QuotationStyle.DIRECT: "quoted directly",
    QuotationStyle.MIXED: "quoted in part",
    QuotationStyle.INDIRECT: "in the article’s words",
}
_BOUNDS = {Bound.MORE: "more than ", Bound.LESS: "less than ", Bound.ABOUT: "about "}
_HEDGES = {
    Hedge.SOFT: "put softly",
    Hedge.REPORTED: "from hearsay",
    Hedge.POSSIBLE: "as a possibility",
}
_CHANGES = {Change.UP: "a rise", Change.DOWN: "a fall"}


class Row(NamedTuple):
    """A row of a panel."""

    head: str
    """What it is: a name, a figure as written, the words of a claim."""

    detail: str = ""
    """What stands beside it: what is counted."""

    foot: str = ""
    """The second line: a role, who gives it, who asserts it and how."""

    tail: str = ""
    """What stands at the right edge: the number of passages, or of comparable claims."""

    share: float | None = None
    """Share of the quoted words, 0 to 1, for speakers."""

    @property
    def words(self) -> str:
        """All that can be read in it but numbers."""
        return f"{self.head}  {self.detail}  {self.foot}"


def short_name(speaker: Speaker) -> str:
    """Return the surname of a person, the name of any other speaker."""
    if speaker.kind is SpeakerKind.PERSON:
        words = plain(speaker.name).split()
        return next((w for w in reversed(words) if w not in _SUFFIXES), speaker.name)
    return plain(speaker.name)


_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


class Describer:
    """Says of findings what a reader needs to know.

    Args:
        article: The article.
        findings: What was found in it.
    """

    def __init__(self, article: Article, findings: Findings) -> None:
        self._article = article
        self._findings = findings
        self._most_words = max((s.words_quoted for s in findings.analysis.speakers), default=0)

    # Rows

    def row(self, finding: str) -> Row:
        """Return the row of a finding."""
        kind = kind_of(finding)
        if kind is Kind.SPEAKER:
            return self._speaker_row(self._findings.speakers[finding])
        if kind is Kind.FIGURE:
            return self._figure_row(self._findings.figures[finding])
        return self._claim_row(self._findings.claims[finding])

    def _speaker_row(self, speaker: Speaker) -> Row:
        return Row(
            head=plain(speaker.name),
            foot=plain(speaker.role or "") or _KINDS_OF_SPEAKERS[speaker.kind],
            tail=str(len(self._findings.passages(speaker.id))),
            share=speaker.words_quoted / self._most_words if self._most_words else 0.0,
        )

    def _figure_row(self, figure: Figure) -> Row:
        return Row(
            head=words_of(self._article, Span(figure.start, figure.end)),
            detail=plain(figure.concept or ""),
            foot=self._giver(figure.speaker),
        )

    def _claim_row(self, claim: Claim) -> Row:
        comparisons = self._findings.comparisons_of(claim.id)
        compared = {other for c in comparisons for other in c.claims if other != claim.id}
        hedge = words_of(self._article, claim.hedge_cue)
        return Row(
            head=words_of(self._article, Span(claim.start, claim.end)),
            foot=" · ".join(filter(None, [self._chain(claim.asserted_by), hedge])),
            tail=f"⇄ {len(compared)}" if compared else "",
        )

    # The article's own voice goes without saying in a row; it is what most rows would say.

    def _giver(self, speaker: str | None) -> str:
        known = self._findings.speakers.get(speaker or "")
        return short_name(known) if known else ""

    def _chain(self, speakers: tuple[str, ...]) -> str:
        """Name who asserts something: the innermost speaker, and through whom we know."""
        named = [short_name(self._findings.speakers[s]) for s in speakers]
        return ", says ".join(reversed(named))

    # The inspector

    def tell(self, passage: Passage) -> tuple[str, list[str]]:
        """Return a heading and lines that tell all about the selected passage."""
        kind = kind_of(passage.finding)
        if kind is Kind.SPEAKER:
            return self._tell_speaker(self._findings.speakers[passage.finding], passage)
        if kind is Kind.FIGURE:
            return self._tell_figure(self._findings.figures[passage.finding])
        return self._tell_claim(self._findings.claims[passage.finding])

    def _tell_speaker(self, speaker: Speaker, passage: Passage) -> tuple[str, list[str]]:
        total = len(self._findings.passages(speaker.id))
        heading = f"{plain(speaker.name)} · passage {passage.number + 1} of {total}"
        lines = []
        quotation = self._findings.quotation_of(passage)
        if quotation is not None:
            words = sum(len(words_of(self._article, s).split()) for s in quotation.spans)
            cue = words_of(self._article, quotation.cue)
            said = [_STYLES[quotation.style] + (f", “{cue}”" if cue else ""), count(words, "word")]
            lines.append(" · ".join(said + ["speaker inferred"] * quotation.inferred))
            if quotation.reason:
                lines.append(f"why: {quotation.reason}")
        if speaker.words_quoted:
            lines.append(f"{count(speaker.words_quoted, 'word')} in quote marks in all")
        if speaker.aliases:
            lines.append("also: " + ", ".join(plain(alias) for alias in speaker.aliases))
        return heading, lines

    def _tell_figure(self, figure: Figure) -> tuple[str, list[str]]:
        written = words_of(self._article, Span(figure.start, figure.end))
        heading = f"{written} · {plain(figure.concept)}" if figure.concept else written
        lines = [f"{figure.kind} · {value_in_words(figure)}"]
        if figure.change:
            lines[0] += f" · {_CHANGES[figure.change]}"
        if figure.approximate:
            lines[0] += " · an estimate"
        lines.append(f"given by {self._full_name(figure.speaker)}")
        if figure.claim in self._findings.claims:
            claim = self._findings.claims[figure.claim]
            lines.append("in: " + words_of(self._article, Span(claim.start, claim.end)))
        if figure.reason:
            lines.append(f"why: {figure.reason}")
        return heading, lines

    def _full_name(self, speaker: str | None) -> str:
        known = self._findings.speakers.get(speaker or "")
        return plain(known.name) if known else ARTICLE_VOICE

    def _tell_claim(self, claim: Claim) -> tuple[str, list[str]]:
        names = [plain(self._findings.speakers[s].name) for s in claim.asserted_by]
        heading = "asserted by " + (", says ".join(reversed(names)) or ARTICLE_VOICE)
        kind = claim.kind.replace("_", " ") + (", negated" if claim.negated else "")
        lines = [f"{kind} · worth {claim.worth:.2f}"]
        if claim.reasons:
            lines[0] += f": {', '.join(claim.reasons)}"
        cue = words_of(self._article, claim.hedge_cue)
        if claim.hedge is not Hedge.NONE:
            lines.append(f"{_HEDGES[claim.hedge]}{f', “{cue}”' if cue else ''}")
        for comparison in self._findings.comparisons_of(claim.id):
            verdict = "differs" if comparison.differs else "compares"
            lines.append(f"{verdict}: {comparison.topic}, {comparison.reason} (x)")
        return heading, lines


def value_in_words(figure: Figure) -> str:
    """Say the value of a figure: "more than 100 miles", "1,000 to 2,000", "no number"."""
    low, high = figure.low, figure.high
    ends = [_number(end) for end in (low, high) if end is not None]
    if not ends:
        return "no number"
    if low is not None and high is not None and low != high:
        value = f"{ends[0]} to {ends[1]}"
    else:
        value = _BOUNDS.get(figure.bound, "") + ends[0]
    if figure.unit:
        value += "%" if figure.unit == "percent" else f" {figure.unit}"
    return value


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"
