"""Hours at the reader in a minute: random keys, clicks, sizes, openings and changes of the files.

`TUIREADER_SOAK=7200` lets it go on for two hours instead of `STEPS` steps; what takes two hours at
that pace takes a fifth of them where `TUIREADER_SOAK_QUIET=0.01` has the keys typed faster.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from hostile import PAYLOADS
from terminals import Terminal, assert_terminal_is_as_it_was, reader
from wire import strangers

STEPS = 300
SEED = int(os.environ.get("TUIREADER_SOAK_SEED", "20"))
SECONDS = float(os.environ.get("TUIREADER_SOAK", "0"))
SETTLED = 1000 if SECONDS else 100
"""Steps after which most that fills up once is full, such as what is remembered of styles."""

DIALOGS = ("?", "\x10", "o", "x", "/the\r", "/(a|b)+\r", "3/a\r")
"""Keys that open what only some readers open: it is loaded then, and stays."""

MOST_GROWTH = 20 * 1024 * 1024
LONGEST_FRAME = 0.2 if SECONDS else 0.5
"""Seconds of the processor; on one that other tests use too, the same work takes twice as long."""

QUIET = float(os.environ.get("TUIREADER_SOAK_QUIET", "0.05"))
"""Seconds without output after which the next key is typed; 0.01 makes five hours of one."""
AT_REST = QUIET / 5
"""Seconds of the processor in that time, up to which the program does not work either."""
LOOKS = 40
LARGEST_FILE = 100_000
SAMPLES = Path(__file__).parents[2] / "articles"

KEYS = (
    *("j", "k", " ", "b", "d", "u", "g", "G", "\r", "1", "2", "3", "0", "\t", "\x1b[Z"),
    *("f", "x", "a", "y", "n", "N", "s", "S", "i", "I", "c", "C", "w", "\x7f", "/", "o"),
    *("]", "[", "]", "[", "r", "v", "m", "+", "-", "t", "\x1b", "\x1b", "?", "\x10", "the"),
    *("\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x12", "(a+)+$"),
)
"""What a reader types; nothing that leaves, or gives the terminal to another program."""

SIZES = ((80, 24), (60, 15), (120, 40), (200, 50), (20, 5), (1, 1), (97, 31))


def memory_of(pid: int) -> int:
    """Return the bytes that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def processor_seconds(pid: int) -> float:
    """Return how long the main thread of a process has run, whatever others did meanwhile."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[0]) / 1e9


def state_of(pid: int) -> str:
    """Return what the main thread of a process does: R for work, S for waiting, T for stopped."""
    return Path(f"/proc/{pid}/task/{pid}/stat").read_text().rpartition(")")[2].split()[0]


class WatchedTerminal(Terminal):
    """A terminal that knows how long the program works for a piece of output."""

    _worked = 0.0
    _done: tuple[str, ...] = ()
    longest_frame = 0.0
    """Seconds of the processor, since the watch began."""
    before_longest: tuple[str, ...] = ()
    """What was done last before the longest frame."""

    def begin_to_watch(self) -> None:
        """Forget what was before."""
        self._worked, self.longest_frame = processor_seconds(self.pid), 0.0

    def press(self, keys: str) -> None:
        """Type keys, and keep them in mind."""
        self._done = (*self._done[-9:], keys)
        super().press(keys)

    def resize(self, columns: int, lines: int) -> None:
        """Take another size, and keep it in mind."""
        self._done = (*self._done[-9:], f"{columns}×{lines}")
        super().resize(columns, lines)

    def drain(self, quiet: float = QUIET) -> bool:
        """Read until the program neither writes nor works; tell whether it is still there."""
        for _ in range(LOOKS):
            before = processor_seconds(self.pid)
            if not super().drain(quiet):
                return False
            now, state = processor_seconds(self.pid), state_of(self.pid)
            if state == "T":  # by the palette; what was typed now, the shell would get
                os.kill(self.pid, signal.SIGCONT)
            elif now - before < AT_REST and state != "R":  # the seconds go on in leaps of 10 ms
                self._worked = self._worked and now
                break
        return True

    def _read(self) -> bool:
        there = super()._read()
        if there and self._worked:
            worked = processor_seconds(self.pid)
            if worked - self._worked > self.longest_frame:
                self.longest_frame, self.before_longest = worked - self._worked, self._done
            self._worked = worked
        return there


def look_around(terminal: Terminal, files: int) -> None:
    """Open every article and every dialog once, so that what is loaded for them is no growth."""
    for keys in DIALOGS:
        for key in (keys, "\x1b", "\x1b"):
            terminal.press(key)
            terminal.drain()
    for _ in range(files):
        terminal.press("]")
        terminal.drain()


class Visitor:
    """Does what comes to its mind.

    Args:
        terminal: Where the reader runs.
        files: The articles that it reads, as they are at first.
        seed: What its mind is like.
    """

    def __init__(self, terminal: Terminal, files: Mapping[Path, bytes], *, seed: int) -> None:
        self._terminal = terminal
        self._files = files
        self._random = random.Random(seed)

    def step(self) -> None:
        """Do one thing."""
        at = self._random.random()
        if at < 0.80:
            self._terminal.press(self._random.choice(KEYS))
        elif at < 0.90:
            x, y = self._random.randrange(1, 80), self._random.randrange(1, 24)
            button = self._random.choice((0, 0, 64, 65))
            self._terminal.press(f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m")
        elif at < 0.95:
            self._terminal.resize(*self._random.choice(SIZES))
        else:
            self._change(self._random.choice(sorted(self._files)))

    def _change(self, path: Path) -> None:
        """Let somebody else write to a file, take it away, or bring it back."""
        if not path.exists() or path.stat().st_size > LARGEST_FILE:
            path.write_bytes(self._files[path])
        elif self._random.random() < 0.3:
            path.unlink()
        else:
            with path.open("ab") as stream:
                payload = self._random.choice(sorted(PAYLOADS.values()))
                stream.write(payload.encode("utf-8", "surrogatepass") + b"\n\n")


def leave_by_key(terminal: Terminal) -> None:
    """Close whatever lies over the text, and leave; do nothing if the reader has left."""
    with suppress(OSError):
        terminal.resize(80, 24)
        for _ in range(4):
            terminal.press("\x1b")
            if not terminal.drain():
                return
        terminal.press("\x11")


def laid_out(folder: Path) -> dict[Path, bytes]:
    """Put all samples and hostile files into a folder, and return them."""
    shutil.copytree(SAMPLES, folder)
    for name, payload in PAYLOADS.items():
        text = f"Title {payload}\n\n“We saw 12 {payload},” said Ann Moss.\n"
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "empty.txt").touch()
    return {path: path.read_bytes() for path in folder.iterdir()}


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen from the start of the reader to its end."""

    steps: int
    growth: int = 0
    """Bytes, once it had settled."""
    longest_frame: float = 0.0
    """Seconds of the processor, once it had settled."""
    before_longest: tuple[str, ...] = ()
    """What was done last before the longest frame."""


