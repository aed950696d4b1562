"""The writing door: one command, one Work, one transaction, one commit.

``BEGIN IMMEDIATE`` takes the write lock before anything is read, so nothing that was read can
change under it. WAL with ``synchronous=FULL``: what is said to be saved survives a power cut. Any
exception rolls back all. Nobody is asked anything while a Work is open.
"""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from repplan.ids import LETTERS
from repplan.records import dataclass
from repplan.store import journal, search
from repplan.store.connect import check_schema, connect, look_for
from repplan.store.faults import StoreUnguarded

if TYPE_CHECKING:
    import sqlite3
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

    @property
    def written(self) -> str:
        """The batch's ref; empty where nothing has been changed so far."""
        last = self.db.execute("SELECT batch FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return self.batch if last and last[0] == self.batch else ""

    def new_id(self) -> str:
        """Return a fresh UUIDv7."""
        return self.ids.uuid7(_ms(self.clock))

    def new_ids(self, count: int) -> list[str]:
        """Return as many fresh UUIDv7 as asked for."""
        return self.ids.uuid7s(_ms(self.clock), count)


@contextmanager
def open_work(
    path: Path,
    command: str,
    *,
    clock: Clock,
    ids: Ids,
    undoes: str | None = None,
    mends: bool = False,
) -> Iterator[Work]:
    """Yield a Work on a connection of its own: see ``work_on``.

    Raises: NoStore, StoreUnreadable, and what ``work_on`` raises.
    """
    look_for(path)
    with (
        closing(connect(path, "mode=rw")) as db,
        work_on(db, path, command, clock=clock, ids=ids, undoes=undoes, mends=mends) as work,
    ):
        yield work


@contextmanager
def work_on(
    db: sqlite3.Connection,
    path: Path,
    command: str,
    *,
    clock: Clock,
    ids: Ids,
    undoes: str | None = None,
    mends: bool = False,
) -> Iterator[Work]:
    """Yield a Work on the store; commit and seal at the end, roll back on any exception.

    ``command`` names what is done (``log``, ``provider add``): never a value that was typed.
    ``mends`` opens a store whose triggers were changed, and makes them anew first.
    Raises: StoreForeign, StoreNewer, StoreBehind, StoreDamaged, StoreUnguarded; SQLite's own
    errors pass through.
    """
    # Before anything is set: the file may be another program's.
    check_schema(db, path)
    harden(db)
    db.execute("BEGIN IMMEDIATE")
    try:
        # Again, now that nobody else can write: it may have been migrated while we waited.
        check_schema(db, path)
        if mends:
            journal.make_triggers(db)
        elif not journal.is_guarded(db):
            raise StoreUnguarded(str(path))
        ids.follow(journal.last_seq(db), _ms(clock))
        work = Work(db, clock, ids, _free_batch(db, ids), undoes)
        before = _begin(work, command)
        yield work
        _finish(work, command, before)
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def harden(db: sqlite3.Connection) -> None:
    """Set what every writing connection needs for nothing to be lost."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")
    # What a single statement may have to take back is kept in memory: with triggers that is some
    # ten pages a row, and as a file it made half of the time of an import.
    db.execute("PRAGMA temp_store = MEMORY")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA checkpoint_fullfsync = ON")


def _free_batch(db: sqlite3.Connection, ids: Ids) -> str:
    while True:
        ref = ids.ref(LETTERS["batch"])
        if db.execute("SELECT 1 FROM batch WHERE ref = ?", (ref,)).fetchone() is None:
            return ref


def expect_many(work: Work) -> None:
    """Give a Work that will write as much as a file holds more memory: pages go to disk once."""
    work.db.execute("PRAGMA cache_size = -32768")


def settle(db: sqlite3.Connection) -> None:
    """Seal and index what has been written so far. The end of a Work does it for what is left.

    Who writes as much as a file holds calls it now and then: the rows are still at hand then, and
    needn't be read from the disk again.
    """
    sealed = journal.sealed_seq(db)
    journal.seal(db)
    search.refresh(db, sealed)


def _begin(work: Work, command: str) -> int:
    """Put the command into the context row; return the last sequence number before it."""
    db = work.db
    # Rows that were written from outside are sealed first, on their own: they stay without a
    # command, and the chain goes on behind them.
    settle(db)
    before = journal.last_seq(db)
    actor = db.execute("SELECT value FROM setting WHERE id = 'owner.name'").fetchone()
    db.execute(
        "UPDATE journal_context SET batch = ?, command = ?, actor = ?, at = ?, "
        "hlc = max(?, hlc + 1)",
        (
            work.batch,
            command,
            actor[0] if actor else None,
            work.clock.instant,
            _ms(work.clock) << 16,
        ),
    )
    return before


def _finish(work: Work, command: str, before: int) -> None:
    """Seal what was written, name it as one batch, and empty the context row."""
    db = work.db
    after = journal.last_seq(db)
    if after > before:
        settle(db)
        db.execute(
            "INSERT INTO batch (ref, command, at, actor, undoes, first_seq, last_seq) "
            "SELECT ?, ?, ?, actor, ?, ?, ? FROM journal_context",
            (work.batch, command, work.clock.instant, work.undoes, before + 1, after),
        )
    db.execute(
        "UPDATE journal_context SET batch = NULL, command = NULL, actor = NULL, reason = NULL, "
        "at = NULL"
    )


def _ms(clock: Clock) -> int:
    return int(clock.now.timestamp() * 1000)
