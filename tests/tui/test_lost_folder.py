"""A story of the folder that a path starts from: it goes away while the article is open."""

from pathlib import Path

import pytest

from screens import reader_app, ready
from tuireader.article.loading import load_article


async def test_the_reader_goes_on_where_the_current_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("a.txt").write_text("“We saw 12 boats,” said Ann Moss.\n")
    async with reader_app(load_article("a.txt"), paths=(Path("a.txt"),)).run_test() as pilot:
        reader = await ready(pilot)
        Path("a.txt").unlink()
        folder.rmdir()
        await pilot.press("right_square_bracket", "e", "r", "o")
        await pilot.pause()
        await pilot.press("escape", "j")
        assert pilot.app.screen is reader
        await pilot.press("q")
    assert pilot.app.return_code == 0
