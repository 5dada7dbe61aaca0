"""The parent's end of the process that finds the main text of web pages."""

import atexit
import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock, Timer
from typing import Any

from tuireader.article.formats.extraction import receive, send


class ExtractionError(Exception):
    """The process ended, or was ended because it took too long."""


@dataclass(slots=True)
class Extractor:
    """Keeps the process while it is of use; the first page costs its start, later ones don't."""

    seconds: float
    """Time for one page."""

    _process: subprocess.Popen[bytes] | None = None
    _owner: int = 0
    _lock: Lock = field(default_factory=Lock)

    def extract(self, page: str) -> dict[str, Any]:
        """Have the main text of a page found.

        Args:
            page: The page's source.

        Raises:
            ExtractionError: It takes longer than `seconds`, or breaks the process.
        """
        message = page.encode("utf-8", "replace")
        with self._lock:
            reused = self._is_running()
            expired = Event()
            answer = self._ask(message, expired)
            if answer is None and reused and not expired.is_set():
                # It may have ended because nothing was asked of it for long.
                answer = self._ask(message, expired)
        if answer is None:
            raise ExtractionError
        result = json.loads(answer)
        return result if isinstance(result, dict) else {}

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        with suppress(OSError):
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _is_running(self) -> bool:
        """Whether there is a process of ours; a forked child has none."""
        return (
            self._process is not None
            and self._owner == os.getpid()
            and self._process.poll() is None
        )

    def _ask(self, message: bytes, expired: Event) -> bytes | None:
        """Send a page and wait for the answer; `expired` is set if that takes too long."""
        process = self._start()
        assert process.stdin is not None and process.stdout is not None

        def end() -> None:
            expired.set()
            process.kill()

        limit = Timer(self.seconds, end)
        limit.daemon = True
        limit.start()
        answer = None
        try:
            send(process.stdin, message)
            answer = receive(process.stdout)
        except OSError:
            pass
        finally:
            limit.cancel()
            if answer is None:
                self.close()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        """Return the running process, or start it."""
        if self._process is not None and self._is_running():
            return self._process
        self.close()
        # -P keeps a module in the folder of the article from being imported in place of ours.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tuireader.article.formats.extraction"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._owner = os.getpid()
        atexit.register(self.close)
        return self._process
