"""The language pipeline: which one, loaded how, and parsing paragraph by paragraph."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tuireader.analysis.arithmetic import keep_to_one_core, multiply_by_numpy
from tuireader.analysis.openings import prepare
from tuireader.analysis.pieces import Piece, analysed_paragraphs
from tuireader.analysis.pipelines import DEFAULT_PIPELINE
from tuireader.analysis.spacy_loading import load
from tuireader.analysis.token_rules import hasten_rules
from tuireader.article.model import Article, ParagraphKind
from tuireader.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

BATCH = 64
"""Paragraphs that the pipeline takes at a time: enough for its speed, few enough for its memory."""

_BATCH_CHARACTERS = 60_000
"""What they may have together: the pipeline needs some ten kilobytes for each word of a batch."""


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """An analysed paragraph and its parse."""

    index: int
    """Which paragraph of the article it is."""

    start: int
    """Offset in `Article.text` of the first character of `doc`; add it to `token.idx`."""

    kind: ParagraphKind
    """What sort of paragraph it is."""

    doc: "Doc"
    """spaCy's parse: tags, lemmas, dependencies, entities, sentences."""

    text: str = field(init=False)
    """Its words; `Doc.text` puts them together from the tokens each time."""

    tokens: tuple["Token", ...] = field(init=False)
    """Its tokens; the parse makes them anew whenever it is walked through."""

    words: tuple[str, ...] = field(init=False)
    """Each of them as written."""

    lower: tuple[str, ...] = field(init=False)
    """The same in lower case."""

    tags: tuple[str, ...] = field(init=False)
    """Their fine-grained tags ("VBD")."""

    classes: tuple[str, ...] = field(init=False)
    """Their parts of speech ("VERB")."""

    roles: tuple[str, ...] = field(init=False)
    """Their dependencies ("nsubj")."""

    lemmas: tuple[str, ...] = field(init=False)
    """Their lemmas."""

    sentences: tuple[tuple["Token", ...], ...] = field(init=False)
    """The tokens by sentence."""

    def __post_init__(self) -> None:
        """Keep what the finders ask for again and again: a token looks up each name anew."""
        tokens = tuple(self.doc)
        starts = [i for i, token in enumerate(tokens) if not i or token.is_sent_start]
        cuts = pairwise([*starts, len(tokens)])
        object.__setattr__(self, "tokens", tokens)
        object.__setattr__(self, "sentences", tuple(tokens[first:end] for first, end in cuts))
        words = tuple(token.text for token in tokens)
        spaces = (token.whitespace_ for token in tokens)
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "lower", tuple(word.lower() for word in words))
        pairs = zip(words, spaces, strict=True)
        object.__setattr__(self, "text", "".join(chain.from_iterable(pairs)))
        strings = self.doc.vocab.strings
        tags, classes, roles, lemmas = self.doc.to_array(["TAG", "POS", "DEP", "LEMMA"]).T.tolist()
        object.__setattr__(self, "tags", _labels(tags, strings))
        object.__setattr__(self, "classes", _labels(classes, strings))
        object.__setattr__(self, "roles", _labels(roles, strings))
        object.__setattr__(self, "lemmas", tuple([strings[number] for number in lemmas]))


_known_labels: dict[int, str] = {}
"""Tags, parts of speech and dependencies by spaCy's number, which is the same in all pipelines."""


def _labels(numbers: Sequence[int], strings: "StringStore") -> tuple[str, ...]:
    try:
        return tuple(map(_known_labels.__getitem__, numbers))
    except KeyError:
        _known_labels.update((number, strings[number]) for number in set(numbers))
        return tuple(map(_known_labels.__getitem__, numbers))


def load_pipeline(name: str | None = None) -> "Language":
    """Load a spaCy pipeline.

    Args:
        name: The name or path of an installed pipeline; the default one when None.

    Raises:
        PipelineError: It is not installed or does not load.
    """
    keep_to_one_core()
    try:
        nlp = load(name or DEFAULT_PIPELINE)
    except (ImportError, OSError, ValueError) as error:
        raise PipelineError(
            f"The language pipeline “{name or DEFAULT_PIPELINE}” can't be loaded: {error}.",
            "Install tuireader again, or name another pipeline in the configuration.",
        ) from error
    prepare(nlp)
    hasten_rules(nlp)
    multiply_by_numpy(nlp)
    return nlp


def pipeline_label(nlp: "Language") -> str:
    """Return name and version of a pipeline, as the export gives them ("en_core_web_sm 3.8.0")."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(
    nlp: "Language",
    text: str,
    paragraphs: Iterable[Piece],
    *,
    batch: int = BATCH,
) -> Iterator[ParsedParagraph]:
    """Parse paragraphs one by one, so that no sentence runs from one into the next.

    Args:
        nlp: The pipeline.
        text: The article's text.
        paragraphs: Paragraphs with their index, as `analysed_paragraphs` gives them.
        batch: How many paragraphs are parsed before the first of them comes.
    """
    pairs = ((text[p.start : p.end], (i, p)) for i, p in paragraphs)
    for doc, piece in _piped(nlp, pairs, batch):
        yield _parsed(piece, doc)


def _piped(
    nlp: "Language", pairs: Iterable[tuple[str, Piece]], batch: int
) -> Iterator[tuple["Doc", Piece]]:
    """Send texts through the pipeline, few of them at a time where they are long."""
    group: list[tuple[str, Piece]] = []
    size = 0
    for pair in pairs:
        if group and (len(group) == batch or size + len(pair[0]) > _BATCH_CHARACTERS):
            yield from nlp.pipe(group, as_tuples=True, batch_size=batch)
            group, size = [], 0
        group.append(pair)
        size += len(pair[0])
    yield from nlp.pipe(group, as_tuples=True, batch_size=batch)


def _parsed(piece: Piece, doc: "Doc") -> ParsedParagraph:
    # The vectors behind the parse are five sixths of its memory, and no finder looks at them.
    doc.tensor = doc.tensor[:0].copy()
    index, paragraph = piece
    return ParsedParagraph(index, paragraph.start, paragraph.kind, doc)


def parse_articles(
    nlp: "Language", articles: Iterable[Article]
) -> Iterator[tuple[Article, list[ParsedParagraph]]]:
    """Parse many articles in one stream, so that short ones fill the pipeline's batches as well.

    Only as many articles are held as have paragraphs in one batch.

    Args:
        nlp: The pipeline.
        articles: The articles, read as they are needed.

    Yields:
        The articles in their order, with their parsed paragraphs.
    """
    waiting: deque[tuple[Article, int]] = deque()

    def pairs() -> Iterator[tuple[str, Piece]]:
        for article in articles:
            paragraphs = analysed_paragraphs(article)
            waiting.append((article, len(paragraphs)))
            for index, p in paragraphs:
                yield article.text[p.start : p.end], (index, p)

    parsed: list[ParsedParagraph] = []
    for doc, piece in _piped(nlp, pairs(), BATCH):
        while not waiting[0][1]:
            yield waiting.popleft()[0], []
        parsed.append(_parsed(piece, doc))
        if len(parsed) == waiting[0][1]:
            yield waiting.popleft()[0], parsed
            parsed = []
    for article, _ in waiting:
        yield article, []
