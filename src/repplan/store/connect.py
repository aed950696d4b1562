"""The store's connections; the reading door: one that can't write, and works while others do."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from repplan.errors import NoStore
from repplan.store.faults import (
    StoreBehind,
    StoreDamaged,
    StoreForeign,
    StoreNewer,
    StoreUnreadable,
    is_full,
)

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = 1
"""The schema that this repplan reads and writes; kept in the file's ``user_version``."""

APPLICATION_ID = 0x52505031
"""``RPP1`` in the file's header: tells a store from any other SQLite file."""

BUSY_MS = 5000
"""How long a connection waits for another process's lock."""


def open_read(path: Path) -> sqlite3.Connection:
    """Return a read-only connection with rows by name.

    Raises: NoStore, StoreUnreadable, StoreForeign, StoreNewer, StoreBehind, StoreDamaged.
    """
    return open_barred(path)[0]


def open_barred(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Return a connection that is barred from writing, and whether it could write when let.

    Raises: as ``open_read``.
    """
    look_for(path)
    if not _may_make_wal(path):
        return _opened(path, "mode=ro&immutable=1"), False
    try:
        # SQLite takes a file that it may not write as one to read.
        return _opened(path, "mode=rw"), True
    except sqlite3.OperationalError:
        # On a full disk there is no room for shared memory either; nor for anybody's log.
        if _has_log(path) or not is_full(str(path)):
            raise
        return _opened(path, "mode=ro&immutable=1"), False


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    db = connect(path, mode)
    try:
        check_schema(db, path)
        bar_writing(db, is_barred=True)
    except BaseException:
        db.close()
        raise
    return db


def bar_writing(db: sqlite3.Connection, *, is_barred: bool) -> None:
    """Bar a connection from writing, or let it write again."""
    db.execute(f"PRAGMA query_only = {int(is_barred)}")


def look_for(path: Path) -> None:
    """Raise what can be said before SQLite opens the file: NoStore, StoreUnreadable."""
    try:
        is_there = path.is_file()
    except OSError:
        raise StoreUnreadable(str(path)) from None
    if not is_there:
        raise NoStore(str(path))


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a bare connection: rows by name, transactions only where they are written.

    ``mode`` is a query of SQLite's URI, ``mode=rw``.
    """
    # as_uri quotes what a URI can't hold, and knows drives and bytes that are no text.
    uri = f"{path.absolute().as_uri()}?{mode}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
    db.row_factory = sqlite3.Row
    return db


def check_schema(db: sqlite3.Connection, path: Path) -> None:
    """Say what the file's header says, by an error or none; nothing is changed.

    Raises: StoreForeign, StoreNewer, StoreBehind, StoreDamaged.
    """
    (found,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        # An empty file is no other program's: something cut ours off.
        raise StoreForeign(str(path)) if path.stat().st_size else StoreDamaged(str(path))
    if found > SCHEMA:
        raise StoreNewer(str(path), found, SCHEMA)
    if found < SCHEMA:
        raise StoreBehind(str(path), found)


def _may_make_wal(path: Path) -> bool:
    """Whether SQLite can keep its shared memory beside the file, or finds a log there.

    Without either it must take the file as one that nobody writes.
    """
    return os.access(path.parent, os.W_OK) or _log_of(path).exists()


def _has_log(path: Path) -> bool:
    """Whether something was written that isn't in the file yet."""
    return _log_of(path).exists() and _log_of(path).stat().st_size > 0


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
