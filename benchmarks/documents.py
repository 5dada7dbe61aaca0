"""Documents of any length, made of the paragraphs of the sample articles."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.settings import ROOT, SEED, Settings
from tuireader.article.loading import load_article
from tuireader.article.model import ParagraphKind

NEEDLE = "Assorted"
"""The first word of every document: it is on the screen when the text is."""

_FEWEST_WORDS = 8
_FIRST_IDEOGRAPH, _IDEOGRAPHS = 0x4E00, 2_000
WIDE_SHARE = 0.3
"""Share of the words that are replaced by wide characters."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The files that are read."""

    plain: dict[int, Path]
    """By their number of words."""

    wide: Path
    """The longest one, with wide characters."""


def sample_paragraphs() -> list[str]:
    """Return the running prose of the sample articles."""
    found = []
    for path in sorted((ROOT / "articles").iterdir()):
        if path.suffix not in (".txt", ".md"):
            continue
        article = load_article(path)
        for paragraph in article.paragraphs:
            text = article.text[paragraph.start : paragraph.end]
            if paragraph.kind is ParagraphKind.TEXT and len(text.split()) >= _FEWEST_WORDS:
                found.append(text)
    return found


def paragraphs(words: int, samples: list[str]) -> Iterator[str]:
    """Yield paragraphs, shuffled anew each time that all are used, up to a number of words.

    Args:
        words: How many words they have together.
        samples: The paragraphs to choose from.
    """
    rng = random.Random(SEED)
    left = words
    while True:
        for sample in rng.sample(samples, len(samples)):
            parts = sample.split()
            if len(parts) >= left:
                yield " ".join(parts[:left])
                return
            yield sample
            left -= len(parts)


def widened(text: str, rng: random.Random) -> str:
    """Replace a share of the words of a text by as many wide characters as they have letters."""
    return " ".join(
        "".join(chr(_FIRST_IDEOGRAPH + rng.randrange(_IDEOGRAPHS)) for _ in word)
        if rng.random() < WIDE_SHARE
        else word
        for word in text.split(" ")
    )


def build(folder: Path, settings: Settings) -> Documents:
    """Write all documents into a folder.

    Args:
        folder: Where they go.
        settings: Which lengths are wanted.
    """
    samples = sample_paragraphs()
    plain = {}
    for words in sorted({*settings.lengths, *settings.parsed_lengths}):
        plain[words] = folder / f"plain-{words}.txt"
        _write(plain[words], paragraphs(words, samples))
    wide = folder / f"wide-{settings.long}.txt"
    rng = random.Random(SEED)
    _write(wide, (widened(text, rng) for text in paragraphs(settings.long, samples)))
    return Documents(plain, wide)


def _write(path: Path, texts: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{NEEDLE} paragraphs of several articles\n")
        for text in texts:
            file.write(f"\n{text}\n")
