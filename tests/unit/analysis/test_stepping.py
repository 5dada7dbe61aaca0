"""What the reader looks at comes first; the whole comes last and is the same as all at once."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from spacy.language import Language

from tuireader.analysis import analyzer
from tuireader.analysis.analyzer import analyse, analyse_many
from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import Analysis
from tuireader.analysis.pieces import analysed_paragraphs, parts_of
from tuireader.analysis.stepping import SCREENFUL, analyse_in_steps, step_sizes
from tuireader.article.model import Article, Paragraph

MakeArticle = Callable[..., Article]

REPORT = (
    "“We lost 40 boats,” said Nora Blake, the harbour master.\n\n"
    "Blake said that more than 200 people were taken to two schools. Mayor Otto Lind denied it."
)
LONG = "\n\n".join([REPORT] * 96)
MIDDLE = len(LONG) // 2


def test_a_short_article_is_one_step(nlp: Language, make_article: MakeArticle) -> None:
    steps = list(analyse_in_steps(make_article(REPORT), nlp, strict=True))
    assert [fraction for fraction, _ in steps] == [1.0]


def test_an_empty_article_is_one_step(nlp: Language, make_article: MakeArticle) -> None:
    assert len(list(analyse_in_steps(make_article(""), nlp, strict=True))) == 1


@pytest.mark.parametrize("focus", [0, MIDDLE, len(LONG) - 1])
def test_what_is_on_screen_is_found_first(
    nlp: Language, make_article: MakeArticle, focus: int
) -> None:
    article = make_article(LONG)
    told: list[float] = []
    steps = list(
        analyse_in_steps(article, nlp, focus=lambda: focus, on_parsed=told.append, strict=True)
    )
    first = steps[0][1]
    assert any(abs(figure.start - focus) < 400 for figure in first.figures)
    assert all(abs(figure.start - focus) < 2 * SCREENFUL for figure in first.figures)
    fractions = [fraction for fraction, _ in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == told[-1] == 1
    assert steps[-1][1] == analyse(article, nlp, strict=True)
    for (_, earlier), (_, later) in pairwise(steps):
        assert len(earlier.figures) < len(later.figures)


def test_a_reader_who_goes_elsewhere_is_followed(nlp: Language, make_article: MakeArticle) -> None:
    places = iter([0, 0, 0, MIDDLE])
    at = [0]

    def focus() -> int:
        at[0] = next(places, at[0])
        return at[0]

    article = make_article(LONG)
    steps = [found for _, found in analyse_in_steps(article, nlp, focus=focus, strict=True)]
    beyond = [any(figure.start > MIDDLE for figure in found.figures) for found in steps]
    gap = [any(len(LONG) * 0.3 < f.start < len(LONG) * 0.4 for f in s.figures) for s in steps]
    at_once = beyond.index(True)
    assert not gap[at_once], "the middle came only when all before it was there"
    assert steps[-1] == analyse(article, nlp, strict=True)


def test_findings_of_every_step_are_numbered_and_point_to_each_other(
    nlp: Language, make_article: MakeArticle
) -> None:
    article = make_article(LONG)
    for _, found in analyse_in_steps(article, nlp, focus=lambda: MIDDLE, strict=True):
        for findings in (found.speakers, found.quotations, found.figures, found.claims):
            ids = [finding.id for finding in findings]
            assert [int(ident[1:]) for ident in ids] == list(range(1, len(ids) + 1))
        speakers = {speaker.id: speaker for speaker in found.speakers}
        assert len({(s.name, s.kind) for s in found.speakers}) == len(speakers)
        for quotation in found.quotations:
            if quotation.speaker:
                assert quotation.id in speakers[quotation.speaker].quotes
        claims = {claim.id: claim for claim in found.claims}
        for figure in found.figures:
            if figure.claim:
                assert figure.id in claims[figure.claim].figures
        starts = [figure.start for figure in found.figures]
        assert starts == sorted(starts)


def test_whoever_is_told_can_stop_it(nlp: Language, make_article: MakeArticle) -> None:
    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(analyse_in_steps(make_article(LONG), nlp, on_parsed=stop, strict=True))


@pytest.mark.parametrize("total", [0, 100, 12_000, 50_000, 6_000_000])
def test_all_steps_together_cost_little_more(total: int) -> None:
    sizes = step_sizes(total)
    assert sizes == sorted(sizes)
    assert sum(sizes) <= total / 7


@pytest.mark.parametrize("most", [1, 10, 25, 1_000])
def test_parts_cover_all_pieces_in_order(most: int) -> None:
    pieces = [(n, Paragraph(n * 10, n * 10 + 8)) for n in range(17)]
    parts = list(parts_of(pieces, most))
    assert [position for part in parts for position in part] == list(range(17))
    assert all(len(part) == 1 or len(part) * 8 <= most for part in parts)
    assert list(parts_of([], most)) == [range(0)]


def test_a_long_article_is_found_in_parts(
    nlp: Language, make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_article(LONG)
    whole = analyse(article, nlp, strict=True)
    monkeypatch.setattr(parts_of, "__defaults__", (3_000,))
    monkeypatch.setattr("tuireader.analysis.analyzer.PART", 3_000)
    in_parts = analyse(article, nlp, strict=True)
    assert [s.name for s in in_parts.speakers] == [s.name for s in whole.speakers]
    assert [(f.start, f.end) for f in in_parts.figures] == [(f.start, f.end) for f in whole.figures]
    blake = in_parts.speakers[0]
    assert len(blake.mentions) == len(whole.speakers[0].mentions)
    *_, (_, stepped) = analyse_in_steps(article, nlp, strict=True)
    assert stepped == in_parts
    short = make_article(REPORT)
    together = [found for _, found in analyse_many([short, article, short], nlp, strict=True)]
    assert together == [analyse(short, nlp), in_parts, analyse(short, nlp)]


@pytest.mark.parametrize(("focus", "awaited"), [(0, {0}), (MIDDLE, {0, 2})])
def test_only_what_is_awaited_is_found_before_the_whole_of_its_part(
    nlp: Language,
    make_article: MakeArticle,
    monkeypatch: pytest.MonkeyPatch,
    focus: int,
    awaited: set[int],
) -> None:
    most = len(LONG) // 6
    monkeypatch.setattr(parts_of, "__defaults__", (most,))
    monkeypatch.setattr("tuireader.analysis.stepping.SCREENFUL", 100)
    article = make_article(LONG)
    parts = list(parts_of(analysed_paragraphs(article)))
    runs: list[tuple[int, int]] = []

    def find_all(article: Article, parsed: Sequence[ParsedParagraph], **options: Any) -> Analysis:
        runs.append((parsed[0].index, len(parsed)))
        return analyzer.find_all(article, parsed, **options)

    monkeypatch.setattr("tuireader.analysis.stepping.find_all", find_all)
    list(analyse_in_steps(article, nlp, focus=lambda: focus, strict=True))
    begun = {
        number
        for number, part in enumerate(parts)
        for first, size in runs
        if first == part.start and size < len(part)
    }
    assert begun == awaited
