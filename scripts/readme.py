"""Bring the README up to date: the table of keys and the pictures come from the program.

python scripts/readme.py            rewrite the table of keys
python scripts/readme.py --pictures take the pictures anew as well (needs the pipeline)
"""

import argparse
import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tuireader.tui.commands import COMMANDS, key_names

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
ARTICLE = ROOT / "articles" / "missing-prisoners.txt"
BEGIN, END = "<!-- keys: made by scripts/readme.py -->", "<!-- end of keys -->"


class Picture(NamedTuple):
    """A picture of the screen."""

    name: str
    """Name of the file in docs/, without suffix."""

    size: tuple[int, int]
    """Columns and lines."""

    keys: Sequence[str]
    """What is pressed before it is taken."""

    theme: str = "tuireader-dark"
    """The theme."""


PICTURES = (
    Picture("reader", (120, 36), ["1", "down", "enter"]),
    Picture("compare", (120, 36), ["x"]),
    Picture("light", (100, 30), ["3", "down", "enter"], "tuireader-light"),
)


def key_table() -> str:
    """Return the table of all commands as Markdown."""
    lines = ["| key | does |", "|---|---|"]
    group = ""
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            lines.append(f"| **{group}** | |")
        keys = " ".join(f"`{key}`" for key in key_names(command.keys).split())
        lines.append(f"| {keys} | {command.help.rstrip('.')} |")
    return "\n".join(lines)


def with_key_table(readme: str) -> str:
    """Return the README with the present table of keys."""
    inside = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    return inside.sub(lambda _: f"{BEGIN}\n{key_table()}\n{END}", readme)


async def take(picture: Picture) -> None:
    """Run the program, press keys, and keep what the screen shows."""
    from tuireader.article.loading import load_article
    from tuireader.session.desk import Desk
    from tuireader.storage.config import Config
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.options import ReaderOptions

    config = Config(remember_positions=False, remember_recents=False)
    options = ReaderOptions(article=load_article(ARTICLE), theme=picture.theme)
    app = ReaderApp(options, Desk(config))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*picture.keys)
        await pilot.pause()
        app.save_screenshot(f"{picture.name}.svg", str(ROOT / "docs"))


def main() -> None:
    """Rewrite what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", action="store_true", help="take the pictures anew")
    args = parser.parse_args()
    README.write_text(with_key_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    if args.pictures:
        for picture in PICTURES:
            asyncio.run(take(picture))


if __name__ == "__main__":
    main()
