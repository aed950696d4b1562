"""Ask about samples: lots, their balance on any day, what moved, and the licence behind a drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from repplan.config import read_settings
from repplan.samples.model import (
    EXPIRED,
    MISSING,
    SUSPENDED,
    VALID,
    Count,
    LicenceState,
    Lot,
    Movement,
    Stock,
)
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

Noted = TypeVar("Noted", Movement, Count)

_LOT = f"{select(Lot, 'sample_lot', {'product': 'd.name'})} JOIN product d ON d.id = t.product_id"
_BY_EXPIRY = "ORDER BY coalesce(t.expires_on, '9999'), d.name, t.number"
_OF_LOT = {"product": "d.name", "strength": "l.strength", "number": "l.number"}
_LOT_JOINS = "JOIN sample_lot l ON l.id = t.lot_id JOIN product d ON d.id = l.product_id"
_MOVEMENT = (
    f"{select(Movement, 'sample_movement', _OF_LOT | {'provider': 'p.name'})} {_LOT_JOINS} "
    "LEFT JOIN provider p ON p.id = t.provider_id"
)
_COUNT = f"{select(Count, 'sample_count', _OF_LOT)} {_LOT_JOINS}"
_RUNNING = """
    SELECT on_date, sum(sum(quantity)) OVER (ORDER BY on_date) AS total
    FROM sample_movement WHERE lot_id = ? GROUP BY on_date
"""
"""A lot's balance at the end of each day on which something moved."""

_GOOD = frozenset(("", *"active valid current 有效 正常".split()))
"""States of a licence on which something may be left; of any other word nobody knows what it says."""


def is_on(db: sqlite3.Connection) -> bool:
    """Whether the memo of samples is kept here: the setting ``samples``."""
    return read_settings(db).text("samples") == "on"


def lot(db: sqlite3.Connection, lot_id: str) -> Lot:
    """Return one lot by its id."""
    return to_model(Lot, db.execute(f"{_LOT} WHERE t.id = ?", (lot_id,)).fetchone())


def lots(db: sqlite3.Connection, product_id: str | None = None) -> list[Lot]:
    """Return the lots of a product, or all; the first to expire first."""
    sql = f"{_LOT} WHERE ?1 IS NULL OR t.product_id = ?1 {_BY_EXPIRY}"
    return [to_model(Lot, row) for row in db.execute(sql, (product_id,))]


def lots_called(
    db: sqlite3.Connection, product_id: str, said: str, *, by_ref: bool = True
) -> list[Lot]:
    """Return the product's lots with this number (case and blanks left out), or this ref."""
    every = lots(db, product_id)
    ids = ids_by_ref(db, "sample_lot", said) if by_ref else []
    wanted = lot_key(said)
    return [one for one in every if lot_key(one.number) == wanted] or [
        one for one in every if one.id in ids
    ]


def lot_key(number: str) -> str:
    """Return a lot's number as it is compared: folded, without blanks and dashes."""
    return fold(number).replace(" ", "").replace("-", "")


def same_lot(db: sqlite3.Connection, product_id: str, strength: str, number: str) -> Lot | None:
    """Return the lot of just this product, strength and number; None: there is none."""
    key = lot_key(number)
    return next(
        (
            one
            for one in lots(db, product_id)
            if lot_key(one.number) == key and fold(one.strength) == fold(strength)
        ),
        None,
    )


def stock(
    db: sqlite3.Connection, on: str, *, product_id: str | None = None, with_empty: bool = False
) -> list[Stock]:
    """Return each lot with what is left of it at the end of a day, the first to expire first.

    Empty ones only ``with_empty``.
    """
    rows = db.execute(
        "SELECT lot_id, sum(quantity) FROM sample_movement WHERE on_date <= ? GROUP BY lot_id",
        (on,),
    )
    left = {row[0]: row[1] for row in rows}
    found = [Stock(one, left.get(one.id, 0)) for one in lots(db, product_id)]
    return [one for one in found if with_empty or one.balance]


def balance(db: sqlite3.Connection, lot_id: str, on: str) -> int:
    """Return how many of a lot are left at the end of a day."""
    sql = "SELECT total(quantity) FROM sample_movement WHERE lot_id = ? AND on_date <= ?"
    return int(db.execute(sql, (lot_id, on)).fetchone()[0])


def lowest(db: sqlite3.Connection, lot_id: str, since: str) -> int:
    """Return the lowest balance of a lot at the end of any day from ``since`` on."""
    now = balance(db, lot_id, since)
    sql = f"SELECT min(total) FROM ({_RUNNING}) WHERE on_date > ?"
    later = db.execute(sql, (lot_id, since)).fetchone()[0]
    return now if later is None else min(now, later)


