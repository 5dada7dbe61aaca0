"""The settings that a person writes in `config.yaml`; this program only reads them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tuireader.article.sanitizing import one_line
from tuireader.errors import ConfigError
from tuireader.guarded_yaml import YAMLRefusedError, load_yaml
from tuireader.looking import open_regular
from tuireader.storage.atomic import write_atomic
from tuireader.storage.paths import config_file

MAX_BYTES = 1_000_000
MOST_WARNINGS = 5
"""How many faults are told one by one."""

MOST_KEYS = 20
"""How many keys one command can have."""

_LONGEST_NAME = 100
"""Characters of a name in a warning, and of the name of a key."""

_LONGEST_TEXT = 1_000
NARROWEST, WIDEST = 20, 400
FULL_WIDTH = 0
"""The value of `Config.measure` for lines as long as the terminal allows."""


class Config(NamedTuple):
    """What the reader prefers."""

    measure: int = 72
    """Length of a line of text in columns; `FULL_WIDTH` for as long as the terminal allows."""

    theme: str | None = None
    """Name of the theme; None for the one last chosen in the program."""

    side_bar: bool = True
    """Whether the side bar is shown where it has room."""

    pipeline: str | None = None
    """Name of the spaCy pipeline; None for the small English one that comes along."""

    editor: str | None = None
    """Command line of the editor; None for $VISUAL or $EDITOR."""

    remember_positions: bool = True
    """Whether an article opens where it was left."""

    remember_recents: bool = True
    """Whether the articles that were opened are listed in the opener."""

    reload_changed: bool = True
    """Whether an article is read again when its file changes."""

    keys: Mapping[str, str] = MappingProxyType({})
    """Command id to keys, separated by commas."""


class Loaded(NamedTuple):
    """What came of reading the configuration."""

    config: Config
    """The settings; the default wherever the file is silent or wrong."""

    warnings: tuple[str, ...]
    """A sentence for everything in the file that was not taken."""


class _UnfitError(Exception):
    """A value is not what a setting takes; its text says what the setting takes."""


class _Setting(NamedTuple):
    """How one setting is read and explained."""

    read: Callable[[object], object]
    sample: str
    comment: str


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UnfitError("true or false")
    return value


def _words(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
        raise _UnfitError(f"a text of up to {_LONGEST_TEXT:,} characters")
    return one_line(value.strip())


def _columns(value: object) -> int:
    problem = f"a whole number from {NARROWEST} to {WIDEST}, or 0 for the full width"
    if isinstance(value, bool) or not isinstance(value, int):
        raise _UnfitError(problem)
    if value != FULL_WIDTH and not NARROWEST <= value <= WIDEST:
        raise _UnfitError(problem)
    return value


def _mapping(value: object) -> dict[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _UnfitError('a mapping from commands to keys, such as {follow: "f,f2"}')
    return value


def _key_list(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    if any(isinstance(part, bool) or not isinstance(part, str | int) for part in parts):
        raise _UnfitError('keys in quotes, such as "f,f2"')
    keys = [key.strip() for part in parts for key in one_line(str(part)).split(",")]
    if not all(keys):
        raise _UnfitError("at least one key, with a comma between two")
    if len(keys) > MOST_KEYS or any(len(key) > _LONGEST_NAME for key in keys):
        raise _UnfitError(f"up to {MOST_KEYS} names of keys")
    return ",".join(keys)


_SETTINGS: dict[str, _Setting] = {
    "measure": _Setting(
        _columns, "72", "Length of a line of text in columns; 0 for the full width."
    ),
    "theme": _Setting(
        _words, "tuireader-dark", "Name of the theme; without it, the one last chosen with t."
    ),
    "side_bar": _Setting(_yes_or_no, "true", "Show the side bar where it has room."),
    "pipeline": _Setting(
        _words, "en_core_web_sm", "A spaCy pipeline that is installed, instead of the small one."
    ),
    "editor": _Setting(
        _words, '"code --wait"', "The editor that e opens; without it, $VISUAL or $EDITOR."
    ),
    "remember_positions": _Setting(_yes_or_no, "true", "Open an article where it was left."),
    "remember_recents": _Setting(
        _yes_or_no, "true", "List the articles that were opened in the opener."
    ),
    "reload_changed": _Setting(
        _yes_or_no, "true", "Read an article again when its file changes on disk."
    ),
    "keys": _Setting(
        _mapping, '{follow: "f,f2"}', "Other keys for a command; the README lists the commands."
    ),
}


def load_config(path: Path | None = None, *, commands: Collection[str] = ()) -> Loaded:
    """Read the configuration; whatever is wrong with it becomes a warning, never an error.

    Args:
        path: The file; None for the usual one.
        commands: The command ids that `keys` may name; empty to let every id pass.
    """
    named, path = path, path or config_file()
    try:
        document = load_yaml(_read(path))
    except FileNotFoundError:
        missing = (_warning(path, "does not exist. Defaults are used."),) if named else ()
        return Loaded(Config(), missing)
    except (OSError, ConfigError, YAMLRefusedError) as error:
        problem = error.strerror if isinstance(error, OSError) else str(error)
        return Loaded(Config(), (_warning(path, f"can't be read, {problem}. Defaults are used."),))
    if document is None:
        return Loaded(Config(), ())
    if not isinstance(document, dict):
        return Loaded(Config(), (_warning(path, "holds no settings. Defaults are used."),))
    return _take_settings(path, document, commands)


def few(warnings: Sequence[str]) -> list[str]:
    """Leave of very many warnings the first, and say how many there are besides."""
    listed, others = list(warnings[:MOST_WARNINGS]), len(warnings) - MOST_WARNINGS
    return listed if others <= 0 else [*listed, f"Further faults of the configuration: {others:,}."]


def default_config_text() -> str:
    """Return a configuration file that sets nothing and explains every setting."""
    lines = ["# Settings of tuireader. Remove the # before a line to set something else."]
    for name, setting in _SETTINGS.items():
        lines += ["", f"# {setting.comment}", f"# {name}: {setting.sample}"]
    return "\n".join(lines) + "\n"


def write_default_config(path: Path | None = None) -> Path:
    """Write the configuration file that explains every setting, if there is none yet.

    Args:
        path: The file; None for the usual one.

    Returns:
        The file that was written.

    Raises:
        ConfigError: There is one already, or it can't be written.
    """
    path = path or config_file()
    try:
        if path.exists():
            raise ConfigError(f"{path} exists already.", "It was left as it is.")
        write_atomic(path, default_config_text().encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} can't be written: {error.strerror}.") from error
    return path


def _read(path: Path) -> str:
    with open_regular(path) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ConfigError(f"it is larger than {MAX_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("it is not UTF-8") from error


def _take_settings(path: Path, document: dict[Any, Any], commands: Collection[str]) -> Loaded:
    values: dict[str, Any] = {}
    warnings: list[str] = []
    for key, value in document.items():
        name = str(key)
        if (setting := _SETTINGS.get(name)) is None:
            warnings.append(_unknown(path, "setting", name, _hints(warnings, _SETTINGS)))
            continue
        try:
            values[name] = setting.read(value)
        except _UnfitError as error:
            warnings.append(_warning(path, f'"{name}" takes {error}. Its default is used.'))
    if "keys" in values:
        values["keys"] = _take_keys(path, values["keys"], commands, warnings)
    return Loaded(Config(**values), tuple(warnings))


def _take_keys(
    path: Path, document: dict[Any, Any], commands: Collection[str], warnings: list[str]
) -> dict[str, str]:
    keys: dict[str, str] = {}
    for key, value in document.items():
        name = str(key)
        if commands and name not in commands:
            warnings.append(_unknown(path, "command", name, _hints(warnings, commands)))
            continue
        try:
            keys[name] = _key_list(value)
        except _UnfitError as error:
            what = f'"keys: {name[:_LONGEST_NAME]}" takes {error}'
            warnings.append(_warning(path, f"{what}. Its default is used."))
    return keys


def _hints(warnings: Sequence[str], known: Collection[str]) -> Collection[str]:
    """Return what may have been meant, as far as `few` tells it: to look for it takes long."""
    return known if len(warnings) < MOST_WARNINGS else ()


def _unknown(path: Path, what: str, name: str, known: Collection[str]) -> str:
    name = name[:_LONGEST_NAME]
    nearest = get_close_matches(name, known, n=1)
    hint = f' Did you mean "{nearest[0]}"?' if nearest else ""
    return _warning(path, f'there is no {what} "{name}".{hint}')


def _warning(path: Path, problem: str) -> str:
    """Make one sentence; a path and a YAML text may hold anything, so it is sanitised."""
    return one_line(f"{path}: {problem}")
