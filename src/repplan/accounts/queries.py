"""Ask about accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts.model import Account
from repplan.fields import LONGEST_NAME
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

_SELECT = select(Account, "account")
_ENOUGH = 20


def account(db: sqlite3.Connection, account_id: str) -> Account:
    """Return one account by its id."""
    row = db.execute(f"{_SELECT} WHERE t.id = ?", (account_id,)).fetchone()
    return to_model(Account, row)


def called(db: sqlite3.Connection, said: str) -> list[Account]:
    """Return the open accounts that answer to a ref or to part of a name, best first.

    The whole name beats its beginning, which beats a part of it: only the best kind is returned.
    """
    by_ref = ids_by_ref(db, "account", said)
    if by_ref:
        return [account(db, account_id) for account_id in by_ref]
    name = fold(said)
    if not name or len(name) > LONGEST_NAME:
        return []
    escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    for condition, value in (
        ("t.folded = ?", name),
        ("t.folded LIKE ? ESCAPE '\\'", f"{escaped}%"),
        ("t.folded LIKE ? ESCAPE '\\'", f"%{escaped}%"),
    ):
        rows = db.execute(
            f"{_SELECT} WHERE {condition} AND t.state = 'active' ORDER BY t.name LIMIT {_ENOUGH}",
            (value,),
        ).fetchall()
        if rows:
            return [to_model(Account, row) for row in rows]
    return []


def accounts(
    db: sqlite3.Connection,
    *,
    city: str | None = None,
    kind: str | None = None,
    with_closed: bool = False,
) -> list[Account]:
    """Return the accounts that fit every filter given, by name."""
    conditions, values = ["1"], []
    if not with_closed:
        conditions.append("t.state = 'active'")
    if city:
        conditions.append("t.city = ? COLLATE NOCASE")
        values.append(city)
    if kind:
        conditions.append("t.kind = ?")
        values.append(kind)
    rows = db.execute(f"{_SELECT} WHERE {' AND '.join(conditions)} ORDER BY t.name, t.id", values)
    return [to_model(Account, row) for row in rows]


def line_of(db: sqlite3.Connection, account_id: str) -> list[Account]:
    """Return an account and all that it is a part of, from below."""
    line = [account(db, account_id)]
    while (parent_id := line[-1].parent_id) and parent_id not in {one.id for one in line}:
        line.append(account(db, parent_id))
    return line


def parts(db: sqlite3.Connection, account_id: str) -> list[Account]:
    """Return the open accounts that are directly a part of this one, by name."""
    rows = db.execute(
        f"{_SELECT} WHERE t.parent_id = ? AND t.state = 'active' ORDER BY t.name, t.id",
        (account_id,),
    )
    return [to_model(Account, row) for row in rows]


def head_counts(db: sqlite3.Connection) -> dict[str, int]:
    """Return account id → how many providers work there now; an account without any isn't in it."""
    rows = db.execute(
        "SELECT w.account_id, count(DISTINCT w.provider_id) FROM affiliation w "
        "JOIN provider p ON p.id = w.provider_id "
        "WHERE w.until_on IS NULL AND p.state <> 'left' GROUP BY w.account_id"
    )
    return {row[0]: row[1] for row in rows}


def parents(db: sqlite3.Connection) -> dict[str, Account]:
    """Return id → account of every account that others are a part of."""
    rows = db.execute(f"{_SELECT} WHERE t.id IN (SELECT parent_id FROM account)")
    return {row["id"]: to_model(Account, row) for row in rows}


def names(db: sqlite3.Connection) -> list[str]:
    """Return the names of all open accounts: what a misspelt one is compared with."""
    return [row[0] for row in db.execute("SELECT name FROM account WHERE state = 'active'")]


def with_department(db: sqlite3.Connection, said: str) -> list[tuple[str, str]]:
    """Return (account id, department) of the open accounts that have a department of this name."""
    rows = db.execute(
        "SELECT t.id, d.value FROM account t, json_each(t.departments) d WHERE t.state = 'active'"
        " UNION SELECT w.account_id, w.department FROM affiliation w WHERE w.department <> ''"
    )
    wanted = fold(said)
    return [(row[0], row[1]) for row in rows if fold(row[1]) == wanted]
