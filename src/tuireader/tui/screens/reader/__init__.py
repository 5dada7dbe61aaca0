"""The screen on which an article is read."""

from tuireader.tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
