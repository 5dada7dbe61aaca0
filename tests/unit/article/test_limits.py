"""What is made to break a parser is read in a few seconds, or refused in words."""

import time
from itertools import pairwise

import pytest

from tuireader.article.formats import html
from tuireader.article.loading import article_from_bytes
from tuireader.article.model import Article
from tuireader.errors import ArticleError

BEARABLE = 5.0
"""Seconds of processor time."""

_LEVELS = "abcdefghij"
BILLION_LAUGHS = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(_LEVELS)
)

PAGES = {
    "deep": "<div>" * 200_000 + "x",
    "deep words": "<p>" + "<span>" * 200_000 + "words here",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>",
    "tables": "<table><tr><td>" * 50_000 + "x",
    "references": "<p>" + "&#27;" * 300_000 + "</p>",
    "open comment": "<html>" + "<!--" * 300_000,
    "only brackets": "<html>" + "<" * 3_000_000,
}
MARKDOWN = {
    "aliases": BILLION_LAUGHS + "---\n\ntext\n",
    "deep front matter": "---\na: " + "[" * 100_000 + "\n---\n\ntext\n",
    "deep list in front matter": "---\na:\n" + "- " * 100_000 + "\n---\n\ntext\n",
    "brackets": "[" * 200_000,
    "quotes": ">" * 200_000,
    "stars": "*a " * 200_000,
    "underscores": "_a_" * 200_000,
    "links": "[a](" * 200_000,
    "ticks": "`" * 100_000 + " " + "``" * 50_000,
    "lists": "".join(" " * (2 * n) + "- x\n" for n in range(3_000)),
    "table": "|a" * 50_000 + "\n" + "|-" * 50_000 + "\n" + "|b" * 50_000 + "\n",
    "tags": "<a " * 200_000,
}
TEXTS = {
    "sentence": "The mayor said that " * 250_000,
    "quotation": "“he said " * 300_000,
    "quote marks": '"' * 500_000,
    "number": "1,234" * 1_000_000,
    "dots": "." * 5_000_000,
    "spaces": " " * 5_000_000,
    "lines": "\n" * 5_000_000,
    "marks": "a" + "\u0301" * 1_000_000,
    "wide": "字" * 2_000_000,
    "families": "👨‍👩‍👧" * 300_000,
    "names": "NAME: hello\n\n" * 50_000,
    "dates": "2024-01-01 " * 200_000,
}
CASES = [
    *(("a.html", name, text) for name, text in PAGES.items()),
    *(("a.md", name, text) for name, text in MARKDOWN.items()),
    *(("a.txt", name, text) for name, text in TEXTS.items()),
]


@pytest.mark.parametrize(
    ("path", "text"), [(path, text) for path, _, text in CASES], ids=[case[1] for case in CASES]
)
def test_it_is_read_or_refused_soon(path: str, text: str) -> None:
    begin = time.process_time()
    try:
        article = article_from_bytes(text.encode(), path)
    except ArticleError as refusal:
        assert refusal.message
    else:
        assert isinstance(article, Article)
        assert all(p.end <= len(article.text) for p in article.paragraphs)
    assert time.process_time() - begin < BEARABLE


def test_the_page_parser_is_given_up_before_that() -> None:
    assert html.SECONDS < BEARABLE
