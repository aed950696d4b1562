"""Whoever may be visited: when the door is open, what a rule says, what was in vain, what is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.config import read_settings
from repplan.day import Group, QueueItem
from repplan.providers.actions import affiliate, edit_provider, leave
from repplan.reception import actions as reception
from repplan.routes import queries
from repplan.routes.everybody import Everybody, Pin, Wanted, minutes_of
from repplan.routes.model import Door
from repplan.upkeep.actions import put_settings
from repplan.visits.actions import cancel_visit
from tests.routes.asking import FRI, MON, NEXT_TUE, THU, TUE, WED, WHOLE, at, planned, today

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from repplan.fields import Cell
    from repplan.routes.model import Prospect
    from tests.conftest import Run, Writing
    from tests.routes.territory import Territory

    Spans = tuple[tuple[int, int], ...]

ALL_DAY: Spans = ((0, at(23, 45)),)
"""When a visit of a quarter of an hour may start where no door is known to shut."""


def _everybody(db: sqlite3.Connection, days: Sequence[date], pins: Sequence[Pin] = (),
               because: str = "") -> Everybody:  # fmt: skip
    """Return what all providers of the store share."""
    day = today(db)
    ids = {row[0] for row in db.execute("SELECT id FROM provider")}
    doors = queries.doors_of(db, ids, (min(days), max(days)))
    accounts = queries.accounts_of(db, (one.account_id for each in doors.values() for one in each))
    wanted = Wanted(tuple(days), tuple(pins), because=because)
    return Everybody(db, day, wanted, accounts, doors, ids)


def _of(db: sqlite3.Connection, who: str, *days: date, pin: Pin | None = None,
        because: str = "") -> Prospect:  # fmt: skip
    """Return somebody on days, pinned where it is said."""
    shared = _everybody(db, days, [pin] if pin else [], because)
    return shared.prospect(who, (), pin)


def test_the_last_day() -> None:
    """What is wanted ends with its last day."""
    assert Wanted((TUE, FRI)).last == FRI
    assert Wanted((TUE,)).last == TUE


@pytest.mark.parametrize(
    ("items", "minutes"),
    [
        ([], 15),
        ([(Group.PROMISES, "promise")], 10),
        ([(Group.PROMISES, "promise"), (Group.PROMISES, "question")], 10),
        ([(Group.PROMISES, "promise"), (Group.RECONNECT, "cold")], 15),
        ([(Group.RECONNECT, "cold")], 15),
        ([(Group.RECONNECT, "new")], 20),
        ([(Group.PROMISES, "promise"), (Group.RECONNECT, "new")], 20),
    ],
)
def test_minutes(
    territory: Territory, writing: Writing, db: sqlite3.Connection,
    items: list[tuple[Group, str]], minutes: int,
) -> None:  # fmt: skip
    """A first visit takes longest, handing something over least: as the settings say."""
    told = tuple(
        QueueItem("f-1", group, kind, "table", None, "", None, 0, ()) for group, kind in items
    )
    assert minutes_of(read_settings(db), told) == minutes
    who = territory.people["patel"]
    assert _everybody(db, [TUE]).prospect(who, told).minutes == minutes
    with writing() as work:
        put_settings(
            work, {"route.minutes": "3", "route.minutes_first": "4", "route.minutes_promise": "2"}
        )
    assert minutes_of(read_settings(db), told) == {15: 3, 20: 4, 10: 2}[minutes]


@pytest.mark.parametrize(
    ("rule", "hours", "best", "zone", "starts"),
    [
        ({}, "", "", "", ALL_DAY),
        ({"opens": "08:00", "closes": "11:00"}, "", "", "", ((at(8), at(10, 45)),)),
        ({"opens": "08:00", "closes": "11:00"}, "Wed 9-17", "", "", ((at(9), at(10, 45)),)),
        ({"opens": "08:00", "closes": "11:00"}, "Wed 13-17", "", "", None),
        ({"opens": "08:00", "closes": "08:10"}, "", "", "", ((at(8), at(8)),)),
        ({}, "Mon 9-17", "", "", None),
        ({}, "whenever", "", "", ALL_DAY),
        ({}, "8-12", "Wed 10-11", "", ((at(10), at(10, 45)),)),
        ({}, "8-12", "Wed 14-15", "", ((at(8), at(11, 45)),)),  # best is never: the door counts
        ({}, "8-12", "Thu 14-15", "", ((at(8), at(11, 45)),)),
        ({"opens": "08:00", "closes": "11:00"}, "", "", "America/New_York",
         ((at(7), at(9, 45)),)),
        ({}, "8-12", "", "America/Denver", ((at(9), at(12, 45)),)),
        ({"opens": "20:00", "closes": "23:00"}, "", "", "America/Los_Angeles", ((at(22), at(23, 45)),)),
        ({}, "8-12", "", "Asia/Shanghai", None),  # the evening before, by the rep's clock
        ({}, "8-12", "", "Mars/Olympus", ((at(8), at(11, 45)),)),
    ],
)  # fmt: skip
def test_when_the_door_is_open(
    territory: Territory, writing: Writing, db: sqlite3.Connection,
    *, rule: dict[str, str], hours: str, best: str, zone: str, starts: Spans | None,
) -> None:  # fmt: skip
    """The house's hours, theirs in it, and best times within these, by the rep's own clock."""
    who, house = territory.people["patel"], territory.houses["valley"]
    with writing() as work:
        if rule:
            reception.add(work, house, "", rule)
        affiliate(work, who, house, {"hours": hours}, is_primary=True)
        edit_provider(work, who, {"best_times": best})
        work.db.execute("UPDATE account SET time_zone = ? WHERE id = ?", (zone or None, house))
    one = _of(db, who, WED)
    assert one.starts == ({WED: starts} if starts else {})
    assert (one.refused, one.is_must, one.remark) == ({}, False, "")
    there = _everybody(db, [WED])
    spans = there.open_on(WED, one.door, who)
    assert (spans and tuple((first, max(first, last - 15)) for first, last in spans)) == starts


def test_open_to_a_group(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """A group is met in the hours of its department, else of the house: nobody's own count."""
    who, house = territory.people["patel"], territory.houses["valley"]
    with writing() as work:
        edit_provider(work, who, {"best_times": "Wed 10-11"})
        reception.add(work, house, "", {"opens": "08:00", "closes": "17:00"})
        reception.add(work, house, "Ward 3", {"opens": "13:00", "closes": "14:00"})
    there = _everybody(db, [WED])
    door = Door(house, "Valley Cardiology", hours="9-12")
    ward = Door(house, "Valley Cardiology", "ward 3")
    assert there.open_on(WED, door, None) == ((at(8), at(17)),)
    assert there.open_on(WED, door, who) == ((at(10), at(11)),)
    assert there.open_on(WED, ward, None) == ((at(13), at(14)),)
    assert there.open_on(WED, Door("", ""), None) == WHOLE


