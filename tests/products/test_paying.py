"""Who pays where: the lines of coverage that count at an account."""

from __future__ import annotations

import pytest

from repplan.products.model import Coverage
from repplan.products.paying import counting_at, is_same_payer


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Medicare", "Medicare Part D", True),
        ("medicare part d", "Part D Medicare", True),
        ("Medicare", "Medicaid", False),
        ("国家医保", "国家医保目录", True),
        ("省医保", "集采", False),
        ("", "Medicare", False),
    ],
)
def test_two_names_of_a_payer(one: str, other: str, is_same: bool) -> None:
    """All words of one in the other; it holds both ways."""
    assert is_same_payer(one, other) is is_same
    assert is_same_payer(other, one) is is_same


def _line(payer: str, account_id: str | None = None) -> Coverage:
    return Coverage("1", "d", "Cardexa", payer, account_id, None, "covered", None, None, None, None)


def test_only_who_pays_there() -> None:
    """An account's own lines count, and those of the payers it names; of all where it names none."""
    lines = [_line("Medicare Part D"), _line("BlueRiver"), _line("Buckeye", "a1")]
    assert [one.payer for one in counting_at(lines, ("Medicare",))] == [
        "Medicare Part D",
        "Buckeye",
    ]
    assert counting_at(lines, ()) == lines
