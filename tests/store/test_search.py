"""The search index: what is written is found, what is gone is not, and a wrong index shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.clock import read_clock
from repplan.ids import Ids
from repplan.store import search
from repplan.store.work import open_work
from repplan.store.write import change, delete, insert
from repplan.text import clean, fts_query

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Writing


def found(db: sqlite3.Connection, words: str) -> set[str]:
    """Return the ids of the records in which these words stand."""
    query = fts_query(words)
    if not query:
        return set()
    rows = db.execute(
        "SELECT d.record_id FROM search s JOIN search_doc d ON d.doc = s.rowid "
        "WHERE search MATCH ?",
        (query,),
    )
    return {row[0] for row in rows}


@pytest.fixture
def provider(writing: Writing) -> str:
    """Return the id of a provider with a note."""
    with writing("provider add") as work:
        identity, _ref = insert(work, "provider", {"name": "José Núñez", "native_name": "王建国"})
        insert(
            work,
            "note",
            {
                "provider_id": identity,
                "text": "问过透析患者头晕, wants eGFR<30 data",
                "noted_on": "2026-11-24",
            },
        )
        return identity


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("jose", 1),
        ("NUNEZ", 1),
        ("nun", 1),
        ("王", 1),
        ("建国", 1),
        ("王建国", 1),
        ("国建", 0),
        ("头晕", 1),
        ("晕", 1),
        ("透析患者", 1),
        ("egfr", 1),
        ("egfr<30", 1),
        ("30", 1),
        ("patel", 0),
    ],
)
@pytest.mark.usefixtures("provider")
def test_what_is_found(db: sqlite3.Connection, words: str, hits: int) -> None:
    """Accents, case, the end of the last word and the length of a Chinese word don't matter."""
    assert len(found(db, words)) == hits


def test_a_changed_record_is_found_by_what_it_is_now(
    db: sqlite3.Connection, writing: Writing, provider: str
) -> None:
    """Old words are gone from the index with the commit that changed them."""
    with writing() as work:
        change(work, "provider", provider, {"name": "Maria Ruiz"})
    assert found(db, "ruiz") == {provider}
    assert found(db, "nunez") == set()


def test_a_deleted_record_is_not_found(db: sqlite3.Connection, writing: Writing) -> None:
    """What was deleted leaves no words behind."""
    with writing() as work:
        identity, _ref = insert(work, "product", {"name": "Cardexa", "folded": "cardexa"})
    with writing() as work:
        delete(work, "product", identity)
    assert found(db, "cardexa") == set()
    assert db.execute("SELECT count(*) FROM search_doc").fetchone()[0] == 0


def test_long_batches_are_indexed_whole(db: sqlite3.Connection, writing: Writing) -> None:
    """Every record of a batch longer than a chunk is found."""
    with writing("import") as work:
        for number in range(1100):
            insert(work, "account", {"name": f"Clinic x{number}"})
    assert len(found(db, "clinic")) == 1100
    assert search.stale(db) == []


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=ANY_TEXT, asked=ANY_TEXT)
def test_anything_written_is_found_by_its_own_words(
    store: Path, db: sqlite3.Connection, text: str, asked: str
) -> None:
    """Whatever characters a text has, its own words find it; whatever is asked, nothing breaks."""
    text = clean(text)  # as everything that is typed
    facts: dict[str, Any] = {"clock": read_clock(), "ids": Ids()}
    with open_work(store, "test", **facts) as work:
        identity, _ref = insert(work, "account", {"name": text})
    if fts_query(text):
        assert identity in found(db, text)
    found(db, asked)
    assert search.stale(db) == []


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_doc",
        "DELETE FROM search",
        "UPDATE search SET title = 'x'",
        "UPDATE search SET body = 'x'",
        "INSERT INTO search (title, body) VALUES ('left', 'over')",
        "INSERT INTO search_doc (record_id, tbl) VALUES ('left over', 'note')",
        "UPDATE search_doc SET record_id = 'x' || doc",
    ],
)
@pytest.mark.usefixtures("provider")
def test_a_wrong_index_shows_and_is_made_anew(writing: Writing, harm: str) -> None:
    """Whatever is missing, old or left over is noticed, and gone when the index is made anew."""
    with writing() as work:
        assert search.stale(work.db) == []
        work.db.execute(harm)
        assert search.stale(work.db)
        search.rebuild(work.db)
        assert search.stale(work.db) == []
        assert len(found(work.db, "王")) == 1


def test_one_record_is_looked_up_by_its_id(db: sqlite3.Connection) -> None:
    """Indexing a record again reads that record, and no table whole."""
    plan = db.execute(
        "EXPLAIN QUERY PLAN SELECT tbl, title, body FROM search_source WHERE record_id = 'x'"
    )
    assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
