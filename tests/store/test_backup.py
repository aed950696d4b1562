"""Copies of the store: complete while it is being written, checked, with a manifest."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.store.backup import copy_store, new_database
from repplan.store.faults import StoreDamaged, StoreThere
from repplan.store.write import insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Writing


def test_a_copy_has_what_waits_in_the_log(store: Path, writing: Writing, tmp_path: Path) -> None:
    """Committed rows that only the write-ahead log holds are in the copy; open ones are not."""
    with writing() as work:
        insert(work, "account", {"name": "Valley Cardiology"})
    with closing(sqlite3.connect(store)) as held:
        held.execute("SELECT count(*) FROM account").fetchone()
        with writing() as work:
            insert(work, "account", {"name": "Oakwood"})
        with writing() as work:
            insert(work, "account", {"name": "not yet"})
            copied = copy_store(store, tmp_path / "backups" / "copy.db")
    with closing(sqlite3.connect(copied)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM account ORDER BY name")]
    assert names == ["Oakwood", "Valley Cardiology"]


def test_a_copy_is_one_file_of_the_owners(store: Path, tmp_path: Path) -> None:
    """Folder 0700, file and manifest 0600, no log that would have to be kept with it."""
    copied = copy_store(store, tmp_path / "backups" / "copy.db")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in copied.parent.iterdir()}
    assert modes == {"copy.db": 0o600, "copy.db.json": 0o600}
    assert stat.S_IMODE(copied.parent.stat().st_mode) == 0o700


def test_the_manifest_says_what_is_in_it(store: Path, writing: Writing, tmp_path: Path) -> None:
    """It holds the copy's SHA-256 and each table's rows."""
    with writing() as work:
        insert(work, "account", {"name": "Valley Cardiology"})
    copied = copy_store(store, tmp_path / "copy.db")
    manifest = json.loads((tmp_path / "copy.db.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(copied.read_bytes()).hexdigest()
    assert manifest["rows"]["account"] == manifest["rows"]["journal"] == 1
    assert manifest["rows"]["provider"] == 0


def test_a_damaged_store_gives_no_copy(store: Path, writing: Writing, tmp_path: Path) -> None:
    """A copy that doesn't pass the integrity check is not kept."""
    with writing() as work:
        for number in range(300):
            insert(work, "account", {"name": f"Clinic {number}"})
    damage_index(store)
    with pytest.raises(StoreDamaged):
        copy_store(store, tmp_path / "backups" / "copy.db")
    assert list((tmp_path / "backups").iterdir()) == []


def damage_index(path: Path) -> None:
    """Let an index hold other values than its table's."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_account_name ON account (city)' "
            "WHERE name = 'ix_account_name'"
        )
        db.commit()


def test_nothing_is_overwritten(store: Path, tmp_path: Path) -> None:
    """A file that has the copy's name stays, and nothing is left beside it."""
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "copy.db").write_text("mine")
    with pytest.raises(StoreThere):
        copy_store(store, tmp_path / "backups" / "copy.db")
    assert (tmp_path / "backups" / "copy.db").read_text() == "mine"
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_new_database_appears_at_the_end(tmp_path: Path) -> None:
    """Until it is whole nobody sees it; when writing it fails nothing is left."""
    path = tmp_path / "other.db"
    with new_database(path) as partial:
        partial.write_text("all of it")
        assert not path.exists()
    assert path.read_text() == "all of it"

    def fail() -> None:
        with new_database(tmp_path / "third.db") as partial:
            partial.write_text("a part")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == [path]


def test_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without links it is as careful as it can be."""

    def refuse(*_args: object) -> None:
        raise OSError(1, "links are not supported here")

    monkeypatch.setattr("os.link", refuse)
    monkeypatch.setattr("pathlib.Path.hardlink_to", refuse)
    for _ in range(2):
        try:
            with new_database(tmp_path / "other.db") as partial:
                partial.write_text("one")
        except StoreThere:
            break
    else:
        pytest.fail("it was overwritten")
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]
