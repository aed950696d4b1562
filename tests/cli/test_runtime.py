"""What a run stands on: settled once, without reading or writing; doors that bring a store up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repplan.cli.runtime import default_store, settle
from repplan.errors import NoStore
from repplan.store.write import insert

if TYPE_CHECKING:
    import sqlite3

HOME = Path("/home/kim")


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("a.db", Path("a.db")),
        ("~/a.db", HOME / "a.db"),
        ("~nobody-of-that-name/a.db", Path("~nobody-of-that-name/a.db")),
        ("", HOME / "env.db"),
    ],
)
def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, said: str, path: Path) -> None:
    """What is said on the line, else in the environment; ``~`` is the home folder."""
    monkeypatch.setenv("HOME", str(HOME))
    monkeypatch.setenv("REPPLAN_STORE", "~/env.db")
    assert settle(said, "en").store == path


def test_where_it_is_when_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform's own folder for a user's data, in a folder of our name."""
    monkeypatch.delenv("REPPLAN_STORE")
    assert settle(None, "en").store == default_store()
    assert default_store().parts[-2:] == ("repplan", "repplan.db")


def test_settling_touches_nothing(tmp_path: Path) -> None:
    """No file is read or made to settle a runtime; the first door finds that there is none."""
    runtime = settle(str(tmp_path / "none" / "repplan.db"), "en")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoStore), runtime.reading():
        pass
    with pytest.raises(NoStore), runtime.writing("test"):
        pass


def test_writing_remembers_what_was_saved(store: Path, db: sqlite3.Connection) -> None:
    """Each committed batch is remembered; one that failed is not."""
    runtime = settle(str(store), "en")
    with runtime.writing("account add") as work:
        insert(work, "account", {"name": "Valley"})
    assert runtime.saved == [work.batch]

    def fail() -> None:
        with runtime.writing("account add") as work:
            insert(work, "account", {"name": "Oakwood"})
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert len(runtime.saved) == 1
    assert db.execute("SELECT count(*) FROM account").fetchone()[0] == 1


def test_an_undo_is_written_as_one(store: Path, db: sqlite3.Connection) -> None:
    """The batch of an undo says which one it takes back."""
    runtime = settle(str(store), "en")
    with runtime.writing("undo", undoes="b-22222222") as work:
        insert(work, "account", {"name": "Valley"})
    row = db.execute("SELECT command, undoes FROM batch").fetchone()
    assert tuple(row) == ("undo", "b-22222222")
