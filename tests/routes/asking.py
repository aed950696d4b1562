"""The questions of gathering, as tests ask them: of a store, at a moment, for some days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from repplan.clock import Clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.routes.everybody import Wanted
from repplan.routes.gathering import Gathered, gather
from repplan.visits.actions import plan_visit
from tests.conftest import NOW

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from repplan.due.today import Today
    from repplan.fields import Cell
    from repplan.routes.everybody import Pin
    from repplan.routes.model import Prospect
    from repplan.visits.model import Visit
    from tests.conftest import Writing
    from tests.routes.territory import Territory

TUE = date(2026, 11, 24)
WED, THU, FRI = (TUE + timedelta(ahead) for ahead in (1, 2, 3))
MON = TUE + timedelta(6)
NEXT_TUE = MON + timedelta(1)
WHOLE = ((0, 24 * 60),)


def at(hour: int, minute: int = 0) -> int:
    """Return a time as its minute of the day."""
    return hour * 60 + minute


def today(db: sqlite3.Connection, now: str = NOW) -> Today:
    """Return the day at a moment, as the store knows it."""
    return read_today(db, Clock(datetime.fromisoformat(now).astimezone()), read_settings(db), "en")


def gathered(
    db: sqlite3.Connection,
    *days: date,
    pins: Sequence[Pin] = (),
    skipped: Sequence[str] = (),
    may_move: bool = False,
    is_planned_only: bool = False,
    now: str = NOW,
    home: str = "",
) -> Gathered:
    """Return who may be visited on days: today where none is said."""
    wanted = Wanted(
        days or (TUE,), tuple(pins), frozenset(skipped), may_move,
        is_planned_only=is_planned_only,
    )  # fmt: skip
    return gather(db, today(db, now), wanted, home=home)


def planned(
    writing: Writing,
    ids: Sequence[str],
    on: date,
    begins: time | None,
    cells: Mapping[str, Cell] | None = None,
    *,
    account_id: str | None = None,
) -> Visit:
    """Return a visit that is planned from now on."""
    with writing("plan") as work:
        return plan_visit(
            work, on=on, at=begins, provider_ids=ids, account_id=account_id, cells=cells or {}
        )


def new_ones(found: Gathered, where: Territory) -> list[str]:
    """Return the short names of those who have no visit planned, in order."""
    return sorted(where.who(one.key) for one in found.prospects if one.visit is None)


def of(found: Gathered, key: str) -> Prospect:
    """Return somebody who was gathered, by their id or the id of their visit."""
    return next(one for one in found.prospects if one.key == key)
