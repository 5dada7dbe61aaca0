"""Bytes to text: the ladder of encodings."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.article.decoding import decode

ENGLISH = "The café’s owner said: “We don’t know,” and paid £5. " * 4
RUSSIAN = "Президент заявил, что правительство приняло решение о повышении налогов. " * 6
JAPANESE = "大統領は火曜日に記者会見を開き、新しい政策について説明した。" * 6


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16-le"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "cp1252", "cp1252"),
        ("It’s the council’s money, “he” said. " * 20, "mac_roman", "mac_roman"),
        ("Plain words only. " * 60 + "Ein Café.", "latin-1", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (JAPANESE, "shift_jis", "shift_jis"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str, named: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, named)


def test_a_byte_order_mark_of_each_kind_is_taken_off() -> None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        assert decode(mark + "né".encode(encoding)).text == "né"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\r\nb", "a\nb"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\n\nd"),
        ("page one\n\x0cpage two", "page one\n\npage two"),
        ("soft\u00adhyphen", "softhyphen"),
        ("soft\u00ad\nbreak", "softbreak"),
        ("zero\u200bwidth \ufeffmark \u200eside", "zerowidth mark side"),
    ],
)
def test_lines_get_one_kind_of_end_and_invisible_signs_go(raw: str, text: str) -> None:
    assert decode(raw.encode()).text == text


def test_a_cut_utf8_file_stays_utf8() -> None:
    whole = "Größere Änderungen für die Bürger — “jetzt”".encode()
    decoded = decode(whole + "é".encode()[:1])
    assert decoded.encoding == "utf-8"
    assert decoded.unreadable == 1
    assert not decoded.guessed


@pytest.mark.parametrize(
    ("declaration", "encoding", "named"),
    [
        ('<meta charset="windows-1251">', "cp1251", "cp1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
            "cp1252",
            "cp1252",
        ),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8_r", "koi8-r"),
        ('<meta charset="utf-16">', "utf-8", "utf-8"),
        ('<meta charset="no-such-thing">', "utf-8", "utf-8"),
    ],
)
def test_a_page_may_declare_its_charset(declaration: str, encoding: str, named: str) -> None:
    text = declaration + ("Привет" if "125" not in encoding or encoding == "cp1251" else "“né”")
    decoded = decode(text.encode(encoding), html=True)
    assert decoded.text == text
    assert decoded.encoding == named


def test_utf8_wins_over_a_declaration_that_is_wrong() -> None:
    page = '<meta charset="iso-8859-1"><p>“né”</p>'
    assert decode(page.encode(), html=True).text == page


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    assert "\r" not in decode(data).text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp"))))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text
