"""How the parts of the reader's screen are placed: by its size, and by the way of the side bar."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget


class ArrangedScreen(Screen[None]):
    """A screen whose classes say how its parts are placed, by the style sheets."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall"), (34, "-roomy")]  # noqa: RUF012

    @abstractmethod
    def placed_parts(self) -> Sequence[Widget]:
        """Return all parts that the style sheets name together with such a class."""

    @property
    def is_drawer(self) -> bool:
        """Whether the side bar lies over the text."""
        return self.has_class("-narrow")

    def on_resize(self, event: Resize) -> None:
        """Arrange the parts for the new size before they are laid out.

        Textual itself looks at the breakpoints after that, and paints a frame in between (8.2.8).
        """
        self.place_for(event.size)

    def place_for(self, size: Size) -> None:
        """Arrange the parts for a size of the screen."""
        classes: dict[str, bool] = {}
        for cells, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            _, chosen = max(point for point in breakpoints if point[0] <= cells)
            classes |= {name: name == chosen for _, name in breakpoints}
        self.place_parts(classes)

    def place_parts(self, classes: Mapping[str, bool]) -> None:
        """Give or take classes by which the parts are placed.

        Only those parts get their styles anew. All that is on the screen would take a third of the
        time to the first frame of a new width.

        Args:
            classes: Whether the screen is to have them, by their names.
        """
        before = self.classes
        self.update_classes(classes, update=False)
        if self.classes != before:
            self.app.stylesheet.update_nodes(self.placed_parts())
