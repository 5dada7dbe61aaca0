"""Markdown: structure, emphasis, front matter, and files built to do harm."""

from time import process_time

import pytest

from tuireader.article.loading import article_from_bytes
from tuireader.article.model import Article, ParagraphKind

PROSE = "The council voted on Tuesday to close the bridge, and it will not open before June."


def read(text: str) -> Article:
    return article_from_bytes(text.encode(), "article.md")


def shape(text: str) -> list[tuple[str, int, str, str]]:
    """List kind, level, marker and text of the paragraphs."""
    article = read(text)
    return [
        (p.kind.value, p.level, p.marker, article.text[p.start : p.end]) for p in article.paragraphs
    ]


def marks(text: str) -> list[tuple[str, str, str | None]]:
    """List style, words and target of emphasis and links."""
    article = read(text)
    return [(i.style.value, article.text[i.start : i.end], i.target) for i in article.inlines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nhard-wrapped\nparagraph", [("text", 0, "", "a hard-wrapped paragraph")]),
        (f"{PROSE}\n\n## Part", [("text", 0, "", PROSE), ("heading", 2, "", "Part")]),
        (f"{PROSE}\n\n**Part**", [("text", 0, "", PROSE), ("heading", 3, "", "Part")]),
        (f"{PROSE}\n\n**Why?**", [("text", 0, "", PROSE), ("text", 0, "", "Why?")]),
        ("> one\n>\n> > two", [("quote", 1, "", "one"), ("quote", 2, "", "two")]),
        (
            "- one\n  - two\n    1. three\n    2. four\n- five\n\n  more",
            [
                ("item", 1, "•", "one"),
                ("item", 2, "•", "two"),
                ("item", 3, "1.", "three"),
                ("item", 3, "2.", "four"),
                ("item", 1, "•", "five"),
                ("item", 1, "", "more"),
            ],
        ),
        ("```py\na = 1\n\nb = [2]\n```", [("code", 0, "", "a = 1\n\nb = [2]")]),
        (
            "a\n\n---\n\nb",
            [("text", 0, "", "a"), ("furniture", 0, "", "* * *"), ("text", 0, "", "b")],
        ),
        (
            "| Year | Cars |\n|---|--:|\n| 2021 | 1,200 |",
            [("code", 0, "", "Year   Cars\n2021   1,200")],
        ),
        (
            "Look ![the old bridge](b.png) here",
            [("text", 0, "", "Look here"), ("furniture", 0, "", "the old bridge")],
        ),
        (
            "<div onclick='x()'><b>Raw</b> text<script>alert(1)</script></div>",
            [("text", 0, "", "Raw text")],
        ),
        (
            "She said no.  \nThen she left.",
            [("text", 0, "", "She said no."), ("text", 0, "", "Then she left.")],
        ),
        ("the roof  \nand the wall", [("text", 0, "", "the roof and the wall")]),
        (
            "So he said.[^1]\n\n[^1]: https://example.org/a\n[^b]: A *note*.",
            [
                ("text", 0, "", "So he said.[1]"),
                ("furniture", 0, "[1]", "https://example.org/a"),
                ("item", 1, "[b]", "A note."),
            ],
        ),
        (r"He [sic] wrote \[the\] it.", [("text", 0, "", "He [sic] wrote [the] it.")]),
    ],
)
def test_structure(source: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert shape(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("an *old* **stone** bridge", [("emphasis", "old", None), ("strong", "stone", None)]),
        ("~~two~~ `three`", [("strike", "two", None), ("code", "three", None)]),
        ("**a *b* c**", [("strong", "a b c", None), ("emphasis", "b", None)]),
        ("[here](https://example.org/x)", [("link", "here", "https://example.org/x")]),
        ("[here](javascript:alert(1))", []),
        ("[here](file:///etc/passwd)", []),
        ("[here][r]\n\n[r]: http://example.org", [("link", "here", "http://example.org")]),
    ],
)
def test_emphasis_and_links(source: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert marks(f"{PROSE} {source}") == expected


def test_front_matter_tells_title_authors_and_date() -> None:
    article = read(
        "---\ntitle: 'Bridge: closed'\nauthors:\n  - Jane Doe\n  - name: John Roe\n"
        f"date: 2024-03-03\ndraft: no\n---\n\n# Bridge: closed\n\n{PROSE}"
    )
    assert (article.title, article.byline, article.published) == (
        "Bridge: closed",
        "Jane Doe, John Roe",
        "2024-03-03",
    )
    titles = [p for p in article.paragraphs if p.kind is ParagraphKind.TITLE]
    assert [(p.start, p.end) for p in titles] == [(0, len("Bridge: closed"))]
    assert article.text.count("Bridge: closed") == 1


def test_a_title_that_stands_only_in_the_front_matter_is_shown() -> None:
    article = read(f"---\ntitle: Bridge closed\n---\n{PROSE}")
    assert article.text == f"Bridge closed\n\n{PROSE}"
    assert article.paragraphs[0].kind is ParagraphKind.TITLE


def test_toml_front_matter() -> None:
    article = read(f'+++\ntitle = "Bridge closed"\ndate = 2024-03-03T10:15:00Z\n+++\n{PROSE}')
    assert (article.title, article.published) == ("Bridge closed", "2024-03-03T10:15+00:00")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"# Bridge closed\n\n*By Jane Doe*\n\n{PROSE}", "Bridge closed"),
        (f"Bridge closed\n===\n\n{PROSE}", "Bridge closed"),
        (f"Bridge closed\n\n{PROSE}", "Bridge closed"),
        (f"{PROSE}\n\n{PROSE}", None),
    ],
)
def test_titles(source: str, title: str | None) -> None:
    assert read(source).title == title


