"""Nothing that could act on a terminal gets through, and no offset moves."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.article.sanitizing import MAX_MARKS, one_line, sanitize, sanitize_counting

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
HEART = "\u2764\ufe0f\u200d\U0001f525"
FLAG_OF_SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
PERSIAN = "می\u200cخواهم"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\x1b]52;c;UFdORUQ=\x1b\\", "␛]52;c;UFdORUQ=␛\\"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("one\ttwo\nthree", "one two\nthree"),
        ("\x9b31m red", "\ufffd31m red"),
        ("user\u202egnp.exe", "user\ufffdgnp.exe"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("zero\u200bwidth\ufeff", "zero\ufffdwidth\ufffd"),
        ("a\u200db", "a\ufffdb"),
        ("hidden \U000e0041\U000e0042", "hidden \ufffd\ufffd"),
    ],
)
def test_what_could_act_becomes_visible(raw: str, clean: str) -> None:
    assert sanitize(raw) == clean
    assert len(sanitize(raw)) == len(raw)


@pytest.mark.parametrize(
    "text",
    [
        "“Curly quotes” – and dashes — cost £5, €6.",
        f"A family {FAMILY}, a heart {HEART}, a flag {FLAG_OF_SCOTLAND} \U0001f1eb\U0001f1f7",
        PERSIAN,
        "हिन्दी, ไทย, Tiếng Việt, שָׁלוֹם",
        "é written as two: e\u0301",
        "汉字かな交じり文",
    ],
)
def test_real_text_stays(text: str) -> None:
    assert sanitize_counting(text) == (text, 0)


def test_a_flood_of_marks_is_limited() -> None:
    flood = "a" + "\u0301" * 5000 + "b"
    clean = sanitize(flood)
    assert len(clean) == len(flood)
    assert sum(unicodedata.combining(char) > 0 for char in clean) == MAX_MARKS


@pytest.mark.parametrize(
    "text", [f"a{chr(0x64C) * (MAX_MARKS + 1)}\u200cb", "a\u061c\u200cb", "\u180b\u200d\u1820"]
)
def test_a_joiner_does_not_outlive_the_letter_before_it(text: str) -> None:
    assert "\u200c" not in sanitize(text)
    assert "\u200d" not in sanitize(text)


def test_replacements_are_counted_but_tabs_are_not() -> None:
    assert sanitize_counting("a\tb\x1b\u202e").replaced == 2
    assert sanitize_counting("\ufffd and ␛ were there before").replaced == 0


def test_a_name_stays_on_one_line() -> None:
    assert one_line("bad\nname\x1b.txt") == "bad␤name␛.txt"


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_harmless_as_long_and_stable(text: str) -> None:
    clean = sanitize(text)
    assert len(clean) == len(text)
    assert sanitize(clean) == clean
    for char in clean:
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
    clean.encode("utf-8")
