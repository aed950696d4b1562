"""Where days begin and end: home, a hotel, an account; what nobody can locate is refused or told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.accounts.actions import add_account
from repplan.config import check_setting, read_settings
from repplan.errors import SeveralMatch
from repplan.routes.ends import (
    End,
    NoSuchPlace,
    ends_of,
    home_id,
    point_of,
)
from repplan.routes.places import CITY, OWN, POSTCODE, Known
from repplan.routes.travel import HOME, Spot
from repplan.store.write import insert
from repplan.upkeep.actions import put_settings
from tests.routes.territory import HOME as HERE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.fields import Cell
    from tests.conftest import Writing
    from tests.routes.territory import Territory

TUE, WED, THU, FRI = (date(2026, 11, day) for day in (24, 25, 26, 27))
HOTEL, INN = "41.65,-83.54", "40.76,-82.52"
POINTS = {HERE: (39.7, -84.17), HOTEL: (41.65, -83.54), INN: (40.76, -82.52)}
LOST = "Nirgendwo"


def _ends(
    db: sqlite3.Connection,
    *days: date,
    begins: str = "",
    ends: str = "",
    nights: Mapping[date, str] | None = None,
    start_at: str = "",
) -> list[tuple[End, End]]:
    settings = read_settings(db)
    return ends_of(
        db, days or (TUE,), settings=settings, begins=begins, ends=ends, nights=nights or {},
        start_at=start_at,
    )  # fmt: skip


def _add(writing: Writing, **cells: Cell) -> tuple[str, str]:
    """Add an account; return its id and ref."""
    with writing("account add") as work:
        one = add_account(work, cells)
    return one.id, one.ref


def _set(writing: Writing, values: Mapping[str, str]) -> None:
    with writing("config set") as work:
        put_settings(work, values)


@pytest.mark.parametrize(
    ("days", "begins", "ends", "nights", "names"),
    [
        ((TUE,), "", "", {}, [(HERE, HERE)]),
        ((TUE, WED), "", "", {}, [(HERE, HERE)] * 2),
        ((TUE,), HOTEL, "", {}, [(HOTEL, HERE)]),
        ((TUE,), "", HOTEL, {}, [(HERE, HOTEL)]),
        # What is said of a day's beginning and end is said of each.
        ((TUE, WED), HOTEL, INN, {}, [(HOTEL, INN)] * 2),
        ((TUE, WED, THU), "", "", {TUE: HOTEL}, [(HERE, HOTEL), (HOTEL, HERE), (HERE, HERE)]),
        (
            (TUE, WED, THU), "", "", {TUE: HOTEL, WED: INN},
            [(HERE, HOTEL), (HOTEL, INN), (INN, HERE)],
        ),
        # A night beats what is said of each day.
        ((TUE, WED), INN, INN, {TUE: HOTEL}, [(INN, HOTEL), (HOTEL, INN)]),
        ((TUE, WED), "", "", {WED: HOTEL}, [(HERE, HERE), (HERE, HOTEL)]),
        # The night after Tuesday is over by Friday.
        ((TUE, FRI), "", "", {TUE: HOTEL}, [(HERE, HOTEL), (HERE, HERE)]),
        ((WED,), "", "", {TUE: HOTEL}, [(HOTEL, HERE)]),
        ((THU,), "", "", {TUE: HOTEL}, [(HERE, HERE)]),
    ],
)  # fmt: skip
def test_both_ends(
    territory: Territory,
    db: sqlite3.Connection,
    days: tuple[date, ...],
    begins: str,
    ends: str,
    nights: Mapping[date, str],
    names: list[tuple[str, str]],
) -> None:
    """Each day begins and ends at home, where its options say, or where the night is."""
    assert territory.houses
    found = _ends(db, *days, begins=begins, ends=ends, nights=nights)
    assert [(start.name, end.name) for start, end in found] == names
    for end in (one for pair in found for one in pair):
        assert end.spot is not None
        assert (end.spot.latitude, end.spot.longitude) == POINTS[end.name]


@pytest.mark.usefixtures("store")
def test_nobody_said_where(db: sqlite3.Connection) -> None:
    """Without a home a day begins and ends nowhere; a hotel is one end all the same."""
    assert _ends(db) == [(End(), End())]
    ((start, end),) = _ends(db, begins=HOTEL)
    assert (start.name, end) == (HOTEL, End())


@pytest.mark.parametrize(
    ("settings", "spot"),
    [
        ({"home": HERE}, Spot(39.7, -84.17, HOME)),
        # What was found when it was written down is believed, and nothing is looked up.
        ({"home": LOST, "home.point": "39.76000,-84.19000,postcode"},
         Spot(39.76, -84.19, HOME, basis=POSTCODE)),
        ({"home": HERE, "home.point": "-1.5,36.8,city"}, Spot(-1.5, 36.8, HOME, basis=CITY)),
        # Home that nobody knows stops no plan.
        ({"home": LOST}, None),
        ({"home": "0,0"}, None),
        ({"home": "-84.17,39.70"}, None),
    ],
)  # fmt: skip
def test_home(
    db: sqlite3.Connection, writing: Writing, settings: Mapping[str, str], spot: Spot | None
) -> None:
    """Home is where it was found when it was written down, else where its text says, else nowhere."""
    _set(writing, settings)
    home = End(settings["home"], spot)
    assert _ends(db) == [(home, home)]
    # Said once more it is home as well, not a hotel of that name.
    assert _ends(db, begins=settings["home"], nights={TUE: settings["home"]}) == [(home, home)]


def test_a_hotel_is_not_home(territory: Territory, db: sqlite3.Connection) -> None:
    """The rep's own table may know home and not the hotel: they are called otherwise."""
    assert territory.houses
    ((start, end),) = _ends(db, begins=HOTEL)
    assert start.spot == Spot(41.65, -83.54, f"place:{HOTEL}", basis=OWN)
    assert end.spot == Spot(39.7, -84.17, HOME)


