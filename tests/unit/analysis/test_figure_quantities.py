"""What is written at a number: sign, currency, unit, and units per units."""

import pytest

from tuireader.analysis.figures.quantities import Quantity
from tuireader.analysis.figures.reading import read_quantity
from tuireader.analysis.figures.words import find_numbers
from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.model import Bound, Change, FigureKind


def quantities(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    for number in find_numbers(text):
        floor = found[-1].end if found else 0
        quantity = read_quantity(text, number, floor) if number.start >= floor else None
        if quantity is not None:
            found.append(quantity)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("worth $3.2bn", 3.2e9, "USD", "$3.2bn"),
        ("worth £250m", 2.5e8, "GBP", "£250m"),
        ("worth €1,5 m", 1.5, "EUR", "€1,5"),
        ("worth US$40", 40, "USD", "US$40"),
        ("worth HK $7.5 million", 7.5e6, "HKD", "HK $7.5 million"),
        ("worth EUR50m", 5e7, "EUR", "EUR50m"),
        ("worth 75 USD million", 7.5e7, "USD", "75 USD million"),
        ("worth 20 MEUR", 2e7, "EUR", "20 MEUR"),
        ("worth ten Australian dollars", 10, "AUD", "ten Australian dollars"),
        ("worth 30 cents", 30, "cent", "30 cents"),
        ("worth 164p", 164, "penny", "164p"),
        ("at $80 an ounce", 80, "USD per ounce", "$80 an ounce"),
        ("at $14.95 a month", 14.95, "USD per month", "$14.95 a month"),
        ("some 361 million pounds", 3.61e8, "GBP", "361 million pounds"),
        ("some 25 pounds", 25, "pound-mass", "25 pounds"),
        ("some 5kW", 5, "kilowatt", "5kW"),
        ("some 2,000km", 2000, "kilometre", "2,000km"),
        ("some 37m (121ft)", 37, "metre", "37m"),
        ("some 2.7m people", 2.7e6, None, "2.7m"),
        ("some 400 metres per second", 400, "metre per second", "400 metres per second"),
        ("some 12 sq ft", 12, "square foot", "12 sq ft"),
        ("some 301 km2", 301, "square kilometre", "301 km2"),
        ("some 4 km squared", 4, "square kilometre", "4 km squared"),
        ("a 20-mile-wide strip", 20, "mile", "20-mile"),
        ("some 500 degrees Celsius", 500, "degree Celsius", "500 degrees Celsius"),
        ("some 2.4Ghz", 2.4, "gigahertz", "2.4Ghz"),
        ("is 2 in thick", 2, "inch", "2 in"),
        ("seen 2 in the wood", 2, None, "2"),
        ("5 per cent", 5, "percent", "5 per cent"),
        ("5 percentage points", 5, "percentage point", "5 percentage points"),
        ("40 hours a week", 40, "hour per week", "40 hours a week"),
        ("grew sixfold", 6, "fold", "sixfold"),
        ("stands 5 ft 6 in tall", 5.5, "foot", "5 ft 6 in"),
        ("weighing 20 (kg) or so", 20, "kilogram", "20 (kg)"),
        ("rated 3.5 [kW]", 3.5, "kilowatt", "3.5 [kW]"),
        ("under point 12 (g) of it", 12, None, "12"),
        ("told 45 (pages)", 45, None, "45"),
        ("costs 700円 a bowl", 700, "JPY", "700円"),
        ("ask 60 cop drivers", 60, None, "60"),
        ("paid 60 COP", 60, "COP", "60 COP"),
        ("with a percentage of 62 in the north", 62, "percent", "62"),
        ("what percent of 50 they own", 50, None, "50"),
        ("a percentage of 62 members", 62, None, "62"),
        ("an 87 yo neighbour", 87, "year", "87 yo"),
        ("a 9 yo-yo set", 9, None, "9"),
    ],
)
def test_units(text: str, value: float, unit: str | None, written: str) -> None:
    quantity = quantities(text)[0]
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit
    assert text[quantity.start : quantity.end] == written


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("fell to -4 overnight", -4, Change.DOWN),
        ("fell to minus-4 degrees", -4, None),
        ("a balance of $-50.8bn", -50.8e9, None),
        ("a balance of -$3", -3, Change.DOWN),
        ("up again: +0.2%", 0.2, Change.UP),
        ("the 10-12 group", 10, None),
    ],
)
def test_signs(text: str, value: float, change: Change | None) -> None:
    quantity = quantities(text)[0]
    assert quantity.low == pytest.approx(value)
    assert quantity.change is change


@pytest.mark.parametrize("text", ["an F-16", "a Covid-19 ward", "the G20", "a PS5", "5G", "a 777F"])
def test_names_and_codes_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_a_power_letter_does_not_part_the_ends_of_a_range() -> None:
    assert [q.low for q in quantities("some 5k-20k a month")] == [5000, 20000]


def test_an_exponent_is_no_figure() -> None:
    assert [q.low for q in quantities("a flow of 3 m s−1 in 2 pipes")] == [3, 2]


def test_age_and_plural_power_take_their_unit() -> None:
    age, dollars = quantities("the 65-year-old lost tens of thousands of dollars")
    assert (age.kind, age.unit) == (FigureKind.AGE, "year")
    assert (dollars.kind, dollars.unit, dollars.bound) == (FigureKind.MONEY, "USD", Bound.RANGE)


def test_units_lexicon_has_words_or_symbols_for_each_unit() -> None:
    lexicon = load_lexicon("units")
    for group, units in lexicon.items():
        if group in ("denominators", "prefixes", "compounds"):
            continue
        for name, forms in units.items():
            assert set(forms) <= {"words", "symbols", "prefixes"}, name
            assert forms.get("words") or forms.get("symbols"), name


def test_bound_phrases_stand_under_one_bound_only() -> None:
    for phrases in (load_lexicon("bounds")["before"], load_lexicon("bounds")["after"]):
        seen = [phrase for group in phrases.values() for phrase in group]
        assert len(seen) == len(set(seen))
        assert set(phrases) <= {bound.value for bound in Bound}


def test_vague_readings_are_intervals() -> None:
    for group in load_lexicon("vague").values():
        for phrase, reading in group.items():
            low, high = reading["low"], reading["high"]
            assert low is None or high is None or low <= high, phrase
