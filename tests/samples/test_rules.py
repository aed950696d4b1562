"""Whole quantities, months on packages, and what the policy has against a drop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadValue, Placeholder
from repplan.policies.model import Policy
from repplan.samples.model import Drop, LicenceState, Lot
from repplan.samples.rules import (
    MOST,
    breaches,
    most_within,
    read_change,
    read_found,
    read_month,
    read_number,
    read_paper,
    read_quantity,
)

LOT = Lot("l", "l-2222", "d", "Cardexa", "10mg", "A123", "2027-01-31")
VALID = LicenceState("valid", "X1")
STRICT = {
    f"samples.{name}": (value, action, "21 CFR 203", "2026-11-22", "us")
    for name, value, action in (
        ("licence", True, "block"),
        ("request", True, "block"),
        ("receipt", True, "warn"),
        ("max_pieces", 4, "block"),
        ("max_days", 365, "block"),
    )
}


@pytest.mark.parametrize(("said", "pieces"), [("1", 1), ("4", 4), (" 12 ", 12), ("９", 9)])
def test_whole_quantities(said: str, pieces: int) -> None:
    """A whole number of pieces, full-width digits too."""
    assert read_quantity(said) == pieces


@pytest.mark.parametrize(
    "said", ["0", "-1", "−2", "2.5", "1/2", "", "two", "1e3", "10000", "9" * 40, "٣", "+3"]
)
def test_no_quantity(said: str) -> None:
    """Nothing else is one: zero, below zero, parts, words, more than anybody carries."""
    with pytest.raises(BadValue):
        read_quantity(said)


@pytest.mark.parametrize(("said", "by"), [("+2", 2), ("-1", -1), ("−3", -3), ("＋4", 4)])
def test_a_change_has_its_sign(said: str, by: int) -> None:
    """An adjustment says which way it goes."""
    assert read_change(said) == by


@pytest.mark.parametrize("said", ["2", "+0", "-0", "+1.5", "+-2", "", f"+{MOST + 1}"])
def test_no_change(said: str) -> None:
    """Without a sign, or of nothing, it is none."""
    with pytest.raises(BadValue):
        read_change(said)


def test_what_was_counted_may_be_nothing() -> None:
    """An empty drawer is a count."""
    assert read_found("0") == 0
    with pytest.raises(BadValue):
        read_found("-1")


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("2027-02", "2027-02-28"),
        ("02/2028", "2028-02-29"),
        ("2027年12月", "2027-12-31"),
        ("12.2027", "2027-12-31"),
        ("2027-13", None),
        ("2027-02-03", None),
        ("fri", None),
    ],
)
def test_months_on_packages(said: str, last: str | None) -> None:
    """A month is its last day; a day is no month."""
    assert read_month(said) == last


def drop(pieces: int, *, request: str | None = "R1", receipt: str | None = "S1") -> Drop:
    """Return a drop on a day of 2026."""
    return Drop(LOT, "p", "Anjali Patel", pieces, "2026-11-24", request, receipt)


@pytest.mark.parametrize(
    ("one", "licence", "before", "rules"),
    [
        (drop(2), VALID, [], []),
        (drop(2), LicenceState("missing"), [], ["samples.licence"]),
        (drop(2), LicenceState("expired", "X1", "2026-11-23"), [], ["samples.licence"]),
        (drop(2), LicenceState("suspended", "X1"), [], ["samples.licence"]),
        (drop(2, request=None), VALID, [], ["samples.request"]),
        (drop(2, receipt=None), VALID, [], ["samples.receipt"]),
        (drop(5), VALID, [], ["samples.max_pieces"]),
        (drop(2), VALID, [("2026-01-10", 2)], []),
        (drop(3), VALID, [("2026-01-10", 2)], ["samples.max_pieces"]),
        (drop(3), VALID, [("2025-11-24", 4)], []),
        (drop(3), VALID, [("2025-11-25", 4)], ["samples.max_pieces"]),
    ],
)
def test_what_the_policy_has_against_it(
    one: Drop, licence: LicenceState, before: list[tuple[str, int]], rules: list[str]
) -> None:
    """Each fact that isn't met is named, with its source, and says whether a reason is enough."""
    found = list(breaches(one, Policy("us", STRICT), licence, before))
    assert [problem.rule for problem in found] == rules
    for problem in found:
        assert problem.source == "21 CFR 203"
        assert problem.may_go_on == (problem.rule == "samples.receipt")
        assert str(problem)


def test_a_policy_that_asks_nothing() -> None:
    """Without facts anything goes."""
    free = Policy("none")
    assert not list(
        breaches(drop(99, request=None, receipt=None), free, LicenceState("missing"), [])
    )


@given(
    st.lists(
        st.tuples(st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.integers(1, 9)), max_size=8
    ),
    st.dates(date(2025, 6, 1), date(2026, 6, 1)),
    st.integers(1, 400),
)
def test_the_fullest_period(drops: list[tuple[date, int]], on: date, days: int) -> None:
    """No period of so many days that holds the day has more than is said; one has just that."""
    before = [(day.isoformat(), pieces) for day, pieces in drops]
    periods = [
        sum(pieces for day, pieces in drops if first <= day < first + timedelta(days))
        for first in (on - timedelta(back) for back in range(days))
    ]
    assert most_within(before, on.isoformat(), days) == max(periods)


@pytest.mark.parametrize("said", ["NO", "no", "???", "编号", "-"])
def test_a_placeholder_is_no_number(said: str) -> None:
    """What a hint writes for a number, and marks alone, are neither a lot's nor a paper's."""
    with pytest.raises(Placeholder):
        read_number(said)
    with pytest.raises(Placeholder):
        read_paper("--receipt", said)
    assert (read_paper("--receipt", " "), read_paper("--receipt", " R  7 ")) == (None, "R 7")
