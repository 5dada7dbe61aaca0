"""Saved web pages: main text, title, authors and date; pages that break or delay the parser."""

from pathlib import Path
from time import monotonic

import pytest

from tuireader.article.formats import html
from tuireader.article.formats.extractor import ExtractionError, Extractor
from tuireader.article.formats.html import clean_authors
from tuireader.article.formats.tag_stripper import page_title, strip_tags
from tuireader.article.loading import article_from_bytes, load_article
from tuireader.article.model import Article, InlineStyle, ParagraphKind

LEAD = (
    "The council voted on Tuesday to close the old harbour bridge after an inspection found "
    "<strong>more than 40</strong> cracks, the town's <em>chief engineer</em> said, "
    'citing <a href="https://example.org/report">the report</a>.'
)
QUOTE = "“We had no choice,” said Mary Field, the mayor. “The bridge has carried far too many.”"
LAST = "Traffic will be sent round by the north road until June, the council said in a statement."
MORE = "The first repairs will cost £4m, and the firm will be paid by the county, not by the town."

NAVIGATION = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>'
    '<div class="cookie-banner"><p>We use cookies to improve your visit.</p></div>'
)
RELATED = (
    '<div class="related"><h3>Related stories</h3><ul><li><a href="/a">Town wins prize</a></li>'
    '<li><a href="/b">School opens its doors</a></li></ul></div><footer>© 2024 Times</footer>'
)
JSON_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"Bridge closed after cracks found","datePublished":"2024-03-03T10:15:00Z",'
    '"author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}]}</script>'
)
META = (
    '<meta property="og:title" content="Bridge closed after cracks found">'
    '<meta name="author" content="Jane Doe; John Roe">'
    '<meta property="article:published_time" content="2024-03-03T10:15:00Z">'
)


def page(body: str, head: str = "") -> str:
    """Wrap a body into a page."""
    title = "<title>Bridge closed after cracks found - Harbour Times</title>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}{head}</head><body>{body}</body></html>'


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (LEAD, QUOTE, LAST, MORE))
CAPTION = "<figure><img src=x><figcaption>The bridge. Photo: Jane Doe/HT</figcaption></figure>"
HEADLINE = "<h1>Bridge closed after cracks found</h1>"
SITES = {
    "article with json-ld": page(
        f"{NAVIGATION}<main><article>{HEADLINE}{CAPTION}{PARAGRAPHS}</article></main>{RELATED}",
        JSON_LD,
    ),
    "divs with meta tags": page(
        f"{NAVIGATION}<div class='post'>{HEADLINE}<div class='entry-content'>{PARAGRAPHS}</div>"
        f"</div>{RELATED}",
        META,
    ),
    "body in two parts": page(
        f"{NAVIGATION}<article>{HEADLINE}<div class='row'><div class='article-body'><p>{LEAD}</p>"
        f"<p>{QUOTE}</p></div></div><div class='ad'>Advertisement</div><div class='row'>"
        f"<div class='article-body'><p>{LAST}</p><p>{MORE}</p></div></div></article>{RELATED}",
        META,
    ),
}


def read(source: str) -> Article:
    return article_from_bytes(source.encode(), "page.html")


def kinds(article: Article, kind: ParagraphKind) -> list[str]:
    """List the texts of the paragraphs of a kind."""
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is kind]


@pytest.mark.parametrize("source", SITES.values(), ids=SITES)
def test_main_text_and_what_the_page_says_of_itself(source: str) -> None:
    article = read(source)
    assert article.title == "Bridge closed after cracks found"
    assert article.byline == "Jane Doe, John Roe"
    assert article.published == "2024-03-03"
    assert kinds(article, ParagraphKind.TITLE) == [article.title]
    prose = kinds(article, ParagraphKind.TEXT)
    assert [text[:10] for text in prose] == [text[:10] for text in (LEAD, QUOTE, LAST, MORE)]
    for foreign in ("cookies", "Home", "School opens", "©"):
        assert foreign not in article.text
    assert article.warnings == ()


def test_structure_emphasis_and_links() -> None:
    article = read(
        page(
            f"<article>{HEADLINE}<p>{LEAD}</p><h2>What happens next</h2><p>{LAST}</p>"
            "<ol><li>One lane for buses</li><li>Parking at the station</li></ol>"
            f"<blockquote><p>{QUOTE}</p></blockquote><p>{MORE}</p>"
            "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>1,200</td></tr></table>"
            "</article>"
        )
    )
    shape = [(p.kind.value, p.level, p.marker) for p in article.paragraphs]
    assert shape == [
        ("title", 0, ""),
        ("text", 0, ""),
        ("heading", 2, ""),
        ("text", 0, ""),
        ("item", 1, "1."),
        ("item", 1, "2."),
        ("quote", 1, ""),
        ("text", 0, ""),
        ("code", 0, ""),
    ]
    marked = {(i.style, article.text[i.start : i.end], i.target) for i in article.inlines}
    assert marked == {
        (InlineStyle.STRONG, "more than 40", None),
        (InlineStyle.EMPHASIS, "chief engineer", None),
        (InlineStyle.LINK, "the report", "https://example.org/report"),
    }


