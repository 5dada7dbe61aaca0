"""The list of the opener: one row for each article or folder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.tui.opening.candidates import Candidate, rank
from tuireader.tui.opening.fuzzy import Match
from tuireader.tui.widgets.row_list import RowList
from tuireader.tui.widgets.row_text import fit_end, matched_segments, row_strip

_NO_MATCH = Match(0, ())
_ROOM_FOR_BOTH = 54
"""Width in cells from which name and title stand in one line."""


class OfferList(RowList, can_focus=False):
    """Candidates with the matched letters lit; the input line keeps the focus.

    Component classes: `offer--match` (the matched letters), `offer--quiet` (title and note) and
    `offer--mark` (the sign at the selected row).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offer--match", "offer--quiet", "offer--mark"}

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual calls it so
        """Make an empty list.

        Args:
            id: The id of the widget.
        """
        super().__init__(row_height=2, choose_on_click=False, id=id)
        self._candidates: list[Candidate] = []
        self._indices: dict[Path, int] = {}
        self._matches: dict[int, Match] = {}

    @property
    def candidate(self) -> Candidate | None:
        """The candidate under the cursor."""
        return None if self.selected is None else self._candidates[self.selected]

    @property
    def candidate_count(self) -> int:
        """How many candidates there are, shown or not."""
        return len(self._candidates)

    @property
    def recent_count(self) -> int:
        """How many of them lie elsewhere and were opened before."""
        return sum(candidate.is_recent for candidate in self._candidates)

    def shown(self) -> Iterator[Candidate]:
        """Give the candidates that the list shows, in order."""
        return (self._candidates[index] for index in self._matches)

    def candidate_at(self, index: int) -> Candidate:
        """Return the candidate of a row message."""
        return self._candidates[index]

    def offer(self, candidates: Iterable[Candidate], query: str) -> None:
        """Take other candidates and show those that answer a query.

        Args:
            candidates: All there are.
            query: What to search.
        """
        self._candidates = list(candidates)
        self._indices = {one.path: index for index, one in enumerate(self._candidates)}
        self.search(query)

    def search(self, query: str) -> None:
        """Show the candidates that answer a query, with the cursor on the best.

        Args:
            query: What to search; empty for all.
        """
        ranked = rank(self._candidates, query)
        self._matches = {item.index: item.match for item in ranked}
        self._show()
        self.select(ranked[0].index if ranked else None)

    def select_path(self, path: Path) -> None:
        """Put the cursor on a candidate, if there is one of that path."""
        if (index := self._indices.get(path)) in self._matches:
            self.select(index)

    def learn_title(self, path: Path, title: str) -> None:
        """Show the title of a candidate from now on.

        Args:
            path: The path of the candidate.
            title: Its headline, safe to show.
        """
        index = self._indices.get(path)
        if index is not None and not self._candidates[index].title:
            self._candidates[index] = replace(self._candidates[index], title=title)
            self.refresh_row(index)

    def on_resize(self) -> None:
        """Give the title a line of its own where the list is narrow."""
        row_height = 1 if self.scrollable_content_region.width >= _ROOM_FOR_BOTH else 2
        if row_height != self.row_height:
            self.row_height = row_height
            self._show()

    def _show(self) -> None:
        self.set_rows(len(self._candidates), self._draw_candidate, list(self._matches))

    def _draw_candidate(
        self, index: int, width: int, selected: bool, _hovered: bool
    ) -> Sequence[Strip]:
        candidate = self._candidates[index]
        quiet = self.get_component_rich_style("offer--quiet", partial=True)
        matched = self.get_component_rich_style("offer--match", partial=True)
        mark = self.get_component_rich_style("offer--mark", partial=True)
        positions = self._matches.get(index, _NO_MATCH).positions
        name, title = candidate.name, candidate.title
        base = quiet if candidate.is_folder else Style.null()
        left = [Segment("› " if selected else "  ", mark)]
        left += matched_segments(name, [p for p in positions if p < len(name)], base, matched)
        offset = len(name) + 1
        in_title = [position - offset for position in positions if position >= offset]
        below = [Segment("  "), *matched_segments(title, in_title, quiet, matched)]
        room = width - 1
        note = fit_end(candidate.note, room // 3)
        right = [Segment(note, quiet)] if note else []
        if self.row_height == 1:
            return [row_strip([*left, *below], right, room)]
        return [row_strip(left, right, room), row_strip(below, [], room)]
