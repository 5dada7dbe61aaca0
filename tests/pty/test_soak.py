"""Hours at the reader in a minute: random keys, clicks, sizes, openings and changes of the files.

`TUIREADER_SOAK=7200` lets it go on for two hours instead of `STEPS` steps.
"""

import os
import random
import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest

from hostile import PAYLOADS
from terminals import Terminal, assert_terminal_is_as_it_was, reader
from wire import strangers

STEPS = 300
SEED = int(os.environ.get("TUIREADER_SOAK_SEED", "20"))
SECONDS = float(os.environ.get("TUIREADER_SOAK", "0"))
SETTLED = 100
"""Steps after which every article was loaded once."""

MOST_GROWTH = 20 * 1024 * 1024
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


class Visitor:
    """Does what comes to its mind.

    Args:
        terminal: Where the reader runs.
        folder: The articles that it reads.
        seed: What its mind is like.
    """

    def __init__(self, terminal: Terminal, folder: Path, *, seed: int) -> None:
        self._terminal = terminal
        self._files = sorted(folder.iterdir())
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
            self._change(self._random.choice(self._files))

    def _change(self, path: Path) -> None:
        """Let somebody else write to a file, or take it away."""
        if not path.exists():
            path.write_text("It came back.\n\n“It is here,” said Ann Moss.\n", encoding="utf-8")
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


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to see memory in")
def test_hours_of_reading_leave_no_trace(tmp_path: Path, own_home: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(SAMPLES, folder)
    for name, payload in PAYLOADS.items():
        data = f"Title {payload}\n\n“We saw 12 {payload},” said Ann Moss.\n".encode(
            "utf-8", "surrogatepass"
        )
        (folder / f"{name}.txt").write_bytes(data)
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "empty.txt").touch()
    first = folder / "missing-prisoners.txt"
    until, step, growth = time.monotonic() + SECONDS, 0, 0
    while step < STEPS or time.monotonic() < until:
        with Terminal(reader(first), {"EDITOR": "/no/editor"}, drawn=False) as terminal:
            terminal.wait_for_bytes(b"\x1b[?1049h")
            visitor, before, here = Visitor(terminal, folder, seed=SEED + step), 0, 0
            visitor.step()
            while terminal.drain() and (step < STEPS or time.monotonic() < until):
                visitor.step()
                step, here = step + 1, here + 1
                if here == SETTLED:
                    before = memory_of(terminal.pid)
                elif here > SETTLED and here % 50 == 0:
                    growth = max(growth, memory_of(terminal.pid) - before)
            # Whoever types anything comes upon the command that leaves, too.
            leave_by_key(terminal)
            assert terminal.leave() == 0
            assert_terminal_is_as_it_was(terminal)
            assert strangers(terminal.written, copied=True) == []
    assert list(own_home.rglob("crash-*.txt")) == []
    assert growth < MOST_GROWTH
