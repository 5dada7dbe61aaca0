"""Which entity a pronoun refers to: recency, salience, gender and number."""

from collections.abc import Sequence

from tuireader.analysis.model import SpeakerKind
from tuireader.analysis.speakers.registry import Entity, Registry

GENDER_OF = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
PLURALS = frozenset({"they", "them", "their", "themselves", "both", "others", "many", "some"})
THINGS = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SOON = 400
"""How many characters after a pronoun a person may be named whom it announces."""
_REACH = 2500
"""How many characters before a pronoun its antecedent may stand."""


def resolve_pronoun(
    word: str, offset: int, registry: Registry, spoken: Sequence[tuple[int, Entity]]
) -> Entity | None:
    """Find whom a pronoun refers to.

    Args:
        word: The pronoun.
        offset: Where it stands.
        registry: The entities.
        spoken: Who spoke so far: offset of the utterance and entity, in order.
    """
    word = word.lower()
    if word in GENDER_OF:
        gender = GENDER_OF[word]
        return _person(gender, offset, registry, spoken) or _named_later(gender, offset, registry)
    if word in THINGS:
        return _last(offset, spoken, (SpeakerKind.ORGANIZATION,))
    if word in PLURALS:
        return _last(offset, spoken, (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION), plural=True)
    return None


def _person(
    gender: str, offset: int, registry: Registry, spoken: Sequence[tuple[int, Entity]]
) -> Entity | None:
    last = spoken[-1] if spoken else None
    best: tuple[float, Entity] | None = None
    candidates = [p for p in registry.persons if p.gender in ("", gender)]
    candidates += [
        e
        for e in registry.others.values()
        if e.kind is not SpeakerKind.ORGANIZATION and not e.plural and e.gender in ("", gender)
    ]
    for entity in candidates:
        mention = entity.last_before(offset)
        if mention is None and not (last and last[1] is entity):
            continue
        where = mention.start if mention is not None else -1
        score = -float(offset - where)
        if mention is not None and mention.start in entity.subjects:
            score += 250
        if last is not None and last[1] is entity:
            score = max(score, -float(offset - last[0])) + 350
        if entity.gender == gender:
            score += 150
        if score < -_REACH:
            continue
        if best is None or score > best[0]:
            best = (score, entity)
    return best[1] if best else None


def _named_later(gender: str, offset: int, registry: Registry) -> Entity | None:
    """Return the person that is named soon after a pronoun, where none is named before it."""
    later = [
        (min(m.start for m in p.mentions if m.start > offset), p)
        for p in registry.persons
        if p.gender in ("", gender) and any(m.start > offset for m in p.mentions)
    ]
    near = [(start, p) for start, p in later if start - offset < _SOON]
    return min(near, key=lambda found: found[0])[1] if near else None


def _last(
    offset: int,
    spoken: Sequence[tuple[int, Entity]],
    kinds: tuple[SpeakerKind, ...],
    *,
    plural: bool = False,
) -> Entity | None:
    for where, entity in reversed(spoken):
        if where < offset and (entity.kind in kinds or (plural and entity.plural)):
            return entity
    return None
