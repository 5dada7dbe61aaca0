"""Help: the keys as they are bound now, the mouse, and what the marks mean."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tuireader.storage.paths import config_file
from tuireader.tui.commands import COMMANDS, Command, key_name
from tuireader.tui.keys_in_force import keys_in_force
from tuireader.tui.opening.candidates import short_path
from tuireader.tui.widgets.key_hints import key_hints
from tuireader.tui.widgets.key_table import Entry, KeyTable, Section

_HINTS = (("/", "find"), ("Esc", "close"))
_MOUSE = (
    ("Wheel", "Scroll what is under the mouse."),
    ("Click", "On a row: jump to its passage. On a lit passage: select its row."),
    ("Double click", "Select a word."),
    ("Drag", "Select text; Ctrl+C copies it."),
)
_MARKS = (
    ("quoted words", "$foreground on $mark-quote", "What someone is quoted as saying."),
    ("Who speaks", "bold $mark-speaker", "Where a speaker is named."),
    ("over 100", "underline $mark-figure", "A figure with its unit."),
    ("▎", "$mark-claim", "In the margin: lines with a claim."),
)


class HelpScreen(ModalScreen[None]):
    """All commands with their keys, by group; a line to search them."""

    CSS_PATH = "../styles/help.tcss"
    AUTO_FOCUS = "#help-page"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 mypy wants it plain
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", show=False),
        Binding("q,question_mark,f1", "close", "Close", show=False),
        Binding("slash", "search", "Find", show=False),
        Binding("down,j", "scroll('down')", "Down", show=False),
        Binding("up,k", "scroll('up')", "Up", show=False),
        Binding("pagedown,space", "scroll('page_down')", "Page down", show=False),
        Binding("pageup,b", "scroll('page_up')", "Page up", show=False),
        Binding("home,g", "scroll('home')", "Top", show=False),
        Binding("end,G", "scroll('end')", "End", show=False),
    ]

    page = getters.query_one("#help-page", VerticalScroll)
    line = getters.query_one("#help-line", Input)

    def __init__(self, screen: Screen[Any], keys: Mapping[str, str] | None = None) -> None:
        """Take note of the keys of a screen.

        Args:
            screen: The screen to help with, while it is the one on top.
            keys: The user's keys by command id, separated by commas.
        """
        super().__init__()
        self._keys = keys_in_force(COMMANDS, screen.active_bindings, keys or {})

    def compose(self) -> ComposeResult:
        """Lay out the search line and two columns."""
        with Vertical(id="help"):
            with Horizontal(id="help-head"):
                yield Static("Keys", id="help-title")
                yield Static(key_hints(_HINTS), id="help-hints")
            yield Input(placeholder="a key or a word", compact=True, id="help-line")
            with VerticalScroll(id="help-page"), Horizontal(id="help-columns"):
                yield KeyTable()
                yield KeyTable()
            yield Static(
                Content(f"Other keys, lines and themes: {short_path(config_file())}"),
                id="help-foot",
            )

    def on_mount(self) -> None:
        """Show all of it."""
        self.line.display = False
        self._show("")

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """End the search, else close the help."""
        if not self.line.display:
            self.dismiss(None)
            return
        self.line.value = ""
        self.line.display = False
        self.set_focus(self.page)

    def action_search(self) -> None:
        """Open the line that searches."""
        self.line.display = True
        self.set_focus(self.line)

    def action_scroll(self, where: str) -> None:
        """Scroll the page."""
        scroll = getattr(self.page, f"scroll_{where}")
        scroll(animate=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value.strip())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.page)

    def _show(self, query: str) -> None:
        found = [command for command in COMMANDS if self._answers(command, query)]
        sections = _command_sections(found, self._keys)
        if not query:
            sections += _more_sections()
        elif not sections:
            sections = [Section(f"Nothing about “{query}”", ())]
        for table, column in zip(self.query(KeyTable), _balance(sections), strict=True):
            table.show(column)

    def _answers(self, command: Command, query: str) -> bool:
        """Whether a command has the key, or the words, that were typed."""
        names = [key_name(key) for key in self._keys[command.id]]
        if query in names or not query:
            return True
        words = f"{command.group} {command.label} {command.help} {' '.join(names)}".casefold()
        return len(query) > 1 and query.casefold() in words


def _command_sections(
    commands: Iterable[Command], keys: Mapping[str, Sequence[str]]
) -> list[Section]:
    return [
        Section(group, tuple(_entry(command, keys[command.id]) for command in members))
        for group, members in groupby(commands, key=lambda command: command.group)
    ]


def _entry(command: Command, keys: Sequence[str]) -> Entry:
    names = [Content.styled(key_name(key), "bold") for key in keys]
    return Entry(Content(" ").join(names) if names else Content("–"), command.help)


def _more_sections() -> list[Section]:
    mouse = tuple(Entry(Content.styled(what, "bold"), text) for what, text in _MOUSE)
    marks = tuple(Entry(Content.styled(what, style), text) for what, style, text in _MARKS)
    return [Section("Mouse", mouse), Section("Marks in the text", marks)]


def _balance(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """Part the sections so that the columns are of about the same height, in their order."""
    heights = [len(section.entries) + 2 for section in sections]
    half, height = sum(heights) / 2, 0
    for place, section_height in enumerate(heights):
        if height + section_height / 2 > half:
            return list(sections[:place]), list(sections[place:])
        height += section_height
    return list(sections), []
