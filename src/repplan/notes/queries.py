"""Ask about notes. Personal ones are counted here, never returned with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.notes.model import PERSONAL, PROFESSIONAL, Note
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3

_SELECT = select(Note, "note")


def note(db: sqlite3.Connection, note_id: str) -> Note:
    """Return one note by its id."""
    return to_model(Note, db.execute(f"{_SELECT} WHERE t.id = ?", (note_id,)).fetchone())


def notes(
    db: sqlite3.Connection, provider_id: str, today: str, *, with_expired: bool = False
) -> list[Note]:
    """Return the professional notes on a provider, the newest first."""
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id = ? AND t.kind = ? "
        "AND (? OR t.expires_on IS NULL OR t.expires_on >= ?) ORDER BY t.noted_on DESC, t.id DESC",
        (provider_id, PROFESSIONAL, with_expired, today),
    )
    return [to_model(Note, row) for row in rows]


def personal_count(db: sqlite3.Connection, provider_id: str) -> int:
    """Return how many personal notes on a provider are kept apart."""
    row = db.execute(
        "SELECT count(*) FROM note WHERE provider_id = ? AND kind = ?", (provider_id, PERSONAL)
    ).fetchone()
    return int(row[0])
