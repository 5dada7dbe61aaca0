"""The keys that the last line shows, by what the reader does."""

from collections.abc import Iterable

from textual.binding import ActiveBinding

from tuireader.tui.commands import COMMANDS, key_name
from tuireader.tui.widgets.bars import KeyLabel

VITAL = frozenset({"help", "quit_reader", "list_choose", "show_row"})
"""Commands whose keys are shown however narrow it is."""

SEARCH_KEYS = (
    KeyLabel("focus_text", "Enter", "keep", True),
    KeyLabel("leave", "Esc", "end", True),
    KeyLabel("toggle_regex", "Ctrl+R", "regular expression", False),
)
"""What is shown while the reader types what to search."""

FILTER_KEYS = (
    KeyLabel("enter_row", "Enter", "go", True),
    KeyLabel("end_filter", "Esc", "end", True),
)
"""What is shown while the reader types what the rows of a panel must contain."""


def keys_of(active: Iterable[ActiveBinding]) -> tuple[KeyLabel, ...]:
    """Return the keys of the commands that the footer tells of, in the order of the commands.

    Args:
        active: The bindings in force where the focus is.
    """
    keys: dict[str, str] = {}
    for running in active:
        keys.setdefault(running.binding.action, running.binding.key)
    return tuple(
        KeyLabel(command.id, key_name(keys[command.id]), command.label, command.id in VITAL)
        for command in COMMANDS
        if command.footer and command.id in keys
    )
