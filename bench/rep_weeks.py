"""A rep's week made up from a seed, on real postcodes: who may be visited when, and how far it is.

The clock of a day has no lunch on it: minute 0 is 8:30, minute 210 is both 12:00 and 12:30, minute
510 is 17:30. A drive may lie around lunch, a visit may not: each window that holds noon is two.

Assumed, not measured: speeds, shares and hours below. Postcodes and their centres are real, from
the package ``zipcodes``; nobody in the weeks is.
"""

from __future__ import annotations

from math import asin, ceil, cos, radians, sin, sqrt
from random import Random
from typing import TYPE_CHECKING, TypeVar

from repplan.routes.problem import Candidate, Day, Problem, Window, timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CENTRES = ("43215", "44113", "45202", "60601", "62701", "75201", "77002", "78205", "78701", "76102")
"""Columbus, Cleveland, Cincinnati, Chicago, Springfield, Dallas, Houston, San Antonio, Austin, Fort
Worth: the middle of a territory."""

DAYS = 5
LUNCH, END = 210, 510
MOST = 12

DETOUR = 1.3
URBAN_KM, URBAN_KMH, BEYOND_KMH = 15.0, 40.0, 70.0
PARKING_MIN = 4
IN_HOUSE_MIN = 2

WORTHS = ((40, 15), (25, 25), (12, 35), (5, 25))
"""Worth of a tier, and how many of a hundred providers have it."""
SERVICES = (5, 10, 15, 15, 20, 20, 30, 45)
KINDS = (("any", 35), ("reception", 25), ("clinic", 25), ("edges", 15))
"""When somebody sees reps, and how many of a hundred do so."""

What = TypeVar("What")
Spot = tuple[float, float]
"""Latitude and longitude, in degrees."""


def week(size: int, seed: int) -> Problem:
    """Return a week with so many candidates; the same for the same seed."""
    random = Random(f"{size}/{seed}")
    spots = _postcodes(random)
    buildings = _buildings(random, spots, size)
    home, hotel = _shifted(random, random.choice(spots)), _shifted(random, random.choice(spots))
    travel = _travel([home, hotel, *(spot for spot, _ in buildings)])
    away = random.randrange(1, 4) if random.random() < 0.5 else None
    days = tuple(
        Day(
            start=1 if away is not None and index == away + 1 else 0,
            end=1 if index == away else 0,
            opens=0,
            closes=END,
            most=MOST,
        )
        for index in range(DAYS)
    )
    candidates = [
        _candidate(random, 2 + building)
        for building, (_, heads) in enumerate(buildings)
        for _ in range(heads)
    ]
    problem = Problem(tuple(candidates), days, travel)
    return _with_appointments(random, problem, 3 + size // 60)


def _postcodes(random: Random) -> list[Spot]:
    """Return the postcodes around one centre, the nearer ones more often."""
    import zipcodes

    middle = random.choice(CENTRES)
    found = zipcodes.matching(middle)[0]
    state, centre = found["state"], (float(found["lat"]), float(found["long"]))
    near = []
    for one in zipcodes.filter_by(state=state, active=True, zip_code_type="STANDARD"):
        spot = float(one["lat"]), float(one["long"])
        km = great_circle_km(centre, spot)
        if km < 60:
            near += [spot] * (4 if km < 12 else 2 if km < 30 else 1)
    return sorted(near)


def _buildings(random: Random, spots: Sequence[Spot], size: int) -> list[tuple[Spot, int]]:
    """Return buildings with how many candidates each holds."""
    made: list[tuple[Spot, int]] = []
    left = size
    while left:
        heads = min(left, random.choice((1, 1, 1, 2, 2, 3, 4, 8)))
        made.append((_shifted(random, random.choice(spots)), heads))
        left -= heads
    return made


def _shifted(random: Random, spot: Spot) -> Spot:
    """Return a place near a postcode's centre: within some 1.5 km."""
    return spot[0] + random.uniform(-0.013, 0.013), spot[1] + random.uniform(-0.017, 0.017)


def _candidate(random: Random, place: int) -> Candidate:
    """Return one candidate of a building."""
    worth = _drawn(random, WORTHS) + random.randrange(20)
    service = random.choice(SERVICES)
    windows = tuple(
        Window(day, opens, closes - service)
        for day, opens, closes in _hours(random)
        if closes - service >= opens
    )
    return Candidate(place, service, worth, windows)


def _hours(random: Random) -> Iterator[tuple[int, int, int]]:
    """Yield day, from, to of when one sees reps; to is when a visit must be over."""
    kind = _drawn(random, KINDS)
    days = random.sample(range(DAYS), random.randrange(1, 4))
    if kind == "any":
        spans = [(day, 0, END) for day in range(DAYS)]
    elif kind == "reception":
        opens = random.choice((30, 90, 150, 240, 300, 360))
        length = random.choice((60, 90, 120))
        spans = [(day, opens, opens + length) for day in sorted(days)]
    elif kind == "clinic":
        halves = [(day, half) for day in range(DAYS) for half in ((0, LUNCH), (LUNCH, END))]
        spans = [(day, *half) for day, half in sorted(random.sample(halves, len(days) + 1))]
    else:
        spans = [(day, *edge) for day in range(DAYS) for edge in ((0, 45), (450, END))]
    for day, opens, closes in spans:
        if opens < LUNCH < closes:
            yield day, opens, LUNCH
            yield day, LUNCH, closes
        else:
            yield day, opens, closes


def _with_appointments(random: Random, problem: Problem, number: int) -> Problem:
    """Return the week with some agreed to the quarter of an hour, all of which can be kept."""
    chosen: dict[int, Candidate] = {}
    routes: list[list[int]] = [[] for _ in problem.days]
    for _ in range(number):
        one = random.randrange(len(problem.candidates))
        day, half = random.randrange(DAYS), random.randrange(2)
        at = 15 * (random.randrange(4, 11) if half == 0 else random.randrange(16, 28))
        old = problem.candidates[one]
        if one in chosen or len(routes[day]) > 1:
            continue
        agreed = Candidate(
            old.place, old.service, old.worth, (Window(day, at - 5, at + 5),), is_must=True
        )
        tried = {**chosen, one: agreed}
        routes[day].append(one)
        routes[day].sort(key=lambda each: tried[each].windows[0].opens)
        if timed(_changed(problem, tried), routes) is None:
            routes[day].remove(one)
        else:
            chosen = tried
    return _changed(problem, chosen)


def _changed(problem: Problem, changes: dict[int, Candidate]) -> Problem:
    candidates = tuple(changes.get(i, each) for i, each in enumerate(problem.candidates))
    return Problem(candidates, problem.days, problem.travel)


def _drawn(random: Random, shares: Sequence[tuple[What, int]]) -> What:
    return random.choices([what for what, _ in shares], [share for _, share in shares])[0]


def _travel(spots: Sequence[Spot]) -> list[list[int]]:
    """Return minutes from each place to each; between two doors of one house: on foot."""
    return [
        [IN_HOUSE_MIN if a == b else _drive_min(one, other) for b, other in enumerate(spots)]
        for a, one in enumerate(spots)
    ]


def _drive_min(one: Spot, other: Spot) -> int:
    km = great_circle_km(one, other) * DETOUR
    urban = min(km, URBAN_KM)
    hours = urban / URBAN_KMH + (km - urban) / BEYOND_KMH
    return ceil(60 * hours) + PARKING_MIN


def great_circle_km(one: Spot, other: Spot) -> float:
    """Return the distance on a sphere of 6,371 km."""
    a, b = radians(one[0]), radians(other[0])
    across = cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(sin((b - a) / 2) ** 2 + across))
