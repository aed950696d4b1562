"""The journal: every change, filled by triggers, sealed with a hash chain in its transaction.

One table is the undo stack, the audit trail and what a later sync ships. Triggers are generated
from the live columns after the last migration, so they catch an edit made from outside as well;
such a row has no command. Sealing: ``digest = H(salt, old, new)`` and ``hash = H(previous, meta,
digest)``: erasing nulls old, new and salt, and the chain still verifies.

It supports an audit trail; it makes no claim of regulatory compliance.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.records import dataclass
from repplan.store.guards import LAW

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

SCHEMA_SQL = (
    """
CREATE TABLE journal_context (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device TEXT NOT NULL, device_seq INTEGER NOT NULL, hlc INTEGER NOT NULL,
    head BLOB NOT NULL, sealed_seq INTEGER NOT NULL, schema INTEGER NOT NULL,
    triggers BLOB, batch TEXT, command TEXT, actor TEXT, reason TEXT, at TEXT
)
""",
    """
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL, device TEXT NOT NULL, device_seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL, batch TEXT, command TEXT, tbl TEXT NOT NULL, row TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('add', 'set', 'del', 'undel', 'unset', 'erase')),
    col TEXT, old TEXT, new TEXT, salt BLOB, actor TEXT, reason TEXT, schema INTEGER NOT NULL,
    at TEXT NOT NULL, previous BLOB, digest BLOB, hash BLOB
)
""",
    """
CREATE INDEX journal_row ON journal (row)
""",
    """
CREATE INDEX journal_outside ON journal (seq) WHERE batch IS NULL
""",
    """
CREATE TABLE batch (
    ref TEXT PRIMARY KEY, command TEXT NOT NULL, at TEXT NOT NULL, actor TEXT,
    undoes TEXT, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL
)
""",
    """
CREATE INDEX batch_undoes ON batch (undoes) WHERE undoes IS NOT NULL
""",
    """
CREATE INDEX batch_first ON batch (first_seq)
""",
    """
CREATE VIEW journal_entry AS SELECT tbl, row, kind, col, old, new FROM journal
""",
)
"""Tables and view of the journal itself; part of the first migration."""

_GUARDS = {
    "journal_take": """
CREATE TRIGGER journal_take INSTEAD OF INSERT ON journal_entry BEGIN
    INSERT INTO journal (id, device, device_seq, hlc, batch, command, tbl, row, kind, col, old, new,
                         salt, actor, reason, schema, at)
    SELECT randomblob(16), device, device_seq + 1, hlc, batch, command, NEW.tbl, NEW.row, NEW.kind,
           NEW.col, NEW.old, NEW.new, randomblob(16), actor, reason, schema,
           coalesce(at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    FROM journal_context WHERE one = 1;
    UPDATE journal_context SET device_seq = device_seq + 1 WHERE one = 1;
END
""",
    "journal_keeps": """
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "journal_stands": """
CREATE TRIGGER journal_stands
BEFORE UPDATE OF id, device, device_seq, hlc, batch, command, tbl, row, kind, col, actor, reason,
                 schema, at ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "journal_counts": """
CREATE TRIGGER journal_counts BEFORE UPDATE ON journal WHEN NEW.seq IS NOT OLD.seq BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "journal_seals": """
CREATE TRIGGER journal_seals BEFORE UPDATE OF previous, digest, hash ON journal
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "journal_erases": """
CREATE TRIGGER journal_erases BEFORE UPDATE OF old, new, salt ON journal
WHEN OLD.hash IS NULL OR coalesce(NEW.old, NEW.new, NEW.salt) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "batch_keeps": """
CREATE TRIGGER batch_keeps BEFORE DELETE ON batch BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    "batch_stands": """
CREATE TRIGGER batch_stands BEFORE UPDATE ON batch BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
}
"""Name → SQL of the triggers that fill the journal and keep it append-only.

Two updates go through: sealing a row that isn't yet, and nulling the values of one that is. Each
guard names its columns, so that none is asked about what an update doesn't touch; the one of
``seq`` can't, for ``rowid`` is another name of it.
``one = 1`` names the one row of the context: without it SQLite makes a table of the rows to change.
"""

GENESIS = bytes(32)
"""What the first row's ``previous`` is."""

