"""Findings of articles that were read before, so that they are there at once the next time."""

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tuireader.analysis.model import Analysis
from tuireader.analysis.pipelines import DEFAULT_PIPELINE
from tuireader.analysis.soundness import check_sound
from tuireader.article.model import Article
from tuireader.looking import open_regular
from tuireader.storage.analysis_lines import from_lines, to_lines
from tuireader.storage.atomic import write_atomic
from tuireader.storage.paths import cache_dir

MOST_BYTES = 64 * 1024 * 1024
"""What the cache may take on disk: some thousands of articles."""

_MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes of the findings of one article; those of a million words are a hundred million."""

_HASHED = 1 << 16
"""Characters that are hashed at a time."""

_SUFFIX = ".json.gz"
_COMPRESSION = 5  # a third of the time of the highest level for a twentieth more bytes
_ENGINE_FILES = (".py", ".yaml", ".json")
_VERSION_FILES = ("about.py", "meta.json")


class AnalysisCache:
    """Analyses on disk, by the text that they belong to and by the engine that made them.

    Nothing in it can fail: what can't be read is not there, what can't be written is let go.

    Args:
        pipeline: Name of the language pipeline; the default one when None.
        folder: Where they are kept; the usual place when None.
        most_bytes: What they may take together; the ones not used for longest go first.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        *,
        folder: Path | None = None,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._pipeline = pipeline or DEFAULT_PIPELINE
        self._folder = folder or cache_dir() / "analyses"
        self._most_bytes = most_bytes

    def load(self, article: Article) -> Analysis | None:
        """Return the analysis of an article, or None if there is none that can be read."""
        path = self._path(article)
        try:
            with open_regular(path) as packed, gzip.open(packed) as file:
                analysis = from_lines(_bounded(file))
            check_sound(analysis, len(article.text))
        except FileNotFoundError:
            return None
        except (OSError, EOFError, ValueError, RecursionError, zlib.error):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return analysis

    def save(self, article: Article, analysis: Analysis) -> None:
        """Keep the analysis of an article, and drop old ones if there is no room."""
        lines = "\n".join(to_lines(analysis))
        data = gzip.compress(lines.encode("ascii"), _COMPRESSION, mtime=0)
        if len(data) > self._most_bytes:
            return
        with suppress(OSError):
            write_atomic(self._path(article), data)
            self._make_room()

    def _path(self, article: Article) -> Path:
        digest = sha256(engine_fingerprint(self._pipeline).encode("ascii"))
        for start in range(0, len(article.text), _HASHED):
            part = article.text[start : start + _HASHED]
            digest.update(part.encode("utf-8", "surrogatepass"))
        for p in article.paragraphs:
            facts = f"\0{p.start} {p.end} {p.kind} {p.level} {p.marker}"
            digest.update(facts.encode("utf-8", "surrogatepass"))
        return self._folder / f"{digest.hexdigest()}{_SUFFIX}"

    def _make_room(self) -> None:
        kept = [(path.stat(), path) for path in self._folder.glob(f"*{_SUFFIX}")]
        kept.sort(key=lambda entry: entry[0].st_mtime)
        total = sum(status.st_size for status, _ in kept)
        for status, path in kept:
            if total <= self._most_bytes:
                return
            path.unlink(missing_ok=True)
            total -= status.st_size


def _bounded(file: gzip.GzipFile) -> Iterator[bytes]:
    """Yield the lines of a file, but not without end: a few kilobytes can stand for gigabytes."""
    left = _MOST_UNPACKED
    while line := file.readline(left):
        left -= len(line)
        if not left:
            raise ValueError("too large")
        yield line


@cache
def engine_fingerprint(pipeline: str) -> str:
    """Return a hash of all that findings depend on beside the text.

    It covers the pipeline, spaCy, and all code, lexicons and weights that articles are read and
    analysed with; the files by size and time of change, as Python itself knows compiled code.

    Args:
        pipeline: Name or path of the language pipeline.
    """
    digest = sha256(pipeline.encode("utf-8", "surrogatepass"))
    engine = Path(__file__).parent.parent
    folders = [_folder_of(pipeline), _folder_of("spacy")]
    files = [folder / name for folder in folders for name in _VERSION_FILES]
    for folder in (engine / "analysis", engine / "article"):
        files += sorted(path for path in folder.rglob("*") if path.suffix in _ENGINE_FILES)
    for file in files:
        with suppress(OSError):
            status = file.stat()
            stamp = f"\0{file.name} {status.st_size} {status.st_mtime_ns}"
            digest.update(stamp.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _folder_of(package: str) -> Path:
    """Return where a package is, without importing it; or a pipeline that is no package."""
    spec = None
    with suppress(ImportError, ValueError):
        spec = find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else Path(package)
