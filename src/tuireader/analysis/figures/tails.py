"""What may follow a cardinal: "and a half", "thirds", "point five", "-first", "of a million"."""

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.analysis.figures.atoms import Atom, AtomKind, piece
from tuireader.analysis.figures.cardinals import Cardinal, grow
from tuireader.analysis.figures.numbers import Form

_MOST_DECIMALS = 12
_MOST_QUARTERS = 1000
"""From here on "quarters" are coins or terms and no fourths."""
_LARGE = 1000
"""From here on an ordinal without a hyphen is no part of the number ("$2 million first prize")."""


class Tail(NamedTuple):
    """A number with its tail."""

    value: float
    """What the whole stands for."""

    end: int
    """Offset after its last character."""

    at: int
    """Index after its last atom."""

    form: Form
    """How it is written."""

    scale: float = 1.0
    """By which power behind the tail it is multiplied."""


def following_scale(atoms: Sequence[Atom], index: int, end: int) -> tuple[float, int, int]:
    """Read "million", "a dozen" or "of a million" at `index`.

    Returns:
        The factor, the offset after it and the index after it; 1, `end`, `index` without any.
    """
    at = index
    while piece(atoms, at, AtomKind.OF, AtomKind.ARTICLE) is not None:
        at += 1
    power = piece(atoms, at, AtomKind.SCALE, AtomKind.GROUP)
    if power is not None and power.value != 100:
        return power.value, power.end, at + 1
    return 1.0, end, index


def read_tail(atoms: Sequence[Atom], at: int, cardinal: Cardinal, form: Form) -> Tail | None:
    """Read the tail at `at` of a cardinal; None without one."""
    tail = (
        _read_split_part(atoms, at, cardinal)
        or _read_part(atoms, at, cardinal)
        or _read_long_part(atoms, at, cardinal)
        or _read_half(atoms, at, cardinal)
        or _read_decimals(atoms, at, cardinal, form)
    )
    if tail is None:
        return None
    factor, end, after = following_scale(atoms, tail.at, tail.end)
    form = Form.WORDS if factor > 1 else tail.form
    return Tail(tail.value * factor, end, after, form, factor)


def read_rank(atoms: Sequence[Atom], at: int, value: float) -> float | None:
    """Read the last piece of "twenty-first", "one hundred twenty-fifth", "two hundredth"."""
    last = piece(atoms, at, AtomKind.PART, AtomKind.ORDINAL)
    if last is None or last.plural or last.mark == ",":
        return None
    if last.kind is AtomKind.ORDINAL and last.value == 2 and last.mark != "-":
        return None
    if last.value >= 100:
        return value * last.value if value > 1 else None
    fills = value % 100 >= 20 and value % 10 == 0 and last.value < 10
    opens = value >= 100 and value % 100 == 0 and (last.mark == "-" or value < _LARGE)
    return value + last.value if fills or opens else None


def _read_split_part(atoms: Sequence[Atom], at: int, cardinal: Cardinal) -> Tail | None:
    """Read "quarters" behind "a hundred and three": the part counts from "and" on."""
    part = piece(atoms, at, AtomKind.PART)
    if part is None or cardinal.before_link is None:
        return None
    whole, unit = cardinal.before_link
    numerator = cardinal.value - whole
    if not 0 < numerator < part.value or part.plural is (numerator == 1):
        return None
    return _with_share(atoms, at, whole, numerator / part.value, unit)


def _with_share(atoms: Sequence[Atom], at: int, whole: float, share: float, unit: float) -> Tail:
    """Add a share to a whole: of a power of its own, of the whole's power, or of one."""
    power = piece(atoms, at + 1, AtomKind.SCALE) if unit > 1 else None
    if power is not None:
        return Tail(whole + share * power.value, power.end, at + 2, Form.WORDS)
    return Tail(whole + share * unit, atoms[at].end, at + 1, Form.WORDS)


