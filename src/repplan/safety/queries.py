"""Ask about safety reports: whose clock runs, and which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.providers.whose import meant
from repplan.safety.model import SafetyReport
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3

_JOINED = {
    "provider_ref": "p.ref",
    "provider": "p.name",
    "product": "d.name",
    "visit_ref": "v.ref",
}
_SELECT = (
    f"{select(SafetyReport, 'safety_report', _JOINED)} "
    "LEFT JOIN provider p ON p.id = t.provider_id LEFT JOIN product d ON d.id = t.product_id "
    "LEFT JOIN visit v ON v.id = t.visit_id"
)
_FIRST_DUE = "ORDER BY t.due_at, t.id"


def report(db: sqlite3.Connection, report_id: str) -> SafetyReport:
    """Return one safety report by its id."""
    return to_model(SafetyReport, db.execute(f"{_SELECT} WHERE t.id = ?", (report_id,)).fetchone())


def open_reports(db: sqlite3.Connection) -> list[SafetyReport]:
    """Return the reports whose clock runs, the first due first."""
    rows = db.execute(f"{_SELECT} WHERE t.state = 'open' {_FIRST_DUE}")
    return [to_model(SafetyReport, row) for row in rows]


def reports(db: sqlite3.Connection) -> list[SafetyReport]:
    """Return every report: those whose clock runs first, then the others, the last heard first."""
    rows = db.execute(
        f"{_SELECT} ORDER BY t.state <> 'open', CASE WHEN t.state = 'open' THEN t.due_at END, "
        "t.heard_at DESC, t.id"
    )
    return [to_model(SafetyReport, row) for row in rows]


def of_provider(db: sqlite3.Connection, provider_id: str) -> list[SafetyReport]:
    """Return what a provider told that isn't reported yet, the first due first."""
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id = ? AND t.state = 'open' {_FIRST_DUE}", (provider_id,)
    )
    return [to_model(SafetyReport, row) for row in rows]


def called(db: sqlite3.Connection, said: str) -> tuple[list[SafetyReport], bool]:
    """Return the reports that these words may mean, and whether a ref or a name says which.

    A ref finds any. Words find those whose clock runs: of whom the first mean, with the others in
    the product or in what was heard; else with all of them there.
    """
    ids = ids_by_ref(db, "safety_report", said)
    if ids:
        return [report(db, one) for one in ids], True
    return meant(db, said, open_reports(db), _text)


def last_written_at(db: sqlite3.Connection) -> str | None:
    """Return the latest instant that a command was at; None: nothing was written so far."""
    row = db.execute("SELECT max(at) FROM batch").fetchone()
    return str(row[0]) if row[0] else None


def _text(one: SafetyReport) -> str:
    return f"{one.product or ''} {one.what}"
