"""Going to the links of the text, seeing where they lead, opening one in a browser."""

from bisect import bisect_right

from tuireader.article.model import Inline, InlineStyle, Span
from tuireader.tui.reading.marks import Layer, Look, marks_of
from tuireader.tui.screens.reader.walking import Walking


class Linking(Walking):
    """The commands of links; nothing is opened but on the reader's key."""

    _link: Inline | None = None

    def action_next_link(self) -> None:
        """Go to the next link and show where it leads."""
        links = self._links()
        if not links:
            self.say("no links in this text")
            return
        after = self._link.start if self._link in links else self.view.top_offset - 1
        at = bisect_right([link.start for link in links], after) % len(links)
        self.session.jumps.leave(self.place)
        self.say_round(links[at].start <= after, 1)
        self._show_link(links[at], at + 1, len(links))

    def action_open_link(self) -> None:
        """Open the link that was gone to in a browser."""
        if self._link is None or self._link.target is None:
            self.say("go to a link first")
            return
        from tuireader.tui.browser import open_link

        self.say(open_link(self.app, self._link.target))

    def _links(self) -> list[Inline]:
        inlines = self.session.article.inlines
        return [i for i in inlines if i.style is InlineStyle.LINK and i.target]

    def _show_link(self, link: Inline, number: int, total: int) -> None:
        self.session.select_passage(None)
        self.show_passage()
        self._link = link
        self.view.show_marks(Layer.LIT, marks_of([Span(link.start, link.end)], Look.LIT))
        self.view.scroll_to_offset(link.start)
        self.inspector.tell(f"link {number:,} of {total:,}", [link.target or ""])
        if self.is_drawer:  # which has the inspector in it
            self.say(link.target or "")

    def show_passage(self) -> None:
        """Light the selected passage; a link is no longer gone to then."""
        self._link = None
        super().show_passage()
