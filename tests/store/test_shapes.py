"""Cells that nothing can read: found by what their column's name promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.store.shapes import misshapen
from repplan.store.write import insert

if TYPE_CHECKING:
    from repplan.store.work import Work


def test_a_store_as_we_write_it_is_well(work: Work) -> None:
    """Dates, instants, lists and nothing at all are what they should be."""
    provider, _ref = insert(
        work, "provider", {"name": "A", "seen_before_on": "2026-02-28", "nicknames": '["Jo"]'}
    )
    insert(
        work,
        "visit",
        {"on_date": "2026-11-24", "start_at": "2026-11-24T13:05:00Z", "state": "planned"},
    )
    insert(work, "note", {"provider_id": provider, "text": "", "noted_on": "2026-11-24"})
    assert list(misshapen(work.db)) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("provider", "seen_before_on", "tomorrow"),
        ("provider", "seen_before_on", "2026-02-30"),
        ("provider", "seen_before_on", ""),
        ("provider", "seen_before_on", "2026-2-3"),
        ("provider", "snoozed_until", "24 Nov"),
        ("provider", "nicknames", "Jo"),
        ("provider", "nicknames", '{"a": 1}'),
        ("provider", "nicknames", ""),
        ("visit", "start_at", "2026-11-24 13:05"),
        ("visit", "start_at", "2026-11-24T13:05:00+01:00"),
    ],
)
def test_what_cannot_be_read_is_named(work: Work, table: str, column: str, value: str) -> None:
    """Each such cell is named by table, row and column."""
    row = {"name": "A"} if table == "provider" else {"on_date": "2026-11-24", "state": "planned"}
    identity, _ref = insert(work, table, {**row, column: value})
    (found,) = misshapen(work.db)
    assert (found.table, found.row, found.column) == (table, identity, column)
