"""What widgets tell the main screen; ids and plain data only."""

from dataclasses import dataclass

from textual.message import Message


class Furnished(Message):
    """All parts of the reader's screen are there."""


@dataclass
class PassageClicked(Message):
    """The reader clicked in the article."""

    offset: int
    """Which character of the text."""


@dataclass
class RowWanted(Message):
    """The reader wants to see the row of the passage that is selected in the text."""


@dataclass
class ReadingMoved(Message):
    """Other lines of the article are on screen than before."""

    top: int
    """Offset of the first character on screen."""

    bottom: int
    """Offset after the last one."""

    def can_replace(self, message: Message) -> bool:
        """Let only the last of several moves count."""
        return isinstance(message, ReadingMoved)


@dataclass
class FindingChosen(Message):
    """The reader chose a row: go to its passage."""

    finding: str
    """Id of the speaker, figure or claim."""


@dataclass
class FindingHighlighted(Message):
    """The reader moved onto a row: tell what is known of it."""

    finding: str
    """Id of the speaker, figure or claim."""


@dataclass
class SearchChanged(Message):
    """The search line holds something else."""

    pattern: str
    """What to search."""

    regex: bool
    """Whether it is a regular expression."""


@dataclass
class SearchStepped(Message):
    """The reader asks for another hit, or is done with typing."""

    step: int
    """1 for the next hit, -1 for the one before, 0 to stay on the current one."""


@dataclass
class SearchClosed(Message):
    """The reader gave the search up."""


@dataclass
class CommandInvoked(Message):
    """The reader clicked a command in the footer."""

    command: str
    """Id of the command."""
