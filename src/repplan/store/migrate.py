"""Make a store, and bring an older one up to date: a backup first, then Alembic.

Loaded only when there is something to migrate; it is the one place of the program that imports
SQLAlchemy and the table declarations.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from repplan.store import journal
from repplan.store.backup import copy_store
from repplan.store.connect import APPLICATION_ID, SCHEMA, check_schema, connect
from repplan.store.faults import StoreBehind
from repplan.store.work import harden

if TYPE_CHECKING:
    from repplan.clock import Clock
    from repplan.ids import Ids


def create_store(path: Path, *, clock: Clock, ids: Ids) -> None:
    """Make an empty store at ``path``: folder 0700, file 0600, before SQLite opens it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".new")
    _drop(partial)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db = connect(f"{partial.resolve().as_uri()}?mode=rw")
    try:
        _upgrade(db)
        device = ids.uuid7(int(clock.now.timestamp() * 1000))
        db.execute(
            "INSERT INTO journal_context (one, device, device_seq, hlc, head, sealed_seq, schema) "
            "VALUES (1, ?, 0, 0, ?, 0, ?)",
            (device, journal.GENESIS, SCHEMA),
        )
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        db.close()
        _drop(partial)
        raise
    db.close()
    # The store appears whole or not at all: a cut while it is made leaves no half of one.
    partial.replace(path)


def upgrade_store(path: Path, *, clock: Clock) -> Path | None:
    """Return the backup that was made before ``path`` was migrated; None: it was up to date.

    Raises: StoreNewer, StoreDamaged.
    """
    db = connect(f"{path.resolve().as_uri()}?mode=rw")
    try:
        try:
            check_schema(db, path)
        except StoreBehind as behind:
            stamp = clock.now.strftime("%Y%m%d-%H%M%S")
            name = f"{path.stem}-schema{behind.found}-{stamp}{path.suffix}"
            kept = copy_store(path, path.parent / "backups" / name)
        else:
            return None
        _upgrade(db)
        db.execute("UPDATE journal_context SET schema = ?", (SCHEMA,))
    finally:
        db.close()
    return kept


def alembic_config() -> Config:
    """Return Alembic's configuration: the migrations shipped in this package, no file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _upgrade(db: sqlite3.Connection) -> None:
    harden(db)
    # Rebuilding a table with foreign keys on would empty its child tables.
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        config = alembic_config()
        engine = create_engine(
            "sqlite://", creator=lambda: db, poolclass=StaticPool, hide_parameters=True
        )
        # Alembic leaves a transaction alone that is open when it comes: all is one, or nothing.
        with engine.connect() as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            journal.make_triggers(db)
            if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise sqlite3.IntegrityError("the migration left rows without their parents")
            db.execute(f"PRAGMA user_version = {SCHEMA}")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _drop(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
