"""Who is laid out: those nobody can locate, those whose coordinates are odd, those never met."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.accounts.actions import add_account
from repplan.followups.actions import promise
from repplan.providers.actions import add_provider
from repplan.routes.everybody import Pin
from repplan.routes.layout import Options
from repplan.routes.places import CITY
from tests.routes.laying import add_due, add_new, laid_out, put

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tests.conftest import Writing
    from tests.routes.territory import Territory

WED, THU = date(2026, 11, 25), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Ng",), "Ng House"),
        (("Ng", "Orr"), "Ng House, Orr House"),
        (("Ng", "Orr", "Ito"), "Ng House, Orr House, Ito House"),
        (("Ng", "Orr", "Ito", "Ash", "Voss"), ""),
    ],
)
def test_who_cannot_be_found(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    names: Sequence[str],
    told: str,
) -> None:
    """Who is due at no address is there all the same, 30 minutes off; a few are named."""
    assert territory.houses
    for name in names:
        add_due(writing, name)
    laid = laid_out(db)
    lost = {one.name for one in laid.prospects if one.is_unplaced}
    assert lost == set(names)
    for one in laid.prospects:
        assert (laid.ground.spot_of[one.key] == laid.ground.nowhere) == one.is_unplaced
    (remark,) = laid.remarks
    assert remark.startswith("Where is it? ")
    assert remark.endswith(": planned last, at 30 minutes. Say it: account edit ACCOUNT --postcode")
    named = remark.removeprefix("Where is it? ").partition(":")[0]
    if len(names) > 3:
        assert named.endswith(f" +{len(names) - 3}")
        assert sum(f"{name} House" in named for name in names) == 3
    else:
        assert {*named.split(", ")} == {*told.split(", ")}


def test_an_account_is_named_once(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """Where several work at an account without an address, it is named once; so is who has none."""
    assert territory.houses
    house = add_due(writing, "Ng")
    with writing("provider add") as work:
        for name, where in (("Orr", house), ("Ito", None)):
            one = add_provider(work, {"name": name}, account_id=where).id
            promise(work, what="table", provider_id=one, due_on="2026-11-24")
    laid = laid_out(db)
    assert {one.name for one in laid.prospects if one.is_unplaced} == {"Ng", "Orr", "Ito"}
    (remark,) = laid.remarks
    assert {*remark.removeprefix("Where is it? ").partition(":")[0].split(", ")} == {
        "Ng House", "Ito",
    }  # fmt: skip


def test_namesakes_of_a_town(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """A town of which there are several is the one near home; without a home nobody knows which."""
    assert territory.houses
    house = add_due(writing, "Ng", city="Springfield", country="US")
    (spot,) = [one for one in laid_out(db).ground.spots if one.account_id == house]
    assert spot.basis == CITY
    assert (spot.latitude, spot.longitude) == pytest.approx((39.9, -83.8), abs=0.2)
    put(writing, {"home": ""})
    assert [one.name for one in laid_out(db).prospects if one.is_unplaced] == ["Ng"]


@pytest.mark.parametrize(
    ("latitude", "longitude", "effort", "doubt"),
    [
        (39.76, -84.19, 1, ""),
        (-84.19, 39.76, 0, "look swapped"),
        (0.0, 0.0, 0, "in the sea off Africa"),
        (39.76, 84.19, 1, "a sign of its coordinates"),
        # In a hurry coordinates aren't compared with the address.
        (39.76, 84.19, 0, ""),
    ],
)
def test_odd_coordinates(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    latitude: float,
    longitude: float,
    effort: int,
    doubt: str,
) -> None:
    """Coordinates that can't be meant are told, and the address counts instead."""
    assert territory.houses
    house = add_due(
        writing, "Ng", latitude=latitude, longitude=longitude, city="Dayton", region="OH",
        postcode="45402", country="US",
    )  # fmt: skip
    laid = laid_out(db, options=Options(effort=effort))
    assert [one for one in laid.remarks if one.startswith("Ng House")] == list(laid.remarks)
    assert len(laid.remarks) == bool(doubt)
    assert all(doubt in one for one in laid.remarks)
    (spot,) = [one for one in laid.ground.spots if one.account_id == house]
    if doubt:
        assert (spot.latitude, spot.longitude) == pytest.approx((39.76, -84.19), abs=0.1)


@pytest.mark.parametrize(
    ("new", "days", "names"),
    [
        ("0", (WED,), []),
        # Worth more comes first, then who is nearer: Mercy, not Far House.
        ("1", (WED,), ["New A"]),
        ("2", (WED,), ["New A", "New B"]),
        ("1", (WED, THU), ["New A", "New B"]),
        ("3", (WED,), ["New A", "New B", "New C"]),
        ("9", (WED,), ["New A", "New B", "New C", "New D"]),
    ],
)
def test_those_never_met(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    new: str,
    days: tuple[date, ...],
    names: Sequence[str],
) -> None:
    """So many a day of those never met are weighed: worth most, then nearest, the unplaced last."""
    lost = add_due(writing, "Ng")
    with writing("account add") as work:
        far = add_account(
            work,
            {"name": "Far House", "city": "Oakwood", "latitude": 41.0, "longitude": -83.6},
        ).id
    put(writing, {"due.new": new, "home": "Oakwood, OH 45419"})
    add_new(writing, lost, "New D")
    add_new(writing, far, "New C")
    add_new(writing, territory.houses["mercy"], "New B")
    add_new(writing, far, "New A", tier="A")
    laid = laid_out(db, *days)
    found = sorted(one.name for one in laid.prospects if one.name.startswith("New"))
    assert found == names
    # Whoever isn't weighed isn't asked after either.
    assert [one.partition(":")[0] for one in laid.remarks] == ["Where is it? Ng House"]


def test_those_left_out_are_not_asked_after(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """An account without an address, of people never met whom nobody plans, is no remark."""
    put(writing, {"due.new": "1", "home": "Oakwood, OH 45419"})
    with writing("account add") as work:
        lost = add_account(work, {"name": "Lost House", "city": "Oakwood", "country": "AQ"}).id
    add_new(writing, lost, "New D")
    add_new(writing, territory.houses["mercy"], "New B")
    laid = laid_out(db)
    assert [one.name for one in laid.prospects if one.name.startswith("New")] == ["New B"]
    assert laid.remarks == ()
    put(writing, {"due.new": "2"})
    assert laid_out(db).remarks[0].startswith("Where is it? Lost House:")


def test_a_pin_of_somebody_new(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """Whoever is pinned is there though they were never met, and takes nobody's place."""
    who = add_new(writing, territory.houses["mercy"], "New A", "New B")
    put(writing, {"due.new": "1"})
    laid = laid_out(db, pins=(Pin(who[0]),))
    found = {one.name: one.is_must for one in laid.prospects if one.name.startswith("New")}
    assert found == {"New A": True, "New B": False}
