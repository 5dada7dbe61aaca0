"""What is found in an article. The field names are those of the export contract.

Every offset counts code points in `Article.text`. Ids are a letter and a number in the order of
the text ("s1", "q3", "f2", "c5", "k1") and stable for one article text.
"""

from dataclasses import dataclass
from enum import StrEnum

from tuireader.article.model import Span


class SpeakerKind(StrEnum):
    """What sort of source speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    ANONYMOUS = "anonymous"


class QuotationStyle(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    """All of it in quote marks."""

    MIXED = "mixed"
    """A reported clause with some words in quote marks."""

    INDIRECT = "indirect"
    """Reported without quote marks."""


class FigureKind(StrEnum):
    """What sort of figure it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    RATIO = "ratio"
    DATE = "date"
    ORDINAL = "ordinal"
    VAGUE = "vague"


class Bound(StrEnum):
    """How the written number limits the true one."""

    EXACT = "exact"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"
    RANGE = "range"


class Change(StrEnum):
    """Which way the figure says that something moved."""

    UP = "up"
    DOWN = "down"


class Hedge(StrEnum):
    """How far a claim is held at a distance, from not at all to a mere possibility."""

    NONE = "none"
    SOFT = "soft"
    REPORTED = "reported"
    POSSIBLE = "possible"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    QUANTITY = "quantity"
    EVENT = "event"
    STATE = "state"
    CAUSAL = "causal"
    COMPARISON = "comparison"
    ACCUSATION = "accusation"
    SPEECH_ACT = "speech_act"
    PREDICTION = "prediction"
    PLAN = "plan"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whose words the article gives."""

    id: str
    """Its identity, "s1"."""

    name: str
    """The fullest name in the article, or the description of an unnamed source."""

    kind: SpeakerKind
    """Person, organisation, group or anonymous."""

    role: str | None
    """Title or function as the article writes it."""

    aliases: tuple[str, ...]
    """Other names and descriptions of the same speaker, as written."""

    mentions: tuple[Span, ...]
    """Where the speaker is named or described, ordered by start."""

    quotes: tuple[str, ...]
    """Ids of the speaker's quotations."""

    words_quoted: int
    """How many words of the article stand inside the speaker's quote marks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the article reports, with or without quote marks."""

    id: str
    """Its identity, "q1"."""

    start: int
    """Offset of the first reported character, quote mark included."""

    end: int
    """Offset after the last one."""

    spans: tuple[Span, ...]
    """The stretches that it consists of: more than one where "X said" interrupts it."""

    style: QuotationStyle
    """Direct, mixed or indirect."""

    speaker: str | None
    """Id of the speaker; None where the article does not tell."""

    speaker_span: Span | None
    """Where the speaker stands at this quotation ("Jeffrey", "he"); None where it is inferred."""

    cue: Span | None
    """The words that report it ("said", "according to")."""

    inferred: bool
    """Whether the speaker was worked out from the surroundings and not read from the sentence."""

    reason: str = ""
    """Why it was marked, in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, exact or vague, and what it says."""

    id: str
    """Its identity, "f1"."""

    start: int
    """Offset of the first character, bound words ("more than") included."""

    end: int
    """Offset after the last character, unit included."""

    kind: FigureKind
    """What sort of figure it is."""

    low: float | None
    """The lower end of the interval; None where it is open or unknown."""

    high: float | None
    """The upper end of the interval; None where it is open or unknown."""

    bound: Bound
    """How the written number limits the true one."""

    approximate: bool
    """Whether the article itself calls it inexact ("about", "estimated")."""

    unit: str | None
    """ISO 4217 for money, "percent", else the unit's name in the singular; None for a count."""

    change: Change | None
    """Which way something moved, for a figure that tells of a change."""

    concept: str | None
    """What is counted or measured, as written."""

    concept_span: Span | None
    """Where those words stand."""

    speaker: str | None = None
    """Id of the speaker who gives it; None for the article's own voice."""

    claim: str | None = None
    """Id of the claim that it stands in."""

    reason: str = ""
    """How it was read, where that is not plain from its words."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause that presents something as true, with whoever asserts it."""

    id: str
    """Its identity, "c1"."""

    start: int
    """Offset of the first character of the clause."""

    end: int
    """Offset after the last one."""

    asserted_by: tuple[str, ...]
    """Ids of the chain of speakers, outermost first; empty for the article's own voice."""

    hedge: Hedge
    """How far it is held at a distance."""

    hedge_cue: Span | None
    """The words that do so."""

    negated: bool
    """Whether it says that something is not so."""

    kind: ClaimKind
    """What sort of statement it is."""

    worth: float
    """How much it deserves a check, 0 to 1."""

    reasons: tuple[str, ...]
    """Why it has that worth, the strongest first."""

    figures: tuple[str, ...]
    """Ids of the figures in it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Statements of several speakers about the same thing, side by side."""

    id: str
    """Its identity, "k1"."""

    topic: str
    """What they are about: "prisoners · escape"."""

    claims: tuple[str, ...]
    """Ids of the claims, in the order of the text."""

    differs: bool
    """Whether their figures or verbs exclude each other."""

    reason: str
    """How they differ, or what they share, in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in an article, or in its first part while the analysis goes on."""

    model: str | None = None
    """The language pipeline and its version; None before one was used."""

    speakers: tuple[Speaker, ...] = ()
    """The speakers, in the order of their first mention."""

    quotations: tuple[Quotation, ...] = ()
    """The quotations, ordered by start, the longer one first."""

    figures: tuple[Figure, ...] = ()
    """The figures, ordered by start."""

    claims: tuple[Claim, ...] = ()
    """The claims, ordered by start, the longer one first."""

    comparisons: tuple[Comparison, ...] = ()
    """The groups of comparable claims."""

    notes: tuple[str, ...] = ()
    """What the reader should know of the analysis, a sentence each."""
