"""Event frames: which kind of event a statement tells of, and what it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tuireader.analysis.comparisons.arguments import (
    actor_of,
    described,
    is_infinitive,
    is_passive,
    object_of,
    of_what,
    paid_for,
    phrase_theme,
)
from tuireader.analysis.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

ASPECTS = frozenset(
    {
        "accuse", "allege", "appear", "begin", "believe", "continue", "estimate", "know", "report",
        "say", "seem", "start", "think",
    }
)  # fmt: skip
"""Verbs with whose infinitive an event is still asserted ("are believed to have fled")."""

EXPECTED = frozenset({"'d", "'ll", "will", "would", "’d", "’ll"})
"""Auxiliaries of what is to come."""

PAYING = frozenset({"pay", "spend"})
"""Verbs that tell what something costs ("paid $3m for the ship")."""

LIGHT = frozenset(
    {
        "be", "become", "believe", "bring", "call", "come", "do", "feel", "find", "get", "give",
        "go", "have", "hear", "help", "keep", "know", "let", "like", "look", "love", "make",
        "mean", "need", "put", "read", "say", "see", "seem", "set", "show", "take", "talk", "tell",
        "think", "try", "turn", "understand", "use", "want",
    }
)  # fmt: skip
"""Verbs that say too little to be an event of their own."""


class Side(NamedTuple):
    """One side of an event frame."""

    frame: str
    """Name of the frame, as readers see it."""

    number: int
    """Which side of it; two sides of one frame exclude each other."""


class Evoked(NamedTuple):
    """An event that words tell of."""

    side: Side
    """The frame and its side."""

    word: "Token"
    """The word that tells of it, the first one of a phrase."""

    told: str
    """The same with the rest of the phrase, as written."""

    theme: "Token | None"
    """The head of what it is about."""


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """The lexicon of frames by word: lemma to sides."""

    who: dict[str, list[Side]]
    """Verbs about their subject."""

    what: dict[str, list[Side]]
    """Verbs about their object."""

    nouns: dict[str, list[Side]]
    """Nouns about what they are of."""

    states: dict[str, list[Side]]
    """Adjectives and participles about what they describe."""

    phrases: dict[str, list[tuple[tuple[str, ...], Side]]]
    """Phrases by their first lemma."""

    totals: dict[str, list[Side]]
    """Nouns that stand for the number itself."""

    def is_silent(self, lemma: str, word: str) -> bool:
        """Tell whether a word that is no verb evokes no event.

        Args:
            lemma: Its lemma, in lower case.
            word: The word, in lower case.
        """
        return lemma not in self.nouns and word not in self.states and lemma not in self.phrases


@cache
def frame_index() -> FrameIndex:
    """Load `lexicon/event_frames.yaml` and index it by word, once."""
    index = FrameIndex({}, {}, {}, {}, {}, {})
    for frame, sides in load_lexicon("event_frames").items():
        for number, side in enumerate(sides):
            for name in ("who", "what", "nouns", "states", "totals"):
                for word in side.get(name, ()):
                    getattr(index, name).setdefault(word, []).append(Side(frame, number))
            for phrase in side.get("phrases", ()):
                words = tuple(phrase.split())
                index.phrases.setdefault(words[0], []).append((words, Side(frame, number)))
    return index


@cache
def frame_names() -> frozenset[str]:
    """Return the names of the frames of the lexicon."""
    return frozenset(load_lexicon("event_frames"))


def evoked_events(tokens: Sequence["Token"]) -> Iterator[Evoked]:
    """Find the events that a stretch of text tells of.

    A verb that no frame lists is a frame of its own.

    Args:
        tokens: Tokens that follow each other.
    """
    index = frame_index()
    lemmas = [token.lemma_.lower() for token in tokens]
    for at, (token, lemma) in enumerate(zip(tokens, lemmas, strict=True)):
        if token.pos_ != "VERB" and index.is_silent(lemma, token.lower_):
            continue
        found = False
        for words, side in index.phrases.get(lemma, ()):
            if tuple(lemmas[at : at + len(words)]) == words:
                told = token.doc[token.i : token.i + len(words)].text
                yield Evoked(side, token, told, phrase_theme(token, token.i + len(words) - 1))
                found = True
        for side, theme in _readings(token, lemma, index):
            yield Evoked(side, token, token.text, theme)
            found = True
        if not found and token.pos_ == "VERB" and lemma not in LIGHT and token.dep_ != "acomp":
            theme = object_of(token)
            yield Evoked(
                Side(lemma, 0), token, token.text, theme if theme is not None else actor_of(token)
            )


def _readings(
    token: "Token", lemma: str, index: FrameIndex
) -> Iterator[tuple[Side, "Token | None"]]:
    """Yield the sides that one word evokes, each with what it is about."""
    if token.pos_ == "VERB":
        yield from _verb_readings(token, lemma, index)
    elif lemma in index.nouns and token.pos_ == "NOUN":
        whose = of_what(token)
        if whose is None and _is_counted(token):
            whose = token
        for side in index.nouns[lemma]:
            yield side, whose
    states = index.states.get(token.lower_)
    if states and (_is_counted(token) or (token.pos_ in ("ADJ", "VERB") and not is_passive(token))):
        for side in states:
            yield side, described(token)


def _is_counted(token: "Token") -> bool:
    return any(child.dep_ == "nummod" for child in token.children)


def _verb_readings(
    verb: "Token", lemma: str, index: FrameIndex
) -> Iterator[tuple[Side, "Token | None"]]:
    if lemma in PAYING:
        bought = paid_for(verb)
        if bought is not None:
            yield Side("cost", 0), bought
            return
    if lemma not in index.what and lemma not in index.who:
        return
    theme = object_of(verb)
    if theme is not None:
        for side in index.what.get(lemma, ()):
            yield side, theme
    if theme is None or lemma not in index.what:
        for side in index.who.get(lemma, ()):
            yield side, actor_of(verb)


def is_listed(event: Evoked) -> bool:
    """Tell whether the frame of an event is one of the lexicon, and not just a verb."""
    return event.side.frame in frame_names()


def allows(side: Side, theme: str) -> bool:
    """Tell whether a side of a frame may be about a theme.

    Args:
        side: The side.
        theme: The lemma of the theme.
    """
    allowed = themes_of(side)
    return allowed is None or theme in allowed


@cache
def counts_people(side: Side) -> bool:
    """Tell whether a bare number counts people in a frame ("15 dead").

    Args:
        side: A side of the frame.
    """
    sides = load_lexicon("event_frames").get(side.frame)
    return bool(sides) and "whom" in sides[side.number]


@cache
def asks_who(side: Side) -> bool:
    """Tell whether a frame is of what only one of several can have done ("fired first").

    Args:
        side: A side of the frame.
    """
    sides = load_lexicon("event_frames").get(side.frame)
    return bool(sides) and "by" in sides[side.number]


@cache
def themes_of(side: Side) -> frozenset[str] | None:
    """Return what a side of a frame may be about, all of it the same thing; None for anything.

    Args:
        side: The side.
    """
    sides = load_lexicon("event_frames").get(side.frame)
    allowed = sides[side.number].get("of") if sides else None
    return None if allowed is None else frozenset(allowed)


def is_asserted(word: "Token", head: "Token", *, planned: bool = False) -> bool:
    """Tell whether a claim says that an event took place, not that it is wanted or possible.

    Args:
        word: The word that tells of the event.
        head: The predicate of the claim.
        planned: Take what will or would be for asserted as well.
    """
    token = word
    while token != head and token.head != token:
        if token.dep_ in ("advcl", "pcomp", "ccomp", "csubj"):
            return False
        if token.dep_ in ("xcomp", "acl") and is_infinitive(token):
            return token.head.lemma_ in ASPECTS
        token = token.head
    modals = {c.lower_ for c in word.children if c.dep_ == "aux" and c.tag_ == "MD"}
    return modals <= (EXPECTED if planned else frozenset())
