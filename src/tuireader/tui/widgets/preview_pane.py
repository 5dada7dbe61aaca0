"""The look into an article before it is opened."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuireader.tui.opening.previewing import Preview


class PreviewPane(VerticalScroll, can_focus=False):
    """Title, facts and first lines of an article."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual calls it so
        """Make an empty pane.

        Args:
            id: The id of the widget.
        """
        super().__init__(id=id)
        self._page = Static()
        self._shown: Preview | None = None

    def compose(self) -> ComposeResult:
        """Put the page into the pane, which scrolls it."""
        yield self._page

    def show(self, preview: Preview | None) -> None:
        """Show another preview, from its beginning.

        Args:
            preview: What to show; None for nothing.
        """
        if preview is self._shown:
            return
        self._shown = preview
        self._page.update(_page(preview) if preview else Content(""))
        self.scroll_home(animate=False)


def _page(preview: Preview) -> Content:
    if preview.problem:
        return Content.styled(preview.problem, "$text-warning")
    parts = [Content.styled(preview.title, "bold")] if preview.title else []
    parts.append(Content.styled(preview.facts, "$quiet"))
    parts += [Content(f"\n{text}") for text in preview.paragraphs]
    return Content("\n").join(parts)
