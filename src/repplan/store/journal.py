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
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

SCHEMA_SQL = (
    """
CREATE TABLE journal_context (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device TEXT NOT NULL, device_seq INTEGER NOT NULL, hlc INTEGER NOT NULL,
    head BLOB NOT NULL, sealed_seq INTEGER NOT NULL, schema INTEGER NOT NULL,
    batch TEXT, command TEXT, actor TEXT, reason TEXT, at TEXT
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
    """
CREATE TRIGGER journal_take INSTEAD OF INSERT ON journal_entry BEGIN
    INSERT INTO journal (id, device, device_seq, hlc, batch, command, tbl, row, kind, col, old, new,
                         salt, actor, reason, schema, at)
    SELECT randomblob(16), device, device_seq + 1, hlc, batch, command, NEW.tbl, NEW.row, NEW.kind,
           NEW.col, NEW.old, NEW.new, randomblob(16), actor, reason, schema,
           coalesce(at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    FROM journal_context;
    UPDATE journal_context SET device_seq = device_seq + 1;
END
""",
    """
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    """
CREATE TRIGGER journal_stands BEFORE UPDATE ON journal
WHEN NOT (
    NEW.seq IS OLD.seq AND NEW.id IS OLD.id AND NEW.device IS OLD.device
    AND NEW.device_seq IS OLD.device_seq AND NEW.hlc IS OLD.hlc AND NEW.batch IS OLD.batch
    AND NEW.command IS OLD.command AND NEW.tbl IS OLD.tbl AND NEW.row IS OLD.row
    AND NEW.kind IS OLD.kind AND NEW.col IS OLD.col AND NEW.actor IS OLD.actor
    AND NEW.reason IS OLD.reason AND NEW.schema IS OLD.schema AND NEW.at IS OLD.at
    AND ((OLD.hash IS NULL AND NEW.hash IS NOT NULL
          AND NEW.old IS OLD.old AND NEW.new IS OLD.new AND NEW.salt IS OLD.salt)
         OR (OLD.hash IS NOT NULL AND NEW.previous IS OLD.previous AND NEW.digest IS OLD.digest
             AND NEW.hash IS OLD.hash
             AND NEW.old IS NULL AND NEW.new IS NULL AND NEW.salt IS NULL))
) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    """
CREATE TRIGGER batch_keeps BEFORE DELETE ON batch BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
    """
CREATE TRIGGER batch_stands BEFORE UPDATE ON batch BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END
""",
)
"""Tables, view and guards of the journal itself; part of the first migration."""

GENESIS = bytes(32)
"""What the first row's ``previous`` is."""

DERIVED: dict[str, frozenset[str]] = {"provider": frozenset({"last_contact_on"})}
"""Columns that are counted from other rows: not journalled, recounted after an undo."""

UNJOURNALLED = ("name_key", "alembic_version", "batch", "journal")
"""Tables that are derived, or the journal's own. FTS tables start with ``search``."""

_META = "seq, id, device, device_seq, hlc, batch, command, tbl, row, kind, col, actor, reason, "
_META += "schema, at"
_CHUNK = 2000


@dataclass(frozen=True)
class Broken:
    """One row of the journal that doesn't verify."""

    seq: int
    why: str


def journalled_tables(db: sqlite3.Connection) -> list[str]:
    """Return the names of the tables whose changes are journalled."""
    rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [
        name
        for (name,) in rows
        if name not in UNJOURNALLED and not name.startswith(("sqlite_", "search", "journal_"))
    ]


def triggers(db: sqlite3.Connection) -> dict[str, str]:
    """Return name → SQL of the triggers that the live columns ask for."""
    made = {}
    for table in journalled_tables(db):
        derived = DERIVED.get(table, frozenset())
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        columns = [name for name in names if name not in derived and name != "id"]
        made.update(_triggers_of(table, columns))
    return made


def _triggers_of(table: str, columns: list[str]) -> dict[str, str]:
    def record(side: str) -> str:
        pairs = ", ".join(f"'{column}', {side}.{column}" for column in columns)
        return f"json_object({pairs})"

    cells = " UNION ALL ".join(
        f"SELECT '{column}' AS c, OLD.{column} AS o, NEW.{column} AS n" for column in columns
    )
    entry = "INSERT INTO journal_entry (tbl, row, kind, col, old, new)"
    return {
        f"journal_add_{table}": (
            f"CREATE TRIGGER journal_add_{table} AFTER INSERT ON {table} BEGIN {entry} "
            f"VALUES ('{table}', NEW.id, 'add', NULL, NULL, {record('NEW')}); END"
        ),
        f"journal_set_{table}": (
            f"CREATE TRIGGER journal_set_{table} AFTER UPDATE OF {', '.join(columns)} ON {table} "
            f"BEGIN {entry} SELECT '{table}', NEW.id, 'set', c, json_quote(o), json_quote(n) "
            f"FROM ({cells}) WHERE o IS NOT n; END"
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
    """Return name → SQL of the generated triggers that the file holds."""
    rows = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name NOT IN "
        "('journal', 'journal_entry', 'batch')"
    )
    return {row[0]: row[1] for row in rows}


def make_triggers(db: sqlite3.Connection) -> None:
    """Drop the generated triggers and make them again from the live columns."""
    for name in live_triggers(db):
        db.execute(f"DROP TRIGGER {name}")
    for sql in triggers(db).values():
        db.execute(sql)


def seal(db: sqlite3.Connection) -> None:
    """Chain every row that isn't sealed yet; memory stays flat however many there are."""
    head, sealed = db.execute("SELECT head, sealed_seq FROM journal_context").fetchone()
    start = sealed
    while rows := db.execute(
        f"SELECT {_META}, salt, old, new FROM journal WHERE seq > ? ORDER BY seq LIMIT {_CHUNK}",
        (sealed,),
    ).fetchall():
        seals = []
        for row in rows:
            digest = digest_of(row[15], row[16], row[17])
            link = hash_of(head, row, digest)
            seals.append((head, digest, link, row[0]))
            head = link
        db.executemany(
            "UPDATE journal SET previous = ?, digest = ?, hash = ? WHERE seq = ?", seals
        )
        sealed = rows[-1][0]
    if sealed != start:
        db.execute("UPDATE journal_context SET head = ?, sealed_seq = ?", (head, sealed))


def digest_of(salt: bytes | None, old: str | None, new: str | None) -> bytes:
    """Return what a row says of its values, even when they are erased later."""
    text = json.dumps((old, new), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((salt or b"") + text.encode()).digest()


def hash_of(previous: bytes, row: sqlite3.Row, digest: bytes) -> bytes:
    """Return the row's link of the chain. Shape of ``row``: the 15 meta columns first."""
    seq, identity, *meta = tuple(row)[:15]
    text = json.dumps((seq, identity.hex(), *meta), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(previous + text.encode() + digest).digest()


def verify(db: sqlite3.Connection) -> Iterator[Broken]:
    """Yield the rows of the journal that don't verify: none, when nobody tampered."""
    head = GENESIS
    columns = f"{_META}, salt, old, new, previous, digest, hash"
    for row in db.execute(f"SELECT {columns} FROM journal ORDER BY seq"):
        salt, old, new, previous, digest, link = row[15:21]
        if link is None:
            yield Broken(row[0], "not sealed: written from outside")
            continue
        if salt is not None and digest != digest_of(salt, old, new):
            yield Broken(row[0], "its values were changed")
        if previous != head:
            yield Broken(row[0], "a row before it is missing or was changed")
        elif link != hash_of(head, row, digest):
            yield Broken(row[0], "the row itself was changed")
        head = link
    expected = db.execute("SELECT head FROM journal_context").fetchone()[0]
    if head != expected:
        yield Broken(0, "rows are missing at its end")
