"""The stores that are measured are whole stores, the same each time."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bench.knowledge import MAP_ACCOUNT, MAP_PEOPLE
from bench.stores import SMALL, SUBJECT, build
from repplan.providers.contact import miscounted
from repplan.providers.keys import miskeyed
from repplan.store import journal, search
from repplan.store.connect import open_read
from repplan.upkeep.checks import findings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small store, made once."""
    path = tmp_path_factory.mktemp("bench") / "small.db"
    build(SMALL, path)
    return path


def test_it_holds_what_it_says(made: Path) -> None:
    """The numbers that are printed are those in the tables; the journal is empty."""
    with closing(open_read(made)) as db:

        def count(sql: str) -> int:
            return int(db.execute(f"SELECT count(*) FROM {sql}").fetchone()[0])

        assert count("provider") == SMALL.providers
        assert count("visit") == SMALL.visits
        assert count("followup") == SMALL.followups
        assert count("followup WHERE state = 'open' AND due_on <= '2026-11-24'") == SMALL.due
        assert count("journal") == 0
        assert count(f"name_key WHERE key = '{SUBJECT.lower()}'") == 1


def test_what_is_derived_is_right(made: Path) -> None:
    """Search keys, last contacts, the search index and the triggers are what check wants."""
    with closing(open_read(made)) as db:
        assert journal.is_guarded(db)
        assert miscounted(db) == []
        assert miskeyed(db) == []
        assert search.stale(db) == []
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_is_filled(made: Path) -> None:
    """Every table that a rep fills holds something, and the map's account its people."""
    with closing(open_read(made)) as db:
        tables = [
            row[0]
            for row in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal%' "
                "AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
            )
        ]
        empty = [
            name for name in tables if not db.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()
        ]
        assert set(empty) <= {
            "batch",
            "licence",
            "schema_version",
            "alembic_version",
            "about",
            # The employer's own rules: most reps have none.
            "own_policy",
            # What was read from a calendar, and told by a service: neither is every rep's. Nor is
            # what was looked up: the accounts have coordinates.
            "calendar_entry",
            "travel_time",
            "known_place",
        }
        people = db.execute(
            "SELECT count(DISTINCT provider_id) FROM affiliation f "
            "JOIN account a ON a.id = f.account_id WHERE a.name = ?",
            (MAP_ACCOUNT,),
        ).fetchone()[0]
        assert people == MAP_PEOPLE


def test_check_finds_nothing(made: Path) -> None:
    """The store is whole: what ``repplan check`` finds is nothing."""
    with closing(open_read(made)) as db:
        assert findings(db) == []


def test_it_is_the_same_each_time(made: Path, tmp_path: Path) -> None:
    """From one seed come the same ids, refs and texts."""
    build(SMALL, tmp_path / "again.db")

    def rows(path: Path) -> list[tuple[object, ...]]:
        with closing(open_read(path)) as db:
            return [tuple(row) for row in db.execute("SELECT * FROM visit ORDER BY id")]

    assert rows(made) == rows(tmp_path / "again.db")
