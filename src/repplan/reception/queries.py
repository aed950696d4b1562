"""Ask how accounts receive reps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.reception.model import ReceptionRule
from repplan.store.rows import select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_SELECT = (
    f"{select(ReceptionRule, 'reception_rule', {'account': 'a.name'})} "
    "JOIN account a ON a.id = t.account_id"
)
_HERE = "(t.until_on IS NULL OR t.until_on > ?)"


def rule(db: sqlite3.Connection, rule_id: str) -> ReceptionRule:
    """Return one rule by its id."""
    return to_model(ReceptionRule, db.execute(f"{_SELECT} WHERE t.id = ?", (rule_id,)).fetchone())


def rules_of(
    db: sqlite3.Connection, account_id: str, department: str, on: str
) -> list[ReceptionRule]:
    """Return the rules that count at a department on a day: its own first, then the account's.

    ``department`` empty: the account's alone. What of them counts is ``rules.counting``'s to say.
    """
    rows = db.execute(
        f"{_SELECT} WHERE t.account_id = ? AND {_HERE} ORDER BY t.department DESC, t.id",
        (account_id, on),
    )
    wanted = fold(department)
    return [
        one
        for one in (to_model(ReceptionRule, row) for row in rows)
        if not one.department or fold(one.department) == wanted
    ]


def rules(db: sqlite3.Connection, account_id: str | None = None, *, on: str) -> list[ReceptionRule]:
    """Return the rules of one account or of all that count on a day, by name."""
    rows = db.execute(
        f"{_SELECT} WHERE {_HERE} AND (?2 IS NULL OR t.account_id = ?2) "
        "ORDER BY a.name, t.department, t.id",
        (on, account_id),
    )
    return [to_model(ReceptionRule, row) for row in rows]


def rules_by_account(
    db: sqlite3.Connection, account_ids: Collection[str], on: str
) -> dict[str, list[ReceptionRule]]:
    """Return account id → its rules that count on a day, for many at once."""
    found: dict[str, list[ReceptionRule]] = {}
    rows = db.execute(
        f"{_SELECT} WHERE t.account_id IN (SELECT value FROM json_each(?)) AND {_HERE}",
        (json.dumps(list(account_ids)), on),
    )
    for row in rows:
        one = to_model(ReceptionRule, row)
        found.setdefault(one.account_id, []).append(one)
    return found


def expiring_filings(db: sqlite3.Connection, *, on: str, until: str) -> list[ReceptionRule]:
    """Return the rules of open accounts whose filing ends by a day, or has ended."""
    rows = db.execute(
        f"{_SELECT} WHERE {_HERE} AND t.filing_until_on <= ? AND a.state = 'active' "
        "ORDER BY t.filing_until_on, a.name, t.id",
        (on, until),
    )
    return [to_model(ReceptionRule, row) for row in rows]
