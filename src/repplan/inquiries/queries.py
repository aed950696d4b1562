"""Ask about inquiries: what waits for whom, and which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.inquiries.model import Inquiry
from repplan.providers.whose import meant
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3

_JOINED = {
    "provider_ref": "p.ref",
    "provider": "p.name",
    "product": "d.name",
    "followup_ref": "f.ref",
    "visit_ref": "v.ref",
}
_SELECT = (
    f"{select(Inquiry, 'inquiry', _JOINED)} JOIN provider p ON p.id = t.provider_id "
    "LEFT JOIN product d ON d.id = t.product_id LEFT JOIN followup f ON f.id = t.followup_id "
    "LEFT JOIN visit v ON v.id = t.visit_id"
)
WAITING = "state IN ('open', 'sent', 'answered')"
"""Said as the index of these says it: behind a table's letter and a dot."""

_WAITING = f"t.{WAITING}"


def inquiry(db: sqlite3.Connection, inquiry_id: str) -> Inquiry:
    """Return one inquiry by its id."""
    return to_model(Inquiry, db.execute(f"{_SELECT} WHERE t.id = ?", (inquiry_id,)).fetchone())


def waiting(db: sqlite3.Connection) -> list[Inquiry]:
    """Return what is still to be sent, answered or handed over, the first asked first."""
    rows = db.execute(f"{_SELECT} WHERE {_WAITING} ORDER BY t.asked_on, t.id")
    return [to_model(Inquiry, row) for row in rows]


def inquiries(
    db: sqlite3.Connection, *, provider_id: str | None = None, with_closed: bool = False
) -> list[Inquiry]:
    """Return the inquiries that fit every filter given: those that wait first, the last asked first."""
    conditions, values = ["1" if with_closed else _WAITING], []
    if provider_id:
        conditions.append("t.provider_id = ?")
        values.append(provider_id)
    rows = db.execute(
        f"{_SELECT} WHERE {' AND '.join(conditions)} "
        f"ORDER BY NOT ({_WAITING}), t.asked_on DESC, t.id",
        values,
    )
    return [to_model(Inquiry, row) for row in rows]


def of_provider(db: sqlite3.Connection, provider_id: str) -> list[Inquiry]:
    """Return what a provider asked that is still to be sent, answered or handed over."""
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id = ? AND {_WAITING} ORDER BY t.asked_on, t.id",
        (provider_id,),
    )
    return [to_model(Inquiry, row) for row in rows]


def of_followup(db: sqlite3.Connection, followup_id: str) -> Inquiry | None:
    """Return the inquiry that waits behind a question we owe; None: there is none."""
    row = db.execute(
        f"{_SELECT} WHERE t.followup_id = ? AND {_WAITING} LIMIT 1", (followup_id,)
    ).fetchone()
    return to_model(Inquiry, row) if row else None


def called(db: sqlite3.Connection, said: str) -> tuple[list[Inquiry], bool]:
    """Return the inquiries that these words may mean, and whether a ref or a name says which.

    A ref finds any. Words find those that wait: of whom the first mean, with the others in the
    product or the question; else with all of them there.
    """
    ids = ids_by_ref(db, "inquiry", said)
    if ids:
        return [inquiry(db, one) for one in ids], True
    return meant(db, said, waiting(db), _text)


def _text(one: Inquiry) -> str:
    return f"{one.product or ''} {one.question}"
