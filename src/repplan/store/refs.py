"""Refs on the screen and typed back: the shortest unique prefix out, any prefix in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.ids import LETTERS, SHORTEST, ref_prefix

if TYPE_CHECKING:
    import sqlite3

_AFTER = "~"
"""Sorts behind every character of a ref: the end of a prefix's range."""


def short_ref(db: sqlite3.Connection, table: str, ref: str) -> str:
    """Return the shortest prefix of ``ref`` that no other ref of its table shares."""
    before = db.execute(f"SELECT max(ref) FROM {table} WHERE ref < ?", (ref,)).fetchone()[0]
    after = db.execute(f"SELECT min(ref) FROM {table} WHERE ref > ?", (ref,)).fetchone()[0]
    shared = max(_shared(ref, before or ""), _shared(ref, after or ""))
    return ref[: max(shared + 1, 2 + SHORTEST)]


def ids_by_ref(db: sqlite3.Connection, table: str, said: str) -> list[str]:
    """Return the ids of the records of ``table`` whose ref begins so; none if it is no ref."""
    found = ref_prefix(said)
    if found is None:
        return []
    letter, prefix = found
    if letter not in {None, LETTERS[table]}:
        return []
    start = f"{LETTERS[table]}-{prefix}"
    rows = db.execute(
        f"SELECT id FROM {table} WHERE ref >= ? AND ref < ? LIMIT 20", (start, start + _AFTER)
    )
    return [row[0] for row in rows]


def _shared(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
