"""Stories of the opener: find an article, look into it, walk the folders to it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tuireader.storage.state import Recent
from tuireader.tui.opening.candidates import Listing
from tuireader.tui.screens.opener import OpenerScreen
from tuireader.tui.theme import DARK, THEMES
from tuireader.tui.widgets.offer_list import OfferList

HOSTILE = "[/x] [sic] [@click=app.quit]now[/] \x1b[2J"


class SmallApp(App[None]):
    """Opens the opener and keeps what comes of it."""

    def __init__(self, folders: Sequence[Path], recents: Sequence[Recent] = ()) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.opener = OpenerScreen(folders, recents)
        self.results: list[Path | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.opener, self.results.append)

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.opener.offers.shown()]

    @property
    def chosen(self) -> str | None:
        candidate = self.opener.offers.candidate
        return candidate.name if candidate else None

    @property
    def preview(self) -> str:
        page = self.opener.pane.query_one(Static)
        return str(page.content)

    @property
    def sentence(self) -> str:
        lines = [self.opener.offers.render_line(y).text.strip() for y in range(4)]
        return " ".join(line for line in lines if line)


async def settle(pilot: Pilot[None]) -> None:
    """Wait for all that was asked of the disk, and what follows from it."""
    await pilot.pause()
    while pilot.app.workers:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def type_in(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await settle(pilot)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "archive").mkdir(parents=True)
    for name, text in {
        "budget.txt": "Council Passes The Budget\n\nThe vote was close.\n",
        "flood.txt": "Flood Gate Fails At Night\n\nThe gate did not close.\n",
        "notes.log": "Not listed.\n",
        "archive/harbour.txt": "Harbour Closed By Storm\n\nShips waited outside.\n",
        "archive/harvest.txt": "Harvest Is Late\n\nIt rained.\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


async def test_the_first_article_is_shown_at_once(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.names == ["budget.txt", "flood.txt"]
        assert app.chosen == "budget.txt"
        assert "Council Passes The Budget" in app.preview
        assert "The vote was close." in app.preview


async def test_a_few_letters_and_enter_open_an_article(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f", "l", "enter")
        await settle(pilot)
        assert app.results == [folder / "flood.txt"]


async def test_words_of_a_title_find_it_too(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "gate night")
        assert app.names == ["flood.txt"]


async def test_the_arrows_move_while_the_line_keeps_the_focus(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)
        assert app.chosen == "flood.txt"
        assert "The gate did not close." in app.preview
        await pilot.press("up", "pagedown", "pageup", "j")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "j"


async def test_escape_opens_nothing(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert app.results == [None]


async def test_recents_can_be_found_by_their_title(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "x.txt"
    other.parent.mkdir()
    other.write_text("Some text.\n", encoding="utf-8")
    app = SmallApp([folder], [Recent(str(other), "A comet over the bay")])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.names[-1] == "x.txt"
        await type_in(pilot, "comet")
        await pilot.press("enter")
        await settle(pilot)
        assert app.results == [other]


async def test_a_path_walks_the_folders_and_tab_completes_it(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "./ar")
        assert app.names == ["archive/"]
        await pilot.press("tab")
        await settle(pilot)
        assert app.opener.line.value == "./archive/"
        assert app.names == ["harbour.txt", "harvest.txt"]
        await pilot.press("h", "tab")
        await settle(pilot)
        assert app.opener.line.value == "./archive/har"
        await pilot.press("v", "enter")
        await settle(pilot)
        assert app.results == [folder / "archive" / "harvest.txt"]


async def test_enter_on_a_folder_shows_what_is_in_it(folder: Path) -> None:
    app = SmallApp([folder / "archive"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "..")
        assert app.names == ["archive/", "budget.txt", "flood.txt"]
        await pilot.press("enter")
        await settle(pilot)
        assert app.opener.line.value == "../archive/"
        assert app.names == ["harbour.txt", "harvest.txt"]


async def test_a_file_of_any_name_opens_when_it_is_typed(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "notes.log")
        await pilot.press("enter")
        await settle(pilot)
        assert app.results == [folder / "notes.log"]


async def test_the_name_of_a_folder_walks_into_it(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "archive")
        await pilot.press("enter")
        await settle(pilot)
        assert app.names == ["harbour.txt", "harvest.txt"]


async def test_a_click_looks_and_a_second_click_opens(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.click(OfferList, offset=(5, 2))
        await settle(pilot)
        assert app.chosen == "flood.txt"
        assert app.results == []
        assert isinstance(app.focused, Input)
        await pilot.click(OfferList, offset=(5, 3))
        await settle(pilot)
        assert app.results == [folder / "flood.txt"]


async def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    app = SmallApp([tmp_path / "empty"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.sentence == "No articles here: .txt .md .html"
        await pilot.press("down", "enter", "tab")
        assert app.results == []


async def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    app = SmallApp([tmp_path / "gone"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "does not exist" in app.sentence


async def test_nothing_matches(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "zebra")
        assert app.sentence == "Nothing matches."
        assert app.preview == ""


async def test_the_open_article_is_where_the_cursor_starts(folder: Path) -> None:
    app = SmallApp([folder])
    app.opener = OpenerScreen([folder], current=folder / "flood.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.chosen == "flood.txt"


async def test_an_article_that_cannot_be_read_says_why(folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.chosen == "aa.txt"
        assert "not a text" in app.preview


async def test_a_failure_of_the_reader_is_told_and_the_next_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, max_bytes: int) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("tuireader.tui.screens.opener.load_preview", fail)
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.preview == "This article can't be read (RuntimeError)."
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.results == [folder / "flood.txt"]


async def test_a_failure_of_the_listing_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("tuireader.tui.screens.opener.list_offers", fail)
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.sentence == "This folder can't be listed (RuntimeError)."
        await type_in(pilot, "./")
        assert "budget.txt" in app.names


async def test_hostile_names_and_titles_are_only_text(folder: Path) -> None:
    name = HOSTILE.replace("/", "⁄") + ".txt"
    (folder / name).write_text(f"{HOSTILE}\n\nAnd {HOSTILE} again.\n", encoding="utf-8")
    (folder / "z\x1bdir").mkdir()
    recents = [Recent(str(folder / name), HOSTILE)]
    app = SmallApp([folder], recents)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await type_in(pilot, "sic")
        assert app.chosen and "[sic]" in app.chosen
        assert "[@click=app.quit]now[/]" in app.preview
        assert "\x1b" not in app.preview + app.chosen + app.sentence
        await type_in(pilot, "/../z")
        await pilot.press("enter", "tab", "escape")


async def test_an_answer_that_comes_too_late_is_left_alone(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        late = OpenerScreen.Listed(0, Listing())
        app.opener.post_message(late)
        await settle(pilot)
        assert app.names == ["budget.txt", "flood.txt"]


async def test_thousands_of_articles_are_listed_and_searched(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5_000):
        (folder / f"story {number}.txt").touch()
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert len(app.names) == 5_000
        await type_in(pilot, "4999")
        assert app.chosen == "story 4999.txt"


async def test_it_fits_any_terminal(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(60, 15)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        for size, row_height in (((1, 1), 2), ((90, 30), 1), ((120, 40), 2), ((200, 50), 2)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert app.chosen == "flood.txt"
            assert app.opener.offers.row_height == row_height, size


async def test_recents_from_elsewhere_are_told_apart(folder: Path) -> None:
    elsewhere = folder / "archive" / "harbour.txt"
    app = SmallApp([folder], [Recent(str(elsewhere), "Harbour Closed By Storm")])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        place = app.opener.query_one("#opener-place", Static)
        assert str(place.content).endswith("2 articles, 1 recent")


async def test_a_name_that_is_too_long_is_handed_on_to_be_told(folder: Path) -> None:
    app = SmallApp([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        name = 300 * "a"
        await type_in(pilot, f"{folder}/{name}")
        await pilot.press("enter")
        await settle(pilot)
        assert app.results == [folder / name]
