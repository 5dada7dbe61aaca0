"""Numbers in words and digits: "two hundred and five", "3.2 million", "a third", "dozens".

The grammar is small and exact. A list of pieces is read from left to right, and a piece joins a
number only where English lets it: "two hundred and five" is one number, "two hundred and three
hundred" are two. No piece is read more than a fixed number of times.
"""

import re
from collections.abc import Iterator, Sequence

from tuireader.analysis.figures.atoms import ABBREVIATED, Atom, AtomKind, find_atoms
from tuireader.analysis.figures.numbers import Form, Number

_SHARE_FOLLOWS = re.compile(
    r"\s+(?:of|to|from|in|is|are|were|was|have|has|had|the|this|that|as|less|more|fewer|smaller|"
    r"larger|higher|lower|bigger|said|say|by|on|at|each|his|her|their|its|an?)\b|\s*(?:[.,;:)!?”\"—–]|$)",
    re.IGNORECASE,
)
_HALF_FOLLOWS = re.compile(
    r"\s+(?:of|the|its|their|his|her|an?|as|this|that|those|these|and|were|are|is|our|my|your)\b|\s+\w+s\b",
    re.IGNORECASE,
)
_BOUND_BEFORE = re.compile(r"\b(?:than|nearly|almost|about|over|under|roughly)[ ]$", re.IGNORECASE)
_NOT_HALF = re.compile(
    r"\b(?:in|first|second|other|latter|former|last|this|better|time|one)[ -]$", re.IGNORECASE
)


class Cardinal:
    """A cardinal number that grows piece by piece."""

    def __init__(self) -> None:
        self.total = 0.0
        """What the closed powers add up to."""

        self.current: float | None = None
        """What stands in front of the next power."""

        self.scale = 0.0
        """The last power; 0 before one was read."""

        self.top_scale = 1.0
        """The first, greatest power."""

        self.after_hundred = False
        self.in_digits = False
        """Whether it begins with digits."""

        self.closed = False
        """Whether nothing can follow ("two dozen")."""

        self.linked = False
        """Whether "and" stands in front of the next piece."""

        self.before_link: tuple[float, float] | None = None
        """Value and last power in front of "and"."""

    @property
    def empty(self) -> bool:
        """Whether no piece was read."""
        return self.current is None and self.total == 0 and not self.scale

    @property
    def value(self) -> float:
        """What it stands for so far."""
        return self.total + (self.current or 0.0)

    def add(self, atom: Atom, following: Atom | None) -> bool:
        """Take in a piece; return whether it could."""
        if self.closed:
            return False
        step = {
            AtomKind.DIGITS: self._digits,
            AtomKind.ONE: self._one,
            AtomKind.TEN: self._ten,
            AtomKind.GROUP: self._group,
            AtomKind.SCALE: self._scale,
            AtomKind.PLURAL: self._plural,
        }.get(atom.kind)
        if step is None or not step(atom, following):
            return False
        self.linked = False
        return True

    def _opens(self, following: Atom | None) -> bool:
        """Whether a small number may open the next group of digits after a power."""
        if self.empty or self.linked:
            return True
        goes_on = following is not None and following.joined
        return (
            self.current is None
            and goes_on
            and following is not None
            and following.kind in (AtomKind.GROUP, AtomKind.TEN, AtomKind.ONE, AtomKind.AND)
            and not self.in_digits
        )

    def _digits(self, atom: Atom, following: Atom | None) -> bool:
        grouped = following is not None and following.joined and following.kind is AtomKind.GROUP
        if self.empty:
            self.in_digits = True
        elif not (self.after_hundred and self.linked and atom.value < 100):
            if not (self.current is None and self.scale and grouped):
                return False
        self.current = (self.current or 0.0) + atom.value
        self.after_hundred = False
        return True

    def _one(self, atom: Atom, following: Atom | None) -> bool:
        if self.current is None:
            if not self._opens(following):
                return False
            self.current = atom.value
            return True
        rest = self.current % 100
        fills_ten = rest >= 20 and rest % 10 == 0 and 0 < atom.value < 10
        fills_hundred = self.after_hundred and rest == 0
        if (self.in_digits and not self.linked) or not (fills_ten or fills_hundred):
            return False
        self.current += atom.value
        return True

    def _ten(self, atom: Atom, following: Atom | None) -> bool:
        if self.current is None:
            if not self._opens(following):
                return False
            self.current = atom.value
            return True
        if not (self.after_hundred and self.current % 100 == 0) or self.in_digits > self.linked:
            return False
        self.current += atom.value
        return True

    def _group(self, atom: Atom, following: Atom | None) -> bool:
        del following
        if atom.value == 12:
            self.current = (self.value or 1.0) * 12
            self.total, self.closed = 0.0, True
            return True
        if self.current is None:
            if self.scale:
                return False
            self.current = 1.0
        elif self.after_hundred:
            return False
        self.current *= atom.value
        self.after_hundred = True
        return True

    def _plural(self, atom: Atom, following: Atom | None) -> bool:
        """ "three dozens", "five hundreds" behind a number."""
        del following
        if self.empty or self.scale or atom.value == 10:
            return False
        self.current = self.value * atom.value
        self.closed = True
        return True

    def link(self) -> None:
        """Take in "and"."""
        self.linked = True
        self.before_link = (self.value, self.scale if self.current is None else 1.0)

    def _scale(self, atom: Atom, following: Atom | None) -> bool:
        del following
        if self.current is None:
            if self.scale:
                if not self.scale < atom.value:
                    return False
                self.total, self.scale = self.total * atom.value, atom.value
                self.top_scale *= atom.value
                return True
            self.current = 1.0
        elif self.scale and atom.value >= self.scale:
            return False
        if not self.scale:
            self.top_scale = atom.value
        self.total += self.current * atom.value
        self.current, self.scale, self.after_hundred = None, atom.value, False
        return True

    def may_link(self, atoms: Sequence[Atom], index: int) -> bool:
        """Tell whether "and" at `index` goes on with this number and does not start another."""
        if self.closed or self.linked or index + 1 >= len(atoms):
            return False
        at_hundred = self.after_hundred and self.value % 100 == 0
        if not (at_hundred or (self.scale and self.current is None)):
            return False
        first = atoms[index + 1]
        words = first.kind in (AtomKind.ONE, AtomKind.TEN)
        if not first.joined or not (words or first.kind is AtomKind.DIGITS):
            return False
        if self.in_digits and not (self.after_hundred or _is_hundreds(atoms, index + 1)):
            return False
        return not (self.after_hundred and _is_hundreds(atoms, index + 1))


