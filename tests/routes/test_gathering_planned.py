"""What is planned already, as gathering hands it on: a must, at its time where others know of it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from repplan.providers.actions import affiliate, edit_provider
from repplan.reception import actions as reception
from repplan.routes.model import CALL, Door, Span
from repplan.upkeep.actions import put_settings
from repplan.visits.actions import plan_visit
from tests.routes.asking import FRI, NEXT_TUE, THU, TUE, WED, at, gathered, new_ones, of, planned

if TYPE_CHECKING:
    import sqlite3

    from repplan.fields import Cell
    from tests.conftest import Writing
    from tests.routes.territory import Territory


@pytest.mark.parametrize(
    ("appointment", "may_move", "is_fixed", "is_firm", "standing"),
    [
        ("wished", False, True, False, 1),
        ("wished", True, False, False, 1),
        ("asked", False, True, False, 2),
        ("asked", True, True, False, 2),
        ("agreed", True, True, True, 3),
        ("confirmed", True, True, True, 3),
        ("confirmed", False, True, True, 3),
    ],
)
def test_standing(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    *,
    appointment: str,
    may_move: bool,
    is_fixed: bool,
    is_firm: bool,
    standing: int,
) -> None:
    """Each planned visit is a must; only what nobody else knows of may move, within its day."""
    cells: dict[str, Cell] = {"appointment": appointment, "minutes_planned": 25}
    visit = planned(writing, [territory.people["patel"]], WED, time(9, 20), cells)
    one = of(gathered(db, TUE, WED, may_move=may_move), visit.id)
    assert (one.is_must, one.is_fixed, one.is_firm, one.standing) == (
        True, is_fixed, is_firm, standing,
    )  # fmt: skip
    assert (one.visit, one.pinned_on, one.minutes) == (visit, WED, 25)
    assert one.pinned_at == (at(9, 20) if is_fixed else None)
    assert one.starts == {WED: ((at(9, 20), at(9, 20)),) if is_fixed else ((0, 24 * 60 - 25),)}


@pytest.mark.parametrize(
    ("begins", "hours", "may_move", "pinned_at", "starts"),
    [
        (None, "8-12", False, None, ((at(8), at(11, 45)),)),
        (None, "Mon 8-12", False, None, ((0, at(23, 45)),)),  # not there: nobody knows when
        (time(9), "8-12", True, None, ((at(8), at(11, 45)),)),
        (time(13), "8-12", True, at(13), ((at(13), at(13)),)),  # somebody knew better
        (time(12), "8-12", True, at(12), ((at(12), at(12)),)),
        (time(13), "8-12", False, at(13), ((at(13), at(13)),)),
        (time(13), "Mon 8-12", True, None, ((0, at(23, 45)),)),
    ],
)
def test_hours(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    *,
    begins: time | None,
    hours: str,
    may_move: bool,
    pinned_at: int | None,
    starts: tuple[tuple[int, int], ...],
) -> None:
    """Without an hour, or where it may move, a visit lies in their hours; outside them it is fixed."""
    who = territory.people["patel"]
    with writing() as work:
        affiliate(work, who, territory.houses["valley"], {"hours": hours}, is_primary=True)
    visit = planned(writing, [who], WED, begins)
    one = of(gathered(db, WED, may_move=may_move), visit.id)
    assert (one.pinned_at, one.is_fixed) == (pinned_at, pinned_at is not None)
    assert one.starts == {WED: starts}


@pytest.mark.parametrize("minutes", [None, 20, 90])
def test_minutes(
    territory: Territory, writing: Writing, db: sqlite3.Connection, minutes: int | None
) -> None:
    """A visit takes the minutes that were agreed, else those of the setting."""
    with writing() as work:
        put_settings(work, {"route.minutes": "35"})
    visit = planned(
        writing, [territory.people["patel"]], WED, time(9), {"minutes_planned": minutes}
    )
    assert of(gathered(db, WED), visit.id).minutes == (minutes or 35)


@pytest.mark.parametrize(
    ("who", "name", "short", "others"),
    [
        (["patel"], "Anjali Patel, MD", "Patel", 0),
        (["patel", "cho"], "Anjali Patel, MD + 1", "Patel +1", 1),
        (["cho", "patel", "amy"], "Daniel Cho, MD + 2", "Cho +2", 2),
        (["amy", "patel"], "Anjali Patel, MD + 1", "Patel +1", 1),
        (["amy"], "Amy Novak", "Novak", 0),
    ],
)
def test_several(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    *,
    who: list[str],
    name: str,
    short: str,
    others: int,
) -> None:
    """Several are one visit, named after whom it is to: a colleague comes along. None is new too."""
    ids = [territory.people[one] for one in who]
    visit = planned(writing, ids, WED, time(9))
    found = gathered(db, WED)
    one = of(found, visit.id)
    assert (one.name, one.short_name, one.others) == (name, short, others)
    assert not {each.key for each in found.prospects} & set(ids)


def test_a_colleague_has_no_hours(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """Who comes along changes nothing of when the door is open; two who are seen have no one's."""
    who, houses = territory.people, territory.houses
    with writing() as work:
        affiliate(work, who["patel"], houses["valley"], {"hours": "8-12"}, is_primary=True)
        reception.add(work, houses["valley"], "", {"opens": "07:00", "closes": "15:00"})
    both = planned(writing, [who["amy"], who["patel"]], WED, None)
    two = planned(writing, [who["patel"], who["cho"]], THU, None)
    found = gathered(db, WED, THU)
    assert of(found, both.id).starts == {WED: ((at(8), at(11, 45)),)}
    assert of(found, two.id).starts == {THU: ((at(7), at(14, 45)),)}


