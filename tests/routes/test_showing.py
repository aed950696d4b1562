"""What is planned already, as routes: its hours stay, the ways between are told, nobody is asked."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from repplan.clock import read_clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.routes.showing import NO_TIME, planned_routes
from repplan.visits.actions import plan_visit

if TYPE_CHECKING:
    import sqlite3

    from repplan.routes.model import Proposal
    from tests.conftest import Writing
    from tests.routes.territory import Territory

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


def _planned(
    writing: Writing, where: Territory, who: str, at: time | None, day: date = TUESDAY
) -> None:
    with writing("visit plan") as work:
        plan_visit(
            work, on=day, at=at, provider_ids=(where.people[who],), account_id=None, cells={}
        )


def _shown(db: sqlite3.Connection, *days: date) -> Proposal:
    return planned_routes(db, read_today(db, read_clock(), read_settings(db), "en"), days)


def test_nothing(territory: Territory, db: sqlite3.Connection) -> None:
    """A day without visits is empty: those due aren't proposed, nor left out."""
    assert territory.people
    (route,) = _shown(db, TUESDAY).routes
    assert (route.stops, route.leaves, route.back) == ((), None, None)
    assert _shown(db, TUESDAY).left == ()


def test_hours_and_ways(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Each visit stands at its hour; one leaves home in time, and the way back is counted."""
    _planned(writing, territory, "patel", time(10))
    _planned(writing, territory, "reyes", time(9))
    (route,) = _shown(db, TUESDAY).routes
    first, second = route.stops
    assert (first.prospect.name, first.starts) == ("Marco Reyes, MD", 540)
    assert (second.prospect.name, second.starts) == ("Anjali Patel, MD", 600)
    assert route.leaves == first.leaves == 540 - first.travel
    assert second.leaves == first.ends
    assert second.wait == second.starts - second.leaves - second.travel
    assert route.back == second.ends + route.back_travel
    assert route.travel == first.travel + second.travel + route.back_travel


@pytest.mark.parametrize(
    ("second", "is_late"), [(time(9, 15), True), (time(9, 30), True), (time(11), False)]
)
def test_too_late(
    territory: Territory,
    writing: Writing,
    db: sqlite3.Connection,
    second: time,
    is_late: bool,
) -> None:
    """Where the way takes longer than there is time, it says by how much; the hour stays."""
    _planned(writing, territory, "reyes", time(9))
    _planned(writing, territory, "patel", second)
    (route,) = _shown(db, TUESDAY).routes
    late = route.stops[1]
    assert late.starts == second.hour * 60 + second.minute
    missing = route.stops[0].ends + late.travel - late.starts
    assert (missing > 0) == is_late
    assert late.prospect.remark.startswith(f"{missing} min too late") == is_late


def test_without_an_hour(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """What is planned at no hour is left out, and said."""
    _planned(writing, territory, "patel", None)
    found = _shown(db, TUESDAY)
    assert found.stops == ()
    assert [(one.prospect.name, one.reason) for one in found.left] == [
        ("Anjali Patel, MD", NO_TIME)
    ]


def test_days_apart(territory: Territory, writing: Writing, db: sqlite3.Connection) -> None:
    """Each day holds its own visits."""
    _planned(writing, territory, "patel", time(10))
    _planned(writing, territory, "patel", time(9), WEDNESDAY)
    _planned(writing, territory, "reyes", time(9), WEDNESDAY)
    one, other = _shown(db, TUESDAY, WEDNESDAY).routes
    assert [len(one.stops), len(other.stops)] == [1, 2]
