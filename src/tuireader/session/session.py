"""One reading: the article, its findings, and where the reader is among them."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tuireader.article.model import Article, Span
from tuireader.session.jumps import JumpList
from tuireader.session.kinds import Kind, kind_of
from tuireader.session.showing import Passage, Shown, ShownSpeakers

if TYPE_CHECKING:
    from tuireader.analysis.model import Analysis
    from tuireader.session.findings import Findings
    from tuireader.session.search import Search


class Place(NamedTuple):
    """Where the reader is."""

    offset: int
    """Offset of the first character on screen."""

    passage: Passage | None
    """The selected passage."""


class Session:
    """What is open, selected, followed and searched.

    Args:
        article: The article that is open.
    """

    def __init__(self, article: Article) -> None:
        self.hidden: frozenset[Kind] = frozenset()
        self.show_all = False
        self.open(article)

    def open(self, article: Article) -> None:
        """Begin to read another article; the choice of marks stays."""
        self.article = article
        self._findings: Findings | None = None
        self._shown: dict[Kind, Shown] = {}
        self.passage: Passage | None = None
        self.followed: str | None = None
        self.search: Search | None = None
        self.jumps: JumpList[Place] = JumpList()

    @property
    def findings(self) -> "Findings":
        """What was found so far."""
        if self._findings is None:
            # Imported here: what is to be found is described when the text is on screen.
            from tuireader.analysis.model import Analysis
            from tuireader.session.findings import Findings

            self._findings = Findings(Analysis())
        return self._findings

    def take(self, analysis: "Analysis") -> None:
        """Take in what was found so far; what is selected stays selected if it is still there."""
        from tuireader.session.findings import Findings

        self._findings = Findings(analysis)
        self._shown.clear()
        if self.followed not in self.findings.speakers:
            self.followed = None
        if self.passage is not None:
            self.passage = self.findings.same_place(self.passage)

    @property
    def selected(self) -> str | None:
        """Id of the selected finding."""
        return self.passage.finding if self.passage else None

    # Rows

    def shown(self, kind: Kind) -> Shown:
        """Return the findings of a kind that have a row."""
        shown = self._shown.get(kind)
        if shown is None:
            shown = self.findings.shown(kind, self.followed, show_all=self.show_all)
            self._shown[kind] = shown
        return shown

    def set_show_all(self, show_all: bool) -> None:
        """Show every finding, or only the figures and claims that matter most."""
        self.show_all = show_all
        self._shown.clear()

    # Going from passage to passage

    def select(self, finding: str) -> Passage | None:
        """Select a finding at its first passage; asked again, at its next one."""
        passages = self.findings.passages(finding)
        if not passages:
            return None
        at = passages.index(self.passage) + 1 if self.passage in passages else 0
        self.passage = passages[at % len(passages)]
        return self.passage

    def step(self, step: int) -> Passage | None:
        """Go to the next passage of the selected speaker, or the next figure or claim.

        Args:
            step: 1 for the next one, -1 for the one before.
        """
        if self.passage is None:
            return None
        passages = self.findings.passages(self.passage.finding)
        kind = kind_of(self.passage.finding)
        shown = ShownSpeakers((), passages) if kind is Kind.SPEAKER else self.shown(kind)
        return self._go(shown, self.passage.start, step)

    def walk(self, kind: Kind, step: int, top: int, bottom: int) -> Passage | None:
        """Go to the next passage of a kind from where the reader is.

        Args:
            kind: What to look for.
            step: 1 for the next one, -1 for the one before.
            top: Offset of the first character on screen.
            bottom: Offset after the last one.
        """
        offset = top - 1 if step > 0 else top
        if self.passage is not None and top <= self.passage.start < bottom:
            offset = self.passage.start
        return self._go(self.shown(kind), offset, step)

    def _go(self, shown: Shown, offset: int, step: int) -> Passage | None:
        passage = shown.after(offset) if step > 0 else shown.before(offset)
        self.passage = passage or self.passage
        return passage

    def choose_at(self, offset: int) -> Passage | None:
        """Select what stands at an offset; asked again, the next of what overlaps there."""
        over = [p for p in self.findings.over(offset) if self._is_marked(p)]
        if not over:
            return None
        at = over.index(self.passage) + 1 if self.passage in over else 0
        self.passage = over[at % len(over)]
        return self.passage

    def _is_marked(self, passage: Passage) -> bool:
        kind = kind_of(passage.finding)
        return kind not in self.hidden and self.shown(kind).row_of(passage.finding) is not None

    def reading(self, kind: Kind, top: int, bottom: int) -> str | None:
        """Return the finding of a kind that the reader passes.

        It is the selected one while that is on screen, else the first in the upper half, else the
        last before it.

        Args:
            kind: Which panel asks.
            top: Offset of the first character on screen.
            bottom: Offset after the last one.
        """
        own = self.passage if self.passage and kind_of(self.passage.finding) is kind else None
        if own and top <= own.start < bottom:
            return own.finding
        shown, middle = self.shown(kind), top + (bottom - top) // 2
        passage = shown.within(top, middle) or shown.within(0, middle, last=True)
        return passage.finding if passage else None

    def select_passage(self, passage: Passage | None) -> None:
        """Select a passage, or nothing."""
        self.passage = passage

    # Following

    def follow(self, speaker: str | None) -> None:
        """Keep only what a speaker said; None ends it."""
        self.followed = speaker
        self._shown.clear()

    @property
    def follow_candidate(self) -> str | None:
        """The speaker that following would keep: the selected one, or who gives the selection."""
        if self.passage is None:
            return None
        finding = self.passage.finding
        if finding in self.findings.figures:
            return self.findings.figures[finding].speaker
        if finding in self.findings.claims:
            asserters = self.findings.claims[finding].asserted_by
            return asserters[-1] if asserters else None
        return finding

    # Searching

    def find(self, pattern: str, *, is_regex: bool, start: int) -> "Search":
        """Search the text; the current hit is the first at or after `start`."""
        from tuireader.session.search import search

        self.search = search(self.article.text, pattern, is_regex=is_regex, start=start)
        return self.search

    def step_hit(self, step: int) -> Span | None:
        """Go to the next hit or the one before, round and round."""
        if self.search is None or not self.search.hits:
            return None
        current = (self.search.current + step) % len(self.search.hits)
        self.search = replace(self.search, current=current)
        return self.search.hit
