"""The front matter of a Markdown file: title, authors and date in YAML or TOML."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tuireader.article.dates import iso_date
from tuireader.guarded_yaml import load_yaml

_LARGEST = 65_536
"""Characters that are read as front matter at most."""

_LARGEST_TOML = 16_384
"""Characters; the loader takes the square of the number of parts that a dotted key has."""

_LONGEST_NUMBER = 1_000
"""Bits of a number that is written out; Python refuses to write numbers that are far longer."""

_NESTED = 4
"""How deep a name may lie in its value: {author: [{name: {title: …}}]}."""

_YAML = re.compile(r"\s{0,10}---[ \t]*\n(?P<inside>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\s{0,10}\+\+\+[ \t]*\n(?P<inside>(?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[\w -]{1,60}[\"']?\s*[:=]")

_TITLE_KEYS = ("title", "headline", "name")
_AUTHOR_KEYS = ("byline", "authors", "author", "by", "writer", "creator")
_DATE_KEYS = ("published", "date", "pubdate", "publishdate", "date_published", "datepublished")
_DATE_KEYS_LAST = ("created", "posted", "publication_date", "published_at", "lastmod", "updated")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text of a Markdown file."""

    title: str | None = None
    """The headline."""

    byline: str | None = None
    """The authors."""

    published: str | None = None
    """The date, in ISO 8601 if it can be read."""

    warnings: tuple[str, ...] = field(default=())
    """Why it could not be read."""

    raw: str = ""
    """Its source where it could not be read, to be shown as it is."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Part the front matter from the text; there may be none."""
    for pattern, load in ((_YAML, _load_yaml), (_TOML, _load_toml)):
        match = pattern.match(text[:_LARGEST])
        if not match or (match["inside"].strip() and not _KEY.match(match["inside"])):
            continue
        try:
            values = load(match["inside"])
        except ValueError as error:
            note = f"The front matter can't be read ({error}) and is shown as it is."
            return FrontMatter(warnings=(note,), raw=match["inside"].strip("\n")), text[
                match.end() :
            ]
        if isinstance(values, dict):
            return _interpret(values), text[match.end() :]
    return FrontMatter(), text


def _load_yaml(text: str) -> Any:
    """Load YAML with every value as it is written."""
    return load_yaml(text, as_written=True) or {}


def _load_toml(text: str) -> Any:
    """Load TOML; its errors are ValueErrors already."""
    if len(text) > _LARGEST_TOML:
        raise ValueError(f"it is longer than {_LARGEST_TOML:,} characters")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:
        raise ValueError("a number in it is too long") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _interpret(values: dict[Any, Any]) -> FrontMatter:
    """Take what the reader shows out of the values."""
    known = {str(key).lower().replace("-", "_"): value for key, value in values.items()}
    written = _first(known, (*_DATE_KEYS, *_DATE_KEYS_LAST))
    return FrontMatter(
        _first(known, _TITLE_KEYS),
        _first(known, _AUTHOR_KEYS),
        iso_date(written) if written else None,
    )


def _first(values: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of the keys that has a value that can be written in a line."""
    return next((text for key in keys if (text := _text(values.get(key)))), None)


def _text(value: Any, levels: int = _NESTED) -> str | None:
    """Write a value, a list of values or of people with names in a line."""
    if not levels:
        return None
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title"), levels - 1)
    if isinstance(value, list):
        items = (item for item in value[:20] if not isinstance(item, list))
        return ", ".join(filter(None, (_text(item, levels - 1) for item in items))) or None
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return None
    return " ".join(str(value).split())[:500] or None
