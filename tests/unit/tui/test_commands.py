"""The table of commands, and keys that a user chooses."""

from itertools import combinations

import pytest

from tuireader.tui.commands import COMMANDS, Scope, faults, is_key, key_names, keymap


def test_no_two_commands_share_an_id() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_key_means_two_things_in_one_place() -> None:
    for one, other in combinations(COMMANDS, 2):
        if one.scope is other.scope or Scope.MAIN in (one.scope, other.scope):
            shared = set(one.keys.split(",")) & set(other.keys.split(","))
            assert not shared or {one.id, other.id} == {"filter", "search"}


def test_what_a_pane_takes_for_itself_has_another_key_there() -> None:
    keys = {command.id: command.keys.split(",") for command in COMMANDS}
    assert set(keys["search"]) - set(keys["filter"])


def test_every_default_key_is_one() -> None:
    assert [k for c in COMMANDS for k in c.keys.split(",") if not is_key(k)] == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, []),
        ({"next_figure": "ctrl+n"}, []),
        ({"help": "notakey!!"}, ["keys: help: there is no key “notakey!!”."]),
        ({"search": "slash"}, []),
        ({"filter": "slash"}, []),
        ({"help": "q"}, ["keys: q is for help, no longer quit_reader."]),
        ({"list_down": "d"}, []),
    ],
)
def test_what_is_wrong_with_chosen_keys(keys: dict[str, str], told: list[str]) -> None:
    assert faults(keys) == told


def test_unknown_commands_are_left_out_of_the_keymap() -> None:
    assert keymap({"help": "h", "nonsense": "x"}) == {"help": "h"}


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ("j,down", "j ↓"),
        ("right_square_bracket", "]"),
        ("ctrl+q", "Ctrl+Q"),
        ("f1", "F1"),
        ("alt+left", "Alt+←"),
        ("G", "G"),
    ],
)
def test_keys_are_named_as_keyboards_name_them(keys: str, names: str) -> None:
    assert key_names(keys) == names