DERIVED: dict[str, frozenset[str]] = {"provider": frozenset({"last_contact_on"})}
"""Columns that are counted from other rows: not journalled, recounted after an undo."""

UNJOURNALLED = (
    "name_key", "travel_time", "known_place", "alembic_version", "batch", "journal",
)  # fmt: skip
"""Tables that are derived, or the journal's own. FTS tables start with ``search``."""

_META = (
    "json_array(seq, hex(id), device, device_seq, hlc, batch, command, tbl, row, kind, col, actor, "
    "reason, schema, at)"
)
_CHUNK = 2000


@dataclass(frozen=True)
class Broken:
    """One row of the journal that doesn't verify; ``seq`` 0 is the journal as a whole."""

    seq: int
    why: str


def found(db: sqlite3.Connection, *, device: str, schema: int) -> None:
    """Begin the journal of a new store: an empty chain, and this device's counters."""
    db.execute(
        "INSERT INTO journal_context (one, device, device_seq, hlc, head, sealed_seq, schema) "
        "VALUES (1, ?, 0, 0, ?, 0, ?)",
        (device, GENESIS, schema),
    )


def journalled_tables(db: sqlite3.Connection) -> list[str]:
    """Return the names of the tables whose changes are journalled."""
    rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [
        name
        for (name,) in rows
        if name not in UNJOURNALLED and not name.startswith(("sqlite_", "search", "journal_"))
    ]


