"""How long it takes between places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.config import Settings, check_setting
from repplan.errors import BadForm
from repplan.routes.places import CITY, OWN, POSTCODE
from repplan.routes.travel import (
    ESTIMATE,
    HOME,
    MATRIX,
    SERVICE,
    Spot,
    Travel,
    km_between,
    legs_between,
    place_key,
    travel_of,
)

USUAL = travel_of(Settings())
DEGREE_KM = 111.195
CLINIC = Spot(41.50, -81.70, "clinic", "clinic")


def north_of(spot: Spot, km: float, account_id: str = "other", **facts: str) -> Spot:
    """Return a spot so far to the north."""
    return Spot(spot.latitude + km / DEGREE_KM, spot.longitude, account_id, **facts)


def estimated(spots: list[Spot]) -> list[list[int]]:
    """Return the minutes from each spot to each, with neither a table nor a service."""
    return legs_between(spots, USUAL).minutes


@pytest.mark.parametrize(
    ("km", "minutes"),
    [
        (0, 4),  # to park and find the door
        (1, 7),  # 1.3 km at 30 km/h: 2.6 minutes
        (5, 17),  # 6.5 km in town: 13 minutes
        (8 / 1.3, 20),  # just the whole of a town
        (20, 33),  # 8 km in town, 18 on the road: 16 + 12.7
        (100, 107),
    ],
)
def test_estimates(km: float, minutes: int) -> None:
    """The first kilometres go at a town's speed, what lies behind at the road's; whole minutes."""
    assert USUAL.minutes(km) == minutes


def test_settings_change_the_estimate() -> None:
    """Detour, speeds, the town's reach, parking and the walk are the rep's to set."""
    said = {
        "route.detour": "2", "route.speed_town": "60", "route.speed_road": "120",
        "route.town_km": "10", "route.parking": "1", "route.walk": "9",
    }  # fmt: skip
    travel = travel_of(Settings(said))
    assert travel == Travel(2.0, 60.0, 120.0, 10.0, 1, 9)
    assert travel.minutes(20) == 1 + 10 + 15


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("route.detour", "0.9"),
        ("route.detour", "-1.3"),
        ("route.speed_town", "0"),
        ("route.speed_road", "70 km/h"),
        ("route.walk", "-5"),
        ("route.service_days", "0"),
        ("route.service", "ftp://127.0.0.1"),
        ("route.service", "http://me:secret@maps.example"),
        ("route.service", "http://maps.example/?key=1"),
        ("route.service", "127.0.0.1:5000"),
    ],
)
def test_settings_that_can_not_be(name: str, value: str) -> None:
    """A speed of nothing, a way shorter than the crow flies, an address that holds a secret."""
    with pytest.raises(BadForm):
        check_setting(name, value)


@pytest.mark.parametrize(
    "value", ["", "http://127.0.0.1:5000", "https://maps.example/osrm/", "http://[::1]:8002"]
)
def test_addresses_of_services(value: str) -> None:
    """None, a machine, a path on one, an address of numbers."""
    check_setting("route.service", value)


DEPARTMENTS = [
    ({}, {}, 0),
    ({"building": "A"}, {"building": " a"}, 0),
    ({"building": "A"}, {"building": "B"}, 5),
    ({"building": "A"}, {}, 0),
    ({"department": "cardiology"}, {"department": "oncology"}, 5),
    ({"department": "cardiology"}, {"department": "Cardiology"}, 0),
    ({"building": "A", "department": "cardiology"}, {"building": "A", "department": "x"}, 0),
    ({"building": "A", "department": "x"}, {"building": "B", "department": "x"}, 5),
]


@pytest.mark.parametrize(("here", "there", "minutes"), DEPARTMENTS)
def test_one_account(here: dict[str, str], there: dict[str, str], minutes: int) -> None:
    """In one building no minute goes by; from one to another, or between departments, one walks."""
    spots = [Spot(41.5, -81.7, "clinic", "clinic", **one) for one in (here, there)]
    assert estimated(spots) == [[0, minutes], [minutes, 0]]


@pytest.mark.parametrize(
    ("km", "facts", "minutes"),
    [
        (0.3, {"campus_id": "clinic"}, 5),
        (0.3, {"campus_id": "else"}, 5),  # 0.39 km at 30 km/h, and the car
        (0.3, {}, 5),
        (30.0, {"campus_id": "clinic"}, 42),  # a health system is no campus
        (0.0, {"campus_id": "clinic", "basis": POSTCODE}, 10),  # nobody knows how near
        (30.0, {"address": "1 oak st|44106|us"}, 0),  # one door, wherever its points lie
    ],
)
def test_neighbours(km: float, facts: dict[str, str], minutes: int) -> None:
    """On one campus one walks; what only belongs to one organisation is driven to."""
    here = Spot(41.5, -81.7, "clinic", "clinic", address="1 oak st|44106|us")
    there = north_of(here, km, **facts)
    assert estimated([here, there])[0][1] == minutes


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [(OWN, OWN, 3.0), (OWN, POSTCODE, 13**0.5), (POSTCODE, CITY, 38**0.5), (CITY, CITY, 59**0.5)],
)
def test_rough_places_lie_farther_apart(here: str, there: str, km: float) -> None:
    """Who is located by a city alone is to be expected some way from its middle."""
    a = Spot(41.5, -81.7, "a", basis=here)
    assert km_between(a, north_of(a, 3.0, basis=there)) == pytest.approx(km, rel=1e-4)


SPOTS = st.lists(
    st.builds(
        Spot,
        latitude=st.floats(-90, 90),
        longitude=st.floats(-180, 180),
        account_id=st.sampled_from("abcd"),
        campus_id=st.sampled_from(["", "a", "x"]),
        building=st.sampled_from(["", "A", "B"]),
        department=st.sampled_from(["", "er"]),
        basis=st.sampled_from([OWN, POSTCODE, CITY]),
    ),
    max_size=8,
)


@given(SPOTS)
def test_estimates_are_the_same_both_ways(spots: list[Spot]) -> None:
    """Whole minutes, none to where one is, as long back as there, as quick as pair by pair."""
    minutes = estimated(spots)
    count = len(spots)
    assert all(minutes[a][a] == 0 for a in range(count))
    for a in range(count):
        for b in range(count):
            assert minutes[a][b] == minutes[b][a] >= 0
            assert type(minutes[a][b]) is int
            if a != b:
                assert estimated([spots[a], spots[b]])[0][1] == minutes[a][b]


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_farther_takes_no_less(a: float, b: float) -> None:
    """Minutes never fall as the distance grows, and a drive takes more than parking."""
    near, far = sorted((a, b))
    assert USUAL.parking_min <= USUAL.minutes(near) <= USUAL.minutes(far)


def test_better_minutes_come_first() -> None:
    """The rep's own table beats the service, the service beats the estimate; each leg says which."""
    home = Spot(41.4, -81.7, HOME)
    near = north_of(CLINIC, 0.2, "near", campus_id="clinic")
    far = north_of(CLINIC, 40, "far")
    spots = [home, CLINIC, near, far]
    keys = [place_key(spot.latitude, spot.longitude) for spot in spots]
    legs = legs_between(
        spots,
        USUAL,
        given={(HOME, "clinic"): 33, ("near", "clinic"): 2, ("clinic", "nobody"): 1},
        answered={
            (keys[0], keys[1]): 12,
            (keys[1], keys[0]): 14,
            (keys[1], keys[2]): 30,
            (keys[0], keys[3]): None,
        },
    )
    assert (legs.minutes[0][1], legs.sources[0][1]) == (33, MATRIX)
    assert (legs.minutes[1][0], legs.sources[1][0]) == (14 + 4, SERVICE)
    assert (legs.minutes[1][2], legs.sources[1][2]) == (5, ESTIMATE)
    assert (legs.minutes[2][1], legs.sources[2][1]) == (2, MATRIX)
    estimate = estimated(spots)
    assert (legs.minutes[0][3], legs.sources[0][3]) == (estimate[0][3], ESTIMATE)
    # 12 legs: two in the table, one on foot, one from the service; the rest is estimated.
    assert (legs.holes, legs.unreachable) == (7, 1)
    # The way on foot is an estimate that nobody misses.
    assert sum(row.count(ESTIMATE) for row in legs.sources) - len(spots) == 7 + 1 + 1


