"""What people say of a product that changed since the last visit."""

from __future__ import annotations

import json
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.products.choosing import is_for
from repplan.products.paying import counting_at
from repplan.text import fold, width

if TYPE_CHECKING:
    import sqlite3

    from repplan.brief.door import Door
    from repplan.fields import Cell
    from repplan.products.model import Coverage, Message
    from repplan.visits.talk import Talk


def changed_since(
    door: Door, talk: Talk, since: str, since_at: str
) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Return what people say of the talk's product that changed after a day, since an instant.

    Shape: (table, what it is called, the columns that changed, each with "from > to" where that is
    short: none, it is new). Who pays where the visit is comes first, said whole in its name. Of a
    product that wasn't ours then, nothing has changed.
    """
    db = door.db
    if talk.product_id is None or _is_newer(db, talk.product_id, since):
        return []
    fitting = [one.id for one in talk.known.messages if _concerns_them(talk, one)]
    rows = db.execute(
        "SELECT 'product' AS tbl, id, name FROM product WHERE id = :product AND updated_on > :since "
        "UNION ALL SELECT 'message', id, claim FROM message WHERE product_id = :product "
        "AND updated_on > :since AND id IN (SELECT value FROM json_each(:messages)) "
        "UNION ALL SELECT 'objection', id, text FROM objection WHERE product_id = :product "
        "AND updated_on > :since AND retired_on IS NULL "
        "AND (expires_on IS NULL OR expires_on >= :on) "
        "UNION ALL SELECT 'material', id, title FROM material WHERE product_id = :product "
        "AND updated_on > :since AND retired_on IS NULL "
        "AND (expires_on IS NULL OR expires_on >= :on) AND coalesce(dated_on, '') <= :on",
        {
            "product": talk.product_id,
            "since": since,
            "on": talk.on,
            "messages": json.dumps(fitting),
        },
    ).fetchall()
    found = []
    for table, identity, name in rows:
        changes = _changes(db, table, identity, since_at)
        if changes is not None:
            found.append((table, name, changes))
    return [*_coverage(door, talk.product_id, since, since_at), *found]


_NO_NEWS = frozenset(
    {"updated_on", "pack", "code", "id", "ref", "folded", "from_on", "until_on", "topics", "place"}
)
_SHORT = 14
"""Cells of a value that is short enough to be told, before and now."""


def _changes(
    db: sqlite3.Connection, table: str, row_id: str, since_at: str
) -> tuple[tuple[str, str], ...] | None:
    """Return (column, "from > to" where that is short) of what isn't as it was at an instant.

    Empty: it is new. None: all is as it was; what was changed and taken back is no change.
    """
    before = _before(db, row_id, since_at)
    if before is None:
        return ()
    cursor = db.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    now = dict(zip((one[0] for one in cursor.description), cursor.fetchone(), strict=True))
    changed = [
        (column, _told(old, now[column]))
        for column, old in before.items()
        if column in now and column not in _NO_NEWS and old != now[column]
    ]
    return tuple(changed) or None


def _before(db: sqlite3.Connection, row_id: str, since_at: str) -> dict[str, Cell] | None:
    """Return column → value at an instant, of the columns set since; None: it wasn't there."""
    rows = db.execute(
        "SELECT kind, col, old FROM journal WHERE row = ? AND at >= ? ORDER BY seq",
        (row_id, since_at),
    ).fetchall()
    if rows and rows[0][0] == "add":
        return None
    first: dict[str, Cell] = {}
    for kind, column, old in rows:
        if kind in {"set", "unset"} and column:
            first.setdefault(column, json.loads(old) if old else None)
    return first


def _told(old: Cell, now: Cell) -> str:
    texts = [str(one) if one else "" for one in (old, now)]
    is_short = all(width(text) <= _SHORT and text[:1] != "[" for text in texts)
    return _turned(*texts) if is_short else ""


def _turned(old: str, now: str) -> str:
    """Return what became what; one of them may be nothing."""
    if not old:
        # L10n: what wasn't said of it before, behind its name: "Acme formulary now pending".
        return _("now {state}").format(state=now)
    return f"{old} > {now}" if now else _("no longer {state}").format(state=old)


def _coverage(
    door: Door, product_id: str, since: str, since_at: str
) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Return what payers that count there say otherwise than on the day of the last visit."""
    payers = door.account.payers if door.account else ()

    def lines(found: list[Coverage]) -> dict[str, Coverage]:
        return {fold(one.payer): one for one in counting_at(found, payers)}

    told: list[tuple[str, str, tuple[tuple[str, str], ...]]] = []
    was, now = lines(door.coverage_on(product_id, since)), lines(door.coverage)
    for payer in dict.fromkeys((*now, *was)):
        old, new = was.get(payer), now.get(payer)
        before = _state_then(door.db, old, since_at)
        after = new.state if new else None
        if before != after:
            name = new.payer if new else old.payer if old else ""
            words = [pgettext("coverage", one) if one else "" for one in (before, after)]
            told.append(("coverage", f"{name} {_turned(*words)}", ()))
    return told


def _state_then(db: sqlite3.Connection, line: Coverage | None, since_at: str) -> str | None:
    """What a line said at an instant; None: it wasn't there."""
    before = _before(db, line.id, since_at) if line else None
    if line is None or before is None:
        return None
    return str(before.get("state", line.state))


def _is_newer(db: sqlite3.Connection, product_id: str, since: str) -> bool:
    row = db.execute(
        "SELECT 1 FROM product WHERE id = ? AND from_on > ?", (product_id, since)
    ).fetchone()
    return row is not None


def _concerns_them(talk: Talk, one: Message) -> bool:
    is_theirs = is_for(one, talk.listener.role, talk.listener.specialties)
    return one.product_id == talk.product_id and is_theirs
