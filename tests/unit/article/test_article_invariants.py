"""What holds for every article, whatever the bytes."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tuireader.article.blocks import SEPARATOR, Block, Draft, InlineText, assemble, web_address
from tuireader.article.loading import article_from_bytes
from tuireader.article.model import Article, InlineStyle, ParagraphKind, Source
from tuireader.errors import ArticleError

SIGNS = st.sampled_from(
    [
        *("\n", "\n\n", " ", "\t", "\r\n", "\x1b", "\x00", "\u202e", "\u200d", "\u0301", "\ufeff"),
        *("# ", "- ", "1. ", "> ", "| a | b |\n|--|--|\n", "```\n", "*", "**", "`"),
        "[x](http://a.b)",
        *("---\n", "title: x\n", "<p>", "</p>", "<b>", "<script>", "&#27;", "&shy;", "<br>"),
        *("By Jane Doe", "3 March 2024", "Read more: x", "Advertisement", "NAME: "),
        "“Words,” he said.",
        *("Traffic will be sent round by the north road.", "é", "漢", "\U0001f468", "[^1]", "\\"),
    ]
)
TEXTS = st.lists(st.one_of(SIGNS, st.text(st.characters(exclude_categories=["Cs"]), max_size=8)))


def assert_whole(article: Article) -> None:
    """Check that paragraphs cover the text, and that the text can be shown."""
    parts = [article.text[p.start : p.end] for p in article.paragraphs]
    assert SEPARATOR.join(parts) == article.text
    assert all(parts)
    for paragraph, part in zip(article.paragraphs, parts, strict=True):
        assert "\n" not in part or paragraph.kind is ParagraphKind.CODE
    for char in article.text:
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
    for inline in article.inlines:
        assert any(p.start <= inline.start < inline.end <= p.end for p in article.paragraphs)
    titles = [p for p in article.paragraphs if p.kind is ParagraphKind.TITLE]
    assert [article.text[p.start : p.end] for p in titles] == (
        [article.title] if article.title else []
    )


def assert_article_or_refusal(data: bytes, format_: str) -> None:
    """Check that bytes make a whole article or one clear sentence."""
    try:
        article = article_from_bytes(data, "x", format_)
    except ArticleError as error:
        assert error.message.startswith("“x” looks like ")
    else:
        assert_whole(article)


@pytest.mark.parametrize("format_", ["text", "markdown"])
@example([":", "| a | b |\n|--|--|\n", "| a | b |\n|--|--|\n", "{"])
@given(parts=TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_makes_a_whole_article(format_: str, parts: list[str]) -> None:
    assert_article_or_refusal("".join(parts).encode(), format_)


@given(parts=TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_page_makes_a_whole_article(parts: list[str]) -> None:
    assert_article_or_refusal("".join(parts).encode(), "html")


@pytest.mark.parametrize("format_", ["text", "markdown"])
@given(data=st.binary(max_size=400))
@example(data=b"\x85\x1c\x1d\x1e\x0b\x0c")
@settings(max_examples=150, deadline=None)
def test_any_bytes_make_an_article_or_a_clear_refusal(format_: str, data: bytes) -> None:
    assert_article_or_refusal(data, format_)


@given(st.lists(st.text("ab \n", min_size=1, max_size=12), max_size=6))
def test_words_survive_whatever_the_line_breaks(lines: list[str]) -> None:
    source = "\n".join(lines)
    article = article_from_bytes(source.encode(), "x", "text")
    assert article.text.split() == source.split()


def test_offsets_of_emphasis_follow_their_block() -> None:
    text = InlineText()
    text.add("  an ")
    text.open(InlineStyle.STRONG)
    text.add(" old\n  stone")
    text.close(InlineStyle.STRONG)
    text.add(" bridge ")
    block = text.block(ParagraphKind.TEXT)
    assert block.text == "an old stone bridge"
    article = assemble(Draft([Block("Before"), block]), Source("x", "text", ""))
    (inline,) = article.inlines
    assert article.text[inline.start : inline.end] == "old stone"


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/\x1b]8", False),
        ("https://example.org/\u202egpj", False),
        ("relative/page.html", False),
        ("http://[::1]/", True),
        ("http://[half/", False),
        ("https://ex\u2100mple.org", False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_or_nowhere(target: str | None, kept: bool) -> None:
    assert web_address(target) == (target if kept else None)