def visit(
    first: Path, files: Mapping[Path, bytes], *, seed: int, steps: int, until: float
) -> Visit:
    """Read for some steps or until a time, leave, and check the terminal."""
    with WatchedTerminal(reader(first), {"EDITOR": "/no/editor"}, drawn=False) as terminal:
        terminal.wait_for_bytes(b"\x1b[?1049h")
        visitor, seen, before = Visitor(terminal, files, seed=seed), Visit(0), 0
        look_around(terminal, len(files))
        while terminal.drain() and (seen.steps < steps or time.monotonic() < until):
            visitor.step()
            seen = replace(seen, steps=seen.steps + 1)
            if seen.steps == SETTLED:
                before = memory_of(terminal.pid)
                terminal.begin_to_watch()
            elif seen.steps > SETTLED and seen.steps % 50 == 0:
                growth = max(seen.growth, memory_of(terminal.pid) - before)
                seen = replace(
                    seen,
                    growth=growth,
                    longest_frame=terminal.longest_frame,
                    before_longest=terminal.before_longest,
                )
        # Whoever types anything comes upon the command that leaves, too.
        leave_by_key(terminal)
        assert terminal.leave() == 0
        assert_terminal_is_as_it_was(terminal)
        assert strangers(terminal.written, copied=True) == []
    return seen


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="no /proc to look into")
def test_hours_of_reading_leave_no_trace(tmp_path: Path, own_home: Path) -> None:
    files = laid_out(tmp_path / "articles")
    first = tmp_path / "articles" / "missing-prisoners.txt"
    until, visits = time.monotonic() + SECONDS, [Visit(0)]
    while (step := sum(each.steps for each in visits)) < STEPS or time.monotonic() < until:
        first.write_bytes(files[first])
        visits += [visit(first, files, seed=SEED + step, steps=STEPS - step, until=until)]
        print(f"Seed {SEED + step}: {visits[-1]}")  # noqa: T201 - told where a test fails
    assert list(own_home.rglob("crash-*.txt")) == []
    assert max(each.growth for each in visits) < MOST_GROWTH
    assert max(each.longest_frame for each in visits) < LONGEST_FRAME
