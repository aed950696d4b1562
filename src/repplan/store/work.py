"""The writing door: one command, one Work, one transaction, one commit.

``BEGIN IMMEDIATE`` takes the write lock before anything is read, so nothing that was read can
change under it. WAL with ``synchronous=FULL``: what is said to be saved survives a power cut. Any
exception rolls back all. Nobody is asked anything while a Work is open.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from repplan.errors import NoStore
from repplan.store import journal, search
from repplan.store.connect import check_schema, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from repplan.clock import Clock
    from repplan.ids import Ids


@dataclass(frozen=True)
class Work:
    """One open transaction. ``batch`` is the ref by which ``undo`` takes it back."""

    db: sqlite3.Connection
    clock: Clock
    ids: Ids
    batch: str
    undoes: str | None = None

    @property
    def today(self) -> date:
        """The command's local day."""
        return self.clock.today

    def new_id(self) -> str:
        """Return a fresh UUIDv7."""
        return self.ids.uuid7(int(self.clock.now.timestamp() * 1000))


@contextmanager
def open_work(
    path: Path, command: str, *, clock: Clock, ids: Ids, undoes: str | None = None
) -> Iterator[Work]:
    """Yield a Work on the store; commit and seal at the end, roll back on any exception.

    ``command`` names what is done (``log``, ``provider add``): never a value that was typed.
    Raises: NoStore, StoreNewer, StoreBehind, StoreDamaged; SQLite's own errors pass through.
    """
    if not path.is_file():
        raise NoStore(str(path))
    db = connect(f"file:{quote(str(path))}?mode=rw")
    try:
        harden(db)
        check_schema(db, path)
        db.execute("BEGIN IMMEDIATE")
        try:
            work = Work(db, clock, ids, ids.ref("b"), undoes)
            before = _begin(work, command)
            yield work
            _finish(work, command, before)
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    finally:
        db.close()


def harden(db: sqlite3.Connection) -> None:
    """Set what every writing connection needs for nothing to be lost."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA checkpoint_fullfsync = ON")


def _begin(work: Work, command: str) -> int:
    """Put the command into the context row; return the last sequence number before it."""
    # Rows that were written from outside are sealed first, on their own: they stay without a
    # command, and the chain goes on behind them.
    journal.seal(work.db)
    actor = work.db.execute("SELECT value FROM setting WHERE id = 'owner.name'").fetchone()
    stamp = int(work.clock.now.timestamp() * 1000) << 16
    work.db.execute(
        "UPDATE journal_context SET batch = ?, command = ?, actor = ?, at = ?, "
        "hlc = max(?, hlc + 1)",
        (work.batch, command, actor[0] if actor else None, work.clock.instant, stamp),
    )
    return _last_seq(work.db)


def _finish(work: Work, command: str, before: int) -> None:
    """Seal what was written, name it as one batch, and empty the context row."""
    journal.seal(work.db)
    after = _last_seq(work.db)
    if after > before:
        search.refresh(work.db, before)
        work.db.execute(
            "INSERT INTO batch (ref, command, at, actor, undoes, first_seq, last_seq) "
            "SELECT ?, ?, ?, actor, ?, ?, ? FROM journal_context",
            (work.batch, command, work.clock.instant, work.undoes, before + 1, after),
        )
    work.db.execute(
        "UPDATE journal_context SET batch = NULL, command = NULL, actor = NULL, reason = NULL, "
        "at = NULL"
    )


def _last_seq(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])
