"""Rules for single words in a pipeline (its attribute ruler), applied quickly.

Where the tagger says VBD and the word is "was", a rule makes it a form of "be". The pipeline tries
each of its 180 rules on each word, a tenth of the time of a parse. But what they ask of a word has
few answers, so each answer is worked out once, by the pipeline's own matcher.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

RULER = "attribute_ruler"
"""Name of the step whose rules are applied."""

APPLIER = "token_rules"
"""Name of the step that applies them in its stead."""

_ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
"""What the rules of spaCy's English pipelines ask of a token."""

_Pattern = list[dict[str, Any]]


class _Kind(NamedTuple):
    """What the rules make of all tokens that are alike to them."""

    rules: tuple[int, ...]
    """Numbers of the rules for a single token that apply."""

    attributes: dict[int, Any]
    """What they set."""

    begins: bool
    """Whether such a token may be the first of several that a rule looks at together."""


class TokenRules:
    """A step of a pipeline that does what its attribute ruler does.

    Args:
        ruler: The attribute ruler, an `AttributeRuler`; `is_known` must hold of it.
    """

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens._retokenize import set_token_attrs

        self._ruler = ruler
        self._set = set_token_attrs
        self._kinds: dict[tuple[int, int, str], _Kind] = {}
        self._words, self._shapes = _words_of(ruler)
        longer = [
            (str(number), pattern) for number, pattern in _patterns(ruler) if len(pattern) > 1
        ]
        self._longest = max((len(pattern) for _, pattern in longer), default=1)
        self._longer, self._first = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for key, pattern in longer:
            self._longer.add(key, [pattern])
            self._first.add(key, [pattern[:1]])

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of the tokens of a document."""
        tokens = list(doc)
        kinds = [self._kind(token) for token in tokens]
        attributes = [kind.attributes for kind in kinds]
        for i, numbers in self._joint_rules(doc, kinds).items():
            attributes[i] = self._attributes({*kinds[i].rules, *numbers})
        for token, values in zip(tokens, attributes, strict=True):
            self._set(token, values)
        return doc

    def _kind(self, token: "Token") -> _Kind:
        word = token.lower_
        if word not in self._words and not word.isspace() and not self._shapes.search(word):
            word = ""
        key = token.tag, token.dep, word
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = self._read_kind(token)
        return kind

    def _read_kind(self, token: "Token") -> _Kind:
        """Try the rules on a token alone."""
        alone = token.doc[token.i : token.i + 1]
        numbers = tuple(dict.fromkeys(number for number, *_ in self._ruler.match(alone)))
        begins = bool(len(self._first)) and bool(self._first(alone, allow_missing=True))
        return _Kind(numbers, self._attributes(numbers), begins)

    def _joint_rules(self, doc: "Doc", kinds: Sequence[_Kind]) -> dict[int, list[int]]:
        """Map tokens to the rules for several tokens together that set something of theirs."""
        found: dict[int, list[int]] = {}
        for i, kind in enumerate(kinds):
            if not kind.begins:
                continue
            window = doc[i : i + self._longest]
            for ident, start, end in self._longer(window, allow_missing=True):
                if start == 0:
                    number = int(doc.vocab.strings[ident])
                    at = range(i, i + end)[self._ruler.indices[number]]
                    found.setdefault(at, []).append(number)
        return found

    def _attributes(self, numbers: Iterable[int]) -> dict[int, Any]:
        """Return what some rules set; of two that set the same the later one counts."""
        values: dict[int, Any] = {}
        for number in sorted(numbers):
            values.update(self._ruler.attrs[number])
        return values


def hasten_rules(nlp: "Language") -> None:
    """Have the rules of a pipeline applied quickly.

    Args:
        nlp: The pipeline; one whose rules ask something else is left as it is.
    """
    if RULER not in nlp.pipe_names or not is_known(nlp.get_pipe(RULER)):
        return
    nlp.factory(APPLIER, func=_make)
    nlp.add_pipe(APPLIER, after=RULER)
    nlp.disable_pipe(RULER)


def is_known(ruler: Any) -> bool:
    """Tell whether the rules of a ruler ask only what a kind of token tells.

    Args:
        ruler: A step of a pipeline.
    """
    if not hasattr(ruler, "match") or not hasattr(ruler, "attrs"):
        return False
    if any("_" in attributes for attributes in ruler.attrs):
        return False
    conditions = [condition for _, pattern in _patterns(ruler) for condition in pattern]
    return all(condition.keys() <= _ASKED for condition in conditions) and all(
        isinstance(condition.get("LOWER", ""), str)
        or condition["LOWER"].keys() <= {"IN", "NOT_IN", "REGEX"}
        for condition in conditions
    )


def _make(nlp: "Language", name: str) -> TokenRules:
    return TokenRules(nlp.get_pipe(RULER))


def _patterns(ruler: Any) -> Iterator[tuple[int, _Pattern]]:
    """Walk over the patterns of a ruler, each with the number of its rule."""
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            yield number, pattern


def _words_of(ruler: Any) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the words that the rules name, and what others must look like to be meant."""
    words: set[str] = set()
    shapes: list[str] = []
    for _, pattern in _patterns(ruler):
        for condition in pattern:
            asked = condition.get("LOWER")
            if isinstance(asked, str):
                words.add(asked)
            elif asked:
                words.update(asked.get("IN", ()), asked.get("NOT_IN", ()))
                shapes += [asked["REGEX"]] if "REGEX" in asked else []
    return frozenset(words), re.compile("|".join(f"(?:{shape})" for shape in shapes) or r"(?!)")
