"""Days on a store, framed for tests of what is taken out of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from repplan.clock import read_clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.records import replace
from repplan.routes.days import Days
from repplan.routes.ends import End
from repplan.routes.everybody import Wanted
from repplan.routes.gathering import Gathered
from repplan.timeoff import actions as timeoff
from repplan.upkeep.actions import put_settings
from tests.routes.making import PLANNED, ground, prospect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from repplan.routes.building import Frame
    from repplan.routes.hours import Hours
    from repplan.routes.model import Prospect, Span
    from tests.conftest import Writing

TUE, WED = date(2026, 11, 24), date(2026, 11, 25)
SAT = date(2026, 11, 28)
MIDNIGHT = 24 * 60
WAY = 20
"""Minutes from home to everybody; 30 to the one far off."""
TABLE = [[0, WAY, 30], [WAY, 0, 40], [30, 40, 0]]
ENDS = (End("home"), End("hotel"))


def days_of(
    db: sqlite3.Connection,
    *days: date,
    calls: Mapping[date, tuple[Span, ...]] | None = None,
    busy_until: int = 0,
    free_from: int | None = None,
    slack: float = 0.15,
    is_planned_only: bool = False,
) -> Days:
    """Return the days of a store, Tuesday if no other is said."""
    settings = read_settings(db)
    today = read_today(db, read_clock(), settings, "en")
    wanted = Wanted(days or (TUE,), is_planned_only=is_planned_only)
    people = Gathered((), (), {}, calls=calls or {}, busy_until=busy_until)
    return Days(db, today, wanted, people, free_from=free_from, slack=slack)


def frame_of(days: Days, *musts: Prospect, index: int = 0) -> Frame:
    """Return the frame of one of some days; whose key begins with far is far off."""
    spots = {one.key: 2 if one.key.startswith("far") else 1 for one in musts}
    where = ground(TABLE, spots, days=len(days.days))
    return days.frame(index, musts, where, ENDS)


def agreed(at: int | None, key: str = "patel", *, minutes: int = 20, day: date = TUE) -> Prospect:
    """Return a planned visit; at no hour, it may be at any."""
    starts = {day: ((at, at),) if at is not None else ((0, MIDNIGHT),)}
    one = prospect(key, starts, minutes=minutes, at=at, is_must=True)
    return replace(one, visit=PLANNED)


def pin(at: int, key: str = "patel") -> Prospect:
    """Return somebody who is pinned to Tuesday, and not planned yet."""
    return prospect(key, {TUE: ((at, at),)}, at=at, is_must=True)


def put(writing: Writing, values: Mapping[str, str]) -> None:
    """Write settings."""
    with writing("config set") as work:
        put_settings(work, values)


def take(writing: Writing, *hours: tuple[str, str], day: date = TUE) -> None:
    """Write down hours of a day that are taken."""
    with writing("timeoff add") as work:
        for each in hours:
            timeoff.add_busy(work, day, each, what="dentist")


def gaps_of(hours: Hours, *kinds: str) -> list[tuple[int, int]]:
    """Return what is cut out of hours; of some kinds, else of all."""
    return [(one.first, one.until) for one in hours.gaps if not kinds or one.kind in kinds]
