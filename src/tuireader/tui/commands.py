"""The table of commands: one row makes the binding, footer, palette, help and the README's keys."""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys


class Scope(StrEnum):
    """Where a command's keys work."""

    MAIN = "main"
    """Anywhere on the main screen."""

    TEXT = "text"
    """While the article has the focus."""

    LIST = "list"
    """While a list of findings has the focus."""


class Command(NamedTuple):
    """One thing that a reader can do."""

    id: str
    """Its name in the configuration ("next_passage")."""

    label: str
    """A few words for footer, palette and help."""

    keys: str
    """Default keys, separated by commas, as Textual names them."""

    help: str
    """What it does, a sentence."""

    group: str
    """The heading that it stands under in help and README."""

    scope: Scope = Scope.MAIN
    """Where its keys work."""

    footer: bool = False
    """Whether the footer shows it."""

    @property
    def binding(self) -> Binding:
        """The Textual binding with the default keys; the user's keymap may replace them by id."""
        return Binding(
            self.keys, self.id, self.label, show=self.footer, id=self.id, tooltip=self.help
        )


READ, ROWS, FIND, WALK, FILES, VIEW, PROGRAM = (
    "In the text",
    "In a list",
    "Findings",
    "From passage to passage",
    "Searching and opening",
    "View",
    "Program",
)
TEXT, LIST = Scope.TEXT, Scope.LIST

COMMANDS: tuple[Command, ...] = (
    Command("scroll_line_down", "Down", "j,down", "Scroll one line down.", READ, TEXT),
    Command("scroll_line_up", "Up", "k,up", "Scroll one line up.", READ, TEXT),
    Command("page_forward", "Page down", "space,pagedown", "Turn one page.", READ, TEXT),
    Command("page_back", "Page up", "b,pageup", "Turn back one page.", READ, TEXT),
    Command("half_page_forward", "Half page down", "d", "Scroll half a page down.", READ, TEXT),
    Command("half_page_back", "Half page up", "u", "Scroll half a page up.", READ, TEXT),
    Command("go_top", "Top", "g,home", "Go to the beginning of the article.", READ, TEXT),
    Command("go_bottom", "Bottom", "G,end", "Go to the end of the article.", READ, TEXT),
    Command(
        "show_row",
        "its row",
        "enter",
        "Go to the row of the selected passage, or of the first one on screen.",
        READ,
        TEXT,
        footer=True,
    ),
    Command("list_down", "Next row", "down,j", "Go to the next row.", ROWS, LIST),
    Command("list_up", "Previous row", "up,k", "Go to the previous row.", ROWS, LIST),
    Command("list_page_down", "Rows down", "pagedown,space", "A page of rows down.", ROWS, LIST),
    Command("list_page_up", "Rows up", "pageup,b", "A page of rows up.", ROWS, LIST),
    Command("list_first", "First row", "home,g", "Go to the first row.", ROWS, LIST),
    Command("list_last", "Last row", "end,G", "Go to the last row.", ROWS, LIST),
    Command(
        "list_choose", "go", "enter", "Jump to the passage of the row.", ROWS, LIST, footer=True
    ),
    Command(
        "filter",
        "filter",
        "slash",
        "Keep the rows that contain the words you type; Esc ends it.",
        ROWS,
        LIST,
        footer=True,
    ),
    Command("focus_speakers", "Speakers", "1", "Go to the speakers.", FIND),
    Command("focus_figures", "Figures", "2", "Go to the figures.", FIND),
    Command("focus_claims", "Claims", "3", "Go to the claims.", FIND),
    Command("focus_text", "Text", "0", "Go to the article.", FIND),
    Command("next_pane", "Next pane", "tab", "Go round the panes.", FIND),
    Command("previous_pane", "Previous pane", "shift+tab", "Go round the other way.", FIND),
    Command(
        "follow",
        "follow",
        "f",
        "Keep only what the selected speaker said; Esc ends it.",
        FIND,
        footer=True,
    ),
    Command(
        "compare",
        "compare",
        "x",
        "Lay side by side what several speakers say about the same thing.",
        FIND,
        footer=True,
    ),
    Command(
        "show_all",
        "Show all",
        "a",
        "Show dates, ordinals, predictions, opinions and claims of little worth too.",
        FIND,
    ),
    Command("copy_passage", "Copy", "y", "Copy the passage with its speaker and source.", FIND),
    Command(
        "next_passage",
        "Next",
        "n",
        "Next passage of the selected finding, or next hit while you search.",
        WALK,
    ),
    Command("previous_passage", "Previous", "N", "The one before.", WALK),
    Command("next_speaker", "Next speaker", "s", "Next passage where someone speaks.", WALK),
    Command("previous_speaker", "Previous speaker", "S", "The one before.", WALK),
    Command("next_figure", "Next figure", "i", "Next figure in the text.", WALK),
    Command("previous_figure", "Previous figure", "I", "The one before.", WALK),
    Command("next_claim", "Next claim", "c", "Next claim in the text.", WALK),
    Command("previous_claim", "Previous claim", "C", "The one before.", WALK),
    Command("next_link", "Next link", "w", "Next link in the text, and where it leads.", WALK),
    Command("open_link", "Open link", "W", "Open that link in your browser.", WALK),
    Command(
        "jump_back", "Back", "backspace,alt+left", "Go back to where you were before a jump.", WALK
    ),
    Command("jump_forward", "Forward", "alt+right", "Go forward again.", WALK),
    Command(
        "search",
        "find",
        "slash,ctrl+f",
        "Search the text; capital letters count if you type one, Ctrl+R toggles regular "
        "expressions.",
        FILES,
        footer=True,
    ),
    Command("open", "open", "o", "Open another article.", FILES, footer=True),
    Command(
        "next_article", "Next article", "right_square_bracket", "Next article of the folder.", FILES
    ),
    Command(
        "previous_article",
        "Previous article",
        "left_square_bracket",
        "Previous article of the folder.",
        FILES,
    ),
    Command("edit", "Edit", "e", "Open the file in your editor and read it again after.", FILES),
    Command("reload", "Reload", "r", "Read the file again, keeping the place.", FILES),
    Command("side_bar", "Side bar", "v", "Hide or show the side bar.", VIEW),
    Command("marks", "Marks", "m", "Choose which kinds of marks the text shows.", VIEW),
    Command("wider", "Wider", "plus,equals_sign", "Longer lines.", VIEW),
    Command("narrower", "Narrower", "minus", "Shorter lines.", VIEW),
    Command("theme", "Theme", "t", "Switch between the dark and the light theme.", VIEW),
    Command(
        "leave",
        "Leave",
        "escape",
        "End the search, then following, then the selection.",
        PROGRAM,
    ),
    Command("help", "help", "question_mark,f1", "Show the keys.", PROGRAM, footer=True),
    Command("palette", "Palette", "ctrl+p", "Find a command or a speaker by name.", PROGRAM),
    Command("suspend", "Suspend", "ctrl+z", "Go to the shell; fg comes back.", PROGRAM),
    Command("quit_reader", "quit", "q,ctrl+q", "Leave tuireader.", PROGRAM, footer=True),
)


