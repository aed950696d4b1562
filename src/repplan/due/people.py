"""Whom an item names: read once a provider, joined by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.day import Person
from repplan.providers.namesakes import names_apart
from repplan.records import replace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from repplan.day import QueueItem

COLUMNS = (
    "p.id, p.ref, p.name, coalesce(nullif(p.native_name, ''), nullif(p.family_name, ''), p.name), "
    "p.tier, p.given_name"
)
"""The columns of a Person, of a provider joined as ``p``."""


def person(row: sqlite3.Row, start: int = 0) -> Person | None:
    """Return the person in six columns of a row from ``start`` on; None for a missing join."""
    if row[start] is None:
        return None
    return Person(*tuple(row)[start : start + 6])


def people(db: sqlite3.Connection, provider_ids: tuple[str, ...]) -> list[Person]:
    """Return these providers, in the order given."""
    found = []
    for provider_id in provider_ids:
        row = db.execute(f"SELECT {COLUMNS} FROM provider p WHERE p.id = ?", (provider_id,))
        found.append(Person(*row.fetchone()))
    return found


def told_apart(db: sqlite3.Connection, items: Iterable[QueueItem]) -> Iterator[QueueItem]:
    """Yield the items; who shares their short name with somebody has an initial with it."""
    every = list(items)
    people = {item.person.id: item.person for item in every if item.person}
    named = {one.id: (one.short_name, one.given_name) for one in people.values()}
    apart = {
        identity: replace(people[identity], short_name=name)
        for identity, name in names_apart(db, named).items()
    }
    for item in every:
        one = apart.get(item.person.id) if item.person else None
        yield replace(item, person=one) if one else item
