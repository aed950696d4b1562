"""Act on accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries
from repplan.accounts.rules import check_parent
from repplan.errors import AlreadyClosed, AlreadyThere
from repplan.store.write import change, insert
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.accounts.model import Account
    from repplan.fields import Cell
    from repplan.store.work import Work


def add_account(work: Work, cells: Mapping[str, Cell]) -> Account:
    """Return the new account. Raises: AlreadyThere for a name that an open account has."""
    name = str(cells["name"])
    row = work.db.execute(
        "SELECT name, ref FROM account WHERE folded = ? AND state = 'active' "
        "AND coalesce(city, '') = coalesce(?, '')",
        (fold(name), cells.get("city")),
    ).fetchone()
    if row:
        raise AlreadyThere(row[0], row[1])
    identity, _ref = insert(work, "account", {**cells, "folded": fold(name)})
    return queries.account(work.db, identity)


def edit_account(work: Work, account_id: str, cells: Mapping[str, Cell]) -> Account:
    """Return the account with these cells changed."""
    row = dict(cells)
    if "name" in row:
        row["folded"] = fold(str(row["name"]))
    change(work, "account", account_id, row)
    return queries.account(work.db, account_id)


def place_under(work: Work, account_id: str, parent_id: str | None) -> Account:
    """Return the account, now a part of another; None: of none. Raises: AboveItself."""
    line = queries.line_of(work.db, parent_id) if parent_id else []
    check_parent(queries.account(work.db, account_id), line)
    change(work, "account", account_id, {"parent_id": parent_id})
    return queries.account(work.db, account_id)


def close_account(work: Work, account_id: str) -> Account:
    """Return the account, now closed: it drops out of lists, its visits stay.

    Raises: AlreadyClosed.
    """
    one = queries.account(work.db, account_id)
    if one.state != "active":
        raise AlreadyClosed(one.name, one.state, one.ref)
    change(work, "account", account_id, {"state": "closed"})
    return queries.account(work.db, account_id)
