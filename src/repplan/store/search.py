"""The search index: every record's words, Chinese ones of any length, kept by the commit itself.

What is searchable is one SQL view, ``search_source``. At the end of a Work the rows that its
journal names are indexed again from that view, so no action can forget it; ``check`` compares the
two and ``rebuild`` makes the index anew.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from repplan.text import spaced_ideographs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

Words: TypeAlias = tuple[str, str]
"""Title and body of one record, as they are indexed."""

_SOURCES = {
    "provider": (
        ("name", "native_name", "pinyin", "nicknames"),
        ("title", "role", "specialties", "npi", "likes", "prescribing", "patients", "interests"),
    ),
    "account": (
        ("name",),
        ("kind", "departments", "street", "city", "region", "postcode", "access", "formulary"),
    ),
    "affiliation": (("department",), ("role", "hours", "building", "floor", "room")),
    "objective": (("what",), ("measure", "benefit", "why", "evidence")),
    "followup": (("what",), ("proof", "why", "snoozed_because")),
    "concern": (("what",), ()),
    "visit": (("said",), ("typed", "agreed", "reading", "rival", "purpose", "department")),
    "note": (("text",), ("source",)),
    "product": (
        ("name",),
        ("generic_name", "indications", "mechanism", "trials", "safety_profile", "comparisons"),
    ),
    "message": (("claim",), ("text_20s", "text_2m", "text_10m", "limitation", "citation")),
    "objection": (("text",), ("answer", "citation")),
    "material": (("title",), ("summary", "topics", "version")),
    "safety_report": (("what",), ("reference", "why")),
    "inquiry": (("question",), ("answer", "why")),
    "spend": (("what",), ("nature",)),
}
"""Table → the columns of its title and of its body."""

_ONLY = {"affiliation": "department <> ''", "note": "kind <> 'personal'"}
"""Table → which of its rows may be found; all of them where it isn't here. Personal notes are kept
apart: no search knows their words."""

_CHUNK = 500


def schema_sql() -> list[str]:
    """Return the statements that make the index: part of the first migration."""
    selects = [
        f"SELECT '{table}' AS tbl, id AS record_id, {_joined(title)} AS title, "
        f"{_joined(body)} AS body FROM {table} WHERE {_ONLY.get(table, '1')}"
        for table, (title, body) in _SOURCES.items()
    ]
    return [
        """CREATE TABLE search_doc
        (doc INTEGER PRIMARY KEY, record_id TEXT NOT NULL UNIQUE, tbl TEXT NOT NULL)""",
        """CREATE VIRTUAL TABLE search USING fts5
        (title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
        "CREATE VIEW search_source AS " + " UNION ALL ".join(selects),
    ]


def _joined(columns: tuple[str, ...]) -> str:
    return " || ' ' || ".join(f"coalesce({column}, '')" for column in columns) or "''"


def refresh(db: sqlite3.Connection, after_seq: int) -> None:
    """Index again every record that the journal names after ``after_seq``."""
    tables = ", ".join(f"'{table}'" for table in _SOURCES)
    last = after_seq
    while rows := db.execute(
        f"SELECT seq, tbl, row FROM journal WHERE seq > ? AND tbl IN ({tables}) "
        f"ORDER BY seq LIMIT {_CHUNK}",
        (last,),
    ).fetchall():
        for table in _SOURCES:
            record_ids = {row[2] for row in rows if row[1] == table}
            if record_ids:
                index(db, table, record_ids)
        last = rows[-1][0]


def index(db: sqlite3.Connection, table: str, record_ids: Iterable[str]) -> None:
    """Put these records of a table into the index as they now are; what is gone is taken out."""
    asked = json.dumps(sorted(record_ids))
    known = {
        row[0]: row[1]
        for row in db.execute(
            "SELECT record_id, doc FROM search_doc "
            "WHERE record_id IN (SELECT value FROM json_each(?))",
            (asked,),
        )
    }
    added, changed = [], []
    for record_id, title, body in db.execute(
        "SELECT record_id, title, body FROM search_source "
        "WHERE tbl = ? AND record_id IN (SELECT value FROM json_each(?))",
        (table, asked),
    ).fetchall():
        words = (spaced_ideographs(title), spaced_ideographs(body))
        doc = known.pop(record_id, None)
        if doc is None:
            added.append((record_id, words))
        else:
            changed.append((*words, doc))
    db.executemany("UPDATE search SET title = ?, body = ? WHERE rowid = ?", changed)
    _add(db, table, added)
    gone = [(doc,) for doc in known.values()]
    db.executemany("DELETE FROM search WHERE rowid = ?", gone)
    db.executemany("DELETE FROM search_doc WHERE doc = ?", gone)


def _add(db: sqlite3.Connection, table: str, records: Sequence[tuple[str, Words]]) -> None:
    """Put new records into the index: the documents of a chunk are numbered in a row."""
    if not records:
        return
    (last,) = db.execute("SELECT coalesce(max(doc), 0) FROM search_doc").fetchone()
    numbered = list(enumerate(records, last + 1))
    db.executemany(
        "INSERT INTO search_doc (doc, record_id, tbl) VALUES (?, ?, ?)",
        [(doc, record_id, table) for doc, (record_id, _words) in numbered],
    )
    db.executemany(
        "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
        [(doc, *words) for doc, (_record_id, words) in numbered],
    )


def stale(db: sqlite3.Connection) -> list[str]:
    """Return the ids of records whose entry in the index is missing, old or left over."""
    entries = db.execute(
        "SELECT d.record_id, s.title, s.body FROM search_doc d LEFT JOIN search s "
        "ON s.rowid = d.doc UNION ALL SELECT 'entry ' || s.rowid, s.title, s.body FROM search s "
        "WHERE s.rowid NOT IN (SELECT doc FROM search_doc)"
    )
    # A hash of the words, and not the words, of every record: the index may be larger than memory.
    indexed = {row[0]: hash((row[1], row[2])) for row in entries}
    found = []
    for record_id, title, body in db.execute("SELECT record_id, title, body FROM search_source"):
        words = hash((spaced_ideographs(title), spaced_ideographs(body)))
        if indexed.pop(record_id, None) != words:
            found.append(record_id)
    return [*found, *indexed]


def rebuild(db: sqlite3.Connection) -> None:
    """Make the whole index anew from the records; memory stays flat however many there are."""
    db.execute("DELETE FROM search")
    db.execute("DELETE FROM search_doc")
    source = db.execute(
        # In the order in which they were made: searches begin at the newest.
        "SELECT tbl, record_id, title, body FROM search_source ORDER BY record_id"
    )
    made = 0
    while rows := source.fetchmany(_CHUNK):
        numbered = list(enumerate(rows, made + 1))
        made += len(rows)
        db.executemany(
            "INSERT INTO search_doc (doc, record_id, tbl) VALUES (?, ?, ?)",
            [(doc, record_id, tbl) for doc, (tbl, record_id, _title, _body) in numbered],
        )
        db.executemany(
            "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
            [
                (doc, spaced_ideographs(title), spaced_ideographs(body))
                for doc, (_tbl, _record_id, title, body) in numbered
            ],
        )
