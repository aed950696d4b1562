"""Values that can't be what their column's name says: an edit from outside put them there.

A date ends in ``_on`` or ``_until``, an instant in ``_at``; a list has ``[]`` as its default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.store.journal import journalled_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# The modifier makes SQLite work the day out: it would let 30 February through.
_DAY = "{0} IS NOT NULL AND date({0}, '+0 days') IS NOT {0}"
_INSTANT = "{0} IS NOT NULL AND strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days') IS NOT {0}"
_LIST = "CASE WHEN json_valid({0}) THEN json_type({0}) END IS NOT 'array'"


@dataclass(frozen=True)
class Misshapen:
    """One cell whose value nothing can read."""

    table: str
    row: str
    column: str


def misshapen(db: sqlite3.Connection) -> Iterator[Misshapen]:
    """Yield every cell that holds no date, instant or list where its column says so."""
    for table in journalled_tables(db):
        for _at, column, _type, _needed, default, _key in db.execute(f"PRAGMA table_info({table})"):
            test = _test(column, default)
            if test:
                rows = db.execute(f"SELECT id FROM {table} WHERE {test.format(column)}")
                yield from (Misshapen(table, row[0], column) for row in rows)


def _test(column: str, default: str | None) -> str:
    if column.endswith(("_on", "_until")):
        return _DAY
    if column.endswith("_at"):
        return _INSTANT
    return _LIST if default == "'[]'" else ""
