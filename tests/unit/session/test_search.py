"""Search: smart case, words or regular expressions, and patterns that can't be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.session.search import search

TEXT = "The mayor said: “It’s done.” The Mayor left.\n\nA mayor (may) stay."


@pytest.mark.parametrize(
    ("pattern", "is_regex", "found"),
    [
        ("mayor", False, ["mayor", "Mayor", "mayor"]),
        ("Mayor", False, ["Mayor"]),
        ("it's", False, ["It’s"]),
        ('"It', False, ["“It"]),
        ("(may)", False, ["(may)"]),
        ("left. A", False, ["left.\n\nA"]),
        (r"mayor|left", True, ["mayor", "Mayor", "left", "mayor"]),
        (r"^A", True, ["A"]),
        ("absent", False, []),
        ("", False, []),
        ("x*", True, []),
    ],
)
def test_what_is_found(pattern: str, is_regex: bool, found: list[str]) -> None:
    hits = search(TEXT, pattern, is_regex=is_regex).hits
    assert [TEXT[hit.start : hit.end] for hit in hits] == found


def test_the_current_hit_is_the_first_from_where_the_reader_is() -> None:
    assert search(TEXT, "mayor", is_regex=False, start=20).current == 1
    assert search(TEXT, "mayor", is_regex=False, start=len(TEXT)).current == 0


@pytest.mark.parametrize("pattern", ["(unclosed", "(?V0)(?V1)", "(?a)(?u)", "(?a)(?L)"])
def test_a_broken_expression_is_told(pattern: str) -> None:
    found = search(TEXT, pattern, is_regex=True)
    assert found.error is not None
    assert found.error.startswith("not a regular expression")
    assert found.hit is None


def test_an_expression_without_end_is_given_up() -> None:
    found = search("a" * 5000 + "b", "(a|aa|a+)+$", is_regex=True)
    assert found.error == "takes too long, make it simpler"


@pytest.mark.parametrize(
    "pattern",
    ["(a{1000}){1000}", "((a{100}){100}){100}", "x" * 1_001, "(" * 5_000, "a{99999999999999}"],
)
def test_a_pattern_that_takes_long_to_understand_is_not_tried(pattern: str) -> None:
    assert search(TEXT, pattern, is_regex=True).error == "too long, make it shorter"


def test_a_pattern_too_deep_to_understand_is_given_up() -> None:
    assert search(TEXT, "(" * 499 + ")" * 499, is_regex=True).error is not None


@given(st.text("abu(|)[]{}*+?^$\\.,<=!:#&0159pLrPeRV-~ ", max_size=30), st.booleans())
def test_any_pattern_is_searched_or_refused(pattern: str, is_regex: bool) -> None:
    found = search(TEXT, pattern, is_regex=is_regex)
    assert found.error or all(TEXT[hit.start : hit.end] for hit in found.hits)
