"""What all tests share: a home of their own, one language pipeline, short ways to an article."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tuireader.analysis.language import ParsedParagraph, load_pipeline, parse
from tuireader.analysis.pieces import analysed_paragraphs
from tuireader.article.model import Article, Paragraph, ParagraphKind, Source

if TYPE_CHECKING:
    from spacy.language import Language

settings.register_profile("tuireader", deadline=None)  # a busy machine is no failure
settings.load_profile("tuireader")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep config, state and cache of whoever runs the tests out of reach."""
    home = tmp_path / "home"
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_DATA_HOME": home / "data",
    }
    home.mkdir()
    for name, folder in folders.items():
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("TZ", "UTC")
    return home


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The default language pipeline, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """A function from text to an article: blank lines part the paragraphs, all running prose.

    Its keyword `kinds` gives the paragraphs' kinds, in order, where they are not `text`.
    """

    def make(text: str, *, kinds: tuple[ParagraphKind, ...] = ()) -> Article:
        paragraphs: list[Paragraph] = []
        start = 0
        for index, part in enumerate(text.split("\n\n") if text else ()):
            kind = kinds[index] if index < len(kinds) else ParagraphKind.TEXT
            paragraphs.append(Paragraph(start, start + len(part), kind))
            start += len(part) + 2
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return Article(text, tuple(paragraphs), Source("article.txt", "text", digest))

    return make


@pytest.fixture(scope="session")
def parse_text(
    nlp: "Language", make_article: Callable[..., Article]
) -> Callable[..., list[ParsedParagraph]]:
    """A function from text to its parsed paragraphs, as the finders are given them."""

    def parsed(text: str, *, kinds: tuple[ParagraphKind, ...] = ()) -> list[ParsedParagraph]:
        article = make_article(text, kinds=kinds)
        return list(parse(nlp, article.text, analysed_paragraphs(article)))

    return parsed
