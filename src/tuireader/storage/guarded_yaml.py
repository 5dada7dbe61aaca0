"""YAML that anybody may have written: refused before it can do harm, then loaded."""

from typing import Any

from tuireader.errors import ConfigError

MAX_DEPTH = 32
"""How deep lists and mappings may be nested."""

MAX_CHARS = 1_000_000
"""How long the text may be."""


def load_yaml(text: str) -> Any:
    """Load a YAML document of plain values.

    One pass over the parser's events comes first: composing deeply nested YAML ends the whole
    process, and a few aliases can stand for billions of values.

    Args:
        text: The document.

    Returns:
        Its value; None for an empty document.

    Raises:
        ConfigError: It is not YAML, or too long, too deep or with aliases. The message has the
            form "line 3: what is wrong".
    """
    import yaml

    if len(text) > MAX_CHARS:
        raise ConfigError(f"it is longer than {MAX_CHARS:,} characters")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_events(yaml.parse(text, Loader=loader))
        return yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise ConfigError(f"{where}{error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigError(str(error).splitlines()[0]) from error


def _check_events(events: Any) -> None:
    import yaml

    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise ConfigError(f"line {line}: aliases are not allowed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise ConfigError(f"line {line}: it is nested more than {MAX_DEPTH} deep")
