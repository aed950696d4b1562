"""What a log shows of what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

AT_NOON = "2026-11-24T12:00:00-06:00"


@pytest.mark.parametrize(
    "told", ["the twins' mother at the bakery has MS", "3床那个老太太血糖很稳"]
)
def test_a_guess_at_a_patient_is_remarked(run: Run, people: object, told: str) -> None:
    """Who may be told without a name is remarked with the visit: nothing is refused or masked."""
    assert people
    kept = run("log", "anjali", told, now=AT_NOON)
    assert kept.code == 0
    row = f"patient? “{told}” may tell who it is: leave out what does"
    assert row in " ".join(kept.out.split())
    assert told in run("visit", "show", "anjali", "--json", now=AT_NOON).out
    shown = run("note", "add", "anjali", told, now=AT_NOON)
    assert shown.code == 0
    assert "that may tell who a patient is: leave out what does" in " ".join(shown.err.split())
