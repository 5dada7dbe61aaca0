"""Compare: what several speakers say about the same thing, side by side."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tuireader.analysis.model import Analysis
from tuireader.article.model import Article
from tuireader.tui.comparing import contrasts
from tuireader.tui.widgets.key_hints import key_hints
from tuireader.tui.widgets.statement_list import StatementList

_HINTS = (("↵", "go"), ("Esc", "close"))
_NOTHING = "Nothing in this article is said by two speakers about the same thing."


class CompareScreen(ModalScreen[str | None]):
    """The comparison groups of an article; dismissed with the id of a claim, or with None."""

    CSS_PATH = "../styles/compare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (84, "-wide")]  # noqa: RUF012 mypy wants it plain
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,x,q", "close", "Close", show=False),
    ]

    def __init__(self, article: Article, analysis: Analysis, selected: str | None = None) -> None:
        """Put the groups into words.

        Args:
            article: The article.
            analysis: What was found in it.
            selected: Id of the claim that the cursor starts on.
        """
        super().__init__()
        self._groups = contrasts(article, analysis)
        self._selected = selected

    def compose(self) -> ComposeResult:
        """Lay out a heading and the groups."""
        with Vertical(id="compare", classes="" if self._groups else "-nothing"):
            with Horizontal(id="compare-head"):
                yield Static(self._title(), id="compare-title")
                yield Static(key_hints(_HINTS), id="compare-hints")
            if self._groups:
                yield StatementList(self._groups, self._selected, id="compare-groups")
            else:
                yield Static(Content(_NOTHING), id="compare-nothing")

    def action_close(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.query_one(StatementList).claim_of(event.option))

    def _title(self) -> Content:
        differing = sum(group.differs for group in self._groups)
        parts = [Content.styled("Compare", "bold")]
        if self._groups:
            number = len(self._groups)
            topics = f"{number} {'topic' if number == 1 else 'topics'}"
            note = f"{topics}, {differing} told differently" if differing else topics
            parts.append(Content.styled(f"  {note}", "$quiet"))
        return Content("").join(parts)