@pytest.mark.parametrize(
    ("rule", "refused", "told", "next_on"),
    [
        ({"weekdays": reception.weekdays_cell((2, 5))}, {WED: "reception.weekday",
         THU: "reception.weekday"}, "not now: repplan can says why", None),
        ({"weekdays": reception.weekdays_cell((1,))}, dict.fromkeys((TUE, WED, THU, FRI),
         "reception.weekday"), "plan it for Mon 30 Nov", MON),
        ({"lead_days": 2, "booking": "application"}, dict.fromkeys((TUE, WED), "reception.lead"),
         "not now: repplan can says why", None),
        ({"lead_days": 2, "lead_by": "07:00", "booking": "application"},
         dict.fromkeys((TUE, WED, THU), "reception.lead"), "not now: repplan can says why", None),
        ({"lead_days": 2, "lead_by": "07:05", "booking": "application"},
         dict.fromkeys((TUE, WED), "reception.lead"), "not now: repplan can says why", None),
        ({"lead_days": 4, "booking": "application"},
         dict.fromkeys((TUE, WED, THU, FRI), "reception.lead"), "apply for Mon 30 Nov", MON),
        ({"opens": "06:00", "closes": "07:00"}, {TUE: "reception.hours"},
         "not now: repplan can says why", None),
    ],
)  # fmt: skip
def test_what_a_rule_refuses(
    territory: Territory, writing: Writing, db: sqlite3.Connection,
    *, rule: dict[str, str | int], refused: dict[date, str], told: str, next_on: date | None,
) -> None:  # fmt: skip
    """A day that a rule refuses isn't proposed; where all are, the next possible one is named."""
    with writing() as work:
        reception.add(work, territory.houses["valley"], "", rule)
    one = _of(db, territory.people["patel"], TUE, WED, THU, FRI)
    assert {day: reason.rule for day, reason in (one.reasons or {}).items()} == refused
    assert {reason.next_on for reason in (one.reasons or {}).values()} == {next_on}
    assert one.refused == dict.fromkeys(refused, told)
    assert list(one.starts or {}) == [day for day in (TUE, WED, THU, FRI) if day not in refused]
    # What holds at one house holds nobody off elsewhere.
    assert _of(db, territory.people["reyes"], TUE, WED).refused == {}