def bindings(scope: Scope) -> list[Binding]:
    """Return the bindings of all commands of a scope."""
    return [command.binding for command in COMMANDS if command.scope is scope]


def command_ids() -> frozenset[str]:
    """Return the ids of all commands."""
    return frozenset(command.id for command in COMMANDS)


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Keep of the user's keys those whose command exists.

    Args:
        keys: Command id to keys, separated by commas.
    """
    known = command_ids()
    return {name: value for name, value in keys.items() if name in known}


def faults(keys: Mapping[str, str]) -> list[str]:
    """Tell what is wrong with the user's keys: names of no key, a key for two commands.

    Args:
        keys: Command id to keys, separated by commas.
    """
    found = []
    taken: dict[str, Command] = {}
    chosen = {c.id: keys.get(c.id, c.keys).split(",") for c in COMMANDS}
    for command in sorted(COMMANDS, key=lambda command: command.id not in keys):
        for key in (name.strip() for name in chosen[command.id]):
            other = taken.setdefault(key, command)
            if command.id in keys and not is_key(key):
                found.append(f"keys: {command.id}: there is no key “{key}”.")
            elif other.id in keys and _meet(command, other) and not _share(command, other, key):
                found.append(f"keys: {key_name(key)} is for {other.id}, no longer {command.id}.")
    return found


def _meet(one: Command, other: Command) -> bool:
    """Tell whether the keys of two commands can be pressed in the same place."""
    return Scope.MAIN in (one.scope, other.scope) or one.scope is other.scope


def _share(one: Command, other: Command, key: str) -> bool:
    """Tell whether two commands have a key together: the same one, or one each in its own place."""
    return one is other or all(key in command.keys.split(",") for command in (one, other))


def is_key(name: str) -> bool:
    """Tell whether a key has that name, modifiers included ("ctrl+n", "f5", "slash", "x")."""
    *modifiers, base = name.split("+")
    if any(modifier not in ("ctrl", "alt", "shift", "super") for modifier in modifiers):
        return False
    named = {*Keys, *KEY_NAME_REPLACEMENTS.values()}
    return len(base) == 1 or base in named or bool(_unicode(base))


def _unicode(name: str) -> str:
    try:
        return unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return ""


_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """Name a key as a keyboard shows it: "right_square_bracket" is "]"."""
    *modifiers, base = key.strip().split("+")
    is_capital = bool(modifiers) or (base.startswith("f") and len(base) > 1)
    named = _KEY_NAMES.get(base, base.upper() if is_capital else base)
    return "+".join([*(m.capitalize() for m in modifiers), named])


def key_names(keys: str | Iterable[str]) -> str:
    """Name several keys: "j,down" is "j ↓"."""
    parts = keys.split(",") if isinstance(keys, str) else keys
    return " ".join(key_name(key) for key in parts)
