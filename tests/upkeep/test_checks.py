"""``check``: each kind of harm is found by its rule, and what can be counted again is mended."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from repplan.store.connect import open_read
from repplan.store.write import insert
from repplan.upkeep.checks import findings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run, Writing

SHADOWED = "PRAGMA foreign_keys = OFF"


@pytest.fixture
def territory(store: Path, writing: Writing, run: Run) -> Path:
    """Return a store with a little of everything, all of it well."""
    run("provider", "add", "Anjali Patel", "--account", "Valley", "--tier", "A")
    run("log", "patel", "keen on the table; > send renal table by fri", "--at", "7:00")
    run("objective", "add", "patel", "names one patient to start")
    with writing("note add") as work:
        provider = work.db.execute("SELECT id FROM provider").fetchone()[0]
        insert(
            work,
            "note",
            {
                "provider_id": provider,
                "text": "likes data",
                "noted_on": "2026-11-24",
                "ref": "n-22222222",
            },
        )
    return store


def outside(store: Path, *statements: str) -> None:
    """Edit the store as another program would: no foreign keys, no index, no counting."""
    with closing(sqlite3.connect(store)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def checked(run: Run, *argv: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code of a check and what it answered."""
    done = run("check", *argv, "--json")
    found: dict[str, Any] = json.loads(done.out)
    if done.err:
        errors = [one for one in found["findings"] if one["severity"] == "error"]
        told = json.loads(done.err)
        assert (told["error"], told["count"]) == ("store-not-whole", len(errors))
    return done.code, found


@pytest.mark.usefixtures("territory")
def test_a_whole_store(run: Run) -> None:
    """All is well: one line, nothing found, exit 0; there is nothing to mend."""
    done = run("check")
    assert (done.code, done.out, done.err) == (0, "The store is whole.\n", "")
    assert checked(run) == (0, {"ok": True, "findings": []})
    assert checked(run, "--fix") == (0, {"ok": True, "findings": []})


HARM = {
    "last contact": (
        ["UPDATE provider SET last_contact_on = '2020-01-01'"],
        ("last-contact", "p", "the day of the last contact is wrong"),
    ),
    "no name keys": (
        ["DELETE FROM name_key WHERE key = 'patel'"],
        ("name-keys", "p", "the words by which this provider is found are wrong"),
    ),
    "keys of nobody": (
        ["INSERT INTO name_key (key, provider_id) VALUES ('ghost', 'x')"],
        ("name-keys", "x", "the words by which this provider is found are wrong"),
    ),
    "index emptied": (
        ["DELETE FROM search"],
        ("search", None, "the search index is wrong for 6 records"),
    ),
    "index left over": (
        ["INSERT INTO search (title, body) VALUES ('left', 'over')"],
        ("search", None, "the search index is wrong for 1 records"),
    ),
    "trigger dropped": (
        ["DROP TRIGGER journal_set_note"],
        ("triggers", None, "the triggers that fill the journal were changed: journal_set_note"),
    ),
    "trigger changed": (
        [
            "DROP TRIGGER journal_keeps",
            "CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN SELECT 1; END",
        ],
        ("triggers", None, "the triggers that fill the journal were changed: journal_keeps"),
    ),
    "trigger added": (
        ["CREATE TRIGGER odd AFTER INSERT ON note BEGIN DELETE FROM note; END"],
        ("triggers", None, "the triggers that fill the journal were changed: odd"),
    ),
    "digest changed": (
        ["UPDATE journal_context SET triggers = x'00'"],
        ("triggers", None, "the digest of the triggers was changed"),
    ),
    "command left open": (
        ["UPDATE journal_context SET batch = 'b-22222222', command = 'log'"],
        ("journal", None, "edits from outside would be taken for a command's"),
    ),
}
"""What another program may do to what can be counted again, and how it is told."""


@pytest.mark.parametrize("name", HARM)
def test_what_is_mended(run: Run, territory: Path, name: str) -> None:
    """Each is found, with exit 7 and the command that mends it; after that all is well."""
    statements, (rule, ref, message) = HARM[name]
    outside(territory, *statements)
    code, found = checked(run)
    assert code == 7
    assert not found["ok"]
    (one,) = found["findings"]
    assert (one["rule"], one["severity"], one["message"]) == (rule, "error", message)
    assert one["fix"] == "repplan check --fix"
    assert (one["ref"] or "").startswith(ref or "")
    assert bool(one["ref"]) == bool(ref)
    assert checked(run, "--fix") == (0, {"ok": True, "findings": []})
    assert checked(run) == (0, {"ok": True, "findings": []})


def test_a_finding_on_the_screen(run: Run, territory: Path) -> None:
    """One line each, and on stderr the command that mends."""
    outside(territory, "UPDATE provider SET last_contact_on = '2020-01-01'")
    with closing(open_read(territory)) as db:
        ref = db.execute("SELECT ref FROM provider").fetchone()[0]
    done = run("check")
    assert done.code == 7
    assert done.out == f"last-contact  {ref} the day of the last contact is wrong\n"
    assert done.err == (
        "The store is not whole: 1 of these have to be mended.\n"
        "What can be counted again is mended by: repplan check --fix\n"
    )
    assert run("check", "--fix").out == "The store is whole.\n"


