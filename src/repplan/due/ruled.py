"""What rules say in the queue. Where none can speak, nothing of them is loaded.

A morning screen has milliseconds: whether there is a policy, a consent or a rule of reception is
asked first, in one query, and the rooms that know more are imported only then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.can.there import worth_asking

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from repplan.day import QueueItem
    from repplan.due.today import Today


def clocks(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return what must be applied for by today, and the filings that run out."""
    if not day.there.has_reception:
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
    if not asked or not (day.there.has_policy or day.there.has_consents):
        return {}
    from repplan.due import stops

    return stops.stopped(db, day, asked, person)


def refused(db: sqlite3.Connection, day: Today, ids: Collection[str]) -> dict[str, str]:
    """Return provider id → what is possible instead, of those whom a rule keeps us from today."""
    asked = worth_asking(db, day.there, ids)
    if not asked:
        return {}
    from repplan.can.instead import queue_step
    from repplan.can.visiting import refused_on

    reasons = refused_on(db, day.clock, asked, day.today)
    return {one: queue_step(why, day.today, day.language) for one, why in reasons.items()}


_CHANNELS = frozenset({"email", "phone", "message"})
