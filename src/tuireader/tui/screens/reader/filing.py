"""Opening articles, and reading them again when they change."""

import asyncio
from pathlib import Path

from textual import on, work

from tuireader.article.model import Article
from tuireader.errors import TuireaderError
from tuireader.looking import absolute
from tuireader.session.desk import Desk
from tuireader.storage.watching import FileChange, FileWatch
from tuireader.tui.heap import share_heaps
from tuireader.tui.messages import Furnished
from tuireader.tui.screens.reader.analysing import Analysing

WATCH_EVERY = 1.0
"""Seconds between two looks at the file."""

READ_ON_AFTER = 0.05
"""Seconds after which the first frame of a long file has left, however busy the machine is."""


class Filing(Analysing):
    """The commands that open and read.

    Args:
        article: The article to show first.
        desk: Where articles and findings come from.
        folder: Where to choose one at once, if there is no article to show yet.
    """

    def __init__(self, article: Article, desk: Desk, folder: Path | None = None) -> None:
        super().__init__(article, desk)
        self._folder = folder
        self._watch: FileWatch | None = None
        self._looked_at: FileWatch | None = None

    def on_mount(self) -> None:
        """Begin to analyse and to watch the file once the text is on screen."""
        remembered = self.desk.memory.state.side_bar
        self.begin(side_bar=self.config.side_bar if remembered is None else remembered)
        article = self.session.article
        self.view.go_to_offset(self.desk.place_of(article))
        if not article.is_beginning:
            self._warn_of(article)
        self._watch_file()
        self.set_interval(WATCH_EVERY, self._look_at_file)

    @on(Furnished)
    def _begin_work(self) -> None:
        """Begin when the panels are there: while a process starts, they would be seen to come."""
        share_heaps()
        if self.session.article.is_beginning:
            self.set_timer(READ_ON_AFTER, self.read_on)
        elif self._folder is None:
            self.begin_analysis()
        else:
            self.run_worker(self.desk.warm_up(), group="analysis")
            self.action_open()

    async def on_unmount(self) -> None:
        """Remember the place and let the language service go."""
        self.keep_place()
        await self.desk.memory.settle()
        await self.desk.service.close()

    # Opening

    @property
    def path(self) -> Path | None:
        """The file of the article; None for standard input."""
        source = self.session.article.source.path
        return None if source == "-" else Path(source)

    def keep_place(self) -> None:
        """Remember where the article is left."""
        self.desk.remember(self.session.article, self.view.top_offset, self.session.selected)

    @work(exclusive=True, group="open")
    async def open_path(self, path: Path) -> None:
        """Open another article; one that can't be opened leaves this one alone."""
        await self._open(path)

    async def _open(self, path: Path) -> None:
        try:
            article = await self.desk.read(path)
        except TuireaderError as error:
            self.complain(error)
            return
        self.keep_place()
        self.show_other(article, self.desk.place_of(article))

    def show_other(self, article: Article, offset: int) -> None:
        """Show another article from an offset on."""
        if self.session.search is not None:
            self.close_search()
        self._show(article, offset)

    def _show(self, article: Article, offset: int) -> None:
        self.app.clear_notifications()  # they are about the article before
        for panel in self.panels.values():
            panel.end_filter()
        self.let_collections_see()
        self.session.open(article)
        self.say_state()
        self.view.show_article(article, offset=offset)
        self.show_article()
        self._watch_file()
        self.begin_analysis()
        self._warn_of(article)

    def _warn_of(self, article: Article) -> None:
        for warning in article.warnings:
            self.notify(warning, markup=False)

    def complain(self, error: TuireaderError) -> None:
        """Say in a toast what went wrong."""
        self.notify(str(error), severity="error", timeout=8, markup=False)

    @work(exclusive=True, group="opener")
    async def action_open(self) -> None:
        """Choose another article."""
        from tuireader.tui.screens.opener import OpenerScreen

        here = absolute(self.path).parent if self.path else Path()
        folder = self._folder or here
        path = await self.app.push_screen_wait(
            OpenerScreen([folder], self.desk.memory.state.recents, current=self.path)
        )
        if path is not None:
            self._folder = None
            self.open_path(path)

    def action_next_article(self) -> None:
        """Open the next article of the folder."""
        self._open_neighbour(1)

    def action_previous_article(self) -> None:
        """Open the article of the folder before."""
        self._open_neighbour(-1)

    @work(exclusive=True, group="open")
    async def _open_neighbour(self, step: int) -> None:
        if self.path is None:
            self.say("standard input has no folder")
            return
        try:
            path = await self.desk.neighbour(str(self.path), step)
        except TuireaderError as error:
            self.complain(error)
            return
        if path is None:
            self.say("the only article here")
        else:
            await self._open(path)

    # Reading again

    def action_reload(self) -> None:
        """Read the file again, keeping the place; a long one is read on."""
        if self.session.article.is_beginning:
            self.read_on()
        else:
            self.read_again()

    @work(exclusive=True, group="open")
    async def read_again(self) -> None:
        """Read the file again; where the text has moved, the place moves along."""
        if self.path is None:
            self.say("standard input can’t be read again")
            return
        try:
            article = await self.desk.read(self.path)
        except TuireaderError as error:
            self.complain(error)
            return
        if article.source.sha256 == self.session.article.source.sha256:
            self.say("unchanged")
            return
        if not article.text.strip():
            self.say("the file is empty now; this is what it was")
            return
        await self._show_in_place(article)
        self.say("the file has changed and was read again")

    @work(exclusive=True, group="open")
    async def read_on(self) -> None:
        """Read all of a long file of which the beginning is on screen."""
        assert self.path is not None
        self.tell_finding("reading on")
        self.run_worker(self.desk.warm_up(), group="analysis")
        try:
            article = await self.desk.read(self.path)
        except TuireaderError as error:
            self.tell_finding("only the beginning was read")
            self.complain(error)
            return
        was_at_end = self.view.scroll_offset.y > 0 and self.view.is_vertical_scroll_end
        await self._show_in_place(article)
        if was_at_end:
            self.view.action_go_bottom()

    async def _show_in_place(self, article: Article) -> None:
        """Show another state of the article; place, search and speaker stay."""
        old, offset = self.session.article.text, self.view.top_offset
        if not article.text.startswith(old):
            from tuireader.session.placing import moved_offset

            offset = await asyncio.to_thread(moved_offset, old, article.text, offset)
        search, followed = self.session.search, self._followed_name
        self._show(article, offset)
        self._follow_again = followed
        if search is not None:
            self.search_again(search)

    def _watch_file(self) -> None:
        self._watch = FileWatch(self.path) if self.path else None

    def _look_at_file(self) -> None:
        watch = self._watch
        if watch is None or watch is self._looked_at or not self.config.reload_changed:
            return
        if self._is_opening:
            return  # to read this one again would end that
        self._looked_at = watch
        self.run_worker(self._look_beside(watch), group="watch")

    @property
    def _is_opening(self) -> bool:
        return any(w.group == "open" and not w.is_finished for w in self.workers)

    async def _look_beside(self, watch: FileWatch) -> None:
        """Look at the file beside the screen: a disk that is far away may not answer."""
        change = await asyncio.to_thread(watch.poll)
        if watch is not self._watch:
            return
        self._looked_at = None
        if change is FileChange.CHANGED:
            self.read_again()
        elif change is FileChange.VANISHED:
            self.notify(
                "The file is gone; you go on reading what was read.",
                severity="warning",
                markup=False,
            )

    def action_edit(self) -> None:
        """Open the file in the reader's editor and read it again after."""
        if self.path is None:
            self.say("standard input can’t be edited")
            return
        from tuireader.tui.editor import edit_file

        try:
            edit_file(self.app, self.path, self.config.editor)
        except TuireaderError as error:
            self.complain(error)
            return
        self.read_again()
