"""Numbers in digits and words, as read from the text alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.figures.numbers import Form
from tuireader.analysis.figures.words import find_numbers

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
ONES += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
ONES += ["eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """Write a whole number below a billion in words."""
    for power, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= power:
            head, rest = divmod(number, power)
            return (
                f"{spelled(head)} {name}"
                + (f" {spelled(rest)}" if rest >= 100 else "")
                + (f" and {spelled(rest)}" if 0 < rest < 100 else "")
            )
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{ONES[head]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number >= 20:
        head, rest = divmod(number, 10)
        return TENS[head] + (f"-{ONES[rest]}" if rest else "")
    return ONES[number]


def values(text: str) -> list[float]:
    return [float(f"{number.value:.12g}") for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a bill of 1,234,567.50", [1234567.5]),
        ("12,34,567 voters in the state", [1234567]),
        ("1 234 567 voters", [1234567]),
        ("1.234.567,80 by the European way", [1234567.8]),
        ("a rate of .08", [0.08]),
        ("1,5 m", [1.5]),
        ("pages 22,24,31", [22, 24, 31]),
        ("4e3 and 1.3x10^6 and 2.5×10−3", [4000, 1.3e6, 0.0025]),
        ("½ and 2½ and 3/4 and 10 1/2", [0.5, 2.5, 0.75, 10.5]),
        ("3.2bn, 4 million, 5 crore", [3.2e9, 4e6, 5e7]),
        ("twenty-one thousand and six", [21006]),
        ("two hundred and three hundred", [200, 300]),
        ("two hundred and two thousand", [202000]),
        ("sold two million two years ago", [2e6, 2]),
        ("a hundred or a dozen or half a dozen", [100, 12, 6]),
        ("three dozens", [36]),
        ("half a million, a quarter of a million", [5e5, 2.5e5]),
        ("two and a half million", [2.5e6]),
        ("three-and-a-half", [3.5]),
        ("one million and a half", [1.5e6]),
        ("two thirds, three-quarters, a fifth of it", [2 / 3, 0.75, 0.2]),
        ("a hundred and three quarters", [100.75]),
        ("one twenty-fifth, three twenty-fifths", [0.04, 0.12]),
        ("nine point nought four", [9.04]),
        ("22nd, twenty-first, two hundredth", [22, 21, 200]),
        ("fifty two and fifty - two", [52, 52]),
        ("one one-hundredth, two one-thousandths of an inch", [0.01, 0.002]),
        ("one one hundred and fifth of it", [1 / 105]),
        ("six hundred forty-fifths", [600 / 45]),
        ("four and thirty-one hundredths", [4.31]),
        ("a prize of 40 million third", [40e6, 3]),
        ("her two hundred third, his four-thousand-first", [203, 4001]),
        ("between four hundred and zero", [400, 0]),
        ("sold 4 doz in a week, ten dozs by May", [48, 120]),
    ],
)
def test_forms_of_numbers(text: str, expected: list[float]) -> None:
    assert values(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text",
    [
        "the million she never had",  # a power needs a number
        "in the second half",
        "scores and tens",  # needs "of"
        "a bn too far",
        "1" * 40,  # a serial number
    ],
)
def test_no_cardinal(text: str) -> None:
    assert [n for n in find_numbers(text) if n.form is not Form.ORDINAL] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of letters", 12, 120),
        ("hundreds of thousands of letters", 1e5, 1e6),
    ],
)
def test_plural_powers_are_intervals(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert (number.form, number.value, number.high) == (Form.PLURAL, low, high)


@given(st.integers(0, 10**12 - 1))
def test_grouped_digits_read_back(number: int) -> None:
    assert values(f"worth {number:,} in all") == [number]


@given(st.integers(0, 999_999_999))
def test_spelled_numbers_read_back(number: int) -> None:
    assert values(f"worth {spelled(number)} in all") == [number]


@given(st.text(alphabet="0123456789 ,.-/½abdefhinortuwy", max_size=60))
def test_numbers_stay_in_the_text_and_in_order(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize("unit", ["1", "1,111,", "1,", "x10^", "hundred and ", "1 to "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        for _ in find_numbers(text):
            pass
        return time.process_time() - started

    assert seconds(80_000) < 16 * seconds(10_000) + 0.5
