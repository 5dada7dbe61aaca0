"""A small article with findings put there by hand, for tests of what is done with findings."""

from collections.abc import AsyncIterator
from hashlib import sha256

from tuireader.analysis.model import (
    Analysis,
    Bound,
    Claim,
    ClaimKind,
    Comparison,
    Figure,
    FigureKind,
    Hedge,
    Quotation,
    QuotationStyle,
    Speaker,
    SpeakerKind,
)
from tuireader.analysis.service import AnalysisUpdate
from tuireader.article.model import Article, Paragraph, ParagraphKind, Source, Span
from tuireader.errors import PipelineError

PARAGRAPHS = (
    "Bridge shuts after 40 bolts break",
    "By Ada Reyes",
    "The Harbour Bridge was closed on Monday after inspectors found broken bolts.",
    "“We found 40 broken bolts,” said Mira Okafor, the chief engineer. “None of them was new.”",
    "Mayor Tom Lindqvist said that only a few bolts were damaged. “The bridge is safe,” he added.",
    "Advertisement",
    "The repair may cost $3 million, Okafor said.",
)
KINDS = {0: ParagraphKind.TITLE, 1: ParagraphKind.BYLINE, 5: ParagraphKind.FURNITURE}
TEXT = "\n\n".join(PARAGRAPHS)


def article(text: str = TEXT, *, path: str = "bridge.txt", repeated: int = 1) -> Article:
    """Return the article, or another one; its body may be repeated to make a long one."""
    parts = text.split("\n\n")
    parts = parts[:2] + parts[2:] * repeated
    paragraphs, start = [], 0
    for index, part in enumerate(parts):
        kind = KINDS.get(index, ParagraphKind.TEXT) if text == TEXT else ParagraphKind.TEXT
        paragraphs.append(Paragraph(start, start + len(part), kind))
        start += len(part) + 2
    whole = "\n\n".join(parts)
    digest = sha256(whole.encode("utf-8", "replace")).hexdigest()
    byline = parts[1] if text == TEXT else None
    source = Source(path, "text", digest)
    return Article(whole, tuple(paragraphs), source, title=parts[0], byline=byline)


def span(words: str, after: str = "") -> Span:
    """Return where words stand in the text, after other words."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def _quotation(id_: str, speaker: str, style: QuotationStyle, *parts: str, by: Span) -> Quotation:
    spans = tuple(span(part) for part in parts)
    return Quotation(
        id_, spans[0].start, spans[-1].end, spans, style, speaker, by, None, False, "“said”"
    )


def _figure(id_: str, words: str, **facts: object) -> Figure:
    where = span(words, str(facts.pop("after", "")))
    values: dict[str, object] = {
        "kind": FigureKind.COUNT,
        "low": None,
        "high": None,
        "bound": Bound.EXACT,
        "approximate": False,
        "unit": None,
        "change": None,
        "concept": None,
        "concept_span": None,
    }
    return Figure(id_, where.start, where.end, **{**values, **facts})  # type: ignore[arg-type]


def _claim(id_: str, words: str, *by: str, worth: float = 0.8, **facts: object) -> Claim:
    where = span(words)
    values: dict[str, object] = {
        "hedge": Hedge.NONE,
        "hedge_cue": None,
        "negated": False,
        "kind": ClaimKind.QUANTITY,
        "reasons": ("figure",),
        "figures": (),
    }
    return Claim(id_, where.start, where.end, by, worth=worth, **{**values, **facts})  # type: ignore[arg-type]


def analysis() -> Analysis:
    """Return the findings of the article."""
    direct, indirect = QuotationStyle.DIRECT, QuotationStyle.INDIRECT
    okafor, last = span("Mira Okafor"), span("Okafor", "$3")
    lindqvist, he = span("Tom Lindqvist"), span("he", "safe")
    return Analysis(
        model="hand 1.0",
        speakers=(
            Speaker(
                "s1",
                "Mira Okafor",
                SpeakerKind.PERSON,
                "chief engineer",
                ("Okafor",),
                (okafor, last),
                ("q1", "q4"),
                10,
            ),
            Speaker(
                "s2",
                "Tom Lindqvist",
                SpeakerKind.PERSON,
                "Mayor",
                (),
                (lindqvist,),
                ("q2", "q3"),
                4,
            ),
        ),
        quotations=(
            _quotation(
                "q1",
                "s1",
                direct,
                "“We found 40 broken bolts,”",
                "“None of them was new.”",
                by=okafor,
            ),
            _quotation("q2", "s2", indirect, "that only a few bolts were damaged", by=lindqvist),
            _quotation("q3", "s2", direct, "“The bridge is safe,”", by=he),
            _quotation("q4", "s1", indirect, "The repair may cost $3 million", by=last),
        ),
        figures=(
            _figure("f1", "40", low=40, high=40, concept="bolts"),
            _figure(
                "f2",
                "40",
                after="We found",
                low=40,
                high=40,
                concept="broken bolts",
                speaker="s1",
                claim="c1",
            ),
            _figure(
                "f3",
                "a few",
                kind=FigureKind.VAGUE,
                low=3,
                high=7,
                concept="bolts",
                speaker="s2",
                claim="c2",
            ),
            _figure(
                "f4",
                "$3 million",
                kind=FigureKind.MONEY,
                low=3e6,
                high=3e6,
                unit="USD",
                speaker="s1",
                claim="c4",
            ),
        ),
        claims=(
            _claim("c1", "We found 40 broken bolts", "s1", figures=("f2",)),
            _claim("c2", "only a few bolts were damaged", "s2", figures=("f3",)),
            _claim("c3", "The bridge is safe", "s2", worth=0.2, kind=ClaimKind.OPINION),
            _claim(
                "c4",
                "The repair may cost $3 million",
                "s1",
                hedge=Hedge.POSSIBLE,
                hedge_cue=span("may"),
            ),
        ),
        comparisons=(Comparison("k1", "bolts · break", ("c1", "c2"), True, "40 against “a few”"),),
    )


class HandService:
    """Stands for the language service: gives findings at once, or says that it can't.

    Args:
        found: The findings.
        error: What to raise instead.
    """

    def __init__(self, found: Analysis | None = None, error: PipelineError | None = None) -> None:
        self.found = analysis() if found is None else found
        self.error = error
        self.asked: list[str] = []
        self.looked_at: list[int] = []

    async def look_at(self, focus: int) -> None:
        """Note where the reader is."""
        self.looked_at.append(focus)

    async def analyse(self, article: Article, focus: int = 0) -> AsyncIterator[AnalysisUpdate]:
        """Yield the findings."""
        self.asked.append(article.source.path)
        if self.error is not None:
            raise self.error
        yield AnalysisUpdate(1.0, self.found, done=True)

    async def start(self) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing to close."""
