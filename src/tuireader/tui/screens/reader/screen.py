"""The reader's screen: the commands of view and program, on top of all others."""

from textual import events

from tuireader.article.model import Span
from tuireader.session.kinds import Kind
from tuireader.session.wording import words_of
from tuireader.tui.screens.reader.filing import Filing
from tuireader.tui.theme import DARK, LIGHT

MARK_CHOICES = (
    (frozenset[Kind](), "all marks"),
    (frozenset({Kind.CLAIM}), "speakers and figures"),
    (frozenset({Kind.FIGURE, Kind.CLAIM}), "speakers only"),
    (frozenset({Kind.SPEAKER, Kind.CLAIM}), "figures only"),
    (frozenset({Kind.SPEAKER, Kind.FIGURE}), "claims only"),
    (frozenset(Kind), "no marks"),
)
"""What `m` goes through, and how it is called."""

MEASURE_STEP = 6
NARROWEST, WIDEST = 40, 160


class ReaderScreen(Filing):
    """The whole screen."""

    def action_side_bar(self) -> None:
        """Hide or show the side bar."""
        if self.is_drawer:
            if self.has_class("-drawer"):
                self.close_drawer()
            else:
                self.focus_panel(Kind.SPEAKER)
            return
        hidden = not self.has_class("-no-side")
        self.place_parts({"-no-side": hidden})
        self.desk.memory.change(lambda state: state._replace(side_bar=not hidden))
        if hidden:
            self.close_drawer()

    def action_marks(self) -> None:
        """Go through the choices of marks."""
        choices = [hidden for hidden, _ in MARK_CHOICES]
        at = (choices.index(self.session.hidden) + 1) % len(choices)
        self.session.hidden, name = MARK_CHOICES[at]
        self.show_marks()
        self.say(f"showing {name}")

    def action_wider(self) -> None:
        """Make the lines longer."""
        self._change_measure(MEASURE_STEP)

    def action_narrower(self) -> None:
        """Make the lines shorter."""
        self._change_measure(-MEASURE_STEP)

    def _change_measure(self, step: int) -> None:
        before = self.view.text_width
        self.view.measure = max(NARROWEST, min(WIDEST, before + step))
        if self.view.text_width == before:
            self.view.measure = before
            self.say(f"lines of {before}: as far as it goes")
        else:
            self.say(f"lines of {self.view.text_width}")

    def action_theme(self) -> None:
        """Switch between the dark and the light theme."""
        self.app.theme = LIGHT if self.app.current_theme.dark else DARK

    def action_compare(self) -> None:
        """Lay side by side what several speakers say about the same thing."""
        from tuireader.tui.screens.compare import CompareScreen

        analysis, selected = self.session.findings.analysis, self.session.selected
        compare = CompareScreen(self.session.article, analysis, selected)
        self.app.push_screen(compare, self._go_to_claim)

    def _go_to_claim(self, claim: str | None) -> None:
        if claim is not None:
            self.go_to(self.session.select(claim))

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self, self.config.keys))

    def action_palette(self) -> None:
        """Find a command by name."""
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        """Go to the shell, where the system can do that."""
        self.app.action_suspend_process()

    def action_quit_reader(self) -> None:
        """Leave, remembering the place."""
        self.app.exit()

    def action_leave(self) -> None:
        """End the search, else following, else the drawer, else the selection."""
        if self.selections:
            self.clear_selection()
        elif self.session.search is not None:
            self.close_search()
        elif self.has_class("-drawer") and self.is_drawer:
            self.close_drawer()
        elif self.session.followed is not None:
            self.follow(None)
        elif self.session.passage is not None:
            self.session.select_passage(None)
            self.show_passage()
        elif self.focused is not self.view:
            self.set_focus(self.view)

    def on_text_selected(self, event: events.TextSelected) -> None:
        """Say how much is selected with the mouse, and how to copy it."""
        event.stop()
        span = self.view.chosen_span
        if span is not None:
            words = len(words_of(self.session.article, Span(*span)).split())
            self.say(f"{words:,} words selected, y copies")

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.show_keys()
