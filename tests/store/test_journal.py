"""The journal: everything that changes is in it, nothing leaves it, and tampering shows."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.store import journal
from repplan.store.connect import open_read
from repplan.store.write import change, delete, insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Writing


def entries(db: sqlite3.Connection) -> list[tuple[str, str, str | None, object, object]]:
    """Return the journal as (table, kind, column, old, new), values read."""
    return [
        (row["tbl"], row["kind"], row["col"], read(row["old"]), read(row["new"]))
        for row in db.execute("SELECT * FROM journal ORDER BY seq")
    ]


def read(text: str | None) -> object:
    """Return a value of the journal."""
    return None if text is None else json.loads(text)


@pytest.fixture
def told(writing: Writing) -> str:
    """Write, change and delete in three commands; return the id of the product that stays."""
    with writing("product add") as work:
        stays, _ref = insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
        goes, _ref = insert(work, "product", {"name": "Renalix", "folded": "renalix"})
    with writing("product edit") as work:
        change(work, "product", stays, {"name": "Cardexa XR", "generic_name": "cardexapril"})
    with writing("product retire") as work:
        delete(work, "product", goes)
    return stays


@pytest.mark.usefixtures("told")
def test_add_set_and_del(db: sqlite3.Connection) -> None:
    """An add holds the whole record, a set one cell with both values, a delete what there was."""
    found = entries(db)
    assert [entry[:3] for entry in found] == [
        ("product", "add", None),
        ("product", "add", None),
        ("product", "set", "name"),
        ("product", "set", "generic_name"),
        ("product", "del", None),
    ]
    assert found[0][4]["name"] == "Cardexa"  # type: ignore[index]  # a record
    assert found[2][3:] == ("Cardexa", "Cardexa XR")
    assert found[3][3:] == (None, "cardexapril")
    assert found[4][3] == found[1][4]


def test_derived_values_are_not_journalled(db: sqlite3.Connection, writing: Writing) -> None:
    """What is counted from other rows leaves no trace: undo counts it again."""
    with writing() as work:
        identity, _ref = insert(work, "provider", {"name": "Anjali Patel"})
        change(work, "provider", identity, {"last_contact_on": "2026-11-20"})
        work.db.execute("INSERT INTO name_key (key, provider_id) VALUES ('patel', ?)", (identity,))
    ((_table, kind, _column, _old, new),) = entries(db)
    assert kind == "add"
    assert "last_contact_on" not in new  # type: ignore[operator]  # a record


def test_every_table_of_records_is_journalled(db: sqlite3.Connection) -> None:
    """Only what is derived, or the journal's own, has no triggers."""
    tables = {
        row[0]
        for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row[0].startswith("search")
    }
    assert tables - set(journal.journalled_tables(db)) == {
        "alembic_version",
        "batch",
        "journal",
        "journal_context",
        "known_place",
        "name_key",
        "travel_time",
    }


def test_every_row_fits_its_journal(db: sqlite3.Connection) -> None:
    """The file holds exactly the triggers that its columns ask for."""
    assert journal.live_triggers(db) == dict(sorted(journal.triggers(db).items()))
    assert journal.is_guarded(db)


def test_bulk_and_outside_edits_are_caught(
    store: Path, db: sqlite3.Connection, writing: Writing
) -> None:
    """One statement over many rows leaves one entry for each, whoever wrote it."""
    with writing() as work:
        for number in range(20):
            insert(work, "account", {"name": f"Clinic {number}"})
    with closing(sqlite3.connect(store)) as other:
        other.execute("UPDATE account SET city = 'Dayton' WHERE name < 'Clinic 2'")
        other.execute("DELETE FROM account WHERE name >= 'Clinic 5'")
        other.commit()
    kinds = [entry[1] for entry in entries(db)]
    assert (kinds.count("add"), kinds.count("set"), kinds.count("del")) == (20, 12, 5)
    rows = db.execute("SELECT DISTINCT batch, command, actor FROM journal WHERE seq > 20")
    assert [tuple(row) for row in rows] == [(None, None, None)]