def _read_part(atoms: Sequence[Atom], at: int, cardinal: Cardinal) -> Tail | None:
    """Read "thirds" behind "two", "third" behind "one"."""
    part, value = piece(atoms, at, AtomKind.PART), cardinal.value
    if part is None or part.plural is (value == 1):
        return None
    if part.value in (2, 4) and value >= _MOST_QUARTERS:
        return None
    return Tail(value / part.value, part.end, at + 1, Form.FRACTION)


def _read_long_part(atoms: Sequence[Atom], at: int, cardinal: Cardinal) -> Tail | None:
    """Read "twenty-fifth" and "one-hundredth" behind "one", "twenty-fifths" behind "three"."""
    opening = piece(atoms, at, AtomKind.TEN, AtomKind.ONE)
    if opening is None or (opening.kind is AtomKind.ONE and opening.value != 1):
        return None
    of_hundred = opening.value == 1 and piece(atoms, at + 1, AtomKind.GROUP) is not None
    linked = of_hundred and piece(atoms, at + 2, AtomKind.AND) is not None
    part_at = at + 1 + of_hundred + linked
    part = piece(atoms, part_at, AtomKind.PART)
    if part is None or part.plural is (cardinal.value == 1):
        return None
    denominator = _denominator(opening, part, of_hundred=of_hundred)
    if denominator is None:
        return None
    return Tail(cardinal.value / denominator, part.end, part_at + 1, Form.FRACTION)


def _denominator(opening: Atom, part: Atom, *, of_hundred: bool) -> float | None:
    """Return the number of parts that "twenty-fifth", "one-hundredth", "one hundred fifth" tell."""
    if of_hundred:
        return 100 + part.value if part.value < 100 else None
    if opening.kind is AtomKind.ONE:
        return part.value if part.value >= 100 else None
    return opening.value + part.value if part.value < 10 else None


def gives_ten(atoms: Sequence[Atom], index: int, at: int) -> bool:
    """Tell whether the last ten of a cardinal opens a part: the thirty of "ten thirty-fifths".

    Args:
        atoms: The pieces.
        index: Where the cardinal begins.
        at: Where it ends.
    """
    part = piece(atoms, at, AtomKind.PART)
    if part is None or not part.plural or at - index < 2:
        return False
    return atoms[at - 1].kind is AtomKind.TEN and part.value < 10


def _read_half(atoms: Sequence[Atom], at: int, cardinal: Cardinal) -> Tail | None:
    """Read "and a half", "and three quarters", "and thirty-one hundredths" behind a cardinal."""
    link = piece(atoms, at, AtomKind.AND)
    if link is None or link.mark == ",":
        return None
    count = piece(atoms, at + 1, AtomKind.ARTICLE, AtomKind.ONE, AtomKind.TEN)
    numerator, part_at = _numerator(atoms, count, at + 1)
    part = piece(atoms, part_at, AtomKind.PART)
    if part is None or part.plural is (numerator == 1) or (count is None and part.value != 2):
        return None
    if numerator >= part.value:
        return None
    unit = cardinal.scale if cardinal.current is None and cardinal.scale else 1.0
    return _with_share(atoms, part_at, cardinal.value, numerator / part.value, unit)


def _numerator(atoms: Sequence[Atom], count: Atom | None, at: int) -> tuple[float, int]:
    """Return how many parts are told at an index, one if none is said, and the index after it."""
    if count is None:
        return 1.0, at
    if count.kind is not AtomKind.TEN:
        return count.value, at + 1
    grown, size = grow(atoms[at : at + 2], 0)
    return grown.value, at + size


def _read_decimals(atoms: Sequence[Atom], at: int, cardinal: Cardinal, form: Form) -> Tail | None:
    """Read "point zero three" behind a cardinal."""
    if piece(atoms, at, AtomKind.POINT) is None:
        return None
    digits, end, at = "", 0, at + 1
    while len(digits) < _MOST_DECIMALS:
        digit = piece(atoms, at, AtomKind.ONE, AtomKind.TEN)
        if digit is None:
            break
        fills = digits and atoms[at - 1].kind is AtomKind.TEN and digit.value < 10
        digits = (digits[:-1] if fills else digits) + f"{digit.value:.0f}"
        end, at = digit.end, at + 1
    return Tail(cardinal.value + float("0." + digits), end, at, form) if digits else None
