"""What is medical: what goes to medical, and what is only listened to."""

from __future__ import annotations

import pytest

from repplan.products.medical import is_medical


@pytest.mark.parametrize(
    ("concern", "is_one"),
    [
        ("bleeding on mechanical valves", True),
        ("itching", True),
        ("gout", True),
        ("eGFR 30", True),
        ("脱发", True),
        ("疗效", True),
        ("thrombocytopenia", True),
        ("on amiodarone", True),
        ("parking", False),
        ("parking for elderly patients", False),
        ("too much paperwork", False),
        ("drug shortage", False),
        ("data entry", False),
        ("her schedule", False),
        ("停车", False),
        ("电子病历", False),
        ("发票", False),
    ],
)
def test_what_medical_can_answer(concern: str, is_one: bool) -> None:
    """Subjects of medicine go there; parking and paperwork are only listened to."""
    assert is_medical(concern) is is_one