def test_an_id_never_changes(writing: Writing) -> None:
    """A row's id is what the journal knows it by."""
    with writing() as work:
        identity, _ref = insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
        with pytest.raises(sqlite3.IntegrityError, match="an id never changes"):
            work.db.execute("UPDATE product SET id = 'x' WHERE id = ?", (identity,))


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 5",
        "DELETE FROM batch",
        "UPDATE batch SET command = 'x'",
        "UPDATE journal SET command = 'x'",
        "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 1",
        "UPDATE journal SET old = '\"x\"' WHERE seq = 3",
        "UPDATE journal SET old = NULL WHERE seq = 3",
        "UPDATE journal SET old = NULL, new = NULL, salt = x'00' WHERE seq = 3",
        "UPDATE journal SET hash = NULL WHERE seq = 3",
        "UPDATE journal SET hash = x'00' WHERE seq = 3",
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET rowid = 99 WHERE seq = 3",
        "UPDATE journal SET actor = 'x' WHERE seq = 3",
        "UPDATE journal SET hash = x'00', old = NULL, new = NULL, salt = NULL WHERE seq = 3",
        "UPDATE journal SET old = NULL, new = NULL, salt = NULL, kind = 'erase' WHERE seq = 3",
    ],
)
def test_the_journal_only_grows(store: Path, statement: str) -> None:
    """Nothing in the journal can be deleted or rewritten, by our SQL or another program's."""
    with (
        closing(sqlite3.connect(store)) as other,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        other.execute(statement)


@pytest.mark.usefixtures("told")
def test_a_sealed_journal_verifies(db: sqlite3.Connection) -> None:
    """After every command the whole chain verifies and nothing waits to be sealed."""
    assert list(journal.verify(db)) == []
    assert journal.sealed_seq(db) == journal.last_seq(db) == 5


@pytest.mark.usefixtures("told")
def test_erasing_values_keeps_the_chain(store: Path, writing: Writing) -> None:
    """Values, and the salt that would give them away, can go: the chain verifies as before."""
    with writing("erase") as work:
        work.db.execute(
            "UPDATE journal SET old = NULL, new = NULL, salt = NULL WHERE seq IN (1, 3)"
        )
    with writing("product add") as work:
        insert(work, "product", {"name": "Third", "folded": "third"})
    with closing(open_read(store)) as db:
        assert db.execute("SELECT count(*) FROM journal WHERE salt IS NULL").fetchone()[0] == 2
        assert list(journal.verify(db)) == []


def test_equal_values_have_different_digests(db: sqlite3.Connection, writing: Writing) -> None:
    """The salt keeps an erased value from being guessed by its digest."""
    for name in ("one", "two"):
        with writing() as work:
            insert(work, "setting", {"id": name, "value": "the same"})
    digests = [row[0] for row in db.execute("SELECT digest FROM journal")]
    assert len(set(digests)) == 2


TAMPERING = {
    "an old value is edited": (
        ["UPDATE journal SET old = '\"Placebo\"' WHERE seq = 3"],
        (3, "its values were changed"),
    ),
    "a value is edited, its digest with it": (
        ["UPDATE journal SET new = '\"x\"', digest = zeroblob(32) WHERE seq = 3"],
        (3, "its values were changed"),
    ),
    "a value without its salt": (
        ["UPDATE journal SET salt = NULL WHERE seq = 3"],
        (3, "its values were changed"),
    ),
    "who did it is edited": (
        ["UPDATE journal SET actor = 'Somebody else' WHERE seq = 2"],
        (2, "the row itself was changed"),
    ),
    "when it was done is edited": (
        ["UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 2"],
        (2, "the row itself was changed"),
    ),
    "a row in the middle is deleted": (
        ["DELETE FROM journal WHERE seq = 2"],
        (3, "a row before it is missing or was changed"),
    ),
    "the first row is deleted": (
        ["DELETE FROM journal WHERE seq = 1"],
        (2, "a row before it is missing or was changed"),
    ),
    "the last row is deleted": (
        ["DELETE FROM journal WHERE seq = 5"],
        (0, "rows are missing at its end, or were added to it"),
    ),
    "everything is deleted": (
        ["DELETE FROM journal"],
        (0, "rows are missing at its end, or were added to it"),
    ),
    "two rows change places": (
        [
            "UPDATE journal SET seq = 99 WHERE seq = 2",
            "UPDATE journal SET seq = 2 WHERE seq = 3",
            "UPDATE journal SET seq = 3 WHERE seq = 99",
        ],
        (2, "a row before it is missing or was changed"),
    ),
    "a seal is taken off": (
        ["UPDATE journal SET hash = NULL WHERE seq = 3"],
        (3, "it was never sealed"),
    ),
    "a row is put in": (
        [
            "UPDATE journal SET seq = 6 WHERE seq = 5",
            (
                "INSERT INTO journal SELECT 5, randomblob(16), device, 9, hlc, batch, command, "
                "tbl, row, kind, col, old, new, salt, actor, reason, schema, at, previous, "
                "digest, hash FROM journal WHERE seq = 4"
            ),
        ],
        (5, "a row before it is missing or was changed"),
    ),
}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("name", TAMPERING)
def test_tampering_is_found(store: Path, db: sqlite3.Connection, name: str) -> None:
    """Whoever drops the triggers and edits the journal is found at the row that was touched."""
    statements, first = TAMPERING[name]
    with closing(sqlite3.connect(store)) as other:
        journal.drop_triggers(other)
        for statement in statements:
            other.execute(statement)
        other.commit()
    broken = next(journal.verify(db))
    assert (broken.seq, broken.why) == first


@pytest.mark.usefixtures("told")
def test_what_waits_to_be_sealed_is_no_break(store: Path, db: sqlite3.Connection) -> None:
    """An edit from outside is sealed at the next write; until then the chain is whole."""
    with closing(sqlite3.connect(store)) as other:
        other.execute("UPDATE product SET name = 'Odd'")
        other.commit()
    assert list(journal.verify(db)) == []
    assert journal.last_seq(db) == journal.sealed_seq(db) + 1


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=st.none() | st.text(), new=st.none() | st.text(), other=st.none() | st.text())
def test_a_digest_keeps_values_apart(old: str | None, new: str | None, other: str | None) -> None:
    """No two pairs of values share a digest: neither moved text nor missing and empty ones."""
    pairs = {(old, new), (new, old), (old, other), (None, new), ("", new)}
    pairs |= {((old or "") + (new or ""), None), (None, (old or "") + (new or ""))}
    assert len({journal.digest_of(b"salt", *pair) for pair in pairs}) == len(pairs)


def test_sealing_goes_on_over_many_chunks(db: sqlite3.Connection, writing: Writing) -> None:
    """A batch longer than a chunk is sealed whole."""
    with writing("import") as work:
        for number in range(2100):
            insert(work, "account", {"name": f"Clinic {number}"})
    assert journal.sealed_seq(db) == 2100
    assert list(journal.verify(db)) == []
