"""Stories of the list: move, filter, click, and stay quick with very many rows."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip

from tuireader.tui.widgets.row_list import RowList
from tuireader.tui.widgets.row_text import fit, fit_end, matched_segments, row_strip


class ListApp(App[None]):
    """Shows one list; the rows say who they are and how they are drawn."""

    def __init__(self, count: int, *, row_height: int = 2, choose_on_click: bool = True) -> None:
        super().__init__()
        self.count = count
        self.drawn: list[int] = []
        self.moves: list[int] = []
        self.chosen: list[int] = []
        self.row_list = RowList(
            row_height=row_height, choose_on_click=choose_on_click, empty_text="Nothing here."
        )

    def compose(self) -> ComposeResult:
        yield self.row_list

    def on_mount(self) -> None:
        self.row_list.set_rows(self.count, self.draw)
        self.row_list.focus()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        self.moves.append(event.index)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.index)

    def draw(self, index: int, width: int, selected: bool, hovered: bool) -> Sequence[Strip]:
        self.drawn.append(index)
        mark = "›" if selected else "~" if hovered else " "
        return [Strip([Segment(f"{mark}row {index}")]), Strip([Segment(f" under {index}")])]

    def line(self, y: int) -> str:
        return self.row_list.render_line(y).text.rstrip()


async def test_only_the_rows_on_the_screen_are_drawn() -> None:
    app = ListApp(50_000)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("end", "home")
        await pilot.pause()
        assert len(set(app.drawn)) <= 12


async def test_keys_move_the_cursor_and_tell_the_item() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down", "j", "j", "k", "enter")
        await pilot.pause()
        assert app.moves[-1] == 1
        assert app.chosen == [1]


async def test_the_cursor_stays_on_the_screen() -> None:
    app = ListApp(100)
    steps = (
        ("down", 0),
        ("pagedown", 5),
        ("pageup", 0),
        ("up", 0),
        ("G", 99),
        ("down", 99),
        ("b", 94),
        ("space", 99),
        ("g", 0),
        ("end", 99),
        ("home", 0),
    )
    async with app.run_test(size=(40, 10)) as pilot:
        for key, selected in steps:
            await pilot.press(key)
            assert app.row_list.selected == selected, key
            top = app.row_list.cursor * 2 - app.row_list.scroll_offset.y
            assert 0 <= top <= 8
            assert app.line(top) == f"›row {selected}"


@pytest.mark.parametrize(("key", "selected"), [("up", 10), ("pagedown", 14), ("down", 10)])
async def test_without_a_cursor_the_keys_start_on_the_screen(key: str, selected: int) -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        app.row_list.scroll_to(y=20, animate=False)
        await pilot.press(key)
        assert app.row_list.selected == selected


async def test_selecting_from_outside_scrolls_and_says_nothing() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        app.row_list.select(70)
        await pilot.pause()
        assert app.line(8) == "›row 70"
        app.row_list.select(3, scroll=False)
        await pilot.pause()
        assert app.line(8) == " row 70"
        assert app.row_list.selected == 3
        app.row_list.select(None)
        assert app.row_list.selected is None
        assert not app.moves and not app.chosen


async def test_a_filter_keeps_the_selected_item_while_it_is_shown() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        app.row_list.select(30)
        app.row_list.set_index_array([90, 30, 10])
        await pilot.pause()
        assert [app.line(y) for y in (0, 2, 4, 6)] == [" row 90", "›row 30", " row 10", ""]
        app.row_list.set_index_array([90, 10])
        assert app.row_list.selected is None
        app.row_list.set_index_array(None)
        assert app.row_list.row_count == 100
        app.row_list.select(10)
        await pilot.press("down")
        assert app.row_list.selected == 11


async def test_an_item_that_is_filtered_out_cannot_be_selected() -> None:
    app = ListApp(10)
    async with app.run_test(size=(40, 10)):
        app.row_list.set_index_array([1, 2])
        app.row_list.select(7)
        assert app.row_list.selected is None


async def test_an_empty_list_says_so_and_survives_all_keys() -> None:
    app = ListApp(0)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        await pilot.click(app.row_list, offset=(2, 2))
        assert app.row_list.selected is None
        assert app.line(0) == "Nothing here."


async def test_a_click_chooses_the_row_under_the_mouse() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        app.row_list.scroll_to(y=20, animate=False)
        await pilot.pause()
        await pilot.click(app.row_list, offset=(2, 3))
        await pilot.pause()
        assert app.chosen == [11]


async def test_where_a_click_selects_the_second_click_chooses() -> None:
    app = ListApp(100, choose_on_click=False)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(app.row_list, offset=(2, 4))
        await pilot.pause()
        assert app.row_list.selected == 2
        assert not app.chosen
        await pilot.click(app.row_list, offset=(2, 4))
        await pilot.pause()
        assert app.chosen == [2]


async def test_the_light_follows_the_mouse_and_the_wheel() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.hover(app.row_list, offset=(2, 4))
        await pilot.pause()
        assert app.line(4) == "~row 2"
        app.row_list.scroll_to(y=10, animate=False)
        await pilot.pause()
        assert app.line(4) == "~row 7"


async def test_the_cursor_stays_in_view_when_the_terminal_shrinks() -> None:
    app = ListApp(100)
    async with app.run_test(size=(40, 20)) as pilot:
        app.row_list.select(9)
        await pilot.resize_terminal(30, 6)
        await pilot.pause()
        top = app.row_list.cursor * 2 - app.row_list.scroll_offset.y
        assert 0 <= top <= 4


async def test_changed_data_are_drawn_anew() -> None:
    app = ListApp(3)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.drawn.clear()
        app.row_list.refresh_row(1)
        await pilot.pause()
        assert app.drawn == [1]
        app.row_list.refresh_rows()
        await pilot.pause()
        assert set(app.drawn) == {0, 1, 2}


async def test_short_rows_are_filled_up_and_long_ones_cut() -> None:
    app = ListApp(2, row_height=3)
    async with app.run_test(size=(20, 10)):
        assert app.line(2) == ""
        assert all(app.row_list.render_line(y).cell_length == 20 for y in range(10))
    app = ListApp(2, row_height=1)
    async with app.run_test(size=(20, 10)):
        assert [app.line(y) for y in (0, 1)] == [" row 0", " row 1"]


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("hearing", 7, "hearing"),
        ("hearing", 6, "heari…"),
        ("the hearing", 5, "the…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 4, "漢…"),
        ("hearing", 1, "…"),
        ("hearing", 0, ""),
    ],
)
def test_a_text_is_cut_to_cells(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted
    assert cell_len(fitted) <= width


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("/news/2024", 10, "/news/2024"),
        ("/news/2024", 6, "…/2024"),
        ("/漢字/漢字", 6, "…/漢字"),
        ("/漢字/漢字", 5, "…漢字"),
        ("/news", 1, "…"),
        ("/news", 0, ""),
    ],
)
def test_a_path_keeps_its_end(text: str, width: int, fitted: str) -> None:
    assert fit_end(text, width) == fitted


@pytest.mark.parametrize("width", range(0, 24))
def test_a_row_has_exactly_the_width_it_is_given(width: int) -> None:
    strip = row_strip([Segment("漢字 of the "), Segment("hearing")], [Segment("12")], width)
    assert strip.cell_length == width
    if width >= 2:
        assert strip.text.endswith("12")


def test_matched_letters_stand_out() -> None:
    bold = Style(bold=True)
    segments = matched_segments("seed.txt", [0, 1, 5], None, bold)
    assert segments == [
        Segment("se", bold),
        Segment("ed.", None),
        Segment("t", bold),
        Segment("xt", None),
    ]
