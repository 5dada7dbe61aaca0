"""What the reader does with programs outside: copying, and the editor."""

import os
import stat
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App

from tuireader.errors import TuireaderError
from tuireader.tui.browser import has_windows, open_link
from tuireader.tui.clipboard import copy_text
from tuireader.tui.editor import edit_file, editor_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


class SmallApp(App[None]):
    """Notes what it is asked for instead of doing it."""

    def __init__(self) -> None:
        super().__init__()
        self.copied: list[str] = []
        self.suspended = 0

    def copy_to_clipboard(self, text: str) -> None:
        text.encode("utf-8")
        self.copied.append(text)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        self.suspended += 1
        yield


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH, and an environment without a display."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    names = "DISPLAY WAYLAND_DISPLAY SSH_CONNECTION SSH_TTY WSL_DISTRO_NAME VISUAL EDITOR"
    for name in names.split():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return folder


def add_program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def catching(folder: Path) -> str:
    return f'/bin/cat > "{folder}/out"; echo "$@" > "{folder}/arguments"'


def test_without_a_display_the_terminal_is_asked(programs: Path) -> None:
    add_program(programs, "xclip", catching(programs))
    app = SmallApp()
    assert copy_text(app, "“one” two") == "copied 2 words through the terminal"
    assert app.copied == ["“one” two"]
    assert not (programs / "out").exists()


@pytest.mark.parametrize(
    ("variable", "program"),
    [("DISPLAY", "xclip"), ("DISPLAY", "xsel"), ("WAYLAND_DISPLAY", "wl-copy")],
)
def test_with_a_display_its_program_is_used(
    programs: Path, monkeypatch: pytest.MonkeyPatch, variable: str, program: str
) -> None:
    monkeypatch.setenv(variable, ":0")
    add_program(programs, program, catching(programs))
    app = SmallApp()
    assert copy_text(app, "“one”") == "copied 1 word"
    assert (programs / "out").read_text(encoding="utf-8") == "“one”"
    assert app.copied == []


@pytest.mark.parametrize("script", ["exit 1", "exec /bin/sleep 60"])
def test_a_program_that_fails_or_hangs_is_passed_over(
    programs: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("tuireader.tui.clipboard._TIMEOUT", 0.1)
    add_program(programs, "xclip", script)
    assert "through the terminal" in copy_text(SmallApp(), "words")


@pytest.mark.parametrize(("remote", "used"), [("", True), ("10.0.0.1 1 10.0.0.2 22", False)])
def test_the_clipboard_of_a_machine_far_away_is_left_alone(
    programs: Path, monkeypatch: pytest.MonkeyPatch, remote: str, used: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("SSH_CONNECTION", remote)
    add_program(programs, "pbcopy", catching(programs))
    copy_text(SmallApp(), "words")
    assert (programs / "out").exists() is used


def test_windows_takes_utf_16(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
    add_program(programs, "clip.exe", catching(programs))
    copy_text(SmallApp(), "“one”")
    assert (programs / "out").read_bytes().decode("utf-16-le") == "“one”"


def test_lone_surrogates_do_no_harm(programs: Path) -> None:
    app = SmallApp()
    assert copy_text(app, "a \ud800 b") == "copied 3 words through the terminal"
    assert app.copied == ["a ? b"]


def test_what_may_be_too_long_for_a_terminal_is_said(programs: Path) -> None:
    assert "too many" in copy_text(SmallApp(), "word " * 20_000)


@pytest.mark.parametrize(
    ("configured", "environment", "command"),
    [
        ("code --wait", {"EDITOR": "vi"}, ["code", "--wait"]),
        (None, {"VISUAL": "code -n", "EDITOR": "vi"}, ["code", "-n"]),
        (None, {"EDITOR": "'my editor' -x"}, ["my editor", "-x"]),
        (None, {"EDITOR": " "}, ["vi"]),
        (None, {}, ["vi"]),
    ],
)
def test_which_editor_is_meant(
    programs: Path, configured: str | None, environment: dict[str, str], command: list[str]
) -> None:
    for name in ("code", "vi", "my editor"):
        add_program(programs, name, "exit 0")
    assert editor_command(configured, environment) == command


@pytest.mark.parametrize(
    ("configured", "said"),
    [
        (None, "There is no editor."),
        ("nosuch --wait", "There is no editor “nosuch --wait”."),
        ("'open", "makes no sense"),
        ("bad\x1b[2J", "There is no editor “bad␛[2J”."),
        ("''", "There is no editor"),
    ],
)
def test_where_there_is_no_editor_it_is_said(
    programs: Path, configured: str | None, said: str
) -> None:
    app = SmallApp()
    with pytest.raises(TuireaderError) as caught:
        edit_file(app, Path("article.txt"), configured)
    assert said in caught.value.message
    assert "$EDITOR" in caught.value.hint
    assert app.suspended == 0


@pytest.mark.parametrize(("script", "well"), [("exit 0", True), ("exit 1", False)])
def test_the_reader_stands_aside_for_the_editor(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, well: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    add_program(programs, "vi", f'echo "$@" > "{programs}/arguments"; {script}')
    app = SmallApp()
    assert edit_file(app, Path("-odd name.txt")) is well
    assert app.suspended == 1
    given = (programs / "arguments").read_text(encoding="utf-8").strip()
    assert given == str(tmp_path / "-odd name.txt")


def test_an_editor_that_cannot_be_started_is_named(programs: Path) -> None:
    broken = programs / "vi"
    broken.write_bytes(b"\x00not a program")
    broken.chmod(0o755)
    with pytest.raises(TuireaderError, match="can't be started"):
        edit_file(SmallApp(), Path("article.txt"))


async def test_where_the_terminal_cannot_be_given_away_it_is_said(programs: Path) -> None:
    add_program(programs, "vi", "exit 0")
    app: App[None] = App()
    async with app.run_test():
        with pytest.raises(TuireaderError, match="from this terminal"):
            edit_file(app, Path(os.devnull))


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:x", "ftp://a/b", "-x", "", "http://[half/"]
)
def test_only_links_to_the_web_are_opened(
    programs: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("it was opened"))
    assert open_link(SmallApp(), address) == "only links to the web are opened"


def test_a_link_is_opened_where_there_are_windows(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")

    def note(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    assert open_link(SmallApp(), "https://example.org/a") == "opened in your browser"
    assert opened == ["https://example.org/a"]


def test_a_browser_that_is_not_called_right_is_none(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> bool:
        raise ValueError("No closing quotation")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", refuse)
    assert "the address is copied" in open_link(SmallApp(), "https://example.org/a")


@pytest.mark.parametrize("display", ["", ":0"])
def test_where_no_window_can_come_up_the_address_is_copied(
    programs: Path, monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    app = SmallApp()
    assert "the address is copied" in open_link(app, "https://example.org/a")
    assert app.copied == ["https://example.org/a"]


@pytest.mark.parametrize(
    ("environment", "platform", "windows"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "w"}, "linux", True),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, "linux", False),
        ({}, "darwin", True),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", False),
    ],
)
def test_where_windows_can_come_up(
    environment: dict[str, str], platform: str, windows: bool
) -> None:
    assert has_windows(environment, platform) is windows
