"""What widgets tell the main screen; ids and plain data only.

Nobody compares or prints them, so that no time of the start goes into making them able to.
"""

from dataclasses import dataclass

from textual.message import Message


class Furnished(Message):
    """All parts of the reader's screen are there."""


@dataclass(eq=False, repr=False)
class PassageClicked(Message):
    """The reader clicked in the article."""

    offset: int
    """Which character of the text."""


class RowWanted(Message):
    """The reader wants to see the row of the passage that is selected in the text."""


@dataclass(eq=False, repr=False)
class ReadingMoved(Message):
    """Other lines of the article are on screen than before."""

    top: int
    """Offset of the first character on screen."""

    bottom: int
    """Offset after the last one."""

    def can_replace(self, message: Message) -> bool:
        """Let only the last of several moves count."""
        return isinstance(message, ReadingMoved)


@dataclass(eq=False, repr=False)
class FindingChosen(Message):
    """The reader chose a row: go to its passage."""

    finding: str
    """Id of the speaker, figure or claim."""


@dataclass(eq=False, repr=False)
class FindingHighlighted(Message):
    """The reader moved onto a row: tell what is known of it."""

    finding: str
    """Id of the speaker, figure or claim."""


@dataclass(eq=False, repr=False)
class SearchChanged(Message):
    """The search line holds something else."""

    pattern: str
    """What to search."""

    regex: bool
    """Whether it is a regular expression."""


@dataclass(eq=False, repr=False)
class SearchStepped(Message):
    """The reader asks for another hit, or is done with typing."""

    step: int
    """1 for the next hit, -1 for the one before, 0 to stay on the current one."""


class SearchClosed(Message):
    """The reader gave the search up."""


@dataclass(eq=False, repr=False)
class CommandInvoked(Message):
    """The reader clicked a command in the footer."""

    command: str
    """Id of the command."""
