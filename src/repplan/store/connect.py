"""The reading door: a connection that can't write, and works while another process does."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING
from urllib.parse import quote

from repplan.errors import NoStore
from repplan.store.faults import StoreBehind, StoreDamaged, StoreNewer

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = 1
"""The schema that this repplan reads and writes; kept in the file's ``user_version``."""

APPLICATION_ID = 0x52505031
"""``RPP1`` in the file's header: tells a store from any other SQLite file."""


def open_read(path: Path) -> sqlite3.Connection:
    """Return a read-only connection with rows by name.

    Raises: NoStore, StoreNewer, StoreBehind, StoreDamaged.
    """
    if not path.is_file():
        raise NoStore(str(path))
    mode = "mode=ro" if _may_make_wal(path) else "mode=ro&immutable=1"
    db = connect(f"file:{quote(str(path))}?{mode}")
    db.execute("PRAGMA query_only = 1")
    check_schema(db, path)
    return db


def connect(uri: str) -> sqlite3.Connection:
    """Return a bare connection: rows by name, transactions only where they are written."""
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)
    db.row_factory = sqlite3.Row
    return db


def check_schema(db: sqlite3.Connection, path: Path) -> None:
    """Raise what the file's header says: StoreDamaged, StoreNewer, StoreBehind, or nothing."""
    (found,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise StoreDamaged(str(path))
    if found > SCHEMA:
        raise StoreNewer(str(path), found, SCHEMA)
    if found < SCHEMA:
        raise StoreBehind(str(path), found)


def _may_make_wal(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) or os.path.exists(f"{path}-wal")
