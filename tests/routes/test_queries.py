"""Who was found in vain, whom a day's log names, where people are met."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.routes import queries
from repplan.store.write import change

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run, Writing
    from tests.routes.territory import Territory

TUE, WED, THU = (date(2026, 11, day) for day in (24, 25, 26))


@pytest.mark.parametrize(
    ("tries", "found"),
    [
        ([], None),
        (["2026-11-03 no see", "2026-11-10 no see"], None),
        (["2026-11-03 no see", "2026-11-10 no see", "2026-11-17 no see"], (3, {2})),
        (["2026-11-03 no see", "2026-11-11 no see", "2026-11-17 no see"], (3, {2, 3})),
        (["2026-11-03 no see", "2026-11-10 seen", "2026-11-17 no see"], None),
        (
            ["2026-11-02 seen", "2026-11-03 no see", "2026-11-10 no see", "2026-11-17 no see"],
            (3, {2}),
        ),
    ],
)
def test_in_vain(
    run: Run,
    territory: Territory,
    db: sqlite3.Connection,
    tries: list[str],
    found: tuple[int, set[int]] | None,
) -> None:
    """Three visits in a row without being seen count, up to the last one that went well."""
    for said in tries:
        day, text = said.split(" ", 1)
        assert run("log", "reyes", text, "--at", f"{day} 9:00", "--yes").code == 0
    who = territory.people["reyes"]
    told = queries.in_vain(db, [who]).get(who)
    assert (told and (told.count, set(told.weekdays))) == found


def test_only_visits_in_person_are_in_vain(
    run: Run, territory: Territory, db: sqlite3.Connection
) -> None:
    """Whoever doesn't answer the telephone may still be there."""
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        assert run("log", "reyes", "no see", "--at", day, "--channel", "phone", "--yes").code == 0
    assert queries.in_vain(db, territory.people.values()) == {}


def test_met_on(run: Run, territory: Territory, db: sqlite3.Connection) -> None:
    """Whoever's visit of that day is logged was met; a planned visit is none."""
    run("log", "reyes", "seen", "--at", "2026-11-17 9:00", "--yes")
    run("visit", "plan", "patel", "--at", "10:00")
    assert queries.met_on(db, "2026-11-17") == {territory.people["reyes"]}
    assert queries.met_on(db, "2026-11-24") == set()


def test_doors(territory: Territory, db: sqlite3.Connection) -> None:
    """Everybody with a house has a door there; whoever has none isn't in it."""
    who = territory.people
    doors = queries.doors_of(db, who.values(), (TUE, TUE))
    assert [door.name for door in doors[who["patel"]]] == ["Valley Cardiology"]
    assert who["amy"] not in doors
    assert queries.doors_of(db, [], (TUE, TUE)) == {}


@pytest.mark.parametrize(
    ("from_on", "until_on", "days", "there"),
    [
        (None, None, (TUE, THU), [TUE, WED, THU]),
        (None, "2026-11-24", (TUE, THU), None),
        (None, "2026-11-25", (TUE, THU), [TUE]),
        (None, "2027-06-01", (TUE, THU), [TUE, WED, THU]),
        ("2026-11-25", None, (TUE, THU), [WED, THU]),
        ("2026-11-25", None, (TUE, TUE), None),
        ("2026-11-25", "2026-11-26", (TUE, THU), [WED]),
        (None, "2026-11-25", (WED, THU), None),
    ],
)
def test_doors_of_the_days(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    from_on: str | None,
    until_on: str | None,
    days: tuple[date, date],
    there: list[date] | None,
) -> None:
    """Where somebody works on the days that are planned is a door, on those days alone."""
    who = territory.people["patel"]
    with writing() as work:
        (one,) = (row[0] for row in work.db.execute(
            "SELECT id FROM affiliation WHERE provider_id = ?", (who,)
        ))  # fmt: skip
        change(work, "affiliation", one, {"from_on": from_on, "until_on": until_on})
    doors = queries.doors_of(db, [who], days).get(who)
    assert (doors and [day for day in (TUE, WED, THU) if doors[0].is_there(day)]) == there
