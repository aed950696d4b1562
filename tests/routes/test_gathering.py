"""Who may be visited on some days: whom, why, what is planned there first, where one is by now."""

from __future__ import annotations

import time as clocks
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.accounts.actions import edit_account
from repplan.providers.actions import add_provider, edit_provider, leave
from repplan.routes.everybody import Pin
from repplan.routes.gathering import NEW_FROM, PlannedAlready, seen_now
from repplan.store.refs import short_ref
from repplan.upkeep.actions import put_settings
from repplan.visits.actions import amend_visit, cancel_visit
from tests.routes.asking import FRI, MON, THU, TUE, WED, at, gathered, new_ones, of, planned

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run, Writing
    from tests.routes.territory import Territory

DUE = ["brandt", "cho", "patel", "reyes", "ruiz", "vole"]
"""Whoever is owed something by Wednesday, or hasn't been seen for long."""


def _now(clock: str) -> str:
    return f"2026-11-24T{clock}:00-06:00"


@pytest.mark.parametrize("days", [(TUE,), (WED,), (TUE, WED, THU, FRI), (MON,)])
def test_who_is_due(territory: Territory, db: sqlite3.Connection, days: tuple[date, ...]) -> None:
    """Whoever is owed something or wasn't seen for long is there once, a colleague isn't."""
    found = gathered(db, *days)
    assert new_ones(found, territory) == DUE
    for one in found.prospects:
        assert one.items
        assert (one.visit, one.is_must, one.is_firm, one.standing) == (None, False, False, 0)
        assert set(one.starts or {}) == set(days)
    assert set(found.accounts) == set(territory.houses.values())
    assert (found.calls, found.seen, found.gone, found.here, found.busy_until) == (
        {}, frozenset(), (), "", 0,
    )  # fmt: skip


def test_nobody(store: object, db: sqlite3.Connection) -> None:
    """Where nobody is known nobody may be visited: that is no error."""
    assert store
    found = gathered(db, TUE, WED)
    assert (found.prospects, found.skipped, dict(found.accounts)) == ((), (), {})


