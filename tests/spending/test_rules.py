"""Amounts, shares a head, and what counts as reportable."""

from __future__ import annotations

import pytest
from babel.numbers import get_territory_currencies, list_currencies
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadValue
from repplan.policies.currencies import CURRENCIES
from repplan.policies.load import policy_named
from repplan.spending.model import Item, Limits, Share, Spend
from repplan.spending.money import (
    digits,
    minor_of,
    plain_amount,
    read_amount,
    read_currency,
    shown_amount,
)
from repplan.spending.rules import (
    TooFewHeads,
    is_reportable,
    limits_of,
    read_heads,
    reportable,
    split,
    warned,
    year_totals,
)

US = limits_of(policy_named("us"), 2026)


@pytest.mark.parametrize(
    ("said", "currency", "minor"),
    [
        ("27.80", "USD", 2780),
        ("27.8", "USD", 2780),
        ("1,234.50", "EUR", 123450),
        ("１２", "CNY", 1200),
        ("500", "JPY", 500),
        ("1.005", "KWD", 1005),
    ],
)
def test_amounts(said: str, currency: str, minor: int) -> None:
    """An amount is kept in the currency's smallest unit, and shown as it was."""
    assert read_amount(said, currency) == minor
    assert read_amount(plain_amount(minor, currency), currency) == minor
    assert shown_amount(minor, currency).endswith(f" {currency}")


@pytest.mark.parametrize(
    ("said", "currency"),
    [
        ("0", "USD"), ("0.00", "USD"), ("-5", "USD"), ("1.005", "USD"), ("10.5", "JPY"),
        ("ten", "USD"), ("", "USD"), ("1e9", "USD"), ("9999999999999", "USD"), ("1,23", "USD"),
    ],
)  # fmt: skip
def test_no_amount(said: str, currency: str) -> None:
    """Nothing, below nothing, a part of a cent, words and far too much are none."""
    with pytest.raises(BadValue):
        read_amount(said, currency)


@pytest.mark.parametrize("said", ["XYZ", "DEM", "XXX", "XAU", "", "dollar"])
def test_no_currency(said: str) -> None:
    """Codes that nobody pays with are none."""
    with pytest.raises(BadValue):
        read_currency(said)


def test_currencies_are_those_in_use() -> None:
    """Every code is known to CLDR, and every one that it says is paid with today is here."""
    assert not CURRENCIES - set(list_currencies()) - {"XCG", "ZWG"}
    territories = "US GB DE FR CN JP KW CH SE BR IN ZA AU CA MX KR TN VN".split()
    paid = {code for place in territories for code in get_territory_currencies(place)}
    assert paid <= CURRENCIES
    assert {digits(code) for code in CURRENCIES} == {0, 2, 3}


@given(st.integers(1, 10**9), st.integers(1, 500))
def test_shares_add_up(minor: int, heads: int) -> None:
    """The shares add up to the amount, no two differ by more than one, the larger ones first."""
    parts = split(minor, heads)
    assert (len(parts), sum(parts)) == (heads, minor)
    assert max(parts) - min(parts) <= 1
    assert list(parts) == sorted(parts, reverse=True)


def test_heads() -> None:
    """Heads count all; without a number they are those named; never fewer."""
    assert (read_heads(None, 2), read_heads("6", 2)) == (2, 6)
    with pytest.raises(TooFewHeads):
        read_heads("1", 2)
    for said in ("0", "-1", "2.5", "many", "99999"):
        with pytest.raises(BadValue):
            read_heads(said, 0)


def test_numbers_come_from_the_policy() -> None:
    """The thresholds of a year are the policy's, in its currency's smallest unit."""
    assert (US.item_from, US.year_from) == (minor_of("13.82", "USD"), minor_of("138.13", "USD"))
    assert limits_of(policy_named("us"), 2025).year_from == 13454
    later = limits_of(policy_named("us"), 2031)
    assert (later.known_year, later.is_of_another_year) == (2026, True)
    assert limits_of(policy_named("none"), 2026) == Limits(2026, "")


@pytest.mark.parametrize(
    ("share", "total", "is_so"),
    [(1381, 1381, False), (1382, 1382, True), (500, 13813, False), (500, 13814, True)],
)
def test_reportable(share: int, total: int, is_so: bool) -> None:
    """A small item counts only where the year's total passes."""
    assert is_reportable(share, total, US) is is_so


def item(minor: int, currency: str = "USD", who: str = "p1") -> Item:
    """Return one share."""
    spend = Spend("g", "g-2222", "2026-03-01", minor, currency, "food", 1, None, None, None, None)
    return Item(spend, Share(who, "p-2222", who, minor))


def test_totals() -> None:
    """Each provider and currency has a total; small items count once the year passes."""
    some = [item(1000), item(1500), item(900, "EUR"), item(100, who="p2")]
    assert [
        (one.provider, one.currency, one.minor, one.reportable) for one in year_totals(some, US)
    ] == [
        ("p1", "EUR", 900, None),
        ("p1", "USD", 2500, 1500),
        ("p2", "USD", 100, 0),
    ]
    many = [item(1000)] * 14
    (total,) = year_totals(many, US)
    assert (total.is_past, total.reportable_items) == (True, 14)
    assert len(reportable(many[:13], US)) == 0


@pytest.mark.parametrize(
    ("share", "before", "is_near", "is_passing"),
    [
        (1000, 0, False, False),
        (1000, 10500, True, False),
        (1000, 12813, True, False),
        (1000, 12814, False, True),
        (1000, 20000, False, True),
    ],
)
def test_told_before_it_passes(share: int, before: int, is_near: bool, is_passing: bool) -> None:
    """From four fifths of the year's threshold on it is told; the one that passes it says so."""
    found = warned("p", share, before, US)
    assert (found.is_near, found.is_passing) == (is_near, is_passing)