@pytest.mark.parametrize("harm", ["&#27;]52;c;x&#27;\\", "&#x1b;[31m", "\x1b[31m", "&#x0000001B;"])
def test_control_characters_in_a_page_neither_act_nor_break_it(harm: str) -> None:
    article = read(page(f"<article>{HEADLINE}{PARAGRAPHS}<p>{LAST} {harm}</p></article>"))
    assert "\x1b" not in article.text
    assert "␛" in article.text and LAST in article.text
    assert any("control or hidden" in note for note in article.warnings)


def test_a_page_without_main_text_shows_all_of_its_text() -> None:
    article = read("<html><head><title>Notes</title></head><body><b>Short</b> note</body></html>")
    assert article.text == "Notes\n\nShort note"
    assert article.title == "Notes"


def test_html_without_a_tag_is_plain_text() -> None:
    article = read("Bridge closed\n\nThe council voted & left.\n\n" + LAST)
    assert article.title == "Bridge closed"
    assert len(article.paragraphs) == 3


def test_the_declared_charset_is_used() -> None:
    source = page(f"<article>{HEADLINE}{PARAGRAPHS}</article>", '<meta charset="windows-1252">')
    article = article_from_bytes(source.encode("cp1252"), "page.html")
    assert article.source.encoding == "cp1252"
    assert "£4m" in article.text and "“We" in article.text
    assert article.warnings == ()


HOSTILE = {
    "nested": "<div>" * 30_000 + LAST,
    "unclosed": "<" * 200_000,
    "comments": "<p>" + LAST + "<!--" * 50_000,
    "entities": "<p>" + "&amp" * 100_000,
    "attributes": "<p " + "a=b " * 100_000 + ">" + LAST,
    "embedded": "<img src='data:image/png;base64," + "A" * 2_000_000 + "'><p>" + LAST,
    "scripts": "<script>" * 20_000 + LAST,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_in_time(source: str) -> None:
    started = monotonic()
    read(source)
    assert monotonic() - started < html.SECONDS + 5


def test_a_parser_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Extractor(seconds=0.001)
    monkeypatch.setattr(html, "_EXTRACTOR", slow)
    article = read(SITES["article with json-ld"])
    slow.close()
    assert "Traffic will be sent" in article.text
    assert article.title is not None and article.title.startswith("Bridge closed")
    assert any("took too long" in note for note in article.warnings)


def test_a_process_that_has_ended_is_started_again() -> None:
    extractor = Extractor(seconds=10.0)
    source = SITES["article with json-ld"]
    first = extractor.extract(source)
    extractor.close()
    assert extractor.extract(source) == first
    extractor.close()
    with pytest.raises(ExtractionError):
        Extractor(seconds=0.001).extract(source)


def test_a_module_beside_the_page_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trafilatura.py").write_text("open('harm', 'w').close()", encoding="utf-8")
    (tmp_path / "page.html").write_text(SITES["article with json-ld"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(html, "_EXTRACTOR", Extractor(seconds=10.0))
    assert load_article("page.html").warnings == ()
    html._EXTRACTOR.close()
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Jane Doe; John Roe", "Jane Doe, John Roe"),
        ("By Jane Doe; jane doe", "Jane Doe"),
        ("https://example.org/jane; Facebook; Jane Doe", "Jane Doe"),
        ("@jane; 4 comments; Share", None),
    ],
)
def test_authors_are_cleaned(written: str, names: str | None) -> None:
    assert clean_authors(written) == names


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("<p>one<br>two</p><p>three</p>", ["one", "two", "three"]),
        ("<script>x<y</script><style>a{}</style>text", ["text"]),
        ("a <!-- hidden > still --> b", ["a b"]),
        ("3 < 4 and 5 > 2", ["3 < 4 and 5 > 2"]),
        ("<td>a</td><td>b</td>", ["a b"]),
        ("caf&eacute; &amp;lt;", ["café &lt;"]),
        ("<nav>menu</nav>text<p unclosed", ["text"]),
        ("<nav>a<nav>b<button>c</button>d<nav>e", ["a", "b", "d", "e"]),
        ("İ<script>x</script>y", ["İ", "y"]),
    ],
)
def test_stripping_tags(source: str, paragraphs: list[str]) -> None:
    assert strip_tags(source) == paragraphs


def test_the_title_element() -> None:
    assert page_title("<title>A &amp; B</title>") == "A & B"
    assert page_title("no title") is None


@pytest.mark.parametrize(
    ("reference", "character"),
    [
        ("&#65;", "A"),
        ("&#" + "0" * 5_000 + "65;", "A"),
        ("&#" + "0" * 5_000 + ";", "\ufffd"),
        ("&#" + "1" * 5_000 + ";", "\ufffd"),
        ("&#" + "1" * 5_000, "\ufffd"),
        ("&#x" + "f" * 5_000 + ";", "\ufffd"),
    ],
)
def test_a_reference_may_have_any_number_of_digits(reference: str, character: str) -> None:
    assert strip_tags(f"<p>{reference}</p>") == [character]
    assert page_title(f"<title>{reference}</title>") == character
