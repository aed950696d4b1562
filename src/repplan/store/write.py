"""The one way to write: insert, change and delete on the open Work, parametrised.

Table and column names come from our own code alone, never from input; values are bound.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from repplan.errors import GoneMeanwhile
from repplan.ids import LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repplan.store.work import Work

Value = str | int | float | None

_TRIES = 8
_TOGETHER = 50
"""Rows that one statement inserts: more of them save no more time."""

_MOST_VALUES = 999
"""Values that any SQLite takes in one statement."""


def insert(work: Work, table: str, values: Mapping[str, Value]) -> tuple[str, str]:
    """Return (id, ref) of the new row; ref is empty for a table without refs.

    ``id`` and ``ref`` may be given (a redo, an import); else they are made here.
    """
    row = dict(values)
    identity = row.setdefault("id", work.new_id())
    letter = LETTERS.get(table)
    is_free = letter is not None and "ref" not in row
    for _ in range(_TRIES):
        if is_free and letter:
            row["ref"] = work.ids.ref(letter)
        try:
            work.db.execute(_insert_sql(table, tuple(row)), tuple(row.values()))
        except sqlite3.IntegrityError as error:
            # Two refs in 27^8 may meet: draw another one. Any other clash is the caller's.
            if not (is_free and f"{table}.ref" in str(error)):
                raise
        else:
            break
    else:
        raise sqlite3.IntegrityError(f"no free ref for {table}")
    return str(identity), str(row.get("ref", ""))


def insert_many(
    work: Work, table: str, rows: Sequence[Mapping[str, Value]]
) -> list[tuple[str, str]]:
    """Return (id, ref) of each new row, in order: ``insert`` for as many as a file holds.

    Rows with the same columns in the same order are written together.
    """
    made: list[tuple[str, str]] = []
    groups: dict[tuple[str, ...], list[Sequence[Value]]] = {}
    identities = work.new_ids(len(rows))
    refs = _free_refs(work, table, len(rows))
    for row, identity, ref in zip(rows, identities, refs, strict=True):
        made.append((identity, ref))
        columns = ("id", "ref", *row) if ref else ("id", *row)
        values = (identity, ref, *row.values()) if ref else (identity, *row.values())
        groups.setdefault(columns, []).append(values)
    for columns, group in groups.items():
        insert_rows(work, table, columns, group)
    return made


def insert_rows(
    work: Work, table: str, columns: tuple[str, ...], rows: Sequence[Sequence[Value]]
) -> None:
    """Insert rows as they are, several in a statement: each statement costs what it may undo."""
    together = max(1, min(_TOGETHER, _MOST_VALUES // len(columns)))
    rest = len(rows) % together
    whole = len(rows) - rest
    work.db.executemany(
        _insert_sql(table, columns, together),
        [tuple(chain.from_iterable(rows[at : at + together])) for at in range(0, whole, together)],
    )
    work.db.executemany(_insert_sql(table, columns), rows[whole:])


def _free_refs(work: Work, table: str, count: int) -> list[str]:
    """Return refs that no row of the table has; empty ones for a table without refs."""
    letter = LETTERS.get(table)
    if letter is None:
        return [""] * count
    refs: dict[str, None] = {}
    while len(refs) < count:
        drawn = dict.fromkeys(work.ids.refs(letter, count - len(refs)))
        taken = work.db.execute(
            f"SELECT ref FROM {table} WHERE ref IN (SELECT value FROM json_each(?))",
            (json.dumps(list(drawn)),),
        )
        for (ref,) in taken.fetchall():
            del drawn[ref]
        refs |= drawn
    return list(refs)


def change(work: Work, table: str, identity: str, values: Mapping[str, Value]) -> None:
    """Set cells of one row; a cell that already holds the value isn't journalled.

    Raises: GoneMeanwhile where there is no such row.
    """
    if values:
        sql = _change_sql(table, tuple(values))
        _one(work.db.execute(sql, (*values.values(), identity)))


def delete(work: Work, table: str, identity: str) -> None:
    """Take one row away; the journal keeps it whole. Raises: GoneMeanwhile."""
    _one(work.db.execute(_delete_sql(table), (identity,)))


def _one(cursor: sqlite3.Cursor) -> None:
    # A row that was picked in an earlier read may have been taken back by another process since.
    if cursor.rowcount != 1:
        raise GoneMeanwhile


@cache
def _insert_sql(table: str, columns: tuple[str, ...], rows: int = 1) -> str:
    places = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([places] * rows)}"


@cache
def _change_sql(table: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f"{column} = ?" for column in columns)
    return f"UPDATE {table} SET {pairs} WHERE id = ?"


@cache
def _delete_sql(table: str) -> str:
    return f"DELETE FROM {table} WHERE id = ?"
