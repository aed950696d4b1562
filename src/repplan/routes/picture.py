"""Where a day's route stands on a drawing: points, marks, the way between them, names, a scale.

Units: pixels, y downwards, north is up. Nothing here knows how it will be drawn.
"""

from __future__ import annotations

import math
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from repplan.markup import fitted, text_width
from repplan.records import dataclass, replace
from repplan.routes.distance import EARTH_KM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.routes.model import DayRoute

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

WIDTH, TALLEST = 460, 460
TYPE = 13
"""Size of type."""

HIGH = 22
"""How high a mark is."""

_PAD, _FOOT = 34, 26
_LOWEST = 170
_NAME_ROOM = (200, 140, 84)
_LINE = 16
_FEWEST = 2
_BOLD = 1.15  # so much wider than plain type
_APART, _ROUNDS = 3, 80
_MOVED = 8
_SMALLEST_KM = 0.8
"""So much is on a drawing at least: two doors of one street aren't blown up to a town."""

_SAME_DEGREES = 4
"""Points that agree to so many places are one building: about ten metres."""

_KM_A_DEGREE = math.radians(EARTH_KM)


@dataclass(frozen=True)
class Mark:
    """A building, or where a day begins or ends (``numbers`` empty).

    ``at`` is where it is, ``x`` and ``y`` the middle of where it is drawn: beside it where marks
    would lie on one another. ``name`` is cut to its room, empty where there is none; ``left`` and
    ``base`` are where its line begins.
    """

    at: Point
    x: float
    y: float
    wide: float
    numbers: tuple[int, ...]
    title: str
    name: str = ""
    left: float = 0
    base: float = 0

    @property
    def text(self) -> str:
        """Its numbers as they are drawn."""
        return _text(self.numbers)

    @property
    def is_moved(self) -> bool:
        """Whether it is drawn so far from its place that a line leads there."""
        return math.dist(self.at, (self.x, self.y)) > _MOVED

    @property
    def box(self) -> Box:
        """What it covers."""
        across, down = self.wide / 2, HIGH / 2
        return (self.x - across, self.y - down, self.x + across, self.y + down)


@dataclass(frozen=True)
class Leg:
    """The way from one mark to the next."""

    start: Point
    end: Point
    is_walk: bool


@dataclass(frozen=True)
class Picture:
    """A route as it is drawn. ``scale_km`` is what ``scale_px`` pixels are on the ground."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    legs: tuple[Leg, ...]
    scale_km: float
    scale_px: float


def picture_of(route: DayRoute) -> Picture | None:
    """Return a day's route as it is drawn; None where there is no way to draw: one place, or none."""
    places = _places(route)
    if len(places) < _FEWEST or not any(stop.point for stop in route.stops):
        return None
    points = list(places)
    projected, height, px_a_km = project(points)
    marks = _parted(
        [
            Mark(at, *at, _wide(numbers), numbers, title)
            for at, (numbers, title) in zip(projected, places.values(), strict=True)
        ],
        height - _FOOT,
    )
    drawn = {point: (mark.x, mark.y) for point, mark in zip(points, marks, strict=True)}
    legs = _legs(route, drawn)
    km = _scale_km(px_a_km)
    return Picture(WIDTH, height, tuple(_named(marks, legs, height)), legs, km, km * px_a_km)


def project(points: Sequence[Point]) -> tuple[list[Point], float, float]:
    """Return points (latitude, longitude) on the drawing, its height, and how long a km is.

    Equirectangular: a degree of longitude is as long as it is in the middle of them, so that shapes
    keep their aspect. Units: degrees; pixels, pixels a km.
    """
    # A route across the date line stays in one piece.
    west = points[0][1]
    flat = [(north, (east - west + 180) % 360 - 180) for north, east in points]
    norths, easts = [north for north, _ in flat], [east for _, east in flat]
    squeeze = math.cos(math.radians((min(norths) + max(norths)) / 2))
    wide_km = (max(easts) - min(easts)) * squeeze * _KM_A_DEGREE
    high_km = (max(norths) - min(norths)) * _KM_A_DEGREE
    room_x, room_y = WIDTH - 2 * _PAD, TALLEST - 2 * _PAD - _FOOT
    scale = min(room_x / max(wide_km, _SMALLEST_KM), room_y / max(high_km, _SMALLEST_KM))
    height = max(high_km * scale + 2 * _PAD + _FOOT, _LOWEST)
    left = (WIDTH - wide_km * scale) / 2
    top = (height - _FOOT - high_km * scale) / 2
    projected = [
        (
            left + (east - min(easts)) * squeeze * _KM_A_DEGREE * scale,
            top + (max(norths) - north) * _KM_A_DEGREE * scale,
        )
        for north, east in flat
    ]
    return projected, height, scale


def _places(route: DayRoute) -> dict[Point, tuple[tuple[int, ...], str]]:
    """Each building once: its numbers and its name; where the day begins and ends before them."""
    found: dict[Point, tuple[tuple[int, ...], str]] = {}
    ends = ((route.start_point, route.start_name), (route.end_point, route.end_name))
    for point, name in ends:
        if point:
            found.setdefault(_rounded(point), ((), name))
    for number, stop in enumerate(route.stops, 1):
        if stop.point:
            numbers, name = found.get(_rounded(stop.point), ((), ""))
            title = name if numbers else stop.prospect.door.name or stop.prospect.name
            found[_rounded(stop.point)] = ((*numbers, number), title)
    return found


def _rounded(point: Point) -> Point:
    return (round(point[0], _SAME_DEGREES), round(point[1], _SAME_DEGREES))


