"""The line in a panel's heading in which the reader types what its rows must contain."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterLine(Input):
    """A line to type in; its panel does what is typed."""

    class Stepped(Message):
        """The reader asks for another row."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step
            """1 for the next row, -1 for the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", "Next row", show=False),
        Binding("up", "go(-1)", "Previous row", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, classes="panel--filter")

    async def action_enter_row(self) -> None:
        """Go to the row under the cursor."""
        await self.action_submit()

    def action_go(self, step: int) -> None:
        """Go to another row while typing."""
        self.post_message(self.Stepped(step))
