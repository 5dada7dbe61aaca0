"""An excerpt has the same lines as the whole article, and knows which ones it does not have."""

import pytest

from tuireader.article.model import Paragraph, ParagraphKind
from tuireader.tui.reading.excerpt import AFTER, BEFORE, Excerpt
from tuireader.tui.reading.wrapping import Wrapping

WORDS = "The bridge was closed on Monday after inspectors found broken 日本語 bolts. "
COUNT = 400
PARTS = [WORDS * (1 + number % 7) for number in range(COUNT)]
TEXT = "\n\n".join(PARTS)


def paragraphs() -> list[Paragraph]:
    found, start = [], 0
    for number, part in enumerate(PARTS):
        kind = ParagraphKind.ITEM if number % 3 else ParagraphKind.TEXT
        found.append(Paragraph(start, start + len(part), kind, marker="•"))
        start += len(part) + 2
    return found


PARAGRAPHS = paragraphs()
WHOLE = Wrapping(TEXT, PARAGRAPHS, 50)


@pytest.mark.parametrize("place", [0, 7, 200, COUNT - 3, COUNT - 1])
def test_its_lines_are_those_of_the_whole(place: int) -> None:
    offset = PARAGRAPHS[place].start + 20
    excerpt = Excerpt(TEXT, PARAGRAPHS, 50, offset)
    ours, theirs = excerpt.line_of(offset), WHOLE.line_of(offset)
    for step in range(-8, 30):
        if 0 <= theirs + step < len(WHOLE) and excerpt.knows(ours + step, ours + step + 1):
            assert excerpt.line(ours + step) == WHOLE.line(theirs + step)


def test_what_it_does_not_know_is_guessed_well() -> None:
    excerpt = Excerpt(TEXT, PARAGRAPHS, 50, PARAGRAPHS[200].start)
    assert abs(len(excerpt) - len(WHOLE)) < 0.25 * len(WHOLE)


def test_it_knows_the_places_around_its_own() -> None:
    excerpt = Excerpt(TEXT, PARAGRAPHS, 50, PARAGRAPHS[200].start)
    assert excerpt.knows_place(PARAGRAPHS[200 - BEFORE + 1].start)
    assert excerpt.knows_place(PARAGRAPHS[200 + AFTER - 1].start)
    assert not excerpt.knows_place(PARAGRAPHS[200 + AFTER + 1].start)
    assert not excerpt.knows_place(0)
    assert not excerpt.knows(0, 1)


def test_at_the_ends_nothing_is_guessed_beyond() -> None:
    first, last = Excerpt(TEXT, PARAGRAPHS, 50, 0), Excerpt(TEXT, PARAGRAPHS, 50, len(TEXT) - 1)
    assert first.line_of(0) == 0
    assert last.line_of(len(TEXT) - 1) == len(last) - 1
    assert last.knows(len(last) - 1, len(last) + 100)


def test_an_article_is_wrapped_in_steps() -> None:
    steps = Wrapping(TEXT, PARAGRAPHS, 50, at_once=False)
    while not steps.go_on(0.0001):
        pass
    assert [steps.line(n) for n in range(len(steps))] == [WHOLE.line(n) for n in range(len(WHOLE))]
