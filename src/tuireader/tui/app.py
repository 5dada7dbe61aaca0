"""The Textual app: themes, keys, what protects the terminal, and the first screen."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter

from tuireader.article.loading import load_article
from tuireader.article.model import Article, Paragraph, ParagraphKind, Source
from tuireader.session.desk import Desk
from tuireader.storage.config import few, load_config
from tuireader.tui.collecting import RestingCollector
from tuireader.tui.commands import command_ids, faults, key_names, keymap
from tuireader.tui.ending import EndingSignals, UnawaitedExecutor, end_in_time
from tuireader.tui.guarding import GuardedDriver, NoColours, PrintableOnly, guarded
from tuireader.tui.listening import MOST_COLUMNS, MOST_LINES, is_believable, let_listen
from tuireader.tui.mended_app import MendedApp
from tuireader.tui.messages import Furnished
from tuireader.tui.options import ReaderOptions
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.theme import STYLES, THEMES, default_theme, mark_variables
from tuireader.tui.typing_ahead import OneByOne

_INVITATION = "Press o to open an article."


def no_article() -> Article:
    """Return the page that stands where no article is open."""
    paragraph = Paragraph(0, len(_INVITATION), ParagraphKind.FURNITURE)
    return Article(_INVITATION, (paragraph,), Source("-", "text", ""), title="tuireader")


def _reader_commands() -> type[Provider]:
    from tuireader.tui.screens.palette import ReaderCommands

    return ReaderCommands


class ReaderApp(MendedApp):
    """Runs the reader's screen.

    Args:
        options: What to open and how.
        desk: Where articles and findings come from.
        warnings: What to say when the screen is there, such as faults of the configuration.
    """

    TITLE = "tuireader"
    # Textual does not load the style sheet of a default screen, so the app does.
    CSS_PATH = STYLES / "reader.tcss"
    COMMANDS: ClassVar = {_reader_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, options: ReaderOptions, desk: Desk, warnings: Sequence[str] = ()) -> None:
        super().__init__()
        self._options = options
        self._warnings = warnings
        self._guard = PrintableOnly()
        self._collector = RestingCollector()
        self._one_by_one = OneByOne(self)
        self._is_ending = False
        self._signals = EndingSignals()
        self.desk = desk
        if self.no_color:
            self.css_path = [*self.css_path, STYLES / "nocolor.tcss"]
        if not is_believable(self.size):
            self.console.size = (MOST_COLUMNS, MOST_LINES)
        for theme in THEMES:
            self.register_theme(theme)
        usual = default_theme(self.console.color_system)
        wanted = options.theme or desk.memory.state.theme or desk.config.theme or usual
        if wanted not in self.available_themes:
            self._warnings = [*warnings, f"There is no theme “{wanted}”."]
            wanted = usual
        self.begin_with_theme(wanted)
        self.set_keymap(keymap(desk.config.keys))

    def get_default_screen(self) -> ReaderScreen:
        """Start with the article, without a blank screen before it."""
        if self._options.article is not None:
            return ReaderScreen(self._options.article, self.desk)
        return ReaderScreen(no_article(), self.desk, self._options.folder or Path.cwd())

    def action_command_palette(self) -> None:
        """Find a command by name."""
        from tuireader.tui.screens.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Tell how to leave, to those who press Ctrl+C."""
        keys = self.desk.config.keys.get("quit_reader", "q")
        self.notify(f"{key_names(keys)} leaves tuireader.", markup=False)

    def on_mount(self) -> None:
        """Let signals end the program in good order, and say what there is to say."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(UnawaitedExecutor())
        self._signals.take(partial(self._hear, loop))
        for warning in self._warnings:
            self.notify(warning, severity="warning", timeout=8, markup=False)

    @on(Furnished)
    def _begin_to_collect(self) -> None:
        """Let garbage be collected once the screen is there; it takes as long as a frame."""
        self._collector.begin()

    def on_unmount(self) -> None:
        """Leave the signals alone."""
        self._signals.leave()

    def _hear(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        """End after a signal, in time even if the loop has none; an editor is waited for."""
        if isinstance(self._driver, GuardedDriver):
            if self._driver.has_terminal:
                self._end_in_time(128 + number)
            elif number == signal.SIGINT:
                return  # it is meant for the editor
        loop.call_soon_threadsafe(self._end_by, number)

    def _end_by(self, number: int) -> None:
        """End in good order, after a signal."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.keep_place()
        self.exit(return_code=128 + number)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, in any case within seconds."""
        if not self.is_headless:
            self._end_in_time(return_code)
        super().exit(result, return_code, message)

    def _end_in_time(self, code: int) -> None:
        if not self._is_ending:
            self._is_ending = True
            end_in_time(code, self._give_terminal_back)

    def _give_terminal_back(self) -> None:
        if isinstance(self._driver, GuardedDriver):
            self._driver.give_terminal_back()

    async def on_event(self, event: events.Event) -> None:
        """Take keys in turn, let garbage lie meanwhile, and pass over a size that can't be."""
        if isinstance(event, events.Resize) and not is_believable(event.size):
            return
        if event.is_forwarded or not self._one_by_one.holds_back(event):
            await super().on_event(event)
        if isinstance(event, events.InputEvent):
            self._collector.stir()

    def post_display_hook(self) -> None:
        """Let garbage be collected behind a frame, and not before it."""
        self._collector.see_frame()

    def get_css_variables(self) -> dict[str, str]:
        """Add the colours of the marks for themes that do not name them."""
        variables = super().get_css_variables()
        return {**mark_variables(variables), **variables} if variables else {}

    def get_driver_class(self) -> type[Driver]:
        """Let no half of a flag out, and nothing but keys in."""
        driver = super().get_driver_class()
        let_listen(driver)
        return guarded(driver)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing but printable text out, and no colours if none are wanted."""
        colours = [NoColours()] if self.no_color else []
        return [*super().get_line_filters(), *colours, self._guard]

    def watch_theme(self, theme: str) -> None:
        """Remember the theme that the reader chose."""
        if self.is_running and theme != self._options.theme:
            self.desk.memory.change(lambda state: state._replace(theme=theme))


def run_reader(options: ReaderOptions, complain: Callable[[str], None]) -> int:
    """Run the reader until it is left.

    Args:
        options: What to open and how.
        complain: Takes a sentence on what could not be remembered, when the terminal is as before.

    Returns:
        The exit code.

    Raises:
        ArticleError: The rest of the article can't be read.
        Exception: What ended the app unexpectedly; the terminal is as it was before.
    """
    loaded = load_config(options.config_path, commands=command_ids())
    desk = Desk(loaded.config, options.paths)
    desk.memory.load()
    begun = options.article
    if begun is not None and begun.is_beginning and desk.place_of(begun):
        options = options._replace(article=load_article(begun.source.path))
    faulty = few([*loaded.warnings, *faults(loaded.config.keys)])
    app = ReaderApp(options, desk, [*faulty, *desk.memory.new_complaints()])
    app.run()
    if app.fault is not None:
        raise app.fault
    for sentence in desk.memory.new_complaints():
        complain(sentence)
    return app.return_code or 0
