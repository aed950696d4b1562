"""What is planned with people, and where they work: for one and for many by the same queries."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.visits.model import Visit


@dataclass(frozen=True)
class Plans:
    """The planned visits with somebody: each day with whether they were asked; which days count."""

    booked: tuple[tuple[date, bool], ...] = ()
    counted: tuple[date, ...] = ()


NO_PLANS = Plans()
_ASKED = frozenset({"asked", "agreed", "confirmed"})
_PLANS = (
    # CROSS: from these people to their visits, by index; never through every plan of the store.
    "SELECT l.provider_id, v.on_date, v.appointment, "
    "(v.origin IS NULL OR v.origin IN ('', 'unsolicited')) "
    "AND v.channel NOT IN ('email', 'message') AS is_counted "
    "FROM visit_provider l CROSS JOIN visit v ON v.id = l.visit_id "
    "WHERE l.provider_id IN (SELECT value FROM json_each(?)) "
    "AND v.state = 'planned' AND v.on_date >= ? AND v.id <> ? ORDER BY v.on_date"
)


def plans_of(
    db: sqlite3.Connection, ids: Sequence[str], today: str, but: str = ""
) -> dict[str, Plans]:
    """Return provider id → their planned visits from today on, without that of the id ``but``."""
    found: dict[str, Plans] = {}
    for one, day, appointment, is_counted in db.execute(
        _PLANS, (json.dumps(list(ids)), today, but)
    ):
        on = date.fromisoformat(day)
        plan = found.get(one, NO_PLANS)
        found[one] = Plans(
            (*plan.booked, (on, appointment in _ASKED)),
            (*plan.counted, on) if is_counted else plan.counted,
        )
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


def places_of(db: sqlite3.Connection, ids: Sequence[str], today: str) -> dict[str, list[Place]]:
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
