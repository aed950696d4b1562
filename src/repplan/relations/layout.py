"""Where the people of a drawn map stand, and which way the lines between them go.

People stand on one grid: departments are blocks of it, one reporting level under the other. Lines
run between the rows and columns of that grid, so none crosses a person; networkx finds each the
shortest way with the fewest bends. The same people give the same drawing.

Units: pixels, the origin at the upper left.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Point = tuple[float, float]
    Node = tuple[int, int, str]
    Step = tuple[Node, Node]

CARD_WIDTH, CARD_HEIGHT = 216, 86
GUTTER, GAP = 60, 76
TITLE_ABOVE = 12
"""From the base of a block's title down to its first cards."""

_LINES_BELOW = 24
"""From the lower edge of a row down to the middle of the lines between rows."""

_LANE = 5
_APART = 2
"""How many times as far apart lines are at a person: an arrowhead is wider than a line."""

_LANES = (0, 1, -1, 2, -2, 3, -3, 4, -4)
_BEND, _CROWD = 40.0, 6.0
_FRAME = 14
_MOST_COLUMNS, _WIDEST_BLOCK = 8, 5
_PAGE, _PARTED = 1.4, 0.06
"""Width to height of a page on its side; what a level costs that takes one more row."""


@dataclass(frozen=True)
class Block:
    """People who stand together: a title, and their ids level by level."""

    title: str
    levels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Tie:
    """A line to draw from one person to another. Lines of one ``net`` may run as one."""

    source: str
    target: str
    net: str


@dataclass(frozen=True)
class Frame:
    """Where a block stands."""

    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """Where everything stands. ``cards``: id → upper left; ``ways``: the corners of each tie."""

    cards: Mapping[str, Point]
    frames: tuple[Frame, ...]
    ways: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def lay_out(blocks: Sequence[Block], ties: Sequence[Tie]) -> Layout:
    """Return where people stand and lines run."""
    columns, most = _shape(blocks)
    cells, spans, rows = _placed(blocks, columns, most)
    cards = {who: (_card_x(column), _card_y(row)) for who, (column, row) in cells.items()}
    frames = tuple(
        Frame(
            block.title,
            _card_x(column) - _FRAME,
            _card_y(row) - TITLE_ABOVE - 18,
            width * CARD_WIDTH + (width - 1) * GUTTER + 2 * _FRAME,
            height * CARD_HEIGHT + (height - 1) * GAP + TITLE_ABOVE + 18 + 10,
        )
        for block, (column, row, width, height) in zip(blocks, spans, strict=True)
    )
    return Layout(
        cards,
        frames,
        _ways(cells, ties, columns, rows),
        columns * CARD_WIDTH + (columns + 1) * GUTTER,
        rows * (CARD_HEIGHT + GAP) + GAP,
    )