def test_planned_only(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Nobody is proposed where only what is planned is looked at, what has begun included."""
    visit = planned(writing, [territory.people["patel"]], TUE, time(9))
    found = gathered(db, is_planned_only=True, now=_now("10:00"))
    assert [one.key for one in found.prospects] == [visit.id]
    assert (found.gone, found.here, found.busy_until) == ((), "", 0)


@pytest.mark.parametrize(
    ("who", "ahead", "is_there"),
    [
        ("patel", 3, False),
        ("patel", 7, False),
        ("patel", 8, True),  # owed, and the visit is more than a week behind the plan
        ("ruiz", 8, False),  # long not seen: the visit that is planned mends that
    ],
)
def test_planned_behind(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    who: str,
    ahead: int,
    is_there: bool,
) -> None:
    """Whoever is planned soon after is left to that visit, but for what is owed long before it."""
    planned(writing, [territory.people[who]], TUE + timedelta(ahead), time(9))
    assert (who in new_ones(gathered(db), territory)) == is_there


def test_seen_today(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Whoever is seen later today isn't asked for tomorrow: what is owed is handed over today."""
    visit = planned(writing, [territory.people["patel"]], TUE, time(10))
    assert "patel" not in new_ones(gathered(db, WED), territory)
    both = gathered(db, TUE, WED)
    assert "patel" not in new_ones(both, territory)
    assert of(both, visit.id).pinned_on == TUE


def test_met_today(run: Run, territory: Territory, db: sqlite3.Connection) -> None:
    """Whoever was met today isn't proposed for today again; a pin says that they are wanted."""
    assert run("log", "patel", "went well", "--at", "2026-11-24 7:00", "--yes").code == 0
    who = territory.people["patel"]
    assert "patel" not in new_ones(gathered(db), territory)
    again = of(gathered(db, pins=[Pin(who)]), who)
    assert (again.is_must, list(again.starts or {})) == (True, [TUE])
    week = of(gathered(db, TUE, WED), who)
    assert list(week.starts or {}) == [WED]
    assert week.refused == {TUE: "logged for today"}
    assert list(of(gathered(db, TUE, WED, pins=[Pin(who)]), who).starts or {}) == [TUE, WED]


def test_pins(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Whoever is pinned is there, due or not, even without a house; they are musts, once each."""
    with writing() as work:
        quiet = add_provider(
            work, {"name": "Quiet One", "seen_before_on": "2026-11-20"},
            account_id=territory.houses["mercy"],
        ).id  # fmt: skip
        work.db.execute("UPDATE provider SET snoozed_until = '2027-01-01' WHERE id = ?", (quiet,))
    amy, cho = territory.people["amy"], territory.people["cho"]
    assert quiet not in {one.key for one in gathered(db).prospects}
    found = gathered(db, TUE, WED, pins=[Pin(quiet, WED, at(10)), Pin(amy), Pin(cho)])
    pinned = of(found, quiet)
    assert (pinned.items, pinned.score, pinned.minutes) == ((), 0, 15)
    assert pinned.starts == {WED: ((at(10), at(10)),)}
    assert (of(found, amy).door.account_id, of(found, amy).door.name) == ("", "")
    assert [of(found, one).is_must and of(found, one).is_firm for one in (quiet, amy, cho)] == [
        True, True, True,
    ]  # fmt: skip
    assert of(found, cho).items
    keys = [one.key for one in found.prospects]
    assert len(keys) == len(set(keys)) == len(DUE) + 2


def test_skipped(territory: Territory, db: sqlite3.Connection) -> None:
    """Whoever is skipped stands aside, to be told of; who wasn't due isn't told of either."""
    who = territory.people
    found = gathered(db, skipped=[who["cho"], who["amy"]])
    assert [one.key for one in found.skipped] == [who["cho"]]
    assert new_ones(found, territory) == [one for one in DUE if one != "cho"]


@pytest.mark.parametrize(
    ("begins", "on", "minute", "is_refused"),
    [
        (time(9), None, None, False),
        (time(9), TUE, None, False),
        (time(9), TUE, at(9), False),
        (time(9), None, at(9), False),
        (time(9), WED, None, True),
        (time(9), None, at(10), True),
        (None, TUE, None, False),
        (None, TUE, at(9), True),
    ],
)
def test_pinned_otherwise(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    begins: time | None,
    on: date | None,
    minute: int | None,
    is_refused: bool,
) -> None:
    """A pin may say what is planned; another day or time is refused, with what is planned."""
    who = territory.people["patel"]
    visit = planned(writing, [who], TUE, begins)
    pins = [Pin(who, on, minute)]
    if not is_refused:
        one = of(gathered(db, TUE, WED, pins=pins), visit.id)
        assert (one.is_firm, one.standing) == (True, 1)
        return
    with pytest.raises(PlannedAlready) as raised:
        gathered(db, TUE, WED, pins=pins)
    when = "Tue 24 Nov 9:00" if begins else "Tue 24 Nov"
    facts = ("Anjali Patel, MD", when, short_ref(db, "visit", visit.ref))
    assert (raised.value.who, raised.value.when, raised.value.ref) == facts


def test_skipped_though_planned(
    territory: Territory, writing: Writing, db: sqlite3.Connection
) -> None:
    """To skip whose visit is planned is refused, the first of them named; on other days it isn't."""
    both = [territory.people["reyes"], territory.people["brandt"]]
    planned(writing, both, TUE, time(9))
    with pytest.raises(PlannedAlready) as raised:
        gathered(db, skipped=both)
    assert raised.value.who == "Marco Reyes, MD"
    assert gathered(db, WED, skipped=both).prospects


@pytest.mark.parametrize(
    ("cells", "now", "gone", "house", "until"),
    [
        ({"minutes_planned": 40}, "09:05", "Patel 9:00", "valley", at(9, 40)),
        ({}, "09:05", "Patel 9:00", "valley", at(9, 15)),
        ({"channel": "event"}, "13:00", "Patel 9:00", "valley", at(9, 15)),
        ({"channel": "phone"}, "09:05", "Patel 9:00", "", at(9, 15)),
        ({"channel": "email"}, "09:05", "Patel 9:00", "", 0),
        ({"channel": "message", "minutes_planned": 40}, "09:05", "Patel 9:00", "", 0),
        ({"minutes_planned": 40}, "09:00", "", "", 0),
    ],
)
def test_begun(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    cells: dict[str, str | int],
    now: str,
    gone: str,
    house: str,
    until: int,
) -> None:
    """What has begun and isn't logged is named and left; one is there, and busy until it is over."""
    who = territory.people["patel"]
    visit = planned(writing, [who], TUE, time(9), cells)
    found = gathered(db, now=_now(now))
    assert found.gone == ((gone,) if gone else ())
    assert found.here == territory.houses.get(house, "")
    assert found.busy_until == until
    there = {one.key for one in found.prospects}
    assert (visit.id in there, who in there) == (not gone, False)
    assert {one[0] for one in found.seen} == {visit.id}
    later = gathered(db, WED, now=_now(now))
    assert (later.gone, later.here, later.busy_until) == ((), "", 0)


def test_here(run: Run, territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """One is at the last account of today that one went to, whether it is logged or has begun."""
    houses = territory.houses
    planned(writing, [territory.people["patel"]], TUE, time(9))
    done = ("log", "ruiz", "--yes", "--at")
    assert run(*done, "2026-11-24 8:00", "went well", now=_now("08:30")).code == 0
    assert gathered(db, now=_now("08:45")).here == houses["mercy"]
    assert gathered(db, now=_now("08:45"), is_planned_only=True).here == houses["mercy"]
    assert gathered(db, now=_now("09:10")).here == houses["valley"]
    assert gathered(db, now=_now("09:10"), is_planned_only=True).here == ""  # from its beginning
    assert gathered(db, WED, now=_now("09:10")).here == ""
    assert run(*done, "2026-11-24 10:00", "again", now=_now("10:20")).code == 0
    phoned = ("log", "reyes", "seen", "--yes", "--channel", "phone", "--at", "2026-11-24 10:25")
    assert run(*phoned, now=_now("10:30")).code == 0
    assert gathered(db, now=_now("10:40")).here == houses["mercy"]


def test_another_zone(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The day and its minutes are those of the rep's own zone, though UTC has another day."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    clocks.tzset()
    early = "2026-11-24T06:00:00+08:00"
    with writing("plan", now=early):
        pass
    visit = planned(writing, [territory.people["patel"]], WED, time(7))
    assert (visit.on_date, visit.start_at) == ("2026-11-25", "2026-11-24T23:00:00Z")
    there = of(gathered(db, WED, now=early), visit.id)
    assert (there.pinned_on, there.pinned_at) == (WED, at(7))
    found = gathered(db, WED, now="2026-11-25T07:05:00+08:00")
    assert (found.gone, found.busy_until) == (("Patel 7:00",), at(7, 15))


@pytest.mark.parametrize(
    ("house", "home", "is_there"),
    [
        ({}, "", False),
        ({"city": "Dayton"}, "", False),
        ({"city": "Dayton"}, "12 Elm St, dayton, OH", True),
        ({"city": "大同"}, "平城区，大同", True),
        ({"postcode": "45402"}, "12 Elm St, Kettering, OH 45429", True),
        ({"postcode": "45402-1234"}, "45409-1700", True),
        ({"postcode": "43215"}, "12 Elm St, Kettering, OH 45429", False),
        ({"postcode": "75894"}, "39.758948,-84.191607", False),
        ({"postcode": "19160"}, "39.75,-84.191607", False),
        ({"city": "Dayton", "state": "closed"}, "Dayton", False),
    ],
)
def test_never_met_near_home(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    house: dict[str, str],
    home: str,
    is_there: bool,
) -> None:
    """Those never met are looked for in home's town and area; coordinates hold no postcode."""
    with writing() as work:
        mine = territory.houses["mercy"]
        new = add_provider(work, {"name": "New One"}, account_id=mine).id
        edit_account(work, mine, house)
        # Nobody else has business there.
        edit_provider(work, territory.people["ruiz"], {"seen_before_on": "2026-11-20"})
        put_settings(work, {"due.new": "3"})
    found = {one.key: one for one in gathered(db, home=home).prospects}
    assert territory.people["ruiz"] not in found
    assert (new in found) == is_there


@pytest.mark.parametrize(
    ("case", "is_there"),
    [("", True), ("colleague", False), ("snoozed", False), ("left", False), ("planned", False)],
)
def test_never_met_beside(
    territory: Territory, writing: Writing, db: sqlite3.Connection, case: str, is_there: bool
) -> None:
    """Where others are due somebody never met is proposed, for a first visit, worth their tier."""
    house = territory.houses["valley"]
    with writing() as work:
        role = {"role": "colleague"} if case == "colleague" else {}
        new = add_provider(work, {"name": "New One", "tier": "B", **role}, account_id=house).id
        if case == "snoozed":
            work.db.execute("UPDATE provider SET snoozed_until = '2026-11-25' WHERE id = ?", (new,))
        if case == "left":
            leave(work, new, house)
    if case == "planned":
        planned(writing, [new], MON, None)
    found = {one.key: one for one in gathered(db).prospects}
    assert (new in found) == is_there
    if is_there:
        one = found[new]
        assert ([item.kind for item in one.items], one.minutes) == (["new"], 20)
        assert 0 < one.score < found[territory.people["ruiz"]].score


@pytest.mark.parametrize(("setting", "days", "count"), [(0, 1, 0), (1, 1, 1), (1, 2, 2)])
def test_so_many_never_met(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    setting: int,
    days: int,
    count: int,
) -> None:
    """Some more of those never met are weighed than a day offers, the best tiers first."""
    with writing() as work:
        put_settings(work, {"due.new": str(setting)})
        tiers = {
            add_provider(
                work, {"name": f"New {at}", "tier": tier}, account_id=territory.houses["valley"]
            ).id: tier
            for at, tier in enumerate("CCCCCCCCBBBA")
        }  # fmt: skip
    found = gathered(db, *(TUE, WED)[:days])
    new = [tiers[one.key] for one in found.prospects if one.key in tiers]
    assert "".join(new) == "ABBBCCCCCCCC"[: count * NEW_FROM]
    assert not [one for one in gathered(db, is_planned_only=True).prospects if one.key in tiers]


def test_seen(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """What was planned is known again, until a day, an hour, a state of it changes."""
    visit = planned(writing, [territory.people["patel"]], TUE, time(9), {"minutes_planned": 20})
    between = planned(writing, [territory.people["cho"]], WED, None)
    days = (TUE, THU)
    before = gathered(db, *days).seen
    fact = (visit.id, "2026-11-24", "2026-11-24T15:00:00Z", "wished", 20)
    assert before == seen_now(db, days) == frozenset({fact})
    for ahead, cells in ((0, {"minutes_planned": 25}), (0, {"appointment": "asked"}), (2, {})):
        with writing() as work:
            on = TUE + timedelta(ahead) if ahead else None
            amend_visit(work, visit.id, cells, on=on, at=time(9) if on else None)
        after = seen_now(db, days)
        assert after != before
        before = after
    with writing() as work:
        cancel_visit(work, visit.id)
    assert seen_now(db, days) == frozenset()
    assert {one[0] for one in seen_now(db, (TUE, WED))} == {between.id}
