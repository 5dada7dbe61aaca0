"""The parts of the reader's screen, and how they show the session."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset
from textual.timer import Timer
from textual.widget import Widget

from tuireader.article.model import Article
from tuireader.session import Session
from tuireader.session.kinds import Kind, kind_of
from tuireader.session.session import Place
from tuireader.session.showing import Passage
from tuireader.session.wording import count, credit, plain, word_count
from tuireader.storage.config import Config
from tuireader.tui.commands import Scope, bindings
from tuireader.tui.messages import CommandInvoked, Furnished, ReadingMoved
from tuireader.tui.reading import marking
from tuireader.tui.reading.marks import Layer
from tuireader.tui.screens.reader.arranging import ArrangedScreen
from tuireader.tui.screens.reader.footer import FILTER_KEYS, SEARCH_KEYS, keys_of
from tuireader.tui.theme import STYLES
from tuireader.tui.widgets.article_view import ArticleView
from tuireader.tui.widgets.bars import Inspector, StatusBar, TitleBar
from tuireader.tui.widgets.filter_line import FilterLine
from tuireader.tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tuireader.session.describing import Describer
    from tuireader.tui.widgets.findings_panel import FindingsPanel

WORDS_A_MINUTE = 230
"""How fast people read silently: Brysbaert (2019) found 238 for non-fiction."""

LONG_READ = 120
"""Minutes from which on reading time is told in hours."""

SAY_FOR = 4.0
"""Seconds that a remark stays in the status line."""

PANELS = (
    (Kind.SPEAKER, "Speakers", "1"),
    (Kind.FIGURE, "Figures", "2"),
    (Kind.CLAIM, "Claims", "3"),
)


class ReaderFrame(ArrangedScreen):
    """Lays out the parts and shows the session in them; the actions stand in its children.

    Args:
        article: The article to show first.
        config: The reader's settings.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.MAIN)]
    AUTO_FOCUS = "ArticleView"

    _describer: "Describer"

    def __init__(self, article: Article, config: Config) -> None:
        super().__init__()
        self.session = Session(article)
        self.config = config
        self.view = ArticleView(article, measure=config.measure, widget_id="text")
        self._side = Vertical(id="side")
        self.inspector = Inspector(id="inspector")
        self.search_bar = SearchBar()
        self.title_bar = TitleBar()
        self.status_bar = StatusBar()
        self._shown_passage: Passage | None = None
        self._words = 0
        self._remark: Timer | None = None

    @cached_property
    def panels(self) -> "dict[Kind, FindingsPanel]":
        """The panels; the first frame does without them."""
        from tuireader.tui.widgets.findings_panel import FindingsPanel

        panels = {kind: FindingsPanel(kind, title, key) for kind, title, key in PANELS}
        panels[Kind.SPEAKER].add_class("-open")
        return panels

    def placed_parts(self) -> Sequence[Widget]:
        """Return what another size or the way of the side bar places anew, once it is there."""
        side = self._side
        return (self.title_bar, side, *side.children) if side.is_attached else ()

    def compose(self) -> ComposeResult:
        """Text at the left, room for the findings at the right, bars above and below."""
        # Whatever is arranged before the parts are there is not arranged for each of them again.
        self.place_for(self.app.size)
        if self.app.app_focus:
            # It is about to get the focus; told before, it does not get its styles twice.
            self.view.set_reactive(ArticleView.has_focus, True)
        yield self.title_bar
        with Horizontal(id="desk"):
            yield self.view
            yield self._side
        yield self.search_bar
        yield self.status_bar

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the parts the styles that they got when they were made, the first time."""
        if not self.stack_updates:
            event.refresh_styles = False

    def begin(self, *, side_bar: bool) -> None:
        """Show the article; panels and findings come later.

        Args:
            side_bar: Whether there is to be one.
        """
        self.search_bar.display = False
        self.app.app_resume_signal.subscribe(self, self._come_back)
        self.place_parts({"-no-side": not side_bar})
        self._show_title()
        # Behind the messages that bring the first frame, but not behind all that is done after it.
        self.call_later(self._furnish)

    async def _furnish(self) -> None:
        """Put in what the first frame does without, so that the text comes a little sooner."""
        if self._side.is_attached:  # and not on its way out already
            self.app.stylesheet.read(STYLES / "findings.tcss")
            self.app.stylesheet.parse()  # else the rules in force stay the old ones (8.2.8)
            self.show_findings()
            await self._side.mount(*self.panels.values(), self.inspector)
            self.search_bar.prepare()
            self.post_message(Furnished())

    def _come_back(self, _app: App[Any]) -> None:
        """Draw everything anew after the shell had the terminal."""
        self.call_later(self.refresh, layout=True)

    # Showing the session

    def show_article(self) -> None:
        """Show title, length and empty panels of the article of the session."""
        self._show_title()
        self.show_findings()

    def _show_title(self) -> None:
        article = self.session.article
        self.title_bar.title = plain(article.title or Path(article.source.path).name)
        self._words = word_count(article.text)
        self.title_bar.credit = credit(article)

    def show_findings(self) -> None:
        """Show in panels and text what was found so far."""
        from tuireader.session.describing import Describer

        self._describer = Describer(self.session.article, self.session.findings)
        self.show_rows()
        self.show_marks()
        self.show_passage()
        self._show_reading(self.view.top_offset, self.view.bottom_offset)

    def show_rows(self) -> None:
        """Show the rows of the panels."""
        for kind, panel in self.panels.items():
            shown = self.session.shown(kind)
            panel.show(shown, self._describer.row, self._left_out(kind, len(shown.rows)))

    def _left_out(self, kind: Kind, shown: int) -> str:
        """Say of how many the rows are a choice."""
        analysis = self.session.findings.analysis
        totals = {Kind.FIGURE: len(analysis.figures), Kind.CLAIM: len(analysis.claims)}
        total = totals.get(kind, 0)
        return f"of {total:,}" if shown < total else ""

    def show_marks(self) -> None:
        """Show the marks of the text."""
        for layer, marks in marking.text_marks(self.session).items():
            self.view.show_marks(layer, marks)
        self.view.show_bars(marking.claim_bars(self.session))

    def show_passage(self) -> None:
        """Light the selected passage, its row, and tell of it."""
        passage = self._shown_passage = self.session.passage
        self.view.show_marks(Layer.LIT, marking.lit_marks(passage))
        if passage is None:
            self.inspector.tell("", self.session.findings.analysis.notes)
        else:
            self.tell_of(passage)
            self.panels[kind_of(passage.finding)].rows.show_at(passage.finding)

    def tell_of(self, passage: Passage) -> None:
        """Tell in the inspector what is known of a passage."""
        self.inspector.tell(*self._describer.tell(passage))

    # Going places

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return Place(self.view.top_offset, self.session.passage)

    def go_to(self, passage: Passage | None) -> None:
        """Bring a passage on screen and light it, keeping the place before on the jump list."""
        if passage is None:
            return
        self.session.jumps.leave(Place(self.view.top_offset, self._shown_passage))
        self.view.scroll_to_offset(passage.start)
        self.show_passage()
        # At once and not when the view tells of it, so that it all shows in the same frame.
        self._show_place(self.view.top_offset, self.view.bottom_offset)

    def open_panel(self, kind: Kind) -> None:
        """Give one panel the room; on a short screen the others show their headings only."""
        for other, panel in self.panels.items():
            panel.set_class(other is kind, "-open")

    @on(ReadingMoved)
    def _follow_reading(self, event: ReadingMoved) -> None:
        event.stop()
        self._show_place(event.top, event.bottom)

    def _show_place(self, top: int, bottom: int) -> None:
        self._tell_place(bottom)
        self._show_reading(top, bottom)

    def _show_reading(self, top: int, bottom: int) -> None:
        """Move the cursor of the panels along with the text, but not under the reader's hand."""
        if not self.inspector.is_attached:
            return  # nor are the panels
        for kind, panel in self.panels.items():
            if not panel.has_focus_within:
                panel.rows.show_at(self.session.reading(kind, top, bottom))

    def _tell_place(self, bottom: int) -> None:
        length = len(self.session.article.text)
        if not length:
            self.title_bar.place = "no text"
            return
        if not self.session.article.source.sha256:  # none is open, or only its beginning was read
            self.title_bar.place = ""
            return
        percent = min(100, round(100 * bottom / length))
        minutes = max(1, round(self._words / WORDS_A_MINUTE))
        time = f"{minutes} min" if minutes < LONG_READ else f"{round(minutes / 60)} h"
        self.title_bar.place = f"{count(self._words, 'word')} · {time} · {percent} %"

    # Keys and status

    def say(self, remark: str) -> None:
        """Say something at the lower right for a while."""
        self.status_bar.status = remark
        if self._remark is not None:
            self._remark.stop()
        self._remark = self.set_timer(SAY_FOR, self.say_state)

    def say_state(self) -> None:
        """Say at the lower right what the reader should know all the time."""
        if self._remark is not None:
            self._remark.stop()
            self._remark = None
        self.status_bar.status = self.state

    @property
    def state(self) -> str:
        """What the reader should know all the time."""
        return ""

    def show_keys(self) -> None:
        """Show in the footer the keys that do something now."""
        if self.search_bar.has_focus_within:
            self.status_bar.keys = SEARCH_KEYS
        elif isinstance(self.focused, FilterLine):
            self.status_bar.keys = FILTER_KEYS
        else:
            self.status_bar.keys = keys_of(self.active_bindings.values())

    @on(CommandInvoked)
    async def _invoke(self, event: CommandInvoked) -> None:
        event.stop()
        await self.run_command(event.command)

    async def run_command(self, command: str) -> None:
        """Run a command as its key would, where the focus is."""
        target: Widget = self
        for widget in self.focused.ancestors_with_self if self.focused else ():
            if isinstance(widget, Widget) and hasattr(widget, f"action_{command}"):
                target = widget
                break
        await target.run_action(command)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Give places in the article as offsets into its text, so that selections survive wraps."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is self.view:
            at = self.view.offset_at(x - widget.region.x, y - widget.region.y)
            return widget, Offset(at, 0)
        return widget, offset
