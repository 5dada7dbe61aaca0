"""Finding quotations: cues first, then the quote marks that no cue explains."""

from collections.abc import Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.model import QuotationStyle
from tuireader.analysis.quotations.attached import clause_after
from tuireader.analysis.quotations.blocks import attributed_block
from tuireader.analysis.quotations.boundaries import runs_between, trimmed, whole_runs
from tuireader.analysis.quotations.clauses import Stretch
from tuireader.analysis.quotations.complements import forward_content, with_colon
from tuireader.analysis.quotations.cues import Cue, find_cues
from tuireader.analysis.quotations.headlines import headline_report, is_headline
from tuireader.analysis.quotations.interruptions import interrupts
from tuireader.analysis.quotations.joining import join_next_sentence, join_paragraphs, prolong
from tuireader.analysis.quotations.labels import Labelled, is_turn, labelled_parts
from tuireader.analysis.quotations.lexicon import ReportingLexicon, reporting_lexicon
from tuireader.analysis.quotations.model import Utterance
from tuireader.analysis.quotations.nesting import without_echoes
from tuireader.analysis.quotations.nouns import noun_reports
from tuireader.analysis.quotations.openers import opened_run, without_opened
from tuireader.analysis.quotations.passage import Passage, make_passages
from tuireader.analysis.quotations.setoff import (
    attached_run,
    following_runs,
    quoted_before,
    set_off_content,
)
from tuireader.analysis.quotations.standalone import (
    attribute_alone,
    introduction,
    is_quoted_heading,
    side_by_side,
)
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
    passages = make_passages(parsed)
    labelled = labelled_parts(passages, lexicon)
    has_double = any(not run.single for passage in passages for run in passage.runs)
    for passage in passages:
        before = passages[passage.position - 1] if passage.position else None
        if has_double and is_quoted_heading(passage):
            continue
        finder = _ParagraphFinder(passage, lexicon, before, is_turn(passage, labelled))
        parts = labelled.get(passage.position, [])
        here = finder.utterances(parts)
        if parts and parts[0].continues and here:
            prolong(found, here.pop(0).spans)
        if passage.runs and passage.runs[0].continues and found:
            here = join_paragraphs(found, here, passage.run_span(0))
        if not (passage.runs and not passage.runs[-1].closed):
            here = join_next_sentence(passage, before, found, here)
        block = attributed_block(passages, passage.position, lexicon)
        if block is not None:
            found = [u for u in found if u.start < block.start]
            here = [block, *here]
        found.extend(here)
    found.sort(key=lambda u: (u.start, -u.end))
    return found


