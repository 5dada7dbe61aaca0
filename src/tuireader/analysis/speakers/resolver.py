"""From utterances to speakers: who each mention is, and what each speaker said."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Quotation, QuotationStyle, Speaker
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.speakers.identify import Identifier
from tuireader.analysis.speakers.lexicon import speaker_lexicon
from tuireader.analysis.speakers.registry import Entity, Registry
from tuireader.analysis.speakers.turns import Turns
from tuireader.article.model import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTED = re.compile(r"[“\"«„][^”\"»]*[”\"»]?|''.*?''|(?<!\w)[‘'].*?[’'](?!\w)", re.DOTALL)

_TELLING_WORDS = 12
"""How many characters a headline's quotation needs to be looked for in the body."""


def resolve_speakers(
    parsed: Sequence[ParsedParagraph], utterances: Sequence[Utterance]
) -> tuple[list[Speaker], list[Quotation]]:
    """Find out who speaks.

    Args:
        parsed: All analysed paragraphs, in order.
        utterances: The reported words, as `find_quotations` gives them.

    Returns:
        The speakers that have at least one quotation, in the order of their first mention, and
        the quotations, ordered by start, the longer one first.
    """
    lexicon = speaker_lexicon()
    registry = Registry(parsed, lexicon)
    identifier = Identifier(parsed, utterances, registry, lexicon)
    turns = Turns(parsed, utterances, registry, lexicon)
    found: list[tuple[Utterance, Entity | None, bool]] = []
    before: tuple[Utterance, Entity | None] | None = None
    for utterance in utterances:
        if utterance.inherits:
            entity, inferred = _inherited(parsed, utterance, identifier, before), True
        elif utterance.mention is None:
            entity, inferred = None, False
        elif utterance.labelled:
            entity, inferred = turns.speaker(utterance.mention)
        else:
            entity, inferred = identifier.identify(utterance.mention)
        if before is None or utterance.end > before[0].end:
            before = utterance, entity
        found.append((utterance, entity, inferred))
    return _assemble(parsed, [_from_body(parsed, f, found) for f in found])


def _from_body(
    parsed: Sequence[ParsedParagraph],
    asked: tuple[Utterance, Entity | None, bool],
    found: Sequence[tuple[Utterance, Entity | None, bool]],
) -> tuple[Utterance, Entity | None, bool]:
    """Give a headline's quotation to whoever says the same words in the body."""
    utterance, entity, _ = asked
    if entity is not None or not utterance.inherits:
        return asked
    words = _words(parsed, utterance)
    if len(words) < _TELLING_WORDS:
        return asked
    for other, speaker, _ in found:
        if speaker is not None and other is not utterance and words in _words(parsed, other):
            return utterance, speaker, True
    return asked


def _words(parsed: Sequence[ParsedParagraph], utterance: Utterance) -> str:
    text = " ".join(_text(parsed, span, utterance.paragraph) for span in utterance.spans)
    return " ".join(_WORD.findall(text.lower()))


def _inherited(
    parsed: Sequence[ParsedParagraph],
    utterance: Utterance,
    identifier: Identifier,
    before: tuple[Utterance, Entity | None] | None,
) -> Entity | None:
    """Give words that stand alone to whom the text since the last words is about, or their speaker.

    Nobody is looked for beyond a heading, nor beyond a paragraph without reported words.
    """
    earliest = parsed[utterance.paragraph].index - 1
    start = before[0].end if before is not None else 0
    topic = identifier.antecedents.subject_between(utterance.paragraph, start, utterance.start)
    if topic is not None:
        return topic
    if before is None or _last_paragraph(parsed, before[0]).index < earliest:
        return None
    return before[1]


def _last_paragraph(parsed: Sequence[ParsedParagraph], utterance: Utterance) -> ParsedParagraph:
    """Return the paragraph in which an utterance ends."""
    at = bisect_right(parsed, utterance.end - 1, key=lambda p: p.start)
    return parsed[max(0, at - 1)]


def _assemble(
    parsed: Sequence[ParsedParagraph], found: Sequence[tuple[Utterance, Entity | None, bool]]
) -> tuple[list[Speaker], list[Quotation]]:
    entities: list[Entity] = []
    seen: set[int] = set()
    for _, entity, _ in found:
        if entity is not None and id(entity) not in seen:
            seen.add(id(entity))
            entities.append(entity)
    first = {id(e): min((m.start for m in e.mentions), default=0) for e in entities}
    entities.sort(key=lambda e: first[id(e)])
    ids = {id(e): f"s{n}" for n, e in enumerate(entities, 1)}
    quotations = []
    said: dict[str, list[str]] = {i: [] for i in ids.values()}
    counted: dict[str, int] = dict.fromkeys(ids.values(), 0)
    for number, (utterance, entity, inferred) in enumerate(found, 1):
        speaker = ids[id(entity)] if entity is not None else None
        quotations.append(_quotation(f"q{number}", utterance, speaker, inferred))
        if speaker is not None:
            said[speaker].append(f"q{number}")
            counted[speaker] += _words_quoted(parsed, utterance)
    speakers = [_speaker(ids[id(e)], e, said, counted) for e in entities]
    return speakers, quotations


def _quotation(
    identity: str, utterance: Utterance, speaker: str | None, inferred: bool
) -> Quotation:
    return Quotation(
        id=identity,
        start=utterance.start,
        end=utterance.end,
        spans=utterance.spans,
        style=utterance.style,
        speaker=speaker,
        speaker_span=utterance.mention.shown if utterance.mention is not None else None,
        cue=utterance.cue,
        inferred=inferred,
        reason=utterance.reason,
    )


def _speaker(
    identity: str, entity: Entity, said: dict[str, list[str]], counted: dict[str, int]
) -> Speaker:
    aliases = tuple(form for form, _ in entity.forms.most_common() if form != entity.name)
    return Speaker(
        id=identity,
        name=entity.name,
        kind=entity.kind,
        role=entity.role or None,
        aliases=aliases,
        mentions=tuple(sorted(entity.mentions)),
        quotes=tuple(said[identity]),
        words_quoted=counted[identity],
    )


def _words_quoted(parsed: Sequence[ParsedParagraph], utterance: Utterance) -> int:
    """Count the words of an utterance that stand inside quote marks."""
    if utterance.style is QuotationStyle.INDIRECT:
        return 0
    count = 0
    for span in utterance.spans:
        text = _text(parsed, span, utterance.paragraph)
        parts = [text] if utterance.style is QuotationStyle.DIRECT else _QUOTED.findall(text)
        count += sum(len(_WORD.findall(part)) for part in parts)
    return count


def _text(parsed: Sequence[ParsedParagraph], span: Span, paragraph: int) -> str:
    for at in range(paragraph, len(parsed)):
        part = parsed[at]
        if part.start <= span.start < part.start + len(part.text):
            return part.text[span.start - part.start : span.end - part.start]
    return ""