def test_without_a_table_nothing_is_missing() -> None:
    """Who gave no table is told of no holes; an empty one has nothing else."""
    spots = [CLINIC, north_of(CLINIC, 3)]
    legs = legs_between(spots, USUAL)
    assert (legs.holes, legs.unreachable) == (0, 0)
    minutes = USUAL.minutes(km_between(*spots))
    assert legs.minutes == [[0, minutes], [minutes, 0]]
    assert legs_between(spots, USUAL, given={}).holes == 2


def test_a_leg_within_an_account_is_nobodys_table() -> None:
    """Two departments of one account have no line in a table of accounts: no hole either."""
    spots = [Spot(41.5, -81.7, "a", "a", department=one) for one in ("er", "lab")]
    legs = legs_between(spots, USUAL, given={("a", "a"): 0})
    assert legs.minutes == [[0, 5], [5, 0]]
    assert legs.holes == 0


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_keys_of_places(latitude: float, longitude: float) -> None:
    """Five decimals, about a metre, and no nought below nought."""
    key = place_key(latitude, longitude)
    assert re.fullmatch(r"-?\d{1,2}\.\d{5},-?\d{1,3}\.\d{5}", key)
    assert not re.search(r"-0\.00000", key)
    north, east = map(float, key.split(","))
    assert abs(north - latitude) <= 0.000_006
    assert abs(east - longitude) <= 0.000_006
