"""The writing door: one transaction, whole or nothing, and what a commit leaves behind."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.clock import Clock, read_clock
from repplan.errors import NoStore
from repplan.ids import Ids
from repplan.store import connect, journal, search
from repplan.store.connect import open_read
from repplan.store.faults import StoreForeign, StoreNewer, StoreUnguarded, fault_of
from repplan.store.work import open_work
from repplan.store.write import insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Writing


def outside(path: Path, *statements: str) -> None:
    """Edit the store as another program would."""
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def test_one_commit(db: sqlite3.Connection, writing: Writing) -> None:
    """What a Work wrote is there after it, named as one batch."""
    with writing("product add") as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
        insert(work, "product", {"name": "Renalix", "folded": "renalix"})
    (row,) = db.execute("SELECT * FROM batch").fetchall()
    assert (row["ref"], row["command"], row["undoes"]) == (work.batch, "product add", None)
    assert (row["at"], row["first_seq"], row["last_seq"]) == ("2026-11-24T13:05:00Z", 1, 2)


def test_an_exception_rolls_back_all(db: sqlite3.Connection, writing: Writing) -> None:
    """After an exception nothing is left: no row, no journal, no batch, no open command."""

    def fail() -> None:
        with writing() as work:
            insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    for table in ("product", "journal", "batch", "search", "search_doc"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert db.execute("SELECT batch, command, actor FROM journal_context").fetchone()[:] == (
        None,
        None,
        None,
    )


def test_a_work_that_wrote_nothing_is_no_batch(db: sqlite3.Connection, writing: Writing) -> None:
    """A command that changed nothing isn't listed, so undo never takes back nothing."""
    with writing("provider edit"):
        pass
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


def test_every_row_says_who_and_when(db: sqlite3.Connection, writing: Writing) -> None:
    """Rows of the journal carry the batch, the command, the owner's name and the instant."""
    with writing("init") as work:
        insert(work, "setting", {"id": "owner.name", "value": "Kim Tan"})
    with writing("product add") as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
    row = db.execute("SELECT * FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert (row["batch"], row["command"], row["actor"]) == (work.batch, "product add", "Kim Tan")
    assert (row["at"], row["schema"], row["device_seq"]) == (
        "2026-11-24T13:05:00Z",
        connect.SCHEMA,
        2,
    )


def test_clocks_only_go_forward(db: sqlite3.Connection, writing: Writing) -> None:
    """The journal's own clock rises with each command, even when the machine's is set back."""
    for instant in ("2026-11-24T09:00:00Z", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z"):
        with writing(now=instant) as work:
            insert(work, "account", {"name": instant})
    clocks = [row[0] for row in db.execute("SELECT hlc FROM journal ORDER BY seq")]
    assert clocks == sorted(set(clocks))


def test_outside_edits_are_sealed_and_flagged_at_the_next_write(
    store: Path, db: sqlite3.Connection, writing: Writing
) -> None:
    """What another program wrote gets into the chain without a command, and is found."""
    with writing():
        pass
    outside(store, "INSERT INTO product (id, ref, name, folded) VALUES ('x', 'd-x', 'Odd', 'odd')")
    assert db.execute("SELECT hash FROM journal").fetchone()[0] is None
    with writing("product add") as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
    rows = db.execute(
        "SELECT batch, command, hash IS NOT NULL FROM journal ORDER BY seq"
    ).fetchall()
    assert [tuple(row) for row in rows] == [(None, None, 1), (work.batch, "product add", 1)]
    assert list(journal.verify(db)) == []
    assert search.stale(db) == []


def test_changed_triggers_stop_every_write(store: Path, writing: Writing) -> None:
    """Where the journal would miss changes nothing is written, until it is mended."""
    outside(store, "DROP TRIGGER journal_add_product")
    with pytest.raises(StoreUnguarded), writing():
        pass
    facts = {"clock": read_clock(), "ids": Ids()}
    with open_work(store, "check", mends=True, **facts):  # type: ignore[arg-type]  # one of each
        pass
    with writing() as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
        assert journal.last_seq(work.db) == 1


def test_an_added_trigger_stops_every_write(store: Path, writing: Writing) -> None:
    """A trigger that isn't ours could undo what we write."""
    outside(store, "CREATE TRIGGER odd AFTER INSERT ON note BEGIN DELETE FROM note; END")
    with pytest.raises(StoreUnguarded), writing():
        pass


def test_a_held_lock_is_waited_for_and_told(
    store: Path, writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another's lock is waited for, five seconds at most, then it is said; nothing is written."""
    assert connect.BUSY_MS == 5000
    monkeypatch.setattr(connect, "BUSY_MS", 10)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as told, writing():
            pass
    fault = fault_of(told.value, str(store))
    assert fault is not None
    assert fault.slug == "store-locked"


def test_no_store_and_none_made(tmp_path: Path, clock: Clock) -> None:
    """Writing where there is no store makes none."""
    with pytest.raises(NoStore), open_work(tmp_path / "x.db", "test", clock=clock, ids=Ids()):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def clock() -> Clock:
    """Return the test's time."""
    return read_clock()


def test_another_programs_file_stays_as_it_is(tmp_path: Path, clock: Clock) -> None:
    """A file that isn't ours isn't even switched to a write-ahead log."""
    path = tmp_path / "theirs.db"
    outside(path, "CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(StoreForeign), open_work(path, "test", clock=clock, ids=Ids()):
        pass
    assert path.read_bytes() == before


def test_a_newer_store_stays_as_it_is(store: Path, clock: Clock) -> None:
    """A store of a later repplan isn't written, whatever the command."""
    outside(store, f"PRAGMA user_version = {connect.SCHEMA + 1}")
    before = store.read_bytes()
    with pytest.raises(StoreNewer), open_work(store, "test", clock=clock, ids=Ids()):
        pass
    assert store.read_bytes() == before


def test_log_and_shared_memory_are_the_owners_alone(store: Path, writing: Writing) -> None:
    """The files that SQLite makes beside the store are 0600, even with a careless umask."""
    store.chmod(0o600)
    with writing() as work:
        insert(work, "account", {"name": "Valley Cardiology"})
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.parent.iterdir()}
    assert found == dict.fromkeys(("repplan.db", "repplan.db-wal", "repplan.db-shm"), 0o600)


def test_what_is_durable(writing: Writing) -> None:
    """Each command syncs its log, checks foreign keys, and journals what is replaced."""
    with writing() as work:
        pragmas = {
            name: work.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


def test_a_seed_never_draws_twice(db: sqlite3.Connection, writing: Writing) -> None:
    """With a seed and a clock that stands still each command still has identities of its own."""
    for name in ("one", "two", "three"):
        with writing() as work:
            insert(work, "account", {"name": name})
    rows = db.execute("SELECT id, name FROM account ORDER BY id").fetchall()
    assert [row["name"] for row in rows] == ["one", "two", "three"]
    assert db.execute("SELECT count(DISTINCT ref) FROM batch").fetchone()[0] == 3


def test_migrated_while_waiting(store: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that another process migrated while we waited for the lock isn't written."""
    real = open_read.__globals__["check_schema"]
    calls: list[int] = []

    def check(db: sqlite3.Connection, path: Path) -> None:
        real(db, path)
        if not calls:
            outside(store, f"PRAGMA user_version = {connect.SCHEMA + 1}")
        calls.append(1)

    monkeypatch.setattr("repplan.store.work.check_schema", check)
    with pytest.raises(StoreNewer), open_work(store, "test", clock=clock, ids=Ids()):
        pass
