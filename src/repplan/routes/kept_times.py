"""A service's travel times as the store keeps them, each with the day it was asked.

    kept_times(db, service, points, since) -> {(point, point): minutes}
    keep_times(work, service, minutes, days)

They aren't records: nothing of them is journalled, and ``undo`` leaves them alone.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.store.write import insert_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping

    from repplan.routes.services import Pair, Service
    from repplan.store.work import Work

_COLUMNS = ("service", "from_point", "asked_on", "minutes")
_OF_TODAY = "FROM travel_time WHERE service = ? AND from_point = ? AND asked_on = ?"


def since_of(today: date, days: int) -> date:
    """Return the first day whose answers still count; ``days`` is ``route.service_days``."""
    return max(today, date.min + timedelta(days)) - timedelta(days)


def kept_times(
    db: sqlite3.Connection, service: Service, points: Collection[str], since: date
) -> dict[Pair, int | None]:
    """Return what a service told on that day or later of the ways between points, the newest of it.

    Units: minutes at the wheel, None: no road. A way that was never asked isn't in it.
    """
    among = set(points)
    rows = db.execute(
        "SELECT from_point, minutes FROM travel_time WHERE service = ? AND asked_on >= ? "
        "AND from_point IN (SELECT value FROM json_each(?)) ORDER BY asked_on",
        (service.name, since.isoformat(), json.dumps(sorted(among))),
    )
    return {
        (start, end): minutes
        for start, told in rows
        for end, minutes in json.loads(told).items()
        if end in among
    }


def keep_times(work: Work, service: Service, minutes: Mapping[Pair, int | None], days: int) -> None:
    """Keep what a service told today. What is older than ``days`` goes, whoever told it."""
    oldest = since_of(work.today, days).isoformat()
    work.db.execute("DELETE FROM travel_time WHERE asked_on < ?", (oldest,))
    told: dict[str, dict[str, int | None]] = {}
    for (start, end), found in sorted(minutes.items()):
        told.setdefault(start, {})[end] = found
    today = work.today.isoformat()
    for start, ways in told.items():
        key = (service.name, start, today)
        row = work.db.execute(f"SELECT minutes {_OF_TODAY}", key).fetchone()
        if row:
            told[start] = json.loads(row[0]) | ways
            work.db.execute(f"DELETE {_OF_TODAY}", key)
    rows = [(service.name, start, today, json.dumps(ways)) for start, ways in told.items()]
    insert_rows(work, "travel_time", _COLUMNS, rows)