BROKEN = {
    "a child without its parent": (
        [SHADOWED, "DELETE FROM account"],
        "foreign-keys",
        "this affiliation points to a missing account",
    ),
    "a visit without anybody": (
        ["DELETE FROM visit_provider", "UPDATE visit SET account_id = NULL"],
        "orphan",
        "this visit has neither a provider nor an account",
    ),
    "a follow-up for nobody": (
        ["UPDATE followup SET provider_id = NULL, account_id = NULL"],
        "orphan",
        "this follow-up is for nobody",
    ),
    "an objective settled by no visit": (
        ["UPDATE objective SET visit_id = 'gone'"],
        "orphan",
        "the visit that settled this objective is missing",
    ),
    "a day that is none": (
        ["UPDATE followup SET due_on = 'soon'"],
        "value",
        "followup: due_on holds a value that can't be read",
    ),
    "a list that is none": (
        ["UPDATE provider SET nicknames = 'Jo'"],
        "value",
        "provider: nicknames holds a value that can't be read",
    ),
    "a note without a ref": (
        ["UPDATE journal_context SET batch = NULL", "UPDATE note SET noted_on = ''"],
        "value",
        "note: noted_on holds a value that can't be read",
    ),
    "an old value edited": (
        ["DROP TRIGGER journal_stands", "UPDATE journal SET actor = 'x' WHERE seq = 2"],
        "journal",
        "the journal doesn't verify at row 2: the row itself was changed",
    ),
    "a batch that lost rows": (
        ["DROP TRIGGER batch_stands", "UPDATE batch SET last_seq = last_seq + 7"],
        "journal",
        "the journal holds other rows than this batch had",
    ),
}
"""What nobody can count again: it is told, and stays."""


@pytest.mark.parametrize("name", BROKEN)
def test_what_stays_broken(run: Run, territory: Path, name: str) -> None:
    """It is found before and after --fix, each time with exit 7."""
    statements, rule, message = BROKEN[name]
    outside(territory, *statements)
    for fix in ((), ("--fix",)):
        code, found = checked(run, *fix)
        assert code == 7
        assert (rule, message) in {(one["rule"], one["message"]) for one in found["findings"]}


def test_outside_edits_are_a_note(run: Run, territory: Path) -> None:
    """An edit from outside is worth knowing; the store is whole all the same."""
    outside(territory, "UPDATE account SET phone = '555'")
    code, found = checked(run)
    assert (code, found["ok"]) == (0, True)
    (one,) = found["findings"]
    assert (one["rule"], one["severity"], one["fix"]) == ("outside", "note", "repplan history")
    assert one["message"].startswith("edited from outside repplan: 1 changes, the last at 2")
    assert run("check").out.endswith("The store is whole.\n")


def test_many_of_a_kind_are_counted(run: Run, territory: Path, writing: Writing) -> None:
    """Of a rule that finds a hundred, twenty are told and the rest is a number."""
    with writing("import csv") as work:
        for number in range(100):
            insert(work, "provider", {"name": f"Provider {number}"})
    code, found = checked(run)
    assert code == 7
    assert len(found["findings"]) == 21
    assert found["findings"][-1]["message"] == "and 80 more like these"
    assert checked(run, "--fix")[0] == 0
    assert territory.exists()


def test_a_damaged_file(run: Run, territory: Path) -> None:
    """What SQLite itself finds is told, and nothing else is asked of such a file."""
    outside(
        territory,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX ix_account_name ON account (city)' "
        "WHERE name = 'ix_account_name'",
    )
    code, found = checked(run)
    assert code == 7
    assert {one["rule"] for one in found["findings"]} == {"integrity"}
    assert found["findings"][0]["message"].startswith("the file is damaged: ")


def test_a_file_that_cannot_be_read_to_its_end(run: Run, territory: Path) -> None:
    """Where reading itself fails, that is a finding too, or the store's own error."""
    with closing(sqlite3.connect(territory)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'").fetchone()[0]
    held = territory.read_bytes()
    at = (root - 1) * 4096
    territory.write_bytes(held[:at] + b"\xff" * 4096 + held[at + 4096 :])
    done = run("check", "--json")
    assert done.code == 7
    assert {one["rule"] for one in json.loads(done.out)["findings"]} == {"integrity"}


def test_checking_writes_nothing(run: Run, territory: Path) -> None:
    """Without --fix a check leaves the store as it found it, harm included."""
    outside(territory, "UPDATE provider SET last_contact_on = '2020-01-01'")
    with closing(sqlite3.connect(territory)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = territory.read_bytes()
        run("check")
    assert territory.read_bytes() == before


def test_the_rules_alone(territory: Path) -> None:
    """The same answer without the command line: an empty list."""
    with closing(open_read(territory)) as db:
        assert findings(db) == []
