"""Rows are found by words, in any order, and capitals count when they are typed."""

from time import process_time

import pytest

from tuireader.session.filtering import RowFilter

ROWS = ["Tom Lindqvist  engineer", "Ann Moss  the mayor", "$12 million  cost", "12 bolts  Moss"]


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("", None),
        ("   ", None),
        ("moss", [1, 3]),
        ("Moss", [1, 3]),
        ("MOSS", []),
        ("12 mil", [2]),
        ("moss 12", [3]),
        ("mayor ann", [1]),
        ("[", []),
    ],
)
def test_rows_that_contain_every_word(pattern: str, rows: list[int] | None) -> None:
    assert RowFilter(len(ROWS), ROWS.__getitem__).matching(pattern) == rows


def test_the_words_of_a_row_are_asked_for_once() -> None:
    asked: list[int] = []

    def words(number: int) -> str:
        asked.append(number)
        return ROWS[number]

    rows = RowFilter(len(ROWS), words)
    assert rows.matching("") is None
    assert asked == []
    rows.matching("m")
    rows.matching("mo")
    assert asked == [0, 1, 2, 3]


def test_many_rows_are_found_while_one_types() -> None:
    rows = RowFilter(50_000, lambda number: f"row {number} of a long list, says Moss")
    rows.matching("m")
    begin = process_time()
    assert len(rows.matching("list 499") or ()) == 200
    assert process_time() - begin < 0.5


def test_words_are_read_bit_by_bit_and_each_once() -> None:
    asked: list[int] = []

    def words(number: int) -> str:
        asked.append(number)
        return f"row {number}"

    rows = RowFilter(1_000, words)
    assert not rows.go_on(0.0)
    assert asked == []
    while not rows.go_on(0.001):
        assert len(asked) < 1_000
    assert rows.matching("999") == [999]
    assert asked == list(range(1_000))
