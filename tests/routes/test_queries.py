"""Who was found in vain, whom a day's log names, where people are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.routes import queries

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.routes.territory import Territory


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
    doors = queries.doors_of(db, who.values(), "2026-11-24")
    assert [door.name for door in doors[who["patel"]]] == ["Valley Cardiology"]
    assert who["amy"] not in doors
    assert queries.doors_of(db, [], "2026-11-24") == {}
