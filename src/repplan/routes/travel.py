"""How long it takes between places: an estimate for every leg, better minutes where there are some.

    legs_between(spots, travel, given=…, answered=…) -> Legs(minutes, sources, holes, unreachable)
    travel_of(settings) -> Travel

Minutes are whole and rounded up. What one and the same building holds is 0 apart, a campus is
walked; else the rep's own table (``routes.matrix``) beats a table service (``routes.services``),
which beats the estimate: great-circle distance × a detour factor, driven at a town's speed first
and at the open road's behind that, and the minutes to park and to find the door.

Source: the detour factors of countries lie between 1.2 and 1.4 (Ballou, Rahardja, Sakai,
"Selected country circuity factors for road travel distance estimation", Transportation Research A
36, 2002).
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.routes.distance import arc_km, crow_km, on_globe
from repplan.routes.places import CITY, OWN, POSTCODE
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.config import Settings

HOME = "home"
"""The account id of the spot where the rep lives; a hotel has another one."""

ESTIMATE, MATRIX, SERVICE = "estimate", "matrix", "service"
"""What a leg's minutes rest on."""

SPREAD_KM = {OWN: 0.0, POSTCODE: 2.0, CITY: 5.0}
"""How far a place may lie from the middle of what it was located by (root mean square).

Two clinics of one town aren't 0 km apart: the distance that is to be expected is the root of the
sum of squares.
"""

CAMPUS_KM = 1.0
"""Parts of one organisation that lie farther apart are no campus: nobody walks there."""

_FASTEST = 250.0
"""Nobody drives faster, as the crow flies. Units: km/h."""

_LONGER, _SPARE_MIN = 5, 60
"""A way may take so many times as long as it is estimated, and so many minutes beside."""

_TINY = 1e-9


@dataclass(frozen=True)
class Spot:
    """Where a day may lead: coordinates in degrees, and what tells buildings and campuses apart.

    ``account_id`` is HOME for the rep's own. ``campus_id`` is the parent's id, or the
    account's own. ``building`` and ``department`` are as written; ``address`` is an account's
    address key (``accounts.address``). Empty text: not known. ``basis`` is of ``routes.places``.
    """

    latitude: float
    longitude: float
    account_id: str
    campus_id: str = ""
    building: str = ""
    department: str = ""
    address: str = ""
    basis: str = OWN


@dataclass(frozen=True)
class Travel:
    """How one travels. Units: km, km/h, minutes; each leg's first ``town_km`` are driven in town."""

    detour: float
    speed_town: float
    speed_road: float
    town_km: float
    parking_min: int
    walk_min: int

    def minutes(self, km: float) -> int:
        """Return the minutes of a drive between two points so far apart, from door to door."""
        return self.parking_min + math.ceil(self.driving(km) - _TINY)

    def driving(self, km: float) -> float:
        """Return the minutes at the wheel between two points so far apart as the crow flies."""
        road_km = km * self.detour
        beyond_km = max(0.0, road_km - self.town_km)
        return 60 * ((road_km - beyond_km) / self.speed_town + beyond_km / self.speed_road)


@dataclass(frozen=True)
class Legs:
    """Minutes and what they rest on, each a table: a row for each spot to leave from.

    Of the legs that are estimated ``unreachable`` counts those for which the service found no road,
    ``odd`` those for which it told what can't be, ``holes`` the others that the rep's table leaves
    out. A leg and its way back are two.
    """

    minutes: list[list[int]]
    sources: list[list[str]]
    holes: int = 0
    unreachable: int = 0
    odd: int = 0


def travel_of(settings: Settings) -> Travel:
    """Return how the rep travels."""
    return Travel(
        detour=float(settings.text("route.detour")),
        speed_town=float(settings.text("route.speed_town")),
        speed_road=float(settings.text("route.speed_road")),
        town_km=float(settings.text("route.town_km")),
        parking_min=settings.number("route.parking"),
        walk_min=settings.number("route.walk"),
    )


def km_between(a: Spot, b: Spot) -> float:
    """Return how far apart two spots are to be expected. Units: km, as the crow flies."""
    km = crow_km((a.latitude, a.longitude), (b.latitude, b.longitude))
    return math.hypot(km, SPREAD_KM[a.basis], SPREAD_KM[b.basis])


