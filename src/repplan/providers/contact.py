"""What real contact says of a provider: the day of the last one, and that they are real."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.store.write import change

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from repplan.store.work import Work

_COUNTED = (
    "SELECT p.last_contact_on, max(coalesce(p.seen_before_on, ''), coalesce((SELECT max(c.on_date) "
    "FROM real_contact c WHERE c.provider_id = p.id), '')) FROM provider p "
)


def recount(work: Work, provider_ids: Iterable[str]) -> None:
    """Count the last real contact of these providers again; call after their visits changed."""
    for provider_id in sorted(set(provider_ids)):
        row = work.db.execute(f"{_COUNTED} WHERE p.id = ?", (provider_id,)).fetchone()
        if row and row[0] != (row[1] or None):
            change(work, "provider", provider_id, {"last_contact_on": row[1] or None})


def verify(work: Work, provider_ids: Iterable[str]) -> None:
    """Make those who came by an import active: whoever was seen is real."""
    for provider_id in provider_ids:
        row = work.db.execute("SELECT state FROM provider WHERE id = ?", (provider_id,)).fetchone()
        if row and row[0] == "unverified":
            change(work, "provider", provider_id, {"state": "active"})


def miscounted(db: sqlite3.Connection) -> list[str]:
    """Return the refs of the providers whose kept day isn't the counted one."""
    rows = db.execute(_COUNTED.replace("SELECT ", "SELECT p.ref, ", 1))
    return [row[0] for row in rows if row[1] != (row[2] or None)]