def test_a_group(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """A group is named after its place, keyed by its visit, and keeps the house's hours alone."""
    who, house = territory.people["patel"], territory.houses["valley"]
    with writing() as work:
        affiliate(work, who, house, {"hours": "13-14"}, is_primary=True)
        edit_provider(work, who, {"best_times": "Wed 13-14"})
        reception.add(work, house, "Ward 3", {"opens": "08:00", "closes": "10:00"})
        reception.add(work, house, "", {"opens": "09:00", "closes": "17:00"})
    cells: dict[str, Cell] = {"department": "Ward 3", "heads": 6}
    visit = planned(writing, [who], WED, None, cells, account_id=house)
    nobody = planned(writing, [], WED, None, account_id=house)
    found = gathered(db, WED)
    one, other = of(found, visit.id), of(found, nobody.id)
    assert (one.person, one.name, one.short_name, one.others) == (
        None, "Valley Cardiology, Ward 3", "Valley Cardiology, Ward 3", 0,
    )  # fmt: skip
    assert one.starts == {WED: ((at(8), at(9, 45)),)}
    assert (other.name, other.starts) == ("Valley Cardiology", {WED: ((at(9), at(16, 45)),)})
    # Whoever is in the group is met there: no visit of their own is proposed.
    assert who not in {each.key for each in found.prospects}


def test_where(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """A visit is where it was planned to be: their own door there, another house, or nowhere."""
    who, houses = territory.people, territory.houses
    with writing() as work:
        affiliate(work, who["patel"], houses["mercy"], {"room": "7", "hours": "8-12"})
        visits = {
            day: plan_visit(
                work, on=day, at=time(9), provider_ids=[who["patel"]], account_id=None, cells={},
                place_id=houses[house],
            ).id
            for day, house in ((WED, "mercy"), (THU, "valley"), (FRI, "oakwood"))
        }  # fmt: skip
        amy = plan_visit(
            work, on=NEXT_TUE, at=None, provider_ids=[who["amy"]], account_id=None, cells={}
        )
    found = gathered(db, WED, THU, FRI, NEXT_TUE)
    assert [of(found, visits[day]).door for day in (WED, THU, FRI)] == [
        Door(houses["mercy"], "Mercy Lane Hospital", room="7", hours="8-12"),
        Door(houses["valley"], "Valley Cardiology"),
        Door(houses["oakwood"], "Oakwood Internal Medicine"),
    ]
    nowhere = of(found, amy.id)
    assert (nowhere.door, nowhere.starts) == (Door("", ""), {NEXT_TUE: ((0, at(23, 45)),)})


def test_calls(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Calls take their minutes of the day; whoever is called isn't visited as well."""
    who = territory.people
    planned(writing, [who["patel"]], TUE, time(9), {"channel": "phone"})
    planned(writing, [who["cho"]], TUE, time(11), {"channel": "video", "minutes_planned": 30})
    planned(writing, [who["ruiz"]], TUE, None, {"channel": "phone"})
    found = gathered(db)
    assert found.calls == {
        TUE: (Span(at(9), at(9, 15), "Patel", CALL), Span(at(11), at(11, 30), "Cho", CALL))
    }
    assert [one for one in found.prospects if one.visit] == []
    assert new_ones(found, territory) == ["brandt", "reyes", "vole"]
    assert gathered(db, WED).calls == {}


@pytest.mark.parametrize("channel", ["email", "message"])
def test_what_is_written_takes_no_time(
    territory: Territory, writing: Writing, db: sqlite3.Connection, channel: str
) -> None:
    """A letter holds no minutes of the day, though it has an hour; whoever gets it isn't visited."""
    cells: dict[str, Cell] = {"channel": channel, "minutes_planned": 20}
    visit = planned(writing, [territory.people["patel"]], TUE, time(9), cells)
    found = gathered(db)
    assert (found.calls, {one[0] for one in found.seen}) == ({}, {visit.id})
    assert "patel" not in new_ones(found, territory)
