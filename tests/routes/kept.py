"""A store with a planned Tuesday, and the plan of it: what a calendar is made of."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from repplan.clock import from_instant
from repplan.records import replace
from repplan.routes.files import write_file
from repplan.routes.model import Proposal
from repplan.visits import queries as visits
from repplan.visits.actions import plan_visit
from tests.routes.plans import CLINIC, CLOCK, DAY, PLAN, ROUTE, TOWER, prospect, stop

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.fields import Cell
    from repplan.providers.model import Provider
    from repplan.routes.model import Stop
    from repplan.visits.model import Visit
    from tests.conftest import Writing

POINTS = {"Valley Cardiology": CLINIC, "市一医院": TOWER}


def plan_tuesday(writing: Writing, people: Mapping[str, Provider]) -> None:
    """Plan Dr Patel at 8:30, agreed with Dana, and 王建国 at 10:00, in one command."""
    day: tuple[tuple[str, time, Mapping[str, Cell]], ...] = (
        ("patel", time(8, 30), {"minutes_planned": 20, "agreed_with": "Dana"}),
        ("wang", time(10), {"minutes_planned": 25}),
    )
    with writing("plan") as work:
        for who, at, cells in day:
            plan_visit(
                work, on=DAY, at=at, provider_ids=[people[who].id], account_id=None, cells=cells
            )


def plan_of(db: sqlite3.Connection, day: date = DAY) -> Proposal:
    """Return the plan of a day as the store has it: 25 minutes to the first, 8 on foot to others."""
    found = visits.planned(db, start=day.isoformat(), until=(day + timedelta(1)).isoformat())
    stops = tuple(_stop(db, one, is_first=not at) for at, one in enumerate(found))
    return Proposal((replace(ROUTE, day=day, stops=stops),))


def _stop(db: sqlite3.Connection, visit: Visit, *, is_first: bool) -> Stop:
    whole = visits.whole(db, visit.id)
    start = from_instant(visit.start_at) if visit.start_at else None
    return stop(
        prospect(whole.people[0].name, whole.account, visit=visit),
        start.hour * 60 + start.minute if start else 660,
        travel=25 if is_first else 8,
        minutes=visit.minutes_planned or 15,
        point=POINTS.get(whole.account),
        is_walk=not is_first,
    )


def written(
    db: sqlite3.Connection,
    folder: Path,
    name: str = "day.ics",
    proposal: Proposal = PLAN,
    *,
    language: str = "en",
    is_personal: bool = False,
) -> bytes:
    """Return what a file of that name holds after it was written."""
    path = folder / name
    write_file(
        proposal, path, db=db, language=language, clock=CLOCK, is_personal=is_personal,
        may_replace=True,
    )  # fmt: skip
    return path.read_bytes()
