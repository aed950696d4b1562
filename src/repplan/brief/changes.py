"""What people say of a product that changed since the last visit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.products.choosing import is_for

if TYPE_CHECKING:
    import sqlite3

    from repplan.products.model import Message
    from repplan.visits.talk import Talk


def changed_since(
    db: sqlite3.Connection, talk: Talk, since: str, since_at: str
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what people say of the talk's product that changed after a day, since an instant.

    Shape: (table, what it is called, the columns that changed: none, it is new). Of a product that
    wasn't ours then, nothing has changed.
    """
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
        "AND (expires_on IS NULL OR expires_on >= :on)",
        {
            "product": talk.product_id,
            "since": since,
            "on": talk.on,
            "messages": json.dumps(fitting),
        },
    ).fetchall()
    return [(row[0], row[2], _columns(db, row[1], since_at)) for row in rows]


_NO_NEWS = frozenset({"updated_on", "pack", "code", "id", "ref", "folded", "from_on", "until_on"})


def _columns(db: sqlite3.Connection, row_id: str, since_at: str) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT col FROM journal WHERE row = ? AND at >= ? AND kind = 'set' "
        "GROUP BY col ORDER BY min(seq)",
        (row_id, since_at),
    )
    return tuple(row[0] for row in rows if row[0] and row[0] not in _NO_NEWS)


def _is_newer(db: sqlite3.Connection, product_id: str, since: str) -> bool:
    row = db.execute(
        "SELECT 1 FROM product WHERE id = ? AND from_on > ?", (product_id, since)
    ).fetchone()
    return row is not None


def _concerns_them(talk: Talk, one: Message) -> bool:
    is_theirs = is_for(one, talk.listener.role, talk.listener.specialties)
    return one.product_id == talk.product_id and is_theirs
