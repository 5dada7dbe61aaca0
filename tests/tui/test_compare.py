"""Stories of the compare screen: who says what about the same thing, and a way to the passage."""

from dataclasses import dataclass, replace

import pytest
from textual.app import App

from tuireader.analysis.model import (
    Analysis,
    Bound,
    Claim,
    ClaimKind,
    Comparison,
    Figure,
    FigureKind,
    Hedge,
    Speaker,
    SpeakerKind,
)
from tuireader.article.model import Article, Paragraph, Source, Span
from tuireader.tui.comparing import Contrast, Statement, contrasts
from tuireader.tui.screens.compare import CompareScreen
from tuireader.tui.theme import DARK, THEMES
from tuireader.tui.widgets.statement_list import StatementList

SENTENCES = (
    "The gate held for about six hours",
    "We believe the gate held for ten minutes",
    "The pumps worked",
    "The pumps never\nworked",
)


@dataclass
class Case:
    """An article with what was found in it."""

    article: Article
    analysis: Analysis


def speaker(number: int, name: str) -> Speaker:
    return Speaker(f"s{number}", name, SpeakerKind.PERSON, None, (), (), (), 0)


def claim(number: int, asserted_by: tuple[str, ...], figures: tuple[str, ...] = ()) -> Claim:
    start = sum(len(sentence) + 2 for sentence in SENTENCES[: number - 1])
    return Claim(
        id=f"c{number}",
        start=start,
        end=start + len(SENTENCES[number - 1]),
        asserted_by=asserted_by,
        hedge=Hedge.NONE,
        hedge_cue=None,
        negated=False,
        kind=ClaimKind.EVENT,
        worth=0.5,
        reasons=(),
        figures=figures,
    )


def figure(number: int, words: str) -> Figure:
    start = ". ".join(SENTENCES).index(words)
    return Figure(
        id=f"f{number}",
        start=start,
        end=start + len(words),
        kind=FigureKind.DURATION,
        low=None,
        high=None,
        bound=Bound.EXACT,
        approximate=False,
        unit=None,
        change=None,
        concept=None,
        concept_span=None,
    )


@pytest.fixture
def case() -> Case:
    text = ". ".join(SENTENCES)
    hedge = text.index("We believe")
    claims = (
        claim(1, ("s1",), ("f1",)),
        replace(claim(2, ("s1", "s2"), ("f2",)), hedge_cue=Span(hedge, hedge + len("We believe"))),
        claim(3, ()),
        claim(4, ("s2",)),
    )
    analysis = Analysis(
        speakers=(speaker(1, "Ada Reed"), speaker(2, "Ben [/x] Stone")),
        figures=(figure(1, "about six hours"), figure(2, "ten minutes")),
        claims=claims,
        comparisons=(
            Comparison("k1", "pumps · work", ("c3", "c4"), False, "both speak of working"),
            Comparison("k2", "gate · hold", ("c1", "c2"), True, "six hours is not ten minutes"),
        ),
    )
    article = Article(text, (Paragraph(0, len(text)),), Source("a.txt", "text", "0"))
    return Case(article, analysis)


class SmallApp(App[None]):
    """Opens the compare screen and keeps what comes of it."""

    def __init__(self, case: Case, selected: str | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.compare = CompareScreen(case.article, case.analysis, selected)
        self.results: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.compare, self.results.append)

    @property
    def text(self) -> str:
        """All rows, on one line."""
        statements = self.compare.query_one(StatementList)
        return " ".join(" ".join(str(option.prompt) for option in statements.options).split())


def test_groups_are_put_into_words_those_that_differ_first(case: Case) -> None:
    assert contrasts(case.article, case.analysis) == [
        Contrast(
            "gate · hold",
            True,
            "six hours is not ten minutes",
            (
                Statement("c1", "Ada Reed", ("about six hours",), SENTENCES[0], ""),
                Statement(
                    "c2",
                    "Ben [/x] Stone, says Ada Reed",
                    ("ten minutes",),
                    SENTENCES[1],
                    "We believe",
                ),
            ),
        ),
        Contrast(
            "pumps · work",
            False,
            "both speak of working",
            (
                Statement("c3", "the article", (), SENTENCES[2], ""),
                Statement("c4", "Ben [/x] Stone", (), "The pumps never worked", ""),
            ),
        ),
    ]


async def test_all_that_is_compared_is_shown(case: Case) -> None:
    app = SmallApp(case)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "gate · hold ≠ differs six hours is not ten minutes" in app.text
        assert "Ada Reed about six hours The gate held" in app.text
        assert "ten minutes We believe" in app.text
        assert "the article The pumps worked" in app.text


async def test_enter_leads_to_the_passage(case: Case) -> None:
    ways = {
        "enter": "c1",
        "down enter": "c2",
        "j j enter": "c3",
        "end enter": "c4",
        "end k enter": "c3",
        "escape": None,
        "x": None,
    }
    app = SmallApp(case)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape")
        for keys, chosen in ways.items():
            app.push_screen(CompareScreen(case.article, case.analysis), app.results.append)
            await pilot.pause()
            await pilot.press(*keys.split())
            await pilot.pause()
            assert app.results[-1] == chosen, keys


async def test_a_click_leads_to_the_passage(case: Case) -> None:
    app = SmallApp(case)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click(StatementList, offset=(6, 4))
        await pilot.pause()
        assert app.results == ["c2"]


async def test_it_starts_on_the_selected_claim(case: Case) -> None:
    app = SmallApp(case, "c4")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == ["c4"]


async def test_a_claim_may_stand_in_two_groups(case: Case) -> None:
    again = Comparison("k3", "gate · fail", ("c1", "c2"), False, "")
    case.analysis = replace(case.analysis, comparisons=(*case.analysis.comparisons, again))
    app = SmallApp(case)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.results == ["c2"]


async def test_where_nothing_compares_it_says_so(case: Case) -> None:
    case.analysis = Analysis()
    app = SmallApp(case, "c1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.compare.query(StatementList)
        await pilot.press("down", "enter", "escape")
        await pilot.pause()
        assert app.results == [None]


async def test_it_fits_any_terminal_and_keeps_the_cursor(case: Case) -> None:
    app = SmallApp(case)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.pause()
        await pilot.press("down")
        for size in ((20, 5), (1, 1), (200, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == ["c2"]


@pytest.mark.parametrize(
    ("givers", "voice"),
    [
        (("s1",), "Ann Moss"),
        (("s1", "s2"), "the article"),
        ((None,), "the article"),
        ((), "the article"),
    ],
)
def test_a_clause_of_the_article_is_headed_by_who_gives_its_figures(
    case: Case, givers: tuple[str | None, ...], voice: str
) -> None:
    figures = tuple(
        replace(case.analysis.figures[0], id=f"f{number}", speaker=giver)
        for number, giver in enumerate(givers, start=1)
    )
    told = claim(1, (), tuple(figure.id for figure in figures))
    group = Comparison("k1", "gate · hold", ("c1",), False, "")
    speakers = (speaker(1, "Ann Moss"), speaker(2, "Bo Reed"))
    found = Analysis(speakers=speakers, figures=figures, claims=(told,), comparisons=(group,))
    (contrast,) = contrasts(case.article, found)
    assert contrast.statements[0].speaker == voice
