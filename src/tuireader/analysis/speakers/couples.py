"""Given names that share a surname: "Joe and Beth Harper"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.speakers.lexicon import SpeakerLexicon
from tuireader.analysis.speakers.names import NameMention


def with_shared_surnames(
    parsed: Sequence[ParsedParagraph], names: Sequence[NameMention], lexicon: SpeakerLexicon
) -> Iterator[NameMention]:
    """Walk over names, the first one of a couple with the surname that stands behind the second.

    Somebody whom the article names with a title, a role or another surname keeps to that: "Harry
    and Meghan Markle".

    Args:
        parsed: All analysed paragraphs, in order.
        names: The names of persons, in order.
        lexicon: Given names and particles.
    """
    surnames: dict[str, set[str]] = {}
    for name in names:
        if len(name.words) > 1:
            surnames.setdefault(name.words[0].lower(), set()).add(name.surname)
        elif name.told or name.role:
            surnames.setdefault(name.words[0].lower(), set()).add("")
    for name, behind in zip(names, [*names[1:], None], strict=False):
        shared = _shared(parsed, name, behind, lexicon)
        known = surnames.get(name.words[0].lower(), set())
        if shared and known <= {shared[-1].lower()}:
            yield replace(name, words=(*name.words, *shared))
        else:
            yield name


def _shared(
    parsed: Sequence[ParsedParagraph],
    name: NameMention,
    behind: NameMention | None,
    lexicon: SpeakerLexicon,
) -> tuple[str, ...]:
    """Return the surname behind "and" and a second given name."""
    if behind is None or behind.paragraph != name.paragraph or behind.first != name.last + 2:
        return ()
    if parsed[name.paragraph].lower[name.last + 1] not in ("and", "&") or len(behind.words) < 2:
        return ()
    givens = (name.words[0].lower(), behind.words[0].lower())
    if len(name.words) > 1 or any(given not in lexicon.given for given in givens):
        return ()
    small = (n for n, word in enumerate(behind.words) if n and word.lower() in lexicon.particles)
    return behind.words[next(small, len(behind.words) - 1) :]
