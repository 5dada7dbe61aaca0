"""Finding quotations: cues first, then the quote marks that no cue explains."""

from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations.boundaries import runs_between
from tuireader.analysis.quotations.complements import forward_content
from tuireader.analysis.quotations.cues import Cue, find_cues
from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.quotations.passage import Passage, make_passages
from tuireader.analysis.quotations.setoff import (
    Stretch,
    attached_run,
    following_runs,
    quoted_before,
    set_off_content,
)
from tuireader.analysis.quotations.standalone import attribute_alone
from tuireader.article.model import Span


def find_quotations(parsed: Sequence[ParsedParagraph]) -> list[Utterance]:
    """Find the reported words of an article.

    Args:
        parsed: All analysed paragraphs, in order.

    Returns:
        Utterances ordered by start, the longer one first; nested ones lie inside others.
    """
    lexicon = reporting_lexicon()
    found: list[Utterance] = []
    for passage in make_passages(parsed):
        found.extend(_ParagraphFinder(passage, lexicon).utterances())
    found.sort(key=lambda u: (u.start, -u.end))
    return found


class _ParagraphFinder:
    """Finds the utterances of one paragraph."""

    def __init__(self, passage: Passage, lexicon: ReportingLexicon) -> None:
        self.passage = passage
        self.lexicon = lexicon
        self.taken: set[int] = set()
        self.found: list[Utterance] = []

    def utterances(self) -> list[Utterance]:
        """Return the utterances of the paragraph."""
        cues = find_cues(self.passage, self.lexicon)
        attached = self._attached(cues)
        for number, cue in enumerate(cues):
            run = attached.get(number)
            if run is not None:
                self._add_quoted(cue, run, set(attached.values()))
            else:
                self._add_reported(cue, set(attached.values()))
        self._add_leftovers()
        return self.found

    def _attached(self, cues: Sequence[Cue]) -> dict[int, int]:
        """Map cues to the quotation right before them; each quotation to one cue only."""
        attached: dict[int, int] = {}
        for number, cue in enumerate(cues):
            run = attached_run(self.passage, cue, self.lexicon)
            if run is not None and run not in attached.values():
                attached[number] = run
        return attached

    def _add_quoted(self, cue: Cue, run: int, attached: set[int]) -> None:
        first, last = quoted_before(self.passage, cue, run, self.taken)
        stretches = [(first, last)]
        self.taken.update(runs_between(self.passage, first, last))
        for more in following_runs(self.passage, cue, attached, self.taken):
            stretches.append((self.passage.run_first[more], self.passage.run_last[more]))
            self.taken.add(more)
        self._add(cue, stretches, "after the quote")

    def _add_reported(self, cue: Cue, attached: set[int]) -> None:
        blocked = self.taken | attached
        content = None
        if " " not in cue.lemma:
            content = forward_content(self.passage, cue, self.lexicon, blocked)
        if content is not None:
            stretches: list[Stretch] | None = [content]
        else:
            stretches = set_off_content(self.passage, cue, self.lexicon)
        if stretches is None:
            return
        self._add(cue, stretches, "")

    def _add(self, cue: Cue, stretches: list[Stretch], where: str) -> None:
        passage = self.passage
        stretches = [s for s in stretches if s[0] <= s[1]]
        if not stretches:
            return
        for first, last in stretches:
            self.taken.update(runs_between(passage, first, last))
        words = passage.text[passage.offset[cue.verb] : passage.finish[cue.last]]
        self.found.append(
            Utterance(
                spans=tuple(self._span(*s) for s in stretches),
                style=style_of(passage, stretches),
                paragraph=passage.position,
                mention=cue.subject,
                cue=passage.span(cue.verb, cue.last),
                reason=f"“{words}” {where}".strip(),
            )
        )

    def _span(self, first: int, last: int) -> Span:
        """Return the span of some tokens, quote marks that touch them included."""
        passage = self.passage
        span = passage.span(first, last)
        start, end = span
        if not passage.outside(first):
            start = min(start, passage.run_span(passage.run_of[first]).start)
        if not passage.outside(last):
            end = max(end, passage.run_span(passage.run_of[last]).end)
        return Span(start, end)

    def _add_leftovers(self) -> None:
        passage = self.passage
        for run in range(len(passage.runs)):
            if run in self.taken:
                continue
            found = attribute_alone(passage, run, self.lexicon)
            if found is None:
                continue
            self.taken.add(run)
            self.found.append(
                Utterance(
                    spans=(passage.run_span(run),),
                    style=QuotationStyle.DIRECT,
                    paragraph=passage.position,
                    mention=found.mention,
                    cue=passage.span(*found.cue) if found.cue else None,
                    reason=found.reason,
                    inherits=found.inherits,
                )
            )


def style_of(passage: Passage, stretches: Sequence[Stretch]) -> QuotationStyle:
    """Tell how words are reported, by how many of them stand in quote marks."""
    inside = outside = 0
    for first, last in stretches:
        for token in range(first, last + 1):
            if not passage.words[token][:1].isalnum():
                continue
            if passage.outside(token):
                outside += 1
            else:
                inside += 1
    if not inside:
        return QuotationStyle.INDIRECT
    return QuotationStyle.MIXED if outside > 1 else QuotationStyle.DIRECT
