"""What rules say in the queue. Where none can speak, nothing of them is loaded.

A morning screen has milliseconds: whether there is a policy, a consent or a rule of reception is
asked first, in one query, and the rooms that know more are imported only then.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from repplan.day import QueueItem
    from repplan.due.today import Today

_THERE = (
    "SELECT coalesce((SELECT value FROM setting WHERE id = 'policy'), 'none') <> 'none' "
    "OR EXISTS (SELECT 1 FROM own_policy), "
    "EXISTS (SELECT 1 FROM consent), EXISTS (SELECT 1 FROM reception_rule)"
)
_CLOSED = (
    "SELECT 1 FROM provider WHERE id IN (SELECT value FROM json_each(?)) "
    "AND state IN ('no-see', 'left') LIMIT 1"
)


@dataclass(frozen=True)
class There:
    """What rules there are at all: a policy, consents, rules of reception."""

    policy: bool
    consents: bool
    reception: bool


def there(db: sqlite3.Connection) -> There:
    """Return what could speak."""
    return There(*(bool(one) for one in db.execute(_THERE).fetchone()))


def clocks(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return what must be applied for by today, and the filings that run out."""
    if not there(db).reception:
        return []
    from repplan.due import receiving

    return receiving.clocks(db, day)


def stopped(
    db: sqlite3.Connection, day: Today, rows: Sequence[sqlite3.Row], person: int
) -> dict[str, str]:
    """Return ref → what is possible instead, of the follow-ups whose channel isn't allowed."""
    asked = [
        row
        for row in rows
        if row["channel"] in _CHANNELS
        and not row["via"]
        and row[person] is not None
        and row[person] not in day.hours
    ]
    known = there(db) if asked else None
    if known is None or not (known.policy or known.consents):
        return {}
    from repplan.due import stops

    return stops.stopped(db, day, asked, person)


def refused(db: sqlite3.Connection, day: Today, ids: Collection[str]) -> dict[str, str]:
    """Return provider id → what is possible instead, of those whom a rule keeps us from today."""
    if not ids or not _may_refuse(db, ids):
        return {}
    from repplan.can.queries import refused_on
    from repplan.can.words import queue_step

    reasons = refused_on(db, day.clock, ids, day.today)
    return {one: queue_step(why, day.today, day.language) for one, why in reasons.items()}


def _may_refuse(db: sqlite3.Connection, ids: Collection[str]) -> bool:
    known = there(db)
    if known.reception:
        return True
    if db.execute(_CLOSED, (json.dumps(list(ids)),)).fetchone():
        return True
    if not known.policy:
        return False
    from repplan.policies.load import policy_of

    return policy_of(db).fact("visits.unsolicited_max") is not None


_CHANNELS = frozenset({"email", "phone", "message"})
