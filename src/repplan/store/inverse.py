"""The inverse of a batch: its journal rows, taken back in reverse order as writes of a new one.

Going backwards passes through the very states that the batch went through, so foreign keys and
unique values hold at each step. What is no longer as the batch left it is a clash. Real numbers
come back with 15 digits, as SQLite writes them into the journal.
"""

from __future__ import annotations

import json
import math
import sqlite3
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.store import journal
from repplan.store.write import change, delete, insert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from repplan.store.work import Work
    from repplan.store.write import Value

    Standing = Callable[[Work, str], None]

_CHUNK = 500


class Why(StrEnum):
    """Why a record can't simply be put back."""

    CHANGED = "changed"
    GONE = "gone"
    BACK = "back"
    HELD = "held"
    ERASED = "erased"


@dataclass(frozen=True)
class Clash:
    """One record that isn't as the batch left it; ``columns`` are those that differ.

    ``held``: others hang on it now, or one of its values has been given to another since.
    ``erased``: the journal no longer knows what there was.
    """

    table: str
    row: str
    columns: tuple[str, ...]
    why: Why

    @property
    def is_final(self) -> bool:
        """Whether even force can't put this record back."""
        return self.why in {Why.HELD, Why.ERASED}


@dataclass(frozen=True)
class _Step:
    """What one command did to one record in one go: an add, a delete, or cells set together."""

    table: str
    row: str
    kind: str
    old: dict[str, Value]
    new: dict[str, Value]
    is_erased: bool


def take_back(
    work: Work, first_seq: int, last_seq: int, standing: Mapping[str, Standing] | None = None
) -> list[Clash]:
    """Write the inverse of these journal rows; return what clashed, the newest first.

    ``standing``: tables whose rows stay once they are added, with what corrects one of them.
    A clash that isn't final is overridden: the caller decides whether to go on or to raise, which
    rolls all of it back.
    """
    clashes = []
    records = _Records(work.db)
    for step in _steps(work.db, first_seq, last_seq):
        if step.kind == "add" and standing and step.table in standing:
            standing[step.table](work, step.row)
            continue
        clash = _undo_step(work, step, records)
        if clash:
            clashes.append(clash)
    return clashes


def _steps(db: sqlite3.Connection, first_seq: int, last_seq: int) -> Iterator[_Step]:
    """Yield the steps backwards, in chunks: an import may be longer than memory."""
    upto = last_seq + 1
    while rows := db.execute(
        "SELECT seq, tbl, row, kind, col, old, new, salt FROM journal "
        "WHERE seq >= ? AND seq < ? ORDER BY seq DESC LIMIT ?",
        (first_seq, upto, _CHUNK),
    ).fetchall():
        for (table, row, kind), group in groupby(rows, key=lambda row: (row[1], row[2], row[3])):
            yield _step(table, row, kind, list(group))
        upto = rows[-1][0]


def _step(table: str, row: str, kind: str, entries: list[sqlite3.Row]) -> _Step:
    is_erased = any(entry["salt"] is None for entry in entries)
    old: dict[str, Value] = {}
    new: dict[str, Value] = {}
    if not is_erased and kind == "set":
        # Backwards: the first entry of a column holds what it became, the last what it was.
        for entry in entries:
            new.setdefault(entry["col"], json.loads(entry["new"]))
            old[entry["col"]] = json.loads(entry["old"])
    elif not is_erased:
        old, new = (json.loads(entries[0][side] or "{}") for side in ("old", "new"))
    return _Step(table, row, kind, old, new, is_erased)


class _Records:
    """Records as the journal would write them; the columns of a table are asked for once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._columns: dict[str, list[str]] = {}

    def columns(self, table: str) -> list[str]:
        """Return the columns of a table that the journal keeps."""
        if table not in self._columns:
            self._columns[table] = journal.journalled_columns(self._db, table)
        return self._columns[table]

    def get(self, table: str, row: str) -> dict[str, Value] | None:
        """Return a record; None where there is none."""
        pairs = ", ".join(f"'{column}', {column}" for column in self.columns(table))
        found = self._db.execute(
            f"SELECT json_object({pairs}) FROM {table} WHERE id = ?", (row,)
        ).fetchone()
        record: dict[str, Value] | None = json.loads(found[0]) if found else None
        return record


def _undo_step(work: Work, step: _Step, records: _Records) -> Clash | None:
    if step.is_erased:
        return Clash(step.table, step.row, (), Why.ERASED)
    undo = {"add": _undo_add, "set": _undo_set, "del": _undo_del}.get(step.kind)
    if undo is None:
        return None
    try:
        return undo(work, step, records)
    except sqlite3.IntegrityError:
        return Clash(step.table, step.row, (), Why.HELD)


def _undo_add(work: Work, step: _Step, records: _Records) -> Clash | None:
    here = records.get(step.table, step.row)
    if here is None:
        return Clash(step.table, step.row, (), Why.GONE)
    delete(work, step.table, step.row)
    return _changed(step, here)


def _undo_set(work: Work, step: _Step, records: _Records) -> Clash | None:
    here = records.get(step.table, step.row)
    if here is None:
        return Clash(step.table, step.row, (), Why.GONE)
    change(work, step.table, step.row, {col: step.old[col] for col in step.old if col in here})
    return _changed(step, here)


def _undo_del(work: Work, step: _Step, records: _Records) -> Clash | None:
    if records.get(step.table, step.row) is not None:
        return Clash(step.table, step.row, (), Why.BACK)
    known = records.columns(step.table)
    cells = {column: step.old[column] for column in known if column in step.old}
    insert(work, step.table, {"id": step.row, **cells})
    return None


def _changed(step: _Step, here: Mapping[str, Value]) -> Clash | None:
    """Return the clash of a record whose cells aren't what the step made them."""
    missing = object()
    columns = tuple(
        column
        for column, value in step.new.items()
        if not _is_same(here.get(column, missing), value)
    )
    return Clash(step.table, step.row, columns, Why.CHANGED) if columns else None


def _is_same(one: object, other: object) -> bool:
    # Two versions of SQLite may write the last digit of a real number differently.
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-14)
    return one == other
