"""Which keys run which command at this moment."""

from collections.abc import Iterable, Mapping

from textual.binding import ActiveBinding

from tuireader.tui.commands import Command, Scope


def keys_in_force(
    commands: Iterable[Command],
    active: Mapping[str, ActiveBinding],
    keys: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Tell for each command the keys that run it.

    A key that another command has where the focus is, is left out, so that help tells the truth
    even where two commands were given the same key. The commands of a pane that has not the
    focus have the user's keys, else those of the table.

    Args:
        commands: The commands.
        active: The bindings in force where the focus is, by key.
        keys: The user's keys by command id, separated by commas.
    """
    commands = tuple(commands)
    ids = {command.id for command in commands}
    owners = {key: running.binding.id for key, running in active.items()}
    in_force = {}
    for command in commands:
        wanted = [key.strip() for key in keys.get(command.id, command.keys).split(",")]
        bound = [key for key, owner in owners.items() if owner == command.id]
        if bound or command.scope is Scope.MAIN:
            wanted = [key for key in wanted if owners.get(key) not in ids - {command.id}]
        in_force[command.id] = (*wanted, *(key for key in bound if key not in wanted))
    return in_force
