"""The forms that findings can be written in, and what stands around and between articles."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from tuireader.analysis.model import Analysis
from tuireader.article.model import Article
from tuireader.export.csv_form import article_lines, header_line
from tuireader.export.json_form import JsonObject, article_record
from tuireader.export.markdown_form import reading_sheet


@dataclass(frozen=True, slots=True)
class Form:
    """How findings are written."""

    render: Callable[[Article, Analysis], str]
    """Gives the text of one article, line end included."""

    opening: str = ""
    """Written before the first article."""

    separator: str = ""
    """Written between two articles."""

    closing: str = ""
    """Written after the last article."""

    byte_order_mark: bool = False
    """Whether a file starts with one, for spreadsheets that take UTF-8 for something else."""


def _json_line(article: Article, analysis: Analysis) -> str:
    return json.dumps(article_record(article, analysis), ensure_ascii=False) + "\n"


def _json_object(article: Article, analysis: Analysis) -> str:
    return _readable(article_record(article, analysis)) + "\n"


def _json_element(article: Article, analysis: Analysis) -> str:
    return _readable(article_record(article, analysis))


def _readable(record: JsonObject) -> str:
    """Return a record as JSON with a line for each key and each finding."""
    return "{\n" + ",\n".join(f"  {json.dumps(k)}: {_value(v)}" for k, v in record.items()) + "\n}"


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        items = ",\n    ".join(json.dumps(item, ensure_ascii=False) for item in value)
        return f"[\n    {items}\n  ]"
    return json.dumps(value, ensure_ascii=False)


FORMATS = ("json", "jsonl", "csv", "markdown")
"""The names of the forms, as `--format` takes them."""

_FORMS = {
    "json": Form(_json_object),
    "json of several": Form(_json_element, opening="[\n", separator=",\n", closing="\n]\n"),
    "jsonl": Form(_json_line),
    "csv": Form(article_lines, opening=header_line(), byte_order_mark=True),
    "markdown": Form(reading_sheet, separator="\n---\n\n"),
}


def form_named(name: str, *, several: bool) -> Form:
    """Return the form with a name of `FORMATS`.

    Args:
        name: One of `FORMATS`.
        several: Whether more than one article can come; JSON is an array then.
    """
    return _FORMS["json of several" if name == "json" and several else name]
