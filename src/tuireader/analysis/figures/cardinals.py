"""A cardinal number, grown piece by piece: "two hundred and five thousand"."""

from collections.abc import Sequence

from tuireader.analysis.figures.atoms import Atom, AtomKind, piece

_GOES_ON = (AtomKind.GROUP, AtomKind.TEN, AtomKind.ONE, AtomKind.AND)


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
        """Whether "hundred" was read since the last power."""

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
        if self.current is not None or self.in_digits or following is None:
            return False
        power = following.kind is AtomKind.SCALE and following.value < self.scale
        return following.joined and (power or following.kind in _GOES_ON)

    def _digits(self, atom: Atom, following: Atom | None) -> bool:
        grouped = following is not None and following.joined and following.kind is AtomKind.GROUP
        fills = self.after_hundred and self.linked and 0 < atom.value < 100
        if self.empty:
            self.in_digits = True
        elif not fills and not (self.current is None and self.scale and grouped):
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
        fills_hundred = self.after_hundred and rest == 0 and atom.value > 0
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
        first = piece(atoms, index + 1, AtomKind.ONE, AtomKind.TEN, AtomKind.DIGITS)
        if self.closed or self.linked or first is None:
            return False
        at_hundred = self.after_hundred and self.value % 100 == 0
        if not at_hundred and (self.current is not None or not self.scale):
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


def grow(atoms: Sequence[Atom], index: int) -> tuple[Cardinal, int]:
    """Read a cardinal that begins at an atom; return it and the index after its last piece."""
    cardinal, at = Cardinal(), index
    while at < len(atoms):
        atom = atoms[at]
        if at > index and (not atom.joined or not _passes_comma(atoms, at)):
            break
        if atom.kind is AtomKind.AND:
            if not cardinal.may_link(atoms, at):
                break
            cardinal.link()
        elif not cardinal.add(atom, atoms[at + 1] if at + 1 < len(atoms) else None):
            break
        at += 1
        if atom.letter:
            break
    return cardinal, at - cardinal.linked


def _passes_comma(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a number goes on at `at`: behind a comma only after a power ("a million, two …")."""
    if atoms[at].mark != ",":
        return True
    return atoms[at - 1].kind is AtomKind.SCALE and atoms[at].kind is not AtomKind.DIGITS
