"""What the terminal says: keys are taken for keys, and replies that nobody asked for are not."""

import re
import sys
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message

MOST_COLUMNS, MOST_LINES = 2_000, 1_000
"""The largest terminal that is believed: several times what the largest screens show."""

_CSI_REPLY = (
    r"\x1b\["
    r"(?!\?\d+;\d\$y|48;)"  # a mode or a size: Textual asks for them
    r"(?:[?>=][\d;:]*[ -/]*[@-~]|[\d;]+[ntx])"
)
_REPLY = re.compile(rf"{_CSI_REPLY}|\x1b[\]P_^X][^\x07\x1b]{{0,4096}}(?:\x07|\x1b\\)")
_WHOLE_CSI_REPLY = re.compile(_CSI_REPLY)


def is_believable(size: Size) -> bool:
    """Tell whether a terminal can have a size."""
    return 0 < size.width <= MOST_COLUMNS and 0 < size.height <= MOST_LINES


class KeysAlone(XTermParser):
    """Textual's reading of what the terminal says, where it takes too much for keys (8.2.8).

    The end of the reply to a question that another program asked would act as keys do, and a number
    without sense would end the app.
    """

    def feed(self, data: str) -> Iterable[Message]:
        """Read what came, without the replies in it."""
        keys = _REPLY.sub("", data)
        # Nothing at all stands for the end of the input.
        return super().feed(keys) if keys or not data else ()

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        """Take no reply for keys that came in pieces, and no number that is no character."""
        try:
            keys = list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return [Key(Keys.Ignore, sequence)]
        is_reply = not keys and _WHOLE_CSI_REPLY.fullmatch(sequence)
        return [Key(Keys.Ignore, sequence)] if is_reply else keys

    def parse_mouse_code(self, code: str) -> Message | None:
        """Read where the mouse is; nowhere, in a terminal that says to have no size."""
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None


def let_listen(driver: type[Driver]) -> None:
    """Have a driver take keys alone for keys; it can't be told to otherwise.

    Args:
        driver: The driver of the system.
    """
    module = vars(sys.modules[driver.__module__])
    if module.get("XTermParser") is XTermParser:
        module["XTermParser"] = KeysAlone
