"""How the pipeline labels and tags the names of an article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.article.model import ParagraphKind


def proper_words(parsed: Sequence[ParsedParagraph]) -> Iterator[str]:
    """Walk over the capitalised words that are tagged as names; headlines may capitalise all."""
    for paragraph in parsed:
        if paragraph.kind is not ParagraphKind.TITLE:
            for tag, word in zip(paragraph.tags, paragraph.words, strict=True):
                if tag == "NNP" and word.istitle():
                    yield word


def labels_of_names(parsed: Sequence[ParsedParagraph]) -> dict[str, Counter[str]]:
    """Count how the pipeline labels each name, in lower case and without article."""
    labels: dict[str, Counter[str]] = {}
    for paragraph in parsed:
        for entity in paragraph.doc.ents:
            text = entity.text.lower()
            text = text.removesuffix("'s").removesuffix("’s").removeprefix("the ")
            labels.setdefault(text, Counter())[entity.label_] += 1
    return labels
