"""Stories of a reader at the screen."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from readings import TEXT, HandService, analysis, article, span
from screens import MIDDLE, NARROW, WIDE, reader_app, ready
from tuireader.analysis.model import Analysis
from tuireader.analysis.service import AnalysisService
from tuireader.errors import PipelineError
from tuireader.session.desk import Desk
from tuireader.session.kinds import Kind
from tuireader.storage.config import Config
from tuireader.storage.state import StateFile
from tuireader.tui.app import ReaderApp
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.theme import DARK, LIGHT


def lit(screen: ReaderScreen) -> str:
    passage = screen.session.passage
    return "" if passage is None else screen.session.article.text[passage.start : passage.end]


async def test_the_panels_hold_what_was_found() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert {kind: panel.rows.row_count for kind, panel in screen.panels.items()} == {
            Kind.SPEAKER: 2,
            Kind.FIGURE: 4,
            Kind.CLAIM: 3,
        }
        assert "analysed" in screen.status_bar.status


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
@pytest.mark.parametrize(
    ("keys", "passage"),
    [
        (["1", "down", "enter"], "that only a few bolts were damaged"),
        (["2", "down", "down", "enter"], "a few"),
        (["3", "down", "down", "enter"], "The repair may cost $3 million"),
    ],
)
async def test_a_row_leads_to_its_passage(
    size: tuple[int, int], keys: list[str], passage: str
) -> None:
    async with reader_app(article(repeated=9)).run_test(size=size) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        assert lit(screen) == passage
        start = screen.session.passage.start if screen.session.passage else -1
        assert screen.view.top_offset <= start < screen.view.bottom_offset


async def test_a_click_on_a_row_and_a_click_on_a_passage() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.click(screen.panels[Kind.FIGURE].rows, offset=(4, 2))
        assert lit(screen) == "a few"
        figure = span("$3 million")
        at = next(
            (x, y)
            for y in range(screen.view.size.height)
            for x in range(screen.view.size.width)
            if screen.view.offset_at(x, y) == figure.start + 1
        )
        await pilot.click(screen.view, offset=at)
        assert screen.panels[Kind.FIGURE].rows.finding == "f4"


@pytest.mark.parametrize("keys", [["c", "c"], []])
async def test_enter_in_the_text_leads_to_the_row(keys: list[str]) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys, "enter")
        await pilot.pause()
        kind = Kind.CLAIM if keys else Kind.SPEAKER
        assert screen.panels[kind].rows.has_focus
        assert screen.panels[kind].rows.finding == screen.session.selected


@pytest.mark.parametrize("key", ["enter", "n"])
async def test_where_nobody_is_quoted_the_figures_are_first(key: str) -> None:
    (figure, *_) = analysis().figures
    found = Analysis(figures=(replace(figure, speaker=None, claim=None),))
    async with reader_app(service=HandService(found)).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert screen.session.selected == figure.id


async def test_backspace_goes_back_and_alt_right_forward_again() -> None:
    async with reader_app(article(repeated=30)).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("G")
        bottom = screen.view.top_offset
        await pilot.press("1", "enter")
        assert screen.view.top_offset < bottom
        await pilot.press("backspace")
        assert screen.view.top_offset == bottom
        await pilot.press("alt+right")
        assert screen.view.top_offset < bottom


async def test_walking_through_the_text() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        for key, passage in [
            ("i", "40"),
            ("i", "40"),
            ("i", "a few"),
            ("I", "40"),
            ("c", "only a few bolts were damaged"),
            ("s", "“The bridge is safe,”"),
            ("N", "that only a few bolts were damaged"),
        ]:
            await pilot.press(key)
            assert lit(screen) == passage


async def test_search_counts_hits_and_escape_ends_it() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"bolts", "enter", "n")
        assert screen.session.search is not None
        assert screen.session.search.current == 1
        assert len(screen.session.search.hits) == TEXT.count("bolts")
        await pilot.press("escape")
        assert screen.session.search is None
        assert not screen.search_bar.display


async def test_letters_typed_in_the_search_line_are_no_commands() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"qxt")
        assert screen.search_bar.pattern == "qxt"
        assert pilot.app.is_running


async def test_following_a_speaker_and_ending_it() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "down", "f")
        assert screen.panels[Kind.FIGURE].rows.row_count == 1
        assert "following Tom Lindqvist" in screen.status_bar.status
        await pilot.press("escape")
        assert screen.panels[Kind.FIGURE].rows.row_count == 4


async def test_the_drawer_of_a_narrow_terminal_opens_and_closes() -> None:
    async with reader_app().run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        side = screen.query_one("#side")
        assert not side.display
        await pilot.press("2")
        assert side.display
        await pilot.press("escape")
        assert not side.display
        assert screen.focused is screen.view


async def test_tab_goes_round_the_panes() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        seen = []
        for _ in range(4):
            await pilot.press("tab")
            seen.append(screen.focused)
        assert seen == [*(panel.rows for panel in screen.panels.values()), screen.view]


async def test_the_theme_is_switched_and_remembered() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == DARK
        await pilot.press("t")
        assert pilot.app.theme == LIGHT
    assert StateFile().load().theme == LIGHT


async def test_a_resize_keeps_the_first_line() -> None:
    async with reader_app(article(repeated=30)).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("space", "space")
        top = screen.view.top_offset
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        line_start = screen.view.top_offset
        assert line_start <= top < screen.view.bottom_offset


async def test_an_article_without_findings_says_so() -> None:
    app = reader_app(article("Nothing to see."), service=HandService(Analysis()))
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert "nobody is quoted" in screen.panels[Kind.SPEAKER].rows.empty_text
        await pilot.press("1", "enter", "n", "s", "i", "c", "f", "y", "x")


async def test_without_a_pipeline_the_article_is_still_read() -> None:
    service = HandService(error=PipelineError("There is no pipeline.", "Install one."))
    async with reader_app(service=service).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert "no findings" in screen.panels[Kind.CLAIM].rows.empty_text
        assert "without findings" in screen.status_bar.status
        await pilot.press("space")


async def test_the_next_article_of_the_folder_and_the_place_in_the_first(tmp_path: Path) -> None:
    from tuireader.article.loading import load_article

    for name in ("a.txt", "b.txt"):
        words = "\n\n".join(f"Paragraph {n} of {name} says something." for n in range(80))
        (tmp_path / name).write_text(words, encoding="utf-8")
    service = HandService(Analysis())
    app = reader_app(load_article(tmp_path / "a.txt"), service=service)
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("space", "space")
        top = screen.view.top_offset
        await pilot.press("right_square_bracket")
        await ready(pilot)
        assert screen.session.article.source.path.endswith("b.txt")
        assert screen.view.top_offset == 0
        await pilot.press("left_square_bracket")
        await ready(pilot)
        assert screen.view.top_offset == top


async def test_a_changed_file_is_read_again_and_the_place_kept(tmp_path: Path) -> None:
    from tuireader.article.loading import load_article

    path = tmp_path / "a.txt"
    words = [f"Paragraph {n} says something." for n in range(80)]
    path.write_text("\n\n".join(words), encoding="utf-8")
    app = reader_app(load_article(path), service=HandService(Analysis()))
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("space", "space")
        shown = screen.session.article.text[screen.view.top_offset :][:30]
        path.write_text("\n\n".join(["A new beginning stands here.", *words]), encoding="utf-8")
        await pilot.press("r")
        await ready(pilot)
        assert screen.session.article.text[screen.view.top_offset :][:30] == shown


async def test_a_file_that_can_not_be_opened_leaves_the_article_alone(tmp_path: Path) -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.open_path(tmp_path / "[/missing].txt")
        await ready(pilot)
        assert screen.session.article.text == TEXT
        assert len(pilot.app._notifications) == 1


@pytest.mark.parametrize(
    "text", ["", "[/x] [sic] [@click=app.quit]Press[/]", "\x1b]52;c;AAAA\x1b\\"]
)
async def test_odd_texts_are_shown_as_they_are(text: str) -> None:
    from tuireader.article.loading import article_from_bytes

    shown = article_from_bytes(text.encode(), "odd [/].txt")
    async with reader_app(shown, service=HandService(Analysis())).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "2", "3", "0", "G", "g")
        assert pilot.app.is_running
        assert screen.session.article is shown


async def test_user_keys_replace_the_default_ones() -> None:
    app = reader_app(config=Config(keys={"next_figure": "ctrl+n"}))
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("i")
        assert lit(screen) == ""
        await pilot.press("ctrl+n")
        assert lit(screen) == "40"


async def test_every_size_is_survived() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        for size in [(1, 1), (2, 2), (1, 200), (60, 1), (300, 3), (120, 40)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert pilot.app.is_running


async def test_half_an_analysis_is_shown_before_the_whole() -> None:
    whole = analysis()
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.action_next_claim()
        before = lit(screen)
        screen.session.take(whole)
        screen.show_findings()
        assert lit(screen) == before


async def test_a_folder_opens_the_opener_and_a_chosen_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "only.txt").write_text("A headline\n\nSome text stands here.", encoding="utf-8")
    desk = Desk(Config(), service=cast(AnalysisService, HandService(Analysis())))
    app = ReaderApp(ReaderOptions(folder=tmp_path), desk)
    async with app.run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        assert not isinstance(app.screen, ReaderScreen)
        while not app.screen.query("OfferList").first().row_count:  # type: ignore[attr-defined]
            await pilot.pause()
        await pilot.press("enter")
        screen = await ready(pilot)
        assert screen.session.article.title == "A headline"


async def test_only_keys_that_are_shown_can_be_clicked() -> None:
    async with reader_app().run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        await pilot.click(screen.status_bar, offset=(NARROW[0] - 4, 0))
        assert pilot.app.is_running
        assert pilot.app.screen is screen


async def test_help_and_quit_are_shown_however_narrow() -> None:
    async with reader_app().run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        screen.say("a remark that is much too long for the line that it should stand in, truly")
        await pilot.pause()
        shown = screen.status_bar.render().plain
        assert "help" in shown
        assert "quit" in shown


async def test_reading_again_keeps_search_and_following(tmp_path: Path) -> None:
    from tuireader.article.loading import load_article

    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reader_app(load_article(path)).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("1", "f", "ctrl+f", *"bolts", "enter")
        path.write_text(TEXT + "\n\nMore bolts were found.", encoding="utf-8")
        await pilot.press("r")
        await ready(pilot)
        assert screen.session.search is not None
        assert len(screen.session.search.hits) == TEXT.count("bolts") + 1
        assert screen.session.followed == "s1"


async def test_a_file_that_becomes_empty_is_not_taken_away(tmp_path: Path) -> None:
    from tuireader.article.loading import load_article

    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reader_app(load_article(path)).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        path.write_text("", encoding="utf-8")
        await pilot.press("r")
        await ready(pilot)
        assert screen.session.article.text == TEXT


async def test_what_the_analysis_says_of_itself_stays_in_sight() -> None:
    service = HandService(Analysis(notes=("This text does not look English.",)))
    async with reader_app(service=service).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert "does not look English" in str(screen.inspector.content)
        assert "note below" in screen.panels[Kind.SPEAKER].rows.empty_text


async def test_a_remark_on_one_article_ends_with_it() -> None:
    async with reader_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.say("unchanged")
        screen.show_other(article(repeated=2), 0)
        assert "unchanged" not in screen.status_bar.status
