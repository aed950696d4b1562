"""Cadence and roles: what follows from what is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.config import Cadence, Settings
from repplan.errors import BadForm, BadNumber
from repplan.providers import rules
from repplan.providers.model import Provider
from repplan.store.rows import columns


def provider(**cells: Any) -> Provider:
    """Return a provider of whom only these cells are known."""
    known = {"state": "active", "role": "physician", **cells}
    row: dict[str, Any] = {name: known.get(name) for name in columns(Provider)}
    return Provider(**row)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"npi": None, "email": None},
        {"npi": "1234567890", "email": "a.patel@example.org"},
        {"phone": "12"},
    ],
)
def test_forms_that_will_do(cells: dict[str, str | None]) -> None:
    """What is empty or rightly written is taken, and other cells are no business of it."""
    rules.check_forms(cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"npi": "123456789"},
        {"npi": "12345678901"},
        {"npi": "１２３４５６７８９０"},
        {"email": "patel"},
        {"email": "a b@example.org"},
        {"email": "a@b@c"},
    ],
)
def test_forms_that_will_not_do(cells: dict[str, str]) -> None:
    """An NPI has ten digits, an address one @ between two words."""
    with pytest.raises(BadForm):
        rules.check_forms(cells)


@pytest.mark.parametrize(
    ("cells", "cadence"),
    [
        ({"tier": "A"}, Cadence(28, 56)),
        ({"tier": "C"}, Cadence(84, 168)),
        ({"tier": "D"}, None),
        ({}, None),
        ({"tier": "A", "last_contact_on": None}, None),
        ({"tier": "A", "state": "left"}, None),
        ({"tier": "A", "role": "colleague"}, None),
        ({"ideal_days": 10}, Cadence(10, 20)),
        ({"ideal_days": 10, "maximum_days": 12}, Cadence(10, 12)),
        ({"tier": "A", "ideal_days": 10}, Cadence(10, 56)),
        ({"tier": "A", "ideal_days": 90}, Cadence(90, 90)),
    ],
)
def test_cadence(cells: dict[str, Any], cadence: Cadence | None) -> None:
    """The own gaps win over the tier's; without a contact, or after leaving, there is none."""
    one = provider(**{"last_contact_on": "2026-11-01", **cells})
    assert rules.cadence_of(one, Settings()) == cadence


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_gaps(ideal: int, maximum: int) -> None:
    """A maximum below the ideal gap is refused, any other is fine."""
    cells = {"ideal_days": ideal, "maximum_days": maximum}
    if maximum < ideal:
        with pytest.raises(BadNumber):
            rules.check_gaps(cells)
    else:
        rules.check_gaps(cells)


def test_days() -> None:
    """Days since are whole days; the ideal day lies the ideal gap after the last contact."""
    one = provider(last_contact_on="2026-11-17")
    assert rules.days_since(one, date(2026, 11, 24)) == 7
    assert rules.days_since(provider(), date(2026, 11, 24)) is None
    assert rules.ideal_on(one, Cadence(28, 56)) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("MD", None),
        ("NP", "nurse practitioner"),
        ("N.P.", "nurse practitioner"),
        ("PA-C", "physician assistant"),
        ("RN, BSN", "nurse"),
        ("PharmD", "pharmacist"),
        ("主任医师", None),
        ("主任药师", "pharmacist"),
        ("护士长", "nurse"),
        ("", None),
    ],
)
def test_role_by_title(title: str, role: str | None) -> None:
    """A title tells the role of nurses and pharmacists; a doctor's tells none."""
    assert rules.role_by_title(title) == role
