"""No text of a file is ever read as markup: `[sic]` would vanish and `[/x]` would end the app."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

import tuireader.tui
from tuireader.tui.screens.palette import as_markup

SOURCES = sorted(Path(tuireader.tui.__file__).parent.rglob("*.py"))

PARSING = frozenset({"Static", "Label", "Option", "Button", "Link", "Checkbox", "Collapsible"})
"""Widgets and options that read a `str` as markup."""

TITLES = frozenset({"border_title", "border_subtitle", "tooltip"})
"""Attributes that do."""

SAFE_TYPES = frozenset({"Content", "Segment", "Strip"})


def makers_of_content(trees: list[ast.Module]) -> frozenset[str]:
    """Return the names of the functions that give something that is not parsed."""
    return frozenset(
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or node) in SAFE_TYPES
    )


def is_safe(value: ast.expr, makers: frozenset[str]) -> bool:
    """Tell whether an expression can't be a `str` with words of a file in it."""
    if isinstance(value, ast.IfExp):
        return is_safe(value.body, makers) and is_safe(value.orelse, makers)
    if isinstance(value, ast.Constant):
        return not isinstance(value.value, str) or "[" not in value.value
    if not isinstance(value, ast.Call):
        return False
    name = ast.unparse(value.func)
    return name.split(".")[0] in SAFE_TYPES or name.split(".")[-1] in {*makers, "as_markup"}


def faults(tree: ast.Module, makers: frozenset[str]) -> Iterator[str]:
    """Yield each place where a text could be parsed as markup."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            options = {word.arg: word.value for word in node.keywords}
            switch = options.get("markup")
            off = isinstance(switch, ast.Constant) and switch.value is False
            parsed = [] if off else [*node.args[:1]] if name in {*PARSING, "update"} else []
            if name in {"Hit", "DiscoveryHit"} and "help" in options:
                parsed.append(options["help"])
            if name in {"from_markup", "render_markup"} or (switch is not None and not off):
                yield f"line {node.lineno}: parses markup"
            if name == "notify" and not off:
                yield f"line {node.lineno}: notify without markup=False"
        elif isinstance(node, ast.Assign):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            parsed = [node.value] if names & TITLES else []
        else:
            continue
        for value in parsed:
            if not is_safe(value, makers):
                yield f"line {value.lineno}: {ast.unparse(value)} may be parsed as markup"


@pytest.fixture(scope="module")
def makers() -> frozenset[str]:
    return makers_of_content([ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_text_is_parsed_as_markup(path: Path, makers: frozenset[str]) -> None:
    assert list(faults(ast.parse(path.read_text(encoding="utf-8")), makers)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(title)",
        'Label(f"{name}")',
        'Static("[b]x[/b]")',
        "self.heading.update(text)",
        "self.notify(text)",
        "self.notify(text, markup=True)",
        "Content.from_markup(text)",
        "panel.border_title = name",
        "Hit(1, Content(name), go, help=name)",
        'Static(Content("x") if known else name)',
    ],
)
def test_the_check_sees(line: str, makers: frozenset[str]) -> None:
    assert list(faults(ast.parse(line), makers)) != []


@given(st.text("[]/\\ab=@ $\"'(:)x", max_size=14))
def test_what_the_palette_tells_is_shown_as_it_is(text: str) -> None:
    assert Content.from_markup(as_markup(text)).plain == text