def test_who_sees_no_reps(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Whoever sees no reps is refused on each day, pinned or not, and no day is named."""
    who = territory.people["patel"]
    with writing() as work:
        edit_provider(work, who, {"state": "no-see"})
    for pin in (None, Pin(who), Pin(who, WED)):
        one = _of(db, who, TUE, WED, pin=pin)
        assert one.starts == {}
        assert one.refused == dict.fromkeys((TUE, WED), "sees no reps: write, call")
        assert [reason.next_on for reason in (one.reasons or {}).values()] == [None, None]


def test_what_a_rule_warns_of(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """A warning refuses no day; it is told, with the reason that was given, to whom it concerns."""
    with writing() as work:
        reception.add(work, territory.houses["valley"], "", {"people_needed": 2})
    who = territory.people
    one = _of(db, who["patel"], TUE, WED, because="Dana asked")
    assert (one.warned, one.because) == ("reception.people", "Dana asked")
    assert "2" in one.warning
    assert (one.refused, list(one.starts or {})) == ({}, [TUE, WED])
    assert _of(db, who["patel"], TUE).because == ""
    other = _of(db, who["reyes"], TUE, because="Dana asked")
    assert (other.warned, other.warning, other.because) == ("", "", "")


def test_called_off(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Whoever called off isn't asked for that day again, unless the rep pins them to it."""
    who = territory.people["patel"]
    visit = planned(writing, [who], WED, None)
    with writing() as work:
        cancel_visit(work, visit.id, by="them")
    one = _of(db, who, TUE, WED)
    assert (list(one.starts or {}), one.refused) == ([TUE], {WED: "called off for that day"})
    assert one.reasons == {}
    pinned = _of(db, who, TUE, WED, pin=Pin(who))
    assert (list(pinned.starts or {}), pinned.refused) == ([TUE, WED], {})


@pytest.mark.parametrize(
    ("first", "second", "pin_at", "door", "starts"),
    [
        ("", "", None, "valley", ALL_DAY),
        ("Wed 8-9", "Wed 14-15", None, "valley", ((at(8), at(8, 45)),)),
        ("Thu 8-9", "Wed 14-15", None, "mercy", ((at(14), at(14, 45)),)),
        ("Thu 8-9", "Thu 14-15", None, "valley", None),
        ("Wed 8-9", "Wed 14-15", at(14), "mercy", ((at(14), at(14)),)),
        ("Wed 8-9", "Wed 14-15", at(14, 50), "valley", None),  # it would end after they close
        ("Wed 8-9", "Wed 14-15", at(11), "valley", None),
    ],
)
def test_several_doors(
    territory: Territory, writing: Writing, db: sqlite3.Connection,
    *, first: str, second: str, pin_at: int | None, door: str, starts: Spans | None,
) -> None:  # fmt: skip
    """The first door that is open then is taken, the main one first; where none is, the main one."""
    who, houses = territory.people["patel"], territory.houses
    with writing() as work:
        affiliate(work, who, houses["valley"], {"hours": first}, is_primary=True)
        affiliate(work, who, houses["mercy"], {"hours": second})
    pin = Pin(who, WED, pin_at) if pin_at is not None else None
    one = _of(db, who, WED, pin=pin)
    assert one.door.account_id == houses[door]
    assert one.starts == ({WED: starts} if starts else {})


def test_a_rule_shuts_one_door(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """What one house refuses leaves the other; a department's own days come before the house's."""
    who, houses = territory.people["patel"], territory.houses
    with writing() as work:
        affiliate(work, who, houses["mercy"], {"department": "Ward 3"})
        thursday = reception.weekdays_cell((4,))
        reception.add(work, houses["valley"], "", {"weekdays": thursday})
        reception.add(work, houses["mercy"], "", {"weekdays": thursday, "opens": "10:00"})
        wednesday = {"weekdays": reception.weekdays_cell((3,)), "closes": "09:00"}
        reception.add(work, houses["mercy"], "Ward 3", wednesday)
    one = _of(db, who, WED)
    assert (one.door.account_id, one.starts) == (houses["mercy"], {WED: ((0, at(8, 45)),)})
    assert (one.reasons, one.refused) == ({}, {})
    with writing() as work:
        leave(work, who, houses["mercy"])
    shut = _of(db, who, WED)
    assert (shut.door.account_id, shut.starts) == (houses["valley"], {})
    assert {reason.rule for reason in (shut.reasons or {}).values()} == {"reception.weekday"}


def test_no_house(territory: Territory, db: sqlite3.Connection) -> None:
    """Whoever works nowhere that is known may be met at any hour: nothing says otherwise."""
    one = _of(db, territory.people["amy"], TUE, WED)
    assert (one.name, one.door, one.starts) == (
        "Amy Novak", Door("", ""), {TUE: ALL_DAY, WED: ALL_DAY},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "minute", "starts"),
    [
        (None, None, {WED: ((at(8), at(8, 45)),)}),  # at their best time, for nothing else is said
        (WED, None, {WED: ((at(8), at(8, 45)),)}),
        (THU, None, {THU: ((at(7), at(16, 45)),)}),
        (None, at(8, 30), {WED: ((at(8, 30), at(8, 30)),)}),
        (WED, at(10, 30), {WED: ((at(10, 30), at(10, 30)),)}),
        (None, at(16, 45), dict.fromkeys((WED, THU), ((at(16, 45), at(16, 45)),))),
        (None, at(16, 46), {}),
        (WED, at(6, 59), {}),
        (FRI, None, {}),
    ],
)
def test_pins_and_best_times(
    territory: Territory, writing: Writing, db: sqlite3.Connection,
    *, on: date | None, minute: int | None, starts: dict[date, Spans],
) -> None:  # fmt: skip
    """A pin beats a best time, not a door: it stands on its day, at its minute, while it is open."""
    who = territory.people["patel"]
    with writing() as work:
        edit_provider(work, who, {"best_times": "Wed 8-9"})
        reception.add(work, territory.houses["valley"], "", {"opens": "07:00", "closes": "17:00"})
    one = _of(db, who, WED, THU, pin=Pin(who, on, minute))
    assert (one.pinned_on, one.pinned_at, one.is_must, one.is_firm) == (on, minute, True, True)
    assert one.starts == starts


def _in_vain(run: Run, who: str, days: Sequence[str]) -> None:
    for day in days:
        assert run("log", who, "no see", "--at", f"2026-11-{day} 9:00", "--yes").code == 0


TUESDAYS, MIXED = ("03", "10", "17"), ("03", "11", "17")


@pytest.mark.parametrize(
    ("days", "cells", "open_on", "remark"),
    [
        (TUESDAYS[:2], {}, (TUE, WED, NEXT_TUE), ""),
        (TUESDAYS, {}, (WED,), "3 no-sees, all on Tue: another day"),
        # Best times that name just that day don't leave them without any.
        (TUESDAYS, {"best_times": "Tue 8-9"}, (WED,), "3 no-sees, all on Tue: another day"),
        (TUESDAYS, {"best_times": "Wed 8-9"}, (WED,), "3 no-sees, all on Tue: another day"),
        (MIXED, {}, (TUE, WED, NEXT_TUE), "3 no-sees in a row: ask first"),
        (MIXED, {"preferred_channel": "in-person"}, (TUE, WED, NEXT_TUE),
         "3 no-sees in a row: ask first"),
        (MIXED, {"preferred_channel": "phone"}, (TUE, WED, NEXT_TUE),
         "3 no-sees in a row: try phone"),
        (MIXED, {"best_times": "Tue 8-9"}, (TUE, NEXT_TUE), "3 no-sees in a row: ask first"),
    ],
)  # fmt: skip
def test_in_vain(
    run: Run, territory: Territory, writing: Writing, db: sqlite3.Connection,
    *, days: Sequence[str], cells: dict[str, Cell], open_on: tuple[date, ...], remark: str,
) -> None:  # fmt: skip
    """After three no-sees in a row another day is proposed, else another way, with the count."""
    who = territory.people["reyes"]
    _in_vain(run, "reyes", days)
    with writing() as work:
        edit_provider(work, who, cells)
    one = _of(db, who, TUE, WED, NEXT_TUE)
    assert (tuple(one.starts or {}), one.remark) == (open_on, remark)
    pinned = _of(db, who, TUE, WED, pin=Pin(who, TUE))
    assert (tuple(pinned.starts or {}), pinned.remark) == ((TUE,), "")


def test_in_vain_at_one_door(
    run: Run, territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """Whoever has another door is to be tried there, or by the channel that they like."""
    who = territory.people["reyes"]
    _in_vain(run, "reyes", MIXED)
    with writing() as work:
        affiliate(work, who, territory.houses["mercy"], {})
        edit_provider(work, who, {"preferred_channel": "phone"})
    remark = _of(db, who, WED).remark
    assert remark == "3 no-sees in a row: try Mercy Lane Hospital, phone"


def test_learned_hours(run: Run, territory: Territory, db: sqlite3.Connection) -> None:
    """Hours that never worked aren't proposed, those that mostly did are; a pin may ask for any."""
    who = territory.people["reyes"]
    tries = (("03", "9:00", "no see"), ("10", "9:10", "no see"), ("04", "14:00", "seen"),
             ("11", "14:10", "seen"), ("18", "14:20", "seen"))  # fmt: skip
    for day, hour, said in tries:
        assert run("log", "reyes", said, "--at", f"2026-11-{day} {hour}", "--yes").code == 0
    assert _of(db, who, TUE).starts == {TUE: ((0, at(8, 45)), (at(10), at(23, 45)))}
    assert _of(db, who, TUE, WED).starts == {WED: ((at(13, 30), at(15, 15)),)}
    for pin in (Pin(who, TUE, at(9, 15)), Pin(who, WED, at(9, 15))):
        one = _of(db, who, TUE, WED, pin=pin)
        assert one.starts == {pin.on: ((at(9, 15), at(9, 15)),)}
