"""Draws what things cost against the length of the document, both axes logarithmic, as SVG."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

from benchmarks.rows import Point, spoken

WIDTH, HEIGHT = 860, 520
LEFT, RIGHT, TOP, BOTTOM = 80, 690, 40, 460

COLOURS = {
    "first paint": "#2e86c9",
    "page": "#d55e00",
    "jump": "#cc79a7",
    "wrap": "#009e73",
    "search": "#b8860b",
    "analysis": "#7b61c9",
}
"""Told apart with any kind of sight, on white and on black alike."""

_LABEL_GAP = 17

_STYLE = """\
<style>
  text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #444; }
  .title { font-weight: 600; }
  .grid { stroke: #888; stroke-opacity: .28; }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
  @media (prefers-color-scheme: dark) { text { fill: #bbb; } }
</style>
"""


class _Axes:
    """From words and seconds to places on the picture."""

    def __init__(self, points: Sequence[Point]) -> None:
        lengths = [log10(p.words) for p in points]
        costs = [log10(p.seconds) for p in points]
        self.left, self.right = min(lengths), max(max(lengths), min(lengths) + 0.1)
        self.low, self.high = floor(min(costs)), max(ceil(max(costs)), floor(min(costs)) + 1)

    def x(self, words: float) -> float:
        share = (log10(words) - self.left) / (self.right - self.left)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def y(self, seconds: float) -> float:
        share = (log10(seconds) - self.low) / (self.high - self.low)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)


def plot(points: Iterable[Point]) -> str:
    """Return the picture.

    Args:
        points: What was measured.
    """
    curves: dict[str, list[Point]] = defaultdict(list)
    for point in sorted(points, key=lambda p: p.words):
        curves[point.curve].append(point)
    known = [p for curve in curves.values() for p in curve]
    axes = _Axes(known)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="Cost against length of the document">\n',
        _STYLE,
        *_grid(axes, sorted({p.words for p in known})),
        *(_curve(axes, name, curve) for name, curve in curves.items()),
        *_names(axes, curves),
        "</svg>\n",
    ]
    return "".join(parts)


def _grid(axes: _Axes, lengths: Sequence[int]) -> Iterable[str]:
    yield f'<text class="title" x="{LEFT}" y="22">time until it is on the screen</text>\n'
    for power in range(axes.low, axes.high + 1):
        y = axes.y(10**power)
        yield f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y}" y2="{y}"/>\n'
        label = _power(power)
        yield f'<text x="{LEFT - 10}" y="{y + 4}" text-anchor="end">{label}</text>\n'
    for words in lengths:
        x = axes.x(words)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP}" y2="{BOTTOM}"/>\n'
        yield f'<text x="{x}" y="{BOTTOM + 20}" text-anchor="middle">{words:,}</text>\n'
    middle = (LEFT + RIGHT) / 2
    yield f'<text x="{middle}" y="{BOTTOM + 44}" text-anchor="middle">words</text>\n'


def _power(power: int) -> str:
    return f"{10**power} s" if power >= 0 else f"{10 ** (power + 3):g} ms"


def _curve(axes: _Axes, name: str, curve: Sequence[Point]) -> str:
    places = [(axes.x(p.words), axes.y(p.seconds)) for p in curve]
    line = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
    colour = COLOURS.get(name, "#888")
    return (
        f'<polyline class="line" stroke="{colour}" points="{line}"/>\n'
        f'<g fill="{colour}">{dots}</g>\n'
    )


def _names(axes: _Axes, curves: dict[str, list[Point]]) -> Iterable[str]:
    """Write the name of each line at its end, moved apart where two would touch."""
    ends = sorted((axes.y(curve[-1].seconds), name) for name, curve in curves.items())
    lowest = float("-inf")
    for y, name in ends:
        lowest = max(y, lowest + _LABEL_GAP)
        x = axes.x(curves[name][-1].words)
        end = spoken(curves[name][-1].seconds)
        colour = COLOURS.get(name, "#888")
        yield (
            f'<text x="{x + 12}" y="{lowest + 4}">'
            f'<tspan font-weight="600" style="fill:{colour}">{name}</tspan> {end}</text>\n'
        )