@pytest.mark.usefixtures("store")
def test_a_hotel_by_its_address(db: sqlite3.Connection) -> None:
    """An address is located by its postcode, and says so."""
    ((start, _end),) = _ends(db, begins="3000 Euclid Ave, Cleveland, OH 44106")
    assert start.spot is not None
    assert (round(start.spot.latitude, 1), start.spot.basis) == (41.5, POSTCODE)


@pytest.mark.parametrize(
    "said", ["Valley Cardiology", "valley  CARDIOLOGY", "Válley Cardiology", "ref", "REF", "short"]
)
def test_at_an_account(territory: Territory, db: sqlite3.Connection, said: str) -> None:
    """An account is meant by its name, however it is typed, its ref, and its ref's beginning."""
    valley = territory.houses["valley"]
    ref = db.execute("SELECT ref FROM account WHERE id = ?", (valley,)).fetchone()[0]
    text = {"ref": ref, "REF": ref.upper(), "short": ref[:6]}.get(said, said)
    ((start, end),) = _ends(db, begins=text)
    assert start.name == "Valley Cardiology"
    assert start.spot == Spot(39.66, -84.16, valley, campus_id=valley)
    assert end.name == HERE


def test_an_account_has_its_campus_and_address(db: sqlite3.Connection, writing: Writing) -> None:
    """Who works in the same house, or on the campus, is walked to from there: the spot knows both."""
    campus, _ref = _add(writing, name="Mercy Campus")
    with writing("import") as work:
        cells: dict[str, Cell] = {
            "name": "Mercy Tower", "folded": "mercy tower", "parent_id": campus, "postcode": "45402", "country": "US",
            "address_key": "1 main st 45402",
        }  # fmt: skip
        part, _ref = insert(work, "account", cells)
    ((start, _end),) = _ends(db, begins="Mercy Tower")
    assert start.spot is not None
    assert (start.spot.account_id, start.spot.campus_id) == (part, campus)
    assert (start.spot.address, start.spot.basis) == ("1 main st 45402", POSTCODE)


