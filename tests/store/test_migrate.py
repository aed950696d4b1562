"""Making a store and bringing an older one up to date: whole or not at all, a backup first."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from repplan.clock import read_clock
from repplan.errors import NoStore
from repplan.ids import Ids
from repplan.store import connect, journal, migrate, search
from repplan.store.connect import open_read
from repplan.store.faults import StoreForeign, StoreNewer, StoreReadOnly, StoreThere
from repplan.store.work import harden
from repplan.store.write import insert
from repplan.upkeep.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run, Writing

SECOND = """
from alembic import op
import sqlalchemy as sa

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("product") as table:
        table.add_column(sa.Column("colour", sa.Text()))
        table.drop_column("until_on")
    op.execute("UPDATE product SET colour = 'blue'")
"""

THIRD_FAILS = """
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("DELETE FROM account")
"""


def make(path: Path) -> None:
    """Make a store."""
    migrate.create_store(path, clock=read_clock(), ids=Ids())


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that makes this program one whose schema is further on."""

    def go_on(*migrations: str) -> None:
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        for number, text in enumerate(migrations, connect.SCHEMA + 1):
            (folder / "versions" / f"{number:04}_later.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)
        monkeypatch.setattr(connect, "SCHEMA", connect.SCHEMA + len(migrations))

    return go_on


def test_a_new_store_is_the_owners_alone(tmp_path: Path) -> None:
    """Its folder is 0700, its file 0600, and nothing else is left beside it."""
    path = tmp_path / "new" / "deep" / "repplan.db"
    make(path)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_new_store_is_whole(tmp_path: Path) -> None:
    """It has an empty journal, all its triggers, its mark and its schema's number."""
    path = tmp_path / "repplan.db"
    make(path)
    with closing(open_read(path)) as db:
        assert journal.is_guarded(db)
        assert list(journal.verify(db)) == []
        assert search.stale(db) == []
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("SELECT schema FROM journal_context").fetchone()[0] == connect.SCHEMA


def test_devices_differ(tmp_path: Path) -> None:
    """Each store is a device of its own: two journals never claim the same rows."""
    devices = set()
    for name in ("one.db", "two.db"):
        make(tmp_path / name)
        with closing(open_read(tmp_path / name)) as db:
            devices.add(db.execute("SELECT device FROM journal_context").fetchone()[0])
    assert len(devices) == 2


@pytest.mark.parametrize("content", [b"", b"my diary"])
def test_what_is_there_stays(tmp_path: Path, content: bytes) -> None:
    """No file is ever overwritten by a new store."""
    path = tmp_path / "repplan.db"
    path.write_bytes(content)
    with pytest.raises(StoreThere):
        make(path)
    assert path.read_bytes() == content


def test_a_store_appears_whole_or_not_at_all(
    tmp_path: Path, newer_program: Callable[..., None]
) -> None:
    """When making it fails there is neither a store nor a half of one."""
    newer_program("raise RuntimeError('cut')")
    folder = tmp_path / "new"
    with pytest.raises(RuntimeError, match="cut"):
        make(folder / "repplan.db")
    assert list(folder.iterdir()) == []


def test_two_who_begin_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two that make the same store the second is told, and the first's stays."""
    path = tmp_path / "repplan.db"
    monkeypatch.setattr(journal, "found", before(journal.found, lambda: path.write_text("first")))
    with pytest.raises(StoreThere):
        make(path)
    assert [kept.name for kept in tmp_path.iterdir()] == ["repplan.db"]
    assert path.read_text() == "first"


def before(function: Callable[..., Any], act: Callable[[], object]) -> Callable[..., Any]:
    """Return a function that acts first: another process, at the worst moment."""

    def both(*args: object, **facts: object) -> object:
        act()
        return function(*args, **facts)

    return both


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """Where no folder can be, that is said, and nothing is made."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreReadOnly):
        make(tmp_path / "file" / "repplan.db")


def test_the_program_knows_its_newest_migration() -> None:
    """The number that a store's header carries is that of the last migration."""
    scripts = ScriptDirectory.from_config(migrate.alembic_config())
    assert scripts.get_current_head() == f"{connect.SCHEMA:04}"


def test_an_older_store_is_brought_up_to_date(
    run: Run,
    store: Path,
    writing: Writing,
    newer_program: Callable[..., None],
) -> None:
    """Any command does it, says so, and keeps a checked copy of the store as it was."""
    with writing("product add") as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa", "until_on": "2027-01-01"})
    newer_program(SECOND)
    done = run("history", "--json")
    kept = store.parent / "backups" / "repplan-schema1-20261124-070500.db"
    assert done.code == 0
    assert done.err == f"The store was brought up to date; a copy of the old one is {kept}.\n"
    with closing(open_read(store)) as db:
        assert db.execute("SELECT name, colour FROM product").fetchone()[:] == ("Cardexa", "blue")
        assert journal.is_guarded(db)
        assert list(journal.verify(db)) == []
        assert db.execute("SELECT schema FROM journal_context").fetchone()[0] == connect.SCHEMA
    with closing(sqlite3.connect(kept)) as old:
        assert old.execute("SELECT until_on FROM product").fetchone()[0] == "2027-01-01"
        assert old.execute("PRAGMA user_version").fetchone()[0] == connect.SCHEMA - 1


def test_the_journal_goes_on_after_it(
    store: Path, db: sqlite3.Connection, writing: Writing, newer_program: Callable[..., None]
) -> None:
    """The triggers know the new columns, and the chain goes on behind the old rows."""
    with writing("product add") as work:
        insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
    newer_program(SECOND)
    assert migrate.upgrade_store(store, clock=read_clock()) is not None
    with writing("product add") as work:
        insert(work, "product", {"name": "Renalix", "folded": "renalix", "colour": "red"})
    new = db.execute("SELECT new, schema FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert '"colour":"red"' in new["new"]
    assert new["schema"] == connect.SCHEMA
    assert list(journal.verify(db)) == []


def test_an_up_to_date_store_is_left_alone(store: Path) -> None:
    """There is no backup where there is nothing to do."""
    assert migrate.upgrade_store(store, clock=read_clock()) is None
    assert not (store.parent / "backups").exists()


def test_another_process_was_quicker(
    store: Path, newer_program: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waits for the lock while another migrates finds the work done."""
    newer_program(SECOND)
    kept: list[Path | None] = []
    real = harden

    def other_first(db: sqlite3.Connection) -> None:
        monkeypatch.setattr(migrate, "harden", real)
        kept.append(migrate.upgrade_store(store, clock=read_clock()))
        real(db)

    monkeypatch.setattr(migrate, "harden", other_first)
    assert migrate.upgrade_store(store, clock=read_clock()) is None
    assert kept[0] is not None


def test_a_failing_migration_changes_nothing(
    store: Path, db: sqlite3.Connection, writing: Writing, newer_program: Callable[..., None]
) -> None:
    """When one migration of two fails the store is as it was, and can be used as before."""
    with writing() as work:
        account, _ref = insert(work, "account", {"name": "Valley Cardiology"})
        provider, _ref = insert(work, "provider", {"name": "Anjali Patel"})
        insert(work, "affiliation", {"provider_id": provider, "account_id": account})
    was = connect.SCHEMA
    newer_program(SECOND, THIRD_FAILS)
    with pytest.raises(sqlite3.IntegrityError, match="without their parents"):
        migrate.upgrade_store(store, clock=read_clock())
    assert db.execute("SELECT count(*) FROM account").fetchone()[0] == 1
    assert db.execute("PRAGMA user_version").fetchone()[0] == was
    assert db.execute("SELECT until_on FROM product").fetchall() == []
    assert journal.is_guarded(db)


def test_copies_of_one_second_keep_each_other(
    store: Path, newer_program: Callable[..., None]
) -> None:
    """A second copy with the same name takes another one."""
    newer_program(SECOND, THIRD_FAILS.replace("DELETE FROM account", "SELECT raise_error()"))
    for _ in range(2):
        with pytest.raises(Exception, match="no such function"):
            migrate.upgrade_store(store, clock=read_clock())
    names = sorted(path.name for path in (store.parent / "backups").glob("*.db"))
    assert names == [
        "repplan-schema1-20261124-070500-2.db",
        "repplan-schema1-20261124-070500.db",
    ]


def test_a_newer_store_is_not_migrated(store: Path) -> None:
    """A store of a later repplan is told from an older one."""
    with closing(sqlite3.connect(store)) as db:
        db.execute(f"PRAGMA user_version = {connect.SCHEMA + 1}")
    with pytest.raises(StoreNewer):
        migrate.upgrade_store(store, clock=read_clock())


def test_another_programs_file_is_not_migrated(tmp_path: Path) -> None:
    """A database that isn't ours stays as it is."""
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE mine (x)")
        db.commit()
    with pytest.raises(StoreForeign):
        migrate.upgrade_store(path, clock=read_clock())
    with pytest.raises(NoStore):
        migrate.upgrade_store(tmp_path / "none.db", clock=read_clock())


def test_tables_equal_migrations(store: Path) -> None:
    """What the rooms declare and what the migrations make is the same, column by column."""
    assert differences(store) == []


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("    city TEXT,\n", "    city INTEGER,\n"),
        ("    city TEXT,\n", "    city TEXT NOT NULL,\n"),
        ("    region TEXT,\n", ""),
        ("    region TEXT,\n", "    region TEXT, colour TEXT,\n"),
        ("departments TEXT DEFAULT '[]' NOT NULL", "departments TEXT NOT NULL"),
        ("CREATE INDEX ix_account_city ON account (city)", "CREATE TABLE city (x)"),
        ("    UNIQUE (npi)\n", "    CHECK (1)\n"),
        ("FOREIGN KEY(parent_id) REFERENCES account (id)", "CHECK (1)"),
    ],
)
def test_a_difference_would_be_noticed(
    tmp_path: Path, newer_program: Callable[..., None], written: str, instead: str
) -> None:
    """The comparison is no formality: each kind of slip in a migration shows."""
    newer_program()
    first = migrate.MIGRATIONS / "versions" / "0001_first.sql"
    text = first.read_text(encoding="utf-8")
    assert written in text
    first.write_text(text.replace(written, instead, 1), encoding="utf-8")
    path = tmp_path / "repplan.db"
    make(path)
    assert differences(path)


AFFINITIES = {"VARCHAR": "TEXT", "INTEGER": "INTEGER", "FLOAT": "REAL", "BOOLEAN": "INTEGER"}
"""What SQLModel declares → what SQLite keeps it as."""


def differences(path: Path) -> list[Any]:
    """Return what Alembic would have to change for a store to be as the rooms declare it."""

    def is_declared(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
        # The journal, the search index and Alembic's own table are no room's.
        return kind != "table" or name in metadata.tables

    def is_other_type(*facts: Any) -> bool:
        held, declared = facts[3:]
        return AFFINITIES[str(declared)] != str(held)

    def is_other_default(*facts: Any) -> bool:
        held, _default, declared = facts[3:]
        return (held is None) != (declared is None) or bare(held) != bare(declared)

    options = {
        "include_object": is_declared,
        "compare_type": is_other_type,
        "compare_server_default": is_other_default,
    }
    with closing(sqlite3.connect(path)) as db:
        engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            return list(compare_metadata(context, metadata))


def bare(default: str | None) -> str:
    """Return a default without what one side writes round it and the other doesn't."""
    return (default or "").strip("(')")


def test_every_declared_table_is_there(store: Path) -> None:
    """Each table of a room is in the store, and each table of the store is a room's or ours."""
    with closing(open_read(store)) as db:
        rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        held = {row[0] for row in rows if not row[0].startswith(("search", "sqlite_"))}
    own = {"alembic_version", "batch", "journal", "journal_context"}
    assert held - own == set(metadata.tables)


def test_every_foreign_key_can_be_looked_up(store: Path) -> None:
    """Each has an index that begins with it: else a row that goes is looked for in whole tables."""
    with closing(open_read(store)) as db:
        tables = [
            row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        slow = []
        for table in tables:
            for key in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                plan = db.execute(
                    f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {key['from']} = 'x'"
                )
                slow += [f"{table}.{key['from']}" for row in plan if "SCAN" in row["detail"]]
    assert slow == []