def _shape(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return how many columns the grid has, and how many of them a block may take at most.

    Tried are all; taken is what wastes the least paper and comes nearest to a page on its side.
    """
    sizes = {}
    for most in range(2, _WIDEST_BLOCK + 1):
        for columns in range(most, _MOST_COLUMNS + 1):
            _cells, spans, rows = _placed(blocks, columns, most)
            used = max((column + width for column, _row, width, _height in spans), default=1)
            wide, high = used * (CARD_WIDTH + GUTTER), max(rows, 1) * (CARD_HEIGHT + GAP)
            stretch = max(wide / (high * _PAGE), high * _PAGE / wide)
            # A level in several rows reads like several levels.
            parted = sum(height for *_at, height in spans) - sum(len(b.levels) for b in blocks)
            cost = wide * high * stretch * (1 + _PARTED * parted)
            sizes[cost, used, most] = (used, most)
    return sizes[min(sizes)]


def _width(block: Block, most: int) -> int:
    """Return how many people of a block stand side by side."""
    return min(max(map(len, block.levels), default=1), most)


def _rows(block: Block, width: int) -> list[tuple[str, ...]]:
    """Return a block's people in rows: a level of more than fit takes several."""
    return [level[at : at + width] for level in block.levels for at in range(0, len(level), width)]


def _placed(
    blocks: Sequence[Block], columns: int, most: int
) -> tuple[dict[str, tuple[int, int]], list[tuple[int, int, int, int]], int]:
    """Return id → (column, row), each block's (column, row, width, height), and the rows in all.

    Each block stands where it comes to lie highest, beside or under those before it.
    """
    cells: dict[str, tuple[int, int]] = {}
    spans = []
    depth = [0] * columns
    for block in blocks:
        width = _width(block, most)
        rows = _rows(block, width)
        top, column = min((max(depth[at : at + width]), at) for at in range(columns - width + 1))
        spans.append((column, top, width, len(rows)))
        for row, people in enumerate(rows):
            for at, who in enumerate(people):
                cells[who] = (column + at, top + row)
        depth[column : column + width] = [top + len(rows)] * width
    return cells, spans, max(depth)


def _card_x(column: int) -> float:
    return GUTTER + column * (CARD_WIDTH + GUTTER)


def _card_y(row: int) -> float:
    return GAP + row * (CARD_HEIGHT + GAP)


# --- lines --------------------------------------------------------------------------------------
# A crossing of the grid is (x, gap, way): x counts gutters (even) and the middles of columns
# (odd), gap the spaces above the rows, way is how a line runs there: along "h" or across "v".


def _ways(
    cells: Mapping[str, tuple[int, int]], ties: Sequence[Tie], columns: int, rows: int
) -> tuple[tuple[Point, ...], ...]:
    grid = _grid(columns, rows)
    used: dict[Step, dict[int, str]] = {}
    lanes: dict[str, int] = {}
    found = []
    for tie in ties:
        way = _way(grid, cells[tie.source], cells[tie.target])
        steps = _steps(way, cells[tie.source], cells[tie.target])
        lane = _lane(steps, tie.net, used, lanes.get(tie.net, 0))
        lanes.setdefault(tie.net, lane)
        for step in steps:
            used.setdefault(step, {}).setdefault(lane, tie.net)
        for pair in pairwise(way):
            grid.edges[pair]["weight"] += _CROWD
        found.append(_points(way, cells[tie.source], cells[tie.target], _LANES[lane] * _LANE))
    return tuple(found)


def _grid(columns: int, rows: int) -> nx.Graph[Node]:
    """Return the crossings and the ways between them; a bend costs more than it is long."""
    grid: nx.Graph[Node] = nx.Graph()
    half = (CARD_WIDTH + GUTTER) / 2
    for gap in range(rows + 1):
        for x in range(2 * columns + 1):
            grid.add_edge((x, gap, "h"), (x, gap, "v"), weight=_BEND)
            if x:
                grid.add_edge((x - 1, gap, "h"), (x, gap, "h"), weight=half)
            if gap and x % 2 == 0:
                grid.add_edge((x, gap - 1, "v"), (x, gap, "v"), weight=CARD_HEIGHT + GAP)
    return grid


def _way(grid: nx.Graph[Node], source: tuple[int, int], target: tuple[int, int]) -> list[Node]:
    """Return the shortest way from over or under one person to over or under another."""
    ends = [
        (nx.dijkstra_path_length(grid, start, end), start, end)
        for start in _doors(source)
        for end in _doors(target)
    ]
    _length, start, end = min(ends)
    way: list[Node] = nx.dijkstra_path(grid, start, end)
    return way


def _doors(cell: tuple[int, int]) -> tuple[Node, Node]:
    column, row = cell
    return (2 * column + 1, row, "v"), (2 * column + 1, row + 1, "v")


def _steps(way: Sequence[Node], source: tuple[int, int], target: tuple[int, int]) -> list[Step]:
    """Return what a line runs along: a way's steps, and the last bit to the card at either end."""
    ends = [((*cell, "card"), door) for cell, door in ((source, way[0]), (target, way[-1]))]
    return [_key(step) for step in (*pairwise(way), *ends)]


def _lane(steps: Sequence[Step], net: str, used: Mapping[Step, Mapping[int, str]], own: int) -> int:
    """Return its net's ``own`` lane, if nobody else runs there, else the emptiest."""
    lines = [used.get(step, {}) for step in steps]
    taken = [sum(line.get(lane, net) != net for line in lines) for lane in range(len(_LANES))]
    return min(range(len(_LANES)), key=lambda lane: (taken[lane], lane != own, lane))


def _key(step: Step) -> Step:
    return min(step), max(step)


def _points(
    way: Sequence[Node], source: tuple[int, int], target: tuple[int, int], off: float
) -> tuple[Point, ...]:
    """Return the corners of a line, from the edge of one card to the edge of the other."""
    inner = [(_x(x) + off * (_APART if x % 2 else 1), _y(gap) + off) for x, gap, _how in way]
    first = (inner[0][0], _edge(source, way[0]))
    last = (inner[-1][0], _edge(target, way[-1]))
    return tuple(_corners([first, *inner, last]))


def _edge(cell: tuple[int, int], door: Node) -> float:
    top = _card_y(cell[1])
    return top if door[1] == cell[1] else top + CARD_HEIGHT


def _x(x: int) -> float:
    column, is_middle = divmod(x, 2)
    return _card_x(column) + (CARD_WIDTH / 2 if is_middle else -GUTTER / 2)


def _y(gap: int) -> float:
    return _card_y(gap) - GAP + _LINES_BELOW


def _corners(points: Iterable[Point]) -> list[Point]:
    """Return the points without those that lie on the straight between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return kept
