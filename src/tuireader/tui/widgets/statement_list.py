"""What several speakers say about the same thing, stacked in groups."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tuireader.session.wording import ARTICLE_VOICE
from tuireader.tui.comparing import Contrast, Statement
from tuireader.tui.widgets.hanging import hanging

_WIDEST_NAME = 26
_INDENT = 2
_ROOM_BESIDE = 40
"""Cells that the words need to stand beside the speaker and not below."""


class StatementList(OptionList):
    """Groups under their topic; the cursor goes from statement to statement."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,n", "cursor_down", "Next statement", show=False),
        Binding("k,N", "cursor_up", "Previous statement", show=False),
        Binding("space", "page_down", "Page down", show=False),
        Binding("b", "page_up", "Page up", show=False),
        Binding("g", "first", "First", show=False),
        Binding("G", "last", "Last", show=False),
    ]

    def __init__(
        self,
        groups: Sequence[Contrast],
        selected: str | None = None,
        *,
        id: str,  # noqa: A002 Textual calls it so
    ) -> None:
        """Make a list of groups.

        Args:
            groups: The groups, in order.
            selected: Id of the claim that the cursor starts on.
            id: The id of the widget.
        """
        super().__init__(id=id, compact=True)
        self._groups = groups
        self._selected = selected
        self._claims: dict[str, str] = {}
        self._width = 0

    def claim_of(self, option: Option) -> str | None:
        """Return the claim of a row."""
        return self._claims.get(option.id or "")

    def on_resize(self) -> None:
        """Wrap the statements to the width of the list."""
        width = self.scrollable_content_region.width
        if width == self._width or not width:
            return
        self._width = width
        place = self.highlighted
        self.set_options(self._options_for(width))
        if place is not None:
            self.highlighted = place
        else:
            self._go_to_start()

    def _go_to_start(self) -> None:
        for option, claim in self._claims.items():
            if claim == self._selected:
                self.highlighted = self.get_option_index(option)
                return
        self.action_first()

    def _options_for(self, width: int) -> Iterator[Option]:
        names = [cell_len(one.speaker) for group in self._groups for one in group.statements]
        column = min(max(names, default=0), _WIDEST_NAME) + 2
        if width - _INDENT - column < _ROOM_BESIDE:
            column = width
        for number, group in enumerate(self._groups):
            yield Option(_heading(group, width, first=not number), disabled=True)
            for statement in group.statements:
                option = f"{number}-{statement.claim}"
                self._claims[option] = statement.claim
                yield Option(_row(statement, column, width), id=option)


def _heading(group: Contrast, width: int, *, first: bool) -> Content:
    mark = ("  ≠ differs", "bold $mark-figure") if group.differs else ("", "")
    lines = [Content.assemble((group.topic, "bold $foreground"), mark)]
    if group.reason:
        lines.append(Content.styled(group.reason, "$quiet"))
    wrapped = [line for whole in lines for line in whole.wrap(max(1, width))]
    return Content("\n").join([*([] if first else [Content("")]), *wrapped])


def _row(statement: Statement, column: int, width: int) -> Content:
    voice = "$quiet" if statement.speaker == ARTICLE_VOICE else "bold $mark-speaker"
    speaker = Content.styled(statement.speaker, voice)
    hedge = Content.styled(f"   {statement.hedge}" if statement.hedge else "", "italic $quiet")
    words = Content.styled(statement.words, "$foreground")
    if statement.figures:
        figures = Content.styled(" · ".join(statement.figures), "underline $mark-figure")
        said = [figures + hedge, words]
    else:
        said = [words + hedge]
    room = width - _INDENT
    beside = hanging(speaker, said[0], column, room)
    below = [hanging(Content(""), one, column, room) for one in said[1:]]
    lines = Content("\n").join([beside, *below]).split("\n", allow_blank=True)
    return Content("\n").join(line.pad_left(_INDENT) for line in lines if line.plain.strip())
