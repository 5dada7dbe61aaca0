"""The sample articles: each opens, is of the promised length and is told of in the docs."""

import unicodedata
from pathlib import Path

import pytest

from tuireader.article.loading import list_articles, load_article
from tuireader.article.model import Article, ParagraphKind

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = list_articles(ROOT / "articles")
LONG = "hearing-flood-gate.txt"

TITLES = {
    "british-marks.txt": "Allotment holders dig in over ‘secret’ plan for station car park",
    "business-brightwater-results.txt": (
        "Brightwater sells more meters than ever, earns less on each and cuts 340 jobs"
    ),
    "court-horizon-appeals.txt": (
        "Thirty-nine convictions quashed after years of accusations built on a faulty computer"
    ),
    LONG: "The gate at Fishergate: evidence to the Flood Defence Committee, first day",
    "interview-ash-forecaster.md": "“You cannot see it, you cannot smell it, and it stops engines”",
    "liveblog-moon-landing.md": "Apollo 11: men on the Moon – as it happened",
    "missing-prisoners.txt": (
        "Three officials, three accounts of the Islamic State prisoners who slipped away"
    ),
    "opinion-dark-skies.md": "Give us back the night",
    "saved-page.html": "Notre-Dame opens its doors again, five years after the fire",
    "science-dart-impact.md": "The day a spacecraft moved a moon",
}


def words_read(article: Article) -> int:
    """Count the words that are analysed."""
    return sum(
        len(article.text[paragraph.start : paragraph.end].split())
        for paragraph in article.paragraphs
        if paragraph.kind.analysed
    )


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_there_are_samples_of_every_format() -> None:
    assert len(SAMPLES) >= 8
    assert {load_article(path).source.format for path in SAMPLES} == {"text", "markdown", "html"}


def test_its_title_is_found(sample: Path) -> None:
    assert load_article(sample).title == TITLES[sample.name]


def test_its_byline_and_date_are_found(sample: Path) -> None:
    article = load_article(sample)
    assert article.published is not None and article.published[:4].isdigit()
    assert article.byline is not None and "tuireader samples" in article.byline.lower()


def test_it_has_the_promised_length(sample: Path) -> None:
    words = words_read(load_article(sample))
    if sample.name == LONG:
        assert words >= 5000
    else:
        assert 300 <= words <= 1500


def test_it_is_clean_text(sample: Path) -> None:
    text = sample.read_bytes().decode("utf-8")
    assert not {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co"}} - {"\n"}
    assert load_article(sample).warnings == ()


def test_the_saved_page_leaves_its_surroundings_behind() -> None:
    text = load_article(ROOT / "articles" / "saved-page.html").text
    assert "struck the closed door" in text and "Give it 300 years" in text
    for around in ("812 partners", "Subscribe from", "Most read", "oldstones44", "All rights"):
        assert around not in text


@pytest.mark.parametrize("words", ["Related Content", "Share this"])
def test_page_furniture_of_the_wire_report_is_set_apart(words: str) -> None:
    article = load_article(ROOT / "articles" / "missing-prisoners.txt")
    kinds = {article.text[p.start : p.end]: p.kind for p in article.paragraphs}
    assert kinds[words] is ParagraphKind.FURNITURE


def test_one_plain_text_is_wrapped_and_one_is_not() -> None:
    def longest(name: str) -> int:
        return max(map(len, (ROOT / "articles" / name).read_text("utf-8").splitlines()))

    assert longest("business-brightwater-results.txt") <= 72
    assert longest("court-horizon-appeals.txt") > 300


def test_the_docs_tell_of_every_sample(sample: Path) -> None:
    assert f"`{sample.name}`" in (ROOT / "docs" / "samples.md").read_text("utf-8")
