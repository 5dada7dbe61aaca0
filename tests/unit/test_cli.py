"""The command line of the reader: which door, what is said when nothing can be opened."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tuireader import __version__, doors
from tuireader.cli import main
from tuireader.errors import PipelineError
from tuireader.export import plain
from tuireader.tui.options import ReaderOptions

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Bridge opens\n\nThe bridge cost $12 million, the mayor said.\n"


TOO_LONG = 300 * "a" + ".txt"
"""No file can have this name; what can't be looked at for want of rights is treated alike."""

PLAIN = """\
Article: Bridge opens
Source: a.txt, 10 words

Paragraph 1, title: Bridge opens
Paragraph 2: The bridge cost $12 million, the mayor said.

Speakers: 1
Speaker 1: the mayor; anonymous; quotations: 1

Quotations: 1
Quotation 1, paragraph 2, the mayor, indirect, “said”: The bridge cost $12 million

Figures: 1
Figure 1, paragraph 2: $12 million; bridge; value 12,000,000 USD; given by the mayor

Claims: 1
Claim 1, paragraph 2, the mayor: The bridge cost $12 million (worth a check: figure, \
worded like checked statements)

Comparisons: 0
"""


@pytest.fixture(autouse=True)
def pipeline(nlp: "Language", monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each test the time of loading it."""
    monkeypatch.setattr(plain, "load_pipeline", lambda name: nlp)


class Terminal(io.TextIOWrapper):
    """A stream that may be a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def written(self) -> str:
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined, no-any-return]


class Surroundings:
    """Where the program runs: what its streams are, and the reader that it would start."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.screen = self.keyboard = True
        self.data = b""
        self.started: list[ReaderOptions] = []
        self.out = self.err = ""
        monkeypatch.setattr(doors, "_start", self._start)
        monkeypatch.setenv("TERM", "xterm-256color")

    def _start(self, options: ReaderOptions) -> int:
        self.started.append(options)
        return 7

    def run(self, *arguments: str) -> int | str | None:
        """Run the program and return its exit code."""
        out, err = Terminal(terminal=self.screen), Terminal(terminal=self.screen)
        self._monkeypatch.setattr(sys, "stdin", Terminal(self.data, terminal=self.keyboard))
        self._monkeypatch.setattr(sys, "stdout", out)
        self._monkeypatch.setattr(sys, "stderr", err)
        try:
            return main(list(arguments))
        except SystemExit as left:
            return left.code
        finally:
            self.out, self.err = out.written, err.written


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    return Surroundings(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two articles and an empty folder."""
    Path(tmp_path, "a.txt").write_text(TEXT)
    Path(tmp_path, "b.md").write_text("# Second\n\n- One item\n")
    Path(tmp_path, "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
class TestOnATerminal:
    """Keyboard and screen are there."""

    def test_a_file_is_read_and_handed_over(self, here: Surroundings) -> None:
        assert here.run("a.txt", "--theme", "mono", "--config", "c.yaml") == 7
        (options,) = here.started
        assert options.article is not None
        assert options.article.source.path == "a.txt"
        assert options == ReaderOptions(
            article=options.article,
            paths=(Path("a.txt"),),
            config_path=Path("c.yaml"),
            theme="mono",
        )

    def test_the_first_of_several_is_shown(self, here: Surroundings) -> None:
        here.run("b.md", "a.txt")
        (options,) = here.started
        assert options.paths == (Path("b.md"), Path("a.txt"))
        assert options.article is not None
        assert options.article.source.path == "b.md"

    def test_a_folder_opens_the_choice(self, here: Surroundings, folder: Path) -> None:
        here.run(str(folder))
        assert here.started == [ReaderOptions(folder=folder)]

    def test_a_folder_among_files_stands_for_its_articles(self, here: Surroundings) -> None:
        here.run("a.txt", ".")
        assert here.started[0].paths == (Path("a.txt"), Path("a.txt"), Path("b.md"))

    def test_no_argument_opens_the_choice_here(self, here: Surroundings, folder: Path) -> None:
        here.run()
        assert here.started == [ReaderOptions(folder=folder)]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["missing.txt"], "missing.txt"),
            (["a.txt", "missing.txt"], "missing.txt"),
            (["empty"], "no articles"),
            (["/dev/null"], "device"),
            (["a.txt", "/dev/null"], "device"),
            (["-", "a.txt"], "together with files"),
            ([TOO_LONG], "too long"),
            (["a.txt", TOO_LONG], "too long"),
            (["--plain", TOO_LONG], "too long"),
            (["--write-config", "--config", TOO_LONG], "too long"),
        ],
    )
    def test_what_cannot_be_opened(
        self, here: Surroundings, arguments: list[str], words: str
    ) -> None:
        assert here.run(*arguments) == 2
        assert here.started == []
        assert words in here.err
        assert here.err.count("\n") == 1
        assert here.out == ""

    @pytest.mark.parametrize(
        "arguments", [["--nonsense"], ["export"], ["export", "--jobs", "0", "a"]]
    )
    def test_wrong_arguments(self, here: Surroundings, arguments: list[str]) -> None:
        assert here.run(*arguments) == 2
        assert here.err.count("\n") == 1
        assert "--help" in here.err

    @pytest.mark.parametrize(
        "arguments",
        [
            ["a.txt", "--x\x1b]2;PWNED\x1b\\"],
            ["export", "a.txt", "--x\x9b31m\n"],
            ["export", "--jobs", "\x1b[2J", "a.txt"],
            ["export", "--format", "\x1b[2J", "a.txt"],
            ["no\x1b]2;PWNED\x07such.txt"],
            ["--config", "\x1b]2;PWNED\x07/c.yaml", "--write-config"],
            ["a\udcff\x1b[31m.txt"],
        ],
    )
    def test_no_argument_acts_on_the_terminal(
        self, here: Surroundings, arguments: list[str]
    ) -> None:
        here.run(*arguments)
        assert (here.out + here.err).removesuffix("\n").isprintable()

    @pytest.mark.skipif(os.name == "nt", reason="there, a folder in use can't be removed")
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ([], "current folder is gone"),
            (["../a.txt"], "current folder is gone"),
            (["export", "../a.txt", "--output", "o.json"], "can't be written"),
        ],
    )
    def test_in_a_folder_that_is_gone(
        self,
        here: Surroundings,
        monkeypatch: pytest.MonkeyPatch,
        arguments: list[str],
        words: str,
    ) -> None:
        monkeypatch.chdir("empty")
        Path.cwd().rmdir()
        assert here.run(*arguments) == 2
        assert here.started == []
        assert words in here.err
        assert here.err.count("\n") == 1