def journalled_columns(db: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns that the journal keeps of a table: all but its id and derived ones."""
    names = (row[1] for row in db.execute(f"PRAGMA table_info({table})"))
    return [name for name in names if name not in {"id", *DERIVED.get(table, ())}]


def triggers(db: sqlite3.Connection) -> dict[str, str]:
    """Return name → SQL of the triggers that the journal and the live columns ask for."""
    made = {name: sql.strip() for name, sql in _GUARDS.items()} | LAW
    for table in journalled_tables(db):
        made.update(_triggers_of(table, journalled_columns(db, table)))
    return made


def _triggers_of(table: str, columns: list[str]) -> dict[str, str]:
    def record(side: str) -> str:
        pairs = ", ".join(f"'{column}', {side}.{column}" for column in columns)
        return f"json_object({pairs})"

    def values(side: str) -> str:
        return f"json_array({', '.join(f'{side}.{column}' for column in columns)})"

    # Two lists and one of names, instead of a SELECT a column: SQLite reads every trigger whenever
    # it opens a store, and this makes that a third quicker.
    names = json.dumps(columns)
    old, new = (f"json_extract({one}, '$[' || key || ']')" for one in ("o", "n"))
    entry = "INSERT INTO journal_entry (tbl, row, kind, col, old, new)"
    return {
        f"journal_add_{table}": (
            f"CREATE TRIGGER journal_add_{table} AFTER INSERT ON {table} BEGIN {entry} "
            f"VALUES ('{table}', NEW.id, 'add', NULL, NULL, {record('NEW')}); END"
        ),
        f"journal_set_{table}": (
            f"CREATE TRIGGER journal_set_{table} AFTER UPDATE OF {', '.join(columns)} ON {table} "
            f"BEGIN {entry} "
            f"SELECT '{table}', NEW.id, 'set', value, json_quote({old}), json_quote({new}) "
            f"FROM json_each('{names}'), "
            f"(SELECT {values('OLD')} AS o, {values('NEW')} AS n) WHERE {old} IS NOT {new}; END"
        ),
        f"journal_del_{table}": (
            f"CREATE TRIGGER journal_del_{table} AFTER DELETE ON {table} BEGIN {entry} "
            f"VALUES ('{table}', OLD.id, 'del', NULL, {record('OLD')}, NULL); END"
        ),
        f"journal_id_{table}": (
            f"CREATE TRIGGER journal_id_{table} BEFORE UPDATE OF id ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'an id never changes'); END"
        ),
    }


def live_triggers(db: sqlite3.Connection) -> dict[str, str]:
    """Return name → SQL of all triggers that the file holds, in the order of their names."""
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    return {row[0]: row[1] for row in rows}


def drop_triggers(db: sqlite3.Connection) -> None:
    """Drop every trigger: before a migration, which some of them would not let through."""
    for name in live_triggers(db):
        db.execute(f'DROP TRIGGER "{name}"')


def make_triggers(db: sqlite3.Connection) -> None:
    """Make all triggers anew from the live columns, and keep their digest."""
    drop_triggers(db)
    for sql in triggers(db).values():
        db.execute(sql)
    db.execute("UPDATE journal_context SET triggers = ?", (_digest_of_triggers(db),))


def is_guarded(db: sqlite3.Connection) -> bool:
    """Whether the triggers are still those that were made: else the journal would miss changes."""
    kept = db.execute("SELECT triggers FROM journal_context").fetchone()
    return kept is not None and kept[0] == _digest_of_triggers(db)


def _digest_of_triggers(db: sqlite3.Connection) -> bytes:
    return hashlib.sha256("\n".join(live_triggers(db).values()).encode()).digest()


def sealed_seq(db: sqlite3.Connection) -> int:
    """Return the sequence number up to which the chain goes."""
    return int(db.execute("SELECT sealed_seq FROM journal_context").fetchone()[0])


def last_seq(db: sqlite3.Connection) -> int:
    """Return the newest sequence number, sealed or not; 0 in an empty journal."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def seal(db: sqlite3.Connection) -> None:
    """Chain every row that isn't sealed yet; memory stays flat however many there are."""
    head, sealed = db.execute("SELECT head, sealed_seq FROM journal_context").fetchone()
    start = sealed
    while rows := db.execute(
        f"SELECT seq, {_META}, salt, old, new FROM journal WHERE seq > ? ORDER BY seq LIMIT ?",
        (sealed, _CHUNK),
    ).fetchall():
        seals = []
        for seq, meta, salt, old, new in rows:
            digest = digest_of(salt, old, new)
            link = hash_of(head, meta, digest)
            seals.append((head, digest, link, seq))
            head = link
        db.executemany("UPDATE journal SET previous = ?, digest = ?, hash = ? WHERE seq = ?", seals)
        sealed = rows[-1][0]
    if sealed != start:
        db.execute("UPDATE journal_context SET head = ?, sealed_seq = ?", (head, sealed))


def digest_of(salt: bytes | None, old: str | None, new: str | None) -> bytes:
    """Return what a row says of its values, even when they are erased later."""
    # The lengths keep the two apart, and a missing value from an empty one.
    lengths = f"{'' if old is None else len(old)}:{'' if new is None else len(new)}:"
    return hashlib.sha256((salt or b"") + f"{lengths}{old or ''}{new or ''}".encode()).digest()


def hash_of(previous: bytes, meta: str, digest: bytes) -> bytes:
    """Return a row's link of the chain; ``meta`` is all of it but its values, as JSON."""
    return hashlib.sha256(previous + meta.encode() + digest).digest()


def verify(db: sqlite3.Connection) -> Iterator[Broken]:
    """Yield the rows of the journal that don't verify: none, when nobody tampered.

    Rows behind the chain's end wait for the next command to seal them: they are no break.
    """
    head, sealed = db.execute("SELECT head, sealed_seq FROM journal_context").fetchone()
    before = GENESIS
    rows = db.execute(
        f"SELECT seq, {_META} AS meta, salt, old, new, previous, digest, hash FROM journal "
        "WHERE seq <= ? OR hash IS NOT NULL ORDER BY seq",
        (sealed,),
    )
    for row in rows:
        why = _break(row, before)
        if why:
            yield Broken(row["seq"], why)
        before = row["hash"] or before
    if before != head:
        yield Broken(0, N_("rows are missing at its end, or were added to it"))


def _break(row: sqlite3.Row, before: bytes) -> str:
    """Return why a row doesn't verify behind the hash before it; empty if it does."""
    if row["hash"] is None:
        return N_("it was never sealed")
    values = (row["salt"], row["old"], row["new"])
    is_erased = values == (None, None, None)
    if not is_erased and row["digest"] != digest_of(*values):
        return N_("its values were changed")
    if row["previous"] != before:
        return N_("a row before it is missing or was changed")
    if row["hash"] != hash_of(before, row["meta"], row["digest"]):
        return N_("the row itself was changed")
    return ""
