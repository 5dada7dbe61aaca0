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
    "breaks": "<html>" + "<p>a<br>" * 1_000_000,
    "open menus": "<html>" + "<nav><p>a" * 200_000,
    "bold words": "<html>" + "<b>a " * 2_000_000,
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
    "many lists": ("- " * 40 + "x\n") * 12_000,
    "underlined": "a\n=\n" * 240_000,
    "targets": "[a]: b\n" * 300_000,
    "quoted lines": ">a\n" * 700_000,
    "rows": "|a" * 8 + "\n" + "|-" * 8 + "\n" + ("|a" * 8 + "\n") * 70_000,
    "images": ("![" * 19_000 + "\n\n") * 3,
}
TEXTS = {
    "sentence": "The mayor said that " * 250_000,
    "quotation": "“he said " * 300_000,
    "quote marks": '"' * 500_000,
    "number": "1,234" * 1_000_000,
    "dots": "." * 5_000_000,
    "spaces": " " * 5_000_000,
    "lines": "\n" * 5_000_000,
    "short lines": "A\n" * 2_000_000,
    "short paragraphs": "A\n\n" * 2_000_000,
    "separators": "A\u2029" * 2_000_000,
    "marks": "a" + "\u0301" * 1_000_000,
    "wide": "字" * 2_000_000,
    "families": "👨‍👩‍👧" * 300_000,
    "joiners": "a\u200d" * 3_000_000,
    "appeals": ("Support " + "a," * 40 + "\n\n") * 100_000,
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


@pytest.mark.parametrize(
    ("path", "piece", "times", "paragraphs", "note"),
    [
        ("a.txt", "A\n", 100_000, 100_000, None),
        ("a.txt", "A\n", 100_001, 100_000, "too many paragraphs: you read its first 100,000."),
        ("a.txt", "a\n", 500_000, 1, None),
        ("a.txt", "a\n", 500_001, 1, "too many lines: you read its first 500,000."),
        ("a.html", "<p>a<br>", 100_001, 100_000, "too many paragraphs"),
        ("a.html", "<b>a", 500_001, 1, "as far as its first 500,000."),
        ("a.md", "a\n\n", 74_999, 74_999, None),
        ("a.md", "a\n\n", 75_001, 1, "shown as plain text"),
        ("a.md", "- - - a\n", 20_000, 20_000, "shown as plain text"),
    ],
)
def test_of_too_much_the_first_part_is_read_and_it_is_said(
    path: str, piece: str, times: int, paragraphs: int, note: str | None
) -> None:
    article = article_from_bytes((piece * times).encode(), path)
    assert len(article.paragraphs) == paragraphs
    assert any(note in said for said in article.warnings) if note else not article.warnings


def test_blank_lines_are_not_missed() -> None:
    assert not article_from_bytes(b"a\n" * 500_000 + b"\n \n", "a.txt").warnings


def test_the_page_parser_is_given_up_before_that() -> None:
    assert html.SECONDS < BEARABLE
