"""Having the article analysed, and telling how far that is."""

import gc
from collections.abc import Mapping
from time import monotonic

from textual import on, work
from textual.timer import Timer

from tuireader.article.model import Article
from tuireader.errors import PipelineError
from tuireader.session.desk import Desk
from tuireader.session.kinds import Kind
from tuireader.session.wording import plain
from tuireader.tui.messages import ReadingMoved
from tuireader.tui.screens.reader.searching import Searching

LOOK_AFTER = 0.25
"""Seconds that the reader rests on a page before the analysis is told of it: whoever leafs through
the text waits for no findings."""

MANY_FINDINGS = 5_000
"""Findings from which on the garbage collector is kept from them."""

NOTHING_FOUND = {
    Kind.SPEAKER: "nobody is quoted",
    Kind.FIGURE: "no figures",
    Kind.CLAIM: "no claims",
}

SEE_NOTE = "none: see the note below"
"""What an empty panel says where the analysis has something to say about itself."""


class Analysing(Searching):
    """Shows findings as they come, those on screen first.

    Args:
        article: The article to show first.
        desk: Where findings come from.
    """

    def __init__(self, article: Article, desk: Desk) -> None:
        super().__init__(article, desk.config)
        self.desk = desk
        self._finding = ""
        self._follow_again: str | None = None
        self._under_way: Article | None = None
        self._look: Timer | None = None
        self._has_frozen = False

    def begin_analysis(self) -> None:
        """Have the article analysed; an analysis that is under way is given up."""
        self._analyse(self.session.article)

    @work(exclusive=True, group="analysis")
    async def _analyse(self, article: Article) -> None:
        begin, shown = monotonic(), None
        self._under_way = article
        self.tell_finding("analysing")
        self._say_in_empty_panels(dict.fromkeys(Kind, "looking …"))
        try:
            async for update in self.desk.analyse(article, self.view.top_offset):
                if article is not self.session.article:
                    return
                if update.again:
                    self.say("the analysis stopped and began again")
                elif update.analysis is not shown:
                    shown = update.analysis
                    self.session.take(shown)
                    self.show_findings()
                    self._spare_collections()
                if update.done:  # told at once: the findings are still to be put into the cache
                    self._tell_done(monotonic() - begin)
                else:
                    self.tell_finding(f"analysing {update.fraction:.0%}")
        except PipelineError as error:
            self.tell_finding("reading without findings")
            self.tell_no_pipeline(error)
        finally:
            if self._under_way is article:  # not when another is analysed by now
                self._under_way = None

    def _tell_done(self, seconds: float) -> None:
        """Say that all was looked at, and what there is to say about it."""
        self.tell_finding(f"analysed in {seconds:.1f} s" if seconds >= 0.1 else "analysed")
        notes = self.session.findings.analysis.notes
        self._say_in_empty_panels(dict.fromkeys(Kind, SEE_NOTE) if notes else NOTHING_FOUND)
        self._resume_following()
        for note in notes:
            self.notify(note, markup=False)

    def _spare_collections(self) -> None:
        """Take the findings of a book out of the garbage collector's sight.

        They are a million objects; to walk through them at every collection would be seen as a
        pause of a fifth of a second.
        """
        found = self.session.findings.analysis
        if len(found.figures) + len(found.claims) >= MANY_FINDINGS:
            gc.freeze()
            self._has_frozen = True

    def let_collections_see(self) -> None:
        """Let the collector have what the article before has left."""
        if self._has_frozen:
            self._has_frozen = False
            gc.unfreeze()

    @on(ReadingMoved)
    def _look_there(self) -> None:
        """Have what the reader goes to analysed next."""
        if self._look is not None:
            self._look.reset()
        elif self._under_way is not None:
            self._look = self.set_timer(LOOK_AFTER, self._tell_look)

    async def _tell_look(self) -> None:
        self._look = None
        await self.desk.service.look_at(self.view.top_offset)

    def _resume_following(self) -> None:
        """Follow again, after the file was read again, whom the reader followed."""
        name, self._follow_again = self._follow_again, None
        speakers = self.session.findings.analysis.speakers
        again = next((s.id for s in speakers if name and plain(s.name) == name), None)
        if again is not None:
            self.follow(again)

    def _say_in_empty_panels(self, texts: Mapping[Kind, str]) -> None:
        for kind, text in texts.items():
            self.panels[kind].rows.empty_text = f" {text}"

    def tell_no_pipeline(self, error: PipelineError) -> None:
        """Say in the inspector why there are no findings, and what to do."""
        self._say_in_empty_panels(dict.fromkeys(Kind, "no findings"))
        self.inspector.tell(error.message, [error.hint])

    def tell_finding(self, state: str) -> None:
        """Say how far the analysis is."""
        self._finding = state
        if self._remark is None:
            self.say_state()

    @property
    def state(self) -> str:
        """What goes on: following, analysing, an encoding that is not UTF-8."""
        parts = []
        if self._followed_name:
            parts.append(f"following {self._followed_name}, Esc ends it")
        parts.append(self._finding)
        encoding = self.session.article.source.encoding
        if encoding.lower().replace("_", "-") not in ("utf-8", "ascii"):
            parts.append(encoding)
        return " · ".join(part for part in parts if part)

    @property
    def _followed_name(self) -> str | None:
        if self.session.followed is None:
            return None
        followed = self.session.findings.speakers.get(self.session.followed)
        return plain(followed.name) if followed else None
