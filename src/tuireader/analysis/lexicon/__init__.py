"""The lexicons: words and phrases as YAML data, one file a subject."""

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> Any:
    """Read the lexicon `name`.yaml; treat what comes back as read-only, it is shared.

    Raises:
        FileNotFoundError: There is no such lexicon.
    """
    import yaml

    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)
