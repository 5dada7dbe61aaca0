"""A parsed paragraph with its quoted stretches, as plain lists that are quick to walk."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.marks import QuotedRun, scan_paragraphs
from tuireader.article.model import Span

OUTSIDE = -1
"""What `Passage.run_of` holds for a token outside quote marks."""

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs in the present or the past tense."""
FINITE = TENSED | {"MD"}
"""Tags of finite verbs."""

_LONGEST_SENTENCE = 400
"""How many tokens a sentence may have before it is split anywhere; keeps the whole linear."""
_STOPS = frozenset({".", "?", "!", "...", "…"})
_CLOSERS = "\"'”’»)]"


class Passage:
    """A paragraph of the article: its tokens, their syntax, its quoted stretches and sentences."""

    def __init__(self, position: int, parsed: ParsedParagraph, runs: Sequence[QuotedRun]) -> None:
        doc = parsed.doc
        self.position = position
        """Its place among the parsed paragraphs."""
        self.parsed = parsed
        self.start = parsed.start
        self.text = parsed.text
        self.size = len(parsed.tokens)
        self.words = list(parsed.words)
        self.lower = list(parsed.lower)
        mended = reporting_lexicon().misread_lemmas
        self.lemma: list[str] = [mended.get(word := w.lower(), word) for w in parsed.lemmas]
        self.tag: Sequence[str] = parsed.tags
        self.pos: Sequence[str] = parsed.classes
        self.dep: Sequence[str] = parsed.roles
        steps = doc.to_array("HEAD").astype("int64").tolist()
        self.head: list[int] = [i + step for i, step in enumerate(steps)]
        self.offset: list[int] = [t.idx for t in parsed.tokens]
        ends = zip(self.offset, self.words, strict=True)
        self.finish: list[int] = [start + len(word) for start, word in ends]
        self.left: list[int] = list(range(self.size))
        self.right: list[int] = list(range(self.size))
        self.children: list[Sequence[int]] = [()] * self.size
        self._measure_subtrees()
        self.runs = tuple(runs)
        self.run_first: list[int] = []
        self.run_last: list[int] = []
        self.run_of: list[int] = [OUTSIDE] * self.size
        self._place_runs()
        self.sentence_of: list[int] = [0] * self.size
        self.sentences: list[tuple[int, int]] = []
        self._split_sentences(doc)

    def _measure_subtrees(self) -> None:
        found: dict[int, list[int]] = {}
        for i, head in enumerate(self.head):
            if head != i:
                found.setdefault(head, []).append(i)
        for head, children in found.items():
            self.children[head] = children
        self._widen(self.left, range(self.size))
        self._widen(self.right, range(self.size - 1, -1, -1))

    def _widen(self, ends: list[int], order: range) -> None:
        """Note the first of each token's descendants in an order, itself included."""
        for i in order:
            at = self.head[i]
            # Who has met an earlier one, or comes earlier, has told those above as well.
            while ends[at] != i and (ends[at] > i) == (order.step > 0):
                ends[at] = i
                at = self.head[at]

    def _place_runs(self) -> None:
        token = 0
        for number, run in enumerate(self.runs):
            while token < self.size and self.finish[token] <= run.start:
                token += 1
            first = token
            while token < self.size and self.offset[token] < run.end:
                self.run_of[token] = number
                token += 1
            self.run_first.append(first)
            self.run_last.append(max(first, token - 1))

    def _split_sentences(self, doc: object) -> None:
        first = 0
        for i in range(1, self.size):
            if self._starts_sentence(i) or (i - first > _LONGEST_SENTENCE and self.outside(i)):
                self.sentences.append((first, i - 1))
                first = i
            self.sentence_of[i] = len(self.sentences)
        if self.size:
            self.sentences.append((first, self.size - 1))

    def _starts_sentence(self, i: int) -> bool:
        """Tell whether a sentence starts at token `i`; a quoted stretch is never split."""
        run, before = self.run_of[i], self.run_of[i - 1]
        if run != OUTSIDE and run == before:
            return False
        word = self.words[i]
        if not (word[:1].isupper() or word[:1].isdigit() or run != OUTSIDE or word[:1] in "[("):
            return False
        if before != OUTSIDE:
            stop = self.run_stop(before)
            if stop and stop in ".…":
                return True
            if not stop or stop not in "?!":
                return False
            return run != OUTSIDE or self._is_introduced(before) or not self._cue_follows(i)
        last = self.words[i - 1]
        if last in _STOPS or (last == ":" and self.words[i][:1] == "\n"):
            return True
        if last in (")", "]") and i >= 2 and self.words[i - 2] in _STOPS:
            return True
        if last.isspace():
            return i >= 2 and (self.words[i - 2] in _STOPS or "\n" in last)
        starts = self.parsed.tokens[i].is_sent_start
        return bool(starts) and last.endswith(".") and len(last) > 2

    def _is_introduced(self, run: int) -> bool:
        """Tell whether a comma or colon before a quotation ties it to earlier words."""
        first = self.run_first[run]
        return first > 0 and self.words[first - 1] in (",", ":")

    def _cue_follows(self, i: int) -> bool:
        """Tell whether what follows a quoted question reads like "X asked"."""
        for at in range(i, min(i + 25, self.size)):
            if self.words[at] in _STOPS:
                return False
            if self.tag[at] in TENSED and self.dep[at] not in ("relcl", "aux"):
                following = self.lower[at + 1 : at + 2]
                return self.lemma[at] in reporting_lexicon().with_quote and following != ["that"]
        return False

    def run_stop(self, run: int) -> str:
        """Return the last character of a quoted stretch before its closing marks."""
        found = self.runs[run]
        inner = self.text[found.start : found.end].rstrip(_CLOSERS + " `")
        return inner[-1:] if inner else ""

    def run_words(self, run: int) -> int:
        """Count the words of a quoted stretch."""
        found = self.runs[run]
        return len(self.text[found.start : found.end].split())

    def tokens_within(self, start: int, end: int) -> range:
        """Return the tokens that start in a stretch of the paragraph's text.

        Args:
            start: Offset of the stretch in the paragraph.
            end: Offset after it.
        """
        return range(bisect_left(self.offset, start), bisect_left(self.offset, end))

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first and last token of the sentence that a token stands in."""
        return self.sentences[self.sentence_of[token]]

    def span(self, first: int, last: int) -> Span:
        """Return the article's span of a stretch of tokens, both ends included."""
        return Span(self.start + self.offset[first], self.start + self.finish[last])

    def run_span(self, run: int) -> Span:
        """Return the article's span of a quoted stretch, marks included."""
        found = self.runs[run]
        return Span(self.start + found.start, self.start + found.end)

    def outside(self, token: int) -> bool:
        """Tell whether a token stands outside quote marks."""
        return self.run_of[token] == OUTSIDE

    def ancestors(self, token: int) -> Iterator[int]:
        """Walk from a token's head up to the root."""
        steps = 0
        while self.head[token] != token and steps < 60:
            token, steps = self.head[token], steps + 1
            yield token

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child with one of the relations."""
        for child in self.children[token]:
            if self.dep[child] in deps:
                return child
        return None


def make_passages(parsed: Sequence[ParsedParagraph]) -> list[Passage]:
    """Scan the quote marks of the paragraphs and lay each out as a passage."""
    runs = scan_paragraphs([p.text for p in parsed])
    return [Passage(i, p, r) for i, (p, r) in enumerate(zip(parsed, runs, strict=True))]