def _is_hundreds(atoms: Sequence[Atom], index: int) -> bool:
    """Whether the number at `index` is one of hundreds or dozens ("two hundred")."""
    for atom in atoms[index + 1 : index + 3]:
        if not atom.joined:
            return False
        if atom.kind is AtomKind.GROUP:
            return True
    return False


def find_numbers(text: str) -> Iterator[Number]:
    """Find the numbers of a text, in order and without overlaps."""
    atoms = list(find_atoms(text))
    index = 0
    while index < len(atoms):
        number, index = _read_number(text, atoms, index)
        if number is not None:
            yield number


def _read_number(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read the number that begins at an atom; return it and the index after it."""
    atom = atoms[index]
    if atom.kind in (AtomKind.RANK, AtomKind.ORDINAL):
        return Number(atom.start, atom.end, atom.value, Form.ORDINAL), index + 1
    if atom.kind is AtomKind.SHARE:
        return _read_share(atoms, index)
    if atom.kind is AtomKind.PLURAL:
        return _read_plural(atoms, index)
    if atom.kind is AtomKind.PART:
        return _read_lone_part(text, atoms, index)
    if atom.kind is AtomKind.ARTICLE:
        return _read_after_article(text, atoms, index)
    if atom.kind in (AtomKind.AND, AtomKind.POINT, AtomKind.OF):
        return None, index + 1
    return _read_cardinal(text, atoms, index)


def _read_share(atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    atom, scale, end, after = atoms[index], 1.0, atoms[index].end, index + 1
    scale, end, after = _following_scale(atoms, after, end)
    form = Form.FRACTION if scale == 1 else Form.DIGITS
    return Number(atom.start, end, atom.value * scale, form, scale, letter=atom.letter), after


def _following_scale(atoms: Sequence[Atom], index: int, end: int) -> tuple[float, int, int]:
    """Read "million" or "a million" or "of a million" at `index`."""
    at = index
    while (
        at < len(atoms) and atoms[at].joined and atoms[at].kind in (AtomKind.OF, AtomKind.ARTICLE)
    ):
        at += 1
    if at < len(atoms) and atoms[at].joined and atoms[at].kind in (AtomKind.SCALE, AtomKind.GROUP):
        if atoms[at].kind is AtomKind.SCALE or atoms[at].value == 12:
            return atoms[at].value, atoms[at].end, at + 1
    return 1.0, end, index


def _read_plural(atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    first = atoms[index]
    value, end, after = first.value, first.end, index + 1
    while after + 1 < len(atoms) and atoms[after].kind is AtomKind.OF and atoms[after].joined:
        power = atoms[after + 1]
        if power.kind is not AtomKind.PLURAL or not power.joined:
            break
        value, end, after = value * power.value, power.end, after + 2
    if first.value in (10.0, 20.0) and after == index + 1 and first.value == 10.0:
        return None, after
    return Number(first.start, end, value, Form.PLURAL, high=value * 10), after


def _read_lone_part(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read "half", "half a million", "quarter million", and "third" as an ordinal."""
    atom = atoms[index]
    scale, end, after = _following_scale(atoms, index + 1, atom.end)
    if atom.value in (2.0, 4.0) and not atom.plural:
        if scale > 1:
            return Number(atom.start, end, scale / atom.value, Form.WORDS, scale), after
        is_half = atom.value == 2 and _HALF_FOLLOWS.match(text, atom.end)
        window = max(0, atom.start - 12)
        is_half = is_half or _BOUND_BEFORE.search(text, window, atom.start)
        if is_half and not _NOT_HALF.search(text, window, atom.start):
            return Number(atom.start, atom.end, 0.5, Form.FRACTION), index + 1
        return None, index + 1
    if atom.plural:
        return None, index + 1
    return Number(atom.start, atom.end, atom.value, Form.ORDINAL), index + 1


def _read_after_article(text: str, atoms: Sequence[Atom], index: int) -> tuple[Number | None, int]:
    """Read "a hundred", "a third", "a quarter of a million", "a dozen"."""
    article = atoms[index]
    if index + 1 >= len(atoms) or not atoms[index + 1].joined:
        return None, index + 1
    head = atoms[index + 1]
    if head.kind is AtomKind.PART and not head.plural:
        scale, end, after = _following_scale(atoms, index + 2, head.end)
        if scale > 1:
            return Number(article.start, end, scale / head.value, Form.WORDS, scale), after
        if head.value == 2 or _SHARE_FOLLOWS.match(text, head.end):
            return Number(article.start, head.end, 1 / head.value, Form.FRACTION), index + 2
        return None, index + 1
    if head.kind in (AtomKind.GROUP, AtomKind.SCALE):
        number, after = _read_cardinal(text, atoms, index + 1, after_article=True)
        if number is None:
            return None, after
        return (
            Number(article.start, number.end, number.value, number.form, number.scale, number.high),
            after,
        )
    return None, index + 1


def _read_cardinal(
    text: str, atoms: Sequence[Atom], index: int, *, after_article: bool = False
) -> tuple[Number | None, int]:
    cardinal, at = Cardinal(), index
    alone = text[atoms[index].start : atoms[index].end].lower() in ABBREVIATED
    while at < len(atoms):
        atom = atoms[at]
        if at > index and not atom.joined:
            break
        if atom.kind is AtomKind.AND:
            if not cardinal.may_link(atoms, at):
                break
            cardinal.link()
            at += 1
            continue
        if at > index and atom.mark == "," and not _after_comma(atoms, at):
            break
        if not cardinal.add(atom, atoms[at + 1] if at + 1 < len(atoms) else None):
            break
        at += 1
        if atom.letter:
            break
    if cardinal.linked:
        at -= 1
    if (
        alone
        or at == index
        or (at == index + 1 and not after_article and _is_lone_power(text, atoms[index]))
    ):
        return None, max(at, index + 1)
    return _finish(text, atoms, index, at, cardinal)


def _is_lone_power(text: str, atom: Atom) -> bool:
    """Whether "hundred" or "million" stands alone; "million-dollar" may."""
    power = atom.kind is AtomKind.SCALE or (atom.kind is AtomKind.GROUP and atom.value == 100)
    return power and text[atom.end : atom.end + 1] not in ("-", "‑")


def _after_comma(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a number goes on behind a comma: "three million, two hundred"."""
    return atoms[at - 1].kind is AtomKind.SCALE and atoms[at].kind is not AtomKind.DIGITS


def _finish(
    text: str, atoms: Sequence[Atom], index: int, at: int, cardinal: Cardinal
) -> tuple[Number | None, int]:
    """Add what may follow a cardinal: "and a half", "point five", "thirds"."""
    first, last = atoms[index], atoms[at - 1]
    value, scale, end, form = cardinal.value, cardinal.top_scale, last.end, Form.WORDS
    if first.kind is AtomKind.DIGITS:
        form = Form.DIGITS
    if last.letter:
        return Number(first.start, end, value, form, scale, letter=last.letter), at
    rank = _read_rank(atoms, at, value)
    if rank is not None:
        return Number(first.start, atoms[at].end, rank, Form.ORDINAL), at + 1
    tail = (
        _read_part(atoms, at, cardinal)
        or _read_half(atoms, at, value, cardinal)
        or _read_decimals(atoms, at, value, form)
    )
    if tail is not None:
        value, end, at, form = tail
        factor, end, at = _following_scale(atoms, at, end)
        value, scale = value * factor, scale * factor
        form = Form.WORDS if factor > 1 else form
    return Number(first.start, end, value, form, scale), at


def _read_rank(atoms: Sequence[Atom], at: int, value: float) -> float | None:
    """Read the last piece of "twenty-first", "one hundred twenty-fifth", "two hundredth"."""
    if at >= len(atoms) or not atoms[at].joined or atoms[at].plural:
        return None
    last = atoms[at]
    if last.kind not in (AtomKind.PART, AtomKind.ORDINAL) or last.mark == ",":
        return None
    if last.kind is AtomKind.ORDINAL and last.value == 2 and last.mark != "-":
        return None
    if last.value >= 100:
        return value * last.value if value > 1 else None
    fills = value % 100 >= 20 and value % 10 == 0 and last.value < 10
    return value + last.value if fills or (value >= 100 and value % 100 == 0) else None


def _read_part(
    atoms: Sequence[Atom], at: int, cardinal: Cardinal
) -> tuple[float, int, int, Form] | None:
    """Read "thirds" behind "two", "third" behind "one", "quarters" behind "a hundred and three"."""
    if at >= len(atoms) or not atoms[at].joined or atoms[at].kind is not AtomKind.PART:
        return None
    part, value = atoms[at], cardinal.value
    if cardinal.before_link is not None:
        whole, unit = cardinal.before_link
        numerator = value - whole
        if 0 < numerator < part.value and part.plural is not (numerator == 1):
            follows = at + 1 < len(atoms) and atoms[at + 1].joined and atoms[at + 1].kind
            if unit > 1 and follows is AtomKind.SCALE:
                share = numerator / part.value * atoms[at + 1].value
                return whole + share, atoms[at + 1].end, at + 2, Form.WORDS
            return whole + numerator / part.value * unit, part.end, at + 1, Form.WORDS
    if part.plural is (value == 1) or value >= 1000:
        return None
    return value / part.value, part.end, at + 1, Form.FRACTION


def _read_half(
    atoms: Sequence[Atom], at: int, value: float, cardinal: Cardinal
) -> tuple[float, int, int, Form] | None:
    """Read "and a half", "and three quarters" behind a cardinal."""
    if at + 1 >= len(atoms) or atoms[at].kind is not AtomKind.AND or not atoms[at].joined:
        return None
    numerator, part_at = 1.0, at + 1
    if atoms[part_at].kind in (AtomKind.ARTICLE, AtomKind.ONE) and atoms[part_at].joined:
        numerator, part_at = atoms[part_at].value, part_at + 1
    if part_at >= len(atoms):
        return None
    part = atoms[part_at]
    if part.kind is not AtomKind.PART or not part.joined or part.plural is (numerator == 1):
        return None
    if part_at == at + 1 and part.value != 2:
        return None
    next_is_scale = part_at + 1 < len(atoms) and atoms[part_at + 1].joined
    next_is_scale = next_is_scale and atoms[part_at + 1].kind is AtomKind.SCALE
    if cardinal.current is None and cardinal.scale and next_is_scale:
        share = numerator / part.value * atoms[part_at + 1].value
        return value + share, atoms[part_at + 1].end, part_at + 2, Form.WORDS
    unit = cardinal.scale if cardinal.current is None and cardinal.scale else 1.0
    return value + numerator / part.value * unit, part.end, part_at + 1, Form.WORDS


def _read_decimals(
    atoms: Sequence[Atom], at: int, value: float, form: Form
) -> tuple[float, int, int, Form] | None:
    """Read "point zero three" behind a cardinal."""
    if at + 1 >= len(atoms) or atoms[at].kind is not AtomKind.POINT or not atoms[at].joined:
        return None
    digits, end, at = "", atoms[at].end, at + 1
    while at < len(atoms) and atoms[at].joined and len(digits) < 12:
        if atoms[at].kind not in (AtomKind.ONE, AtomKind.TEN):
            break
        fills = digits and atoms[at - 1].kind is AtomKind.TEN and atoms[at].value < 10
        digits = digits[:-1] if fills else digits
        digits, end = digits + f"{atoms[at].value:.0f}", atoms[at].end
        at += 1
    return (value + float("0." + digits), end, at, form) if digits else None