def received_since(db: sqlite3.Connection, lot_id: str) -> str | None:
    """Return the first day on which something of the lot came; None: nothing did."""
    sql = "SELECT min(on_date) FROM sample_movement WHERE lot_id = ? AND quantity > 0"
    first: str | None = db.execute(sql, (lot_id,)).fetchone()[0]
    return first


def movement(db: sqlite3.Connection, movement_id: str) -> Movement:
    """Return one movement by its id."""
    return to_model(Movement, db.execute(f"{_MOVEMENT} WHERE t.id = ?", (movement_id,)).fetchone())


def origin(db: sqlite3.Connection, one: Movement) -> Movement:
    """Return the movement that a correction, or one of a correction, goes back to; else itself."""
    while one.corrects_id:
        one = movement(db, one.corrects_id)
    return one


def left_at(db: sqlite3.Connection, visit_id: str) -> list[tuple[str, int]]:
    """Return what was left at a visit and how many pieces, without what was taken back since."""
    sql = """
        SELECT trim(d.name || ' ' || l.strength) AS what, -sum(m.quantity) FROM sample_movement m
        JOIN sample_lot l ON l.id = m.lot_id JOIN product d ON d.id = l.product_id
        WHERE m.visit_id = ? GROUP BY what HAVING sum(m.quantity) < 0 ORDER BY min(m.rowid)
    """
    return [(row[0], row[1]) for row in db.execute(sql, (visit_id,))]


def movements(
    db: sqlite3.Connection, *, since: str | None, until: str | None, product_id: str | None
) -> list[Movement]:
    """Return what moved in these days (``until`` is one of them), the oldest first."""
    return _within(db, Movement, _MOVEMENT, (since, until, product_id))


def count(db: sqlite3.Connection, count_id: str) -> Count:
    """Return one count by its id."""
    return to_model(Count, db.execute(f"{_COUNT} WHERE t.id = ?", (count_id,)).fetchone())


def counts(
    db: sqlite3.Connection, *, since: str | None, until: str | None, product_id: str | None
) -> list[Count]:
    """Return what was counted in these days (``until`` is one of them), the oldest first."""
    return _within(db, Count, _COUNT, (since, until, product_id))


def _within(
    db: sqlite3.Connection, model: type[Noted], sql: str, wanted: tuple[str | None, ...]
) -> list[Noted]:
    rows = db.execute(
        f"{sql} WHERE (?1 IS NULL OR t.on_date >= ?1) AND (?2 IS NULL OR t.on_date <= ?2) "
        "AND (?3 IS NULL OR l.product_id = ?3) ORDER BY t.on_date, t.rowid",
        wanted,
    )
    return [to_model(model, row) for row in rows]


def dropped(db: sqlite3.Connection, provider_id: str, product_id: str) -> list[tuple[str, int]]:
    """Return day and pieces of every drop of a product with a provider, the oldest first.

    What was taken back since (by a correction, and by one of that) is left out of it.
    """
    sql = """
        WITH RECURSIVE chain(root, on_date, id, quantity) AS (
            SELECT m.id, m.on_date, m.id, m.quantity FROM sample_movement m
            JOIN sample_lot l ON l.id = m.lot_id
            WHERE m.provider_id = ? AND m.kind = 'dropped' AND l.product_id = ?
            UNION ALL
            SELECT c.root, c.on_date, m.id, m.quantity
            FROM chain c JOIN sample_movement m ON m.corrects_id = c.id
        )
        SELECT on_date, -sum(quantity) FROM chain GROUP BY root HAVING sum(quantity) < 0
        ORDER BY on_date
    """
    return [(row[0], row[1]) for row in db.execute(sql, (provider_id, product_id))]


def licence_state(db: sqlite3.Connection, provider_id: str, on: str) -> LicenceState:
    """Return how a provider's licence stands on a day: one valid one is enough."""
    rows = db.execute(
        "SELECT number, status, expires_on FROM licence WHERE provider_id = ? "
        "ORDER BY coalesce(expires_on, '9999') DESC",
        (provider_id,),
    ).fetchall()
    found: LicenceState | None = None
    for number, status, expires_on in rows:
        state = VALID
        if fold(status or "").strip() not in _GOOD:
            state = SUSPENDED
        elif expires_on and expires_on < on:
            state = EXPIRED
        if state == VALID:
            return LicenceState(VALID, number, expires_on)
        found = found or LicenceState(state, number, expires_on)
    return found or LicenceState(MISSING)


def below_zero(db: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Return ref, day and balance of each lot that was below zero, on the first day that it was."""
    sql = """
        SELECT l.ref, min(b.on_date), b.total FROM (
            SELECT lot_id, on_date,
                   sum(sum(quantity)) OVER (PARTITION BY lot_id ORDER BY on_date) AS total
            FROM sample_movement GROUP BY lot_id, on_date
        ) b JOIN sample_lot l ON l.id = b.lot_id WHERE b.total < 0 GROUP BY l.id
    """
    return [(row[0], row[1], row[2]) for row in db.execute(sql)]
