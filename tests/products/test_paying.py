"""Whose lines of coverage count at an account."""

from __future__ import annotations

import pytest

from repplan.products.model import Coverage
from repplan.products.paying import counting_at, is_same_payer


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Medicare", "Medicare Part D", True),
        ("BLUERIVER plus", "BlueRiver", True),
        ("国家医保", "国家医保目录", True),
        ("医保", "国家医保", True),
        ("BlueRiver", "Blue", False),
        ("Medicare Part D", "Medicaid", False),
        ("BlueRiver", "国家医保", False),
        ("", "Medicare", False),
        ("--", "Medicare", False),
    ],
)
def test_the_same_payer_by_words(one: str, other: str, *, is_same: bool) -> None:
    """All words of one are in the other, either way round; half a word is another payer."""
    assert is_same_payer(one, other) is is_same
    assert is_same_payer(other, one) is is_same


def line(payer: str, account_id: str | None = None) -> Coverage:
    """Return a line of coverage."""
    return Coverage(
        f"c-{payer}", "d", "Cardexa", payer, account_id, None, "covered", None, None, None, None
    )


def test_lines_that_count() -> None:
    """The account's payers and its own lines; where nobody said who pays, all."""
    lines = [line("BlueRiver"), line("国家医保"), line("Own plan", "a")]
    assert counting_at(lines, ()) == lines
    assert counting_at(lines, ("国家医保",)) == lines[1:]
    assert counting_at(lines, ("Nobody",)) == lines[2:]
