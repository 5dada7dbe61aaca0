"""The themes of the reader, and the colours of the marks in any other theme."""

from pathlib import Path

from textual.color import Color
from textual.theme import Theme

STYLES = Path(__file__).parent / "styles"
"""Where the style sheets are."""

DARK = "tuireader-dark"
LIGHT = "tuireader-light"
SIXTEEN = "tuireader-16"
"""For terminals with sixteen colours; its colours are exactly those that Rich takes them for."""


def _theme(name: str, *, dark: bool, **colors: str) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colors["accent"],
        secondary=colors["speaker"],
        accent=colors["accent"],
        warning=colors["figure"],
        error=colors["error"],
        success=colors["claim"],
        foreground=colors["ink"],
        background=colors["paper"],
        surface=colors["paper"],
        panel=colors["raised"],
        variables={
            "mark-speaker": colors["speaker"],
            "mark-figure": colors["figure"],
            "mark-claim": colors["claim"],
            "mark-quote": colors["quote"],
            "rule": colors["rule"],
            "lit": colors["lit"],
            "lit-ink": colors["lit_ink"],
            "hit": colors["hit"],
            "focus-row": colors["focus_row"],
            "quiet": colors["quiet"],
            "scrollbar": colors["rule"],
            "scrollbar-hover": colors["quiet"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["paper"],
            "scrollbar-background-hover": colors["paper"],
            "scrollbar-background-active": colors["paper"],
            "scrollbar-corner-color": colors["paper"],
            "block-cursor-background": colors["raised"],
            "block-cursor-foreground": colors["ink"],
            "input-selection-background": colors["hit"],
            "footer-background": colors["paper"],
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        DARK,
        dark=True,
        paper="#15171b",
        raised="#20242b",
        ink="#d9d5cc",
        quiet="#8b8f98",
        rule="#343942",
        accent="#d8b66a",
        speaker="#8fb4f2",
        figure="#e3a869",
        claim="#86b98b",
        quote="#1f2733",
        lit="#e6d3a1",
        lit_ink="#15171b",
        hit="#5b4a86",
        focus_row="#433f33",
        error="#e07a72",
    ),
    _theme(
        LIGHT,
        dark=False,
        paper="#fbf9f4",
        raised="#efebe1",
        ink="#26282c",
        quiet="#6f6b62",
        rule="#d8d2c4",
        accent="#8a6410",
        speaker="#1f4fa8",
        figure="#9a4d00",
        claim="#3d7a45",
        quote="#e9eef7",
        lit="#f4d675",
        lit_ink="#1c1d20",
        hit="#d9c8f5",
        focus_row="#f5e9c6",
        error="#b3261e",
    ),
    _theme(
        SIXTEEN,
        dark=True,
        paper="#000000",
        raised="#555555",
        ink="#ffffff",
        quiet="#aaaaaa",
        rule="#555555",
        accent="#ffff55",
        speaker="#55ffff",
        figure="#ffff55",
        claim="#55ff55",
        quote="#0000aa",
        lit="#aaaaaa",
        lit_ink="#000000",
        hit="#aa00aa",
        focus_row="#0000aa",
        error="#ff5555",
    ),
)


def default_theme(color_system: str | None) -> str:
    """Return the theme to start with.

    Args:
        color_system: What the terminal can show, as Rich names it.
    """
    return SIXTEEN if color_system in ("standard", "windows") else DARK


def mark_variables(variables: dict[str, str]) -> dict[str, str]:
    """Derive the colours of the marks for a theme that does not name them.

    Args:
        variables: The variables of the theme, such as "primary" and "background".
    """
    paper = Color.parse(variables["background"])
    primary = Color.parse(variables["primary"])
    ink = Color.parse(variables["foreground"])
    return {
        "mark-speaker": variables["primary"],
        "mark-figure": variables["warning"],
        "mark-claim": variables["success"],
        "mark-quote": paper.blend(primary, 0.14).hex,
        "rule": paper.blend(ink, 0.2).hex,
        "lit": ink.hex,
        "lit-ink": paper.hex,
        "hit": paper.blend(Color.parse(variables["secondary"]), 0.5).hex,
        "focus-row": paper.blend(primary, 0.3).hex,
        "quiet": paper.blend(ink, 0.6).hex,
    }
