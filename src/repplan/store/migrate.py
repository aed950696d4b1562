"""Make a store, and bring an older one up to date: a backup first, then Alembic.

Loaded only when there is something to migrate; it is the one place of the program that imports
SQLAlchemy and Alembic.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from repplan.store import connect, journal
from repplan.store.backup import copy_store, new_database
from repplan.store.faults import StoreBehind, StoreThere, telling
from repplan.store.work import harden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from repplan.clock import Clock
    from repplan.ids import Ids

MIGRATIONS = Path(__file__).parent / "migrations"
"""Alembic's scripts, shipped in this package."""


def create_store(path: Path, *, clock: Clock, ids: Ids) -> None:
    """Make an empty store at ``path``: folder 0700, file 0600, before SQLite opens it.

    The store appears whole or not at all: a cut while it is made leaves no half of one.
    Raises: StoreThere, StoreReadOnly, StoreFull, StoreUnsteady.
    """
    with telling(path):
        if path.exists():
            raise StoreThere(str(path))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new_database(path) as partial, closing(connect.connect(partial, "mode=rw")) as db:
            harden(db)
            with _migrating(db) as connection:
                _migrate(connection)
                device = ids.uuid7(int(clock.now.timestamp() * 1000))
                journal.found(db, device=device, schema=connect.SCHEMA)
                journal.make_triggers(db)
                db.execute(f"PRAGMA application_id = {connect.APPLICATION_ID}")


def upgrade_store(path: Path, *, clock: Clock) -> Path | None:
    """Return the backup that was made before ``path`` was migrated; None: it was up to date.

    Raises: NoStore, StoreForeign, StoreNewer, StoreDamaged.
    """
    connect.look_for(path)
    with closing(connect.connect(path, "mode=rw")) as db:
        if not _is_behind(db, path):
            return None
        harden(db)
        with _migrating(db) as connection:
            # Asked again now that nobody else can write: another process may have been quicker.
            if not _is_behind(db, path):
                return None
            (found,) = db.execute("PRAGMA user_version").fetchone()
            with telling(path):
                kept = copy_store(path, _backup_path(path, found, clock))
            journal.drop_triggers(db)
            _migrate(connection)
            db.execute("UPDATE journal_context SET schema = ?", (connect.SCHEMA,))
            journal.make_triggers(db)
    return kept


def alembic_config() -> Config:
    """Return Alembic's configuration: the migrations shipped in this package, no file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


@contextmanager
def _migrating(db: sqlite3.Connection) -> Iterator[Connection]:
    """Yield SQLAlchemy's view of ``db`` inside one transaction: all is migrated, or nothing."""
    # Rebuilding a table with foreign keys on would empty its child tables; and while a table is
    # away, views that read it must not stand against giving the new one its name.
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA legacy_alter_table = ON")
    engine = create_engine(
        "sqlite://", creator=lambda: db, poolclass=StaticPool, hide_parameters=True
    )
    with engine.connect() as connection, connection.begin():
        # SQLAlchemy begins nothing itself here, and Alembic leaves an open transaction alone.
        db.execute("BEGIN IMMEDIATE")
        yield connection
        if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("the migration left rows without their parents")
        db.execute(f"PRAGMA user_version = {connect.SCHEMA}")


def _migrate(connection: Connection) -> None:
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _is_behind(db: sqlite3.Connection, path: Path) -> bool:
    try:
        connect.check_schema(db, path)
    except StoreBehind:
        return True
    return False


def _backup_path(path: Path, found: int, clock: Clock) -> Path:
    """Return a name in ``backups`` that no copy has yet."""
    stem = f"{path.stem}-schema{found}-{clock.now:%Y%m%d-%H%M%S}"
    marks = chain([""], (f"-{number}" for number in count(2)))
    paths = (path.parent / "backups" / f"{stem}{mark}{path.suffix}" for mark in marks)
    return next(free for free in paths if not free.exists())
