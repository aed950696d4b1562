"""Refs on the screen and typed back: the shortest unique prefix out, any prefix in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.ids import LETTERS, SHORTEST, ref_prefix

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_MANY = 200
"""From so many refs on, one pass over the table is quicker than two look-ups each."""

_AFTER = "~"
"""Sorts behind every character of a ref: the end of a prefix's range."""


def short_ref(db: sqlite3.Connection, table: str, ref: str) -> str:
    """Return the shortest prefix of ``ref`` that no other ref of its table shares."""
    before = db.execute(f"SELECT max(ref) FROM {table} WHERE ref < ?", (ref,)).fetchone()[0]
    after = db.execute(f"SELECT min(ref) FROM {table} WHERE ref > ?", (ref,)).fetchone()[0]
    shared = max(_shared(ref, before or ""), _shared(ref, after or ""))
    return ref[: max(shared + 1, 2 + SHORTEST)]


def short_refs(db: sqlite3.Connection, table: str, refs: Collection[str]) -> dict[str, str]:
    """Return ref → its shortest unique prefix, for all the refs of a screen."""
    if len(refs) <= _MANY:
        return {ref: short_ref(db, table, ref) for ref in refs}
    every = [row[0] for row in db.execute(f"SELECT ref FROM {table} ORDER BY ref")]
    shared = [_shared(one, other) for one, other in pairwise(every)]
    sizes = map(max, [0, *shared], [*shared, 0])
    ends = {ref: max(size + 1, 2 + SHORTEST) for ref, size in zip(every, sizes, strict=True)}
    return {ref: ref[: ends[ref]] for ref in refs}


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
