"""Whom an item names: read once a provider, joined by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.day import Person

if TYPE_CHECKING:
    import sqlite3

COLUMNS = (
    "p.id, p.ref, p.name, coalesce(nullif(p.native_name, ''), nullif(p.family_name, ''), p.name), "
    "p.tier"
)
"""The columns of a Person, of a provider joined as ``p``."""


def person(row: sqlite3.Row, start: int = 0) -> Person | None:
    """Return the person in five columns of a row from ``start`` on; None for a missing join."""
    if row[start] is None:
        return None
    return Person(*tuple(row)[start : start + 5])


def people(db: sqlite3.Connection, provider_ids: tuple[str, ...]) -> list[Person]:
    """Return these providers, in the order given."""
    found = []
    for provider_id in provider_ids:
        row = db.execute(f"SELECT {COLUMNS} FROM provider p WHERE p.id = ?", (provider_id,))
        found.append(Person(*row.fetchone()))
    return found
