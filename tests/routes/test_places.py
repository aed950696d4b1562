"""Where accounts lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.accounts.queries import accounts
from repplan.records import dataclass
from repplan.routes.distance import crow_km
from repplan.routes.places import (
    CITY,
    DOUBTS,
    FAR,
    MIRRORED,
    OUTSIDE,
    OWN,
    POSTCODE,
    SWAPPED,
    ZERO,
    Doubt,
    Found,
    Place,
    locate,
    locate_all,
    locate_home,
)
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Writing

CLEVELAND = (41.50, -81.65)
BERLIN = (52.52, 13.40)


@dataclass(frozen=True)
class Clinic:
    """An account, as far as it has an address."""

    id: str = "a"
    name: str = "Lakeside Clinic"
    latitude: float | None = None
    longitude: float | None = None
    city: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: str | None = None


@pytest.mark.parametrize(
    ("clinic", "point", "basis"),
    [
        (Clinic(latitude=41.5, longitude=-81.7, postcode="44106"), (41.5, -81.7), OWN),
        (Clinic(latitude=41.5, longitude=-81.7), (41.5, -81.7), OWN),
        (Clinic(latitude=41.5, postcode="44106"), (41.51, -81.61), POSTCODE),
        (Clinic(postcode="44106"), (41.51, -81.61), POSTCODE),
        (Clinic(postcode="44106-1234", country="US"), (41.51, -81.61), POSTCODE),
        (Clinic(postcode="441061234", region="Ohio"), (41.51, -81.61), POSTCODE),
        (Clinic(postcode="2139", country="US"), (42.36, -71.10), POSTCODE),
        (Clinic(postcode="10115", city="Berlin", country="DE"), BERLIN, CITY),
        (Clinic(postcode="10115", city="Berlin"), BERLIN, CITY),
        (Clinic(postcode="44106", city="Dayton", region="TX", country="US"), (30.0, -94.9), CITY),
        (Clinic(postcode="?", city="Cleveland", region="OH"), CLEVELAND, CITY),
        (Clinic(city="London", region="ON"), (42.98, -81.24), CITY),
        (Clinic(city="London", country="England"), (51.51, -0.13), CITY),
        (Clinic(city="上海市", country="中国"), (31.23, 121.47), CITY),
        (Clinic(city="泰州", region="江苏省", country="CN"), (32.49, 119.91), CITY),
        (Clinic(city="宿迁", region="江苏", country="CN"), (33.95, 118.30), CITY),
    ],
)
def test_places(clinic: Clinic, point: tuple[float, float], basis: str) -> None:
    """Its own coordinates come first, then its postcode, then its city; the answer says which."""
    place = locate(clinic).place
    assert place is not None
    assert (place.name, place.basis) == ("Lakeside Clinic", basis)
    assert crow_km(place.point, point) < 12


@pytest.mark.parametrize(
    "clinic",
    [
        Clinic(),
        Clinic(city=" ", postcode=" "),
        Clinic(city="Cleveland"),
        Clinic(city="Cleveland", country="US"),
        Clinic(city="London"),
        Clinic(city="Nowhere at all", country="US"),
        Clinic(postcode="44106", country="Atlantis"),
        Clinic(postcode="44106", country="DE"),
        Clinic(postcode="00000"),
        Clinic(city="Cleveland", region="HI"),
        Clinic(city="宿迁", country="CN"),
        Clinic(city="宿迁", region="广东", country="CN"),
    ],
)
def test_unclear_is_not_located(clinic: Clinic) -> None:
    """Nothing known, namesakes that nothing tells apart, a country that nobody knows: no guess."""
    assert locate(clinic) == Found()


def test_a_name_by_sound_needs_a_witness() -> None:
    """A city known by its pinyin alone must lie near home, or another one may be meant."""
    clinic = Clinic(city="宿迁市", country="CN")
    nanjing, canton = (Place("家", *point, OWN) for point in ((32.06, 118.78), (23.13, 113.26)))
    place = locate(clinic, near=nanjing).place
    assert place is not None
    assert crow_km(place.point, (33.95, 118.30)) < 10
    assert locate(clinic, near=canton).place is None


def test_home_tells_namesakes_apart() -> None:
    """Who works in Ohio means the Cleveland there; who lives far from all of them tells nothing."""
    clinic = Clinic(city="Cleveland")
    akron, denver = (Place("home", *point, OWN) for point in ((41.08, -81.52), (39.74, -104.99)))
    place = locate(clinic, near=akron).place
    assert place is not None
    assert crow_km(place.point, CLEVELAND) < 10
    assert locate(clinic, near=denver).place is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "address", "kind", "basis"),
    [
        (0.0, 0.0, {"postcode": "44106"}, ZERO, POSTCODE),
        (0.0, 0.0, {}, ZERO, ""),
        (-81.6, 41.5, {"postcode": "44106"}, SWAPPED, POSTCODE),
        (-81.6, 41.5, {}, SWAPPED, ""),
        (116.4, 39.9, {"city": "北京", "country": "CN"}, SWAPPED, CITY),
        (13.4, 52.5, {"city": "Berlin", "country": "DE"}, SWAPPED, CITY),
        (81.6, 41.5, {"postcode": "44106"}, SWAPPED, POSTCODE),
        (41.5, 81.6, {"postcode": "44106"}, MIRRORED, POSTCODE),
        (-41.5, -81.6, {"postcode": "44106"}, MIRRORED, POSTCODE),
        (200.0, 41.5, {"postcode": "44106"}, OUTSIDE, POSTCODE),
        (41.5, -400.0, {}, OUTSIDE, ""),
        (float("nan"), -81.6, {}, OUTSIDE, ""),
        (41.5, -71.6, {"postcode": "44106"}, FAR, OWN),
    ],
)
def test_coordinates_that_can_not_be_meant(
    latitude: float, longitude: float, address: dict[str, str], kind: str, basis: str
) -> None:
    """They are named and not used: the address is. A far one may be meant, so it counts."""
    found = locate(Clinic(latitude=latitude, longitude=longitude, **address))
    assert found.doubt is not None
    assert found.doubt.kind == kind
    assert (found.place.basis if found.place else "") == basis


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_doubted"),
    [(13.4, 52.5, False), (-81.6, 41.5, True), (0.0, 0.0, True)],
)
def test_unchecked(latitude: float, longitude: float, is_doubted: bool) -> None:
    """In a hurry only what is odd at first sight is doubted."""
    clinic = Clinic(latitude=latitude, longitude=longitude, city="Berlin", country="DE")
    found = locate(clinic, is_checked=False)
    assert (found.doubt is not None) == is_doubted
    assert found.place is not None
    assert found.place.basis == (CITY if is_doubted else OWN)


def test_doubts_are_told() -> None:
    """Each says who it is and what becomes of it."""
    told = [Doubt(kind, "Lakeside", 1234).text for kind in DOUBTS]
    assert told == [
        "Lakeside: its coordinates are 0,0, in the sea off Africa; they aren't used.",
        "Lakeside: its latitude and longitude look swapped; they aren't used.",
        "Lakeside: a sign of its coordinates is wrong (minus: west, south); they aren't used.",
        "Lakeside: its coordinates lie nowhere on earth; they aren't used.",
        "Lakeside: its coordinates lie 1,234 km from its address; they are used all the same.",
    ]


@pytest.mark.parametrize(
    ("text", "point", "basis"),
    [
        ("41.50,-81.69", (41.50, -81.69), OWN),
        (" 41.5 , -81.69 ", (41.50, -81.69), OWN),
        ("31.23，121.47", (31.23, 121.47), OWN),
        ("3000 Euclid Ave, Cleveland, OH 44106", (41.51, -81.61), POSTCODE),
        ("500 W Main St, Louisville, KY 40202, USA", (38.25, -85.76), POSTCODE),
        ("44106", (41.51, -81.61), POSTCODE),
        ("Cleveland OH 44106", (41.51, -81.61), POSTCODE),
        ("Cleveland OH", CLEVELAND, CITY),
        ("Cleveland, Ohio", CLEVELAND, CITY),
        ("Los Angeles, CA", (34.04, -118.29), CITY),
        ("Salt Lake City", (40.76, -111.89), CITY),
        ("New York", (40.71, -74.01), CITY),
        ("10115 Berlin, Germany", BERLIN, CITY),
        ("Oxford Street 5, London, UK", (51.51, -0.13), CITY),
        ("Toronto, Canada", (43.70, -79.42), CITY),
        ("上海市浦东新区张江路1号", (31.23, 121.47), CITY),
        ("江苏省苏州市工业园区", (31.30, 120.60), CITY),
        ("中国北京市朝阳区", (39.91, 116.40), CITY),
    ],
)
def test_homes(text: str, point: tuple[float, float], basis: str) -> None:
    """Coordinates, an address anywhere, a town: the street doesn't count."""
    place = locate_home(text).place
    assert place is not None
    assert place.basis == basis
    assert crow_km(place.point, point) < 12


