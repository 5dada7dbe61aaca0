"""The opener: find an article by a few letters, or walk the folders to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from tuireader.article.loading import MAX_BYTES
from tuireader.looking import is_file, is_folder
from tuireader.session.wording import count
from tuireader.storage.state import Recent
from tuireader.tui.opening.candidates import (
    Candidate,
    Listing,
    list_folder,
    list_offers,
    short_path,
)
from tuireader.tui.opening.previewing import Preview, load_preview
from tuireader.tui.opening.typed import Typed, complete, typed_path, understand
from tuireader.tui.widgets.key_hints import key_hints
from tuireader.tui.widgets.offer_list import OfferList
from tuireader.tui.widgets.preview_pane import PreviewPane
from tuireader.tui.widgets.row_list import RowList

_PREVIEWS_KEPT = 64
_TITLES_AHEAD = 200
_MAX_BYTES_AHEAD = 200_000
_QUICK_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_NO_ARTICLES = "No articles here: .txt .md .html"
_LOOKS, _PREVIEWS = "looks", "previews"
_HINTS = (("↵", "open"), ("Tab", "complete"), ("Esc", "close"), ("~ / ..", "walk folders"))


class OpenerScreen(ModalScreen[Path | None]):
    """One line to type in, what answers it below, and a look into the chosen article.

    It is dismissed with the path of the article, or with None. Disk is only touched in threads;
    an answer that came too late is known by its serial number or its path and left alone.
    """

    CSS_PATH = "../styles/opener.tcss"
    AUTO_FOCUS = "#opener-line"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 mypy wants it plain
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("tab", "complete", "Complete", show=False),
        Binding("down", "row('down')", "Next row", show=False),
        Binding("up", "row('up')", "Previous row", show=False),
        Binding("pagedown", "row('page_down')", "Next rows", show=False),
        Binding("pageup", "row('page_up')", "Previous rows", show=False),
    ]

    line = getters.query_one("#opener-line", Input)
    offers = getters.query_one("#opener-offers", OfferList)
    pane = getters.query_one("#opener-preview", PreviewPane)

    @dataclass
    class Listed(Message):
        """A folder was looked at."""

        serial: int
        """Which look it was."""

        listing: Listing
        """What was found."""

    @dataclass
    class Previewed(Message):
        """An article was read for its preview."""

        preview: Preview
        """What was read."""

        ahead: bool
        """Whether it was read for its title only, and given up if it is large."""

    def __init__(
        self,
        folders: Sequence[Path],
        recents: Sequence[Recent] = (),
        *,
        current: Path | None = None,
    ) -> None:
        """Prepare the opener.

        Args:
            folders: The folders whose articles are offered; paths are relative to the first.
            recents: The articles that were opened, newest first.
            current: The article that is open: the cursor starts on it.
        """
        super().__init__()
        self._folders = tuple(folders) or (Path.cwd(),)
        self._recents = tuple(recents)
        self._current = current
        self._typed = Typed(None, "", "")
        self._problem = ""
        self._looking = False
        self._serial = 0
        self._previews: LRUCache[Path, Preview] = LRUCache(_PREVIEWS_KEPT)
        self._reading: Path | None = None
        self._read_ahead: set[Path] = set()

    def compose(self) -> ComposeResult:
        """Lay out the line, the list and the preview."""
        with Vertical(id="opener"):
            with Horizontal(id="opener-head"):
                yield Static("Open an article", id="opener-title")
                yield Static(id="opener-place")
            yield Input(
                placeholder="letters of a name or title, or a path", compact=True, id="opener-line"
            )
            with Horizontal(id="opener-body"):
                yield OfferList(id="opener-offers")
                yield PreviewPane(id="opener-preview")
            yield Static(key_hints(_HINTS), id="opener-hints")

    def on_mount(self) -> None:
        """Look at the folders."""
        self._look()

    def action_close(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)

    def action_row(self, where: str) -> None:
        """Move the cursor of the list while the line keeps the focus."""
        moves = {
            "down": self.offers.action_list_down,
            "up": self.offers.action_list_up,
            "page_down": self.offers.action_list_page_down,
            "page_up": self.offers.action_list_page_up,
        }
        moves[where]()

    def action_complete(self) -> None:
        """Complete the line."""
        completed = complete(self._typed, self.offers.shown(), self.offers.candidate)
        if completed is not None:
            self._retype(completed)

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        event.stop()
        before, self._typed = self._typed, understand(event.value, self._folders[0])
        if self._typed.folder != before.folder:
            self._look()
        elif not self._looking:
            self.offers.search(self._typed.words)
            self._tell_matches()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        path = typed_path(self._typed, self._folders[0])
        names_it = self._typed.words.strip() and (self._typed.folder or not self.offers.row_count)
        if names_it and is_file(path):
            self.dismiss(path)
        elif self.offers.candidate:
            self._take(self.offers.candidate)
        elif names_it and is_folder(path):
            self._retype(f"{self._typed.prefix}{self._typed.words.strip()}/")
        elif names_it:
            self.dismiss(path)  # whoever opens it says why it can't be

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._take(self.offers.candidate_at(event.index))

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._preview()

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if event.serial != self._serial or not self.children:  # it is being taken down
            return
        self._looking = False
        self._problem = event.listing.problem
        if self._problem and event.listing.candidates:
            self.notify(self._problem, severity="warning", markup=False)
        self.offers.offer(event.listing.candidates, self._typed.words)
        if self._current and not self._typed.words:
            self.offers.select_path(self._current)
        self._tell_matches()

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        if not self.children:  # it is being taken down
            return
        preview = event.preview
        self._reading = None
        if not (event.ahead and preview.problem):
            self._previews[preview.path] = preview
        if preview.title:
            self.offers.learn_title(preview.path, preview.title)
        self._preview()

    @on(Worker.StateChanged)
    def _worker_failed(self, event: Worker.StateChanged) -> None:
        """Tell where the program itself failed, and go on."""
        if event.state is not WorkerState.ERROR:
            return
        reason = type(event.worker.error).__name__
        if event.worker.group == _LOOKS:
            listing = Listing(problem=f"This folder can't be listed ({reason}).")
            self.post_message(self.Listed(self._serial, listing))
        elif event.worker.group == _PREVIEWS and self._reading:
            preview = Preview(self._reading, problem=f"This article can't be read ({reason}).")
            self.post_message(self.Previewed(preview, ahead=False))

    def _take(self, candidate: Candidate) -> None:
        if not candidate.is_folder:
            self.dismiss(candidate.path)
            return
        completed = complete(self._typed, (), candidate)
        if completed is None:
            self.pane.show(Preview(candidate.path, problem="Its name can't be typed."))
        else:
            self._retype(completed)

    def _retype(self, text: str) -> None:
        self.line.value = text
        self.line.cursor_position = len(text)

    def _look(self) -> None:
        self._serial += 1
        self._looking = True
        self.offers.offer((), "")
        self.offers.empty_text = "Looking …"
        self._tell_place("")
        self._look_in_thread(self._serial, self._typed.folder)

    @work(thread=True, group=_LOOKS, exit_on_error=False, description="Looking for articles")
    def _look_in_thread(self, serial: int, folder: Path | None) -> None:
        listing = list_folder(folder) if folder else list_offers(self._folders, self._recents)
        self.post_message(self.Listed(serial, listing))

    def _tell_matches(self) -> None:
        """Tell what the line found, and show the best of it."""
        self.offers.empty_text = self._nothing()
        shown, there = self.offers.row_count, self.offers.candidate_count
        recents = self.offers.recent_count
        total = count(there - recents, "article") + (f", {recents:,} recent" if recents else "")
        summary = f"{shown:,} of {total}" if shown < there else total
        self._tell_place(summary if there and not self._typed.folder else "")
        self._preview()

    def _nothing(self) -> str:
        if self._problem:
            return self._problem
        return "Nothing matches." if self.offers.candidate_count else _NO_ARTICLES

    def _tell_place(self, summary: str) -> None:
        folder = self._typed.folder or self._folders[0]
        parts = [short_path(folder)]
        if not self._typed.folder and len(self._folders) > 1:
            parts = [f"{len(self._folders)} folders"]
        place = " · ".join([*parts, summary] if summary else parts)
        self.query_one("#opener-place", Static).update(Content(place))

    def _preview(self) -> None:
        """Show the chosen article; read it first if need be, one file at a time."""
        candidate = self.offers.candidate
        wanted = None
        if candidate is None or candidate.is_folder:
            self.pane.show(None)
        elif preview := self._previews.get(candidate.path):
            self.pane.show(preview)
        else:
            wanted = candidate.path
        if self._reading is None and (path := wanted or self._untitled()):
            self._reading = path
            self._read_in_thread(path, ahead=wanted is None)

    def _untitled(self) -> Path | None:
        """Choose an article to read ahead, so that its title is shown and can be searched."""
        for candidate in islice(self.offers.shown(), _TITLES_AHEAD):
            path = candidate.path
            quick = not candidate.is_folder and path.suffix.lower() in _QUICK_SUFFIXES
            if quick and not candidate.title and path not in self._read_ahead:
                self._read_ahead.add(path)
                return path
        return None

    @work(thread=True, group=_PREVIEWS, exit_on_error=False, description="Reading a preview")
    def _read_in_thread(self, path: Path, *, ahead: bool) -> None:
        preview = load_preview(path, _MAX_BYTES_AHEAD if ahead else MAX_BYTES)
        self.post_message(self.Previewed(preview, ahead))