@pytest.mark.usefixtures("folder")
class TestWithoutATerminal:
    """Something reads the output, or gives the input."""

    @pytest.mark.parametrize(("screen", "keyboard"), [(False, True), (True, False)])
    def test_text_and_findings_are_written(
        self, here: Surroundings, screen: bool, keyboard: bool
    ) -> None:
        here.screen, here.keyboard = screen, keyboard
        assert here.run("a.txt") == 0
        assert here.out == PLAIN
        assert here.started == []

    def test_a_screen_is_not_used_if_asked(self, here: Surroundings) -> None:
        assert here.run("--plain", "a.txt") == 0
        assert here.out == PLAIN
        assert here.started == []

    def test_faults_of_the_configuration_are_told(self, here: Surroundings, folder: Path) -> None:
        Path(folder, "c.yaml").write_text("mesure: 60\n")
        assert here.run("--plain", "a.txt", "--config", "c.yaml") == 0
        assert here.out == PLAIN
        assert 'tuireader: c.yaml: there is no setting "mesure". Did you mean' in here.err

    @pytest.mark.parametrize("terminal", ["dumb", "", "unknown"])
    def test_a_terminal_that_cannot_draw(
        self, here: Surroundings, monkeypatch: pytest.MonkeyPatch, terminal: str
    ) -> None:
        monkeypatch.setenv("TERM", terminal)
        assert here.run("a.txt") == 0
        assert here.out == PLAIN

    def test_several_are_written_after_each_other(self, here: Surroundings) -> None:
        here.screen = False
        assert here.run("a.txt", "b.md") == 0
        assert here.out.startswith(f"{PLAIN}\nArticle: Second\n")
        assert "Paragraph 2, item: • One item\n" in here.out

    def test_without_a_pipeline_the_text_is_read_and_the_reason_told(
        self, here: Surroundings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(name: str | None) -> None:
            raise PipelineError("There is no pipeline.", "Install one.")

        monkeypatch.setattr(plain, "load_pipeline", fail)
        here.screen = False
        assert here.run("a.txt", "b.md") == 0
        assert here.out.count("Note: There is no pipeline. Install one.\n") == 2
        assert "Paragraph 2, item: • One item\n" in here.out

    def test_the_text_cannot_act_on_the_terminal(self, here: Surroundings) -> None:
        Path("bad.txt").write_text("Red \x1b[31malert\x1b[0m and a bell\x07.\n")
        here.screen = False
        assert here.run("bad.txt") == 0
        assert "alert" in here.out
        assert not any(control in here.out for control in "\x1b\x07")

    def test_standard_input_is_written(self, here: Surroundings) -> None:
        here.screen = here.keyboard = False
        here.data = TEXT.encode()
        assert here.run("-") == 0
        assert here.out == PLAIN.replace("a.txt", "standard input")

    def test_a_pipe_needs_no_dash(self, here: Surroundings) -> None:
        here.screen = here.keyboard = False
        here.data = TEXT.encode()
        assert here.run() == 0
        assert here.out == PLAIN.replace("a.txt", "standard input")

    def test_no_choice_without_a_screen(self, here: Surroundings) -> None:
        here.screen = False
        assert here.run(".") == 2
        assert "no terminal" in here.err


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "none"])
def test_the_keyboard_is_taken_back_after_a_pipe(
    here: Surroundings, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    opened: list[tuple[int, int]] = []
    here.keyboard = False
    here.data = TEXT.encode()

    def open_terminal(path: str, flags: int) -> int:
        assert path == "/dev/tty"
        if not terminal:
            raise OSError("no such device")
        return 99

    monkeypatch.setattr(os, "open", open_terminal)
    monkeypatch.setattr(os, "dup2", lambda source, target: opened.append((source, target)))
    monkeypatch.setattr(os, "close", lambda number: None)
    code = here.run("-")
    if terminal:
        assert code == 7
        assert opened == [(99, 0)]
        article = here.started[0].article
        assert article is not None
        assert article.source.path == "-"
    else:
        assert code == 0
        assert here.out == PLAIN.replace("a.txt", "standard input")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tuireader {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"]])
def test_help_has_examples(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "examples:" in capsys.readouterr().out


def test_help_is_written_in_any_encoding() -> None:
    command = [sys.executable, "-m", "tuireader", "--help"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert b"curl -s https://\\u2026 | tuireader" in done.stdout


def test_a_configuration_to_start_from(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--write-config"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.is_relative_to(own_home)
    assert path.is_file()
    assert main(["--write-config"]) == 2


class TestAFault:
    """Something in the program breaks that must not."""

    @pytest.fixture(autouse=True)
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(arguments: list[str]) -> int:
            raise KeyError(arguments[0])

        monkeypatch.setattr(doors, "_read", fail)

    def test_is_told_in_a_line_and_written_down(self, here: Surroundings, own_home: Path) -> None:
        assert here.run("secret words") == 70
        (path,) = own_home.rglob("crash-*.txt")
        assert here.err == (
            "tuireader: A fault of the program ended it (KeyError). Where it happened, without "
            f"your article, stands in “{path}”. Please report it.\n"
        )
        report = path.read_text(encoding="utf-8")
        assert "builtins.KeyError" in report
        assert "secret" not in report

    def test_is_told_where_nothing_can_be_written(self, here: Surroundings, own_home: Path) -> None:
        (own_home / "state").write_text("no folder")
        assert here.run("secret words") == 70
        assert "could not be written down" in here.err
        assert here.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["export", "--help"],
        ["--plain", "--version"],
        ["--plain", "a.txt"],
        ["export", "a.txt"],
    ],
)
def test_a_full_disk_is_told_in_a_line(folder: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "tuireader", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "tuireader: The output can't be written: No space left on device.\n"
    )


NOT_READ = "tuireader: Standard input can't be read: Bad file descriptor. Name an article.\n"
NOT_WRITTEN = "tuireader: The output can't be written: Bad file descriptor.\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no shell that closes streams")
@pytest.mark.parametrize(
    ("words", "code", "out", "err"),
    [
        ("- <&-", 2, "", NOT_READ),
        ("--plain a.txt >&-", 2, "", NOT_WRITTEN),
        ("--help >&-", 2, "", NOT_WRITTEN),
        ("--version <&- 2>&-", 0, f"tuireader {__version__}\n", ""),
        ("missing.txt <&- >&- 2>&-", 2, "", ""),
        ("missing.txt 2>/dev/full", 2, "", ""),
    ],
)
def test_streams_that_are_closed(folder: Path, words: str, code: int, out: str, err: str) -> None:
    command = f"{sys.executable} -m tuireader {words}"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=folder, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, out, err)
