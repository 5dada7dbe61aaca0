"""Marks overlap as they like; a line is cut into stretches of one look each."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuireader.article.model import Inline, InlineStyle, Span
from tuireader.tui.reading.marks import (
    Look,
    Mark,
    marks_around,
    marks_of,
    marks_of_inlines,
    runs,
)

LOOKS = st.sampled_from([Look.QUOTE, Look.SPEAKER, Look.FIGURE, Look.LIT])
LINES = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30)
)
MARKS = st.lists(
    st.builds(lambda span, look: Mark(span.start, span.end, look), LINES, LOOKS), max_size=12
)


@given(st.lists(LINES, max_size=12), LOOKS, LINES)
def test_the_index_finds_what_touches_a_line(spans: list[Span], look: Look, line: Span) -> None:
    expected = sorted(Mark(span.start, span.end, look) for span in spans if span.overlaps(line))
    assert sorted(marks_of(spans, look).touching(line)) == expected
    assert sorted(marks_of(spans, look).spans()) == sorted(spans)


def test_emphasis_and_links_look_each_in_their_way() -> None:
    inlines = [Inline(4, 9, InlineStyle.LINK), Inline(2, 6, InlineStyle.STRONG)]
    assert list(marks_of_inlines(inlines).touching(Span(0, 20))) == [
        Mark(2, 6, Look.STRONG),
        Mark(4, 9, Look.LINK),
    ]


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
