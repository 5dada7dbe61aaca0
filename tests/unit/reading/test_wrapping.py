"""Lines hold the whole text, none is wider than it may be, and places survive the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tuireader.article.model import Paragraph, ParagraphKind
from tuireader.article.sanitizing import sanitize
from tuireader.tui.reading.wrapping import (
    Wrapping,
    cell_of,
    character_at,
    indent_of,
    is_one_cell,
)

WORDS = st.lists(
    st.sampled_from(
        ["a", "news", "“quoted”", "extraordinarily", "—", "naïve", "日本語", "👩‍👩‍👧", "é́"]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
ANY_TEXT = st.text(min_size=1, max_size=60).map(lambda text: sanitize(text).replace("\n", " "))


def wrap(*texts: str, width: int, kind: ParagraphKind = ParagraphKind.TEXT) -> Wrapping:
    paragraphs, start = [], 0
    for text in texts:
        paragraphs.append(Paragraph(start, start + len(text), kind))
        start += len(text) + 2
    return Wrapping("\n\n".join(texts), paragraphs, width)


def lines(wrapping: Wrapping) -> list[str]:
    found = [wrapping.line(number) for number in range(len(wrapping))]
    return [wrapping.text[line.start : line.end] for line in found]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a  b", 1, ["a", "b"]),
        ("“He said so”", 8, ["“He said", "so”"]),
        ("日本語の記事", 4, ["日本", "語の", "記事"]),
        ("no 日本 more", 5, ["no 日", "本", "more"]),
    ],
)
def test_words_fill_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(wrap(text, width=width)) == expected


def test_a_blank_line_stands_between_paragraphs_but_not_between_items() -> None:
    assert lines(wrap("one", "two", width=9)) == ["one", "", "two"]
    assert lines(wrap("one", "two", width=9, kind=ParagraphKind.ITEM)) == ["one", "two"]


def test_code_keeps_its_line_breaks() -> None:
    assert lines(wrap("x = 1\ny = 2", width=20, kind=ParagraphKind.CODE)) == ["x = 1", "y = 2"]


@given(st.lists(WORDS | ANY_TEXT, min_size=1, max_size=4), st.integers(4, 40))
def test_lines_hold_every_visible_character_once(texts: list[str], width: int) -> None:
    wrapping = wrap(*texts, width=width)
    shown = "".join("".join(lines(wrapping)).split())
    assert shown == "".join(wrapping.text.split())


def test_a_space_that_carries_an_accent_is_seen() -> None:
    assert lines(wrap("é" * 7 + " \u064bx", width=7)) == ["é" * 7, " \u064bx"]


@given(WORDS, st.integers(4, 40))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(wrap(text, width=width)))


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(8, 40), st.data())
def test_every_offset_has_its_line_and_cell(
    texts: list[str], width: int, data: st.DataObject
) -> None:
    wrapping = wrap(*texts, width=width)
    offset = data.draw(st.integers(0, len(wrapping.text) - 1))
    line = wrapping.line(wrapping.line_of(offset))
    assert line.start <= offset
    if offset < line.end:
        column = wrapping.column_of(line, offset)
        found = wrapping.offset_at(line, column)
        assert wrapping.column_of(line, found) == column


@given(st.text(max_size=20).map(sanitize))
def test_cells_and_characters_agree(text: str) -> None:
    for cell in range(cell_len(text)):
        assert cell_of(text, character_at(text, cell)) <= cell


def test_narrow_characters_fill_one_cell() -> None:
    every = (chr(code) for code in range(0x20, 0x3000) if not 0xD800 <= code < 0xE000)
    narrow = [char for char in every if is_one_cell(char)]
    assert len(narrow) > 1000
    assert all(get_character_cell_size(char) == 1 for char in narrow)


def test_indents_leave_room_for_text() -> None:
    deep = Paragraph(0, 1, ParagraphKind.ITEM, level=40, marker="•")
    assert indent_of(deep) <= 12
