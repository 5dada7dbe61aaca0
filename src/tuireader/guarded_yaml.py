"""YAML that anybody may have written: refused before it can do harm, then loaded."""

from typing import Any

MAX_DEPTH = 32
"""How deep lists and mappings may be nested."""

_TOO_DEEP = f"it is nested more than {MAX_DEPTH} deep"

MAX_CHARS = 1_000_000
"""How long the text may be."""

MAX_UNQUOTED = 1_000
"""How long a value may be that can be a number: reading those takes the square of their length."""

_LONGEST_PROBLEM = 200
"""Characters of the loader's own words, which quote the text."""

_MISFITS = (AttributeError, IndexError, KeyError, OverflowError, TypeError)
"""What the loader raises, among its own errors, for a tag on a value that is not of that kind."""


class YAMLRefusedError(ValueError):
    """It is not YAML, or too long, too deep or with aliases; "line 3: what is wrong"."""


def load_yaml(text: str, *, as_written: bool = False) -> Any:
    """Load a YAML document of plain values.

    One pass over the parser's events comes first: composing deeply nested YAML ends the whole
    process, and a few aliases can stand for billions of values.

    Args:
        text: The document.
        as_written: Leave every value a string, so that "no" stays a word and a date a date.

    Returns:
        Its value; None for an empty document.

    Raises:
        YAMLRefusedError: It can't be loaded, or had better not be.
    """
    import yaml

    if len(text) > MAX_CHARS:
        raise YAMLRefusedError(f"it is longer than {MAX_CHARS:,} characters")
    kind = "BaseLoader" if as_written else "SafeLoader"
    loader = getattr(yaml, f"C{kind}", getattr(yaml, kind))
    try:
        _check_events(yaml.parse(text, Loader=loader), as_written)
        return yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        problem = str(error.problem or error.context)
        # Since 6.0.4 PyYAML has a limit of its own, which a long run of brackets meets first.
        wrong = _TOO_DEEP if "nesting depth" in problem else problem
        raise YAMLRefusedError(f"{where}{wrong[:_LONGEST_PROBLEM]}") from error
    except YAMLRefusedError:
        raise
    except _MISFITS as error:
        raise YAMLRefusedError("a value is not what its tag says") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YAMLRefusedError(str(error).splitlines()[0][:_LONGEST_PROBLEM]) from error


def _check_events(events: Any, as_written: bool) -> None:
    import yaml

    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise YAMLRefusedError(f"line {line}: aliases are not allowed")
        if isinstance(event, yaml.ScalarEvent) and not as_written and _is_long_bare(event):
            raise YAMLRefusedError(f"line {line}: a value so long needs quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise YAMLRefusedError(f"line {line}: {_TOO_DEEP}")


def _is_long_bare(event: Any) -> bool:
    """Whether a value is long, and not quoted or with a tag that says that it is no text."""
    _plain, quoted = event.implicit
    return len(event.value) > MAX_UNQUOTED and not quoted