def legs_between(
    spots: Sequence[Spot],
    travel: Travel,
    *,
    given: Mapping[tuple[str, str], int] | None = None,
    answered: Mapping[tuple[str, str], int | None] | None = None,
) -> Legs:
    """Return the minutes from each spot to each, the best known ones.

    ``given`` is the rep's own table, by account ids: its minutes are from door to door. None: there
    is no such table, so it has no holes. ``answered`` is a service's, by ``place_key``: minutes at
    the wheel, None where it found no road.
    """
    walks = _walks(spots, travel)
    minutes = _estimates(spots, travel, walks)
    sources = [[ESTIMATE] * len(spots) for _ in spots]
    holes = unreachable = odd = 0
    if given is None and not answered:
        return Legs(minutes, sources)
    keys = [place_key(spot.latitude, spot.longitude) for spot in spots]
    for a, start in enumerate(spots):
        for b, end in enumerate(spots):
            if a == b:
                continue
            own = given.get((start.account_id, end.account_id)) if given else None
            if own is not None and start.account_id != end.account_id:
                minutes[a][b], sources[a][b] = own, MATRIX
                continue
            if (a, b) in walks:
                continue
            pair = (keys[a], keys[b])
            found = answered.get(pair) if answered else None
            if found is not None and _may_be(found, start, end, minutes[a][b]):
                minutes[a][b] = found + travel.parking_min
                sources[a][b] = SERVICE
                continue
            is_told = answered is not None and pair in answered
            odd += found is not None
            unreachable += found is None and is_told
            holes += given is not None and not is_told
    return Legs(minutes, sources, holes, unreachable, odd)


def untold(
    spots: Sequence[Spot], travel: Travel, given: Mapping[tuple[str, str], int] | None
) -> set[tuple[str, str]]:
    """Return the ways that neither the rep's own table nor a walk covers, by ``place_key``.

    Nobody need be asked for others. ``given`` is as for ``legs_between``.
    """
    walks = _walks(spots, travel)
    keys = [place_key(spot.latitude, spot.longitude) for spot in spots]
    return {
        (keys[a], keys[b])
        for a, start in enumerate(spots)
        for b, end in enumerate(spots)
        if keys[a] != keys[b]
        and (a, b) not in walks
        and (start.account_id, end.account_id) not in (given or {})
    }


def _may_be(found: int, start: Spot, end: Spot, estimated: int) -> bool:
    """Whether a service's minutes can be meant: nobody flies there, and no way takes all day."""
    km = crow_km((start.latitude, start.longitude), (end.latitude, end.longitude))
    return found + 1 >= 60 * km / _FASTEST and found <= _LONGER * estimated + _SPARE_MIN


def place_key(latitude: float, longitude: float) -> str:
    """Return a point as a service is asked for it and as its answer is kept: about a metre wide.

    >>> place_key(41.508429, -81.6)
    '41.50843,-81.60000'
    """
    # A minus before nothing but zeros would make two keys of one point.
    return f"{latitude:z.5f},{longitude:z.5f}"


def on_foot_min(a: Spot, b: Spot, travel: Travel) -> int | None:
    """Return the minutes on foot: 0 in one building, the walk on one campus; None: one drives."""
    is_one_address = bool(a.address) and a.address == b.address
    is_one_account = a.account_id == b.account_id
    if not (is_one_address or is_one_account):
        is_campus = bool(a.campus_id) and a.campus_id == b.campus_id
        if not is_campus or km_between(a, b) > CAMPUS_KM:
            return None
    if a.building and b.building:
        is_one_building = fold(a.building) == fold(b.building)
    elif a.department and b.department:
        is_one_building = fold(a.department) == fold(b.department)
    else:
        is_one_building = is_one_address or is_one_account
    return 0 if is_one_building else travel.walk_min


def _estimates(
    spots: Sequence[Spot], travel: Travel, walks: Mapping[tuple[int, int], int]
) -> list[list[int]]:
    """Return the minutes by driving from each to each; what stands together is walked."""
    count = len(spots)
    minutes = [[0] * count for _ in spots]
    points = [on_globe(spot.latitude, spot.longitude) for spot in spots]
    spreads = [SPREAD_KM[spot.basis] ** 2 for spot in spots]
    drive = travel.minutes
    for a in range(count):
        row, point, spread = minutes[a], points[a], spreads[a]
        for b in range(a):
            km = arc_km(math.dist(point, points[b]))
            if more := spread + spreads[b]:
                km = math.sqrt(km * km + more)
            row[b] = minutes[b][a] = drive(km)
    for (a, b), walked in walks.items():
        minutes[a][b] = walked
    return minutes


def _walks(spots: Sequence[Spot], travel: Travel) -> dict[tuple[int, int], int]:
    """Return the minutes of the legs that are walked, there and back: few among all there are."""
    together: dict[tuple[str, str], list[int]] = {}
    for index, spot in enumerate(spots):
        kinds = ("account", spot.account_id), ("campus", spot.campus_id), ("at", spot.address)
        for key in kinds:
            if key[1]:
                together.setdefault(key, []).append(index)
    walks: dict[tuple[int, int], int] = {}
    for a, b in {pair for group in together.values() for pair in combinations(group, 2)}:
        walked = on_foot_min(spots[a], spots[b], travel)
        if walked is not None:
            walks[a, b] = walks[b, a] = walked
    return walks