class _ParagraphFinder:
    """Finds the utterances of one paragraph."""

    def __init__(
        self, passage: Passage, lexicon: ReportingLexicon, before: Passage | None, is_turn: bool
    ) -> None:
        self.passage = passage
        self.is_turn = is_turn
        self.before = before
        self.lexicon = lexicon
        self.labelled: Sequence[Labelled] = ()
        self.taken: set[int] = set()
        self.found: list[Utterance] = []

    def utterances(self, labelled: Sequence[Labelled]) -> list[Utterance]:
        """Return the utterances of the paragraph.

        Args:
            labelled: The parts of it that have a speaker before a colon.
        """
        self.labelled = labelled
        for part in labelled:
            self._add_labelled(part)
        cues = find_cues(self.passage, self.lexicon)
        attached = self._attached(cues)
        explained = set(attached.values())
        opened = {run: cue for cue in cues if (run := opened_run(self.passage, cue)) is not None}
        for number, cue in enumerate(cues):
            run = attached.get(number)
            if run is not None:
                self._add_quoted(cue, run, explained)
            else:
                others = {run: opener for run, opener in opened.items() if opener is not cue}
                self._add_reported(cue, explained, others)
        for cue, content in noun_reports(self.passage, self.lexicon):
            self._add(cue, [content], "")
        if not self.found and is_headline(self.passage):
            self._add_headline()
        self._add_leftovers()
        return without_echoes(self.passage, self.found, self.lexicon)

    def _add_labelled(self, part: Labelled) -> None:
        passage = self.passage
        first, last = whole_runs(passage, part.first, part.last)
        if not self.is_turn and passage.words[last] == ".":
            last = trimmed(passage, first, last)
        self.taken.update(runs_between(passage, first, last))
        self.found.append(
            Utterance(
                spans=(self._span(first, last),),
                style=QuotationStyle.DIRECT if self.is_turn else QuotationStyle.INDIRECT,
                paragraph=passage.position,
                mention=part.mention,
                cue=None,
                reason="the speaker stands before a colon",
                labelled=self.is_turn,
            )
        )

    def _add_headline(self) -> None:
        passage = self.passage
        report = headline_report(passage, self.lexicon)
        if report is None:
            return
        mention, verb = report
        first, last = whole_runs(passage, verb + 1, trimmed(passage, verb + 1, passage.size - 1))
        self.taken.update(runs_between(passage, first, last))
        self.found.append(
            Utterance(
                spans=(self._span(first, last),),
                style=style_of(passage, [(first, last)]),
                paragraph=passage.position,
                mention=mention,
                cue=passage.span(verb, verb),
                reason=f"“{passage.words[verb]}” in the headline",
            )
        )

    def _attached(self, cues: list[Cue]) -> dict[int, int]:
        """Map cues to the quotation right before them; each quotation to one cue only."""
        attached: dict[int, int] = {}
        numbers = {cue.verb: number for number, cue in enumerate(cues)}
        for run in range(len(self.passage.runs)):
            after = clause_after(self.passage, run, self.lexicon)
            if after is None:
                continue
            number = numbers.setdefault(after.verb, len(cues))
            if number == len(cues):
                cues.append(after)
            cues[number] = after
            attached[number] = run
        explained = set(attached.values())
        for number, cue in enumerate(cues):
            run_before = attached_run(self.passage, cue, self.lexicon)
            if run_before is not None and run_before not in explained:
                explained.add(attached.setdefault(number, run_before))
        return attached

    def _add_quoted(self, cue: Cue, run: int, attached: set[int]) -> None:
        first, last = quoted_before(self.passage, cue, run, self.taken)
        stretches = [(first, last)]
        self.taken.update(runs_between(self.passage, first, last))
        for more in following_runs(self.passage, cue, attached, self.taken):
            stretches.append((self.passage.run_first[more], self.passage.run_last[more]))
            self.taken.add(more)
        self._add(cue, stretches, "after the quote")

    def _add_reported(self, cue: Cue, attached: set[int], opened: dict[int, Cue]) -> None:
        blocked = self.taken | attached | opened.keys()
        content = None
        if " " not in cue.lemma and not self._interrupts(cue):
            content = forward_content(self.passage, cue, self.lexicon, blocked)
        if content is not None:
            content = with_colon(self.passage, content, blocked)
            whole = without_opened(self.passage, content, opened)
            stretches: list[Stretch] | None = None if whole is None else [whole]
        else:
            stretches = set_off_content(self.passage, cue, self.lexicon)
        if stretches is None or self._is_thing(cue, stretches):
            return
        self._add(cue, stretches, "")

    def _behind_label(self, first: int, last: int) -> int:
        """Return the first token of some words without a label that the sentence starts with."""
        inside = [part.first for part in self.labelled if first < part.first <= last]
        return max(inside, default=first)

    def _interrupts(self, cue: Cue) -> bool:
        return cue.lemma in self.lexicon.asides and interrupts(self.passage, cue)

    def _is_thing(self, cue: Cue, stretches: list[Stretch]) -> bool:
        """Tell whether a thing stands before the verb, and no words in quote marks behind it."""
        passage, subject = self.passage, cue.subject
        if subject is None or passage.pos[subject.head] != "NOUN":
            return False
        quoted = any(runs_between(passage, *s) for s in stretches)
        return not quoted and passage.lemma[subject.head] in self.lexicon.things

    def _add(self, cue: Cue, stretches: list[Stretch], where: str) -> None:
        passage = self.passage
        stretches = [(self._behind_label(*s), s[1]) for s in stretches if s[0] <= s[1]]
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
        """Judge the quotations that no cue explains; those side by side are one."""
        passage = self.passage
        run = 0
        while run < len(passage.runs):
            first = run
            run += 1
            if first in self.taken:
                continue
            found = attribute_alone(passage, first, self.lexicon)
            if found is None:
                continue
            cue = passage.span(*found.cue) if found.cue else None
            if found.inherits and self.before is not None and first == 0:
                announced = introduction(self.before)
                if announced is not None and announced.cue is not None:
                    found, cue = announced, self.before.span(*announced.cue)
            group = [first]
            while run < len(passage.runs) and run not in self.taken and side_by_side(passage, run):
                group.append(run)
                run += 1
            self.taken.update(group)
            self.found.append(
                Utterance(
                    spans=tuple(passage.run_span(r) for r in group),
                    style=QuotationStyle.DIRECT,
                    paragraph=passage.position,
                    mention=found.mention,
                    cue=cue,
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
