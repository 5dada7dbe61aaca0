"""Searching the text."""

from typing import TYPE_CHECKING

from textual import on

from tuireader.article.model import Span
from tuireader.tui.messages import SearchChanged, SearchClosed, SearchStepped
from tuireader.tui.reading.marking import current_hit_marks, hit_marks
from tuireader.tui.reading.marks import Layer
from tuireader.tui.screens.reader.linking import Linking

if TYPE_CHECKING:
    from tuireader.session.search import Search


class Searching(Linking):
    """The commands that search; n and N belong to the search while it is on."""

    _search_start = 0

    def action_search(self) -> None:
        """Let the reader type what to search, from the first line on screen on."""
        self._search_start = self.view.top_offset
        self.search_bar.open()
        if self.session.search is None and self.search_bar.pattern:
            self._search(self.search_bar.pattern, self.search_bar.regex)

    def search_again(self, search: "Search") -> None:
        """Search the present text for what was searched in the one before."""
        self._search_start = self.view.top_offset
        self.search_bar.show()
        self._search(search.pattern, search.regex)

    @on(SearchChanged)
    def _search_changed(self, event: SearchChanged) -> None:
        event.stop()
        if self.search_bar.display:
            self._search(event.pattern, event.regex)

    def _search(self, pattern: str, is_regex: bool) -> None:
        self.session.find(pattern, is_regex=is_regex, start=self._search_start)
        self._show_hits()
        self._show_search()

    @on(SearchStepped)
    def _search_stepped(self, event: SearchStepped) -> None:
        event.stop()
        if event.step:
            self.step(event.step)
        elif self.session.search is None or not self.session.search.pattern:
            self.close_search()
        else:
            self.set_focus(self.view)

    @on(SearchClosed)
    def _search_closed(self, event: SearchClosed) -> None:
        event.stop()
        self.close_search()

    def close_search(self) -> None:
        """Put the hits out and the search line away."""
        self.session.search = None
        self.search_bar.display = False
        self._show_hits()
        self._show_current_hit()
        self.set_focus(self.view)

    def step(self, step: int) -> None:
        """Go to another hit while a search is on, else to another passage."""
        if self.session.search is None:
            super().step(step)
        else:
            before = self.session.search.current
            if self.session.step_hit(step) is not None:
                self._show_search()
                self.say_round((self.session.search.current - before) * step < 0, step)

    def _show_search(self) -> None:
        search = self.session.search
        assert search is not None
        self._show_current_hit()
        self.search_bar.tell(_result(search), error=search.error is not None)
        if search.hit is not None:
            self._leave_for(search.hit)

    def _show_hits(self) -> None:
        self.view.show_marks(Layer.HITS, hit_marks(self.session.search))

    def _show_current_hit(self) -> None:
        self.view.show_marks(Layer.CURRENT_HIT, current_hit_marks(self.session.search))

    def _leave_for(self, hit: Span) -> None:
        before = self.place
        self.view.scroll_to_offset(hit.start)
        if self.view.top_offset != before.offset:
            self.session.jumps.leave(before)


def _result(search: "Search") -> str:
    if search.error:
        return search.error
    if not search.pattern:
        return ""
    if not search.hits:
        return "not found"
    return f"{search.current + 1:,} of {len(search.hits):,}"
