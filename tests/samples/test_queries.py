"""How a licence stands: only words that are known to say so make it valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.samples import queries
from repplan.store.write import change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.providers.model import Provider
    from tests.conftest import Run, Writing


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("disciplined - suspended", "suspended"),
        ("probation", "suspended"),
        ("暂停", "suspended"),
        ("Active", "valid"),
        ("有效", "valid"),
        ("正常", "valid"),
        (None, "valid"),
    ],
)
def test_licence_words(
    people: Mapping[str, Provider], run: Run, writing: Writing, status: str | None, state: str
) -> None:
    """A status that nobody knows as good is none on which samples may be left."""
    assert run("provider", "edit", "anjali", "--licence", "TX X100").code == 0
    with writing() as work:
        (licence_id,) = work.db.execute("SELECT id FROM licence").fetchone()
        change(work, "licence", licence_id, {"status": status})
        found = queries.licence_state(work.db, people["patel"].id, "2026-11-24")
    assert found.state == state
