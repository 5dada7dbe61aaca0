"""The reader's place is found again in a text that was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.session.placing import moved_offset

OLD = " ".join(f"Sentence number {n} tells of event {n * 7}." for n in range(100))
PLACE = OLD.index("Sentence number 60 ")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "A new lede. " * 9 + text,
        lambda text: text.replace("Sentence number 10 ", "A much longer sentence number 10 "),
        lambda text: text.replace("event 434", "accident 434"),
        lambda text: text[400:],
    ],
)
def test_the_place_moves_along(change: object) -> None:
    assert callable(change)
    new = change(OLD)
    assert abs(moved_offset(OLD, new, PLACE) - new.index("Sentence number 60 ")) <= 2


def test_an_unchanged_text_keeps_the_place() -> None:
    assert moved_offset(OLD, OLD, PLACE) == PLACE


@given(st.text(max_size=200), st.text(max_size=200), st.integers(0, 200))
def test_the_place_is_always_in_the_text(old: str, new: str, offset: int) -> None:
    moved = moved_offset(old, new, min(offset, len(old)))
    assert 0 <= moved <= max(len(new), len(old) if old == new else 0)
