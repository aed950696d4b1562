"""What a cell may hold, and the role that a title tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadForm, BadNumber
from repplan.providers import rules


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


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_gaps(ideal: int, maximum: int) -> None:
    """A maximum below the ideal gap is refused, any other is fine."""
    cells = {"ideal_days": ideal, "maximum_days": maximum}
    if maximum < ideal:
        with pytest.raises(BadNumber):
            rules.check_gaps(cells)
    else:
        rules.check_gaps(cells)


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