def test_a_byline_below_the_title() -> None:
    article = read(f"# Bridge closed\n\n*By Jane Doe*\n\n{PROSE}")
    assert article.byline == "Jane Doe"
    assert article.paragraphs[1].kind is ParagraphKind.BYLINE


@pytest.mark.parametrize(
    "matter",
    [
        "title: [unclosed",
        "title: &a [x]\nother: *a",
        pytest.param("title: " + "[" * 30_000, id="nested"),
        "title: !!python/object:os.system x",
        pytest.param("a: b\n" * 6_000, id="long"),
    ],
)
def test_front_matter_that_is_broken_or_hostile_never_breaks_the_article(matter: str) -> None:
    article = read(f"---\n{matter}\n---\n\n{PROSE}")
    assert article.text.endswith(PROSE)


@pytest.mark.parametrize(
    ("matter", "note"),
    [
        ("title = 0x" + "f" * 5_000, None),
        ("title = [0x" + "f" * 5_000 + "]", None),
        ("a = 1\ntitle." + ".".join(["name"] * 2_000) + " = 1", None),
        ("title = " + "9" * 5_000, "a number in it is too long"),
        ("a = 1\n" + ".".join(["a"] * 32_000) + " = 1", "longer than 16,384 characters"),
        ("a = " + "[" * 5_000, "nested too deeply"),
    ],
    ids=["long title", "long in a list", "deep name", "long number", "long key", "brackets"],
)
def test_hostile_toml_never_breaks_the_article(matter: str, note: str | None) -> None:
    article = read(f"+++\n{matter}\n+++\n\n{PROSE}")
    assert article.title is None
    assert article.text.endswith(PROSE)
    assert note in article.warnings[0] if note else not article.warnings


def test_broken_front_matter_is_shown_and_explained() -> None:
    article = read(f"---\ntitle: [unclosed\n---\n\n{PROSE}")
    assert article.text.startswith("title: [unclosed")
    assert any("front matter can't be read" in note for note in article.warnings)


def test_an_escape_sequence_made_by_yaml_is_caught() -> None:
    article = read(f'---\ntitle: "A \\e]2;title\\a here"\n---\n\n{PROSE}')
    assert article.title == "A ␛]2;title␇ here"


def test_rules_that_are_no_front_matter() -> None:
    assert "A line between rules." in read(f"---\n\nA line between rules.\n\n---\n\n{PROSE}").text


HOSTILE = {
    "brackets": "[" * 200_000,
    "quotes": ">" * 200_000 + " end",
    "lists": "- " * 50_000 + "end",
    "nested lists": "".join("  " * depth + f"- item {depth}\n" for depth in range(500)) + "end",
    "code": "`" * 200_000,
    "entities": "&" * 500_000,
    "comments": "<!--" * 100_000,
    "table": "|" + "a|" * 800 + "\n|" + "-|" * 800 + "\n" + "|a\n" * 800,
    "tabs": "\t" * 200_000 + "end",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_built_to_take_time_takes_none(text: str) -> None:
    started = process_time()
    article = read(text)
    assert process_time() - started < 5
    assert not text.endswith("end") or article.text.endswith("end")


def test_brackets_beyond_the_time_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuireader.article.formats.markdown._INLINE_SECONDS", -1.0)
    article = read(f"{PROSE} It is *here*.")
    assert article.text.endswith("It is *here*.")
    assert any("Emphasis and links are not shown" in note for note in article.warnings)


def test_a_file_too_long_for_markdown_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuireader.article.formats.markdown._LARGEST", 20)
    article = read(f"{PROSE} It is *here*.")
    assert article.text.endswith("*here*.")
    assert article.inlines == ()