def _text(numbers: tuple[int, ...]) -> str:
    """Numbers as a mark shows them, three and more in a row by their ends: ``1-3, 7``."""
    # What follows on one another is as far from its place in the row.
    runs = [
        [number for _at, number in run]
        for _far, run in groupby(enumerate(numbers), lambda one: one[1] - one[0])
    ]
    return ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _wide(numbers: tuple[int, ...]) -> float:
    return max(HIGH, text_width(_text(numbers), TYPE) * _BOLD + 12)


def _parted(marks: list[Mark], bottom: float) -> list[Mark]:
    """Marks that would lie on one another, pushed apart the shorter way; all inside the drawing."""
    for _round in range(_ROUNDS):
        is_still = True
        for one in range(len(marks)):
            for other in range(one + 1, len(marks)):
                pushed = _pushed(marks[one], marks[other])
                if pushed:
                    marks[one], marks[other] = pushed
                    is_still = False
        marks = [_inside(mark, bottom) for mark in marks]
        if is_still:
            break
    return marks


def _pushed(one: Mark, other: Mark) -> tuple[Mark, Mark] | None:
    """Two marks, each moved half of what they overlap; None: they don't."""
    across = (one.wide + other.wide) / 2 + _APART - abs(one.x - other.x)
    down = HIGH + _APART - abs(one.y - other.y)
    if across <= 0 or down <= 0:
        return None
    if across < down:
        by = (across / 2 + 0.01) * (-1 if one.x <= other.x else 1)
        return replace(one, x=one.x + by), replace(other, x=other.x - by)
    by = (down / 2 + 0.01) * (-1 if one.y <= other.y else 1)
    return replace(one, y=one.y + by), replace(other, y=other.y - by)


def _inside(mark: Mark, bottom: float) -> Mark:
    x = min(max(mark.x, mark.wide / 2 + 2), WIDTH - mark.wide / 2 - 2)
    y = min(max(mark.y, HIGH / 2 + 2), bottom - HIGH / 2)
    return replace(mark, x=x, y=y)


def _legs(route: DayRoute, drawn: dict[Point, Point]) -> tuple[Leg, ...]:
    """The way in order. A visit without a point is passed over: a line below names it."""
    way = [(route.start_point, False)]
    way += [(stop.point, stop.is_walk) for stop in route.stops]
    way += [(route.end_point, False)] if route.back is not None else []
    known = [(drawn[_rounded(point)], is_walk) for point, is_walk in way if point]
    return tuple(
        Leg(start, end, is_walk) for (start, _), (end, is_walk) in pairwise(known) if start != end
    )


def _scale_km(px_a_km: float) -> float:
    """The roundest length that takes at most a quarter of the width. Units: km."""
    most = WIDTH / 4 / px_a_km
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def _named(marks: Sequence[Mark], legs: Sequence[Leg], height: float) -> list[Mark]:
    """Marks with their names where those cover nothing, and as few ways as can be."""
    # The scale stands in the lower left corner.
    taken = [mark.box for mark in marks] + [(0, height - _FOOT, WIDTH / 2, height)]
    taken += [_dot(mark.at) for mark in marks if mark.is_moved]
    found = []
    for mark in marks:
        best = _best_place(mark, taken, legs, height)
        if best is None:
            found.append(mark)
            continue
        name, box = best
        taken.append(box)
        found.append(replace(mark, name=name, left=box[0], base=box[3] - 4))
    return found


def _best_place(
    mark: Mark, taken: Sequence[Box], legs: Sequence[Leg], height: float
) -> tuple[str, Box] | None:
    """The name and where it stands: whole and without a way across it, if it can be; None: no room."""
    found: list[tuple[int, int, str, Box]] = []
    for short, room in enumerate(_NAME_ROOM):
        name = fitted(mark.title, room, TYPE)
        for order, box in enumerate(_around(mark, text_width(name, TYPE))):
            is_inside = box[0] >= 2 and box[1] >= 0 and box[2] <= WIDTH - 2 and box[3] <= height
            if name and is_inside and not any(_meet(box, each) for each in taken):
                crossed = sum(_crosses(leg, box) for leg in legs)
                found.append((crossed * 2 + short * 3, order, name, box))
    best = min(found, default=None, key=lambda one: one[:2])
    return (best[2], best[3]) if best else None


def _around(mark: Mark, wide: float) -> Iterator[Box]:
    """Where a name may stand: right, left, below, above, and at the corners."""
    left, top, right, bottom = mark.box
    middle = mark.y - _LINE / 2
    for x, y in (
        (right + 4, middle),
        (left - 4 - wide, middle),
        (mark.x - wide / 2, bottom + 1),
        (mark.x - wide / 2, top - 1 - _LINE),
        (right - 4, bottom - 2),
        (right - 4, top + 2 - _LINE),
        (left + 4 - wide, bottom - 2),
        (left + 4 - wide, top + 2 - _LINE),
    ):
        yield (x, y, x + wide, y + _LINE)


def _dot(at: Point) -> Box:
    return (at[0] - 3, at[1] - 3, at[0] + 3, at[1] + 3)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(leg: Leg, box: Box) -> bool:
    """Whether a straight way passes through a box (Liang, Barsky, 1984)."""
    (x, y), (end_x, end_y) = leg.start, leg.end
    first, last = 0.0, 1.0
    for step, low, high in (
        (end_x - x, box[0] - x, box[2] - x),
        (end_y - y, box[1] - y, box[3] - y),
    ):
        if not step:
            if low > 0 or high < 0:
                return False
            continue
        near, far = sorted((low / step, high / step))
        first, last = max(first, near), min(last, far)
    return first < last
