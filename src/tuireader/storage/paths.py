"""Where the reader's own files live on this system."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_state_path

NAME = "tuireader"
CONFIG_VARIABLE = "TUIREADER_CONFIG"
"""Environment variable that names another configuration file."""


def config_dir() -> Path:
    """Return the folder of the configuration."""
    return user_config_path(NAME, appauthor=False)


def config_file() -> Path:
    """Return the configuration file: the one `TUIREADER_CONFIG` names, else the usual one."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return Path(os.path.expanduser(named))  # noqa: PTH111 it never raises
    return config_dir() / "config.yaml"


def state_dir() -> Path:
    """Return the folder of what the reader remembers by itself."""
    return user_state_path(NAME, appauthor=False)


def state_file() -> Path:
    """Return the file of what the reader remembers by itself."""
    return state_dir() / "state.json"


def cache_dir() -> Path:
    """Return the folder of what can be worked out again."""
    return user_cache_path(NAME, appauthor=False)
