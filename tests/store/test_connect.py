"""The reading door: what it opens, what it refuses, and that it leaves everything as it was."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.errors import NoStore, StoreProblem
from repplan.store.connect import APPLICATION_ID, SCHEMA, look_for, open_read
from repplan.store.faults import (
    StoreBehind,
    StoreDamaged,
    StoreForeign,
    StoreNewer,
    StoreUnreadable,
    fault_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Writing


def test_reading_cannot_write(store: Path) -> None:
    """The connection refuses every write, with the error of a read-only file."""
    with closing(open_read(store)) as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM setting")


def test_rows_have_names(store: Path) -> None:
    """Columns are asked for by name."""
    with closing(open_read(store)) as db:
        assert db.execute("SELECT 1 AS one").fetchone()["one"] == 1


def test_reading_works_while_another_writes(store: Path, writing: Writing) -> None:
    """A reader sees the last commit while a Work is open, and the next one after it."""
    with closing(open_read(store)) as db:
        with writing() as work:
            work.db.execute("INSERT INTO setting (id, value) VALUES ('home', 'Dayton')")
            assert db.execute("SELECT count(*) FROM setting").fetchone()[0] == 0
        assert db.execute("SELECT count(*) FROM setting").fetchone()[0] == 1


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "#1.db", "王.db", "a&mode=rwc.db"]
)
def test_any_name_will_do(store: Path, name: str) -> None:
    """A path may hold what means something in a URI."""
    moved = store.rename(store.with_name(name))
    with closing(open_read(moved)) as db:
        assert db.execute("SELECT count(*) FROM setting").fetchone()[0] == 0


def test_no_store(tmp_path: Path) -> None:
    """Neither a missing file nor a folder is a store, and none is made."""
    for path in (tmp_path / "none.db", tmp_path):
        with pytest.raises(NoStore):
            open_read(path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_looked_into(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    """Where even asking for the file is refused, that is said."""

    def refuse(*_args: object, **_facts: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.stat", refuse)
    with pytest.raises(StoreUnreadable):
        look_for(store)


def newer(path: Path) -> None:
    """Make it a store of a later repplan."""
    alter(path, f"PRAGMA user_version = {SCHEMA + 1}")


def behind(path: Path) -> None:
    """Make it a store of an earlier repplan."""
    alter(path, "PRAGMA user_version = 0")


def foreign(path: Path) -> None:
    """Put another program's database in its place."""
    path.unlink()
    alter(path, "CREATE TABLE mine (x)")


def no_database(path: Path) -> None:
    """Put a text file in its place."""
    path.write_text("Dear diary, today I lost my store. " * 40, encoding="utf-8")


def empty(path: Path) -> None:
    """Cut it to nothing, as a full disk does."""
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    """Cut it in the middle."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flipped(path: Path) -> None:
    """Write over its second page, where the first table begins."""
    bytes_ = bytearray(path.read_bytes())
    bytes_[4096 : 4096 + 200] = b"\xff" * 200
    path.write_bytes(bytes_)


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (newer, StoreNewer),
        (behind, StoreBehind),
        (foreign, StoreForeign),
        (no_database, StoreDamaged),
        (empty, StoreDamaged),
        (truncated, StoreDamaged),
        (flipped, StoreDamaged),
    ],
)
def test_what_a_file_says_of_itself(
    store: Path, harm: Callable[[Path], None], fault: type[StoreProblem]
) -> None:
    """Each kind of wrong file is told from the others, and not one byte of it is changed."""
    harm(store)
    before = digest(store)
    with pytest.raises((StoreProblem, sqlite3.DatabaseError)) as told:
        read_all(store)
    error = told.value
    if isinstance(error, sqlite3.Error):
        found = fault_of(error, str(store))
        assert found is not None
        error = found
    assert type(error) is fault
    assert digest(store) == before


def test_a_store_says_what_it_is(store: Path) -> None:
    """The header carries the program's mark and the schema's number."""
    with closing(open_read(store)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA


def read_all(path: Path) -> None:
    """Read every table, as a program would sooner or later."""
    with closing(open_read(path)) as db:
        names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (name,) in names:
            db.execute(f"SELECT * FROM {name}").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def alter(path: Path, sql: str) -> None:
    """Write to a file from outside repplan, leaving no log beside it."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute(sql)
        db.commit()


def digest(path: Path) -> str:
    """Return a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
