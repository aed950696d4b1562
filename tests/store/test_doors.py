"""The doors of a store: one connection, which writes in a Work alone."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.clock import Clock, read_clock
from repplan.errors import NoStore
from repplan.ids import Ids
from repplan.store.doors import Doors
from repplan.store.write import insert

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from repplan.store.work import Work


@pytest.fixture
def clock() -> Clock:
    """Return the test's clock."""
    return read_clock()


@pytest.fixture
def doors(store: Path) -> Iterator[Doors]:
    """Yield the doors of the test's store, closed after the test."""
    with closing(Doors(store)) as opened:
        yield opened


def written(doors: Doors, clock: Clock) -> AbstractContextManager[Work]:
    """Return the writing door."""
    return doors.writing("test", clock=clock, ids=Ids("x"), undoes=None, mends=False)


def names(doors: Doors) -> list[str]:
    """Return the accounts that are there."""
    return [row[0] for row in doors.reading().execute("SELECT name FROM account")]


def test_one_connection(doors: Doors, clock: Clock) -> None:
    """What is read before, in and behind a Work is read on one connection."""
    before = doors.reading()
    with written(doors, clock) as work:
        insert(work, "account", {"name": "Oakwood"})
        assert work.db is before
    assert doors.reading() is before
    assert names(doors) == ["Oakwood"]


@pytest.mark.parametrize("is_broken_off", [False, True])
def test_only_a_work_writes(doors: Doors, clock: Clock, *, is_broken_off: bool) -> None:
    """Before a Work and behind it, however it ended, the connection can't write."""
    barred = pytest.raises(sqlite3.OperationalError, match="readonly")
    with barred:
        doors.reading().execute("UPDATE account SET name = ''")
    try:
        with written(doors, clock) as work:
            insert(work, "account", {"name": "Oakwood"})
            if is_broken_off:
                raise KeyError
    except KeyError:
        pass
    assert names(doors) == ([] if is_broken_off else ["Oakwood"])
    with barred:
        doors.reading().execute("UPDATE account SET name = ''")


def test_others_may_write_meanwhile(store: Path, doors: Doors, clock: Clock) -> None:
    """An open reading door keeps nobody out, and sees what others wrote."""
    assert names(doors) == []
    with closing(Doors(store)) as others, written(others, clock) as work:
        insert(work, "account", {"name": "Oakwood"})
    assert names(doors) == ["Oakwood"]


def test_a_folder_to_read_alone(store: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could be opened for reading alone is opened anew for a Work."""
    monkeypatch.setattr("repplan.store.connect._may_make_wal", lambda _path: False)
    with closing(Doors(store)) as doors:
        before = doors.reading()
        with written(doors, clock) as work:
            insert(work, "account", {"name": "Oakwood"})
            assert work.db is not before
        assert names(doors) == ["Oakwood"]


@pytest.mark.parametrize("is_renamed", [True, False])
def test_another_store_in_its_place(
    store: Path, tmp_path: Path, doors: Doors, clock: Clock, *, is_renamed: bool
) -> None:
    """A store that was swapped while it was open, renamed or written over, is the one written."""
    other = tmp_path / "other.db"
    shutil.copy2(store, other)
    with closing(Doors(other)) as others, written(others, clock) as work:
        insert(work, "account", {"name": "Elsewhere"})
    old = doors.reading()
    assert names(doors) == []
    if is_renamed:
        other.replace(store)
    else:
        store.write_bytes(other.read_bytes())
    with written(doors, clock) as work:
        insert(work, "account", {"name": "Oakwood"})
    assert old.execute("SELECT 1").fetchone()[0] == 1
    doors.close()
    assert names(doors) == ["Elsewhere", "Oakwood"]
    assert doors.reading().execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_closed(store: Path, doors: Doors, clock: Clock) -> None:
    """Closed, nothing is left beside the store, and it opens again when asked."""
    with written(doors, clock) as work:
        insert(work, "account", {"name": "Oakwood"})
    doors.close()
    doors.close()
    assert sorted(one.name for one in store.parent.iterdir()) == ["repplan.db"]
    assert names(doors) == ["Oakwood"]


def test_no_store(tmp_path: Path) -> None:
    """Where nothing is, opening says so; closing what was never opened is nothing."""
    doors = Doors(tmp_path / "none.db")
    with pytest.raises(NoStore):
        doors.reading()
    doors.close()
