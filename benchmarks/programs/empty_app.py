"""The least that a Textual app can be: one Static and a Footer. Its first paint is the measure."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class EmptyApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """A word and an empty footer."""
        yield Static("ready")
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
