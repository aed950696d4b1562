"""Whom a command's changes concern: the providers that its records are of, or its accounts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from repplan.upkeep.model import Batch

_READ = 200
"""Rows of the journal looked at for a batch: an import is told by its first ones."""

_ROWS = "SELECT value FROM json_each(?)"

_WHOSE = {
    "provider": f"SELECT id FROM provider t WHERE id IN ({_ROWS})",
    "visit": f"SELECT provider_id FROM visit_provider WHERE visit_id IN ({_ROWS})",
    **{
        table: f"SELECT provider_id FROM {table} WHERE id IN ({_ROWS})"
        for table in (
            "visit_provider", "followup", "note", "objective", "concern", "affiliation", "licence",
            "value_given", "stance", "relation", "rollout", "safety_report", "inquiry", "consent",
            "sample_movement", "spend_share",
        )
    },
}  # fmt: skip
"""Table → whom its records are of, while they are there."""


def about(db: sqlite3.Connection, batches: Iterable[Batch]) -> dict[int, tuple[str, ...]]:
    """Return a batch's first change → the names of the providers it touched, else the accounts."""
    return {one.first_seq: _names(db, one) for one in batches}


def _names(db: sqlite3.Connection, one: Batch) -> tuple[str, ...]:
    span = (one.first_seq, min(one.last_seq, one.first_seq + _READ))
    rows: dict[str, list[str]] = {}
    for table, row in db.execute(
        "SELECT tbl, row FROM journal WHERE seq BETWEEN ? AND ? GROUP BY tbl, row "
        "ORDER BY min(seq)",
        span,
    ):
        rows.setdefault(table, []).append(row)
    names: dict[str, str] = {}
    for table, ids in rows.items():
        if table in _WHOSE:
            found = db.execute(_WHOSE[table], (json.dumps(ids),))
            names.update(dict.fromkeys((row[0] for row in found if row[0]), ""))
    names = names or _gone(db, span)
    known = _short_names(db, list(names))
    said = [known.get(identity) or name for identity, name in names.items()]
    return tuple(dict.fromkeys(name for name in said if name)) or _accounts(db, rows)


def _gone(db: sqlite3.Connection, span: tuple[int, int]) -> dict[str, str]:
    """Whose the records were that were taken away: id → name, empty where that is still known."""
    rows = db.execute(
        "SELECT d.tbl, d.row, d.old FROM journal d WHERE d.kind = 'del' AND d.old IS NOT NULL "
        "AND d.row IN (SELECT row FROM journal WHERE seq BETWEEN ? AND ?)",
        span,
    )
    names: dict[str, str] = {}
    for table, row, old in rows:
        record = json.loads(old)
        if table == "provider":
            name = record.get("native_name") or record.get("family_name") or record.get("name")
            names[row] = name or ""
        elif record.get("provider_id"):
            names.setdefault(record["provider_id"], "")
    return names


def _short_names(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    rows = db.execute(
        "SELECT id, coalesce(nullif(native_name, ''), nullif(family_name, ''), name) "
        f"FROM provider WHERE id IN ({_ROWS})",
        (json.dumps(ids),),
    )
    return {row[0]: row[1] for row in rows}


def _accounts(db: sqlite3.Connection, rows: dict[str, list[str]]) -> tuple[str, ...]:
    found = db.execute(
        f"SELECT name FROM account WHERE id IN ({_ROWS}) UNION SELECT a.name FROM visit v "
        f"JOIN account a ON a.id = v.account_id WHERE v.id IN ({_ROWS})",
        (json.dumps(rows.get("account", [])), json.dumps(rows.get("visit", []))),
    )
    return tuple(row[0] for row in found)