@pytest.mark.parametrize("text", ["", " ", ", ,", "Cleveland", "1 Main St", "Nowhere, ZZ 00000"])
def test_homes_that_nobody_knows(text: str) -> None:
    """What names no place, or several, is none: the rep is asked."""
    assert locate_home(text) == Found()


def test_home_with_swapped_coordinates() -> None:
    """Home's coordinates are doubted as an account's are."""
    assert locate_home("-81.69,41.50") == Found(None, Doubt(SWAPPED, "-81.69,41.50"))
    assert locate_home("0,0") == Found(None, Doubt(ZERO, "0,0"))


@given(st.text(max_size=40))
def test_any_text_may_be_home(text: str) -> None:
    """Whatever stands there, it is a place on earth or none."""
    place = locate_home(text).place
    if place:
        assert abs(place.latitude) <= 90
        assert abs(place.longitude) <= 180


def test_accounts_of_a_store(db: sqlite3.Connection, writing: Writing) -> None:
    """Real accounts are taken as they are; who can't be located isn't among the places."""
    rows = (
        {"name": "Own", "latitude": 41.5, "longitude": -81.7},
        {"name": "Zip", "postcode": "44106"},
        {"name": "Zero", "latitude": 0, "longitude": 0, "city": "Akron", "region": "OH"},
        {"name": "Lost", "latitude": 0, "longitude": 0},
        {"name": "Nothing"},
    )
    with writing() as work:
        ids = {row["name"]: insert(work, "account", row)[0] for row in rows}  # type: ignore[arg-type]  # rows of text and numbers
    located = locate_all(accounts(db))
    found = {name: located.places[ids[name]].basis for name in ids if ids[name] in located.places}
    assert found == {"Own": OWN, "Zip": POSTCODE, "Zero": CITY}
    assert {(doubt.who, doubt.kind) for doubt in located.doubts} == {("Zero", ZERO), ("Lost", ZERO)}
