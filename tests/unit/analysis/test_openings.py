"""Openings: datelines, labels and time stamps are kept apart from the sentence behind them."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.openings import opening_ends

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("OSLO — The dam broke.", ["OSLO —", "The dam broke."]),
        ("NEW HAVEN, Conn. (AP) — It broke.", ["NEW HAVEN, Conn. (AP) —", "It broke."]),
        ("OSLO, Nov 3 – The dam broke.", ["OSLO, Nov 3 –", "The dam broke."]),
        ("DR RUIZ: The dam broke.", ["DR RUIZ:", "The dam broke."]),
        ("RUIZ: It broke. BECK: When?", ["RUIZ:", "It broke.", "BECK:", "When?"]),
        ("Q: Why? A: It was old.", ["Q:", "Why?", "A:", "It was old."]),
        ("[10:20] RUIZ-BECK: The dam broke.", ["[10:20] RUIZ-BECK:", "The dam broke."]),
        ("10.20 am RUIZ: The dam broke.", ["10.20 am RUIZ:", "The dam broke."]),
        ("The dam — a NATO project — broke.", ["The dam — a NATO project — broke."]),
        ("NATO said that the dam broke.", ["NATO said that the dam broke."]),
    ],
)
def test_an_opening_is_no_part_of_the_sentence(
    nlp: "Language", text: str, sentences: list[str]
) -> None:
    assert [part.text for part in nlp(text).sents] == sentences


@pytest.mark.parametrize("amount", ["€700m", "£47.9m", "$3b", "42p", "€9k"])
def test_a_unit_ends_a_sentence_like_any_word(nlp: "Language", amount: str) -> None:
    doc = nlp(f"The dam has cost {amount}. Nobody in the city would pay for it.")

    assert [part.text.split()[0] for part in doc.sents] == ["The", "Nobody"]


@pytest.mark.parametrize("piece", ["A", "AB ", "A-", "[1:11 ", "AB. ", "AA, Bb, ", ". AB"])
def test_repetition_does_not_slow_the_search_down(piece: str) -> None:
    assert opening_ends(piece * 3_000) == []


@given(st.text(alphabet="AB: [1.5]—-,(“\n", max_size=60))
def test_openings_end_inside_the_text(text: str) -> None:
    assert all(0 < end < len(text) for end in opening_ends(text))