def test_home_is_an_account(territory: Territory, db: sqlite3.Connection, writing: Writing) -> None:
    """Home may be an account as well: its spot is the account's."""
    _set(writing, {"home": "Mercy Lane Hospital", "home.point": point_of("Mercy Lane Hospital")})
    mercy = territory.houses["mercy"]
    home = End("Mercy Lane Hospital", Spot(39.76, -84.19, mercy, campus_id=mercy))
    assert _ends(db) == [(home, home)]
    assert home_id(db, read_settings(db)) == mercy


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"home": HERE},
        {"home": LOST},
        {"home": "Mercy"},  # part of a name is none
        {"home": "Mercy Lane Hospital", "home.point": "39.76000,-84.19000,postcode"},
    ],
)
def test_home_is_no_account(
    territory: Territory, db: sqlite3.Connection, writing: Writing, settings: Mapping[str, str]
) -> None:
    """Any other home goes by its own id, as its spot does, where it has one."""
    assert territory.houses
    _set(writing, {"home": "", **settings})
    assert home_id(db, read_settings(db)) == HOME
    assert {end.spot.account_id for pair in _ends(db) for end in pair if end.spot} <= {HOME}


@pytest.mark.parametrize(
    "said",
    [
        LOST, " ", "0,0", "-81.69,41.50", "99,200",
        # Several towns are called so.
        "Cleveland",
        # Part of an account's name isn't it.
        "Oakwood Internal", "Valley Cardiology Annex",
        # An account that nobody can locate.
        "Amber House", "Zero House",
        # Longer than any name.
        "x" * 5000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("option", ["begins", "ends", "nights"])
def test_places_that_nobody_knows(
    territory: Territory, db: sqlite3.Connection, writing: Writing, option: str, said: str
) -> None:
    """What can't be located is refused, whichever option said it, with what was typed."""
    assert territory.houses
    _add(writing, name="Amber House")
    _add(writing, name="Zero House", latitude=0, longitude=0)
    given: dict[str, str] = {} if option == "nights" else {option: said}
    nights = {TUE: said} if option == "nights" else {}
    with pytest.raises(NoSuchPlace) as refused:
        _ends(db, begins=given.get("begins", ""), ends=given.get("ends", ""), nights=nights)
    assert refused.value.said == said


def test_a_night_is_looked_up_first(territory: Territory, db: sqlite3.Connection) -> None:
    """A night that no planned day touches is refused as well where nobody knows its place."""
    assert territory.houses
    with pytest.raises(NoSuchPlace):
        _ends(db, TUE, nights={FRI: LOST})
    assert [start.name for start, _end in _ends(db, TUE, nights={FRI: HOTEL})] == [HERE]


def test_the_refusal_is_plain() -> None:
    """It says which text, and what to type."""
    error = NoSuchPlace(LOST)
    assert (error.slug, error.exit_code) == ("no-such-place", 3)
    assert error.message.format(**vars(error)) == "Nobody knows where “Nirgendwo” is."


def test_namesakes(territory: Territory, db: sqlite3.Connection, writing: Writing) -> None:
    """Of several accounts of one name none is guessed: they are named, and a ref tells them apart."""
    other, ref = _add(
        writing, name="Valley Cardiology", street="2 Lake St", city="Toledo", latitude=41.65,
        longitude=-83.54,
    )  # fmt: skip
    with pytest.raises(SeveralMatch) as refused:
        _ends(db, begins="valley cardiology")
    error = refused.value
    assert (error.said, error.count, error.exit_code) == ("valley cardiology", 2, 4)
    assert sum("2 Lake St  Toledo  a-" in one for one in error.matches) == 1
    assert len(set(error.matches)) == 2
    found = set()
    for match in error.matches:
        ((start, _end),) = _ends(db, begins=match.split()[-1])
        assert start.spot is not None
        found.add(start.spot.account_id)
    assert found == {territory.houses["valley"], other}
    ((start, _end),) = _ends(db, begins=ref)
    assert start.spot is not None
    assert start.spot.account_id == other


def test_namesakes_of_a_town(db: sqlite3.Connection, writing: Writing) -> None:
    """Where several accounts are called as a place is, the place is meant."""
    for city in ("Akron", "Dayton"):
        _add(writing, name="Toledo, OH", city=city)
    ((start, _end),) = _ends(db, begins="Toledo, OH")
    assert start.spot is not None
    assert (start.spot.account_id, start.spot.basis) == ("place:Toledo, OH", CITY)


def test_namesakes_at_home(territory: Territory, db: sqlite3.Connection, writing: Writing) -> None:
    """Home that several accounts are called stops no plan: no way is counted."""
    assert territory.houses
    _add(writing, name="Valley Cardiology", city="Toledo")
    _set(writing, {"home": "Valley Cardiology"})
    assert _ends(db) == [(End("Valley Cardiology"), End("Valley Cardiology"))]


def test_a_lost_account_at_home(db: sqlite3.Connection, writing: Writing) -> None:
    """Home at an account without an address is nowhere, and no refusal."""
    _add(writing, name="Amber House")
    _set(writing, {"home": "amber house"})
    assert _ends(db) == [(End("Amber House"), End("Amber House"))]


def test_where_one_is(territory: Territory, db: sqlite3.Connection, writing: Writing) -> None:
    """The first day begins where one is by now, its end and the other days stay as they are."""
    ((start, end), other) = _ends(db, TUE, WED, start_at=territory.houses["mercy"])
    assert (start.name, end.name) == ("Mercy Lane Hospital", HERE)
    assert [one.name for one in other] == [HERE, HERE]
    lost, _ref = _add(writing, name="Amber House")
    # One is there all the same: nothing is refused.
    assert _ends(db, start_at=lost)[0][0] == End("Amber House")


def test_who_says_where_addresses_lie(db: sqlite3.Connection, writing: Writing) -> None:
    """Accounts are looked for where ``knowing`` says; what isn't asked for isn't looked up."""
    _add(writing, name="Amber House", city="Dayton", region="OH", country="US")
    asked: list[str] = []

    def knowing(one: object) -> Known:
        asked.append(getattr(one, "name", ""))
        return Known(CITY, (10.0, 20.0))

    settings = read_settings(db)
    found = ends_of(
        db, (TUE, WED), settings=settings, begins="", ends="Amber House", nights={}, start_at="",
        knowing=knowing,
    )  # fmt: skip
    assert [end.spot and (end.spot.latitude, end.spot.longitude) for _start, end in found] == [
        (10.0, 20.0)
    ] * 2
    assert asked == ["Amber House"]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("", ""),
        (" ", ""),
        (LOST, ""),
        ("Cleveland", ""),
        ("0,0", ""),
        ("-84.17,39.7", ""),
        (HERE, "39.70000,-84.17000,own"),
        (" 39.7 , -84.17 ", "39.70000,-84.17000,own"),
        ("39.123456789,-84.1", "39.12346,-84.10000,own"),
    ],
)
def test_points(text: str, point: str) -> None:
    """Where home is, for keeping: five digits behind the point, and what it rests on."""
    assert point_of(text) == point


@pytest.mark.parametrize("text", ["44106", "Oakwood, OH 45419", "Toledo, OH", "上海市浦东新区"])
def test_kept_points_are_what_is_found(db: sqlite3.Connection, writing: Writing, text: str) -> None:
    """What is kept of home gives the same end as looking it up does, to a metre."""
    _set(writing, {"home": text})
    looked_up = _ends(db)[0][0].spot
    _set(writing, {"home.point": point_of(text)})
    kept = _ends(db)[0][0].spot
    assert kept is not None
    assert looked_up is not None
    assert (kept.account_id, kept.basis) == (looked_up.account_id, looked_up.basis)
    assert kept.latitude == pytest.approx(looked_up.latitude, abs=1e-5)
    assert kept.longitude == pytest.approx(looked_up.longitude, abs=1e-5)


@given(st.floats(-75, 75), st.floats(-180, 180))
def test_any_point_may_be_kept(latitude: float, longitude: float) -> None:
    """Whatever coordinates home has, what is kept of them is a value of the setting."""
    point = point_of(f"{latitude:.6f},{longitude:.6f}")
    check_setting("home.point", point)
    if abs(latitude) > 0.001:
        assert point.endswith(",own")
