"""Where an article brings in a thing or a person that it has not told of: "a report"."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tuireader.analysis.language import ParsedParagraph

if TYPE_CHECKING:
    from spacy.tokens import Token


class Introductions:
    """The first place of each noun that brings in something new; looked up when it is asked for.

    Args:
        parsed: All analysed paragraphs, in order.
        nouns: The nouns, in lower case.
        brings_in: Tells whether a token that is one of them does so.
    """

    def __init__(
        self,
        parsed: Sequence[ParsedParagraph],
        nouns: frozenset[str],
        brings_in: Callable[["Token"], bool],
    ) -> None:
        self._parsed = parsed
        self._nouns = nouns
        self._brings_in = brings_in

    def precede(self, noun: str, offset: int) -> bool:
        """Tell whether a noun brings in something before an offset."""
        return self._first_places.get(noun, offset) < offset

    @cached_property
    def _first_places(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for paragraph in self._parsed:
            for token, word in zip(paragraph.tokens, paragraph.lower, strict=True):
                if word in self._nouns and word not in places and self._brings_in(token):
                    places[word] = paragraph.start + token.idx
        return places
