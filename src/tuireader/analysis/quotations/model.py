"""What the finder of quotations hands to the resolver of speakers."""

from dataclasses import dataclass

from tuireader.analysis.model import QuotationStyle
from tuireader.article.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe a speaker."""

    paragraph: int
    """Position of its paragraph among the parsed ones."""

    first: int
    """Its first token in that paragraph."""

    last: int
    """Its last token."""

    head: int
    """The token that it hangs on."""

    span: Span
    """Where it stands in the article."""

    shown: Span
    """What stands beside the quotation; "who" where the mention is what "who" refers to."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Reported words, before it is known who the speaker is."""

    spans: tuple[Span, ...]
    """The stretches of the article that it consists of, quote marks included."""

    style: QuotationStyle
    """Direct, mixed or indirect."""

    paragraph: int
    """Position among the parsed paragraphs of the one in which it starts."""

    mention: Mention | None
    """The speaker as written beside it; None where the article names none there."""

    cue: Span | None
    """The words that report it."""

    reason: str
    """Which cue or rule made it, in words that a reader understands."""

    inherits: bool = False
    """Whether it goes to whoever spoke last."""

    labelled: bool = False
    """Whether its speaker stands before a colon, as in a transcript."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.spans[-1].end
