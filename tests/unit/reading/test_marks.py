"""Marks overlap as they like; a line is cut into stretches of one look each."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article.model import Span
from tuireader.tui.reading.marks import Look, Mark, MarkIndex, marks_around, runs

MARKS = st.lists(
    st.builds(
        lambda start, length, look: Mark(start, start + length, look, f"s{start}"),
        st.integers(0, 60),
        st.integers(1, 30),
        st.sampled_from([Look.QUOTE, Look.SPEAKER, Look.FIGURE, Look.LIT]),
    ),
    max_size=12,
)
LINES = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)
)


@given(MARKS, LINES)
def test_the_index_finds_what_touches_a_line(marks: list[Mark], line: Span) -> None:
    expected = {m for m in marks if m.start < line.end and m.end > line.start}
    assert set(MarkIndex(marks).touching(line)) == expected


@given(MARKS, st.integers(0, 90))
def test_the_shortest_mark_over_a_character_comes_first(marks: list[Mark], offset: int) -> None:
    lengths = [mark.end - mark.start for mark in MarkIndex(marks).at(offset)]
    assert lengths == sorted(lengths)
    assert len(lengths) == sum(mark.start <= offset < mark.end for mark in marks)


@given(MARKS, LINES)
def test_runs_cover_the_line_and_add_up_looks(marks: list[Mark], line: Span) -> None:
    pieces = list(runs(line, marks))
    assert pieces[0][0] == line.start
    assert pieces[-1][1] == line.end
    for (_, end, _), (start, _, _) in pairwise(pieces):
        assert end == start
    for start, end, look in pieces:
        for mark in marks:
            assert (mark.start <= start and end <= mark.end) <= (mark.look in look)


def test_marks_around_spans_are_the_rest() -> None:
    rest = marks_around([Span(5, 9), Span(2, 6)], 12, Look.ASIDE)
    assert [(m.start, m.end) for m in rest.touching(Span(0, 12))] == [(0, 2), (9, 12)]
    assert len(marks_around([Span(0, 12)], 12, Look.ASIDE)) == 0
