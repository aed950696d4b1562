"""Visits that a calendar may still hold though they aren't on these days any more.

The journal is asked: a calendar that was filled yesterday learns only from a later file what was
called off, taken back or moved since.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.records import field_types
from repplan.store.rows import select, to_model
from repplan.visits.model import CANCELLED, PLANNED, Visit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_VISIT = select(Visit, "visit")


def called_off(db: sqlite3.Connection, days: Collection[str]) -> list[Visit]:
    """Return the visits planned for one of these days (ISO) that are cancelled, or taken back.

    In the order of their days. What was planned for them first and for another day later is among
    them.
    """
    were = [
        to_model(Visit, row)
        for row in db.execute(
            f"{_VISIT} WHERE t.state = '{CANCELLED}' AND t.on_date IN "
            "(SELECT value FROM json_each(?1)) AND EXISTS (SELECT 1 FROM journal j "
            "WHERE j.row = t.id AND j.tbl = 'visit' AND j.kind IN ('add', 'undel') "
            f"AND json_extract(j.new, '$.state') = '{PLANNED}')",
            (json.dumps(sorted(days)),),
        )
    ]
    return sorted([*were, *_taken_back(db, days)], key=lambda one: (one.on_date, one.id))


def moved_away(db: sqlite3.Connection, days: Collection[str], since: str) -> list[Visit]:
    """Return the visits planned from a day (ISO) on that once were planned for one of these days.

    They are on another one now.
    """
    rows = db.execute(
        f"{_VISIT} WHERE t.state = '{PLANNED}' AND t.on_date >= ?2 AND t.on_date NOT IN "
        "(SELECT value FROM json_each(?1)) AND EXISTS (SELECT 1 FROM journal j "
        "WHERE j.row = t.id AND j.tbl = 'visit' AND j.col = 'on_date' "
        "AND json_extract(j.old, '$') IN (SELECT value FROM json_each(?1))) "
        "ORDER BY t.on_date, t.id",
        (json.dumps(sorted(days)), since),
    )
    return [to_model(Visit, row) for row in rows]


def _taken_back(db: sqlite3.Connection, days: Collection[str]) -> list[Visit]:
    """Visits that ``undo`` took away: as they last were, but for their state."""
    rows = db.execute(
        "SELECT j.row, j.old, (SELECT a.id FROM account a "
        "WHERE a.id = json_extract(j.old, '$.account_id')) FROM journal j WHERE j.tbl = 'visit' AND j.kind = 'del' "
        f"AND json_extract(j.old, '$.state') = '{PLANNED}' "
        "AND json_extract(j.old, '$.on_date') IN (SELECT value FROM json_each(?1)) "
        "AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = j.row) ORDER BY j.seq",
        (json.dumps(sorted(days)),),
    )
    found = {}
    for visit_id, old, account_id in rows:
        cells = json.loads(old)
        known = {name: cells.get(name) for name in field_types(Visit) if name != "id"}
        now = {"id": visit_id, "state": CANCELLED, "account_id": account_id}
        found[visit_id] = Visit(**known | now)
    return list(found.values())
