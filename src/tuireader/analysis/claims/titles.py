"""Headlines: their parts, parted by a colon or dash, are claims even without a finite verb."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tuireader.analysis.claims.clauses import Clause, Link
from tuireader.analysis.claims.predicates import subject_of
from tuireader.analysis.language import ParsedParagraph

if TYPE_CHECKING:
    from spacy.tokens import Token

SEPARATORS = frozenset({":", "—", "–", "|"})
"""What parts a headline."""

FEWEST_WORDS = 3
"""A shorter part is a label ("Reports", "World Cup")."""


def split_title(title: ParsedParagraph) -> list[Clause]:
    """Split a headline at its colons and dashes.

    Args:
        title: Its paragraph.

    Returns:
        A clause for each part, or nothing where it has only one.
    """
    parts = list(_parts(title.tokens))
    if len(parts) < 2:
        return []
    return [_clause(title, part) for part in parts if _is_long_enough(part)]


def _is_long_enough(part: list["Token"]) -> bool:
    return sum(token.is_alpha for token in part) >= FEWEST_WORDS


def _parts(title: Sequence["Token"]) -> Iterator[list["Token"]]:
    part: list[Token] = []
    for token in title:
        if token.text in SEPARATORS:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _clause(title: ParsedParagraph, part: list["Token"]) -> Clause:
    inside = {token.i for token in part}
    tops = [token for token in part if token.head.i == token.i or token.head.i not in inside]
    head = next((top for top in tops if top.pos_ in ("VERB", "AUX")), tops[0])
    words = [token for token in part if not token.is_punct] or part
    return Clause(
        head,
        subject=subject_of(head),
        link=Link.MAIN,
        paragraph=title,
        first=words[0].i,
        last=words[-1].i,
        framed_by=None,
        is_frame=False,
    )
