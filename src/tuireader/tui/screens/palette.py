"""The command palette: commands, speakers and themes by name."""

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget

from tuireader.session.wording import plain
from tuireader.tui.commands import COMMANDS, Command, Scope, key_names
from tuireader.tui.screens.reader import ReaderScreen


class Palette(CommandPalette):
    """Textual's palette; a click beside a screen that has just shrunk does not end it (8.2.8)."""

    CSS_PATH = "../styles/palette.tcss"

    def get_widget_at(self, x: int, y: int) -> tuple[Widget, Region]:
        """Return the widget under the mouse; the ground of the palette where there is none."""
        try:
            return super().get_widget_at(x, y)
        except NoWidget:
            return self, self.region


SKIPPED = frozenset({"palette", "leave"})


class ReaderCommands(Provider):
    """Offers what the reader can do and whom it can go to."""

    @property
    def _reader(self) -> ReaderScreen | None:
        return self.screen if isinstance(self.screen, ReaderScreen) else None

    def _commands(self) -> Iterator[Command]:
        """Offer what has a name worth typing; nobody looks up how to scroll."""
        return (c for c in COMMANDS if c.scope is Scope.MAIN and c.id not in SKIPPED)

    def _help(self, command: Command) -> str:
        assert self._reader is not None
        keys = self._reader.config.keys.get(command.id, command.keys)
        return f"{key_names(keys)}   {command.help}"

    async def discover(self) -> Hits:
        """Offer all commands before anything is typed."""
        reader = self._reader
        if reader is None:
            return
        for command in sorted(self._commands(), key=lambda command: not command.footer):
            run = partial(reader.run_command, command.id)
            yield DiscoveryHit(_name(command), run, help=as_markup(self._help(command)))

    async def search(self, query: str) -> Hits:
        """Offer the commands and speakers whose name fits."""
        reader = self._reader
        if reader is None:
            return
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(_name(command)), 0.9 * matcher.match(command.help))
            if score > 0:
                run = partial(reader.run_command, command.id)
                yield Hit(
                    score,
                    matcher.highlight(_name(command)),
                    run,
                    help=as_markup(self._help(command)),
                )
        for speaker in reader.session.findings.analysis.speakers:
            name = plain(speaker.name)
            score = matcher.match(name)
            if score > 0:
                go = partial(reader.go_to_finding, speaker.id)
                yield Hit(score, Content(name), go, text=name, help="Go to this speaker.")


def as_markup(text: str) -> str:
    """Write text so that Textual's markup shows it as it is.

    The palette takes help as markup only, and Textual's own escape leaves out "[/" (8.2.8).
    """
    return text.replace("[", r"\[")


def _name(command: Command) -> str:
    return command.label[:1].upper() + command.label[1:]
