"""Going from finding to passage and back."""

from textual import on

from tuireader.session.kinds import Kind, kind_of
from tuireader.session.session import Place
from tuireader.tui.messages import (
    FindingChosen,
    FindingHighlighted,
    PassageClicked,
    RowWanted,
)
from tuireader.tui.screens.reader.frame import ReaderFrame


class Walking(ReaderFrame):
    """The commands that move through findings and passages."""

    _asked_for: Kind | None = None
    """The panel that is to get the focus when it is there: the first frame does without them."""

    async def _furnish(self) -> None:
        await super()._furnish()
        kind, self._asked_for = self._asked_for, None
        if kind is not None:
            self.focus_panel(kind)

    @on(FindingChosen)
    def _go_to_finding(self, event: FindingChosen) -> None:
        event.stop()
        self.go_to_finding(event.finding)
        if self.is_drawer:
            self.close_drawer()

    def go_to_finding(self, finding: str) -> None:
        """Go to the first passage of a finding, or its next one if it is selected."""
        self.go_to(self.session.select(finding))

    @on(FindingHighlighted)
    def _preview_finding(self, event: FindingHighlighted) -> None:
        event.stop()
        self._preview(event.finding)

    def _preview(self, finding: str) -> None:
        """Tell in the inspector of a row that is not chosen yet."""
        passages = self.session.findings.passages(finding)
        selected = self.session.passage
        if selected is not None and selected in passages:
            self.tell_of(selected)
        elif passages:
            self.tell_of(passages[0])

    @on(PassageClicked)
    def _select_at(self, event: PassageClicked) -> None:
        event.stop()
        if self.session.choose_at(event.offset):
            self.show_passage()

    # Panes

    def focus_panel(self, kind: Kind) -> None:
        """Put the focus on a panel, opening the drawer if the panels are in one."""
        self.open_drawer()
        self.open_panel(kind)
        rows = self.panels[kind].rows
        if not rows.is_attached:
            self._asked_for = kind
            return
        self.set_focus(rows)
        if self.focused is not rows:  # the drawer is not laid out yet
            rows.focus()
        if rows.finding is None:
            rows.action_list_first()
        else:
            self._preview(rows.finding)

    def open_drawer(self) -> None:
        """Show the side bar."""
        self.place_parts({"-no-side": False, "-drawer": True})

    def close_drawer(self) -> None:
        """Put the drawer away; on a wide screen the side bar stays."""
        self.place_parts({"-drawer": False})
        self._asked_for = None
        self.set_focus(self.view)

    def action_focus_speakers(self) -> None:
        """Go to the speakers."""
        self.focus_panel(Kind.SPEAKER)

    def action_focus_figures(self) -> None:
        """Go to the figures."""
        self.focus_panel(Kind.FIGURE)

    def action_focus_claims(self) -> None:
        """Go to the claims."""
        self.focus_panel(Kind.CLAIM)

    def action_focus_text(self) -> None:
        """Go to the article."""
        self.close_drawer()

    def action_next_pane(self) -> None:
        """Go round the panes."""
        self._go_round(1)

    def action_previous_pane(self) -> None:
        """Go round the panes the other way."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        panes = [None, *Kind]
        here = next((k for k in Kind if self.panels[k].has_focus_within), self._asked_for)
        kind = panes[(panes.index(here) + step) % len(panes)]
        if kind is None:
            self.close_drawer()
        else:
            self.focus_panel(kind)

    @on(RowWanted)
    def _show_row(self, event: RowWanted) -> None:
        """Go to the row of the selected passage, or of the first one on screen."""
        event.stop()
        if self.session.passage is None:
            self._walk(self._first_kind, 1)
        if self.session.passage is not None:
            self.show_passage()
            finding = self.session.passage.finding
            panel = self.panels[kind_of(finding)]
            if panel.rows.finding != finding:
                panel.end_filter()
                panel.rows.show_at(finding)
            self.focus_panel(panel.kind)

    # Passages

    def action_next_passage(self) -> None:
        """Go to the next passage of what is selected, or to the next hit."""
        self.step(1)

    def action_previous_passage(self) -> None:
        """Go to the passage or hit before."""
        self.step(-1)

    def step(self, step: int) -> None:
        """Go to the next passage of what is selected; start with the first panel if nothing is."""
        if self.session.passage is None:
            self._walk(self._first_kind, step)
        else:
            before = self.session.passage.start
            self.go_to(self.session.step(step))
            self._say_round_from(before, step)

    @property
    def _first_kind(self) -> Kind:
        """The kind of the first panel that is not empty; an article may quote nobody."""
        return next((kind for kind in Kind if self.session.shown(kind).rows), Kind.SPEAKER)

    def say_round(self, is_round: bool, step: int) -> None:
        """Say when going on has led round the end or the beginning."""
        if is_round:
            self.say("from the beginning again" if step > 0 else "from the end again")

    def _say_round_from(self, before: int, step: int) -> None:
        after = self.session.passage.start if self.session.passage else before
        self.say_round((after - before) * step < 0, step)

    def _walk(self, kind: Kind, step: int) -> None:
        top = self.view.top_offset
        passage = self.session.walk(kind, step, top, self.view.bottom_offset)
        if passage is None:
            self.say(f"no {kind}s found")
            return
        self.go_to(passage)
        self.say_round((passage.start - top) * step < 0, step)

    def action_next_speaker(self) -> None:
        """Go to the next passage where someone speaks."""
        self._walk(Kind.SPEAKER, 1)

    def action_previous_speaker(self) -> None:
        """Go to the passage before where someone speaks."""
        self._walk(Kind.SPEAKER, -1)

    def action_next_figure(self) -> None:
        """Go to the next figure."""
        self._walk(Kind.FIGURE, 1)

    def action_previous_figure(self) -> None:
        """Go to the figure before."""
        self._walk(Kind.FIGURE, -1)

    def action_next_claim(self) -> None:
        """Go to the next claim."""
        self._walk(Kind.CLAIM, 1)

    def action_previous_claim(self) -> None:
        """Go to the claim before."""
        self._walk(Kind.CLAIM, -1)

    # The jump list

    def action_jump_back(self) -> None:
        """Go back to where the last jump began."""
        self._return_to(self.session.jumps.back(self.place))

    def action_jump_forward(self) -> None:
        """Go forward again."""
        self._return_to(self.session.jumps.forward(self.place))

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            self.say("no further place to go back to")
            return
        self.session.select_passage(place.passage)
        self.view.go_to_offset(place.offset)
        self.show_passage()

    # Following, choosing, copying

    def action_follow(self) -> None:
        """Keep only what the selected speaker said; a second time, or Escape, ends it."""
        speaker = None if self.session.followed else self._follow_candidate()
        if speaker is None and self.session.followed is None:
            self.say("select a speaker first")
            return
        self.follow(speaker)

    def _follow_candidate(self) -> str | None:
        panel = self.panels[Kind.SPEAKER]
        return panel.rows.finding if panel.has_focus_within else self.session.follow_candidate

    def follow(self, speaker: str | None) -> None:
        """Keep only what a speaker said; None ends it."""
        self.session.follow(speaker)
        if speaker is not None and self.session.selected != speaker:
            self.go_to(self.session.select(speaker))
        self.show_rows()
        self.show_marks()
        self.say_state()

    def action_show_all(self) -> None:
        """Show every finding, or only the figures and claims that matter most."""
        self.session.set_show_all(not self.session.show_all)
        self.show_rows()
        self.show_marks()

    def action_copy_passage(self) -> None:
        """Copy what is selected with the mouse, or the passage with its speaker and source."""
        from tuireader.session.quoting import passage_as_text
        from tuireader.tui.clipboard import copy_text

        selected = self.get_selected_text()
        passage = self.session.passage
        if selected:
            text = selected
        elif passage is not None:
            text = passage_as_text(self.session, passage)
        else:
            self.say("nothing selected to copy")
            return
        self.say(copy_text(self.app, text))
