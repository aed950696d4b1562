"""What happened and is planned with people, and where they work: for one and many alike."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from repplan.can.case import Plan
from repplan.can.model import UNSOLICITED
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from repplan.visits.model import Visit


_ASKED = frozenset({"asked", "agreed", "confirmed"})
_COUNTS = f"coalesce(v.origin, '') IN {UNSOLICITED} AND v.channel NOT IN ('email', 'message')"
"""Which visits count against a cap: those nobody asked for, and those of unknown origin."""

_HAPPENED = (
    "SELECT l.provider_id, v.on_date FROM visit_provider l JOIN visit v ON v.id = l.visit_id "
    "WHERE l.provider_id IN (SELECT value FROM json_each(?)) "
    "AND v.state IN ('logged', 'filed') AND v.outcome IN ('seen', 'brief') "
    f"AND {_COUNTS} AND v.on_date > ? ORDER BY v.on_date"
)
_PLANS = (
    # CROSS: from these people to their visits, by index; never through every plan of the store.
    f"SELECT l.provider_id, v.on_date, v.appointment, {_COUNTS} "
    "FROM visit_provider l CROSS JOIN visit v ON v.id = l.visit_id "
    "WHERE l.provider_id IN (SELECT value FROM json_each(?)) "
    "AND v.state = 'planned' AND v.on_date >= ? AND v.id <> ? ORDER BY v.on_date"
)


def happened_with(
    db: sqlite3.Connection, ids: Collection[str], since: str
) -> dict[str, tuple[date, ...]]:
    """Return provider id → the days after ``since`` of the visits that count against a cap."""
    found: dict[str, tuple[date, ...]] = {}
    for one, day in db.execute(_HAPPENED, (json.dumps(list(ids)), since)):
        found[one] = (*found.get(one, ()), date.fromisoformat(day))
    return found


def plans_with(
    db: sqlite3.Connection, ids: Collection[str], today: str, but: str = ""
) -> dict[str, tuple[Plan, ...]]:
    """Return provider id → their planned visits from today on, without that of the id ``but``."""
    found: dict[str, tuple[Plan, ...]] = {}
    rows = db.execute(_PLANS, (json.dumps(list(ids)), today, but))
    for one, day, appointment, is_counted in rows:
        plan = Plan(date.fromisoformat(day), appointment in _ASKED, bool(is_counted))
        found[one] = (*found.get(one, ()), plan)
    return found


def asked_on(moving: Visit | None) -> date | None:
    """Return the day for which a visit was asked for; None: it wasn't."""
    if moving is None or moving.appointment not in _ASKED:
        return None
    return date.fromisoformat(moving.on_date)


@dataclass(frozen=True)
class Place:
    """Where somebody works: the account, its name and kind, and the department."""

    account_id: str
    name: str
    kind: str
    department: str


NOWHERE = Place("", "", "", "")


def places_of(db: sqlite3.Connection, ids: Collection[str], today: str) -> dict[str, list[Place]]:
    """Return provider id → where they work on a day, the primary place first."""
    rows = db.execute(
        "SELECT w.provider_id, a.id, a.name, a.kind, w.department FROM affiliation w "
        "JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id IN (SELECT value FROM json_each(?)) "
        "AND (w.until_on IS NULL OR w.until_on > ?) "
        "ORDER BY w.is_primary DESC, w.from_on, w.id",
        (json.dumps(list(ids)), today),
    )
    found: dict[str, list[Place]] = {}
    for one, account_id, name, kind, department in rows:
        found.setdefault(one, []).append(Place(account_id, name, kind, department or ""))
    return found
